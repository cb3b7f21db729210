// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <limits>

#include "core/results/comparison.h"
#include "tests/core/results/made_evaluation.h"

using namespace trimtab;
using namespace trimtab::results;

namespace {

const PairComparison* find_pair(const ComparisonResult& result, const std::string& policy,
                                const std::string& baseline) {
    for (const PairComparison& pair : result.pairs)
        if (pair.policy == policy && pair.baseline == baseline) return &pair;
    return nullptr;
}

const MetricComparison& metric_of(const PatternComparison& pattern, const std::string& name) {
    for (const MetricComparison& metric : pattern.metrics)
        if (metric.metric == name) return metric;
    return pattern.metrics.front();
}

const ContenderSummary& contender(const ComparisonResult& result, const std::string& name) {
    for (const ContenderSummary& one : result.contenders)
        if (one.name == name) return one;
    return result.contenders.front();
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::vector<made::Character> three_models(double spread) {
    return {{.name = "rule", .level = 4.5},
            {.name = "ppo-1", .level = 5.0 - spread, .source = "a.pt", .training_seed = 1},
            {.name = "ppo-2", .level = 5.0, .source = "b.pt", .training_seed = 2},
            {.name = "ppo-3", .level = 5.0 + spread, .source = "c.pt", .training_seed = 3}};
}

}  // namespace

class TestComparison : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_better_policy_is_called_better_and_the_interval_holds_the_truth() {
        const auto result = compare(made::evaluation(
            {{.name = "hpa", .level = 4.5}, {.name = "ppo", .level = 4.8, .source = "best_model.pt"}}));
        QVERIFY(result.has_value());
        QCOMPARE(result->pairs.size(), std::size_t{1});
        const PairComparison* pair = find_pair(*result, "ppo", "hpa");
        QVERIFY(pair != nullptr);
        QCOMPARE(pair->patterns.size(), std::size_t{3});
        QCOMPARE(pair->patterns.back().pattern, all_patterns);
        QCOMPARE(pair->patterns.back().verdict, Verdict::better);
        const MetricComparison& all = pair->patterns.back().metrics.front();
        QVERIFY(all.difference->interval->contains(0.3));
        QVERIFY(*all.cohen_dz > 0.5);
        QVERIFY(all.probability_of_improvement->value > 0.5);
        QVERIFY(all.tests.size() == 3 && all.tests[0].p_holm.has_value());
        QVERIFY(contains(result->unit_statement, "episode"));
    }

    void lower_is_better_for_latency() {
        const auto result = compare(made::evaluation(
            {{.name = "hpa", .p95_ms = 900}, {.name = "ppo", .p95_ms = 400, .source = "a.pt"}}));
        const MetricComparison& p95 =
            metric_of(find_pair(*result, "ppo", "hpa")->patterns[0], "latency_p95_ms");
        QCOMPARE(p95.verdict, Verdict::better);
        QVERIFY(p95.difference->value < 0);
        QVERIFY(*p95.cohen_dz > 0);
        QCOMPARE(p95.probability_of_improvement->value, 1.0);
    }

    void equal_policies_differ_in_nothing() {
        auto evaluation = made::evaluation({{.name = "a"}, {.name = "b"}});
        evaluation.policies[1].episodes = evaluation.policies[0].episodes;
        const auto result = compare(evaluation);
        const PairComparison* pair = find_pair(*result, "a", "b");
        for (const PatternComparison& pattern : pair->patterns)
            QCOMPARE(pattern.verdict, Verdict::no_difference);
        const MetricComparison& metric = pair->patterns[0].metrics.front();
        QCOMPARE(metric.difference->interval->high, 0.0);
        QVERIFY(!metric.cohen_dz);
        QVERIFY(!metric.tests[2].result && !metric.tests[2].reason.empty());
    }

    void without_models_every_pair_is_compared_once() {
        const auto result = compare(made::evaluation({{.name = "a"}, {.name = "b"}, {.name = "c"}}));
        QCOMPARE(result->pairs.size(), std::size_t{3});
        QVERIFY(find_pair(*result, "a", "b") && find_pair(*result, "a", "c") && find_pair(*result, "b", "c"));
    }

    void several_models_make_the_training_seed_the_unit() {
        const auto result = compare(made::evaluation(three_models(0.02)));
        QVERIFY(contains(result->unit_statement, "training seed"));
        const ContenderSummary& ppo = contender(*result, "ppo");
        QCOMPARE(ppo.unit, InferenceUnit::training_seed);
        QCOMPARE(ppo.units, 3);
        QCOMPARE(ppo.policies.size(), std::size_t{3});
        const PairComparison* pair = find_pair(*result, "ppo", "rule");
        QCOMPARE(pair->unit, InferenceUnit::training_seed);
        const MetricComparison& all = pair->patterns.back().metrics.front();
        QCOMPARE(all.verdict, Verdict::better);
        QCOMPARE(all.difference->n, 3);
        QVERIFY(all.student.has_value());
        QCOMPARE(all.tests[0].test, std::string("paired_t"));
    }

    void few_seeds_that_disagree_prove_nothing() {
        // All three seeds are above the baseline, so the bootstrap interval excludes zero; three values that
        // far apart do not carry that claim, and Student's interval says so.
        const auto result = compare(made::evaluation(three_models(0.45)));
        const MetricComparison& all = find_pair(*result, "ppo", "rule")->patterns.back().metrics.front();
        QVERIFY(all.difference->interval->low > 0);
        QVERIFY(all.student->interval->contains(0));
        QCOMPARE(all.verdict, Verdict::no_difference);
        QVERIFY(contains(all.reason, "Student"));
    }

    void checkpoints_of_one_training_seed_are_not_several_seeds() {
        auto models = three_models(0.1);
        models[2].training_seed = 1;
        const auto result = compare(made::evaluation(models));
        QCOMPARE(contender(*result, "ppo-1").unit, InferenceUnit::episode);
        QVERIFY(contains(result->notes.front(), "training seed 1"));
    }

    void groups_can_be_named() {
        ComparisonOptions options;
        options.groups = {{"new", {"ppo-1", "ppo-2"}}};
        const auto result = compare(made::evaluation(three_models(0.1)), options);
        QCOMPARE(contender(*result, "new").units, 2);
        QCOMPARE(contender(*result, "ppo-3").units, 30);
        options.groups = {{"new", {"ppo-9"}}};
        QVERIFY(!compare(made::evaluation(three_models(0.1)), options));
    }

    void two_groups_of_models_are_independent_samples() {
        ComparisonOptions options;
        options.groups = {{"old", {"a1", "a2", "a3"}}, {"new", {"b1", "b2", "b3"}}};
        const auto evaluation = made::evaluation({{.name = "a1", .level = 4.40, .source = "1.pt"},
                                                  {.name = "a2", .level = 4.45, .source = "2.pt"},
                                                  {.name = "a3", .level = 4.50, .source = "3.pt"},
                                                  {.name = "b1", .level = 5.00, .source = "4.pt"},
                                                  {.name = "b2", .level = 5.05, .source = "5.pt"},
                                                  {.name = "b3", .level = 5.10, .source = "6.pt"}});
        const auto result = compare(evaluation, options);
        const MetricComparison& all = find_pair(*result, "old", "new")->patterns.back().metrics.front();
        QCOMPARE(all.verdict, Verdict::worse);
        QVERIFY(!all.cohen_dz && all.hedges_g && *all.hedges_g < -2);
        QVERIFY(all.student->interval->high < 0);
        QCOMPARE(all.tests.size(), std::size_t{2});
    }

    void one_run_gets_no_interval_and_no_verdict() {
        const auto result =
            compare(made::evaluation({{.name = "a"}, {.name = "b", .level = 6}}, {"ramp", "spike"}, 1));
        QVERIFY(result.has_value());
        const MetricComparison& metric = find_pair(*result, "a", "b")->patterns.back().metrics.front();
        QCOMPARE(metric.verdict, Verdict::not_judged);
        QVERIFY(!metric.difference->interval);
        QVERIFY(!metric.difference->no_interval.empty());
        const MetricSummary& summary = result->contenders[0].patterns[0].metrics.front();
        QVERIFY(!summary.mean.interval && !summary.iqm.interval && !summary.sample.std);
    }

    void unpaired_seeds_are_refused() {
        auto evaluation = made::evaluation({{.name = "a"}, {.name = "b"}});
        evaluation.policies[1].episodes[3].seed += 500;
        const auto result = compare(evaluation);
        QVERIFY(!result);
        QVERIFY(contains(result.error().message, "'a' and 'b'") && contains(result.error().message, "ramp"));
        evaluation.policies[1].episodes.resize(20);
        QVERIFY(!compare(evaluation));
    }

    void the_order_of_episodes_does_not_matter() {
        const auto evaluation = made::evaluation({{.name = "a"}, {.name = "b"}});
        auto shuffled = evaluation;
        std::reverse(shuffled.policies[1].episodes.begin(), shuffled.policies[1].episodes.end());
        const auto value = [](const auto& result) {
            return result->pairs[0].patterns[0].metrics[0].difference->interval->low;
        };
        QCOMPARE(value(compare(shuffled)), value(compare(evaluation)));
    }

    void a_value_that_is_no_number_is_said_in_words() {
        auto evaluation = made::evaluation({{.name = "a"}, {.name = "b"}});
        evaluation.policies[0].episodes[4].energy_wh = std::numeric_limits<double>::quiet_NaN();
        const auto result = compare(evaluation);
        QVERIFY(result.has_value());
        const PairComparison& pair = result->pairs[0];
        const MetricComparison& ramp = metric_of(pair.patterns[0], "energy_wh");
        QVERIFY(!ramp.difference);
        QVERIFY(contains(ramp.reason, "energy_wh") && contains(ramp.reason, "seed 4"));
        QVERIFY(metric_of(pair.patterns[1], "energy_wh").difference.has_value());
        QVERIFY(!metric_of(pair.patterns[2], "energy_wh").difference);
        QVERIFY(metric_of(pair.patterns[2], "episode_return").difference.has_value());
    }

    void no_success_at_all_is_said_in_words() {
        auto evaluation = made::evaluation({{.name = "a"}, {.name = "b"}}, {"ramp"});
        for (auto& episode : evaluation.policies[0].episodes) {
            episode.served_share = 0;
            episode.latency_p95_ms = 10000;
            episode.latencies = {};
        }
        const auto result = compare(evaluation);
        const PatternSummary& summary = result->contenders[0].patterns[0];
        QVERIFY(!summary.pooled_latency_p95_ms);
        QCOMPARE(summary.notes.size(), std::size_t{2});
        QVERIFY(contains(summary.notes[0], "30 of 30 episodes"));
        QVERIFY(result->contenders[1].patterns[0].notes.empty());
    }

    void the_whole_run_p95_comes_from_all_responses() {
        auto evaluation = made::evaluation({{.name = "a"}}, {"ramp"}, 2);
        // 90 fast responses and 10 slow ones, all of the slow ones in one run: averaging the runs' p95 would
        // hide them.
        for (auto& episode : evaluation.policies[0].episodes) episode.latencies = {};
        evaluation.policies[0].episodes[0].latencies.add(100, 90);
        evaluation.policies[0].episodes[1].latencies.add(5000, 10);
        const auto result = compare(evaluation);
        const Estimate& p95 = *result->contenders[0].patterns[0].pooled_latency_p95_ms;
        QVERIFY(std::abs(p95.value - 5000) < 50);
        QVERIFY(std::abs(p95.interval->low - 100) < 1);
    }

    void options_out_of_range_are_errors() {
        const auto evaluation = made::evaluation({{.name = "a"}, {.name = "b"}});
        QVERIFY(!compare({}));
        QVERIFY(!compare(evaluation, {.confidence = 95}));
        QVERIFY(!compare(evaluation, {.resamples = 0}));
        QVERIFY(!compare(evaluation, {.candidates = {"nobody"}}));
        QVERIFY(!compare(made::evaluation({{.name = "a"}, {.name = "a"}})));
    }

    void the_bootstrap_is_a_function_of_its_seed() {
        const auto evaluation = made::evaluation({{.name = "a"}, {.name = "b"}});
        const auto low = [&](std::uint64_t seed) {
            return compare(evaluation, {.seed = seed})
                ->pairs[0]
                .patterns[0]
                .metrics[0]
                .difference->interval->low;
        };
        QCOMPARE(low(1), low(1));
        QVERIFY(low(1) != low(2));
    }
};

QTEST_APPLESS_MAIN(TestComparison)
#include "tst_comparison.moc"
