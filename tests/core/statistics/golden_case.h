// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

/// The two documents of tests/golden/statistics/<name>.
struct GoldenCase {
    nlohmann::json input;
    nlohmann::json expected;

    explicit GoldenCase(const std::string& name) {
        const std::string folder = std::string(TRIMTAB_SOURCE_DIR "/tests/golden/statistics/") + name;
        std::ifstream(folder + "/input.json") >> input;
        std::ifstream(folder + "/expected.json") >> expected;
    }
};

/// Agreement to rounding: relative to the larger value, absolute below 1e-12.
inline bool agrees(double actual, double expected, double tolerance = 1e-10) {
    const double scale = std::max(std::abs(actual), std::abs(expected));
    return std::abs(actual - expected) <= std::max(tolerance * scale, 1e-12);
}
