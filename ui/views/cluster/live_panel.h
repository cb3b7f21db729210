// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "ui/charts/chart_tools.h"
#include "ui/models/cluster_session.h"

namespace trimtab::ui {

/// The numbers of a session over seconds since it was begun, and before that what Prometheus knows. A gap is
/// a time without data; a vertical line over the replicas is a write. GUI thread.
class LivePanel final : public QWidget {
    Q_OBJECT

  public:
    /// The session must outlive the panel.
    explicit LivePanel(ClusterSession& session, QWidget* parent = nullptr);

    [[nodiscard]] ChartTools& tools() { return tools_; }

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    struct Line {
        int metric;
        QString name;
    };
    struct Chart {
        TimeChart* chart;
        bool counts;
        std::vector<Line> lines;
    };
    void addChart(const QString& title, const QString& unit, bool counts, std::vector<Line> lines);
    void redraw();
    void follow();

    ClusterSession& session_;
    ChartTools tools_;
    std::vector<Chart> charts_;
    qsizetype marks_ = -1;  ///< those shown
};

}  // namespace trimtab::ui
