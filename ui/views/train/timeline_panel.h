// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>
#include <memory>
#include <optional>

#include "core/runtime/background_task.h"
#include "ui/charts/chart_tools.h"
#include "ui/models/shown_runs.h"
#include "ui/views/train/episode_view.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QToolButton;

namespace trimtab::ui {

class EmptyState;
class InlineMessage;

/// One episode step by step: replicas asked for, ready and pending, where traffic preferred to go, load and
/// latency; for an episode that the greedy policy plays on request also its probabilities and value estimate.
/// Of a training it shows the newest whole episode of the first environment, the only one whose steps are
/// recorded. GUI thread.
class TimelinePanel final : public QWidget {
    Q_OBJECT

  public:
    TimelinePanel(ChartTools& tools, ShownRuns& shown, QWidget* parent = nullptr);

    /// Whenever new rows are in.
    void follow();
    /// Plays an episode of the chosen pattern with the run's model.
    void playGreedy();
    [[nodiscard]] QString description() const;
    [[nodiscard]] const std::vector<EpisodeStep>& steps() const { return steps_; }

  Q_SIGNALS:
    void startRequested();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    QWidget* makeBar();
    void makeCharts();
    void reset();
    void fillPatterns();
    void findSlo();
    void move(int by);
    void showLogged(const LoggedEpisode& episode);
    void showSteps(std::vector<EpisodeStep> steps, const QString& description);
    void drawCurves();
    void linkCrosshairs();
    void restyle();
    [[nodiscard]] const ShownRun* run() const;

    ChartTools& tools_;
    ShownRuns& shown_;
    EmptyState* empty_;
    QWidget* inside_;
    InlineMessage* message_;
    QLabel* description_;
    QComboBox* pattern_;
    QCheckBox* newest_;
    QToolButton* back_;
    QToolButton* next_;
    QToolButton* greedy_;
    TimeChart* replicas_;
    TimeChart* latency_;
    TimeChart* load_;
    TimeChart* value_;
    std::vector<TimeChart*> heads_;
    std::unique_ptr<telemetry::SeriesStore> store_;
    std::vector<EpisodeStep> steps_;
    std::int64_t shownNumber_ = 0;
    int greedyRun_ = 0;
    bool playing_ = false;  ///< a greedy episode is shown, until training episodes are asked for again
    bool linking_ = false;
    QElapsedTimer since_;
    QString sloFolder_;  ///< of the run whose SLO is drawn
    runtime::BackgroundTask task_, sloTask_;
};

}  // namespace trimtab::ui
