// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace trimtab::ui {
namespace {

constexpr qsizetype recent_limit = 12;
// Raised when the docks change, so that an old layout is not applied to a new window.
constexpr int layout_version = 1;
const QString cluster_fields = QStringLiteral("clusterFields");

QString layoutKey(const QString& mode) {
    return QStringLiteral("layout/v%1/%2").arg(layout_version).arg(mode);
}

}  // namespace

Settings::Settings() : store_(QStringLiteral("trimtab"), QStringLiteral("workbench")) {}

Settings::Settings(const QString& file) : store_(file) {}

ColorScheme Settings::colorScheme() const {
    const QString name = store_.value(QStringLiteral("look/colorScheme")).toString();
    if (name == QLatin1String("light")) return ColorScheme::light;
    return name == QLatin1String("dark") ? ColorScheme::dark : ColorScheme::system;
}

void Settings::setColorScheme(ColorScheme scheme) {
    const QString name = scheme == ColorScheme::light  ? QStringLiteral("light")
                         : scheme == ColorScheme::dark ? QStringLiteral("dark")
                                                       : QStringLiteral("system");
    store_.setValue(QStringLiteral("look/colorScheme"), name);
}

QString Settings::resultsDir() const {
    const QString fallback =
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/rl");
    return store_.value(QStringLiteral("paths/resultsDir"), fallback).toString();
}

void Settings::setResultsDir(const QString& dir) { store_.setValue(QStringLiteral("paths/resultsDir"), dir); }

QStringList Settings::recentRuns() const {
    return store_.value(QStringLiteral("recent/runs")).toStringList();
}

void Settings::addRecentRun(const QString& folder) { addRecent(QStringLiteral("recent/runs"), folder); }

QStringList Settings::recentConfigs() const {
    return store_.value(QStringLiteral("recent/configs")).toStringList();
}

void Settings::addRecentConfig(const QString& file) { addRecent(QStringLiteral("recent/configs"), file); }

void Settings::addRecent(const QString& key, const QString& entry) {
    QStringList entries = store_.value(key).toStringList();
    entries.removeAll(entry);
    entries.prepend(entry);
    store_.setValue(key, QStringList(entries.mid(0, recent_limit)));
}

QString Settings::mode() const { return store_.value(QStringLiteral("window/mode")).toString(); }

void Settings::setMode(const QString& mode) { store_.setValue(QStringLiteral("window/mode"), mode); }

QByteArray Settings::windowGeometry() const {
    return store_.value(QStringLiteral("window/geometry")).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray& geometry) {
    store_.setValue(QStringLiteral("window/geometry"), geometry);
}

QByteArray Settings::layout(const QString& mode) const { return store_.value(layoutKey(mode)).toByteArray(); }

void Settings::setLayout(const QString& mode, const QByteArray& state) {
    store_.setValue(layoutKey(mode), state);
}

void Settings::clearLayouts() { store_.remove(QStringLiteral("layout")); }

QString Settings::unsavedConfig() const { return store_.value(QStringLiteral("recovery/config")).toString(); }

void Settings::setUnsavedConfig(const QString& text) {
    if (text.isEmpty())
        store_.remove(QStringLiteral("recovery/config"));
    else
        store_.setValue(QStringLiteral("recovery/config"), text);
}

QMap<QString, QString> Settings::clusterFields() const {
    QMap<QString, QString> fields;
    for (const QString& name : store_.keysIn(cluster_fields))
        fields[name] = store_.value(cluster_fields + QLatin1Char('/') + name).toString();
    return fields;
}

void Settings::setClusterFields(const QMap<QString, QString>& fields) {
    // One entry each, as text: a map would be stored in a form that nobody can read or search.
    store_.remove(cluster_fields);
    for (const auto& [name, text] : fields.asKeyValueRange())
        if (!text.isEmpty()) store_.setValue(cluster_fields + QLatin1Char('/') + name, text);
}

QString Settings::language() const { return store_.value(QStringLiteral("look/language")).toString(); }

void Settings::setLanguage(const QString& language) {
    store_.setValue(QStringLiteral("look/language"), language);
}

bool Settings::decimalPoint() const { return store_.value(QStringLiteral("look/decimalPoint")).toBool(); }

void Settings::setDecimalPoint(bool point) { store_.setValue(QStringLiteral("look/decimalPoint"), point); }

QString Settings::problem() const {
    const QString file = store_.fileName();
    if (!store_.understood())
        return QCoreApplication::translate(
                   "Settings",
                   "The settings in %1 could not be understood; the window begins with fresh ones.")
            .arg(file);
    if (!writable())
        return QCoreApplication::translate("Settings",
                                           "%1 cannot be written. Make its folder writable, or name another "
                                           "file with --settings.")
            .arg(file);
    return {};
}

}  // namespace trimtab::ui
