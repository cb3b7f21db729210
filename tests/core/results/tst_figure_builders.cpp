// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <cmath>

#include "core/results/figure_evaluation.h"
#include "core/results/figure_labels.h"
#include "core/results/figure_training.h"
#include "core/telemetry/metric_registry.h"

using namespace trimtab::results;
using trimtab::telemetry::Row;
using trimtab::telemetry::RowKind;
namespace metric = trimtab::telemetry::metric;
namespace training = trimtab::training;

namespace {

Row episode(int step, const char* pattern, double value) {
    Row row;
    row.kind = RowKind::episode;
    row.step = step;
    row.label = pattern;
    row.values = {{metric::episode_return, value}, {metric::latency_improvement, 2 * value}};
    return row;
}

TrainingRows run(const std::string& name, const std::string& group, double level, int episodes = 20) {
    TrainingRows rows;
    rows.name = name;
    rows.group = group;
    for (int i = 0; i < episodes; ++i) rows.add(episode(10 * (i + 1), i % 2 == 0 ? "ramp" : "spike", level));
    return rows;
}

Estimate estimate(double value, double half) {
    Estimate e;
    e.value = value;
    e.n = 10;
    e.interval = trimtab::statistics::Interval{value - half, value + half, 0.95};
    return e;
}

ComparisonResult comparison() {
    ComparisonResult result;
    result.patterns = {"ramp"};
    result.runs = 10;
    result.unit_statement = "The unit of inference is the episode.";
    for (const char* name : {"ppo", "hpa", "planner"}) {
        ContenderSummary contender;
        contender.name = name;
        contender.clairvoyant = contender.name == "planner";
        for (const std::string& pattern : {std::string("ramp"), all_patterns}) {
            PatternSummary summary;
            summary.pattern = pattern;
            for (const auto& [metric, value] : {std::pair<const char*, double>{"episode_return", 5},
                                                {"cost_usd", 0.2},
                                                {"slo_violations", 0.1},
                                                {"energy_wh", 50},
                                                {"flaps", 1},
                                                {"served_share", 0.9},
                                                {"scaling_actions", 3}}) {
                MetricSummary m;
                m.metric = metric;
                m.mean = estimate(contender.name == "hpa" ? 2 * value : value, 0.01);
                summary.metrics.push_back(m);
            }
            summary.pooled_latency_p95_ms = estimate(1000, 50);
            contender.patterns.push_back(summary);
        }
        result.contenders.push_back(contender);
    }
    return result;
}

}  // namespace

class TestFigureBuilders : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void one_run_shows_raw_and_a_smoothed_curve_for_each_pattern() {
        const std::vector<TrainingRows> runs{run("training_1", "", 3)};
        const FigureSpec figure = reward_curve_figure(runs);
        QVERIFY(check_figure(figure));
        const auto& series = figure.panels.front().series;
        QCOMPARE(series.size(), std::size_t{3});
        QVERIFY(series[0].emphasis == SeriesEmphasis::faint);
        QCOMPARE(series[0].y.size(), std::size_t{20});
        QCOMPARE(series[1].name, std::string("ramp"));
        QCOMPARE(series[1].y.size(), std::size_t{10});
        QVERIFY(figure.caption.find("weight of the past 0.9") != std::string::npos);
        QVERIFY(figure.caption.find("no interval") != std::string::npos);
    }

    void several_seeds_give_a_mean_with_students_interval() {
        std::vector<TrainingRows> runs;
        for (int seed = 1; seed <= 3; ++seed)
            runs.push_back(run("training_" + std::to_string(seed), "ppo", seed));
        const FigureSpec figure = reward_curve_figure(runs);
        const FigureSeries& mean = figure.panels.front().series.at(0);
        QCOMPARE(mean.name, std::string("ppo (3 seeds)"));
        // Mean 2, sd 1, n 3: half width t(0.975, 2) / sqrt 3 = 4.3027 / 1.7321.
        QVERIFY(std::fabs(mean.y[100] - 2) < 1e-12);
        QVERIFY(std::fabs(mean.high[100] - (2 + 4.30265273 / std::sqrt(3.0))) < 1e-6);
        QCOMPARE(figure.provenance.run_ids.size(), std::size_t{3});
    }

    void a_group_of_one_seed_has_no_band_and_says_so() {
        const std::vector<TrainingRows> runs{run("a", "default", 1), run("b", "wide", 2)};
        const FigureSpec figure = reward_curve_figure(runs);
        QVERIFY(figure.panels.front().series[0].low.empty());
        QVERIFY(figure.caption.find("default: one training seed, so there is no band") != std::string::npos);
    }

    void two_hundred_runs_are_overlaid() {
        std::vector<TrainingRows> runs;
        for (int i = 0; i < 200; ++i) runs.push_back(run("training_" + std::to_string(i), "", i));
        CurveOptions options;
        options.overlay = true;
        QCOMPARE(reward_curve_figure(runs, options).panels.front().series.size(), std::size_t{200});
    }

    void a_run_without_episodes_is_an_error_with_its_cause() {
        const std::vector<TrainingRows> runs(1);
        const auto checked = check_figure(reward_curve_figure(runs));
        QVERIFY(!checked);
        QVERIFY(checked.error().message.find("no episode has been finished") != std::string::npos);
    }

    void progress_leaves_out_what_was_not_recorded() {
        TrainingProgress progress;
        for (const int step : {10, 20}) progress.add(episode(step, "ramp", 4));
        const FigureSpec figure = training_progress_figure(training_rows("training_1", progress));
        QCOMPARE(figure.panels.size(), std::size_t{2});  // returns and components
        QCOMPARE(figure.panels[1].series.front().y, (std::vector<double>{8, 8}));
        QCOMPARE(figure.panels.front().series.front().x, (std::vector<double>{10, 20}));
    }

    void a_long_run_is_drawn_from_means_of_consecutive_episodes() {
        TrainingProgress progress;
        constexpr int episodes = 20000;
        for (int i = 0; i < episodes; ++i)
            progress.add(episode(10 * (i + 1), i % 2 == 0 ? "ramp" : "spike", i % 4 < 2 ? 1 : 3));
        QCOMPARE(progress.episode_rewards().size(), std::size_t{episodes});
        const TrainingRows rows = training_rows("training_1", progress);
        QCOMPARE(rows.episodes_a_row, 4);
        QCOMPARE(rows.episodes.size(), std::size_t{episodes / 4});
        QVERIFY(std::ranges::is_sorted(rows.episodes, {}, &Row::step));
        for (const Row& row : rows.episodes)
            QCOMPARE(row.values, (std::vector<std::pair<int, double>>{{metric::episode_return, 2},
                                                                      {metric::latency_improvement, 4}}));
        const FigureSpec figure = training_progress_figure(rows);
        QVERIFY(figure.caption.find("the mean of 4 consecutive episodes") != std::string::npos);
    }

    void every_axis_of_a_metric_has_its_unit() {
        QCOMPARE(metric_axis(metric::latency_p95_ms).text(), std::string("Latency p95 (ms)"));
        QCOMPARE(metric_axis(metric::cost_usd).text(), std::string("Cost (USD)"));
        QCOMPARE(metric_axis(metric::gpu_utilization).text(), std::string("GPU utilization (%)"));
        QCOMPARE(metric_axis(metric::approx_kl).text(), std::string("Approximate KL (nats)"));
    }

    void bars_carry_intervals_and_the_planner_is_a_ceiling() {
        const FigureSpec figure = evaluation_bars_figure(comparison());
        QVERIFY(check_figure(figure));
        QCOMPARE(figure.panels.size(), std::size_t{4});
        const FigureSeries& planner = figure.panels[0].series[2];
        QVERIFY(planner.emphasis == SeriesEmphasis::ceiling);
        QCOMPARE(planner.name, std::string("planner (ceiling)"));
        QCOMPARE(figure.panels[1].series[0].y[0], 1000.0);  // pooled, not the mean of percentiles
        QCOMPARE(figure.panels[1].series[0].high[0], 1050.0);
    }

    void the_radar_scores_by_absolute_definitions() {
        const FigureSpec figure = radar_figure(comparison());
        QVERIFY(check_figure(figure));
        QCOMPARE(figure.panels.front().series.size(), std::size_t{2});  // no ceiling among them
        QCOMPARE(figure.panels.front().series[1].y, (std::vector<double>{0.5, 1.8, 0.5, 1.0 / 3, 0.5, 0.8}));
    }

    void the_front_joins_unbeaten_points_and_no_ceiling() {
        const std::vector<TradeOffPoint> points{{"a", 1, 900, 0.5, 0},
                                                {"b", 2, 500, 0.2, 3},
                                                {"c", 3, 800, 0.3, 1},
                                                {"p (ceiling)", 0.5, 100, 0, 1}};
        const FigureSpec figure = pareto_figure(points);
        QVERIFY(check_figure(figure));
        QCOMPARE(figure.panels[0].series[0].x, (std::vector<double>{1, 2}));
    }

    void the_latency_distribution_ends_at_one() {
        training::EvaluationResult evaluation;
        training::PolicyResult policy;
        policy.policy = "ppo";
        policy.episodes.resize(1);
        for (const double ms : {100.0, 200.0, 200.0, 400.0}) policy.episodes[0].latencies.add(ms);
        evaluation.policies = {policy};
        const FigureSpec figure = latency_cdf_figure(evaluation);
        const FigureSeries& curve = figure.panels.front().series.at(0);
        QCOMPARE(curve.y.front(), 0.0);
        QCOMPARE(curve.y.back(), 1.0);
        evaluation.policies[0].episodes[0].latencies = {};
        QVERIFY(check_figure(latency_cdf_figure(evaluation)).error().message.find("evaluate again") !=
                std::string::npos);
    }

    void the_timeline_marks_the_steps_that_scaled() {
        training::EpisodeResult episode;
        episode.pattern = "spike";
        for (int i = 0; i < 4; ++i) {
            training::StepRecord step;
            step.step = i;
            step.time_s = 30 * (i + 1);  // the end of its window
            step.desired_gpu = i < 2 ? 3 : 5;
            step.mean_users = 10;
            step.latency_p95_ms = 400;
            episode.steps.push_back(step);
        }
        const FigureSpec figure = replica_timeline_figure("ppo", episode, 500);
        QVERIFY(check_figure(figure));
        QCOMPARE(figure.panels.front().events.size(), std::size_t{1});
        QCOMPARE(figure.panels.front().events.front().x, 60.0);
        QCOMPARE(figure.panels[2].y.text(), std::string("Load (users)"));
        QCOMPARE(figure.panels.back().series.front().x.front(), 0.0);
        QCOMPARE(figure.panels.back().series.front().x.back(), 120.0);  // the last step lasts, too
    }

    void the_timeline_shows_why_where_the_policy_tells() {
        training::EpisodeResult episode;
        episode.pattern = "ramp";
        for (int i = 0; i < 3; ++i) {
            training::StepRecord step;
            step.step = i;
            step.time_s = 30 * (i + 1);
            step.latency_p95_ms = 400;
            step.value = std::numeric_limits<double>::quiet_NaN();
            episode.steps.push_back(step);
        }
        QCOMPARE(replica_timeline_figure("hpa", episode, 500).panels.size(), std::size_t{4});
        for (auto& step : episode.steps) {
            step.probabilities = {{0.1, 0.2, 0.7}, {0.6, 0.4}, {0.25, 0.75}};
            step.value = 3.5;
        }
        const FigureSpec figure = replica_timeline_figure("ppo", episode, 500);
        QVERIFY(check_figure(figure));
        QCOMPARE(figure.panels.size(), std::size_t{6});
        const FigurePanel& probabilities = figure.panels[4];
        QCOMPARE(probabilities.series.size(), std::size_t{3});
        QCOMPARE(probabilities.series[0].y.front(), 0.7);
        QCOMPARE(probabilities.series[1].y.back(), 0.6);
        QCOMPARE(figure.panels[5].series.front().y.front(), 3.5);
    }
};

QTEST_APPLESS_MAIN(TestFigureBuilders)
#include "tst_figure_builders.moc"
