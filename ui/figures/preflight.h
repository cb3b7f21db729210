// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

#include "core/results/figure_style.h"

namespace trimtab::ui {

/// One rule for figures in print and how a figure stands to it.
struct PreflightCheck {
    QString rule;
    bool passed = false;
    QString detail;  ///< what was measured, and where it fails
};

/// Checks the written PDF and the data of a figure against the rules of DESIGN 7: width, text size, fonts
/// embedded and none of Type 3, series told apart in grey, nothing outside of the plot, dots per inch. Any
/// thread.
[[nodiscard]] std::vector<PreflightCheck> preflight(const results::FigureSpec& figure,
                                                    const results::FigureOptions& options,
                                                    const QByteArray& pdf);

}  // namespace trimtab::ui
