// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/nearest_name.h"

#include <algorithm>

namespace trimtab::config {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    a = a.substr(0, 128);
    b = b.substr(0, 128);
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
    const auto nearest = std::min_element(
        candidates.begin(), candidates.end(),
        [name](const auto& x, const auto& y) { return edit_distance(name, x) < edit_distance(name, y); });
    return nearest == candidates.end() ? std::string() : *nearest;
}

std::string likely_name(std::string_view name, const std::vector<std::string>& candidates) {
    std::string nearest = nearest_name(name, candidates);
    const std::size_t longest = std::max(name.size(), nearest.size());
    return 2 * edit_distance(name, nearest) <= longest ? nearest : std::string();
}

}  // namespace trimtab::config
