// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/train/charts_panel.h"

#include <QEvent>
#include <QVBoxLayout>

#include "ui/charts/chart_board.h"
#include "ui/widgets/empty_state.h"

namespace trimtab::ui {

ChartsPanel::ChartsPanel(ChartTools& tools, ShownRuns& shown, QWidget* parent)
    : QWidget(parent),
      tools_(tools),
      shown_(shown),
      column_(new QVBoxLayout(this)),
      empty_(new EmptyState(QStringLiteral("chart"),
                            tr("No run is shown: none has been started, and none was opened."), this)),
      board_(new ChartBoard(this)) {
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);
    column_->addWidget(empty_, 1);
    column_->addWidget(board_, 1);
    empty_->setAction(tr("Start training"), [this] { Q_EMIT startRequested(); });
    board_->hide();
    connect(&shown_, &ShownRuns::changed, this, [this] {
        drawn_.clear();
        follow();
    });
}

TimeChart* ChartsPanel::addChart(const QString& title, const QString& unit, std::vector<CurvePlan> plans) {
    auto* chart = new TimeChart(title, unit, this);
    chart->setEmptyHint(tr("Waiting for the first values ..."));
    board_->add(chart);
    tools_.add(chart);
    charts_.emplace_back(chart, std::move(plans));
    return chart;
}

void ChartsPanel::addHeader(QWidget* header) {
    header->hide();
    column_->insertWidget(0, header);
    connect(&shown_, &ShownRuns::changed, header,
            [this, header] { header->setVisible(!shown_.runs().empty()); });
}

QList<TimeChart*> ChartsPanel::charts() const { return board_->charts(); }

std::vector<std::size_t> ChartsPanel::patternCounts() const {
    std::vector<std::size_t> counts;
    for (const ShownRun& run : shown_.runs())
        counts.push_back(2 * run.series->patterns().size() +
                         (run.series->ofPattern("all") != nullptr ? 1 : 0));
    return counts;
}

void ChartsPanel::follow() {
    empty_->setVisible(shown_.runs().empty());
    board_->setVisible(!shown_.runs().empty());
    if (const auto counts = patternCounts(); counts != drawn_) {
        drawn_ = counts;
        redraw();
    }
    if (!shown_.runs().empty()) showNewest(shown_.runs().front());
}

void ChartsPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    drawn_.clear();
    follow();
}

void ChartsPanel::redraw() {
    for (const auto& [chart, plans] : charts_) drawRuns(*chart, shown_, plans);
}

}  // namespace trimtab::ui
