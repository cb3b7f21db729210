// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <numbers>

#include "core/cluster/simulated_cluster.h"
#include "core/cluster/steady_state.h"
#include "core/load/load_pattern.h"

using namespace trimtab;
using namespace trimtab::cluster;
using load::LoadKind;

namespace {

/// SIMULATOR 8: four combined standard errors (the reference's own is taken to be as large as ours) and 0.5
/// %, and half a unit of the last digit that the table prints.
bool agrees(const SteadyStateEstimate& estimate, double value, double reference, double last_digit) {
    return std::abs(value - reference) <=
           4 * std::numbers::sqrt2 * estimate.se + 0.005 * reference + last_digit / 2;
}

QByteArray shown(const char* name, double value, const SteadyStateEstimate& estimate) {
    return QByteArray(name) + " " + QByteArray::number(value) + " (se " + QByteArray::number(estimate.se) +
           ")";
}

}  // namespace

/// SIMULATOR 8: stationary checks, closed forms and reference sequences.
class SteadyStateTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void reference_table_data() {
        QTest::addColumn<bool>("open");
        QTest::addColumn<double>("load");
        QTest::addColumn<int>("gpu");
        QTest::addColumn<int>("cpu");
        QTest::addColumn<int>("placement");
        QTest::addColumn<double>("throughput");
        QTest::addColumn<double>("p95_mean");
        QTest::addColumn<double>("p95_pooled");
        QTest::addColumn<double>("gpu_percent");
        QTest::addColumn<double>("cpu_percent");
        const auto row = [](const char* name, bool open, double load, int gpu, int cpu,
                            int placement) -> QTestData& {
            return QTest::newRow(name) << open << load << gpu << cpu << placement;
        };
        row("closed 10, 1 1 GPU", false, 10, 1, 1, 0) << 5.934 << 315.1 << 314.1 << 65.1 << 0.8;
        row("closed 40, 2 1 GPU", false, 40, 2, 1, 0) << 22.335 << 436.1 << 436.0 << 98.3 << 39.8;
        row("closed 40, 3 3 balanced", false, 40, 3, 3, 1) << 23.511 << 426.1 << 425.0 << 70.5 << 54.8;
        row("closed 70, 3 3 balanced", false, 70, 3, 3, 1) << 38.880 << 537.1 << 538.2 << 98.3 << 86.9;
        row("closed 100, 3 0 GPU", false, 100, 3, 0, 0) << 33.700 << 1608.6 << 1611.0 << 100.0 << 0.0;
        row("closed 100, 0 3 CPU", false, 100, 0, 3, 2) << 2.278 << 10000.0 << 10000.0 << 0.0 << 100.0;
        row("closed 100, 3 3 balanced", false, 100, 3, 3, 1) << 41.761 << 1153.3 << 1153.0 << 100.0 << 100.0;
        row("closed 100, 10 10 balanced", false, 100, 10, 10, 1) << 59.663 << 402.6 << 402.8 << 56.5 << 42.8;
        row("open 20, 3 3 balanced", true, 20, 3, 3, 1) << 20.044 << 419.2 << 418.7 << 60.9 << 47.1;
        row("open 40, 4 3 balanced", true, 40, 4, 3, 1) << 39.980 << 444.1 << 443.0 << 87.5 << 70.8;
    }
    void reference_table() {
        QFETCH(bool, open);
        QFETCH(double, load);
        QFETCH(int, gpu);
        QFETCH(int, cpu);
        QFETCH(int, placement);
        QFETCH(double, throughput);
        QFETCH(double, p95_mean);
        QFETCH(double, p95_pooled);
        QFETCH(double, gpu_percent);
        QFETCH(double, cpu_percent);
        SteadyStateRequest request;
        request.kind = open ? LoadKind::open : LoadKind::closed;
        request.load = load;
        request.allocation = {gpu, cpu, static_cast<Placement>(placement)};
        const auto s = simulate_steady_state({}, request);
        QVERIFY(s);
        QVERIFY2(agrees(s->throughput_rps, s->throughput_rps.mean, throughput, 0.001),
                 shown("throughput", s->throughput_rps.mean, s->throughput_rps));
        QVERIFY2(agrees(s->latency_p95_ms, s->latency_p95_ms.mean, p95_mean, 0.1),
                 shown("p95 mean", s->latency_p95_ms.mean, s->latency_p95_ms));
        QVERIFY2(agrees(s->latency_p95_ms, s->latency_p95_ms.pooled, p95_pooled, 0.1),
                 shown("p95 pooled", s->latency_p95_ms.pooled, s->latency_p95_ms));
        QVERIFY2(agrees(s->gpu_utilization, s->gpu_utilization.mean, gpu_percent, 0.1),
                 shown("gpu %", s->gpu_utilization.mean, s->gpu_utilization));
        QVERIFY2(agrees(s->cpu_utilization, s->cpu_utilization.mean, cpu_percent, 0.1),
                 shown("cpu %", s->cpu_utilization.mean, s->cpu_utilization));
        QVERIFY(std::abs(s->cost_usd - (gpu * 0.526 + cpu * 0.17) * 30 / 3600) < 1e-9);
    }

    /// M/M/4 at 40/s, mu 12.5/s: Erlang C gives the mean response 0.13964 s and its 95th percentile 0.37904
    /// s.
    void four_exponential_servers_agree_with_erlang() {
        config::SimulatorConfig config;
        config.images_per_request = 1;
        config.cpu_image_s = 0.08;
        config.network_s = 0;
        SteadyStateRequest request;
        request.kind = LoadKind::open;
        request.load = 40;
        request.allocation = {0, 4, Placement::prefer_cpu};
        request.service = ServiceDistribution::exponential;
        request.window_s = 600;
        request.replications = 100;
        const auto s = simulate_steady_state(config, request);
        QVERIFY(s);
        QVERIFY(s->latency_mean_ms.se < 1);
        QVERIFY2(std::abs(s->latency_mean_ms.mean - 139.64) < 4 * s->latency_mean_ms.se,
                 shown("mean", s->latency_mean_ms.mean, s->latency_mean_ms));
        QVERIFY2(std::abs(s->latency_p95_ms.pooled - 379.04) < 4 * s->latency_p95_ms.se + 1,
                 shown("p95", s->latency_p95_ms.pooled, s->latency_p95_ms));
    }

    /// The linear batch law (Inoue, arXiv 1912.06322): one pod, deterministic batches of 8 ms + 2 ms a
    /// request.
    void one_batching_server_agrees_with_the_batch_law_data() {
        QTest::addColumn<double>("rate_rps");
        QTest::addColumn<double>("mean_ms");
        QTest::newRow("20 req/s") << 20.0 << 11.06;
        QTest::newRow("200 req/s") << 200.0 << 22.6;
        QTest::newRow("400 req/s") << 400.0 << 68.0;
    }
    void one_batching_server_agrees_with_the_batch_law() {
        QFETCH(double, rate_rps);
        QFETCH(double, mean_ms);
        config::SimulatorConfig config;
        config.images_per_request = 1;
        config.gpu_batch_alpha_s = 0.002;
        config.gpu_batch_tau0_s = 0.008;
        config.gpu_batch_max_images = 60;
        config.gpu_service_cv = 0;
        config.network_s = 0;
        SteadyStateRequest request;
        request.kind = LoadKind::open;
        request.load = rate_rps;
        request.allocation = {1, 0, Placement::prefer_gpu};
        const auto s = simulate_steady_state(config, request);
        QVERIFY(s);
        QVERIFY2(agrees(s->latency_mean_ms, s->latency_mean_ms.mean, mean_ms, 0),
                 shown("mean", s->latency_mean_ms.mean, s->latency_mean_ms));
    }

    void canonical_spike_gives_the_reference_sequence() {
        const std::vector<double> throughput{5.97, 5.97, 5.96, 40.53, 41.77, 41.76, 41.78, 6.85, 5.97, 5.97};
        const std::vector<double> p95{402, 403, 402, 1140, 1153, 1153, 1154, 936, 402, 403};
        config::LoadConfig config;
        config.jitter = config::LoadJitter::none;
        const auto spike = load::make_schedule(config, "spike", 1, 300).value();
        std::vector<double> sum(10), squares(10), throughput_sum(10);
        SimulatedCluster cluster{config::SimulatorConfig{}};
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            QVERIFY(cluster.reset(seed, spike, {3, 3, Placement::balanced}, 30, {}));
            for (std::size_t k = 0; k < 10; ++k) {
                cluster.begin_window();
                QVERIFY(cluster.advance(30, {}));
                const WindowMetrics m = cluster.window();
                throughput_sum[k] += m.throughput_rps;
                sum[k] += m.latency_p95_ms;
                squares[k] += m.latency_p95_ms * m.latency_p95_ms;
            }
        }
        for (std::size_t k = 0; k < 10; ++k) {
            const double mean = sum[k] / 100;
            const double se = std::sqrt((squares[k] / 100 - mean * mean) / 99);
            QVERIFY2(std::abs(throughput_sum[k] / 100 - throughput[k]) < 0.01 * throughput[k],
                     qPrintable(QString("window %1: %2 req/s").arg(k).arg(throughput_sum[k] / 100)));
            QVERIFY2(std::abs(mean - p95[k]) < 4 * std::numbers::sqrt2 * se + 0.005 * p95[k],
                     qPrintable(QString("window %1: %2 ms").arg(k).arg(mean)));
        }
    }

    /// SIMULATOR 3: the whole-run p95 of 3 CPU pods over that of 3 GPU pods in profile `published`, to 3 %.
    void published_profile_has_the_published_ratios_data() {
        QTest::addColumn<double>("ratio");
        QTest::newRow("ramp") << 1.16;
        QTest::newRow("spike") << 1.265;
        QTest::newRow("periodic") << 1.06;
        QTest::newRow("random") << 1.92;
    }
    void published_profile_has_the_published_ratios() {
        QFETCH(double, ratio);
        config::LoadConfig load;
        load.profile = config::LoadProfile::published;
        load.jitter = config::LoadJitter::none;
        config::SimulatorConfig simulator;
        simulator.images_per_request = 1;
        SimulatedCluster cluster(simulator);
        const auto whole_run_p95 = [&](const Allocation& allocation) {
            std::vector<float> all;
            for (std::uint64_t seed = 7000; seed < 7040; ++seed) {
                const auto schedule = load::make_schedule(load, QTest::currentDataTag(), seed, 300).value();
                if (!cluster.reset(seed, schedule, allocation, 30, {})) return 0.0;
                cluster.begin_window();
                if (!cluster.advance(300, {})) return 0.0;
                const auto latencies = cluster.window_latencies_ms();
                all.insert(all.end(), latencies.begin(), latencies.end());
            }
            return order_quantile(std::span<float>(all), 0.95);
        };
        const double measured =
            whole_run_p95({0, 3, Placement::prefer_cpu}) / whole_run_p95({3, 0, Placement::prefer_gpu});
        QVERIFY2(std::abs(measured / ratio - 1) < 0.03, qPrintable(QString::number(measured)));
    }

    void nonsense_is_refused() {
        SteadyStateRequest request;
        request.replications = 0;
        QVERIFY(!simulate_steady_state({}, request));
        request.replications = 1;
        request.allocation.replicas_gpu = -1;
        QVERIFY(!simulate_steady_state({}, request));
        request.allocation.replicas_gpu = 1;
        request.load = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(!simulate_steady_state({}, request));
    }
};

QTEST_APPLESS_MAIN(SteadyStateTest)
#include "tst_steady_state.moc"
