// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace trimtab::ui {

// Numbers for the screen, in the person's locale; files never use these. A value that is not finite is an en
// dash.

/// With so many digits after the decimal sign.
[[nodiscard]] QString numberText(double value, int decimals, const QLocale& locale = QLocale());
/// The same with its unit behind a narrow space: "412 ms".
[[nodiscard]] QString quantityText(double value, int decimals, const QString& unit,
                                   const QLocale& locale = QLocale());
/// A share in 0..1 as percent: "12.5 %".
[[nodiscard]] QString shareText(double share, int decimals, const QLocale& locale = QLocale());
/// "45 s", "3 min 20 s", "2 h 05 min".
[[nodiscard]] QString durationText(double seconds);
/// A text with its whole numbers grouped as the person writes them: "57344 steps" becomes "57,344 steps".
/// Digits within names, paths, dates and decimals stay.
[[nodiscard]] QString groupedNumbers(const QString& text, const QLocale& locale = QLocale());
/// "3.4 MB".
[[nodiscard]] QString bytesText(double bytes, const QLocale& locale = QLocale());

}  // namespace trimtab::ui
