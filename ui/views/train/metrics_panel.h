// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/train/charts_panel.h"

class QLabel;

namespace trimtab::ui {

/// What the agent sees of the cluster: utilisation, latency, throughput and the load that is offered, window
/// by window of the run's first environment, with the newest values large. GUI thread.
class MetricsPanel final : public ChartsPanel {
    Q_OBJECT

  public:
    MetricsPanel(ChartTools& tools, ShownRuns& shown, QWidget* parent = nullptr);

  protected:
    void showNewest(const ShownRun& first) override;
    void changeEvent(QEvent* event) override;

  private:
    struct Tile {
        int metric;
        int decimals;
        QLabel* value;
        QLabel* caption;
    };
    void addTile(QWidget* row, int metric, const QString& caption, int decimals);

    std::vector<Tile> tiles_;
};

}  // namespace trimtab::ui
