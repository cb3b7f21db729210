// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "core/results/figure_evaluation.h"
#include "core/results/figure_labels.h"
#include "core/statistics/pareto_front.h"
#include "core/telemetry/metric_registry.h"

namespace trimtab::results {
namespace {

namespace metric = telemetry::metric;

bool is_ceiling(const TradeOffPoint& point) { return point.name.ends_with("(ceiling)"); }

/// The front of the panel's two quantities as a staircase: every place above it is beaten by a point.
FigureSeries front_of(std::span<const TradeOffPoint> points, double TradeOffPoint::*quantity) {
    FigureSeries front;
    front.name = "Pareto front";
    front.kind = SeriesKind::step;
    front.emphasis = SeriesEmphasis::faint;
    std::vector<std::vector<double>> coordinates;
    for (const TradeOffPoint& point : points)
        if (!is_ceiling(point) && std::isfinite(point.cost_usd) && std::isfinite(point.*quantity))
            coordinates.push_back({point.cost_usd, point.*quantity});
    const auto best = statistics::pareto_front(coordinates);
    if (!best) return front;
    std::vector<std::vector<double>> corners;
    for (const std::size_t i : *best) corners.push_back(coordinates[i]);
    std::sort(corners.begin(), corners.end());
    for (const std::vector<double>& corner : corners) {
        front.x.push_back(corner[0]);
        front.y.push_back(corner[1]);
    }
    return front;
}

FigurePanel panel_of(std::span<const TradeOffPoint> points, int id, double TradeOffPoint::*quantity) {
    FigurePanel panel;
    panel.x = metric_axis(metric::cost_usd);
    panel.x.label = "Cost of an episode";
    panel.y = metric_axis(id);
    panel.y.from_zero = true;
    if (id == metric::latency_p95_ms) panel.y.scale = AxisScale::logarithmic;
    panel.empty = "no point has both a cost and this metric";
    panel.series.push_back(front_of(points, quantity));
    for (const TradeOffPoint& point : points) {
        auto series = std::find_if(panel.series.begin() + 1, panel.series.end(),
                                   [&](const FigureSeries& s) { return s.name == point.name; });
        if (series == panel.series.end()) {
            FigureSeries fresh;
            fresh.name = point.name;
            fresh.kind = SeriesKind::scatter;
            if (is_ceiling(point)) fresh.emphasis = SeriesEmphasis::ceiling;
            panel.series.push_back(std::move(fresh));
            series = panel.series.end() - 1;
        }
        series->x.push_back(point.cost_usd);
        series->y.push_back(point.*quantity);
    }
    return panel;
}

}  // namespace

FigureSpec pareto_figure(std::span<const TradeOffPoint> points) {
    FigureSpec figure;
    figure.name = "pareto_front";
    figure.title = "What the money buys";
    figure.layout = FigureLayout::grid;
    figure.columns = 3;
    figure.caption =
        "SLO violations, p95 and scaling actions against the cost of an episode, means over all load "
        "patterns; less "
        "is better on every axis. The line joins the points that no other point beats in both quantities of "
        "its "
        "panel.";
    figure.panels.push_back(panel_of(points, metric::slo_violations, &TradeOffPoint::slo_violations));
    figure.panels.push_back(panel_of(points, metric::latency_p95_ms, &TradeOffPoint::latency_p95_ms));
    figure.panels.push_back(panel_of(points, metric::scaling_actions, &TradeOffPoint::scaling_actions));
    figure.panels[0].y.label = "SLO violations (share)";
    figure.panels[2].y.label = "Scaling actions an episode";
    figure.panels[2].y.unit.clear();
    return figure;
}

}  // namespace trimtab::results
