// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/expected.h"
#include "core/results/figure_style.h"

namespace trimtab::results {

/// The figure's data, every point of it, in long form: columns panel (from 1), series, kind, category, x, y,
/// low, high; empty cells where there is nothing, "nan" for a gap. Numbers read back as the same double and
/// have a decimal point in every locale. Comment lines (#) hold the caption, the axes with their units and,
/// unless anonymous, the provenance. Fails as check_figure() does.
[[nodiscard]] Expected<std::string> figure_to_csv(const FigureSpec& figure, const FigureOptions& options);

}  // namespace trimtab::results
