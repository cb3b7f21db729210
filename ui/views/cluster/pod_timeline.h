// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>

#include "ui/models/cluster_session.h"

namespace trimtab::ui {

/// A bar for each pod over the last minutes, in the colour of its phase, and above them a mark for each
/// event. The table beside it says the same in words. Ctrl and wheel change the span. GUI thread.
class PodTimeline final : public QAbstractScrollArea {
    Q_OBJECT

  public:
    /// The session must outlive the widget.
    explicit PodTimeline(ClusterSession& session, QWidget* parent = nullptr);

    /// Redraws up to the present time.
    void follow();
    /// What stands at a place, for a tool tip; empty: nothing.
    [[nodiscard]] QString textAt(const QPoint& place) const;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool viewportEvent(QEvent* event) override;

  private:
    [[nodiscard]] double xOf(double utc_s) const;
    [[nodiscard]] int rowTop(int row) const;
    void paintAxis(QPainter& painter) const;
    void paintEvents(QPainter& painter) const;
    void paintTrack(QPainter& painter, const PodTrack& track, int top) const;

    ClusterSession& session_;
    double now_s_ = 0;
    double span_s_ = 600;
};

}  // namespace trimtab::ui
