// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/live/kill_lane.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QTest>
#include <vector>

#include "core/cluster_api/live/audit_log.h"

namespace trimtab::tests {

bool KillLane::start() {
    cluster_.start(QStringLiteral(TRIMTAB_TEST_CLUSTER),
                   {"--kubeconfig", folder_.filePath(QStringLiteral("kubeconfig")), "--identity", "token",
                    "--speed", "5"});
    if (!QTest::qWaitFor([this] { return cluster_.canReadLine(); }, 60000)) return false;
    addresses_ = QJsonDocument::fromJson(cluster_.readLine()).object();
    return !address("admin").isEmpty();
}

KillLane::~KillLane() {
    for (QProcess* process : {control_.get(), &cluster_}) {
        if (process == nullptr) continue;
        process->kill();
        process->waitForFinished();
    }
}

std::filesystem::path KillLane::journalFolder() const {
    return folder_.filePath(QStringLiteral("state/trimtab/journal")).toStdString();
}

void KillLane::run(QProcess& process, const QStringList& command) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_STATE_HOME"), folder_.filePath(QStringLiteral("state")));
    environment.insert(QStringLiteral("HOME"), folder_.path());
    process.setProcessEnvironment(environment);
    QStringList arguments = command;
    // A step a second. The Lease is off: it would hold for 15 s what a dead session had.
    for (const QString& setting :
         {QStringLiteral("cluster.kubeconfig=") + folder_.filePath(QStringLiteral("kubeconfig")),
          QStringLiteral("environment.prometheus_url=") + address("prometheus"),
          QStringLiteral("environment.locust_url=") + address("locust"),
          QStringLiteral("environment.namespace=workloads"), QStringLiteral("environment.action_interval=1"),
          QStringLiteral("environment.episode_duration=60"), QStringLiteral("environment.warm_up=0"),
          QStringLiteral("environment.min_replicas=%1").arg(least),
          QStringLiteral("environment.max_replicas=%1").arg(most),
          QStringLiteral("environment.baseline=published"), QStringLiteral("cluster.backend=live"),
          QStringLiteral("cluster.lease=false"), QStringLiteral("cluster.drive_load=true"),
          QStringLiteral("cluster.shield_cooldown_down_s=0"),
          QStringLiteral("cluster.shield_flap_budget=1000"), QStringLiteral("cluster.slo_guard_samples=0"),
          QStringLiteral("cluster.slo_fallback_samples=0")})
        arguments << QStringLiteral("--set") << setting;
    process.start(QStringLiteral(TRIMTAB_PROGRAM), arguments);
}

void KillLane::startControl() {
    control_ = std::make_unique<QProcess>();
    control_->setStandardOutputFile(QProcess::nullDevice());
    control_->setStandardErrorFile(QProcess::nullDevice());
    run(*control_, {"control", "--policy", "random", "--mode", "auto", "--results-dir",
                    folder_.filePath(QStringLiteral("rl"))});
}

void KillLane::killControl() {
    control_->kill();  // SIGKILL
    control_->waitForFinished();
    control_.reset();
}

std::string KillLane::restore() {
    QProcess process;
    run(process, {"control", "--restore"});
    const bool ended =
        QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 120000);
    if (ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0) return {};
    return "exit code " + std::to_string(process.exitCode()) + ": " +
           process.readAllStandardError().toStdString();
}

QJsonArray KillLane::writes() {
    QJsonArray stored;
    const auto answer = client_.get(QUrl(address("admin")), QStringLiteral("/writes"));
    for (const QJsonValue& write : QJsonDocument::fromJson(answer.body).array())
        if (!write.toObject().value("dry_run").toBool()) stored.append(write);
    return stored;
}

bool KillLane::moved() {
    const auto answer = client_.get(QUrl(address("admin")), QStringLiteral("/state"));
    const QJsonObject state = QJsonDocument::fromJson(answer.body).object();
    return state.value("spec_gpu").toInt() != original || state.value("spec_cpu").toInt() != original;
}

std::string KillLane::damage() {
    std::vector<cluster_api::DecisionEntry> audit;
    QDirIterator files(folder_.filePath(QStringLiteral("rl")), {QStringLiteral("audit.jsonl")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto log = cluster_api::read_audit_log(files.next().toStdString());
        if (!log) return log.error().to_string();
        if (log->damaged_lines > 1)
            return "an audit log has more damaged lines than the one that a kill tears";
        audit.insert(audit.end(), log->entries.begin(), log->entries.end());
    }
    for (const QJsonValue& value : writes()) {
        const QJsonObject write = value.toObject();
        const int after = write.value("after").toInt();
        if (after < least || after > most) return "a count went to " + std::to_string(after);
        if (after == original) continue;  // also what a restore by another process writes
        const bool gpu = write.value("deployment").toString() == address("gpu_deployment");
        const double at_s = write.value("wall_ms").toDouble() / 1000;
        const auto wants = [gpu](const cluster::Allocation& a) {
            return gpu ? a.replicas_gpu : a.replicas_cpu;
        };
        const bool known =
            std::any_of(audit.begin(), audit.end(), [&](const cluster_api::DecisionEntry& entry) {
                return std::abs(entry.utc_s - at_s) < 30 &&
                       (wants(entry.executed) == after || wants(entry.proposed) == after);
            });
        if (!known) return "a write of " + std::to_string(after) + " is in no audit log";
    }
    return {};
}

}  // namespace trimtab::tests
