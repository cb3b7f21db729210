// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/row.h"
#include "ui/charts/time_chart.h"
#include "ui/models/shown_runs.h"

namespace trimtab::ui {

/// What curves a chart gets for the runs that are shown.
struct CurvePlan {
    telemetry::RowKind kind = telemetry::RowKind::episode;
    int metric = 0;
    QString name;  ///< where the chart has several metrics; else empty
    QColor color;  ///< with one run and no patterns
    bool smoothable = true;
    bool byPattern = false;  ///< one run: a curve a load pattern, in its colour
    Qt::PenStyle dash = Qt::SolidLine;
};

/// Replaces the curves of `chart`: one run in the plan's colours or those of its patterns, several runs each
/// in a colour of its own.
void drawRuns(TimeChart& chart, const ShownRuns& shown, const std::vector<CurvePlan>& plans);

}  // namespace trimtab::ui
