// SPDX-License-Identifier: GPL-3.0-or-later
// The charts under load, drawn for real on Qt's offscreen platform: QT_QPA_PLATFORM=offscreen bench_charts.
#include <benchmark/benchmark.h>

#include <QApplication>
#include <QGridLayout>
#include <cmath>
#include <memory>
#include <vector>

#include "core/telemetry/metric_registry.h"
#include "ui/charts/time_chart.h"
#include "ui/settings/theme.h"

using namespace trimtab;
using namespace trimtab::ui;

namespace {

telemetry::Row row(std::int64_t step) {
    telemetry::Row row;
    row.step = step;
    row.episode = step / 10;
    row.wall_s = static_cast<double>(step) / 1000;
    const double x = static_cast<double>(step);
    for (int i = 0; i < 3; ++i)
        row.values.emplace_back(i, std::sin(x / 5000 + i) + 0.3 * std::sin(x * 12.9898 + i));
    return row;
}

ChartCurve curve(const telemetry::SeriesStore& store, int metric, bool smoothable) {
    return {&store,
            {telemetry::RowKind::step, metric},
            {QStringLiteral("curve"), seriesColor(metric)},
            smoothable};
}

/// One frame of a chart that shows a million points, none of them merged: a pan, or a zoom.
void millionPoints(benchmark::State& state) {
    telemetry::SeriesStore store(1U << 20);
    for (int i = 0; i < 1000000; ++i) store.accept(row(i));
    TimeChart chart(QStringLiteral("million"), {});
    chart.addCurve(curve(store, 0, false));
    chart.resize(800, 400);
    chart.show();
    chart.refresh();
    const bool zoom = state.range(0) == 1;
    double at = 0;
    for (auto _ : state) {
        at = std::fmod(at + 997, 400000);
        if (zoom)
            chart.setView(500000 - at, 500001 + at);
        else
            chart.setView(at, at + 500000);
        chart.repaint();
        QApplication::processEvents();
    }
}
BENCHMARK(millionPoints)->ArgName("zoom")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

/// One frame of eight charts of 400x250 with three smoothed curves that grow: at 25 Hz, 10 ms are 25 % of a
/// core.
void eightLiveCharts(benchmark::State& state) {
    telemetry::SeriesStore store;
    std::int64_t step = 0;
    for (; step < state.range(0); ++step) store.accept(row(step));
    QWidget window;
    auto* grid = new QGridLayout(&window);
    std::vector<TimeChart*> charts;
    for (int i = 0; i < 8; ++i) {
        auto* chart = new TimeChart(QStringLiteral("chart %1").arg(i), {});
        for (int k = 0; k < 3; ++k) chart->addCurve(curve(store, k, true));
        chart->setSmoothing(0.95);
        chart->setFixedSize(400, 250);
        grid->addWidget(chart, i / 4, i % 4);
        charts.push_back(chart);
    }
    window.show();
    QApplication::processEvents();
    for (auto _ : state) {
        for (int i = 0; i < 60; ++i) store.accept(row(step++));
        for (TimeChart* chart : charts) chart->refresh();
        QApplication::processEvents();
    }
}
BENCHMARK(eightLiveCharts)->ArgName("points")->Arg(1000)->Arg(100000)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    applyTheme(application, false);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
