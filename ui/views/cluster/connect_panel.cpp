// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cluster/connect_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "core/agent/policy_factory.h"
#include "core/config/config_reader.h"
#include "core/config/config_writer.h"
#include "core/results/atomic_file.h"
#include "core/results/model_policies.h"
#include "core/runtime/control_job.h"
#include "ui/models/train_command.h"
#include "ui/settings/settings.h"
#include "ui/settings/theme.h"
#include "ui/views/cluster/secrets_box.h"
#include "ui/widgets/command_line_box.h"
#include "ui/widgets/inline_message.h"

namespace trimtab::ui {
namespace {

constexpr int shortest_episode_s = 300;

}  // namespace

ConnectPanel::ConnectPanel(Settings& settings, runtime::SecretStore& secrets, QWidget* parent)
    : QWidget(parent),
      settings_(settings),
      file_(new QLineEdit(this)),
      policy_(new QComboBox(this)),
      model_(new QLineEdit(this)),
      interval_(new QSpinBox(this)),
      drive_(new QCheckBox(tr("Drive Locust along the load pattern"), this)),
      secrets_(new SecretsBox(secrets, this)),
      start_(new QPushButton(themedIcon(QStringLiteral("plug")), tr("Connect"), this)),
      stop_(new QPushButton(themedIcon(QStringLiteral("stop")), tr("Stop and restore"), this)),
      doctor_(new QPushButton(themedIcon(QStringLiteral("doctor")), tr("Examine"), this)),
      save_(new QPushButton(themedIcon(QStringLiteral("save")), tr("Save ..."), this)),
      command_(new CommandLineBox(this)),
      message_(new InlineMessage(this)) {
    // The fields scroll on a small screen; the buttons stay.
    auto* column = new QVBoxLayout(this);
    auto* fields = new QWidget(this);
    auto* form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("clusterFields"));
    scroll->setAccessibleName(tr("Connection"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(fields);
    file_->setObjectName(QStringLiteral("clusterConfig"));
    file_->setAccessibleName(tr("Configuration file"));
    file_->setPlaceholderText(tr("defaults"));
    form->addRow(tr("Configuration"),
                 withBrowse(file_, QStringLiteral("browseClusterConfig"), tr("Choose a configuration file"),
                            tr("Configurations (*.yaml *.yml *.json)")));
    addField(*form, tr("Kubeconfig"), QStringLiteral("cluster.kubeconfig"), tr("as kubectl finds it"));
    addField(*form, tr("Context"), QStringLiteral("cluster.context"), tr("the current one"));
    addField(*form, tr("Namespace"), QStringLiteral("environment.namespace"), QStringLiteral("default"));
    addField(*form, tr("GPU Deployment"), QStringLiteral("cluster.gpu_deployment"),
             QStringLiteral("inference-gpu"));
    addField(*form, tr("CPU Deployment"), QStringLiteral("cluster.cpu_deployment"),
             QStringLiteral("inference-cpu"));
    addField(*form, tr("Prometheus"), QStringLiteral("environment.prometheus_url"),
             QStringLiteral("http://localhost:9090"));
    addField(*form, tr("Prometheus user"), QStringLiteral("cluster.prometheus_user"), tr("none"));
    addField(*form, tr("Locust"), QStringLiteral("environment.locust_url"),
             QStringLiteral("http://localhost:8089"));
    addField(*form, tr("Locust user"), QStringLiteral("cluster.locust_user"), tr("none"));
    addPolicies(*form);
    interval_->setObjectName(QStringLiteral("clusterInterval"));
    interval_->setAccessibleName(tr("Seconds between two decisions"));
    interval_->setRange(1, 3600);
    interval_->setValue(30);
    interval_->setSuffix(tr(" s"));
    form->addRow(tr("Step"), interval_);
    for (QWidget* field : {static_cast<QWidget*>(policy_), static_cast<QWidget*>(interval_)}) {
        field->setFocusPolicy(Qt::StrongFocus);
        field->installEventFilter(this);
    }
    drive_->setObjectName(QStringLiteral("clusterDriveLoad"));
    form->addRow(drive_);
    form->addRow(secrets_);
    column->addWidget(scroll, 1);
    start_->setObjectName(QStringLiteral("clusterStart"));
    stop_->setObjectName(QStringLiteral("clusterStop"));
    doctor_->setObjectName(QStringLiteral("clusterDoctor"));
    doctor_->setToolTip(tr("Checks each connection step by step"));
    save_->setObjectName(QStringLiteral("clusterSave"));
    save_->setToolTip(tr("Writes these settings to a configuration file, without passwords and tokens"));
    auto* buttons = new QGridLayout;
    buttons->addWidget(start_, 0, 0);
    buttons->addWidget(stop_, 0, 1);
    buttons->addWidget(doctor_, 1, 0);
    buttons->addWidget(save_, 1, 1);
    column->addLayout(buttons);
    column->addWidget(message_);
    column->addWidget(command_);
    connect(start_, &QPushButton::clicked, this, &ConnectPanel::startWanted);
    connect(stop_, &QPushButton::clicked, this, &ConnectPanel::stopWanted);
    connect(doctor_, &QPushButton::clicked, this, &ConnectPanel::doctorWanted);
    connect(save_, &QPushButton::clicked, this, &ConnectPanel::saveConfig);
    recall();
    connect(file_, &QLineEdit::textChanged, this, &ConnectPanel::tellChange);
    connect(model_, &QLineEdit::textChanged, this, &ConnectPanel::tellChange);
    connect(policy_, &QComboBox::currentIndexChanged, this, &ConnectPanel::tellChange);
    connect(drive_, &QCheckBox::toggled, this, &ConnectPanel::tellChange);
    connect(interval_, &QSpinBox::valueChanged, this, &ConnectPanel::tellChange);
    for (const auto& [key, field] : fields_)
        connect(field, &QLineEdit::textChanged, this, &ConnectPanel::tellChange);
    command_->setCommandLine(commandLine());
    setRunning(false);
}

QLineEdit* ConnectPanel::addField(QFormLayout& form, const QString& label, const QString& key,
                                  const QString& hint) {
    auto* field = new QLineEdit(this);
    field->setObjectName(QString(key).replace(QLatin1Char('.'), QLatin1Char('_')));
    field->setAccessibleName(label);
    field->setPlaceholderText(hint);
    form.addRow(label, field);
    fields_.emplace_back(key, field);
    return field;
}

void ConnectPanel::addPolicies(QFormLayout& form) {
    policy_->setObjectName(QStringLiteral("clusterPolicy"));
    policy_->setAccessibleName(tr("Policy"));
    policy_->addItem(tr("none, watch only"), QString());
    for (const agent::PolicyEntry& entry : agent::policy_table())
        if (entry.name != "planner")
            policy_->addItem(QString::fromStdString(entry.name), QString::fromStdString(entry.name));
    form.addRow(tr("Policy"), policy_);
    model_->setObjectName(QStringLiteral("clusterModel"));
    model_->setAccessibleName(tr("Model"));
    model_->setPlaceholderText(tr("a checkpoint or run folder instead of a policy"));
    form.addRow(tr("Model"), withBrowse(model_, QStringLiteral("browseClusterModel"),
                                        tr("Choose a checkpoint"), tr("Checkpoints (*.pt);;All files (*)")));
}

QHBoxLayout* ConnectPanel::withBrowse(QLineEdit* field, const QString& name, const QString& title,
                                      const QString& filter) {
    auto* browse = new QToolButton(this);
    browse->setIcon(themedIcon(QStringLiteral("folder")));
    browse->setObjectName(name);
    browse->setAccessibleName(title);
    browse->setToolTip(title);
    browse->setAutoRaise(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing / 2);
    row->addWidget(field, 1);
    row->addWidget(browse);
    connect(browse, &QToolButton::clicked, this, [this, field, title, filter] {
        const QString path = QFileDialog::getOpenFileName(this, title, field->text(), filter);
        if (!path.isEmpty()) field->setText(path);
    });
    return row;
}

/// The wheel scrolls the form, it does not change what it passes over.
bool ConnectPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus())
        return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

void ConnectPanel::commitSecrets() { secrets_->commit(); }

void ConnectPanel::setQuery(const QString& name, const QString& promql) {
    queries_[QStringLiteral("cluster.query_") + name] = promql;
    tellChange();
}

void ConnectPanel::tellChange() {
    command_->setCommandLine(commandLine());
    remember();
    Q_EMIT changed();
}

void ConnectPanel::remember() {
    QMap<QString, QString> kept{
        {QStringLiteral("file"), file_->text()},
        {QStringLiteral("model"), model_->text()},
        {QStringLiteral("policy"), policy_->currentData().toString()},
        {QStringLiteral("interval"), QString::number(interval_->value())},
        {QStringLiteral("drive"), drive_->isChecked() ? QStringLiteral("1") : QString()}};
    for (const auto& [key, field] : fields_)
        // An address with a password in it is refused when it is used, and must not lie in a file until then.
        if (QUrl(field->text()).userInfo().isEmpty()) kept[key] = field->text();
    for (const auto& [key, promql] : queries_) kept[key] = promql;
    settings_.setClusterFields(kept);
}

void ConnectPanel::recall() {
    const QMap<QString, QString> kept = settings_.clusterFields();
    file_->setText(kept.value(QStringLiteral("file")));
    model_->setText(kept.value(QStringLiteral("model")));
    policy_->setCurrentIndex(std::max(0, policy_->findData(kept.value(QStringLiteral("policy")))));
    if (const int interval = kept.value(QStringLiteral("interval")).toInt(); interval > 0)
        interval_->setValue(interval);
    drive_->setChecked(!kept.value(QStringLiteral("drive")).isEmpty());
    for (const auto& [key, field] : fields_) field->setText(kept.value(key));
    for (const auto& [key, text] : kept.asKeyValueRange())
        if (key.startsWith(QLatin1String("cluster.query_"))) queries_[key] = text;
}

void ConnectPanel::saveConfig() {
    const auto asked = request(config::ControlMode::observe);
    if (!asked) {
        message_->showError(asked.error());
        return;
    }
    QString path = QFileDialog::getSaveFileName(this, tr("Save the configuration"), file_->text(),
                                                tr("Configurations (*.yaml *.yml)"));
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".yaml");
    const std::string yaml = config::to_yaml(asked->config, {.only_differences = true, .comments = false});
    if (auto saved = results::write_file_atomically(path.toStdString(), yaml); !saved) {
        message_->showError(saved.error());
        return;
    }
    queries_.clear();
    file_->setText(path);
    message_->showMessage(MessageTone::good, tr("Saved"), path);
}

void ConnectPanel::setRunning(bool running) {
    start_->setEnabled(!running);
    stop_->setEnabled(running);
    doctor_->setEnabled(!running);
    start_->setDefault(!running);
}

std::vector<std::string> ConnectPanel::overrides() const {
    // Before each episode stands a warm-up without decisions, so that short steps need many in one.
    const int interval_s = interval_->value();
    const int steps = std::max(10, (shortest_episode_s + interval_s - 1) / interval_s);
    std::vector<std::string> out = {"environment.action_interval=" + std::to_string(interval_s),
                                    "environment.episode_duration=" + std::to_string(steps * interval_s)};
    if (drive_->isChecked()) out.push_back("cluster.drive_load=true");
    for (const auto& [key, field] : fields_)
        if (!field->text().trimmed().isEmpty())
            out.push_back((key + QLatin1Char('=') + field->text().trimmed()).toStdString());
    for (const auto& [key, promql] : queries_) out.push_back((key + QLatin1Char('=') + promql).toStdString());
    return out;
}

Expected<cluster_api::ControlRequest> ConnectPanel::request(config::ControlMode mode) const {
    std::vector<std::string> all = overrides();
    all.push_back("cluster.mode=" + cluster_api::mode_name(mode));
    cluster_api::ControlRequest request;
    const std::string model = model_->text().trimmed().toStdString();
    auto config = !model.empty() && file_->text().isEmpty()
                      ? results::model_configuration(model, all)
                      : config::load_config({file_->text().trimmed().toStdString(), all});
    if (!config) return Unexpected<Error>(config.error());
    request.config = std::move(*config);
    request.model = model;
    if (model.empty()) request.policy = policy_->currentData().toString().toStdString();
    request.command_line = commandLine().toStdString();
    return request;
}

QString ConnectPanel::commandLine() const {
    const bool watches = model_->text().isEmpty() && policy_->currentData().toString().isEmpty();
    QString line = watches ? QStringLiteral("trimtab monitor") : QStringLiteral("trimtab control");
    if (!file_->text().isEmpty()) line += QStringLiteral(" --config ") + shellWord(file_->text());
    if (!model_->text().isEmpty())
        line += QStringLiteral(" --model ") + shellWord(model_->text());
    else if (!watches)
        line += QStringLiteral(" --policy ") + policy_->currentData().toString();
    for (const std::string& override_ : overrides())
        line += QStringLiteral(" --set ") + shellWord(QString::fromStdString(override_));
    return line;
}

}  // namespace trimtab::ui
