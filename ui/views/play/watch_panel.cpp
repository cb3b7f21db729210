// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/play/watch_panel.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <cmath>

#include "core/agent/policy_factory.h"
#include "core/config/config_reader.h"
#include "core/environment/make_environment.h"
#include "core/results/figure_evaluation.h"
#include "core/results/model_policies.h"
#include "core/training/episode_player.h"
#include "ui/charts/figure_canvas.h"
#include "ui/settings/theme.h"
#include "ui/text/number_text.h"
#include "ui/views/play/probability_bars.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/table_view.h"

namespace trimtab::ui {

using results::ReportTable;

namespace {

std::string number(double value, int decimals) { return numberText(value, decimals).toStdString(); }

ReportTable factsOf(const training::StepRecord& step) {
    const auto row = [](const QString& name, const std::string& value) {
        return std::vector<results::ReportCell>{name.toStdString(), value};
    };
    results::ReportTable table;
    table.header = {WatchPanel::tr("Of the step").toStdString(), WatchPanel::tr("Value").toStdString()};
    table.rows = {row(WatchPanel::tr("Reward"), number(step.reward, 3)),
                  row(WatchPanel::tr("Latency improvement"), number(step.latency_improvement, 3)),
                  row(WatchPanel::tr("Throughput improvement"), number(step.throughput_improvement, 3)),
                  row(WatchPanel::tr("Resource efficiency"), number(step.resource_efficiency, 3)),
                  row(WatchPanel::tr("Stability bonus"), number(step.stability_bonus, 3)),
                  row(WatchPanel::tr("p95 (ms)"), number(step.latency_p95_ms, 0)),
                  row(WatchPanel::tr("Throughput (req/s)"), number(step.throughput_rps, 1)),
                  row(WatchPanel::tr("Users"), number(step.mean_users, 1)),
                  row(WatchPanel::tr("CPU, memory, GPU (%)"), number(step.cpu_utilization, 0) + ", " +
                                                                  number(step.memory_utilization, 0) + ", " +
                                                                  number(step.gpu_utilization, 0)),
                  row(WatchPanel::tr("GPU desired, ready"),
                      std::to_string(step.desired_gpu) + ", " + std::to_string(step.ready_gpu)),
                  row(WatchPanel::tr("CPU desired, ready"),
                      std::to_string(step.desired_cpu) + ", " + std::to_string(step.ready_cpu)),
                  row(WatchPanel::tr("Prefers"),
                      environment::action_table()[2].values[static_cast<std::size_t>(step.placement)])};
    if (std::isfinite(step.value))
        table.rows.push_back(row(WatchPanel::tr("Value estimate"), number(step.value, 3)));
    if (!step.reason.empty()) table.rows.push_back(row(WatchPanel::tr("Why"), step.reason));
    return table;
}

}  // namespace

struct WatchPanel::Played {
    training::EpisodeResult episode;
    config::Config config;
};

WatchPanel::WatchPanel(QWidget* parent)
    : QWidget(parent), stack_(new QStackedWidget(this)), message_(new InlineMessage(this)) {
    empty_ =
        new EmptyState(QStringLiteral("eye"),
                       tr("No episode has been played. Choose a checkpoint or a policy and a load."), this);
    empty_->setAction(tr("Play"), [this] { play(); });
    timeline_ = new FigureCanvas(tr("Timeline of the watched episode"), this);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(timeline_);
    split->addWidget(buildStep());
    split->setStretchFactor(0, 1);
    split->setSizes({580, 340});
    split->setChildrenCollapsible(false);
    stack_->addWidget(empty_);
    stack_->addWidget(split);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(buildControls());
    column->addWidget(message_);
    column->addWidget(stack_, 1);
}

QWidget* WatchPanel::buildControls() {
    auto* box = new QWidget(this);
    policy_ = new QComboBox(box);
    policy_->setObjectName(QStringLiteral("watchPolicy"));
    policy_->setAccessibleName(tr("Checkpoint or policy to watch"));
    policy_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    policy_->setMinimumContentsLength(14);
    for (const agent::PolicyEntry& entry : agent::policy_table())
        policy_->addItem(QString::fromStdString(entry.name), QString());
    policy_->setCurrentText(QStringLiteral("hpa"));
    auto* open = new QPushButton(tr("Checkpoint…"), box);
    open->setObjectName(QStringLiteral("watchOpen"));
    open->setAccessibleName(tr("Choose a checkpoint to watch"));
    pattern_ = new QComboBox(box);
    pattern_->setObjectName(QStringLiteral("watchPattern"));
    pattern_->setAccessibleName(tr("Load pattern"));
    for (const char* name : {"ramp", "spike", "periodic", "random", "constant"})
        pattern_->addItem(QLatin1String(name));
    pattern_->setCurrentText(QStringLiteral("spike"));
    seed_ = new QSpinBox(box);
    seed_->setObjectName(QStringLiteral("watchSeed"));
    seed_->setAccessibleName(tr("Seed of the episode"));
    seed_->setPrefix(tr("seed "));
    seed_->setRange(0, 999999999);
    seed_->setValue(1);
    play_ = new QPushButton(tr("Play"), box);
    play_->setObjectName(QStringLiteral("watchPlay"));
    play_->setAccessibleName(tr("Play the episode"));
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(spacing, spacing, spacing, 0);
    row->addWidget(policy_);
    row->addWidget(open);
    row->addWidget(pattern_);
    row->addWidget(seed_);
    row->addWidget(play_);
    row->addStretch();
    connect(open, &QPushButton::clicked, this, [this] {
        const QString file =
            QFileDialog::getOpenFileName(this, tr("Choose a checkpoint"), {}, tr("Checkpoints (*.pt)"));
        if (!file.isEmpty()) watch(file);
    });
    connect(play_, &QPushButton::clicked, this, &WatchPanel::play);
    connect(&player_, &runtime::BackgroundTask::busyChanged, this, [this](bool busy) {
        play_->setEnabled(!busy);
        play_->setText(busy ? tr("Playing…") : tr("Play"));
    });
    return box;
}

QWidget* WatchPanel::buildStep() {
    auto* box = new QWidget(this);
    stepText_ = new QLabel(box);
    stepText_->setAccessibleName(tr("Shown step"));
    stepText_->setWordWrap(true);
    step_ = new QSlider(Qt::Horizontal, box);
    step_->setObjectName(QStringLiteral("watchStep"));
    step_->setAccessibleName(tr("Step of the episode"));
    step_->setPageStep(1);
    bars_ = new ProbabilityBars(box);
    facts_ = new TableView(tr("What happened in the step"), box);
    facts_->setObjectName(QStringLiteral("watchFacts"));
    facts_->setModel(&factsModel_);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(spacing, 0, 0, 0);
    column->setSpacing(spacing / 2);
    column->addWidget(stepText_);
    column->addWidget(step_);
    column->addWidget(bars_);
    column->addWidget(facts_, 1);
    connect(step_, &QSlider::valueChanged, this, &WatchPanel::showStep);
    return box;
}

void WatchPanel::watch(const QString& checkpoint) {
    int row = policy_->findData(checkpoint);
    if (row < 0) {
        const QFileInfo info(checkpoint);
        policy_->insertItem(0, info.dir().dirName() + u'/' + info.fileName(), checkpoint);
        row = 0;
    }
    policy_->setCurrentIndex(row);
    play();
}

void WatchPanel::play() {
    const std::string checkpoint = policy_->currentData().toString().toStdString();
    const std::string name = policy_->currentText().toStdString();
    const environment::EpisodeSpec spec{static_cast<std::uint64_t>(seed_->value()),
                                        pattern_->currentText().toStdString()};
    player_.run<Played>(
        [checkpoint, name, spec](StopToken stop) -> Expected<Played> {
            auto config = checkpoint.empty() ? config::profile_defaults("default")
                                             : results::model_configuration(checkpoint);
            if (!config) return Unexpected<Error>(config.error());
            std::vector<std::string> models, names;
            (checkpoint.empty() ? names : models).push_back(checkpoint.empty() ? name : checkpoint);
            const auto policies = results::make_policies(models, names, *config, stop);
            if (!policies) return Unexpected<Error>(policies.error());
            const auto environment = environment::make_environment(*config);
            if (!environment) return Unexpected<Error>(environment.error());
            auto episode = training::play_episode(*policies->front().policy, **environment, spec, true, stop);
            if (!episode) return Unexpected<Error>(episode.error());
            return Played{std::move(*episode), std::move(*config)};
        },
        [this, name](Expected<Played> played) {
            if (!played) {
                message_->showError(played.error());
                return;
            }
            message_->hide();
            episode_ = std::move(played->episode);
            config_ = std::move(played->config);
            title_ = QString::fromStdString(name);
            step_->setRange(1, static_cast<int>(episode_->steps.size()));
            showStep(step_->value());
            stack_->setCurrentIndex(1);
            Q_EMIT this->played();
        });
}

void WatchPanel::drawTimeline(int step) {
    results::FigureSpec figure =
        results::replica_timeline_figure(title_.toStdString(), *episode_, config_.environment.slo_ms);
    const double end_s = episode_->steps[static_cast<std::size_t>(step - 1)].time_s;
    for (results::FigurePanel& panel : figure.panels) {
        panel.x.minimum = 0;
        panel.x.maximum = episode_->steps.back().time_s;
        for (const double at : {end_s - config_.environment.action_interval, end_s})
            panel.lines.push_back({at, "", true});
    }
    timeline_->setFigure(std::move(figure));
}

void WatchPanel::setStep(int step) { step_->setValue(step); }

void WatchPanel::showStep(int step) {
    if (!episode_ || step < 1 || step > static_cast<int>(episode_->steps.size())) return;
    const training::StepRecord& record = episode_->steps[static_cast<std::size_t>(step - 1)];
    stepText_->setText(tr("<b>Step %1 of %2</b>, at %3 s; return of the episode %4")
                           .arg(step)
                           .arg(episode_->steps.size())
                           .arg(numberText(record.time_s, 0), numberText(episode_->episode_return, 2)));
    drawTimeline(step);
    bars_->setProbabilities(record.probabilities);
    factsModel_.setTable(factsOf(record));
    facts_->fitColumns();
}

}  // namespace trimtab::ui
