// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cluster/cluster_mode.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/telemetry/metric_registry.h"
#include "ui/charts/crosshair_group.h"
#include "ui/charts/time_chart.h"
#include "ui/settings/theme.h"
#include "ui/views/cluster/cluster_tables.h"
#include "ui/views/cluster/connect_panel.h"
#include "ui/views/cluster/mode_switch.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/table_view.h"

namespace trimtab::ui {

using namespace cluster_api;
namespace metric = telemetry::metric;

void ClusterMode::TablePanel::show(results::ReportTable table) {
    const bool filled = !table.rows.empty();
    const bool first = model.rowCount() == 0;
    model.setTable(std::move(table));
    if (filled && first) view->fitColumns();
    stack->setCurrentWidget(filled ? static_cast<QWidget*>(view) : empty);
}

ClusterMode::ClusterMode(const Workbench& workbench, QWidget* parent)
    : ModeView(QStringLiteral("cluster"), tr("Cluster"), QStringLiteral("mode-cluster"), workbench, parent),
      session_(workbench.runs),
      connect_(new ConnectPanel(this)),
      switch_(new ModeSwitch(this)),
      confirm_(new InlineMessage(this)),
      gpu_(new QSpinBox(this)),
      cpu_(new QSpinBox(this)),
      act_(new QPushButton(tr("Apply"), this)),
      resume_(new QPushButton(themedIcon(QStringLiteral("play")), tr("Go on"), this)) {
    addPanel(connect_, QStringLiteral("connectPanel"), tr("Connection"), Qt::LeftDockWidgetArea);
    addPanel(buildActPanel(), QStringLiteral("actPanel"), tr("By hand"), Qt::LeftDockWidgetArea);
    addPanel(buildCharts(), QStringLiteral("clusterCharts"), tr("Live"), Qt::RightDockWidgetArea);
    const QString unconnected = tr("Nothing is connected. Fill in the connection and press Connect.");
    addTable(numbers_, tr("Now"), QStringLiteral("numbersPanel"), QStringLiteral("eye"), unconnected,
             Qt::RightDockWidgetArea);
    addTable(connections_, tr("Services"), QStringLiteral("servicesPanel"), QStringLiteral("plug"),
             unconnected, Qt::RightDockWidgetArea);
    addTable(pods_, tr("Pods"), QStringLiteral("podsPanel"), QStringLiteral("cpu"), unconnected,
             Qt::RightDockWidgetArea);
    addTable(decisions_, tr("Decisions"), QStringLiteral("decisionsPanel"), QStringLiteral("shield"),
             tr("No decision yet. Choose a policy, connect, and switch to Shadow: it decides and changes "
                "nothing."),
             Qt::RightDockWidgetArea);
    addTable(doctor_, tr("Doctor"), QStringLiteral("doctorPanel"), QStringLiteral("doctor"),
             tr("Press Examine: each connection is checked step by step, with the fix for what fails."),
             Qt::RightDockWidgetArea);
    connect(connect_, &ConnectPanel::startWanted, this, &ClusterMode::start);
    connect(connect_, &ConnectPanel::stopWanted, &session_, &ClusterSession::stop);
    connect(connect_, &ConnectPanel::doctorWanted, this, [this] {
        const auto request = connect_->request(config::ControlMode::observe);
        if (!request) {
            connect_->message().showError(request.error());
            return;
        }
        session_.examine(request->config);
        raisePanel(QStringLiteral("doctorPanel"));
    });
    connect(switch_, &ModeSwitch::modeWanted, this, &ClusterMode::askForMode);
    connect(switch_, &ModeSwitch::othersRequested, this,
            [this] { Q_EMIT workbench_.requests.modeRequested(id()); });
    connect(&session_, &ClusterSession::viewChanged, this, &ClusterMode::showView);
    connect(&session_, &ClusterSession::decided, this,
            [this] { decisions_.show(decisionTable(session_.decisions())); });
    connect(&session_, &ClusterSession::findingsChanged, this,
            [this] { doctor_.show(doctorTable(session_.findings())); });
    connect(&session_, &ClusterSession::noticed, this, &ClusterMode::showNotice);
    connect(&session_, &ClusterSession::ended, this, &ClusterMode::showView);
    connect(&session_, &ClusterSession::failed, this, [this](const Error& error) {
        connect_->message().showError(error);
        workbench_.log.addError(tr("Cluster"), error, {LogPlace::Kind::mode, id(), 0});
    });
    addCommands();
    showView();
}

QWidget* ClusterMode::toolBarWidget() { return switch_; }

void ClusterMode::addTable(TablePanel& panel, const QString& name, const QString& objectName,
                           const QString& icon, const QString& cause, Qt::DockWidgetArea area) {
    panel.stack = new QStackedWidget(this);
    panel.view = new TableView(name, panel.stack);
    panel.view->setObjectName(objectName + QStringLiteral("Table"));
    panel.view->setModel(&panel.model);
    panel.empty = new EmptyState(icon, cause, panel.stack);
    panel.stack->addWidget(panel.empty);
    panel.stack->addWidget(panel.view);
    addPanel(panel.stack, objectName, name, area);
}

QWidget* ClusterMode::buildActPanel() {
    auto* panel = new QWidget(this);
    auto* column = new QVBoxLayout(panel);
    column->addWidget(confirm_);
    auto* row = new QHBoxLayout;
    const std::array<std::pair<QSpinBox*, QString>, 2> pools = {{{gpu_, tr("GPU")}, {cpu_, tr("CPU")}}};
    for (const auto& [box, label] : pools) {
        box->setObjectName(QStringLiteral("manual") + label);
        box->setAccessibleName(tr("%1 replicas").arg(label));
        box->setRange(0, 1000);
        row->addWidget(new QLabel(label, panel));
        row->addWidget(box);
    }
    act_->setObjectName(QStringLiteral("manualApply"));
    act_->setToolTip(tr("Sets these replicas, through the shield. Needs mode Confirm or Auto."));
    resume_->setObjectName(QStringLiteral("controlResume"));
    resume_->setToolTip(tr("Goes on after a pause, from what runs now."));
    row->addWidget(act_);
    row->addWidget(resume_);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(1);
    connect(act_, &QPushButton::clicked, this, &ClusterMode::act);
    connect(resume_, &QPushButton::clicked, this, [this] { session_.send(Resume{}); });
    return panel;
}

QWidget* ClusterMode::buildCharts() {
    struct Line {
        int metric;
        QString name;
    };
    struct Chart {
        QString title;
        QString unit;
        bool whole;
        std::vector<Line> lines;
    };
    const std::vector<Chart> charts = {
        {tr("Latency p95"), tr("ms"), false, {{metric::latency_p95_ms, tr("p95")}}},
        {tr("Traffic"),
         tr("req/s, users"),
         false,
         {{metric::throughput_rps, tr("throughput")}, {metric::current_users, tr("users")}}},
        {tr("Utilisation"),
         tr("%"),
         false,
         {{metric::gpu_utilization, tr("GPU")},
          {metric::cpu_utilization, tr("CPU")},
          {metric::memory_utilization, tr("memory")}}},
        {tr("Replicas"),
         tr("pods"),
         true,
         {{metric::desired_gpu, tr("GPU desired")},
          {metric::ready_gpu, tr("GPU ready")},
          {metric::desired_cpu, tr("CPU desired")},
          {metric::ready_cpu, tr("CPU ready")}}}};
    auto* panel = new QWidget(this);
    // Two by two: four below each other need more height than a small screen has.
    auto* grid = new QGridLayout(panel);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    auto* crosshair = new CrosshairGroup(this);
    for (const Chart& chart : charts) {
        auto* view = new TimeChart(chart.title, chart.unit, panel);
        view->setXAxis(XAxis::wall);
        view->setWholeNumbers(chart.whole);
        view->setEmptyHint(tr("No session runs."));
        view->setCrosshairGroup(crosshair);
        int color = 0;
        for (const Line& line : chart.lines) {
            ChartCurve curve;
            curve.store = &session_.series();
            curve.key = {telemetry::RowKind::step, line.metric};
            curve.style.name = line.name;
            curve.style.color = seriesColor(color);
            curve.style.dash = seriesDash(color);
            curve.style.stepped = chart.whole;
            view->addCurve(curve);
            ++color;
        }
        const int place = static_cast<int>(charts_.size());
        grid->addWidget(view, place / 2, place % 2);
        charts_.push_back(view);
    }
    return panel;
}

void ClusterMode::addCommands() {
    workbench_.actions.add({QStringLiteral("cluster.restore"), tr("Stop and &restore"), CommandGroup::cluster,
                            QKeySequence(QStringLiteral("Ctrl+Shift+Backspace")), QStringLiteral("stop"),
                            tr("Ends the session on the cluster and puts the original replicas back")},
                           [this] { session_.stop(); });
    workbench_.actions.add({QStringLiteral("cluster.pause"),
                            tr("&Pause control"),
                            CommandGroup::cluster,
                            {},
                            QStringLiteral("pause"),
                            tr("Holds the replicas; the cluster is still watched")},
                           [this] { session_.send(Pause{}); });
}

void ClusterMode::start() {
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

void ClusterMode::askForMode(config::ControlMode mode) {
    if (session_.running())
        session_.send(SetMode{mode});
    else
        switch_->setMode(mode);
}

void ClusterMode::act() {
    session_.send(ManualAction{{gpu_->value(), cpu_->value(), cluster::Placement::balanced}});
}

void ClusterMode::showView() {
    const ClusterView& view = session_.view();
    const bool running = session_.running();
    connect_->setRunning(running);
    switch_->setActive(running);
    if (running && view.phase != ControlPhase::connecting) switch_->setMode(view.mode);
    const bool acts =
        view.mode == config::ControlMode::confirm || view.mode == config::ControlMode::automatic;
    act_->setEnabled(running && acts && view.phase == ControlPhase::running);
    resume_->setEnabled(running && view.phase == ControlPhase::paused);
    for (const auto& [box, pool] : {std::pair{gpu_, 0}, {cpu_, 1}})
        if (!box->hasFocus() && view.deployments[static_cast<std::size_t>(pool)].desired >= 0)
            box->setValue(view.deployments[static_cast<std::size_t>(pool)].desired);
    if (!view.connections.empty()) {
        connections_.show(connectionTable(view));
        numbers_.show(numbersTable(view));
        pods_.show(podTable(view));
    }
    for (TimeChart* chart : charts_) chart->refresh();
    if (view.confirm && view.confirm->id != asked_) {
        asked_ = view.confirm->id;
        const ConfirmRequest request = *view.confirm;
        confirm_->showMessage(MessageTone::warning,
                              tr("Change GPU %1 to %2 and CPU %3 to %4?")
                                  .arg(request.current.replicas_gpu)
                                  .arg(request.wanted.replicas_gpu)
                                  .arg(request.current.replicas_cpu)
                                  .arg(request.wanted.replicas_cpu),
                              QString::fromStdString(request.reason));
        confirm_->setAction(tr("Yes, change it"), [this, id = request.id] {
            session_.send(AnswerConfirm{id, true});
        });
        raisePanel(QStringLiteral("actPanel"));
    } else if (!view.confirm && asked_ != 0) {
        asked_ = 0;
        confirm_->hide();
    }
}

void ClusterMode::showNotice(const ControlNotice& notice) {
    const QString text = QString::fromStdString(notice.text);
    const LogLevel level = notice.level == NoticeLevel::error     ? LogLevel::error
                           : notice.level == NoticeLevel::warning ? LogLevel::warning
                                                                  : LogLevel::info;
    workbench_.log.add(level, tr("Cluster"), text, {LogPlace::Kind::mode, id(), 0});
    if (notice.level == NoticeLevel::info) return;
    connect_->message().showMessage(
        notice.level == NoticeLevel::error ? MessageTone::error : MessageTone::warning,
        session_.view().phase == ControlPhase::paused ? tr("Control is paused") : tr("The cluster says"),
        text);
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
    splitDockWidget(dock("connectPanel"), dock("actPanel"), Qt::Vertical);
    splitDockWidget(dock("clusterCharts"), dock("numbersPanel"), Qt::Horizontal);
    splitDockWidget(dock("clusterCharts"), dock("decisionsPanel"), Qt::Vertical);
    splitDockWidget(dock("numbersPanel"), dock("servicesPanel"), Qt::Vertical);
    tabifyDockWidget(dock("decisionsPanel"), dock("doctorPanel"));
    tabifyDockWidget(dock("servicesPanel"), dock("podsPanel"));
    resizeDocks({dock("connectPanel"), dock("clusterCharts"), dock("numbersPanel")},
                {330, width() * 5 / 10, width() * 5 / 10 - 330}, Qt::Horizontal);
    resizeDocks({dock("clusterCharts"), dock("decisionsPanel")}, {height() * 65 / 100, height() * 35 / 100},
                Qt::Vertical);
    for (const char* name : {"decisionsPanel", "servicesPanel"}) dock(name)->raise();
}

}  // namespace trimtab::ui
