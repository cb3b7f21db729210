// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/comparison_pairs.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/results/comparison_metrics.h"
#include "core/statistics/effect_size.h"
#include "core/statistics/holm.h"
#include "core/statistics/mann_whitney.h"
#include "core/statistics/probability_of_improvement.h"
#include "core/statistics/sample_summary.h"
#include "core/statistics/t_test.h"
#include "core/statistics/wilcoxon_signed_rank.h"

namespace trimtab::results {
namespace {

using statistics::StratifiedResamples;
using statistics::StratifiedScores;

constexpr int few_units = 10;

struct Pair {
    const Contender& policy;
    const Contender& baseline;
    InferenceUnit unit = InferenceUnit::episode;
    int units = 0;

    Pair(const Contender& first, const Contender& second) : policy(first), baseline(second) {
        const Contender* both[] = {&first, &second};
        unit = joint_unit(both);
        units = joint_units(both);
    }
    // Independent samples: models of one kind against models of another.
    [[nodiscard]] bool two_groups() const {
        return policy.unit == InferenceUnit::training_seed && baseline.unit == InferenceUnit::training_seed;
    }
    [[nodiscard]] bool episodes() const { return unit == InferenceUnit::episode; }
};

std::vector<double> units_or_mean(const Contender& contender, std::size_t metric, std::size_t pattern,
                                  InferenceUnit unit) {
    if (contender.unit == unit) return contender.values(metric, pattern);
    return {contender.mean(metric, pattern)};
}

// policy - baseline by unit; a side of one value is that value for every unit. Empty for independent samples.
std::vector<double> unit_differences(const Pair& pair, std::size_t metric, std::size_t pattern) {
    if (pair.two_groups()) return {};
    const auto first = units_or_mean(pair.policy, metric, pattern, pair.unit);
    const auto second = units_or_mean(pair.baseline, metric, pattern, pair.unit);
    std::vector<double> out(std::max(first.size(), second.size()));
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = first[first.size() > 1 ? i : 0] - second[second.size() > 1 ? i : 0];
    return out;
}

Estimate difference(const Pair& pair, std::size_t metric, std::size_t pattern, double confidence) {
    auto distribution = drawn_means(pair.policy, metric, pattern, pair.unit);
    const auto baseline = drawn_means(pair.baseline, metric, pattern, pair.unit);
    std::transform(distribution.begin(), distribution.end(), baseline.begin(), distribution.begin(),
                   std::minus<>());
    return statistics::bootstrap_estimate(
        pair.policy.mean(metric, pattern) - pair.baseline.mean(metric, pattern), pair.units, distribution,
        confidence);
}

// A side that is held counts as one run of its mean.
struct ScoredSide {
    StratifiedScores scores;
    StratifiedResamples resamples;
};

ScoredSide scored_side(const Contender& contender, std::size_t metric, std::size_t pattern,
                       InferenceUnit unit) {
    ScoredSide out{contender.scores(metric, pattern), contender.draws(pattern)};
    if (contender.unit != unit) {
        for (auto& task : out.scores) task = {statistics::mean(task)};
        out.resamples =
            StratifiedResamples::clustered(1, out.resamples.tasks(), out.resamples.resamples(), 0);
    }
    return out;
}

Estimate improvement_chance(const Pair& pair, std::size_t metric, std::size_t pattern, bool higher_is_better,
                            double confidence) {
    ScoredSide better = scored_side(pair.policy, metric, pattern, pair.unit);
    ScoredSide worse = scored_side(pair.baseline, metric, pattern, pair.unit);
    if (!higher_is_better) std::swap(better, worse);
    const double share = 1.0 / static_cast<double>(better.scores.size());
    std::vector<double> distribution(static_cast<std::size_t>(better.resamples.resamples()));
    double value = 0;
    for (std::size_t task = 0; task < better.scores.size(); ++task) {
        value += share * statistics::improvement(better.scores[task], worse.scores[task]);
        const auto drawn =
            statistics::resampled_improvement(better.scores[task], better.resamples, worse.scores[task],
                                              worse.resamples, static_cast<int>(task));
        for (std::size_t i = 0; i < drawn.size(); ++i) distribution[i] += share * drawn[i];
    }
    return statistics::bootstrap_estimate(value, pair.units, distribution, confidence);
}

void add_test(MetricComparison& comparison, std::string name,
              const Expected<statistics::TestResult>& outcome) {
    TestOutcome test;
    test.test = std::move(name);
    if (outcome)
        test.result = *outcome;
    else
        test.reason = outcome.error().message;
    comparison.tests.push_back(std::move(test));
}

MetricComparison compare_metric(const Pair& pair, std::size_t metric, std::size_t pattern,
                                double confidence) {
    const ComparisonMetric& info = comparison_metrics()[metric];
    const bool higher = info.direction == Direction::higher_is_better;
    MetricComparison out;
    out.metric = info.name;
    out.unit = info.unit;
    for (const Contender* side : {&pair.policy, &pair.baseline}) {
        out.reason = side->problem(metric, pattern);
        if (!out.reason.empty()) return out;
    }
    out.difference = difference(pair, metric, pattern, confidence);
    out.probability_of_improvement = improvement_chance(pair, metric, pattern, higher, confidence);

    const auto differences = unit_differences(pair, metric, pattern);
    const double sign = higher ? 1 : -1;
    if (const auto dz = statistics::cohen_dz(differences)) out.cohen_dz = sign * *dz;
    if (pair.episodes() || pair.two_groups()) {
        const auto& first = pair.policy.values(metric, pattern);
        const auto& second = pair.baseline.values(metric, pattern);
        if (const auto g = statistics::hedges_g(first, second)) out.hedges_g = sign * *g;
        add_test(out, "welch_t", statistics::welch_t_test(first, second));
        add_test(out, "mann_whitney_u", statistics::mann_whitney_u(first, second));
    } else {
        add_test(out, "paired_t", statistics::one_sample_t_test(differences));
    }
    if (!pair.two_groups())
        add_test(out, "wilcoxon_signed_rank", statistics::wilcoxon_signed_rank(differences));
    if (pair.units < few_units) {
        const auto student =
            pair.two_groups() ? statistics::welch_interval(pair.policy.values(metric, pattern),
                                                           pair.baseline.values(metric, pattern), confidence)
                              : statistics::student_interval(differences, confidence);
        if (student) out.student = *student;
    }
    judge(out, higher);
    return out;
}

void correct_by_holm(std::vector<PairComparison>& pairs) {
    std::map<std::pair<std::string, std::string>, std::vector<TestOutcome*>> families;
    for (PairComparison& pair : pairs)
        for (PatternComparison& pattern : pair.patterns)
            for (MetricComparison& metric : pattern.metrics)
                for (TestOutcome& test : metric.tests)
                    if (test.result) families[{metric.metric, test.test}].push_back(&test);
    for (auto& [key, family] : families) {
        std::vector<double> p_values;
        for (const TestOutcome* test : family) p_values.push_back(test->result->p_value);
        const auto corrected = statistics::holm_correction(p_values);
        for (std::size_t i = 0; i < family.size(); ++i) family[i]->p_holm = corrected[i];
    }
}

// The interval decides; a reader must still see where the tests of the whole family do not agree with it.
void note_disagreement(PairComparison& pair, double confidence) {
    for (PatternComparison& pattern : pair.patterns) {
        for (MetricComparison& metric : pattern.metrics) {
            if (metric.verdict != Verdict::better && metric.verdict != Verdict::worse) continue;
            std::string silent;
            for (const TestOutcome& test : metric.tests)
                if (!test.p_holm || *test.p_holm >= 1 - confidence)
                    silent += (silent.empty() ? "" : ", ") + test.test;
            if (!silent.empty()) metric.reason += "; not significant after Holm's correction by " + silent;
        }
    }
}

}  // namespace

void judge(MetricComparison& comparison, bool higher_is_better) {
    const Estimate& difference = *comparison.difference;
    if (!difference.interval) {
        comparison.verdict = Verdict::not_judged;
        comparison.reason = "one unit only: " + difference.no_interval;
        return;
    }
    if (difference.interval->contains(0)) {
        comparison.verdict = Verdict::no_difference;
        comparison.reason = "the interval of the difference contains zero";
        return;
    }
    const bool positive = difference.interval->low > 0;
    const auto& student = comparison.student;
    if (student && student->interval && student->interval->contains(0)) {
        comparison.verdict = Verdict::no_difference;
        comparison.reason =
            "so few units: the bootstrap interval excludes zero, Student's wider one does not";
        return;
    }
    comparison.verdict = positive == higher_is_better ? Verdict::better : Verdict::worse;
    comparison.reason = "the interval of the difference excludes zero";
}

std::vector<PairComparison> compare_pairs(const std::vector<Contender>& contenders,
                                          const std::vector<std::string>& patterns, double confidence) {
    std::vector<PairComparison> out;
    for (const Contender& policy : contenders) {
        for (const Contender& baseline : contenders) {
            const bool met_before = baseline.candidate && &baseline < &policy;
            if (!policy.candidate || baseline.clairvoyant || &policy == &baseline || met_before) continue;
            const Pair pair(policy, baseline);
            PairComparison comparison{policy.name, baseline.name, pair.unit, pair.units, {}};
            for (std::size_t pattern = 0; pattern <= patterns.size(); ++pattern) {
                PatternComparison one;
                one.pattern = pattern < patterns.size() ? patterns[pattern] : all_patterns;
                for (std::size_t metric = 0; metric < comparison_metrics().size(); ++metric)
                    if (comparison_metrics()[metric].compared)
                        one.metrics.push_back(compare_metric(pair, metric, pattern, confidence));
                one.verdict = one.metrics.front().verdict;
                comparison.patterns.push_back(std::move(one));
            }
            out.push_back(std::move(comparison));
        }
    }
    correct_by_holm(out);
    for (PairComparison& pair : out) note_disagreement(pair, confidence);
    return out;
}

}  // namespace trimtab::results
