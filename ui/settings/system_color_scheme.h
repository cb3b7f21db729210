// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QString>

namespace trimtab::ui {

/// Whether the desktop asks for dark: the settings portal's org.freedesktop.appearance color-scheme (1 dark,
/// 2 light) over D-Bus, asked without blocking, else the lightness of the palette the application started
/// with.
class SystemColorScheme final : public QObject {
    Q_OBJECT

  public:
    /// Construct before a theme replaces the platform's palette.
    explicit SystemColorScheme(QObject* parent = nullptr);
    [[nodiscard]] bool dark() const { return dark_; }

  Q_SIGNALS:
    void changed(bool dark);

  private Q_SLOTS:
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

  private:
    void take(const QVariant& value);
    bool dark_ = false;
};

}  // namespace trimtab::ui
