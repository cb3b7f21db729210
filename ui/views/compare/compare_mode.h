// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/figure_spec.h"
#include "core/runtime/comparison_jobs.h"
#include "ui/views/mode_view.h"

namespace trimtab::ui {

class CheckpointPanel;
class ComparisonForm;
class ComparisonPanel;
class ContrastPanel;
class CurvesPanel;
class RunsPanel;
class SweepPanel;

/// Compare: the run library, curves over one another, configurations side by side, comparisons with
/// baselines, sweeps, and checkpoints. GUI thread.
class CompareMode final : public ModeView {
    Q_OBJECT

  public:
    explicit CompareMode(const Workbench& workbench, QWidget* parent = nullptr);

    void entered() override;
    /// The results that come with the program: their list, and their comparison opened.
    void openSamples();

    [[nodiscard]] RunsPanel& runs() { return *runs_; }
    [[nodiscard]] CurvesPanel& curves() { return *curves_; }
    [[nodiscard]] ContrastPanel& contrast() { return *contrast_; }
    [[nodiscard]] ComparisonForm& form() { return *form_; }
    [[nodiscard]] ComparisonPanel& comparison() { return *comparison_; }
    [[nodiscard]] SweepPanel& sweep() { return *sweep_; }
    [[nodiscard]] CheckpointPanel& checkpoint() { return *checkpoint_; }

  protected:
    void arrange() override;

  private:
    /// Brings a panel to the front, now or as soon as the panels are arranged.
    void bringForward(const QString& panelName);
    void goHome();
    void connectPanels();
    void connectSweep();
    void connectRequests();
    void openRun(const QString& folder);
    /// Lists the folder that they lie in, selects the trainings and opens the first that is none.
    void openSeveral(const QStringList& folders);
    void openForm(const QStringList& models);
    void startCompare(const runtime::EvaluationRequest& request);
    void startEvaluate(const runtime::EvaluationRequest& request);
    void follow(runtime::JobId id);
    void tellProgress(runtime::JobId id);
    void tellEnd(runtime::JobId id);
    void showData(const results::FigureSpec& figure);
    void openExport(const QStringList& folders);

    RunsPanel* runs_;
    CurvesPanel* curves_;
    ContrastPanel* contrast_;
    ComparisonForm* form_;
    ComparisonPanel* comparison_;
    SweepPanel* sweep_;
    CheckpointPanel* checkpoint_;
    QString home_;  ///< results folder of the preferences, as it was last seen
    QString front_ = QStringLiteral("curvesPanel");
    runtime::JobId job_ = 0;  ///< the comparison or evaluation that was started here
};

}  // namespace trimtab::ui
