// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/sweep_result.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/statistics/holm.h"
#include "core/statistics/t_test.h"

namespace trimtab::results {
namespace {

using statistics::student_interval;

/// Scores of one configuration: [pattern][seed], absent where the row is not finished.
using CaseScores = std::vector<std::map<std::uint64_t, double>>;

/// Mean over patterns for each seed that has all of them.
std::vector<double> complete_seeds(const CaseScores& scores) {
    std::vector<double> out;
    for (const auto& [seed, unused] : scores.front()) {
        double sum = 0;
        bool complete = true;
        for (const auto& pattern : scores) {
            const auto found = pattern.find(seed);
            complete = complete && found != pattern.end();
            if (complete) sum += found->second;
        }
        if (complete) out.push_back(sum / static_cast<double>(scores.size()));
    }
    return out;
}

/// The end of the interval that speaks against the configuration, as "the larger the better".
double unfavourable_end(const Estimate& estimate, Direction direction) {
    return direction == Direction::higher_is_better ? estimate.interval->low : -estimate.interval->high;
}

std::optional<int> best_by_interval(const SweepResult& result) {
    std::optional<int> best;
    double end = 0;
    for (std::size_t i = 0; i < result.cases.size(); ++i) {
        const auto& overall = result.cases[i].overall;
        if (!overall || !overall->interval) continue;
        const double candidate = unfavourable_end(*overall, result.direction);
        if (best && candidate <= end) continue;
        best = static_cast<int>(i);
        end = candidate;
    }
    return best;
}

/// Differences to the best, Welch's test of each, Holm's correction over all, a verdict.
Expected<void> judge(SweepResult& result, const std::vector<std::vector<double>>& seeds) {
    const auto& reference = seeds[static_cast<std::size_t>(*result.best)];
    std::vector<double> p_values;
    std::vector<std::size_t> tested;
    for (std::size_t i = 0; i < result.cases.size(); ++i) {
        SweepCaseResult& one = result.cases[i];
        if (static_cast<int>(i) == *result.best || !one.overall || !one.overall->interval) continue;
        auto difference = statistics::welch_interval(seeds[i], reference, result.confidence);
        if (!difference) return Unexpected<Error>(difference.error());
        one.difference = *difference;
        const auto test = statistics::welch_t_test(seeds[i], reference);
        // Seeds that agree to the last digit have no spread to test: equal means are no difference.
        p_values.push_back(test ? test->p_value : difference->value == 0 ? 1.0 : 0.0);
        tested.push_back(i);
    }
    const std::vector<double> corrected = statistics::holm_correction(p_values);
    for (std::size_t k = 0; k < tested.size(); ++k) {
        SweepCaseResult& one = result.cases[tested[k]];
        one.p_holm = corrected[k];
        const bool above = one.difference->value > 0;
        const bool better = above == (result.direction == Direction::higher_is_better);
        one.verdict = corrected[k] >= 1 - result.confidence ? Verdict::no_difference
                      : better                              ? Verdict::better
                                                            : Verdict::worse;
    }
    return {};
}

void add_notes(SweepResult& result, const training::SweepPlan& plan,
               const std::vector<SweepRowRecord>& records) {
    if (result.partial())
        result.notes.push_back("Partial: " + std::to_string(result.finished) + " of " +
                               std::to_string(result.planned) + " runs are finished, " +
                               std::to_string(result.failed) +
                               " failed; the intervals rest on the finished ones.");
    if (!result.best)
        result.notes.push_back(
            "No configuration has two finished seeds of every pattern, so there is no interval and no best.");
    if (result.metric == "episode_return")
        for (const training::SweepGridKey& key : plan.file().grid)
            if (key.key.starts_with("environment.reward") || key.key.starts_with("environment.baseline") ||
                (key.key.starts_with("environment.") && key.key.ends_with("_weight")))
                result.notes.push_back(
                    key.key +
                    " changes what the return means: returns of its values cannot be "
                    "compared; set sweep.metric to latency_p95_ms or cost_usd, for instance.");
    std::map<std::string, int> versions;
    for (const SweepRowRecord& record : records)
        if (record.state == SweepRowState::finished) ++versions[record.version];
    if (versions.size() > 1) {
        std::string text = "The runs were made by several versions of the program:";
        for (const auto& [version, count] : versions)
            text += " " + version + " made " + std::to_string(count) + ";";
        text.back() = '.';
        result.notes.push_back(text);
    }
}

}  // namespace

Expected<void> check_sweep_metric(const training::SweepPlan& plan) {
    const std::size_t metric = comparison_metric(plan.file().metric);
    if (metric < comparison_metrics().size() && comparison_metrics()[metric].direction != Direction::neutral)
        return {};
    std::string known;
    for (const ComparisonMetric& one : comparison_metrics())
        if (one.direction != Direction::neutral) known.append(known.empty() ? "" : ", ").append(one.name);
    return fail(ErrorCode::invalid_argument,
                "sweep.metric '" + plan.file().metric + "' has no better and worse; use one of " + known,
                plan.file().path.string());
}

Expected<SweepResult> summarize_sweep(const training::SweepPlan& plan,
                                      const std::vector<SweepRowRecord>& records, double confidence) {
    if (auto checked = check_sweep_metric(plan); !checked) return Unexpected<Error>(checked.error());
    SweepResult result;
    result.name = plan.file().name;
    result.metric = plan.file().metric;
    result.confidence = confidence;
    result.patterns = plan.file().patterns;
    const ComparisonMetric& metric = comparison_metrics()[comparison_metric(result.metric)];
    result.unit = metric.unit;
    result.direction = metric.direction;

    std::vector<CaseScores> table(static_cast<std::size_t>(plan.cases()), CaseScores(result.patterns.size()));
    result.cases.resize(table.size());
    for (int i = 0; i < plan.cases(); ++i)
        result.cases[static_cast<std::size_t>(i)].setting = plan.case_at(i);
    for (int index = 0; index < plan.rows(); ++index) {
        const training::SweepRow row = plan.row(index);
        const SweepRowRecord& record = records[static_cast<std::size_t>(index)];
        SweepCaseResult& one = result.cases[static_cast<std::size_t>(row.case_index)];
        ++one.planned;
        one.failed += record.state == SweepRowState::failed ? 1 : 0;
        const auto score = record.scores.find(result.metric);
        if (record.state != SweepRowState::finished || score == record.scores.end()) continue;
        const auto pattern = std::find(result.patterns.begin(), result.patterns.end(), row.pattern);
        table[static_cast<std::size_t>(row.case_index)]
             [static_cast<std::size_t>(pattern - result.patterns.begin())][row.seed] = score->second;
    }
    std::vector<std::vector<double>> seeds(table.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        SweepCaseResult& one = result.cases[i];
        for (const auto& pattern : table[i]) {
            std::vector<double> values;
            for (const auto& [seed, value] : pattern) values.push_back(value);
            one.finished += static_cast<int>(values.size());
            auto estimate = student_interval(values, confidence);
            one.patterns.push_back(estimate ? std::optional<Estimate>(*estimate) : std::nullopt);
        }
        seeds[i] = complete_seeds(table[i]);
        one.seeds = static_cast<int>(seeds[i].size());
        if (auto overall = student_interval(seeds[i], confidence)) one.overall = *overall;
        result.planned += one.planned;
        result.finished += one.finished;
        result.failed += one.failed;
    }
    result.best = best_by_interval(result);
    if (result.best)
        if (auto judged = judge(result, seeds); !judged) return Unexpected<Error>(judged.error());
    add_notes(result, plan, records);
    return result;
}

std::map<std::string, double> sweep_scores(const training::EvaluationResult& evaluation) {
    std::map<std::string, double> scores;
    if (evaluation.policies.empty() || evaluation.patterns.empty()) return scores;
    for (const ComparisonMetric& metric : comparison_metrics()) {
        double sum = 0;
        for (const std::string& pattern : evaluation.patterns) {
            double of_pattern = 0;
            int episodes = 0;
            for (const training::EpisodeResult& episode : evaluation.policies.front().episodes) {
                if (episode.pattern != pattern) continue;
                of_pattern += metric.value(episode);
                ++episodes;
            }
            sum += of_pattern / episodes;
        }
        if (std::isfinite(sum))
            scores[std::string(metric.name)] = sum / static_cast<double>(evaluation.patterns.size());
    }
    return scores;
}

std::vector<int> ranked_cases(const SweepResult& result) {
    std::vector<int> order(result.cases.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
    const double sign = result.direction == Direction::higher_is_better ? 1 : -1;
    const auto mean = [&](int i) { return sign * result.cases[static_cast<std::size_t>(i)].overall->value; };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        const bool has_a = result.cases[static_cast<std::size_t>(a)].overall.has_value();
        const bool has_b = result.cases[static_cast<std::size_t>(b)].overall.has_value();
        if (has_a != has_b || !has_a) return has_a && !has_b;
        if (result.best && (a == *result.best) != (b == *result.best)) return a == *result.best;
        return mean(a) > mean(b);
    });
    return order;
}

}  // namespace trimtab::results
