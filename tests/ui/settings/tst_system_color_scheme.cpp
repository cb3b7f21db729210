// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDBusVariant>
#include <QSignalSpy>
#include <QtTest>

#include "ui/settings/system_color_scheme.h"

using namespace trimtab::ui;

namespace {

/// What the desktop portal sends when a setting changes.
void announce(SystemColorScheme& scheme, const QString& group, const QString& key, const QVariant& value) {
    QVERIFY(QMetaObject::invokeMethod(&scheme, "onSettingChanged", Qt::DirectConnection,
                                      Q_ARG(QString, group), Q_ARG(QString, key),
                                      Q_ARG(QDBusVariant, QDBusVariant(value))));
}

const auto appearance = QStringLiteral("org.freedesktop.appearance");
const auto key = QStringLiteral("color-scheme");

}  // namespace

class TestSystemColorScheme : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void the_palette_decides_where_no_portal_answers() {
        QPalette dark;
        dark.setColor(QPalette::Window, QColor(0x20, 0x20, 0x20));
        QGuiApplication::setPalette(dark);
        QVERIFY(SystemColorScheme().dark());
        QPalette light;
        light.setColor(QPalette::Window, QColor(0xf0, 0xf0, 0xf0));
        QGuiApplication::setPalette(light);
        QVERIFY(!SystemColorScheme().dark());
    }

    void a_change_of_the_desktop_is_followed() {
        SystemColorScheme scheme;
        const QSignalSpy changed(&scheme, &SystemColorScheme::changed);
        announce(scheme, appearance, key, 1U);
        QVERIFY(scheme.dark());
        announce(scheme, appearance, key, QVariant::fromValue(QDBusVariant(2U)));  // as older portals wrap it
        QVERIFY(!scheme.dark());
        QCOMPARE(changed.count(), 2);
    }

    void other_settings_and_no_preference_change_nothing() {
        SystemColorScheme scheme;
        const QSignalSpy changed(&scheme, &SystemColorScheme::changed);
        announce(scheme, appearance, QStringLiteral("accent-color"), 1U);
        announce(scheme, QStringLiteral("org.gnome.desktop.interface"), key, 1U);
        announce(scheme, appearance, key, 0U);
        announce(scheme, appearance, key, QStringLiteral("dark"));
        QCOMPARE(changed.count(), 0);
    }
};

QTEST_MAIN(TestSystemColorScheme)
#include "tst_system_color_scheme.moc"
