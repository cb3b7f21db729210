// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/train/run_curves.h"

#include "core/telemetry/metric_registry.h"
#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

void addPatterns(TimeChart& chart, const LiveSeries& series, const CurvePlan& plan) {
    for (const std::string& pattern : series.patterns()) {
        const QString name = QString::fromStdString(pattern);
        CurveStyle style{name, patternColor(name), plan.dash};
        chart.addCurve({series.ofPattern(pattern), {plan.kind, plan.metric}, style, plan.smoothable});
    }
}

}  // namespace

void drawRuns(TimeChart& chart, const ShownRuns& shown, const std::vector<CurvePlan>& plans) {
    chart.clearCurves();
    for (std::size_t i = 0; i < shown.runs().size(); ++i) {
        const ShownRun& run = shown.runs()[i];
        for (const CurvePlan& plan : plans) {
            if (plan.byPattern && !shown.several()) {
                addPatterns(chart, *run.series, plan);
                continue;
            }
            // "all" is the label of an evaluation over every pattern.
            const bool evaluation = plan.kind == telemetry::RowKind::evaluation;
            const telemetry::SeriesStore* store =
                evaluation ? run.series->ofPattern("all") : &run.series->all();
            if (store == nullptr) continue;
            const QString metric =
                QString::fromUtf8(telemetry::metric_info(plan.metric).name.data(),
                                  static_cast<qsizetype>(telemetry::metric_info(plan.metric).name.size()));
            QString name = plan.name.isEmpty() ? metric : plan.name;
            if (shown.several())
                name = plan.name.isEmpty() ? run.name : run.name + QStringLiteral(", ") + plan.name;
            const QColor color =
                shown.several() || !plan.color.isValid() ? seriesColor(static_cast<int>(i)) : plan.color;
            chart.addCurve({store, {plan.kind, plan.metric}, {name, color, plan.dash}, plan.smoothable});
        }
    }
    chart.refresh();
}

}  // namespace trimtab::ui
