// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/comparison_gap.h"

#include "core/results/comparison_metrics.h"

namespace trimtab::results {
namespace {

const Contender* strongest_baseline(const std::vector<Contender>& contenders, const Contender& policy,
                                    std::size_t all) {
    const std::size_t metric = comparison_metric("episode_return");
    const Contender* best = nullptr;
    for (const bool among_candidates : {false, true}) {
        for (const Contender& one : contenders) {
            if (one.clairvoyant || &one == &policy || one.candidate != among_candidates ||
                !one.problem(metric, all).empty())
                continue;
            if (best == nullptr || one.mean(metric, all) > best->mean(metric, all)) best = &one;
        }
        if (best != nullptr) break;
    }
    return best;
}

GapClosed closed_gap(const Contender& policy, const Contender& baseline, const Contender& planner,
                     std::size_t pattern, double confidence) {
    const std::size_t metric = comparison_metric("episode_return");
    GapClosed out;
    out.policy = policy.name;
    out.baseline = baseline.name;
    out.planner = planner.name;
    out.episodes = planner.units;
    const Contender* all[] = {&policy, &baseline, &planner};
    for (const Contender* one : all) {
        out.note = one->problem(metric, pattern);
        if (!out.note.empty()) return out;
    }
    const InferenceUnit unit = joint_unit(all);
    const int units = joint_units(all);
    const double from = baseline.mean(metric, pattern);
    const double to = planner.mean(metric, pattern);
    const double reached = policy.mean(metric, pattern);
    const auto drawn_from = drawn_means(baseline, metric, pattern, unit);
    const auto drawn_to = drawn_means(planner, metric, pattern, unit);
    const auto drawn_reached = drawn_means(policy, metric, pattern, unit);
    auto scratch = drawn_from;
    out.baseline_return = statistics::bootstrap_estimate(from, units, scratch, confidence);
    scratch = drawn_to;
    out.planner_return = statistics::bootstrap_estimate(to, units, scratch, confidence);
    scratch = drawn_reached;
    out.policy_return = statistics::bootstrap_estimate(reached, units, scratch, confidence);
    std::size_t closed_up = 0;
    for (std::size_t b = 0; b < scratch.size(); ++b) {
        const double gap = drawn_to[b] - drawn_from[b];
        closed_up += gap <= 0;
        scratch[b] = (drawn_reached[b] - drawn_from[b]) / gap;
    }
    if (to <= from || closed_up > 0) {
        out.note = "the planner is not clearly above the best baseline here, so there is no gap to close";
        return out;
    }
    out.share = statistics::bootstrap_estimate((reached - from) / (to - from), units, scratch, confidence);
    return out;
}

}  // namespace

std::vector<GapClosed> closed_gaps(const std::vector<Contender>& contenders,
                                   const std::vector<std::string>& patterns, double confidence) {
    std::vector<GapClosed> out;
    const Contender* planner = nullptr;
    for (const Contender& contender : contenders)
        if (contender.clairvoyant && planner == nullptr) planner = &contender;
    if (planner == nullptr) return out;
    for (const Contender& policy : contenders) {
        if (!policy.candidate) continue;
        const Contender* baseline = strongest_baseline(contenders, policy, patterns.size());
        if (baseline == nullptr) continue;
        for (std::size_t pattern = 0; pattern <= patterns.size(); ++pattern) {
            out.push_back(closed_gap(policy, *baseline, *planner, pattern, confidence));
            out.back().pattern = pattern < patterns.size() ? patterns[pattern] : all_patterns;
        }
    }
    return out;
}

}  // namespace trimtab::results
