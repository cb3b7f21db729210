// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>

#include "core/statistics/interquartile_mean.h"
#include "core/statistics/optimality_gap.h"
#include "core/statistics/performance_profile.h"
#include "core/statistics/probability_of_improvement.h"
#include "core/statistics/resampled_mean.h"
#include "tests/core/statistics/golden_case.h"

using namespace trimtab;
using namespace trimtab::statistics;

namespace {

std::vector<int> sizes_of(const StratifiedScores& scores) {
    std::vector<int> sizes;
    for (const auto& task : scores) sizes.push_back(static_cast<int>(task.size()));
    return sizes;
}

bool agrees_with(const Expected<Estimate>& actual, const nlohmann::json& expected) {
    return actual && actual->interval && agrees(actual->value, expected["value"]) &&
           agrees(actual->interval->low, expected["low"]) && agrees(actual->interval->high, expected["high"]);
}

}  // namespace

class TestStratifiedBootstrap : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void estimators_agree_with_independent_code() {
        const GoldenCase golden("score_matrix");
        const auto first = golden.input["first"].get<StratifiedScores>();
        const auto second = golden.input["second"].get<StratifiedScores>();
        const StratifiedResamples resamples(sizes_of(first), golden.input["resamples"],
                                            golden.input["seed"].get<std::uint64_t>());
        QVERIFY(agrees_with(stratified_mean(first, resamples), golden.expected["mean"]));
        QVERIFY(agrees_with(interquartile_mean(first, resamples), golden.expected["iqm"]));
        QVERIFY(agrees_with(optimality_gap(first, golden.input["target"], resamples),
                            golden.expected["optimality_gap"]));
        QVERIFY(
            agrees_with(paired_difference(first, second, resamples), golden.expected["paired_difference"]));
        QVERIFY(agrees_with(probability_of_improvement(first, resamples, second, resamples),
                            golden.expected["probability_of_improvement"]));

        const auto thresholds = golden.input["thresholds"].get<std::vector<double>>();
        const auto profile = performance_profile(first, thresholds, resamples);
        QVERIFY(profile.has_value());
        for (std::size_t i = 0; i < thresholds.size(); ++i) {
            QVERIFY(agrees(profile->share[i], golden.expected["profile"]["value"][i]));
            QVERIFY(agrees(profile->low[i], golden.expected["profile"]["low"][i]));
            QVERIFY(agrees(profile->high[i], golden.expected["profile"]["high"][i]));
        }
    }

    void every_resample_draws_as_many_runs_as_the_task_has() {
        const std::vector<int> sizes = {5, 3};
        const StratifiedResamples resamples(sizes, 50, 1);
        for (int task = 0; task < 2; ++task) {
            for (int b = 0; b < 50; ++b) {
                float sum = 0;
                for (int run = 0; run < resamples.runs(task); ++run) {
                    sum += resamples.counts(task, run)[static_cast<std::size_t>(b)];
                    QCOMPARE(resamples.counts(task, run)[static_cast<std::size_t>(b)],
                             resamples.resample(task, b)[static_cast<std::size_t>(run)]);
                }
                QCOMPARE(sum, static_cast<float>(resamples.runs(task)));
            }
        }
    }

    void clustered_units_are_drawn_once_for_all_tasks() {
        // A seed that is good on one task is good on the other: drawn together their sum keeps its spread;
        // drawn task by task half of the variance would vanish.
        const StratifiedScores scores = {{1, 2, 3, 4, 5, 6}, {1, 2, 3, 4, 5, 6}};
        const std::vector<int> sizes = {6, 6};
        const auto width = [&](const StratifiedResamples& resamples) {
            const auto mean = stratified_mean(scores, resamples);
            return mean->interval->high - mean->interval->low;
        };
        const double together = width(StratifiedResamples::clustered(6, 2, 4000, 3));
        const double apart = width(StratifiedResamples(sizes, 4000, 3));
        QVERIFY(together > 1.25 * apart);
    }

    void the_seed_decides_the_interval() {
        const StratifiedScores scores = {{1, 4, 2, 8, 5, 7}};
        const std::vector<int> sizes = {6};
        const auto low = [&](std::uint64_t seed) {
            return interquartile_mean(scores, StratifiedResamples(sizes, 200, seed))->interval->low;
        };
        QCOMPARE(low(9), low(9));
        QVERIFY(low(9) != low(10) || low(10) != low(11));
    }

    void one_run_has_a_value_and_no_interval() {
        const StratifiedScores scores = {{3.0}, {5.0}};
        const std::vector<int> sizes = {1, 1};
        const StratifiedResamples resamples(sizes, 100, 1);
        for (const auto& estimate :
             {stratified_mean(scores, resamples), interquartile_mean(scores, resamples),
              probability_of_improvement(scores, resamples, scores, resamples)}) {
            QVERIFY(estimate.has_value());
            QVERIFY(!estimate->interval);
            QVERIFY(!estimate->no_interval.empty());
        }
        QCOMPARE(stratified_mean(scores, resamples)->value, 4.0);
        const std::vector<double> thresholds = {4.0};
        QVERIFY(performance_profile(scores, thresholds, resamples)->low.empty());
    }

    void equal_policies_do_not_improve_on_each_other() {
        const StratifiedScores scores = {{1, 2, 2, 3}, {4, 4, 4, 4}};
        const std::vector<int> sizes = {4, 4};
        const StratifiedResamples resamples(sizes, 100, 1);
        const auto chance = probability_of_improvement(scores, resamples, scores, resamples);
        QCOMPARE(chance->value, 0.5);
        QCOMPARE(chance->interval->low, 0.5);
        QCOMPARE(chance->interval->high, 0.5);
    }

    void bad_scores_are_errors() {
        const std::vector<int> sizes = {2};
        const StratifiedResamples resamples(sizes, 10, 1);
        QCOMPARE(stratified_mean({{1, NAN}}, resamples).error().code, ErrorCode::numeric_error);
        QVERIFY(!interquartile_mean({{1, 2, 3}}, resamples));
        QVERIFY(!interquartile_mean(StratifiedScores{}));
        QVERIFY(!paired_difference({{1, 2}}, {{1}}, resamples));
        const std::vector<double> falling = {2, 1};
        QVERIFY(!performance_profile({{1, 2}}, falling, resamples));
    }
};

QTEST_APPLESS_MAIN(TestStratifiedBootstrap)
#include "tst_stratified_bootstrap.moc"
