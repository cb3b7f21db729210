// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/comparison_equal_cost.h"

#include <algorithm>

#include "core/results/comparison_metrics.h"
#include "core/statistics/mixing_frontier.h"

namespace trimtab::results {
namespace {

using statistics::CostPoint;
using statistics::MixingFrontier;

// One metric of the policy and of the statics: its mean, and its mean in every resample.
struct Column {
    std::vector<double> mean;                // [contender], the policy first
    std::vector<std::vector<double>> drawn;  // [contender][resample]

    Column(std::span<const Contender* const> contenders, std::string_view metric, std::size_t pattern,
           double sign) {
        const std::size_t index = comparison_metric(metric);
        const InferenceUnit unit = joint_unit(contenders);
        for (const Contender* contender : contenders) {
            mean.push_back(sign * contender->mean(index, pattern));
            drawn.push_back(drawn_means(*contender, index, pattern, unit));
            for (double& value : drawn.back()) value *= sign;
        }
    }
};

MixingFrontier frontier(const Column& cost, const Column& quality) {
    std::vector<CostPoint> points;
    for (std::size_t i = 1; i < cost.mean.size(); ++i) points.push_back({cost.mean[i], quality.mean[i]});
    return MixingFrontier(points);
}

MixingFrontier frontier(const Column& cost, const Column& quality, std::size_t resample) {
    std::vector<CostPoint> points;
    for (std::size_t i = 1; i < cost.drawn.size(); ++i)
        points.push_back({cost.drawn[i][resample], quality.drawn[i][resample]});
    return MixingFrontier(points);
}

EqualCost compare_one(std::span<const Contender* const> contenders, std::size_t pattern, double confidence) {
    EqualCost out;
    out.policy = contenders.front()->name;
    for (const char* metric : {"cost_usd", "episode_return", "slo_violations"}) {
        for (const Contender* contender : contenders) {
            out.note = contender->problem(comparison_metric(metric), pattern);
            if (!out.note.empty()) return out;
        }
    }
    const Column cost(contenders, "cost_usd", pattern, 1);
    const Column returns(contenders, "episode_return", pattern, 1);
    const Column attainment(contenders, "slo_violations", pattern, -1);
    const int units = joint_units(contenders);
    const std::size_t resamples = cost.drawn.front().size();

    auto drawn = cost.drawn.front();
    out.cost_usd = statistics::bootstrap_estimate(cost.mean.front(), units, drawn, confidence);

    const auto static_return = frontier(cost, returns).quality_at(cost.mean.front());
    if (static_return) {
        for (std::size_t b = 0; b < resamples; ++b) {
            const MixingFrontier statics = frontier(cost, returns, b);
            drawn[b] = returns.drawn.front()[b] -
                       statics.quality_at(cost.drawn.front()[b]).value_or(statics.corners().front().quality);
        }
        out.return_difference =
            statistics::bootstrap_estimate(returns.mean.front() - *static_return, units, drawn, confidence);
    } else {
        out.note =
            "no static allocation is as cheap as this policy, so there is none to compare its return with";
    }

    const auto static_cost = frontier(cost, attainment).cost_of(attainment.mean.front());
    if (static_cost && *static_cost > 0) {
        for (std::size_t b = 0; b < resamples; ++b) {
            const MixingFrontier statics = frontier(cost, attainment, b);
            drawn[b] =
                1 - cost.drawn.front()[b] /
                        statics.cost_of(attainment.drawn.front()[b]).value_or(statics.corners().back().cost);
        }
        out.cost_saved_share =
            statistics::bootstrap_estimate(1 - cost.mean.front() / *static_cost, units, drawn, confidence);
    } else {
        out.note += out.note.empty() ? "" : "; ";
        out.note +=
            "no static allocation violates the SLO as rarely as this policy, so none attains the same at any "
            "cost";
    }
    return out;
}

}  // namespace

bool is_static(const Contender& contender, const std::vector<std::string>& statics) {
    if (!statics.empty()) return std::find(statics.begin(), statics.end(), contender.name) != statics.end();
    return contender.name.starts_with("static") || contender.name.starts_with("best-static");
}

std::vector<EqualCost> compare_at_equal_cost(const std::vector<Contender>& contenders,
                                             const std::vector<std::string>& patterns,
                                             const std::vector<std::string>& statics, double confidence) {
    std::vector<const Contender*> allocations;
    for (const Contender& contender : contenders)
        if (is_static(contender, statics)) allocations.push_back(&contender);
    std::vector<EqualCost> out;
    if (allocations.empty()) return out;
    for (const Contender& policy : contenders) {
        if (policy.clairvoyant || is_static(policy, statics)) continue;
        std::vector<const Contender*> all = {&policy};
        all.insert(all.end(), allocations.begin(), allocations.end());
        for (std::size_t pattern = 0; pattern <= patterns.size(); ++pattern) {
            out.push_back(compare_one(all, pattern, confidence));
            out.back().pattern = pattern < patterns.size() ? patterns[pattern] : all_patterns;
        }
    }
    return out;
}

}  // namespace trimtab::results
