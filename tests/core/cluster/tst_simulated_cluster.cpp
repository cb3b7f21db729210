// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <numeric>

#include "core/cluster/simulated_cluster.h"
#include "core/load/load_pattern.h"

using namespace trimtab;
using namespace trimtab::cluster;
using config::SimulatorConfig;
using load::LoadKind;
using load::LoadSchedule;

namespace {

LoadSchedule users(double n) { return {"constant", LoadKind::closed, {n}}; }

/// One step of 30 s.
WindowMetrics step(ClusterBackend& cluster, int seconds = 30) {
    cluster.begin_window();
    if (!cluster.advance(seconds, {})) return {};
    return cluster.window();
}

bool same(const WindowMetrics& a, const WindowMetrics& b) {
    return a.latency_p95_ms == b.latency_p95_ms && a.successes == b.successes && a.failures == b.failures &&
           a.gpu_utilization == b.gpu_utilization && a.cpu_utilization == b.cpu_utilization &&
           a.memory_utilization == b.memory_utilization && a.mean_users == b.mean_users &&
           a.cost_usd == b.cost_usd && a.energy_wh == b.energy_wh && a.load_trend == b.load_trend &&
           a.load_variance == b.load_variance;
}

SimulatedCluster started(const LoadSchedule& load, const Allocation& allocation, std::uint64_t seed = 1,
                         const SimulatorConfig& config = {}, double warm_up_s = 30) {
    SimulatedCluster cluster(config);
    if (auto ok = cluster.reset(seed, load, allocation, warm_up_s, {}); !ok)
        qFatal("%s", ok.error().to_string().c_str());
    return cluster;
}

}  // namespace

/// SIMULATOR 3 to 5: what must hold whatever happens.
class SimulatedClusterTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void the_same_seed_gives_the_same_episode() {
        const auto play = [](SimulatedCluster& cluster) {
            std::vector<WindowMetrics> windows;
            const auto load = load::make_schedule({}, "spike", 5, 300).value();
            if (!cluster.reset(5, load, {}, 30, {})) return windows;
            DrawSequence actions(5, DrawStream::random_policy);
            for (int k = 0; k < 10; ++k) {
                const auto next = [&actions] { return static_cast<int>(1 + actions.next_below(10)); };
                const Allocation allocation{next(), next(), static_cast<Placement>(actions.next_below(3))};
                if (!cluster.apply(allocation)) return windows;
                windows.push_back(step(cluster));
            }
            return windows;
        };
        SimulatedCluster first{SimulatorConfig{}}, second{SimulatorConfig{}};
        const auto a = play(first), b = play(second), again = play(first);  // also after a reset
        QCOMPARE(a.size(), std::size_t{10});
        for (std::size_t k = 0; k < 10; ++k) {
            QVERIFY(same(a[k], b[k]));
            QVERIFY(same(a[k], again[k]));
        }
    }

    void a_copy_has_its_own_future() {
        SimulatedCluster cluster = started(users(60), {3, 3, Placement::balanced});
        const auto copy = cluster.clone();
        const auto third = cluster.clone();
        QVERIFY(copy->apply({8, 8, Placement::prefer_cpu}));
        const WindowMetrics changed = step(*copy);
        const WindowMetrics original = step(cluster);
        QVERIFY(!same(changed, original));
        QVERIFY(same(original, step(*third)));
        QVERIFY(cluster.describe().copyable);
    }

    void the_warm_up_leaves_its_last_30_seconds_in_the_window() {
        const SimulatedCluster cluster = started(users(40), {}, 1, {}, 60);
        QCOMPARE(cluster.time_s(), 0.0);
        QCOMPARE(cluster.window().duration_s, 30.0);
        QVERIFY(cluster.window().throughput_rps > 20);
        const SimulatedCluster cold = started(users(40), {}, 1, {}, 0);
        QCOMPARE(cold.window().duration_s, 0.0);
        QCOMPARE(cold.window().latency_p95_ms, 10000.0);
        QCOMPARE(cold.window().load_trend, 0.0);
    }

    void advancing_by_one_or_by_thirty_is_the_same() {
        SimulatedCluster whole = started(users(80), {2, 2, Placement::balanced});
        SimulatedCluster pieces = whole;
        const WindowMetrics at_once = step(whole);
        pieces.begin_window();
        for (int i = 0; i < 30; ++i) QVERIFY(pieces.advance(1, {}));
        QVERIFY(same(at_once, pieces.window()));
    }

    void users_follow_the_schedule_at_the_spawn_rate() {
        SimulatedCluster cluster =
            started({"spike", LoadKind::closed, {10, 10, 100}}, {10, 10, Placement::balanced});
        QVERIFY(cluster.advance(2, {}));
        QCOMPARE(cluster.window().current_users, 10.0);
        for (const double expected : {30.0, 50.0, 70.0, 90.0, 100.0, 100.0}) {
            QVERIFY(cluster.advance(1, {}));
            QCOMPARE(cluster.window().current_users, expected);
        }
        SimulatedCluster falling =
            started({"fall", LoadKind::closed, {50, 10}}, {10, 10, Placement::balanced});
        const WindowMetrics m = step(falling);
        QCOMPARE(m.current_users, 10.0);
        QCOMPARE(m.users_change, -0.8);
        QVERIFY(m.mean_users > 10 && m.mean_users < 14);  // each leaves when its think time ends
    }

    void mean_users_of_a_constant_load_are_exact() {
        SimulatedCluster cluster = started(users(37), {});
        QCOMPARE(step(cluster).mean_users, 37.0);
    }

    void open_arrivals_come_at_their_rate() {
        const LoadSchedule load{"trace", LoadKind::open, {30, 30, 30, 0}};
        SimulatedCluster cluster = started(load, {6, 6, Placement::balanced});
        const WindowMetrics m = cluster.window();
        QVERIFY(m.open_loop);
        QCOMPARE(m.mean_users, 0.0);
        QVERIFY(std::abs(m.arrivals_rps - 30) < 4);  // its deviation is 1
        QVERIFY(cluster.advance(3, {}));
        QCOMPARE(step(cluster).arrivals_rps, 0.0);
        QCOMPARE(step(cluster).latency_p95_ms, 10000.0);
    }

    void new_pods_serve_only_once_ready() {
        SimulatedCluster cluster = started(users(10), {1, 1, Placement::prefer_gpu});
        QVERIFY(cluster.apply({3, 1, Placement::prefer_gpu}));  // serials 1 and 2 are Ready after 20 and 30 s
        QCOMPARE(cluster.pool(Pool::gpu, 15).starting, 2);
        const WindowMetrics m = step(cluster);
        QCOMPARE(m.desired_gpu, 3);
        QCOMPARE(m.ready_gpu, 2);
        QCOMPARE(m.pending_gpu, 1);
        QVERIFY(std::abs(m.mean_ready_gpu - (20 * 1 + 10 * 2) / 30.0) < 1e-12);
        QVERIFY(std::abs(m.cost_usd - 30 * (3 * 0.526 + 0.17) / 3600) < 1e-12);  // Starting pods are billed
        QCOMPARE(step(cluster).ready_gpu, 3);
    }

    void pending_pods_cost_nothing_and_respect_the_quota() {
        SimulatorConfig config;
        config.gpu_quota = 4;
        SimulatedCluster cluster = started(users(40), {4, 1, Placement::balanced}, 1, config);
        QVERIFY(cluster.apply({9, 1, Placement::balanced}));
        const WindowMetrics m = step(cluster, 120);
        QCOMPARE(m.ready_gpu, 4);
        QCOMPARE(m.pending_gpu, 5);
        QVERIFY(std::abs(m.cost_usd - 120 * (4 * 0.526 + 0.17) / 3600) < 1e-12);
        QCOMPARE(cluster.pool(Pool::gpu, 15).pending, 5);
        QVERIFY(!cluster.pool(Pool::gpu, 15).pods.back().has_sample);
    }

    void draining_pods_finish_their_work_and_take_no_more() {
        SimulatorConfig config;
        config.cpu_image_s = 0.5;  // 2.5 s a request
        SimulatedCluster cluster = started(users(30), {0, 8, Placement::prefer_cpu}, 1, config);
        QVERIFY(cluster.apply({0, 2, Placement::prefer_cpu}));
        QCOMPARE(cluster.pool(Pool::cpu, 15).draining, 6);
        const WindowMetrics m = step(cluster, 3);
        QVERIFY(m.successes + m.failures > 6);  // the work of the draining pods is answered too
        QVERIFY(m.cpu_utilization <= 100.0);
        QVERIFY(cluster.advance(10, {}));
        QCOMPARE(cluster.pool(Pool::cpu, 15).draining, 0);
        QCOMPARE(cluster.pool(Pool::cpu, 15).ready, 2);
        QVERIFY(std::abs(m.cost_usd - 3 * 2 * 0.17 / 3600) < 1e-12);  // and is not billed
    }

    void utilisation_never_exceeds_100_percent() {
        SimulatedCluster cluster = started(users(100), {3, 3, Placement::balanced});
        DrawSequence draws(9, DrawStream::random_policy);
        for (int k = 0; k < 60; ++k) {
            const auto next = [&draws] { return static_cast<int>(draws.next_below(11)); };
            QVERIFY(cluster.apply({next(), next(), static_cast<Placement>(draws.next_below(3))}));
            const WindowMetrics m = step(cluster, 7);
            for (const double percent : {m.gpu_utilization, m.cpu_utilization, m.memory_utilization})
                QVERIFY(percent >= 0 && percent <= 100);
            QVERIFY(m.latency_p95_ms > 0 && m.latency_p95_ms <= 10000);
            QVERIFY(std::abs(m.load_trend) <= 1 && m.load_variance >= 0 && m.load_variance <= 1);
            QCOMPARE(m.ready_gpu + m.pending_gpu, m.desired_gpu);
        }
    }

    void apply_acts_in_the_middle_of_a_window() {
        SimulatedCluster cluster = started(users(40), {6, 3, Placement::prefer_gpu});
        cluster.begin_window();
        QVERIFY(cluster.advance(15, {}));
        QVERIFY(cluster.apply({3, 3, Placement::prefer_gpu}));
        QVERIFY(cluster.advance(15, {}));
        QCOMPARE(cluster.window().mean_ready_gpu, 4.5);
        QVERIFY((cluster.desired() == Allocation{3, 3, Placement::prefer_gpu}));
    }

    void placement_routes_traffic() {
        const auto utilisation = [](Placement placement) {
            SimulatedCluster cluster = started(users(20), {5, 5, placement});
            return step(cluster);
        };
        QVERIFY(utilisation(Placement::prefer_gpu).cpu_utilization < 1);
        QVERIFY(utilisation(Placement::prefer_cpu).gpu_utilization < 25);
        const WindowMetrics balanced = utilisation(Placement::balanced);
        QVERIFY(balanced.gpu_utilization > 10 && balanced.cpu_utilization > 10);
    }

    void an_empty_pool_passes_its_requests_on() {
        SimulatedCluster cluster = started(users(10), {0, 8, Placement::prefer_gpu});
        const WindowMetrics m = step(cluster);
        QCOMPARE(m.failures, std::int64_t{0});
        QVERIFY(m.throughput_rps > 4);
    }

    void without_any_pod_every_request_times_out() {
        SimulatedCluster cluster = started(users(10), {0, 0, Placement::balanced});
        const WindowMetrics m = step(cluster, 60);
        QCOMPARE(m.successes, std::int64_t{0});
        QVERIFY(m.failures > 40);
        QCOMPARE(m.latency_p95_ms, 10000.0);
        QCOMPARE(m.cost_usd, 0.0);
    }

    void latencies_are_those_of_the_window() {
        SimulatedCluster cluster = started(users(100), {3, 3, Placement::balanced});
        const WindowMetrics m = step(cluster);
        QCOMPARE(cluster.latencies().count(), static_cast<std::uint64_t>(m.successes + m.failures));
        QVERIFY(std::abs(cluster.latencies().quantile(0.95) / m.latency_p95_ms - 1) < 0.008);
        cluster.begin_window();
        QVERIFY(cluster.latencies().empty());
    }

    void scraped_metrics_lag_and_hold() {
        SimulatorConfig config;
        config.scrape_interval_s = 15;
        config.scrape_lag_s = 10;
        const LoadSchedule load{"spike", LoadKind::closed, std::vector<double>(300, 10)};
        SimulatedCluster lagged = started(load, {}, 1, config);
        SimulatedCluster prompt = started(load, {});
        // At 30 s after a warm-up of 30 s the last scrape is floor(50 / 15) 15 = 45 s after the start: 15 s
        // ago.
        lagged.begin_window();
        QVERIFY(lagged.advance(30, {}));
        QVERIFY(prompt.advance(15, {}));
        SimulatedCluster reference = started(load, {}, 1, SimulatorConfig{}, 15);
        QCOMPARE(lagged.window().throughput_rps, step(reference).throughput_rps);
        QCOMPARE(lagged.window().cost_usd, step(prompt).cost_usd);
    }

    void nonsense_is_refused() {
        SimulatedCluster cluster{SimulatorConfig{}};
        QVERIFY(!cluster.advance(1, {}));
        QVERIFY(!cluster.apply({}));
        QCOMPARE(cluster.window().duration_s, 0.0);
        QVERIFY(!cluster.reset(1, {"constant", LoadKind::closed, {}}, {}, 30, {}));
        QVERIFY(!cluster.reset(1, users(-1), {}, 30, {}));
        QVERIFY(!cluster.reset(1, users(10), {-1, 0, Placement::balanced}, 30, {}));
        QVERIFY(!cluster.reset(1, users(10), {100000, 0, Placement::balanced}, 30, {}));
        QVERIFY(!cluster.reset(1, users(10), {}, -1, {}));
        QVERIFY(!cluster.reset(1, users(10), {}, 0.5, {}));
        QVERIFY(cluster.reset(1, users(10), {}, 30, {}));
        QVERIFY(!cluster.apply({1, -1, Placement::balanced}));
        QVERIFY(!cluster.advance(-1, {}));
        SimulatorConfig config;
        config.cpu_image_s = 0;
        const auto refused = SimulatedCluster(config).reset(1, users(10), {}, 30, {});
        QVERIFY(!refused);
        QVERIFY(refused.error().message.find("simulator.cpu_image_s") != std::string::npos);
    }

    void a_stop_ends_a_long_advance() {
        SimulatedCluster cluster = started(users(10), {});
        RunControl control;
        control.request_stop();
        const auto stopped = cluster.advance(1000, StopToken(control));
        QVERIFY(!stopped);
        QVERIFY(stopped.error().code == ErrorCode::cancelled);
    }

    /// With a think time below a second answers cannot wait for the end of the running second; both ways
    /// agree.
    void responses_at_once_or_at_the_end_of_the_second_are_the_same_model() {
        const auto p95_and_rate = [](double think_min_s, double think_max_s) {
            SimulatorConfig config;
            config.think_time_min_s = think_min_s;
            config.think_time_max_s = think_max_s;
            SimulatedCluster cluster = started(users(60), {3, 3, Placement::balanced}, 1, config);
            const WindowMetrics m = step(cluster, 3000);
            return std::pair(m.latency_p95_ms, m.throughput_rps);
        };
        const auto [late_p95, late_rate] = p95_and_rate(1.0, 1.002);
        const auto [early_p95, early_rate] = p95_and_rate(0.998, 1.0);
        QVERIFY(std::abs(early_p95 / late_p95 - 1) < 0.02);
        QVERIFY(std::abs(early_rate / late_rate - 1) < 0.005);
    }

    void a_service_longer_than_the_episode_does_no_harm() {
        SimulatorConfig config;
        config.cpu_image_s = 86400;
        config.images_per_request = 100000;
        SimulatedCluster cluster = started(users(10), {0, 3, Placement::balanced}, 1, config);
        const WindowMetrics m = step(cluster, 60);
        QCOMPARE(m.successes, std::int64_t{0});
        QCOMPARE(m.cpu_utilization, 100.0);
    }

    void short_think_times_and_many_users_work() {
        SimulatorConfig config;
        config.think_time_min_s = 0;
        config.think_time_max_s = 0.1;
        config.images_per_request = 1;
        config.cpu_servers_per_pod = 4;
        SimulatedCluster cluster = started(users(3000), {50, 50, Placement::balanced}, 1, config);
        const WindowMetrics m = step(cluster, 10);
        // 10 GPU pods within the quota serve 10 images in 0.178 s, 200 CPU servers one in 0.0745 s.
        const double capacity = 10 * 10 / 0.178 + 200 / 0.0745;
        QVERIFY(std::abs(m.throughput_rps / capacity - 1) < 0.02);
    }

    void following_a_load_second_by_second_is_the_episode_of_that_load() {
        const LoadSchedule ramp = load::make_schedule({}, "ramp", 3, 300).value();
        SimulatedCluster whole = started(ramp, {}, 3);
        SimulatedCluster led = started(users(ramp.at(0)), {}, 3);
        for (int t = 0; t < 300; ++t) {
            QVERIFY(whole.advance(1, {}).has_value());
            QVERIFY(led.follow(users(ramp.at(t))).has_value());
            QVERIFY(led.advance(1, {}).has_value());
        }
        QVERIFY(same(whole.window(), led.window()));
        QVERIFY(!led.follow({"constant", LoadKind::open, {5}}));
        QVERIFY(!led.follow(users(-1)));
        QVERIFY(!SimulatedCluster(SimulatorConfig()).follow(users(1)));
    }
};

QTEST_APPLESS_MAIN(SimulatedClusterTest)
#include "tst_simulated_cluster.moc"
