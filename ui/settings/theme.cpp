// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <array>

#include "ui/settings/workbench_style.h"

namespace trimtab::ui {
namespace {

const ThemeColors light_colors{false,
                               QColor(0xf3f4f6),
                               QColor(0xffffff),
                               QColor(0xe8eaed),
                               QColor(0x1f2328),
                               QColor(0x5b636d),
                               QColor(0xcfd4da),
                               QColor(0x0067a0),
                               QColor(0xffffff),
                               QColor(0x006b50),
                               QColor(0x855000),
                               QColor(0xb3261e)};

const ThemeColors dark_colors{true,
                              QColor(0x1b1e22),
                              QColor(0x22262b),
                              QColor(0x2b3036),
                              QColor(0xe6e8eb),
                              QColor(0xa3abb5),
                              QColor(0x3c434b),
                              QColor(0x4aa8e0),
                              QColor(0x0d1115),
                              QColor(0x3fc79a),
                              QColor(0xf0b04a),
                              QColor(0xff8a80)};

const ThemeColors* current = &light_colors;

QPalette paletteOf(const ThemeColors& c) {
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.dark ? c.base.lighter(112) : QColor(0xf7f8f9));
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.raised);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.danger);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::ToolTipBase, c.raised);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.mutedText);
    if (c.dark) {
        // The style's edges: by default they are made for a light window.
        palette.setColor(QPalette::Light, c.border);
        palette.setColor(QPalette::Midlight, c.raised);
        palette.setColor(QPalette::Mid, c.border);
        palette.setColor(QPalette::Dark, c.window);
        palette.setColor(QPalette::Shadow, Qt::black);
    }
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tint(c.mutedText, 0.7));
    return palette;
}

QString styleSheetOf(const ThemeColors& c) {
    return QStringLiteral(
               "QToolTip{color:%1;background:%2;border:1px solid %3;padding:4px}"
               "QDockWidget::title{background:%2;padding:6px 8px;border-bottom:1px solid %3}"
               "QToolBar{background:%4;border:none;border-bottom:1px solid %3;spacing:8px;padding:4px 8px}"
               "QToolBar#modeBar{border-bottom:none;border-right:1px solid %3;padding:4px 4px}"
               "QStatusBar{background:%4;border-top:1px solid %3}"
               "QHeaderView::section{background:%2;border:none;border-right:1px solid %3;border-bottom:1px "
               "solid %3;"
               "padding:4px 4px}"
               "QMainWindow::separator{background:%3;width:1px;height:1px}")
        .arg(c.text.name(), c.raised.name(), c.border.name(), c.window.name());
}

}  // namespace

const ThemeColors& themeColors() { return *current; }

void applyTheme(QApplication& application, bool dark) {
    current = dark ? &dark_colors : &light_colors;
    QApplication::setStyle(new WorkbenchStyle);
    QApplication::setPalette(paletteOf(*current));
    application.setStyleSheet(styleSheetOf(*current));
}

QColor seriesColor(int index) {
    static const std::array<QColor, 7> colors{QColor(0x0072b2), QColor(0xd55e00), QColor(0x009e73),
                                              QColor(0xcc79a7), QColor(0xe69f00), QColor(0x56b4e9),
                                              QColor(0, 0, 0)};
    const QColor color = colors[static_cast<std::size_t>(index) % colors.size()];
    if (!current->dark) return color;
    return color == QColor(0, 0, 0) ? QColor(0xe6e8eb) : color == QColor(0x0072b2) ? QColor(0x3d9bd8) : color;
}

Qt::PenStyle seriesDash(int index) {
    constexpr std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine,
                                Qt::DashDotDotLine};
    return styles[static_cast<std::size_t>(index) % styles.size()];
}

QColor patternColor(const QString& pattern) {
    constexpr std::array names{"ramp", "spike", "periodic", "random", "constant", "day", "trace"};
    for (std::size_t i = 0; i < names.size(); ++i)
        if (pattern == QLatin1String(names[i])) return seriesColor(static_cast<int>(i));
    return current->mutedText;
}

QColor tint(const QColor& colour, double strength) {
    const QColor& back = current->base;
    const auto mix = [strength](int a, int b) {
        return static_cast<int>(a * strength + b * (1.0 - strength) + 0.5);
    };
    return {mix(colour.red(), back.red()), mix(colour.green(), back.green()),
            mix(colour.blue(), back.blue())};
}

QFont numberFont(int pointSizeDelta, bool bold) {
    QFont font = QApplication::font();
    // DejaVu's digits have equal widths; a proportional system font's need not.
    if (QFontDatabase::families().contains(QStringLiteral("DejaVu Sans")))
        font.setFamily(QStringLiteral("DejaVu Sans"));
    font.setPointSize(font.pointSize() + pointSizeDelta);
    font.setBold(bold);
    return font;
}

}  // namespace trimtab::ui
