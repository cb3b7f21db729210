// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <deque>
#include <map>
#include <memory>

#include "core/runtime/run_service.h"
#include "ui/models/live_series.h"

namespace trimtab::ui {

/// The one place where metrics enter the window: a timer at 25 Hz drains the service's channel into the
/// series of each job, then framed() lets every view repaint once. Nothing is locked while anything is drawn.
///
/// Memory: a series holds at most 16,384 buckets of 88 bytes, so a run of about 80 metrics, of which 20 stand
/// once more for each of four patterns, at most 230 MB however long it is. Beyond the newest `full_runs` that
/// have ended, a run keeps `thinned_buckets` a series (15 MB). GUI thread.
class TelemetryPump final : public QObject {
    Q_OBJECT

  public:
    static constexpr std::size_t full_runs = 4;
    static constexpr std::size_t thinned_buckets = 1024;

    explicit TelemetryPump(runtime::RunService& service, QObject* parent = nullptr);

    /// The series of a job, empty before its first row; valid as long as the pump.
    [[nodiscard]] LiveSeries& series(runtime::JobId job);
    /// Every row of the last frame, for views that look at single rows (timeline, log).
    [[nodiscard]] const std::vector<runtime::TelemetryMessage>& frameRows() const { return rows_; }
    /// Drains everything now; the timer does this by itself, with a budget a frame.
    void drain();

  Q_SIGNALS:
    /// New rows are in; sent only where there are any.
    void framed();

  private:
    void take(qint64 budget_ms);
    void thinOldRuns(runtime::JobId ended);

    runtime::RunService& service_;
    QTimer timer_;
    std::map<runtime::JobId, std::unique_ptr<LiveSeries>> series_;
    std::deque<runtime::JobId> ended_;  ///< with all their buckets, oldest first
    std::vector<runtime::TelemetryMessage> rows_;
    std::vector<runtime::TelemetryMessage> waiting_;  ///< drained, from next_ on not yet taken in
    std::size_t next_ = 0;
};

}  // namespace trimtab::ui
