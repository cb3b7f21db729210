// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/welcome/welcome_mode.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/settings/theme.h"
#include "ui/views/welcome/demo.h"
#include "ui/views/welcome/recent_runs.h"
#include "ui/widgets/action_card.h"
#include "ui/widgets/empty_state.h"

namespace trimtab::ui {
namespace {

constexpr int page_width = 128 * spacing;
constexpr int page_height = 96 * spacing;

QWidget* makeHeading(QWidget* parent) {
    auto* heading = new QWidget(parent);
    heading->setObjectName(QStringLiteral("welcomeHeading"));
    auto* emblem = new QLabel(heading);
    emblem->setObjectName(QStringLiteral("welcomeEmblem"));
    emblem->setPixmap(QIcon(QStringLiteral(":/app/trimtab.svg")).pixmap(56, 56));
    auto* name = new QLabel(QStringLiteral("Trimtab"), heading);
    name->setObjectName(QStringLiteral("welcomeName"));
    QFont large = name->font();
    large.setPointSize(large.pointSize() + 12);
    large.setBold(true);
    name->setFont(large);
    auto* what = new QLabel(
        WelcomeMode::tr("Train an agent that scales an inference workload, and find out whether it "
                        "beats a well-set autoscaler."),
        heading);
    what->setObjectName(QStringLiteral("welcomeWhat"));
    what->setWordWrap(true);
    auto* grid = new QGridLayout(heading);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * spacing);
    grid->setVerticalSpacing(0);
    grid->addWidget(emblem, 0, 0, 2, 1);
    grid->addWidget(name, 0, 1);
    grid->addWidget(what, 1, 1);
    grid->setColumnStretch(1, 1);
    return heading;
}

}  // namespace

WelcomeMode::WelcomeMode(const Workbench& workbench, QWidget* parent)
    : ModeView(QStringLiteral("welcome"), tr("Welcome"), QStringLiteral("mode-welcome"), workbench, parent) {
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("welcomeScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(makePage());
    setCentralWidget(scroll);
    workbench_.actions.add({QStringLiteral("run.demo"),
                            tr("60-second &demo"),
                            CommandGroup::run,
                            {},
                            QStringLiteral("play"),
                            tr("Trains a small agent and shows its curves")},
                           [this] { startDemo(); });
    connect(&workbench_.runs, &runtime::RunService::jobFinished, this, &WelcomeMode::takeDetails);
}

QWidget* WelcomeMode::makePage() {
    auto* page = new QWidget;
    page->setObjectName(QStringLiteral("welcomePage"));
    auto* demo = new ActionCard(QStringLiteral("play"), tr("60-second demo"),
                                tr("Trains a small agent on the embedded cluster. The curves move at once."),
                                true, page);
    demo->setObjectName(QStringLiteral("welcomeDemo"));
    auto* samples = new ActionCard(QStringLiteral("mode-compare"), tr("Open sample results"),
                                   tr("A finished training and its comparison with calibrated autoscalers."),
                                   false, page);
    samples->setObjectName(QStringLiteral("welcomeSamples"));
    auto* cluster =
        new ActionCard(QStringLiteral("plug"), tr("Connect a cluster"),
                       tr("Watches your Kubernetes, Prometheus and Locust. Nothing is changed unless you "
                          "allow it."),
                       false, page);
    cluster->setObjectName(QStringLiteral("welcomeCluster"));
    auto* experiment = new ActionCard(
        QStringLiteral("preset"), tr("Set up an experiment"),
        tr("Load, agent and reward in a form or as YAML, checked while you type."), false, page);
    experiment->setObjectName(QStringLiteral("welcomeExperiment"));

    auto* noRuns = new EmptyState(QStringLiteral("chart"), tr("Nothing has been trained yet."));
    noRuns->setAction(tr("Start the demo"), [this] { startDemo(); });
    runs_ = new RecentList(QStringLiteral("recentRuns"), tr("Recent runs"), noRuns, page);
    auto* noConfigs = new EmptyState(QStringLiteral("document"), tr("No configuration has been opened yet."));
    noConfigs->setAction(tr("Open one…"), [this] {
        if (QAction* open = workbench_.actions.find(QStringLiteral("file.open"))) open->trigger();
    });
    configs_ = new RecentList(QStringLiteral("recentConfigs"), tr("Recent configurations"), noConfigs, page);

    auto* hint = new QLabel(
        tr("Drop a configuration, a checkpoint, a run folder or a load trace anywhere in the window. "
           "Ctrl+P finds every command, F1 opens the help."),
        page);
    hint->setObjectName(QStringLiteral("welcomeHint"));
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);

    auto* content = new QWidget(page);
    content->setObjectName(QStringLiteral("welcomeContent"));
    content->setMaximumSize(page_width, page_height);
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * spacing);
    grid->setVerticalSpacing(3 * spacing);
    grid->addWidget(makeHeading(content), 0, 0, 1, 4);
    int column = 0;
    for (ActionCard* card : {demo, samples, experiment, cluster}) {
        grid->setColumnStretch(column, 1);
        grid->addWidget(card, 1, column++);
    }
    grid->addWidget(runs_, 2, 0, 1, 2);
    grid->addWidget(configs_, 2, 2, 1, 2);
    grid->addWidget(hint, 3, 0, 1, 4);
    grid->setRowStretch(2, 1);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(4 * spacing, 4 * spacing, 4 * spacing, 2 * spacing);
    row->addStretch(1);
    row->addWidget(content, 1000);
    row->addStretch(1);

    connect(demo, &ActionCard::clicked, this, &WelcomeMode::startDemo);
    connect(samples, &ActionCard::clicked, this, &WelcomeMode::openSamples);
    connect(cluster, &ActionCard::clicked, this,
            [this] { Q_EMIT workbench_.requests.modeRequested(QStringLiteral("cluster")); });
    connect(experiment, &ActionCard::clicked, this,
            [this] { Q_EMIT workbench_.requests.modeRequested(QStringLiteral("train")); });
    connect(runs_, &RecentList::chosen, this,
            [this](const QString& folder) { Q_EMIT workbench_.requests.runRequested(folder); });
    connect(configs_, &RecentList::chosen, this,
            [this](const QString& file) { Q_EMIT workbench_.requests.configRequested(file, 0); });
    return page;
}

void WelcomeMode::entered() { fillRecent(); }

void WelcomeMode::startDemo() {
    auto job = demoJob(workbench_.settings.resultsDir());
    if (!job) {
        workbench_.log.addError(tr("Demo"), job.error());
        return;
    }
    const runtime::JobId id = workbench_.runs.submit(std::move(*job));
    Q_EMIT workbench_.requests.modeRequested(QStringLiteral("train"));
    Q_EMIT workbench_.requests.jobRequested(id);
}

void WelcomeMode::openSamples() {
    if (QAction* open = workbench_.actions.find(QStringLiteral("file.openSamples"))) open->trigger();
}

void WelcomeMode::fillRecent() {
    const QStringList folders = workbench_.settings.recentRuns();
    runs_->setEntries(recentRunNames(folders));
    if (!folders.isEmpty()) reading_ = workbench_.runs.submit(recentRunsJob(folders));
    std::vector<RecentList::Entry> configs;
    for (const QString& file : workbench_.settings.recentConfigs())
        configs.push_back({file, QFileInfo(file).fileName(), QDir::toNativeSeparators(file)});
    configs_->setEntries(configs);
}

void WelcomeMode::takeDetails(runtime::JobId id) {
    if (id != reading_) return;
    const runtime::JobStatus* job = workbench_.runs.find(id);
    if (job == nullptr || !job->result || !job->result->has_value()) return;
    runs_->setEntries(std::any_cast<std::vector<RecentList::Entry>>(job->result->value()));
}

}  // namespace trimtab::ui
