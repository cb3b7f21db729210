// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cluster/live_panel.h"

#include <QEvent>
#include <QGridLayout>

#include "core/telemetry/metric_registry.h"
#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

namespace metric = telemetry::metric;

}  // namespace

LivePanel::LivePanel(ClusterSession& session, QWidget* parent) : QWidget(parent), session_(session) {
    // Two by two: four below each other need more height than a small screen has.
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    tools_.setXAxis(XAxis::wall);
    tools_.setSmoothing(0);
    addChart(tr("Latency p95"), tr("ms"), false, {{metric::latency_p95_ms, tr("p95")}});
    addChart(tr("Traffic"), tr("req/s, users"), false,
             {{metric::throughput_rps, tr("throughput")}, {metric::current_users, tr("users")}});
    addChart(tr("Utilisation"), tr("%"), false,
             {{metric::gpu_utilization, tr("GPU")},
              {metric::cpu_utilization, tr("CPU")},
              {metric::memory_utilization, tr("memory")}});
    addChart(tr("Replicas"), tr("pods"), true,
             {{metric::desired_gpu, tr("GPU desired")},
              {metric::ready_gpu, tr("GPU ready")},
              {metric::desired_cpu, tr("CPU desired")},
              {metric::ready_cpu, tr("CPU ready")}});
    for (std::size_t i = 0; i < charts_.size(); ++i)
        grid->addWidget(charts_[i].chart, static_cast<int>(i) / 2, static_cast<int>(i) % 2);
    for (const int half : {0, 1}) {
        grid->setRowStretch(half, 1);
        grid->setColumnStretch(half, 1);
    }
    tools_.alignCharts();
    connect(&session_, &ClusterSession::seriesReplaced, this, &LivePanel::redraw);
    connect(&session_, &ClusterSession::viewChanged, this, &LivePanel::follow);
    connect(&session_, &ClusterSession::ended, this, &LivePanel::follow);
    redraw();
}

void LivePanel::addChart(const QString& title, const QString& unit, bool counts, std::vector<Line> lines) {
    auto* chart = new TimeChart(title, unit, this);
    chart->setObjectName(QStringLiteral("liveChart%1").arg(charts_.size()));
    chart->setXAxis(XAxis::wall);
    chart->setXTitle(tr("time (s), 0: connected"));
    chart->setWholeNumbers(counts);
    tools_.add(chart);
    charts_.push_back({chart, counts, std::move(lines)});
}

void LivePanel::redraw() {
    for (const Chart& each : charts_) {
        each.chart->clearCurves();
        int color = 0;
        for (const Line& line : each.lines) {
            ChartCurve curve;
            curve.store = &session_.series();
            curve.key = {telemetry::RowKind::step, line.metric};
            curve.style.name = line.name;
            curve.style.color = seriesColor(color);
            curve.style.dash = seriesDash(color);
            curve.style.stepped = each.counts;
            each.chart->addCurve(curve);
            ++color;
        }
    }
    marks_ = -1;
    follow();
}

void LivePanel::follow() {
    for (const Chart& each : charts_)
        each.chart->setEmptyHint(session_.running() ? tr("No observation yet.") : tr("No session runs."));
    if (session_.marks().size() != marks_) {
        marks_ = session_.marks().size();
        for (const Chart& each : charts_)
            if (each.counts) each.chart->setEvents(session_.marks());
    }
    if (isVisible()) tools_.refresh();
}

void LivePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    // The charts are laid out by then.
    QMetaObject::invokeMethod(this, &LivePanel::follow, Qt::QueuedConnection);
}

void LivePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    tools_.restyle();
    redraw();
}

}  // namespace trimtab::ui
