// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <functional>
#include <limits>

#include "core/results/comparison.h"
#include "core/results/comparison_contender.h"
#include "core/results/comparison_metrics.h"

namespace trimtab::results {
namespace {

struct Criterion {
    const char* pattern;
    const char* sentence;
    double low;
    std::optional<double> high;  // set: a share that must lie in between; else a factor that must exceed low
};

const Criterion criteria[] = {
    {"random", "static-cpu's whole-run p95 over the policy's is above 1.96", 1.96, std::nullopt},
    {"spike", "static-cpu's whole-run p95 over the policy's is above 1.27", 1.27, std::nullopt},
    {"ramp", "static-cpu's whole-run p95 over the policy's is above 1.16", 1.16, std::nullopt},
    {"periodic", "the mean GPU share of ready pods lies in 0.4..0.6", 0.4, 0.6},
};

// Both sides' whole-run p95, resampled together; nothing where one recorded no latencies.
std::optional<Estimate> p95_factor(const Contender& policy, const Contender& reference, std::size_t pattern,
                                   double confidence) {
    const PooledP95 ours(policy.latencies_of(pattern));
    const PooledP95 theirs(reference.latencies_of(pattern));
    if (!ours.value() || !theirs.value()) return std::nullopt;
    const Contender* both[] = {&policy, &reference};
    const InferenceUnit unit = joint_unit(both);
    const auto drawn = [&](const Contender& contender, const PooledP95& p95) {
        const auto draws = contender.draws(pattern);
        if (contender.unit == unit) return p95.distribution(draws);
        return std::vector<double>(static_cast<std::size_t>(draws.resamples()), *p95.value());
    };
    auto distribution = drawn(reference, theirs);
    const auto divisor = drawn(policy, ours);
    std::transform(distribution.begin(), distribution.end(), divisor.begin(), distribution.begin(),
                   std::divides<>());
    return statistics::bootstrap_estimate(*theirs.value() / *ours.value(), joint_units(both), distribution,
                                          confidence);
}

void decide(ExpectedImprovement& out) {
    if (!out.value) {
        if (out.reason.empty()) out.reason = "no latencies were recorded, so there is no whole-run p95";
        return;
    }
    const double high = out.target_high.value_or(std::numeric_limits<double>::infinity());
    const auto inside = [&](double x) { return x > out.target_low && x < high; };
    if (!out.value->interval) {
        out.reason = "one unit only: " + out.value->no_interval + ", and without one nothing counts as met";
        return;
    }
    out.met = inside(out.value->interval->low) && inside(out.value->interval->high);
    out.reason = out.met ? "the whole interval is within the target"
                 : inside(out.value->value)
                     ? "the value is within the target, but its interval reaches beyond"
                     : "the value misses the target";
}

}  // namespace

Expected<std::vector<ExpectedImprovement>> judge_improvements(const training::EvaluationResult& published,
                                                              const ComparisonOptions& options) {
    const auto contenders = make_contenders(published, options);
    if (!contenders) return Unexpected<Error>(contenders.error());
    const auto reference = std::find_if(contenders->begin(), contenders->end(),
                                        [](const Contender& one) { return one.name == "static-cpu"; });
    if (reference == contenders->end())
        return fail(ErrorCode::invalid_argument,
                    "the expected improvements are relative to policy static-cpu: evaluate it as well");
    const std::size_t share = comparison_metric("gpu_share");
    std::vector<ExpectedImprovement> out;
    for (const Contender& policy : *contenders) {
        if (!policy.candidate || &policy == &*reference) continue;
        for (const Criterion& criterion : criteria) {
            const auto found =
                std::find(published.patterns.begin(), published.patterns.end(), criterion.pattern);
            if (found == published.patterns.end()) continue;
            const auto pattern = static_cast<std::size_t>(found - published.patterns.begin());
            ExpectedImprovement one{policy.name,
                                    criterion.pattern,
                                    criterion.sentence,
                                    criterion.low,
                                    criterion.high,
                                    std::nullopt,
                                    false,
                                    {}};
            if (!criterion.high) {
                one.value = p95_factor(policy, *reference, pattern, options.confidence);
            } else if (policy.problem(share, pattern).empty()) {
                auto drawn = policy.means(share, pattern);
                one.value = statistics::bootstrap_estimate(policy.mean(share, pattern), policy.units, drawn,
                                                           options.confidence);
            } else {
                one.reason = policy.problem(share, pattern);
            }
            decide(one);
            out.push_back(std::move(one));
        }
    }
    return out;
}

}  // namespace trimtab::results
