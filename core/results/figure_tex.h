// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/expected.h"
#include "core/results/figure_style.h"

namespace trimtab::results {

/// A tikzpicture for pgfplots (compat 1.16; libraries groupplots and patterns) with the data inside, to be
/// \input into a paper: its fonts are then the paper's. Long curves are thinned out to what the width can
/// show, and a comment says so. Fails as check_figure() does.
[[nodiscard]] Expected<std::string> figure_to_tex(const FigureSpec& figure, const FigureOptions& options);

/// Text with TeX's special characters made harmless.
[[nodiscard]] std::string tex_escaped(std::string_view text);

}  // namespace trimtab::results
