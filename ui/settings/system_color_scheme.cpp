// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/system_color_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QPalette>

namespace trimtab::ui {
namespace {

const auto appearance = QStringLiteral("org.freedesktop.appearance");
const auto color_scheme = QStringLiteral("color-scheme");

}  // namespace

SystemColorScheme::SystemColorScheme(QObject* parent) : QObject(parent) {
    dark_ = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    const auto service = QStringLiteral("org.freedesktop.portal.Desktop");
    const auto path = QStringLiteral("/org/freedesktop/portal/desktop");
    const auto interface = QStringLiteral("org.freedesktop.portal.Settings");
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    read << appearance << color_scheme;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(read, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<QVariant> reply = *done;
        if (!reply.isError()) take(reply.value());
        done->deleteLater();
    });
}

void SystemColorScheme::onSettingChanged(const QString& group, const QString& key,
                                         const QDBusVariant& value) {
    if (group == appearance && key == color_scheme) take(value.variant());
}

void SystemColorScheme::take(const QVariant& value) {
    // Read wraps its value in a second variant on older portals.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const uint wanted = inner.toUInt();
    if (wanted != 1 && wanted != 2) return;
    const bool dark = wanted == 1;
    if (dark == dark_) return;
    dark_ = dark;
    Q_EMIT changed(dark_);
}

}  // namespace trimtab::ui
