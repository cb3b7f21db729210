// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/t_test.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "core/statistics/sample.h"
#include "core/statistics/sample_summary.h"

namespace trimtab::statistics {
namespace {

Expected<TestResult> two_sided(double difference, double standard_error, double degrees_of_freedom) {
    if (standard_error == 0)
        return fail(ErrorCode::numeric_error,
                    "the values do not differ from run to run, so a t-test has no scale");
    TestResult out;
    out.statistic = difference / standard_error;
    out.degrees_of_freedom = degrees_of_freedom;
    out.method = "t distribution";
    const boost::math::students_t t(degrees_of_freedom);
    out.p_value = 2 * boost::math::cdf(boost::math::complement(t, std::abs(out.statistic)));
    return out;
}

// Standard error and Satterthwaite's degrees of freedom of a difference of means.
struct WelchScale {
    double standard_error = 0;
    double degrees_of_freedom = 1;

    WelchScale(std::span<const double> first, std::span<const double> second) {
        const auto n1 = static_cast<double>(first.size());
        const auto n2 = static_cast<double>(second.size());
        const double v1 = variance(first) / n1;
        const double v2 = variance(second) / n2;
        standard_error = std::sqrt(v1 + v2);
        if (v1 + v2 > 0 && n1 > 1 && n2 > 1)
            degrees_of_freedom = (v1 + v2) * (v1 + v2) / (v1 * v1 / (n1 - 1) + v2 * v2 / (n2 - 1));
    }
};

Estimate around(double value, int n, double standard_error, double degrees_of_freedom, double confidence) {
    Estimate out{value, n, std::nullopt, {}};
    if (n < 2) {
        out.no_interval = "a single value has no spread, so there is no interval";
        return out;
    }
    const boost::math::students_t t(degrees_of_freedom);
    const double half = boost::math::quantile(t, 0.5 + confidence / 2) * standard_error;
    out.interval = Interval{value - half, value + half, confidence};
    return out;
}

}  // namespace

Expected<TestResult> welch_t_test(std::span<const double> first, std::span<const double> second) {
    if (auto ok = check_sample(first, 2, "the first sample"); !ok) return Unexpected<Error>(ok.error());
    if (auto ok = check_sample(second, 2, "the second sample"); !ok) return Unexpected<Error>(ok.error());
    const WelchScale scale(first, second);
    return two_sided(mean(first) - mean(second), scale.standard_error, scale.degrees_of_freedom);
}

Expected<Estimate> welch_interval(std::span<const double> first, std::span<const double> second,
                                  double confidence) {
    if (auto ok = check_sample(first, 1, "the first sample"); !ok) return Unexpected<Error>(ok.error());
    if (auto ok = check_sample(second, 1, "the second sample"); !ok) return Unexpected<Error>(ok.error());
    const auto n = static_cast<int>(std::min(first.size(), second.size()));
    const WelchScale scale(first, second);
    return around(mean(first) - mean(second), n, scale.standard_error, scale.degrees_of_freedom, confidence);
}

Expected<TestResult> one_sample_t_test(std::span<const double> sample) {
    if (auto ok = check_sample(sample, 2); !ok) return Unexpected<Error>(ok.error());
    const auto n = static_cast<double>(sample.size());
    return two_sided(mean(sample), std::sqrt(variance(sample) / n), n - 1);
}

Expected<Estimate> student_interval(std::span<const double> sample, double confidence) {
    if (auto ok = check_sample(sample); !ok) return Unexpected<Error>(ok.error());
    const auto n = static_cast<double>(sample.size());
    return around(mean(sample), static_cast<int>(sample.size()), std::sqrt(variance(sample) / n), n - 1,
                  confidence);
}

}  // namespace trimtab::statistics
