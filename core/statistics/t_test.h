// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/base/expected.h"
#include "core/statistics/estimate.h"
#include "core/statistics/test_result.h"

namespace trimtab::statistics {

/// Welch's t-test of two independent samples with unequal variances (Biometrika 34, 1947; degrees of freedom
/// by Satterthwaite). Error: fewer than two values a sample, a value that is not finite, or no spread in
/// either sample.
[[nodiscard]] Expected<TestResult> welch_t_test(std::span<const double> first,
                                                std::span<const double> second);

/// Student's t-test that the mean is 0; on differences it is the paired test. Errors as above.
[[nodiscard]] Expected<TestResult> one_sample_t_test(std::span<const double> sample);

/// Student's interval of the mean, or none with a single value. Exact for normal values, and wider than the
/// bootstrap's for few of them. Error: an empty sample or a value that is not finite.
[[nodiscard]] Expected<Estimate> student_interval(std::span<const double> sample, double confidence = 0.95);

/// Welch's interval of the difference of two means, first - second, or none with a single value on a side.
/// Error as above.
[[nodiscard]] Expected<Estimate> welch_interval(std::span<const double> first, std::span<const double> second,
                                                double confidence = 0.95);

}  // namespace trimtab::statistics
