// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/t_test.h"

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

}  // namespace

Expected<TestResult> welch_t_test(std::span<const double> first, std::span<const double> second) {
    if (auto ok = check_sample(first, 2, "the first sample"); !ok) return Unexpected<Error>(ok.error());
    if (auto ok = check_sample(second, 2, "the second sample"); !ok) return Unexpected<Error>(ok.error());
    const auto n1 = static_cast<double>(first.size());
    const auto n2 = static_cast<double>(second.size());
    const double v1 = variance(first) / n1;
    const double v2 = variance(second) / n2;
    const double freedom =
        v1 + v2 > 0 ? (v1 + v2) * (v1 + v2) / (v1 * v1 / (n1 - 1) + v2 * v2 / (n2 - 1)) : 1;
    return two_sided(mean(first) - mean(second), std::sqrt(v1 + v2), freedom);
}

Expected<TestResult> one_sample_t_test(std::span<const double> sample) {
    if (auto ok = check_sample(sample, 2); !ok) return Unexpected<Error>(ok.error());
    const auto n = static_cast<double>(sample.size());
    return two_sided(mean(sample), std::sqrt(variance(sample) / n), n - 1);
}

Expected<Estimate> student_interval(std::span<const double> sample, double confidence) {
    if (auto ok = check_sample(sample); !ok) return Unexpected<Error>(ok.error());
    Estimate out{mean(sample), static_cast<int>(sample.size()), std::nullopt, {}};
    if (sample.size() < 2) {
        out.no_interval = "a single value has no spread, so there is no interval";
        return out;
    }
    const auto n = static_cast<double>(sample.size());
    const double t = boost::math::quantile(boost::math::students_t(n - 1), 0.5 + confidence / 2);
    const double half = t * std::sqrt(variance(sample) / n);
    out.interval = Interval{out.value - half, out.value + half, confidence};
    return out;
}

}  // namespace trimtab::statistics
