// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/results/comparison.h"
#include "tests/core/results/made_evaluation.h"

using namespace trimtab;
using namespace trimtab::results;

namespace {

template <class T>
const T& find(const std::vector<T>& all, const std::string& policy, const std::string& pattern) {
    for (const T& one : all)
        if (one.policy == policy && one.pattern == pattern) return one;
    return all.front();
}

}  // namespace

/// What policies are measured against beside each other: equal cost, the planner, the published improvements.
class TestComparisonReferences : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void more_pods_are_not_skill() {
        // The spender has a higher return than either static allocation of its neighbourhood, at the price at
        // which a mix of both would have it as well; the saver has it for less.
        const auto result =
            compare(made::evaluation({{.name = "static-small", .level = 4.0, .cost_usd = 0.1, .p95_ms = 1600},
                                      {.name = "static-large", .level = 5.0, .cost_usd = 0.3, .p95_ms = 400},
                                      {.name = "spender", .level = 4.5, .cost_usd = 0.2, .p95_ms = 1000},
                                      {.name = "saver", .level = 4.5, .cost_usd = 0.12, .p95_ms = 1000}}));
        QCOMPARE(result->equal_cost.size(), std::size_t{6});
        const EqualCost& spender = find(result->equal_cost, "spender", all_patterns);
        QVERIFY(std::abs(spender.return_difference->value) < 0.1);
        QVERIFY(std::abs(spender.cost_saved_share->value) < 0.02);
        const EqualCost& saver = find(result->equal_cost, "saver", all_patterns);
        QVERIFY(saver.return_difference->interval->low > 0.2);
        QVERIFY(std::abs(saver.return_difference->value - 0.4) < 0.1);
        QVERIFY(std::abs(saver.cost_saved_share->value - 0.4) < 0.02);
    }

    void a_policy_outside_the_statics_range_is_said_so() {
        const auto result = compare(made::evaluation({{.name = "static-gpu", .cost_usd = 0.2, .p95_ms = 1000},
                                                      {.name = "cheap", .cost_usd = 0.05, .p95_ms = 200}}));
        const EqualCost& cheap = find(result->equal_cost, "cheap", "ramp");
        QVERIFY(!cheap.return_difference && !cheap.cost_saved_share);
        QVERIFY(cheap.note.find("as cheap") != std::string::npos);
        QVERIFY(cheap.note.find("as rarely") != std::string::npos);
    }

    void without_statics_there_is_no_equal_cost() {
        QVERIFY(compare(made::evaluation({{.name = "a"}, {.name = "b"}}))->equal_cost.empty());
    }

    void the_planner_is_the_ceiling_and_never_a_baseline() {
        const auto result =
            compare(made::evaluation({{.name = "hpa-calibrated", .level = 4.4},
                                      {.name = "best-static", .level = 4.6},
                                      {.name = "ppo", .level = 5.0, .source = "a.pt"},
                                      {.name = "planner", .level = 5.4, .clairvoyant = true}}));
        for (const PairComparison& pair : result->pairs)
            QVERIFY(pair.baseline != "planner" && pair.policy != "planner");
        const GapClosed& gap = find(result->gap_closed, "ppo", all_patterns);
        QCOMPARE(gap.baseline, std::string("best-static"));
        QVERIFY(std::abs(gap.share->value - 0.5) < 0.1);
        QVERIFY(gap.share->interval->low > 0.3 && gap.share->interval->high < 0.7);
        for (const ContenderSummary& one : result->contenders)
            QCOMPARE(one.optimality_gap.has_value(), !one.clairvoyant);
    }

    void a_planner_of_fewer_episodes_is_compared_on_those() {
        auto evaluation = made::evaluation({{.name = "rule", .level = 4.5},
                                            {.name = "ppo", .level = 5.0, .source = "a.pt"},
                                            {.name = "planner", .level = 5.5, .clairvoyant = true}});
        auto& episodes = evaluation.policies[2].episodes;
        std::erase_if(episodes, [](const auto& episode) { return episode.seed % 1000 >= 8; });
        const auto result = compare(evaluation);
        QVERIFY(result.has_value());
        const GapClosed& gap = find(result->gap_closed, "ppo", "ramp");
        QCOMPARE(gap.episodes, 8);
        QCOMPARE(gap.share->n, 8);
        QCOMPARE(result->pairs[0].units, 30);
        // A foreign seed is still a foreign seed.
        episodes[0].seed = 777;
        QVERIFY(!compare(evaluation));
    }

    void no_gap_is_no_share() {
        const auto result =
            compare(made::evaluation({{.name = "rule", .level = 5.0},
                                      {.name = "ppo", .level = 5.1, .source = "a.pt"},
                                      {.name = "planner", .level = 4.9, .clairvoyant = true}}));
        const GapClosed& gap = find(result->gap_closed, "ppo", all_patterns);
        QVERIFY(!gap.share);
        QVERIFY(!gap.note.empty());
    }

    void improvements_are_met_only_by_the_whole_interval() {
        const std::vector<std::string> patterns = {"ramp", "spike", "periodic", "random"};
        const auto made = made::evaluation(
            {{.name = "static-cpu", .p95_ms = 1000}, {.name = "ppo", .p95_ms = 770, .source = "a.pt"}},
            patterns);
        const auto judged = judge_improvements(made);
        QVERIFY(judged.has_value());
        QCOMPARE(judged->size(), std::size_t{4});
        const auto& ramp = find(*judged, "ppo", "ramp");
        QVERIFY(std::abs(ramp.value->value - 1.3) < 0.06);
        QVERIFY(ramp.met);
        const auto& spike = find(*judged, "ppo", "spike");
        QVERIFY(!spike.met);
        QVERIFY(spike.value->interval->contains(1.27));
        QVERIFY(!find(*judged, "ppo", "random").met);
        QVERIFY(find(*judged, "ppo", "periodic").met);
    }

    void improvements_need_their_reference_and_more_than_one_run() {
        QVERIFY(!judge_improvements(made::evaluation({{.name = "ppo", .source = "a.pt"}})));
        const auto single = judge_improvements(made::evaluation(
            {{.name = "static-cpu", .p95_ms = 5000}, {.name = "ppo", .p95_ms = 100, .source = "a.pt"}},
            {"ramp"}, 1));
        QVERIFY(!single->front().met);
        QVERIFY(single->front().value->value > 10);
        QVERIFY(single->front().reason.find("one unit only") != std::string::npos);
    }

    void models_are_resampled_as_training_seeds_here_too() {
        const auto made =
            made::evaluation({{.name = "static-cpu", .p95_ms = 1000},
                              {.name = "ppo-1", .p95_ms = 500, .source = "a.pt", .training_seed = 1},
                              {.name = "ppo-2", .p95_ms = 520, .source = "b.pt", .training_seed = 2}},
                             {"ramp"});
        const auto judged = judge_improvements(made);
        QCOMPARE(judged->front().policy, std::string("ppo"));
        QCOMPARE(judged->front().value->n, 2);
        QVERIFY(judged->front().met);
    }
};

QTEST_APPLESS_MAIN(TestComparisonReferences)
#include "tst_comparison_references.moc"
