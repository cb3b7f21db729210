// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QWidget>
#include <set>

#include "core/results/training_session.h"
#include "core/runtime/background_task.h"
#include "ui/models/experiment_document.h"
#include "ui/models/jobs_model.h"
#include "ui/models/shown_runs.h"
#include "ui/views/workbench.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTableView;
class QToolButton;

namespace trimtab::ui {

class InlineMessage;

/// Trainings only.
class TrainingJobs final : public QSortFilterProxyModel {
    Q_OBJECT

  public:
    explicit TrainingJobs(runtime::RunService& runs, QObject* parent = nullptr);
    [[nodiscard]] runtime::JobId jobAt(int row) const;

  protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

  private:
    runtime::RunService& runs_;
    JobsModel model_;
};

/// Starts trainings of the experiment and steers them: seed, number of runs, folder, the command line that
/// does the same, the queue, pause, stop, and what went wrong with the next step to take. The rows that are
/// chosen are what the charts show. GUI thread.
class RunPanel final : public QWidget {
    Q_OBJECT

  public:
    RunPanel(const Workbench& workbench, ExperimentDocument& document, ShownRuns& shown,
             QWidget* parent = nullptr);

    /// Queues the runs that are set; false, with an inline message, where the configuration is not right.
    bool start();
    /// Chooses a job, so that the charts show it.
    void choose(runtime::JobId job);
    /// Continues a training folder from its last checkpoint.
    void resume(const QString& folder);
    /// Lets the person choose a training folder to look at.
    void askForRun();
    [[nodiscard]] InlineMessage& message() { return *message_; }
    /// What start() would run, one command a line.
    [[nodiscard]] QString commands() const;

  Q_SIGNALS:
    void started();
    /// A finished training is to be shown.
    void runRequested(const QString& folder);
    /// The person wants to see the key that is wrong.
    void fieldRequested(const QString& path);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void build();
    QWidget* makeSettings();
    QWidget* makeQueue();
    void refreshCommand();
    void refreshButtons();
    void showChosen();
    void tellEnd(runtime::JobId id);
    void estimate();
    void submit(results::TrainingRequest request);
    void restyle();
    [[nodiscard]] const runtime::JobStatus* firstChosen() const;

    Workbench workbench_;
    ExperimentDocument& document_;
    ShownRuns& shown_;
    TrainingJobs jobs_;
    InlineMessage* message_;
    QLineEdit* seed_;
    QSpinBox* runs_;
    QLineEdit* folder_;
    QPlainTextEdit* command_;
    QPushButton* start_;
    QToolButton* pause_;
    QToolButton* stop_;
    QToolButton* reveal_;
    QLabel* nothing_;
    QLabel* estimate_;
    QLabel* state_;
    QProgressBar* progress_;
    QTableView* table_;
    runtime::BackgroundTask task_;
    bool choosing_ = false;
};

}  // namespace trimtab::ui
