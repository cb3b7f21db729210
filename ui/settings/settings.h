// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include "ui/settings/settings_file.h"

namespace trimtab::ui {

enum class ColorScheme { system, light, dark };

/// What the window remembers between starts, typed, in one place. Never holds a secret. GUI thread only.
/// A broken or unwritable settings file reads as the defaults; `writable()` tells.
class Settings {
  public:
    /// The user's own file; tests name a file of theirs.
    Settings();
    explicit Settings(const QString& file);

    [[nodiscard]] ColorScheme colorScheme() const;
    void setColorScheme(ColorScheme scheme);

    /// Folder that run folders are written to; default: "rl" in the documents folder.
    [[nodiscard]] QString resultsDir() const;
    void setResultsDir(const QString& dir);

    [[nodiscard]] QStringList recentRuns() const;  ///< newest first, at most 12
    void addRecentRun(const QString& folder);
    [[nodiscard]] QStringList recentConfigs() const;
    void addRecentConfig(const QString& file);

    [[nodiscard]] QString mode() const;  ///< id of the last mode; empty: none yet
    void setMode(const QString& mode);
    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);
    /// Dock layout of one mode by its id; empty: its default.
    [[nodiscard]] QByteArray layout(const QString& mode) const;
    void setLayout(const QString& mode, const QByteArray& state);
    void clearLayouts();

    /// Text of a configuration that was not saved when the window went away; empty: none.
    [[nodiscard]] QString unsavedConfig() const;
    void setUnsavedConfig(const QString& text);

    /// What was typed to connect to a cluster, by name of the field.
    [[nodiscard]] QMap<QString, QString> clusterFields() const;
    void setClusterFields(const QMap<QString, QString>& fields);

    [[nodiscard]] QString language() const;  ///< "en", "de", "zh_CN"; empty: the system's
    void setLanguage(const QString& language);
    /// Numbers with a decimal point, whatever the language; else as the language writes them.
    [[nodiscard]] bool decimalPoint() const;
    void setDecimalPoint(bool point);

    [[nodiscard]] bool writable() const { return store_.writable(); }
    /// Why the settings could not be read or cannot be kept, and what to do; empty where all is well.
    [[nodiscard]] QString problem() const;

  private:
    void addRecent(const QString& key, const QString& entry);
    SettingsFile store_;
};

}  // namespace trimtab::ui
