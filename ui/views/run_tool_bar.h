// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

#include "ui/views/workbench.h"

class QLabel;
class QProgressBar;
class QToolButton;

namespace trimtab::ui {

/// The window's one toolbar: what runs, how far it is and for how long still, pause, stop and the queue. Its
/// commands are `run.pause` and `run.stop`; a mode adds `run.start`. GUI thread.
class RunToolBar final : public QToolBar {
    Q_OBJECT

  public:
    explicit RunToolBar(const Workbench& workbench, QWidget* parent = nullptr);

    /// Puts the start command in front, once it exists.
    void addStart(QAction* start);
    /// At the right end, always visible.
    void addStateWidget(QWidget* widget);

  Q_SIGNALS:
    void queueRequested();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void addNamed(QAction* action, QAction* before);
    void refresh();
    /// The job that the buttons act on: the running or paused one, else the next in the queue; null: none.
    [[nodiscard]] const runtime::JobStatus* frontJob() const;
    void togglePause();
    void stopFront();

    Workbench workbench_;
    QAction* pause_ = nullptr;
    QAction* stop_ = nullptr;
    QLabel* title_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QLabel* remaining_ = nullptr;
    QToolButton* queue_ = nullptr;
    runtime::JobId lastEnded_ = 0;
};

}  // namespace trimtab::ui
