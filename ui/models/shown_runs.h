// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <vector>

#include "core/runtime/job.h"
#include "ui/models/live_series.h"

namespace trimtab::ui {

/// One run that the charts draw: a job of this session or a folder that was loaded.
struct ShownRun {
    QString name;
    const LiveSeries* series = nullptr;  ///< outlives what is shown
    runtime::JobId job = 0;              ///< 0: loaded from disk
    QString folder;                      ///< empty before there is one
    std::shared_ptr<LiveSeries> owned;   ///< of a loaded run
};

/// Which runs the charts of Train show: one, in the colours of its load patterns, or several, each in a
/// colour of its own. GUI thread.
class ShownRuns final : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    [[nodiscard]] const std::vector<ShownRun>& runs() const { return runs_; }
    [[nodiscard]] bool several() const { return runs_.size() > 1; }
    void show(std::vector<ShownRun> runs) {
        runs_ = std::move(runs);
        Q_EMIT changed();
    }
    /// The folder of a job that has just been made.
    void setFolder(runtime::JobId job, const QString& folder) {
        for (ShownRun& run : runs_)
            if (run.job == job && job != 0) run.folder = folder;
    }

  Q_SIGNALS:
    void changed();

  private:
    std::vector<ShownRun> runs_;
};

}  // namespace trimtab::ui
