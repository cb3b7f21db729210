// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <utility>
#include <vector>

#include "ui/charts/chart_tools.h"
#include "ui/views/train/run_curves.h"

class QVBoxLayout;

namespace trimtab::ui {

class ChartBoard;
class EmptyState;

/// A dock of charts over the runs that are shown: makes their curves again when other runs are chosen, or
/// when a run brings a load pattern that it had not before. Empty, it says why and what to do. GUI thread.
class ChartsPanel : public QWidget {
    Q_OBJECT

  public:
    ChartsPanel(ChartTools& tools, ShownRuns& shown, QWidget* parent = nullptr);

    /// Call once the last chart is added, and whenever new rows are in.
    void follow();
    [[nodiscard]] QList<TimeChart*> charts() const;

  Q_SIGNALS:
    void startRequested();

  protected:
    TimeChart* addChart(const QString& title, const QString& unit, std::vector<CurvePlan> plans);
    void changeEvent(QEvent* event) override;
    /// Stands above the charts.
    void addHeader(QWidget* header);
    [[nodiscard]] const ShownRuns& shown() const { return shown_; }
    /// After every change of what is shown or new rows.
    virtual void showNewest(const ShownRun& first) { static_cast<void>(first); }

  private:
    void redraw();
    [[nodiscard]] std::vector<std::size_t> patternCounts() const;

    ChartTools& tools_;
    ShownRuns& shown_;
    QVBoxLayout* column_;
    EmptyState* empty_;
    ChartBoard* board_;
    std::vector<std::pair<TimeChart*, std::vector<CurvePlan>>> charts_;
    std::vector<std::size_t> drawn_;  ///< series that each shown run had when the curves were made
};

}  // namespace trimtab::ui
