// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QLabel>
#include <QList>
#include <QPointF>
#include <QString>
#include <optional>

#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_view_state.h"
#include "ui/charts/crosshair_group.h"
#include "ui/charts/time_chart.h"

namespace trimtab::ui {

/// The insides of a TimeChart, for its sources only.
struct TimeChart::State {
    QWidget* header = nullptr;
    QLabel* heading = nullptr;
    ChartLegend* legend = nullptr;
    PlotSurface* surface = nullptr;
    ChartOverlay* overlay = nullptr;
    CrosshairGroup* group = nullptr;
    QString title;
    QString unit;
    QString emptyHint;
    QString xTitle;
    QList<std::pair<double, QString>> events;
    double smoothing = 0;
    ChartViewState view;
    bool paused = false;
    QElapsedTimer described;
    std::optional<QPointF> dragFrom;
    std::optional<QPointF> panFrom;
};

}  // namespace trimtab::ui
