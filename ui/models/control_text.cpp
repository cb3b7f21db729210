// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/control_text.h"

#include <QCoreApplication>
#include <QDateTime>

namespace trimtab::ui {
namespace {

struct ControlText {
    Q_DECLARE_TR_FUNCTIONS(ControlText)
};

}  // namespace

QString modeText(config::ControlMode mode) {
    switch (mode) {
        case config::ControlMode::observe:
            return ControlText::tr("Observe");
        case config::ControlMode::shadow:
            return ControlText::tr("Shadow");
        case config::ControlMode::confirm:
            return ControlText::tr("Confirm");
        default:
            return ControlText::tr("Auto");
    }
}

QString modeMeaning(config::ControlMode mode) {
    switch (mode) {
        case config::ControlMode::observe:
            return ControlText::tr("Reads only; nothing is decided and nothing is changed.");
        case config::ControlMode::shadow:
            return ControlText::tr("Decides and writes down what it would do; changes nothing.");
        case config::ControlMode::confirm:
            return ControlText::tr("Asks you before every change.");
        default:
            return ControlText::tr("Changes the replicas by itself, within the shield.");
    }
}

QString phaseText(cluster_api::ControlPhase phase) {
    switch (phase) {
        case cluster_api::ControlPhase::connecting:
            return ControlText::tr("Connecting");
        case cluster_api::ControlPhase::running:
            return ControlText::tr("Running");
        case cluster_api::ControlPhase::paused:
            return ControlText::tr("Paused");
        case cluster_api::ControlPhase::restoring:
            return ControlText::tr("Restoring");
        case cluster_api::ControlPhase::stopped:
            return ControlText::tr("Ended");
        default:
            return ControlText::tr("Failed");
    }
}

QString outcomeText(cluster_api::DecisionOutcome outcome) {
    switch (outcome) {
        case cluster_api::DecisionOutcome::kept:
            return ControlText::tr("kept");
        case cluster_api::DecisionOutcome::executed:
            return ControlText::tr("executed");
        case cluster_api::DecisionOutcome::shadowed:
            return ControlText::tr("only logged");
        case cluster_api::DecisionOutcome::held:
            return ControlText::tr("held");
        case cluster_api::DecisionOutcome::declined:
            return ControlText::tr("declined");
        case cluster_api::DecisionOutcome::failed:
            return ControlText::tr("failed");
        case cluster_api::DecisionOutcome::ordered:
            return ControlText::tr("ordered");
        default:
            return ControlText::tr("restored");
    }
}

QString placementText(cluster::Placement placement) {
    switch (placement) {
        case cluster::Placement::prefer_gpu:
            return ControlText::tr("prefers GPU");
        case cluster::Placement::balanced:
            return ControlText::tr("balanced");
        default:
            return ControlText::tr("prefers CPU");
    }
}

QString connectionText(cluster_api::ConnectionState state) {
    switch (state) {
        case cluster_api::ConnectionState::unused:
            return ControlText::tr("not used");
        case cluster_api::ConnectionState::connecting:
            return ControlText::tr("connecting");
        case cluster_api::ConnectionState::connected:
            return ControlText::tr("connected");
        default:
            return ControlText::tr("failed");
    }
}

QString podPhaseText(const std::string& phase) {
    if (phase == "Pending") return ControlText::tr("Pending");
    if (phase == "Starting") return ControlText::tr("Starting");
    if (phase == "Ready") return ControlText::tr("Ready");
    if (phase == "Terminating") return ControlText::tr("Terminating");
    if (phase == "Failed") return ControlText::tr("Failed", "a pod");
    return QString::fromStdString(phase);
}

QString poolText(cluster::Pool pool) {
    return pool == cluster::Pool::gpu ? ControlText::tr("GPU") : ControlText::tr("CPU");
}

QString replicasText(const cluster::Allocation& allocation) {
    return ControlText::tr("%1 GPU + %2 CPU").arg(allocation.replicas_gpu).arg(allocation.replicas_cpu);
}

QString changeText(int before, int proposed, int executed) {
    const QString done =
        executed == before ? QString::number(before) : QStringLiteral("%1 → %2").arg(before).arg(executed);
    return executed == proposed ? done : ControlText::tr("%1 (wanted %2)").arg(done).arg(proposed);
}

QString clockText(double utc_s) {
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(utc_s * 1000))
        .toString(QStringLiteral("HH:mm:ss"));
}

}  // namespace trimtab::ui
