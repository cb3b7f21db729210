// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/play/play_mode.h"

#include <QStackedWidget>
#include <algorithm>

#include "ui/charts/figure_canvas.h"
#include "ui/dialogs/figure_data_dialog.h"
#include "ui/views/play/move_panel.h"
#include "ui/views/play/play_tables.h"
#include "ui/views/play/watch_panel.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_view.h"

namespace trimtab::ui {

void PlayMode::TablePanel::show(results::ReportTable table) {
    // Columns only grow while an episode is played, so that nothing jumps with every step.
    std::vector<int> widths;
    if (table.header.size() == model.table().header.size())
        for (int c = 0; c < model.columnCount(); ++c) widths.push_back(view->columnWidth(c));
    model.setTable(std::move(table));
    view->fitColumns();
    for (std::size_t c = 0; c < widths.size(); ++c)
        view->setColumnWidth(static_cast<int>(c),
                             std::max(widths[c], view->columnWidth(static_cast<int>(c))));
    stack->setCurrentWidget(view);
}

void PlayMode::TablePanel::showEmpty(const QString& cause) {
    empty->setCause(cause);
    stack->setCurrentWidget(empty);
}

PlayMode::PlayMode(const Workbench& workbench, QWidget* parent)
    : ModeView(QStringLiteral("play"), tr("Play"), QStringLiteral("mode-play"), workbench, parent),
      moves_(new MovePanel(session_, this)),
      timeline_(new FigureCanvas(tr("Timeline of your episode"), this)),
      watch_(new WatchPanel(this)) {
    timeline_->setObjectName(QStringLiteral("playTimelineChart"));
    addPanel(moves_, QStringLiteral("movePanel"), tr("Your move"), Qt::LeftDockWidgetArea);
    addPanel(timeline_, QStringLiteral("playTimeline"), tr("Timeline"), Qt::RightDockWidgetArea);
    addPanel(watch_, QStringLiteral("watchPanel"), tr("Watch a policy"), Qt::RightDockWidgetArea);
    addPanel(buildTable(advice_, tr("What the policies would do here"), QStringLiteral("adviceTable"),
                        QStringLiteral("agent")),
             QStringLiteral("advicePanel"), tr("What others would do"), Qt::RightDockWidgetArea);
    addPanel(buildTable(score_, tr("Score"), QStringLiteral("scoreTable"), QStringLiteral("star")),
             QStringLiteral("scorePanel"), tr("Score"), Qt::RightDockWidgetArea);
    addPanel(buildTable(observation_, tr("Observation"), QStringLiteral("observationTable"),
                        QStringLiteral("eye")),
             QStringLiteral("observationPanel"), tr("Observation"), Qt::RightDockWidgetArea);
    addPanel(buildTable(reward_, tr("Reward"), QStringLiteral("rewardTable"), QStringLiteral("chart")),
             QStringLiteral("rewardPanel"), tr("Reward"), Qt::RightDockWidgetArea);
    connect(&session_, &PlaySession::moved, this, &PlayMode::refresh);
    connect(&session_, &PlaySession::adviceChanged, this, [this] {
        if (session_.ready()) advice_.show(adviceTable(session_));
    });
    connect(&session_, &PlaySession::scored, this, [this] {
        refreshScore();
        raisePanel(QStringLiteral("scorePanel"));
    });
    connect(timeline_, &FigureCanvas::dataTableRequested, this, [this] {
        auto* dialog = new FigureDataDialog(timeline_->figure(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
    connect(&workbench_.requests, &OpenRequests::watchRequested, this, [this](const QString& checkpoint) {
        Q_EMIT workbench_.requests.modeRequested(id());
        moves_->setCheckpoint(checkpoint);
        raisePanel(QStringLiteral("watchPanel"));
        watch_->watch(checkpoint);
    });
    workbench_.actions.add({QStringLiteral("play.new"),
                            tr("New episode to &play"),
                            CommandGroup::run,
                            {},
                            QStringLiteral("mode-play"),
                            tr("You are the agent: the next episode in Play")},
                           [this] {
                               Q_EMIT workbench_.requests.modeRequested(id());
                               session_.start(moves_->setup());
                           });
    advice_.empty->setAction(tr("New episode"), [this] { session_.start(moves_->setup()); });
    refresh();
}

QWidget* PlayMode::buildTable(TablePanel& panel, const QString& name, const QString& objectName,
                              const QString& icon) {
    panel.stack = new QStackedWidget(this);
    panel.view = new TableView(name, panel.stack);
    panel.view->setObjectName(objectName);
    panel.view->setModel(&panel.model);
    panel.empty = new EmptyState(icon, QString(), panel.stack);
    panel.stack->addWidget(panel.view);
    panel.stack->addWidget(panel.empty);
    return panel.stack;
}

void PlayMode::arrange() {
    const auto dock = [this](const char* name) { return panel(QLatin1String(name)); };
    splitDockWidget(dock("movePanel"), dock("playTimeline"), Qt::Horizontal);
    splitDockWidget(dock("playTimeline"), dock("advicePanel"), Qt::Vertical);
    splitDockWidget(dock("advicePanel"), dock("observationPanel"), Qt::Horizontal);
    tabifyDockWidget(dock("playTimeline"), dock("watchPanel"));
    tabifyDockWidget(dock("advicePanel"), dock("scorePanel"));
    tabifyDockWidget(dock("observationPanel"), dock("rewardPanel"));
    resizeDocks({dock("movePanel"), dock("playTimeline")}, {300, width() - 300}, Qt::Horizontal);
    resizeDocks({dock("advicePanel"), dock("observationPanel")}, {560, width() - 860}, Qt::Horizontal);
    resizeDocks({dock("playTimeline"), dock("advicePanel")}, {height() * 6 / 10, height() * 4 / 10},
                Qt::Vertical);
    for (const char* name : {"playTimeline", "advicePanel", "observationPanel"}) dock(name)->raise();
}

void PlayMode::refresh() {
    if (!session_.ready()) {
        const QString cause = session_.starting() ? tr("The episode is being prepared.")
                                                  : tr("No episode is going on. Begin one under Your move.");
        timeline_->setEmpty(cause);
        for (TablePanel* panel : {&advice_, &observation_, &reward_, &score_}) panel->showEmpty(cause);
        return;
    }
    if (session_.episode().steps().empty())
        timeline_->setEmpty(tr("Choose a move and press Step: the timeline grows from the left."));
    else
        timeline_->setFigure(playTimeline(session_));
    observation_.show(observationTable(session_.episode().now()));
    reward_.show(rewardTable(session_));
    advice_.show(adviceTable(session_));
    refreshScore();
}

void PlayMode::refreshScore() {
    if (!session_.scores().empty())
        score_.show(scoreTable(session_.scores()));
    else if (session_.scoring())
        score_.showEmpty(tr("The policies play the same episode."));
    else
        score_.showEmpty(
            tr("Play to the end: everybody then plays the same episode, and you see who did best."));
}

}  // namespace trimtab::ui
