// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <set>

#include "core/environment/observation.h"
#include "core/telemetry/metric_registry.h"

using namespace trimtab;
using namespace trimtab::environment;

namespace {

config::EnvironmentConfig extended() {
    config::EnvironmentConfig config;
    config.extended_observation = true;
    return config;
}

/// A window and its context with a different number in every place.
struct Example {
    cluster::WindowMetrics metrics;
    ObservationContext context;
    Example() {
        metrics.cpu_utilization = 75;
        metrics.memory_utilization = 25;
        metrics.gpu_utilization = 100;
        metrics.latency_p95_ms = 500;
        metrics.throughput_rps = 31.25;
        metrics.load_trend = -0.5;
        metrics.load_variance = 0.25;
        metrics.ready_gpu = 4;
        metrics.ready_cpu = 1;
        context.time_in_episode = 0.3;
        context.desired_gpu = 6;
        context.desired_cpu = 0;
        context.last_action = {4, 1, cluster::Placement::prefer_cpu};
        context.recent_sign_gpu = 1;
        context.recent_sign_cpu = -1;
        context.throughputs = {0, 62.5, 93.75, 125, 31.25};
        context.users = 60;
        context.mean_users = 50;
        context.previous_users = 40;
        context.users_change = 0.2;
    }
};

}  // namespace

class TestObservation : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void namesAreTheRegistrysInItsOrder() {
        const auto table = observation_table(config::EnvironmentConfig{});
        QCOMPARE(static_cast<int>(table.size()), observation_size);
        for (std::size_t i = 0; i < table.size(); ++i)
            QCOMPARE(std::string(telemetry::metric_info(static_cast<int>(i)).name), table[i].name);
    }

    void extendedNamesAreUniqueAndKeepTheTen() {
        const auto ten = observation_table(config::EnvironmentConfig{});
        const auto table = observation_table(extended());
        QCOMPARE(static_cast<int>(table.size()), extended_observation_size);
        std::set<std::string> names;
        for (const ObservationField& field : table) names.insert(field.name);
        QCOMPARE(names.size(), table.size());
        for (std::size_t i = 0; i < ten.size(); ++i) QCOMPARE(table[i].name, ten[i].name);
    }

    void rawValuesAreInTheUnitsOfTheTable() {
        const Example e;
        const auto table = observation_table(config::EnvironmentConfig{});
        std::vector<float> raw(table.size());
        write_observation(e.metrics, e.context, table, raw);
        const std::vector<float> expected = {75, 25, 100, 500, 31.25F, 6, 0, -0.5F, 0.25F, 0.3F};
        QCOMPARE(raw, expected);
    }

    void rawValuesAreClippedToTheirBounds() {
        Example e;
        e.metrics.latency_p95_ms = 12000;
        e.metrics.throughput_rps = 130;
        const auto table = observation_table(config::EnvironmentConfig{});
        std::vector<float> raw(table.size());
        write_observation(e.metrics, e.context, table, raw);
        QCOMPARE(raw[3], 10000.0F);
        QCOMPARE(raw[4], 100.0F);
    }

    void boundsFollowTheConfiguration() {
        config::EnvironmentConfig day = extended();
        day.max_replicas = 20;
        day.throughput_bound = 200;
        day.users_scale = 250;
        const auto table = observation_table(day);
        QCOMPARE(table[5].maximum, 20.0);
        QCOMPARE(table[4].maximum, 200.0);
        QCOMPARE(table[4].center, 156.25);
        QCOMPARE(table[14].half_range, 125.0);  // users
    }

    // SIMULATOR 10, entry by entry.
    void inputScaling() {
        const Example e;
        const auto table = observation_table(extended());
        std::vector<float> raw(table.size());
        std::vector<float> input(table.size());
        write_observation(e.metrics, e.context, table, raw);
        scale_observation(raw, table, input);
        const std::vector<double> expected = {0.5,
                                              -0.5,
                                              1,
                                              std::log10(0.5),
                                              31.25 / 62.5 - 1,
                                              0.2,
                                              -1,
                                              -0.5,
                                              -0.5,
                                              -0.4,  // the ten
                                              -0.2,
                                              -0.8,
                                              1,
                                              -0.5,  // ready, (desired - ready) / 2
                                              0.2,
                                              10.0 / 25,  // users / 50 - 1, (users - mean) / 25
                                              1,
                                              -0.5,
                                              0,
                                              0,
                                              1,
                                              1,
                                              -1,  // last action, recent signs
                                              -1,
                                              0,
                                              0.5,
                                              100 / 62.5 - 1,
                                              -0.5,  // throughputs, clipped to the bound of 100
                                              std::log(2.0),
                                              0.6,
                                              0.75};  // users again
        QCOMPARE(expected.size(), input.size());
        for (std::size_t i = 0; i < input.size(); ++i)
            QVERIFY2(std::abs(static_cast<double>(input[i]) - expected[i]) < 1e-6,
                     qPrintable(QString::fromStdString(table[i].name) + " " + QString::number(input[i])));
    }

    void latencyBelow50MsCountsAs50() {
        Example e;
        e.metrics.latency_p95_ms = 7;
        const auto table = observation_table(config::EnvironmentConfig{});
        std::vector<float> raw(10), input(10);
        write_observation(e.metrics, e.context, table, raw);
        scale_observation(raw, table, input);
        QVERIFY(std::abs(static_cast<double>(input[3]) - std::log10(0.05)) < 1e-6);
    }

    void countsWithoutDataAreNoNumbers() {
        Example example;
        const auto table = observation_table(extended());
        std::vector<float> raw(table.size());
        const auto missing = [&] {
            write_observation(example.metrics, example.context, table, raw);
            return missing_entries(raw, table);
        };
        QCOMPARE(missing(), std::string());
        example.metrics.ready_gpu = -1;
        QCOMPARE(missing(), std::string("ready_gpu, missing_gpu"));
        example.metrics.desired_cpu = -1;
        QCOMPARE(missing(), std::string("current_replicas_cpu, ready_gpu, missing_gpu, missing_cpu"));
    }

    void missingLiveDataIsShownAsSuchAndLearntAsTheMiddle() {
        Example e;
        e.metrics.latency_p95_ms = std::nan("");
        const auto table = observation_table(config::EnvironmentConfig{});
        std::vector<float> raw(10), input(10);
        write_observation(e.metrics, e.context, table, raw);
        scale_observation(raw, table, input);
        QVERIFY(std::isnan(raw[3]));
        QCOMPARE(input[3], 0.0F);
    }
};

QTEST_APPLESS_MAIN(TestObservation)
#include "tst_observation.moc"
