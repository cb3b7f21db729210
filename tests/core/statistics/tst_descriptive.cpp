// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>
#include <limits>

#include "core/statistics/effect_size.h"
#include "core/statistics/holm.h"
#include "core/statistics/kendall_tau.h"
#include "core/statistics/mixing_frontier.h"
#include "core/statistics/pareto_front.h"
#include "core/statistics/quantile.h"
#include "core/statistics/sample_summary.h"
#include "tests/core/statistics/golden_case.h"

using namespace trimtab;
using namespace trimtab::statistics;
using Sample = std::vector<double>;

class TestDescriptive : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void moments_and_quantiles_agree_with_numpy() {
        const GoldenCase golden("descriptive");
        const auto levels = golden.input["levels"].get<Sample>();
        for (const auto& [name, values] : golden.input["samples"].items()) {
            const auto& expected = golden.expected["summary"][name];
            const auto sample = values.get<Sample>();
            const auto summary = summarize(sample);
            QVERIFY(summary.has_value());
            QVERIFY(agrees(summary->mean, expected["mean"]));
            QVERIFY(agrees(summary->std.value(), expected["std"]));
            QVERIFY(agrees(summary->se.value(), expected["se"]));
            QCOMPARE(summary->min, expected["min"].get<double>());
            QCOMPARE(summary->max, expected["max"].get<double>());
            for (std::size_t i = 0; i < levels.size(); ++i)
                QVERIFY(agrees(quantile(sample, levels[i]).value(), expected["quantiles"][i]));
        }
    }

    void one_value_has_a_mean_and_no_spread() {
        const auto summary = summarize(Sample{4.0});
        QVERIFY(summary.has_value());
        QCOMPARE(summary->mean, 4.0);
        QVERIFY(!summary->std && !summary->se);
    }

    void bad_samples_are_errors() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(summarize(Sample{}).error().code, ErrorCode::invalid_argument);
        QCOMPARE(summarize(Sample{1, nan}).error().code, ErrorCode::numeric_error);
        QVERIFY(summarize(Sample{1, nan}).error().message.find("value 1") != std::string::npos);
        QVERIFY(!quantile(Sample{1, 2}, 95));
        QVERIFY(!quantile(Sample{1, INFINITY}, 0.5));
    }

    void effect_sizes_agree_with_their_formulas() {
        const GoldenCase golden("descriptive");
        const auto first = golden.input["groups"]["first"].get<Sample>();
        const auto second = golden.input["groups"]["second"].get<Sample>();
        Sample differences(first.size());
        for (std::size_t i = 0; i < first.size(); ++i) differences[i] = first[i] - second[i];
        QVERIFY(agrees(cohen_dz(differences).value(), golden.expected["cohen_dz"]));
        QVERIFY(agrees(hedges_g(first, second).value(), golden.expected["hedges_g"]));
    }

    void effects_without_spread_are_errors() {
        QVERIFY(!cohen_dz(Sample{2, 2, 2}));
        QVERIFY(!cohen_dz(Sample{2}));
        QVERIFY(!hedges_g(Sample{1, 1}, Sample{2, 2}));
    }

    void holm_and_kendall_agree() {
        const GoldenCase golden("descriptive");
        const auto corrected = holm_correction(golden.input["p_values"].get<Sample>());
        for (std::size_t i = 0; i < corrected.size(); ++i)
            QVERIFY(agrees(corrected[i], golden.expected["holm"][i]));
        QVERIFY(holm_correction({}).empty());
        const auto& rankings = golden.input["rankings"];
        QVERIFY(agrees(kendall_tau(rankings[0].get<Sample>(), rankings[1].get<Sample>()).value(),
                       golden.expected["kendall_tau"]));
        QCOMPARE(kendall_tau(Sample{1, 2, 3}, Sample{30, 20, 10}).value(), -1.0);
        QVERIFY(!kendall_tau(Sample{1, 1}, Sample{1, 2}));
        QVERIFY(!kendall_tau(Sample{1, 2}, Sample{1, 2, 3}));
    }

    void the_pareto_front_keeps_what_nothing_beats() {
        const std::vector<Sample> points = {{1, 5}, {2, 2}, {5, 1}, {3, 3}, {2, 2}, {1, 6}};
        QCOMPARE(pareto_front(points).value(), (std::vector<std::size_t>{0, 1, 2, 4}));
        QVERIFY(pareto_front({}).value().empty());
        QVERIFY(!pareto_front(std::vector<Sample>{{1, 2}, {1}}));
        QVERIFY(!pareto_front(std::vector<Sample>{{1, NAN}}));
    }

    void mixing_follows_the_concave_hull() {
        // (2, 2.5) lies under the line from (1, 1) to (3, 5), and (4, 4) costs more for less.
        const std::vector<CostPoint> points = {{4, 4}, {3, 5}, {2, 2.5}, {1, 1}};
        const MixingFrontier frontier(points);
        QCOMPARE(frontier.corners().size(), std::size_t{2});
        QCOMPARE(frontier.quality_at(2).value(), 3.0);
        QCOMPARE(frontier.quality_at(10).value(), 5.0);
        QVERIFY(!frontier.quality_at(0.5));
        QCOMPARE(frontier.cost_of(2).value(), 1.5);
        QCOMPARE(frontier.cost_of(0).value(), 1.0);
        QVERIFY(!frontier.cost_of(5.1));
        QVERIFY(!MixingFrontier({}).quality_at(1));
    }
};

QTEST_APPLESS_MAIN(TestDescriptive)
#include "tst_descriptive.moc"
