// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace trimtab::statistics {

/// A two-sided significance test.
struct TestResult {
    double statistic = 0;
    double p_value = 1;
    std::optional<double> degrees_of_freedom;
    std::string method;  ///< "exact", "asymptotic" or "t distribution"
};

}  // namespace trimtab::statistics
