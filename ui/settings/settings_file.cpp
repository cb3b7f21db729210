// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_file.h"

#include <QSettings>
#include <utility>

namespace trimtab::ui {

SettingsFile::SettingsFile(const QString& organization, const QString& application) {
    read(QSettings(organization, application));
}

SettingsFile::SettingsFile(const QString& file) { read(QSettings(file, QSettings::IniFormat)); }

SettingsFile::~SettingsFile() {
    if (!thread_.isRunning()) return;
    // Ends after the changes that wait; deleting the QSettings writes what it still holds.
    QMetaObject::invokeMethod(
        &writer_,
        [this] {
            delete writer_.findChild<QSettings*>();
            thread_.quit();
        },
        Qt::QueuedConnection);
    thread_.wait();
}

void SettingsFile::read(const QSettings& store) {
    // QSettings reads a section, and finds out that it is none, only when a key of it is asked for.
    for (const QString& key : store.allKeys()) values_[key] = store.value(key);
    file_ = store.fileName();
    understood_ = store.status() != QSettings::FormatError;
    writable_ = store.isWritable() && store.status() == QSettings::NoError;
}

QVariant SettingsFile::value(const QString& key, const QVariant& fallback) const {
    return values_.value(key, fallback);
}

void SettingsFile::setValue(const QString& key, const QVariant& value) {
    values_[key] = value;
    write([key, value](QSettings& store) { store.setValue(key, value); });
}

void SettingsFile::remove(const QString& key) {
    values_.removeIf(
        [below = key + QLatin1Char('/'), &key](const std::pair<const QString&, QVariant&>& entry) {
            return entry.first == key || entry.first.startsWith(below);
        });
    write([key](QSettings& store) { store.remove(key); });
}

QStringList SettingsFile::keysIn(const QString& group) const {
    const QString below = group + QLatin1Char('/');
    QStringList keys;
    for (auto at = values_.lowerBound(below); at != values_.end() && at.key().startsWith(below); ++at)
        keys << at.key().mid(below.size());
    return keys;
}

void SettingsFile::write(std::function<void(QSettings&)> change) {
    if (!thread_.isRunning()) {
        writer_.moveToThread(&thread_);
        thread_.start(QThread::LowPriority);
    }
    ++waiting_;
    QMetaObject::invokeMethod(
        &writer_,
        [this, change = std::move(change)] {
            auto* store = writer_.findChild<QSettings*>();
            // On Unix, QSettings' own format and IniFormat are the same text.
            if (store == nullptr) store = new QSettings(file_, QSettings::IniFormat, &writer_);
            change(*store);
            if (--waiting_ > 0) return;  // one wait for the disk for all of them
            store->sync();
            if (store->status() == QSettings::AccessError) writable_ = false;
        },
        Qt::QueuedConnection);
}

}  // namespace trimtab::ui
