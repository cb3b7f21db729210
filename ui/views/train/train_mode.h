// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/background_task.h"
#include "ui/charts/chart_tools.h"
#include "ui/models/experiment_document.h"
#include "ui/models/run_loader.h"
#include "ui/models/shown_runs.h"
#include "ui/views/mode_view.h"

namespace trimtab::ui {

class DiagnosticsPanel;
class ExperimentPanel;
class MetricsPanel;
class RewardPanel;
class RunPanel;
class TimelinePanel;

/// Set up an experiment, train, and watch it learn: experiment, run control, reward, metrics, diagnostics and
/// timeline as docks over one chart toolbar. GUI thread.
class TrainMode final : public ModeView {
    Q_OBJECT

  public:
    explicit TrainMode(const Workbench& workbench, QWidget* parent = nullptr);
    ~TrainMode() override;

    /// Into the editor; line > 0 shows it in the text.
    void openConfig(const QString& path, int line = 0);
    /// Reads a training folder beside the window and shows it in the charts.
    void showRun(const QString& folder);
    /// Shows a job of this session.
    void showJob(runtime::JobId job);
    /// Makes a trace the load of the experiment.
    void useTrace(const QString& file);

    [[nodiscard]] ExperimentDocument& document() { return document_; }
    [[nodiscard]] ShownRuns& shown() { return shown_; }
    [[nodiscard]] ChartTools& charts() { return tools_; }

    void entered() override;

  protected:
    void arrange() override;
    void changeEvent(QEvent* event) override;

  private:
    void addCommands();
    void connectRequests();
    void follow();
    void toFront();
    void startHere();

    ExperimentDocument document_;
    ShownRuns shown_;
    ChartTools tools_;
    runtime::BackgroundTask loading_;
    ExperimentPanel* experiment_;
    RunPanel* run_;
    RewardPanel* reward_;
    MetricsPanel* metrics_;
    DiagnosticsPanel* diagnostics_;
    TimelinePanel* timeline_;
};

}  // namespace trimtab::ui
