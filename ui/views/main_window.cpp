// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/main_window.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "ui/settings/theme.h"
#include "ui/views/jobs_panel.h"
#include "ui/views/log_panel.h"
#include "ui/views/mode_bar.h"
#include "ui/views/run_tool_bar.h"
#include "ui/views/window_commands.h"
#include "ui/widgets/inline_message.h"

namespace trimtab::ui {
namespace {

constexpr int message_time_ms = 8000;

constexpr std::array menu_order{CommandGroup::file, CommandGroup::edit,   CommandGroup::run,
                                CommandGroup::view, CommandGroup::figure, CommandGroup::cluster,
                                CommandGroup::help};

}  // namespace

MainWindow::MainWindow(const Workbench& workbench, QWidget* parent)
    : QMainWindow(parent),
      workbench_(workbench),
      modeBar_(new ModeBar(this)),
      toolBar_(new RunToolBar(workbench, this)),
      message_(new InlineMessage(this)),
      stack_(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Trimtab"));
    setAcceptDrops(true);
    resize(1280, 700);
    setMinimumSize(960, 600);
    addToolBar(Qt::TopToolBarArea, toolBar_);
    addToolBar(Qt::LeftToolBarArea, modeBar_);
    auto* centre = new QWidget(this);
    centre->setObjectName(QStringLiteral("centre"));
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(message_);
    column->addWidget(stack_, 1);
    setCentralWidget(centre);
    stack_->setObjectName(QStringLiteral("modes"));
    statusBar()->setObjectName(QStringLiteral("statusBar"));
    menuBar()->setObjectName(QStringLiteral("menuBar"));

    for (const CommandGroup group : menu_order) {
        QMenu* menu = menuBar()->addMenu(commandGroupTitle(group));
        menu->setObjectName(QStringLiteral("menu%1").arg(static_cast<int>(group)));
        menu->menuAction()->setVisible(false);
        menus_[group] = menu;
    }
    panels_ = menus_[CommandGroup::view]->addMenu(tr("&Panels"));
    panels_->setObjectName(QStringLiteral("panelMenu"));
    connect(panels_, &QMenu::aboutToShow, this, &MainWindow::fillPanelMenu);
    for (const auto& command : workbench_.actions.commands())
        placeCommand(command.action, command.spec.group);
    connect(&workbench_.actions, &ActionRegistry::added, this, &MainWindow::placeCommand);
    addCommands();
    addPanels();

    connect(&workbench_.requests, &OpenRequests::modeRequested, this, &MainWindow::showMode);
    connect(&workbench_.requests, &OpenRequests::refused, this,
            [this](const QString& path, const QString& reason) {
                message_->showMessage(MessageTone::warning, tr("%1 cannot be opened").arg(path), reason);
            });
    connect(&workbench_.requests, &OpenRequests::runRequested, this,
            [this](const QString& folder) { workbench_.settings.addRecentRun(folder); });
    connect(&workbench_.requests, &OpenRequests::configRequested, this,
            [this](const QString& file) { workbench_.settings.addRecentConfig(file); });
    connect(&workbench_.requests, &OpenRequests::sweepRequested, this,
            [this](const QString& file) { workbench_.settings.addRecentConfig(file); });
    connect(&workbench_.runs, &runtime::RunService::jobChanged, this, &MainWindow::rememberRun);
    connect(&workbench_.runs, &runtime::RunService::jobFinished, this, &MainWindow::tellEnd);
    connect(&workbench_.runs, &runtime::RunService::idle, this, [this] {
        if (closing_) close();
    });
}

void MainWindow::addCommands() {
    workbench_.actions.add({QStringLiteral("view.resetLayout"),
                            tr("&Reset layout"),
                            CommandGroup::view,
                            {},
                            QStringLiteral("layout"),
                            tr("Puts the panels of this mode where they were at first")},
                           [this] {
                               if (ModeView* current = mode(currentMode())) current->resetLayout();
                           });
    addWindowCommands(*this, workbench_);
    workbench_.actions.add({QStringLiteral("file.quit"),
                            tr("&Quit"),
                            CommandGroup::file,
                            QKeySequence(Qt::CTRL | Qt::Key_Q),
                            {},
                            tr("Closes the window")},
                           [this] { close(); });
}

void MainWindow::addPanels() {
    addWindowPanel(new LogPanel(workbench_.log, workbench_.requests, this), QStringLiteral("log"), tr("Log"),
                   QKeySequence(Qt::CTRL | Qt::Key_L), QStringLiteral("log"));
    jobs_ = addWindowPanel(new JobsPanel(workbench_, this), QStringLiteral("queue"), tr("Queue"),
                           QKeySequence(Qt::CTRL | Qt::Key_J), QStringLiteral("queue"));
    connect(toolBar_, &RunToolBar::queueRequested, this, [this] { jobs_->setVisible(!jobs_->isVisible()); });
    connect(&workbench_.log, &MessageLog::added, this, [this](const LogMessage& message) {
        statusBar()->showMessage(QStringLiteral("%1: %2").arg(message.source, message.text), message_time_ms);
    });
    auto* showLog = new QToolButton(this);
    showLog->setObjectName(QStringLiteral("showLog"));
    showLog->setDefaultAction(workbench_.actions.find(QStringLiteral("panel.log")));
    showLog->setAccessibleName(tr("Log"));
    showLog->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    showLog->setAutoRaise(true);
    statusBar()->addPermanentWidget(showLog);
}

QDockWidget* MainWindow::addWindowPanel(QWidget* content, const QString& objectName, const QString& title,
                                        const QKeySequence& shortcut, const QString& icon) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(objectName + QStringLiteral("Dock"));
    dock->setAccessibleName(title);
    dock->setWidget(content);
    addDockWidget(Qt::BottomDockWidgetArea, dock);
    dock->hide();
    QAction* action = workbench_.actions.add(
        {QStringLiteral("panel.") + objectName, title, CommandGroup::view, shortcut, icon, {}});
    action->setCheckable(true);
    connect(action, &QAction::triggered, dock, &QWidget::setVisible);
    connect(dock, &QDockWidget::visibilityChanged, action,
            [dock, action] { action->setChecked(!dock->isHidden()); });
    return dock;
}

void MainWindow::placeCommand(QAction* action, CommandGroup group) {
    addAction(action);
    menus_[group]->addAction(action);
    menus_[group]->menuAction()->setVisible(true);
    if (action->objectName() == QLatin1String("run.start")) toolBar_->addStart(action);
}

void MainWindow::addMode(ModeView* mode) {
    const int number = static_cast<int>(modes_.size()) + 1;
    modes_.push_back(mode);
    stack_->addWidget(mode);
    QAction* action =
        workbench_.actions.add({QStringLiteral("mode.") + mode->id(), mode->title(), CommandGroup::view,
                                QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)),
                                mode->iconName(), tr("Goes to %1").arg(mode->title())},
                               [this, id = mode->id()] { showMode(id); });
    action->setCheckable(true);
    modeBar_->addMode(action);
    if (modes_.size() == 1) action->setChecked(true);
    if (QWidget* widget = mode->toolBarWidget()) toolBar_->addStateWidget(widget);
}

void MainWindow::restore() {
    const QByteArray geometry = workbench_.settings.windowGeometry();
    if (!geometry.isEmpty()) restoreGeometry(geometry);
    const QByteArray panels = workbench_.settings.layout(objectName());
    if (!panels.isEmpty()) restoreState(panels);
    const QString last = workbench_.settings.mode();
    if (mode(last) != nullptr)
        showMode(last);
    else if (!modes_.empty())
        showMode(modes_.front()->id());
}

void MainWindow::showMode(const QString& id) {
    ModeView* wanted = mode(id);
    if (wanted == nullptr) return;
    stack_->setCurrentWidget(wanted);
    if (QAction* action = workbench_.actions.find(QStringLiteral("mode.") + id)) action->setChecked(true);
    wanted->entered();
}

void MainWindow::resetLayouts() {
    workbench_.settings.clearLayouts();
    for (ModeView* mode : modes_) mode->resetLayout();
}

ModeView* MainWindow::mode(const QString& id) const {
    const auto it = std::ranges::find_if(modes_, [&id](const ModeView* m) { return m->id() == id; });
    return it == modes_.end() ? nullptr : *it;
}

QString MainWindow::currentMode() const {
    const auto* current = qobject_cast<ModeView*>(stack_->currentWidget());
    return current == nullptr ? QString() : current->id();
}

void MainWindow::fillPanelMenu() {
    panels_->clear();
    if (const ModeView* current = mode(currentMode()))
        for (QAction* action : current->panelActions()) panels_->addAction(action);
}

void MainWindow::rememberRun(runtime::JobId id) {
    const runtime::JobStatus* job = workbench_.runs.find(id);
    if (job == nullptr || job->progress.folder.empty()) return;
    const QString folder = QString::fromStdString(job->progress.folder.string());
    if (workbench_.settings.recentRuns().value(0) != folder) workbench_.settings.addRecentRun(folder);
}

void MainWindow::tellEnd(runtime::JobId id) {
    const runtime::JobStatus* job = workbench_.runs.find(id);
    // What runs in the background tells its own view.
    if (job == nullptr || !job->result || job->lane != runtime::JobLane::compute) return;
    const QString title = QString::fromStdString(job->title);
    const QString folder = QString::fromStdString(job->progress.folder.string());
    const LogPlace place = folder.isEmpty() ? LogPlace{LogPlace::Kind::job, QString::number(id), 0}
                                            : LogPlace{LogPlace::Kind::run, folder, 0};
    if (!job->result->has_value()) {
        const Error& error = job->result->error();
        workbench_.log.addError(title, error, place);
        if (error.code == ErrorCode::cancelled) return;
        message_->showError(error);
        if (!folder.isEmpty())
            message_->setAction(tr("See the run"), [this, place] { workbench_.requests.openPlace(place); });
        return;
    }
    const bool stopped = job->state == runtime::JobState::stopped;
    const QString end = stopped ? tr("%1 was stopped").arg(title) : tr("%1 has finished").arg(title);
    workbench_.log.add(LogLevel::info, tr("Run"), end, place);
    if (folder.isEmpty() || closing_) return;
    message_->showMessage(stopped ? MessageTone::info : MessageTone::good, end, folder);
    message_->setAction(tr("See the run"), [this, place] { workbench_.requests.openPlace(place); });
}

void MainWindow::restart() {
    restarting_ = true;
    close();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (workbench_.runs.busy()) {
        event->ignore();
        if (!closing_) askBeforeClose();
        return;
    }
    for (ModeView* mode : modes_) mode->saveLayout();
    workbench_.settings.setWindowGeometry(saveGeometry());
    workbench_.settings.setLayout(objectName(), saveState());
    workbench_.settings.setMode(currentMode());
    event->accept();
}

void MainWindow::askBeforeClose() {
    auto* box = new QMessageBox(QMessageBox::Question, tr("A run is going on"),
                                tr("Stop it, save a checkpoint and close?"), QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("closeQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("A stopped training can be continued from its last checkpoint."));
    QPushButton* stop = box->addButton(tr("Stop and close"), QMessageBox::AcceptRole);
    stop->setObjectName(QStringLiteral("closeQuestionStop"));
    QPushButton* stay = box->addButton(tr("Keep running"), QMessageBox::RejectRole);
    stay->setObjectName(QStringLiteral("closeQuestionStay"));
    box->setDefaultButton(stay);
    connect(stay, &QPushButton::clicked, this, [this] { restarting_ = false; });
    connect(stop, &QPushButton::clicked, this, [this] {
        closing_ = true;
        message_->showMessage(MessageTone::info, tr("Stopping and saving"),
                              tr("The window closes as soon as the checkpoint is written."));
        workbench_.runs.stopAll();
        if (!workbench_.runs.busy()) close();
    });
    box->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (std::ranges::any_of(urls, [](const QUrl& url) { return url.isLocalFile(); }))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) workbench_.requests.openPath(url.toLocalFile());
    event->acceptProposedAction();
}

}  // namespace trimtab::ui
