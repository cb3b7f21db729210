// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cluster/control_panel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>
#include <cmath>

#include "ui/models/control_text.h"
#include "ui/settings/theme.h"
#include "ui/text/core_sentence.h"
#include "ui/text/number_text.h"
#include "ui/widgets/inline_message.h"

namespace trimtab::ui {

using namespace cluster_api;

ControlPanel::ControlPanel(ClusterSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      state_(new QLabel(this)),
      message_(new InlineMessage(this)),
      pause_(button("controlPause", tr("Pause"), QStringLiteral("pause"))),
      restore_(button("controlRestore", tr("Stop and restore"), QStringLiteral("stop"))) {
    state_->setObjectName(QStringLiteral("controlState"));
    state_->setAccessibleName(tr("State of the session"));
    state_->setWordWrap(true);
    pause_->setToolTip(tr("Holds the replicas; the cluster is still watched"));
    restore_->setToolTip(tr("Puts the original replicas back and ends the session (F12)"));
    auto* row = new QHBoxLayout;
    row->addWidget(pause_);
    row->addWidget(restore_);
    // A long reason scrolls; answers and the way out stay in sight.
    auto* page = new QWidget(this);
    auto* inside = new QVBoxLayout(page);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(spacing);
    inside->addWidget(state_);
    inside->addWidget(buildConfirm());
    inside->addWidget(message_);
    inside->addWidget(buildManual());
    inside->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("controlScroll"));
    scroll->setAccessibleName(tr("Control"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(spacing);
    column->addWidget(scroll, 1);
    column->addWidget(buildAnswers());
    column->addLayout(row);
    connect(pause_, &QPushButton::clicked, this, &ControlPanel::pauseOrGoOn);
    connect(restore_, &QPushButton::clicked, &session_, &ClusterSession::stop);
    connect(&session_, &ClusterSession::started, this, [this] { touched_ = false; });
    connect(&session_, &ClusterSession::noticed, this, &ControlPanel::noteWaiting);
    connect(&session_, &ClusterSession::viewChanged, this, &ControlPanel::refresh);
    connect(&session_, &ClusterSession::ended, this, &ControlPanel::refresh);
    refresh();
}

QPushButton* ControlPanel::button(const char* name, const QString& text, const QString& icon) {
    auto* made = new QPushButton(themedIcon(icon), text, this);
    made->setObjectName(QLatin1String(name));
    return made;
}

QWidget* ControlPanel::buildConfirm() {
    confirm_ = new QGroupBox(tr("Waits for you"), this);
    confirm_->setObjectName(QStringLiteral("confirmBox"));
    question_ = new QLabel(confirm_);
    question_->setObjectName(QStringLiteral("confirmQuestion"));
    question_->setAccessibleName(tr("The change that waits"));
    question_->setTextFormat(Qt::PlainText);
    question_->setWordWrap(true);
    auto* column = new QVBoxLayout(confirm_);
    column->addWidget(question_);
    return confirm_;
}

QWidget* ControlPanel::buildAnswers() {
    answers_ = new QWidget(this);
    QPushButton* yes = button("confirmYes", tr("Yes, change it"), QStringLiteral("check"));
    QPushButton* no = button("confirmNo", tr("No"), QStringLiteral("close"));
    auto* row = new QHBoxLayout(answers_);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(yes);
    row->addWidget(no);
    connect(yes, &QPushButton::clicked, this, [this] { answer(true); });
    connect(no, &QPushButton::clicked, this, [this] { answer(false); });
    return answers_;
}

QWidget* ControlPanel::buildManual() {
    manual_ = new QGroupBox(tr("By hand"), this);
    const auto count = [this](const QString& name, const QString& title) {
        auto* box = new QSpinBox(manual_);
        box->setObjectName(name);
        box->setAccessibleName(title);
        box->setRange(0, 1000);
        connect(box, &QSpinBox::valueChanged, this, [this] { touched_ = true; });
        return box;
    };
    gpu_ = count(QStringLiteral("manualGPU"), tr("GPU replicas"));
    cpu_ = count(QStringLiteral("manualCPU"), tr("CPU replicas"));
    placement_ = new QComboBox(manual_);
    placement_->setObjectName(QStringLiteral("manualPlacement"));
    placement_->setAccessibleName(tr("Placement"));
    for (const auto each :
         {cluster::Placement::prefer_gpu, cluster::Placement::balanced, cluster::Placement::prefer_cpu})
        placement_->addItem(placementText(each), static_cast<int>(each));
    placement_->setCurrentIndex(1);
    placement_->setToolTip(tr("Has an effect where cluster.placement says how traffic is steered"));
    QPushButton* apply = button("manualApply", tr("Apply"), QStringLiteral("scale"));
    apply->setToolTip(tr("Sets these replicas, through the shield. Needs mode Confirm or Auto."));
    auto* row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("GPU"), manual_));
    row->addWidget(gpu_);
    row->addWidget(new QLabel(tr("CPU"), manual_));
    row->addWidget(cpu_);
    row->addStretch(1);
    auto* second = new QHBoxLayout;
    second->addWidget(placement_, 1);
    second->addWidget(apply);
    auto* column = new QVBoxLayout(manual_);
    column->addLayout(row);
    column->addLayout(second);
    connect(apply, &QPushButton::clicked, this, [this] {
        session_.send(ManualAction{{gpu_->value(), cpu_->value(),
                                    static_cast<cluster::Placement>(placement_->currentData().toInt())}});
        touched_ = false;
    });
    return manual_;
}

void ControlPanel::pauseOrGoOn() {
    if (session_.view().phase == ControlPhase::paused)
        session_.send(Resume{});
    else
        session_.send(Pause{});
}

void ControlPanel::answer(bool accepted) {
    if (const auto& confirm = session_.view().confirm) session_.send(AnswerConfirm{confirm->id, accepted});
}

void ControlPanel::refresh() {
    const ClusterView& view = session_.view();
    const bool running = session_.running();
    const bool paused = view.phase == ControlPhase::paused;
    const bool acts =
        view.mode == config::ControlMode::confirm || view.mode == config::ControlMode::automatic;
    manual_->setEnabled(running && acts && view.phase == ControlPhase::running);
    pause_->setEnabled(running && (paused || view.phase == ControlPhase::running));
    pause_->setText(paused ? tr("Go on") : tr("Pause"));
    pause_->setIcon(themedIcon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
    restore_->setEnabled(running);
    if (!touched_) {
        const QSignalBlocker gpu(gpu_);
        const QSignalBlocker cpu(cpu_);
        if (view.deployments[0].desired >= 0) gpu_->setValue(view.deployments[0].desired);
        if (view.deployments[1].desired >= 0) cpu_->setValue(view.deployments[1].desired);
    }
    refreshState();
    refreshConfirm();
    refreshMessage();
}

void ControlPanel::refreshState() {
    const ClusterView& view = session_.view();
    if (!session_.running()) {
        state_->setText(
            tr("No session. Connecting only watches; nothing is changed before Confirm or Auto "
               "is chosen."));
        return;
    }
    QStringList parts{phaseText(view.phase)};
    if (!view.policy.empty()) parts << tr("policy %1").arg(QString::fromStdString(view.policy));
    parts << tr("%n change(s)", nullptr, static_cast<int>(view.writes));
    if (view.held_decisions > 0)
        parts << tr("%n decision(s) held for want of data", nullptr, static_cast<int>(view.held_decisions));
    if (view.phase == ControlPhase::running && view.next_decision_s > 0)
        parts << tr("next step in %1").arg(durationText(std::ceil(view.next_decision_s)));
    state_->setText(parts.join(QStringLiteral(" · ")));
}

void ControlPanel::refreshConfirm() {
    const auto& confirm = session_.view().confirm;
    for (QWidget* each : {static_cast<QWidget*>(confirm_), answers_})
        each->setVisible(session_.running() && confirm.has_value());
    if (!confirm) return;
    QString text = tr("Change %1 to %2?").arg(replicasText(confirm->current), replicasText(confirm->wanted));
    if (confirm->current.placement != confirm->wanted.placement)
        text += QLatin1Char('\n') + tr("Placement: %1").arg(placementText(confirm->wanted.placement));
    if (!confirm->reason.empty()) text += QLatin1Char('\n') + QString::fromStdString(confirm->reason);
    text +=
        QLatin1Char('\n') +
        tr("Without an answer it is not made: %1 left.").arg(durationText(std::ceil(confirm->seconds_left)));
    question_->setText(text);
    if (confirm->id == asked_) return;
    asked_ = confirm->id;
    Q_EMIT asked();
}

void ControlPanel::expectMode(config::ControlMode wanted) {
    wanted_ = wanted;
    if (session_.view().phase != ControlPhase::connecting) waiting_.clear();
    refreshMessage();
}

/// What is told on the way into a mode is what it waits for: another's Lease.
void ControlPanel::noteWaiting(const ControlNotice& notice) {
    const ClusterView& view = session_.view();
    if (!session_.running() || (!wanted_ && view.phase != ControlPhase::connecting)) return;
    waiting_ = coreSentence(notice.text);
    refreshMessage();
}

void ControlPanel::refreshMessage() {
    const ClusterView& view = session_.view();
    if (wanted_ && (view.mode == *wanted_ || !view.control_refused.empty() || !session_.running()))
        wanted_.reset();
    if (!wanted_ && view.phase != ControlPhase::connecting) waiting_.clear();
    const bool paused = !view.paused_because.empty();
    QString word;
    QString title;
    QString reason;
    if (session_.running() && paused) {
        word = tr("paused");
        title = tr("Control is paused");
        reason = coreSentence(view.paused_because);
    } else if (session_.running() && !waiting_.isEmpty()) {
        word = tr("waits");
        title = tr("Control waits");
        reason = waiting_;
    } else if (session_.running() && !view.control_refused.empty()) {
        word = tr("refused");
        title = tr("Only watching is allowed");
        reason = coreSentence(view.control_refused);
    }
    if (word + reason == shownTrouble_) return;
    shownTrouble_ = word + reason;
    Q_EMIT heldUp(word, reason);
    if (word.isEmpty())
        message_->hide();
    else
        message_->showMessage(MessageTone::warning, title, reason);
}

}  // namespace trimtab::ui
