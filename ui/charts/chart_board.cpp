// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_board.h"

#include <QGridLayout>
#include <algorithm>

#include "ui/charts/time_chart.h"
#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

constexpr int chart_width = 340;
constexpr int chart_height = 180;
constexpr int most_columns = 4;

}  // namespace

ChartBoard::ChartBoard(QWidget* parent) : QScrollArea(parent) {
    setObjectName(QStringLiteral("chartBoard"));
    setAccessibleName(tr("Charts"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget(this);
    grid_ = new QGridLayout(inside);
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setSpacing(spacing / 2);
    setWidget(inside);
}

void ChartBoard::add(TimeChart* chart) {
    chart->setMinimumHeight(chart_height);
    charts_.append(chart);
    arrange();
}

void ChartBoard::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    arrange();
}

void ChartBoard::arrange() {
    const auto count = static_cast<int>(charts_.size());
    int columns =
        std::clamp(viewport()->width() / chart_width, 1, std::min(most_columns, std::max(1, count)));
    // No chart alone in a last row where one column less gives whole rows.
    if (columns > 2 && count % columns != 0 && count % (columns - 1) == 0) --columns;
    if (columns == columns_ && count == arranged_) return;
    columns_ = columns;
    arranged_ = count;
    for (int i = 0; i < most_columns; ++i) grid_->setColumnStretch(i, i < columns ? 1 : 0);
    for (int i = 0; i < count; ++i) grid_->addWidget(charts_[i], i / columns, i % columns);
}

}  // namespace trimtab::ui
