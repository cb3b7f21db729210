// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cluster/connect_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/agent/policy_factory.h"
#include "core/config/config_reader.h"
#include "core/results/model_policies.h"
#include "core/runtime/control_job.h"
#include "ui/models/train_command.h"
#include "ui/settings/theme.h"
#include "ui/widgets/command_line_box.h"
#include "ui/widgets/inline_message.h"

namespace trimtab::ui {

ConnectPanel::ConnectPanel(QWidget* parent)
    : QWidget(parent),
      file_(new QLineEdit(this)),
      policy_(new QComboBox(this)),
      model_(new QLineEdit(this)),
      interval_(new QSpinBox(this)),
      drive_(new QCheckBox(tr("Drive Locust along the load pattern"), this)),
      start_(new QPushButton(themedIcon(QStringLiteral("plug")), tr("Connect"), this)),
      stop_(new QPushButton(themedIcon(QStringLiteral("stop")), tr("Stop and restore"), this)),
      doctor_(new QPushButton(themedIcon(QStringLiteral("doctor")), tr("Examine"), this)),
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
    auto* browse = new QToolButton(this);
    browse->setText(QStringLiteral("..."));
    browse->setObjectName(QStringLiteral("browseClusterConfig"));
    browse->setAccessibleName(tr("Choose a configuration file"));
    auto* row = new QHBoxLayout;
    row->addWidget(file_);
    row->addWidget(browse);
    file_->setObjectName(QStringLiteral("clusterConfig"));
    file_->setAccessibleName(tr("Configuration file"));
    file_->setPlaceholderText(tr("defaults"));
    form->addRow(tr("Configuration"), row);
    connect(browse, &QToolButton::clicked, this, [this] { chooseFile(file_); });
    addField(*form, tr("Kubeconfig"), QStringLiteral("cluster.kubeconfig"), tr("as kubectl finds it"));
    addField(*form, tr("Context"), QStringLiteral("cluster.context"), tr("the current one"));
    addField(*form, tr("Namespace"), QStringLiteral("environment.namespace"), QStringLiteral("default"));
    addField(*form, tr("GPU Deployment"), QStringLiteral("cluster.gpu_deployment"),
             QStringLiteral("inference-gpu"));
    addField(*form, tr("CPU Deployment"), QStringLiteral("cluster.cpu_deployment"),
             QStringLiteral("inference-cpu"));
    addField(*form, tr("Prometheus"), QStringLiteral("environment.prometheus_url"),
             QStringLiteral("http://localhost:9090"));
    addField(*form, tr("Locust"), QStringLiteral("environment.locust_url"),
             QStringLiteral("http://localhost:8089"));
    policy_->setObjectName(QStringLiteral("clusterPolicy"));
    policy_->setAccessibleName(tr("Policy"));
    policy_->addItem(tr("none, watch only"), QString());
    for (const agent::PolicyEntry& entry : agent::policy_table())
        if (entry.name != "planner")
            policy_->addItem(QString::fromStdString(entry.name), QString::fromStdString(entry.name));
    form->addRow(tr("Policy"), policy_);
    model_->setObjectName(QStringLiteral("clusterModel"));
    model_->setAccessibleName(tr("Model"));
    model_->setPlaceholderText(tr("a checkpoint or run folder instead of a policy"));
    form->addRow(tr("Model"), model_);
    interval_->setObjectName(QStringLiteral("clusterInterval"));
    interval_->setAccessibleName(tr("Seconds between two decisions"));
    interval_->setRange(1, 3600);
    interval_->setValue(30);
    interval_->setSuffix(tr(" s"));
    form->addRow(tr("Step"), interval_);
    drive_->setObjectName(QStringLiteral("clusterDriveLoad"));
    form->addRow(drive_);
    column->addWidget(scroll, 1);
    auto* buttons = new QHBoxLayout;
    start_->setObjectName(QStringLiteral("clusterStart"));
    stop_->setObjectName(QStringLiteral("clusterStop"));
    doctor_->setObjectName(QStringLiteral("clusterDoctor"));
    for (QPushButton* button : {start_, stop_, doctor_}) buttons->addWidget(button);
    column->addLayout(buttons);
    column->addWidget(message_);
    column->addWidget(command_);
    connect(start_, &QPushButton::clicked, this, &ConnectPanel::startWanted);
    connect(stop_, &QPushButton::clicked, this, &ConnectPanel::stopWanted);
    connect(doctor_, &QPushButton::clicked, this, &ConnectPanel::doctorWanted);
    const auto changed = [this] { command_->setCommandLine(commandLine()); };
    connect(file_, &QLineEdit::textChanged, this, changed);
    connect(model_, &QLineEdit::textChanged, this, changed);
    connect(policy_, &QComboBox::currentIndexChanged, this, changed);
    connect(drive_, &QCheckBox::toggled, this, changed);
    connect(interval_, &QSpinBox::valueChanged, this, changed);
    for (const auto& [key, field] : fields_) connect(field, &QLineEdit::textChanged, this, changed);
    changed();
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

void ConnectPanel::chooseFile(QLineEdit* target) {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Configuration of a live cluster"), target->text(),
                                     tr("Configurations (*.yaml *.yml *.json)"));
    if (!path.isEmpty()) target->setText(path);
}

void ConnectPanel::setModel(const QString& path) { model_->setText(path); }

void ConnectPanel::setRunning(bool running) {
    start_->setEnabled(!running);
    stop_->setEnabled(running);
    start_->setDefault(!running);
}

std::vector<std::string> ConnectPanel::overrides() const {
    std::vector<std::string> out = {
        "environment.action_interval=" + std::to_string(interval_->value()),
        "environment.episode_duration=" + std::to_string(10 * interval_->value())};
    if (drive_->isChecked()) out.push_back("cluster.drive_load=true");
    for (const auto& [key, field] : fields_)
        if (!field->text().trimmed().isEmpty())
            out.push_back((key + QLatin1Char('=') + field->text().trimmed()).toStdString());
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
