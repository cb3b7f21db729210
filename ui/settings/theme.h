// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QString>
#include <Qt>

class QApplication;

namespace trimtab::ui {

/// The colours of one look. Two greys (text and muted), one accent; series come from the palette below.
struct ThemeColors {
    bool dark = false;
    QColor window, base, raised;  ///< behind everything, behind content, behind headers
    QColor text, mutedText, border;
    QColor accent, onAccent;
    QColor good, warning, danger;  ///< states; always beside a word or an icon, never colour alone
};

/// One step of the spacing grid, px.
inline constexpr int spacing = 8;

[[nodiscard]] const ThemeColors& themeColors();  ///< of the look that applyTheme() set

/// Sets style, palette and the few style sheet rules of the product. GUI thread.
void applyTheme(QApplication& application, bool dark);

/// Okabe and Ito's palette (Color Universal Design, 2008) without its yellow, which is too light for lines;
/// black turns to near-white on dark. Repeats after seven: seriesDash() then tells series apart.
[[nodiscard]] QColor seriesColor(int index);
[[nodiscard]] Qt::PenStyle seriesDash(int index);

/// A fixed colour for a load pattern (ramp, spike, periodic, random, constant, day, trace).
[[nodiscard]] QColor patternColor(const QString& pattern);

/// `colour` mixed into the background: an opaque tint, as semi-transparent lines bead in print and on screen.
[[nodiscard]] QColor tint(const QColor& colour, double strength);

/// The application's font with digits of equal width, for numbers that change in place.
[[nodiscard]] QFont numberFont(int pointSizeDelta = 0, bool bold = false);

/// An icon of resources/icons in the text colour of the theme (or `colour`), also after the theme has
/// changed, and sharp at every scale. Null where there is no such drawing.
[[nodiscard]] QIcon themedIcon(const QString& name, const QColor& colour = {});

}  // namespace trimtab::ui
