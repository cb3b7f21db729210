// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/slurm_daemons.h"

#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

namespace {

constexpr int patience_ms = 20000;

/// Ports that nobody listens on now.
QList<int> free_ports(int count) {
    std::vector<std::unique_ptr<QTcpServer>> servers;
    QList<int> ports;
    for (int i = 0; i < count; ++i) {
        servers.push_back(std::make_unique<QTcpServer>());
        if (servers.back()->listen(QHostAddress::LocalHost)) ports << servers.back()->serverPort();
    }
    return ports;
}

/// Daemons are not on the path of everybody.
QString daemon_path(const QString& name) {
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {"/usr/sbin", "/usr/local/sbin"}) : found;
}

}  // namespace

QByteArray SlurmDaemons::configuration() const {
    const passwd* user = ::getpwuid(::geteuid());
    const QList<int> ports = free_ports(2);
    if (user == nullptr || ports.size() < 2) return {};
    return "ClusterName=trimtab\nSlurmctldHost=localhost(127.0.0.1)\nSlurmctldPort=" +
           QByteArray::number(ports[0]) + "\nSlurmdPort=" + QByteArray::number(ports[1]) +
           "\nCommunicationParameters=NoInAddrAny,NoCtldInAddrAny\nAuthType=auth/none\nCredType=cred/none\n"
           "SlurmUser=" +
           user->pw_name + "\nSlurmdUser=" + user->pw_name +
           "\nStateSaveLocation=" + folder_.filePath("state").toUtf8() +
           "\nSlurmdSpoolDir=" + folder_.filePath("spool").toUtf8() +
           "\nSlurmctldPidFile=" + folder_.filePath("controller.pid").toUtf8() +
           "\nSlurmdPidFile=" + folder_.filePath("node.pid").toUtf8() +
           "\nSlurmctldLogFile=" + folder_.filePath("controller.log").toUtf8() +
           "\nSlurmdLogFile=" + folder_.filePath("node.log").toUtf8() +
           "\nProctrackType=proctrack/linuxproc\nTaskPlugin=task/none\nSwitchType=switch/"
           "none\nMpiDefault=none\n"
           "JobAcctGatherType=jobacct_gather/none\nAccountingStorageType=accounting_storage/none\n"
           "SelectType=select/cons_tres\nSelectTypeParameters=CR_CPU\nSlurmdParameters=config_overrides\n"
           "SchedulerParameters=sched_interval=1,sched_min_interval=0,batch_sched_delay=0\nReturnToService="
           "2\n"
           "NodeName=loopback1 NodeHostname=localhost NodeAddr=127.0.0.1 Port=" +
           QByteArray::number(ports[1]) +
           " CPUs=2 RealMemory=8000 State=UNKNOWN\n"
           "PartitionName=loopback Nodes=loopback1 Default=YES MaxTime=INFINITE State=UP\n";
}

std::unique_ptr<QProcess> SlurmDaemons::daemon(const QString& program, const QStringList& arguments) const {
    auto process = std::make_unique<QProcess>();
    process->setStandardOutputFile(QProcess::nullDevice());
    process->setStandardErrorFile(folder_.filePath(program + ".err"));
    process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    process->start(daemon_path(program), arguments);
    process->waitForStarted();
    return process;
}

bool SlurmDaemons::start() {
    for (const char* name : {"slurmctld", "slurmd", "sbatch", "squeue", "scancel", "sinfo"})
        if (daemon_path(name).isEmpty()) {
            reason = QString(name) + " is not installed (packages slurmctld, slurmd and slurm-client)";
            return false;
        }
    const QString file = folder_.filePath("slurm.conf");
    QFile out(file);
    if (!QDir(folder_.path()).mkpath("state") || !QDir(folder_.path()).mkpath("spool") ||
        !out.open(QIODevice::WriteOnly) || out.write(configuration()) <= 0) {
        reason = "its configuration cannot be written";
        return false;
    }
    out.close();
    qputenv("SLURM_CONF", file.toUtf8());
    controller_ = daemon("slurmctld", {"-D", "-f", file});
    node_ = daemon("slurmd", {"-D", "-N", "loopback1", "-f", file});
    const auto idle = [] { return ask("sinfo", {"--noheader", "--format=%T"}) == "idle"; };
    const auto both_live = [this] {
        return controller_->state() != QProcess::NotRunning && node_->state() != QProcess::NotRunning;
    };
    if (QTest::qWaitFor([&] { return !both_live() || idle(); }, patience_ms) && both_live()) return true;
    reason = "the daemons did not start here: " + log_end("slurmctld.err") + log_end("controller.log") +
             log_end("slurmd.err") + log_end("node.log");
    return false;
}

SlurmDaemons::~SlurmDaemons() {
    if (controller_ && controller_->state() != QProcess::NotRunning) {
        for (const QByteArray& job : ask("squeue", {"--noheader", "--format=%F"}).split('\n'))
            if (!job.isEmpty()) ask("scancel", {job});
        static_cast<void>(
            QTest::qWaitFor([] { return ask("squeue", {"--noheader"}).isEmpty(); }, patience_ms));
    }
    for (QProcess* process : {node_.get(), controller_.get()}) {
        if (process == nullptr || process->state() == QProcess::NotRunning) continue;
        process->terminate();
        if (!process->waitForFinished(patience_ms)) process->kill();
    }
    qunsetenv("SLURM_CONF");
}

QByteArray SlurmDaemons::ask(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(patience_ms);
    return process.readAllStandardOutput().trimmed();
}

QByteArray SlurmDaemons::log_end(const QString& name) const {
    QFile file(folder_.filePath(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    return file.readAll().trimmed().split('\n').last() + " ";
}
