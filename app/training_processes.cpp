// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training_processes.h"

#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <QProcess>
#include <QStringList>
#include <algorithm>
#include <filesystem>
#include <memory>

namespace trimtab::app {
namespace {

struct Running {
    std::size_t index = 0;
    std::unique_ptr<QProcess> process;
};

std::string last_line(const QByteArray& text) {
    const QByteArrayList lines = text.trimmed().split('\n');
    return lines.isEmpty() ? std::string() : lines.last().trimmed().toStdString();
}

std::unique_ptr<QProcess> start(const TrainingProcess& training) {
    auto process = std::make_unique<QProcess>();
    QStringList arguments;
    for (const std::string& argument : training.arguments) arguments << QString::fromStdString(argument);
    process->setProcessChannelMode(QProcess::SeparateChannels);
    // A group of its own: Ctrl+C in a terminal reaches the pipeline alone, which passes it on once; a second
    // one would end the training without its last checkpoint. It does not outlive the pipeline either.
    process->setChildProcessModifier([] {
        ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGINT);
    });
    process->start(QString::fromStdString(std::filesystem::read_symlink("/proc/self/exe").string()),
                   arguments);
    return process;
}

/// The folder of a process that has ended.
Expected<std::string> outcome(const TrainingProcess& training, QProcess& process) {
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return last_line(process.readAllStandardOutput());
    return fail(ErrorCode::internal,
                "training ended with: " + last_line(process.readAllStandardError()) +
                    "; run the pipeline again to continue it",
                training.name);
}

void interrupt(std::vector<Running>& running) {
    for (const Running& one : running)
        if (const auto pid = static_cast<pid_t>(one.process->processId()); pid > 0) ::kill(pid, SIGINT);
    for (const Running& one : running) one.process->waitForFinished(60000);
    running.clear();
}

}  // namespace

Expected<void> run_training_processes(std::vector<TrainingProcess>& processes, int parallel, StopToken stop,
                                      const std::function<Expected<void>(const TrainingProcess&)>& ended,
                                      const std::function<void(std::size_t)>& progress) {
    std::vector<Running> running;
    std::size_t next = 0;
    std::size_t done = 0;
    while (done < processes.size()) {
        if (stop.stop_requested()) {
            interrupt(running);
            return fail(ErrorCode::cancelled, "stopped; run the pipeline again to continue it");
        }
        while (next < processes.size() && running.size() < static_cast<std::size_t>(std::max(parallel, 1))) {
            running.push_back({next, start(processes[next])});
            ++next;
        }
        for (auto it = running.begin(); it != running.end();) {
            it->process->waitForFinished(100);
            if (it->process->state() != QProcess::NotRunning) {
                ++it;
                continue;
            }
            TrainingProcess& training = processes[it->index];
            auto folder = outcome(training, *it->process);
            it = running.erase(it);
            if (!folder) {
                interrupt(running);
                return Unexpected<Error>(folder.error());
            }
            training.folder = *folder;
            ++done;
            if (auto kept = ended(training); !kept) {
                interrupt(running);
                return kept;
            }
        }
        progress(done);
    }
    return {};
}

}  // namespace trimtab::app
