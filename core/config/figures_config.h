// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace trimtab::config {

/// Section `figures`.
struct FiguresConfig {
    std::string preset = "ieee-column";          ///< ieee-column, ieee-page, slide
    std::vector<std::string> formats = {"pdf"};  ///< pdf, svg, png, tex, csv
    double smoothing = 0.9;                      ///< weight of the past in the smoothed curve, [0, 1)
    bool anonymous = false;                      ///< strips provenance
};

}  // namespace trimtab::config
