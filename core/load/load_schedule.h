// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace trimtab::load {

/// closed: values are users, who think between requests. open: values are arrivals in req/s.
enum class LoadKind { closed, open };

/// The load of one episode: one value for every second from t = 0; the warm-up holds the first.
struct LoadSchedule {
    std::string pattern;  ///< ramp, spike, periodic, random, constant, day or trace
    LoadKind kind = LoadKind::closed;
    std::vector<double> values;  ///< users (whole numbers) or req/s, >= 0, at least one

    /// The value at second t; before 0 the first, past the end the last.
    [[nodiscard]] double at(int second) const {
        if (second <= 0) return values.front();
        return values[std::min(static_cast<std::size_t>(second), values.size() - 1)];
    }
};

}  // namespace trimtab::load
