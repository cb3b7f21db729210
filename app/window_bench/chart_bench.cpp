// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_bench/chart_bench.h"

#include <QElapsedTimer>
#include <QGridLayout>
#include <QTimer>
#include <QWidget>
#include <algorithm>
#include <cmath>
#include <ctime>
#include <memory>
#include <vector>

#include "app/window_bench/event_loop_probe.h"
#include "core/telemetry/metric_registry.h"
#include "core/telemetry/series_store.h"
#include "ui/charts/time_chart.h"
#include "ui/settings/theme.h"

namespace trimtab::app {
namespace {

namespace metric = telemetry::metric;

constexpr int points = 1000000;
constexpr int frames = 120;
constexpr int charts = 8;
constexpr int frame_ms = 40;

telemetry::Row row_at(std::int64_t step) {
    telemetry::Row row;
    row.kind = telemetry::RowKind::episode;
    row.step = step;
    row.episode = step / 10;
    row.wall_s = static_cast<double>(step) / 1000;
    const double t = static_cast<double>(step) / 5000;
    // Deterministic noise: the charts must not have it easier than in a run.
    const double noise = static_cast<double>((step * 2654435761LL) % 1000) / 1000;
    row.values = {{metric::episode_return, std::sin(t) + noise}, {metric::latency_p95_ms, 400 + 300 * noise}};
    return row;
}

void add_curve(ui::TimeChart& chart, const telemetry::SeriesStore& store, int id, int colour) {
    ui::ChartCurve curve;
    curve.store = &store;
    curve.key = {telemetry::RowKind::episode, id};
    const auto name = telemetry::metric_info(id).name;
    curve.style.name = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    curve.style.color = ui::seriesColor(colour);
    chart.addCurve(curve);
}

double thread_cpu_s() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

}  // namespace

PanZoomTimes measure_million_points() {
    telemetry::SeriesStore store(1U << 20);
    for (int i = 0; i < points; ++i) store.accept(row_at(i));
    ui::TimeChart chart(QStringLiteral("Return"), QString());
    add_curve(chart, store, metric::episode_return, 0);
    chart.resize(1200, 600);
    chart.show();
    chart.refresh();
    run_event_loop([] { return false; }, 300);
    std::vector<double> times;
    for (int i = 0; i < frames; ++i) {
        // Half of the frames zoom in towards the middle, half pan across the whole range.
        const double width = i % 2 == 0 ? points * std::pow(0.95, i / 2) : points / 5.0;
        const double left = i % 2 == 0 ? (points - width) / 2 : (points - width) * i / frames;
        QElapsedTimer timer;
        timer.start();
        chart.setView(left, left + width);
        chart.repaint();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    return {times[times.size() / 2], times.back()};
}

double measure_live_charts(double seconds) {
    telemetry::SeriesStore store;
    std::int64_t step = 0;
    for (; step < 20000; ++step) store.accept(row_at(step));
    QWidget board;
    auto* grid = new QGridLayout(&board);
    std::vector<std::unique_ptr<ui::TimeChart>> shown;
    for (int i = 0; i < charts; ++i) {
        shown.push_back(std::make_unique<ui::TimeChart>(QStringLiteral("Chart %1").arg(i + 1), QString()));
        add_curve(*shown.back(), store, metric::episode_return, i);
        add_curve(*shown.back(), store, metric::latency_p95_ms, i + 1);
        shown.back()->setFixedSize(400, 250);
        grid->addWidget(shown.back().get(), i / 4, i % 4);
    }
    board.show();
    run_event_loop([] { return false; }, 500);
    QTimer feed;
    feed.setTimerType(Qt::PreciseTimer);
    feed.setInterval(frame_ms);
    QObject::connect(&feed, &QTimer::timeout, &board, [&] {
        for (int i = 0; i < 2; ++i) store.accept(row_at(step++));
        for (const auto& chart : shown) chart->refresh();
    });
    QElapsedTimer wall;
    wall.start();
    const double before_s = thread_cpu_s();
    feed.start();
    run_event_loop([] { return false; }, static_cast<int>(1000 * seconds));
    return (thread_cpu_s() - before_s) / (static_cast<double>(wall.nsecsElapsed()) / 1e9);
}

}  // namespace trimtab::app
