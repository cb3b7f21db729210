// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <utility>

#include "core/results/figure_tex.h"

namespace trimtab::results {

std::string tex_escaped(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 16> replacements{
        {{"\\", "\\textbackslash{}"},
         {"{", "\\{"},
         {"}", "\\}"},
         {"$", "\\$"},
         {"&", "\\&"},
         {"#", "\\#"},
         {"%", "\\%"},
         {"_", "\\_"},
         {"^", "\\textasciicircum{}"},
         {"~", "\\textasciitilde{}"},
         {"\u2212", "$-$"},
         {"\u00b1", "$\\pm$"},
         {"\u2264", "$\\leq$"},
         {"\u2265", "$\\geq$"},
         {"\u221e", "$\\infty$"},
         {"\u00d7", "$\\times$"}}};
    std::string out;
    while (!text.empty()) {
        bool replaced = false;
        for (const auto& [from, to] : replacements)
            if (text.starts_with(from)) {
                out += to;
                text.remove_prefix(from.size());
                replaced = true;
                break;
            }
        if (replaced) continue;
        out += text.front();
        text.remove_prefix(1);
    }
    return out;
}

}  // namespace trimtab::results
