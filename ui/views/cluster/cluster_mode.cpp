// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cluster/cluster_mode.h"

#include <QFileDialog>
#include <QFileInfo>

#include "ui/models/control_text.h"
#include "ui/text/core_sentence.h"
#include "ui/views/cluster/cluster_tables.h"
#include "ui/views/cluster/cluster_timeline.h"
#include "ui/views/cluster/connect_panel.h"
#include "ui/views/cluster/control_panel.h"
#include "ui/views/cluster/doctor_panel.h"
#include "ui/views/cluster/live_panel.h"
#include "ui/views/cluster/mode_switch.h"
#include "ui/views/cluster/query_box.h"
#include "ui/views/cluster/table_panel.h"
#include "ui/widgets/inline_message.h"

namespace trimtab::ui {

using namespace cluster_api;

namespace {

constexpr int report_lines = 500;

}  // namespace

ClusterMode::ClusterMode(const Workbench& workbench, QWidget* parent)
    : ModeView(QStringLiteral("cluster"), tr("Cluster"), QStringLiteral("mode-cluster"), workbench, parent),
      session_(workbench.runs),
      connect_(new ConnectPanel(workbench.settings, session_.secrets(), this)),
      control_(new ControlPanel(session_, this)),
      doctor_(new DoctorPanel(session_, this)),
      switch_(new ModeSwitch(this)) {
    addPanels();
    addCommands();
    connectPanels();
    showView();
}

ClusterMode::~ClusterMode() { qDeleteAll(findChildren<QDockWidget*>(Qt::FindDirectChildrenOnly)); }

QWidget* ClusterMode::toolBarWidget() { return switch_; }

void ClusterMode::addPanels() {
    const QString unconnected = tr("Nothing is connected. Fill in the connection and press Connect.");
    const auto table = [&](QAbstractItemModel& model, const QString& title, const char* name,
                           const char* icon, const QString& cause) {
        const QString objectName = QLatin1String(name);
        addPanel(new TablePanel(model, title, objectName, QLatin1String(icon), cause, this), objectName,
                 title, Qt::RightDockWidgetArea);
    };
    addPanel(connect_, QStringLiteral("connectPanel"), tr("Connection"), Qt::LeftDockWidgetArea);
    addPanel(control_, QStringLiteral("controlPanel"), tr("Control"), Qt::LeftDockWidgetArea);
    addPanel(new LivePanel(session_, this), QStringLiteral("clusterCharts"), tr("Live"),
             Qt::RightDockWidgetArea);
    addPanel(new ClusterTimeline(session_, this), QStringLiteral("timelinePanel"), tr("Timeline"),
             Qt::RightDockWidgetArea);
    table(numbers_, tr("Now"), "numbersPanel", "eye", unconnected);
    table(services_, tr("Services"), "servicesPanel", "plug", unconnected);
    table(session_.pods(), tr("Pods"), "podsPanel", "cpu", unconnected);
    table(session_.decisions(), tr("Decisions"), "decisionsPanel", "shield",
          tr("No decision yet. Choose a policy, connect, and switch to Shadow: it decides and changes "
             "nothing."));
    addPanel(doctor_, QStringLiteral("doctorPanel"), tr("Doctor"), Qt::RightDockWidgetArea);
}

void ClusterMode::connectPanels() {
    connect(connect_, &ConnectPanel::startWanted, this, &ClusterMode::start);
    connect(connect_, &ConnectPanel::stopWanted, &session_, &ClusterSession::stop);
    connect(connect_, &ConnectPanel::doctorWanted, this, &ClusterMode::examine);
    connect(doctor_, &DoctorPanel::examineWanted, this, &ClusterMode::examine);
    connect(doctor_, &DoctorPanel::saveWanted, this, &ClusterMode::saveReport);
    connect(switch_, &ModeSwitch::modeWanted, this, &ClusterMode::askForMode);
    connect(switch_, &ModeSwitch::othersRequested, this,
            [this] { Q_EMIT workbench_.requests.modeRequested(id()); });
    connect(switch_, &ModeSwitch::restoreWanted, &session_, &ClusterSession::stop);
    connect(control_, &ControlPanel::heldUp, this, [this](const QString& word, const QString& reason) {
        switch_->setNote(word, reason);
        if (!word.isEmpty()) raisePanel(QStringLiteral("controlPanel"));
    });
    connect(control_, &ControlPanel::asked, this, [this] { raisePanel(QStringLiteral("controlPanel")); });
    const auto showQueries = [this] {
        if (const auto request = connect_->request(config::ControlMode::observe))
            doctor_->queries().setQueries(request->config.cluster.queries);
    };
    connect(connect_, &ConnectPanel::changed, this, showQueries);
    showQueries();
    connect(&doctor_->queries(), &QueryBox::tryWanted, this, [this](const QString& promql) {
        connect_->commitSecrets();
        const auto request = connect_->request(config::ControlMode::observe);
        if (request)
            session_.tryQuery(request->config, promql.toStdString());
        else
            doctor_->queries().showAnswer(Unexpected<Error>(request.error()));
    });
    connect(&doctor_->queries(), &QueryBox::useWanted, connect_, &ConnectPanel::setQuery);
    connect(&session_, &ClusterSession::viewChanged, this, &ClusterMode::showView);
    connect(&session_, &ClusterSession::noticed, this, &ClusterMode::logNotice);
    connect(&session_, &ClusterSession::failed, this, &ClusterMode::showError);
    connect(&session_, &ClusterSession::ended, this, &ClusterMode::showEnd);
}

void ClusterMode::addCommands() {
    const auto add = [this](const char* name, const QString& text, const QKeySequence& key, const char* icon,
                            const QString& what, std::function<void()> run) {
        workbench_.actions.add(
            {QLatin1String(name), text, CommandGroup::cluster, key, QLatin1String(icon), what},
            std::move(run));
    };
    const auto toFront = [this] { Q_EMIT workbench_.requests.modeRequested(id()); };
    add("cluster.restore", tr("Stop and &restore"), Qt::Key_F12, "stop",
        tr("Ends the session on the cluster and puts the original replicas back"),
        [this] { session_.stop(); });
    add("cluster.pause", tr("&Pause control or go on"), {}, "pause",
        tr("Holds the replicas; the cluster is still watched"), [this] { control_->pauseOrGoOn(); });
    add("cluster.connect", tr("&Connect"), {}, "plug",
        tr("Connects to the cluster that is set up in Cluster; nothing is changed"), [this, toFront] {
            toFront();
            start();
        });
    add("cluster.examine", tr("&Examine the connections"), {}, "doctor",
        tr("Finds out which step of a connection fails, and why"), [this, toFront] {
            toFront();
            examine();
        });
    add("cluster.report", tr("Save a &report …"), {}, "save",
        tr("A file to send with a problem: findings, configuration, log and the newest session, no secrets"),
        [this, toFront] {
            toFront();
            saveReport();
        });
    for (const auto mode : {config::ControlMode::observe, config::ControlMode::shadow,
                            config::ControlMode::confirm, config::ControlMode::automatic})
        workbench_.actions.add({QStringLiteral("cluster.mode.%1").arg(static_cast<int>(mode)),
                                tr("Mode: %1").arg(modeText(mode)),
                                CommandGroup::cluster,
                                {},
                                QStringLiteral("shield"),
                                modeMeaning(mode)},
                               [this, mode] { askForMode(mode); });
}

void ClusterMode::start() {
    if (session_.running()) return;
    connect_->commitSecrets();
    auto request = connect_->request(switch_->mode());
    if (!request) {
        connect_->message().showError(request.error());
        return;
    }
    connect_->message().hide();
    request->results_dir = workbench_.settings.resultsDir().toStdString();
    session_.start(std::move(*request));
    raisePanel(QStringLiteral("clusterCharts"));
}

void ClusterMode::examine() {
    connect_->commitSecrets();
    const auto request = connect_->request(config::ControlMode::observe);
    if (!request) {
        connect_->message().showError(request.error());
        return;
    }
    session_.examine(request->config);
    raisePanel(QStringLiteral("doctorPanel"));
}

void ClusterMode::saveReport() {
    QString path = QFileDialog::getSaveFileName(
        this, tr("Save a report"), QStringLiteral("trimtab-report.zip"), tr("ZIP files (*.zip)"));
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".zip");
    raisePanel(QStringLiteral("doctorPanel"));
    connect_->commitSecrets();
    // Fields that make no configuration are told by the panel; the rest of the report is worth as much.
    const auto request = connect_->request(config::ControlMode::observe);
    session_.saveReport(request ? request->config : config::Config{}, workbench_.log.lastLines(report_lines),
                        workbench_.settings.resultsDir(), path);
}

void ClusterMode::askForMode(config::ControlMode mode) {
    if (!session_.running()) return switch_->setMode(mode);
    control_->expectMode(mode);
    session_.send(SetMode{mode});
}

void ClusterMode::showView() {
    const ClusterView& view = session_.view();
    const bool running = session_.running();
    connect_->setRunning(running);
    switch_->setActive(running);
    if (running && view.phase != ControlPhase::connecting) switch_->setMode(view.mode);
    if (view.connections.empty()) return;
    services_.setTable(connectionTable(view));
    numbers_.setTable(numbersTable(view));
}

void ClusterMode::logNotice(const ControlNotice& notice) {
    const LogLevel level = notice.level == NoticeLevel::error     ? LogLevel::error
                           : notice.level == NoticeLevel::warning ? LogLevel::warning
                                                                  : LogLevel::info;
    workbench_.log.add(level, tr("Cluster"), coreSentence(notice.text), {LogPlace::Kind::mode, id(), 0});
}

void ClusterMode::showError(const Error& error) {
    workbench_.log.addError(tr("Cluster"), error, {LogPlace::Kind::mode, id(), 0});
    connect_->message().showError(error);
    connect_->message().setAction(tr("Examine"), [this] { examine(); });
    raisePanel(QStringLiteral("connectPanel"));
}

void ClusterMode::showEnd(const std::optional<ControlRunResult>& result) {
    // The next session watches, whatever this one did.
    switch_->setMode(config::ControlMode::observe);
    showView();
    if (!result) return;
    QStringList parts{tr("%n change(s) made", nullptr, static_cast<int>(result->summary.writes))};
    if (result->summary.restored) parts << tr("the original replicas are back");
    if (!result->folder.empty())
        parts << tr("recorded in %1").arg(QString::fromStdString(result->folder.filename().string()));
    const bool whole = result->summary.left_alone.empty();
    if (!whole) parts << QString::fromStdString(result->summary.left_alone);
    connect_->message().showMessage(whole ? MessageTone::good : MessageTone::warning,
                                    whole ? tr("The session has ended") : tr("Not everything was put back"),
                                    parts.join(QStringLiteral("; ")));
}

void ClusterMode::showEvent(QShowEvent* event) {
    ModeView::showEvent(event);
    switch_->setCompact(false);
}

void ClusterMode::hideEvent(QHideEvent* event) {
    ModeView::hideEvent(event);
    switch_->setCompact(true);
}

void ClusterMode::arrange() {
    const auto dock = [this](const char* name) { return panel(QLatin1String(name)); };
    splitDockWidget(dock("connectPanel"), dock("clusterCharts"), Qt::Horizontal);
    splitDockWidget(dock("connectPanel"), dock("controlPanel"), Qt::Vertical);
    splitDockWidget(dock("clusterCharts"), dock("numbersPanel"), Qt::Horizontal);
    splitDockWidget(dock("clusterCharts"), dock("decisionsPanel"), Qt::Vertical);
    splitDockWidget(dock("numbersPanel"), dock("servicesPanel"), Qt::Vertical);
    tabifyDockWidget(dock("decisionsPanel"), dock("doctorPanel"));
    tabifyDockWidget(dock("clusterCharts"), dock("timelinePanel"));
    tabifyDockWidget(dock("servicesPanel"), dock("podsPanel"));
    resizeDocks({dock("connectPanel"), dock("clusterCharts"), dock("numbersPanel")},
                {330, width() * 5 / 10, width() * 5 / 10 - 330}, Qt::Horizontal);
    resizeDocks({dock("clusterCharts"), dock("decisionsPanel")}, {height() * 62 / 100, height() * 38 / 100},
                Qt::Vertical);
    resizeDocks({dock("connectPanel"), dock("controlPanel")}, {height() * 58 / 100, height() * 42 / 100},
                Qt::Vertical);
    for (const char* name : {"clusterCharts", "decisionsPanel", "servicesPanel"}) dock(name)->raise();
}

}  // namespace trimtab::ui
