// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/train/metrics_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "core/telemetry/metric_registry.h"
#include "ui/settings/theme.h"
#include "ui/text/core_text.h"
#include "ui/text/number_text.h"

namespace trimtab::ui {
namespace {

namespace metric = telemetry::metric;
using telemetry::RowKind;

CurvePlan windowPlan(int id, const QString& name, int color, Qt::PenStyle dash = Qt::SolidLine) {
    CurvePlan plan{RowKind::step, id, name, seriesColor(color)};
    plan.dash = dash;
    return plan;
}

QString unitOf(int id) { return coreText(telemetry::metric_info(id).unit); }

}  // namespace

MetricsPanel::MetricsPanel(ChartTools& tools, ShownRuns& shown, QWidget* parent)
    : ChartsPanel(tools, shown, parent) {
    setObjectName(QStringLiteral("metricsPanel"));
    auto* tiles = new QWidget(this);
    tiles->setToolTip(tr("Newest window of the run's first environment"));
    auto* row = new QHBoxLayout(tiles);
    row->setContentsMargins(spacing, spacing / 2, spacing, spacing / 2);
    row->setSpacing(spacing);
    addTile(tiles, metric::cpu_utilization, tr("CPU"), 0);
    addTile(tiles, metric::memory_utilization, tr("Memory"), 0);
    addTile(tiles, metric::gpu_utilization, tr("GPU"), 0);
    addTile(tiles, metric::latency_p95_ms, tr("Latency p95"), 0);
    addTile(tiles, metric::throughput_rps, tr("Throughput"), 1);
    addTile(tiles, metric::arrivals_rps, tr("Offered load"), 1);
    addHeader(tiles);
    for (const auto& [id, title] : {std::pair(metric::cpu_utilization, tr("CPU utilisation")),
                                    std::pair(metric::memory_utilization, tr("Memory utilisation")),
                                    std::pair(metric::gpu_utilization, tr("GPU utilisation"))})
        addChart(title, QStringLiteral("%"), {windowPlan(id, {}, 0)})->setFixedYRange(std::pair(0.0, 100.0));
    addChart(tr("Latency p95"), QStringLiteral("ms"), {windowPlan(metric::latency_p95_ms, {}, 0)});
    addChart(tr("Load"), QStringLiteral("req/s"),
             {windowPlan(metric::throughput_rps, tr("served"), 0),
              windowPlan(metric::arrivals_rps, tr("offered"), 1, Qt::DashLine)});
    addChart(tr("Users"), {}, {windowPlan(metric::mean_users, {}, 0)});
    follow();
}

void MetricsPanel::addTile(QWidget* row, int metric, const QString& caption, int decimals) {
    auto* tile = new QWidget(row);
    auto* name = new QLabel(caption, tile);
    name->setEnabled(false);
    auto* value = new QLabel(tile);
    value->setObjectName(QStringLiteral("tile_%1").arg(tiles_.size()));
    value->setAccessibleName(caption);
    value->setFont(numberFont(6, true));
    auto* column = new QVBoxLayout(tile);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(name);
    column->addWidget(value);
    row->layout()->addWidget(tile);
    tiles_.push_back({metric, decimals, value, name});
}

void MetricsPanel::showNewest(const ShownRun& first) {
    for (const Tile& tile : tiles_) {
        const double value = first.series->latest(RowKind::step, tile.metric);
        const QString text = quantityText(value, tile.decimals, unitOf(tile.metric));
        if (tile.value->text() == text) continue;
        tile.value->setText(text);
        tile.value->setAccessibleDescription(text);
    }
}

void MetricsPanel::changeEvent(QEvent* event) {
    ChartsPanel::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        for (const Tile& tile : tiles_) tile.value->setFont(numberFont(6, true));
}

}  // namespace trimtab::ui
