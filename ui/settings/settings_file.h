// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QThread>
#include <QVariant>
#include <atomic>
#include <functional>

class QSettings;

namespace trimtab::ui {

/// The keys of one QSettings file in memory, read once. A thread of its own writes: QSettings waits for the
/// disk (fdatasync) at each writing, 67 ms in one measurement, and the window must not.
/// Keys are slash-separated paths. One thread uses it; the destructor waits until all is written.
class SettingsFile final {
  public:
    /// The user's own file for this organization and application.
    SettingsFile(const QString& organization, const QString& application);
    explicit SettingsFile(const QString& file);
    ~SettingsFile();
    SettingsFile(const SettingsFile&) = delete;
    SettingsFile& operator=(const SettingsFile&) = delete;

    [[nodiscard]] QVariant value(const QString& key, const QVariant& fallback = {}) const;
    void setValue(const QString& key, const QVariant& value);
    /// The key and all below it.
    void remove(const QString& key);
    /// All keys below a group, without "group/".
    [[nodiscard]] QStringList keysIn(const QString& group) const;

    [[nodiscard]] QString fileName() const { return file_; }
    /// False where what the file holds is no settings file, as of opening: a later write would hide it.
    [[nodiscard]] bool understood() const { return understood_; }
    /// False where the file could not be written when it was opened, or a write failed since.
    [[nodiscard]] bool writable() const { return writable_; }

  private:
    void read(const QSettings& store);
    /// In the writing thread, in the order of the calls.
    void write(std::function<void(QSettings&)> change);

    QMap<QString, QVariant> values_;
    QString file_;
    bool understood_ = true;
    std::atomic<bool> writable_ = true;
    std::atomic<int> waiting_ = 0;  ///< changes that are not written yet
    QThread thread_;
    QObject writer_;  ///< lives in thread_; its child, the QSettings, is made by the first write
};

}  // namespace trimtab::ui
