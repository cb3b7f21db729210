// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QtTest>
#include <cmath>

#include "core/telemetry/metric_registry.h"
#include "ui/models/telemetry_pump.h"

using namespace trimtab;
using namespace trimtab::ui;
namespace metric = trimtab::telemetry::metric;

namespace {

telemetry::Row episode(std::int64_t step, const char* pattern, double episode_return) {
    telemetry::Row row;
    row.kind = telemetry::RowKind::episode;
    row.step = step;
    row.episode = step / 10;
    row.label = pattern;
    row.values = {{metric::episode_return, episode_return}};
    return row;
}

}  // namespace

class TestTelemetryPump : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void rows_reach_the_series_of_their_job_in_one_frame() {
        runtime::RunService service;
        TelemetryPump pump(service);
        const QSignalSpy framed(&pump, &TelemetryPump::framed);
        service.display().offer({1, episode(10, "ramp", 3.5)});
        service.display().offer({1, episode(20, "spike", 4.5)});
        service.display().offer({2, episode(10, "ramp", -1)});
        QTRY_COMPARE(framed.count(), 1);
        QCOMPARE(pump.series(1).latest(telemetry::RowKind::episode, metric::episode_return), 4.5);
        QCOMPARE(pump.series(2).latest(telemetry::RowKind::episode, metric::episode_return), -1.0);
        QCOMPARE(pump.series(1).step(), std::int64_t{20});
    }

    void a_backlog_comes_in_order_and_whole() {
        runtime::RunService service;
        TelemetryPump pump(service);
        for (int i = 0; i < 20000; ++i) service.display().offer({1, episode(i, "ramp", i)});
        pump.drain();
        const telemetry::SeriesKey key{telemetry::RowKind::episode, metric::episode_return};
        QCOMPARE(pump.series(1).all().version(key), std::uint64_t{20000});
        for (int i = 0; i < 20000; ++i) service.display().offer({1, episode(20000 + i, "ramp", i)});
        QTRY_COMPARE(pump.series(1).all().version(key), std::uint64_t{40000});
        QCOMPARE(pump.series(1).step(), std::int64_t{39999});
    }

    void every_pattern_has_a_series_of_its_own() {
        LiveSeries series;
        series.accept(episode(10, "ramp", 1));
        series.accept(episode(20, "spike", 2));
        series.accept(episode(30, "ramp", 3));
        QCOMPARE(series.patterns(), (std::vector<std::string>{"ramp", "spike"}));
        const telemetry::SeriesKey key{telemetry::RowKind::episode, metric::episode_return};
        QCOMPARE(series.ofPattern("ramp")->snapshot(key).size(), std::size_t{2});
        QCOMPARE(series.all().snapshot(key).size(), std::size_t{3});
        QVERIFY(series.ofPattern("periodic") == nullptr);
    }

    void the_history_is_bounded_however_long_a_run_is() {
        LiveSeries series(256);
        for (int i = 0; i < 50000; ++i) series.accept(episode(10 * i, i % 2 == 0 ? "ramp" : "spike", i));
        const telemetry::SeriesKey key{telemetry::RowKind::episode, metric::episode_return};
        for (const auto* store : {&series.all(), series.ofPattern("ramp"), series.ofPattern("spike")}) {
            QCOMPARE(store->keys().size(), std::size_t{1});
            QVERIFY(store->snapshot(key).size() <= 256);
            QVERIFY(store->snapshot(key).size() >= 128);
        }
        QCOMPARE(series.all().version(key), std::uint64_t{50000});
    }

    void old_runs_are_thinned_and_keep_their_peaks() {
        runtime::RunService service;
        TelemetryPump pump(service);
        const telemetry::SeriesKey key{telemetry::RowKind::episode, metric::episode_return};
        std::vector<runtime::JobId> jobs;
        for (std::size_t n = 0; n < TelemetryPump::full_runs + 2; ++n) {
            QSignalSpy finished(&service, &runtime::RunService::jobFinished);
            jobs.push_back(service.submit({"train",
                                           "Short",
                                           {},
                                           runtime::JobLane::compute,
                                           [](runtime::JobContext& context) -> runtime::JobResult {
                                               for (int i = 0; i < 5000; ++i)
                                                   context.accept(episode(i, "ramp", i == 1234 ? 99 : 1));
                                               return std::any();
                                           }}));
            QVERIFY(finished.count() > 0 || finished.wait());
            pump.drain();
        }
        for (std::size_t n = 0; n < jobs.size(); ++n) {
            const auto buckets = pump.series(jobs[n]).all().snapshot(key);
            QCOMPARE(buckets.size() <= TelemetryPump::thinned_buckets, n < 2);
            double peak = 0;
            std::uint32_t points = 0;
            for (const auto& bucket : buckets) {
                peak = std::max(peak, bucket.high.value);
                points += bucket.points;
            }
            QCOMPARE(peak, 99.0);
            QCOMPARE(points, 5000U);
        }
    }

    void without_rows_there_is_no_frame_and_no_number() {
        runtime::RunService service;
        TelemetryPump pump(service);
        const QSignalSpy framed(&pump, &TelemetryPump::framed);
        pump.drain();
        QCOMPARE(framed.count(), 0);
        QVERIFY(std::isnan(pump.series(7).latest(telemetry::RowKind::update, metric::entropy)));
    }
};

QTEST_GUILESS_MAIN(TestTelemetryPump)
#include "tst_telemetry_pump.moc"
