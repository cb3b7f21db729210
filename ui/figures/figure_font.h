// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QString>
#include <QStringList>

#include "core/base/expected.h"

namespace trimtab::ui {

/// The one typeface of a figure at one size, measured in pt of the page: painters are scaled, so that one
/// unit of a figure is one pt on every device.
class FigureFont {
  public:
    /// unavailable where no font is installed or no QGuiApplication runs.
    [[nodiscard]] static Expected<FigureFont> load(int size_pt);

    [[nodiscard]] const QFont& font() const { return font_; }
    [[nodiscard]] QFont bold() const;
    [[nodiscard]] double width(const QString& text) const { return metrics_.horizontalAdvance(text); }
    [[nodiscard]] double ascent() const { return metrics_.ascent(); }
    [[nodiscard]] double lineHeight() const { return 1.15 * size_; }
    [[nodiscard]] double size() const { return size_; }
    /// Half the height of a digit: how far a centred label's baseline lies below its middle.
    [[nodiscard]] double halfDigit() const { return metrics_.capHeight() / 2; }

    /// Cut in the middle to fit.
    [[nodiscard]] QString elided(const QString& text, double width) const;
    /// Broken at spaces into lines that fit; a longer word stands alone.
    [[nodiscard]] QStringList wrapped(const QString& text, double width) const;

  private:
    FigureFont(QFont font, int size);

    QFont font_;
    QFontMetricsF metrics_;
    double size_;
};

}  // namespace trimtab::ui
