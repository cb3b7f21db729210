// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training_processes.h"

#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <QFile>
#include <QProcess>
#include <QStringList>
#include <algorithm>
#include <chrono>
#include <memory>

namespace trimtab::app {
namespace {

constexpr int tick_ms = 100;           // how often a stop is looked for and output is drained
constexpr int last_words_ms = 120000;  // for writing a checkpoint after an interrupt

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// User and system time of all processes that have ended.
double ended_cpu_s() {
    rusage usage{};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

struct Running {
    std::size_t index = 0;
    Clock::time_point started = Clock::now();
    std::unique_ptr<QProcess> process;
    int descriptor = -1;  // of pidfd_open(2), readable once the process has ended

    Running(std::size_t i, std::unique_ptr<QProcess> p) : index(i), process(std::move(p)) {
        descriptor = static_cast<int>(::syscall(SYS_pidfd_open, process->processId(), 0));
    }
    Running(Running&& other) noexcept
        : index(other.index),
          started(other.started),
          process(std::move(other.process)),
          descriptor(other.descriptor) {
        other.descriptor = -1;
    }
    Running& operator=(Running&& other) noexcept {
        std::swap(index, other.index);
        std::swap(started, other.started);
        std::swap(process, other.process);
        std::swap(descriptor, other.descriptor);
        return *this;
    }
    ~Running() {
        if (descriptor >= 0) ::close(descriptor);
    }
};

std::string last_line(const QByteArray& text) {
    const QByteArrayList lines = text.trimmed().split('\n');
    return lines.isEmpty() ? std::string() : lines.last().trimmed().toStdString();
}

std::unique_ptr<QProcess> start(const TrainingProcess& training) {
    auto process = std::make_unique<QProcess>();
    QStringList arguments;
    for (const std::string& argument : training.arguments) arguments << QString::fromStdString(argument);
    if (!training.log.empty())
        process->setStandardErrorFile(QString::fromStdString(training.log.string()), QIODevice::Append);
    // A group of its own: Ctrl+C in a terminal reaches this process alone, which passes it on once; a second
    // one would end the training without its last checkpoint. It does not outlive this process either.
    process->setChildProcessModifier([] {
        ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGINT);
    });
    process->start(QString::fromStdString(std::filesystem::read_symlink("/proc/self/exe").string()),
                   arguments);
    process->waitForStarted();
    return process;
}

std::string log_end(const std::filesystem::path& log) {
    QFile file(QString::fromStdString(log.string()));
    if (!file.open(QIODevice::ReadOnly)) return {};
    constexpr qint64 enough = 8192;
    if (file.size() > enough) file.seek(file.size() - enough);
    return last_line(file.readAll());
}

/// The last line that a process printed, or why it failed.
Expected<std::string> outcome(const TrainingProcess& training, QProcess& process) {
    if (process.error() == QProcess::FailedToStart)
        return fail(ErrorCode::internal, "the process did not start: " + process.errorString().toStdString(),
                    training.name);
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return last_line(process.readAllStandardOutput());
    std::string words =
        training.log.empty() ? last_line(process.readAllStandardError()) : log_end(training.log);
    if (process.exitStatus() != QProcess::NormalExit) words = "it was killed";
    return fail(ErrorCode::internal, "training ended with: " + words + "; start again to continue it",
                training.name);
}

void interrupt(std::vector<Running>& running) {
    for (const Running& one : running)
        if (const auto pid = static_cast<pid_t>(one.process->processId()); pid > 0) ::kill(pid, SIGINT);
    for (const Running& one : running) one.process->waitForFinished(last_words_ms);
    running.clear();
}

/// Returns when one has ended, at the latest after a tick; empties the pipes of all.
void wait_for_any(std::vector<Running>& running) {
    std::vector<pollfd> ends;
    for (const Running& one : running)
        if (one.descriptor >= 0) ends.push_back({one.descriptor, POLLIN, 0});
    ::poll(ends.data(), ends.size(), tick_ms);
    for (const Running& one : running) one.process->waitForFinished(0);
}

}  // namespace

SlotUse& SlotUse::operator+=(const SlotUse& other) {
    slots = std::max(slots, other.slots);
    wall_s += other.wall_s;
    occupied_s += other.occupied_s;
    cpu_s += other.cpu_s;
    return *this;
}

Expected<SlotUse> run_training_processes(const std::vector<TrainingProcess>& processes, int parallel,
                                         StopToken stop, const ProcessEnded& ended,
                                         const std::function<void(std::size_t)>& progress) {
    std::vector<Running> running;
    const auto slots = std::min(static_cast<std::size_t>(std::max(parallel, 1)), processes.size());
    SlotUse use{static_cast<int>(slots), 0, 0, -ended_cpu_s()};
    const Clock::time_point started = Clock::now();
    std::size_t next = 0;
    std::size_t done = 0;
    while (done < processes.size()) {
        if (stop.stop_requested()) {
            interrupt(running);
            return fail(ErrorCode::cancelled, "stopped; run the same command again to continue");
        }
        while (next < processes.size() && running.size() < slots) {
            running.emplace_back(next, start(processes[next]));
            ++next;
        }
        wait_for_any(running);
        for (auto it = running.begin(); it != running.end();) {
            if (it->process->state() != QProcess::NotRunning) {
                ++it;
                continue;
            }
            const std::size_t index = it->index;
            const auto end = outcome(processes[index], *it->process);
            use.occupied_s += seconds_since(it->started);
            it = running.erase(it);
            ++done;
            if (auto kept = ended(index, end); !kept) {
                interrupt(running);
                return Unexpected<Error>(kept.error());
            }
        }
        progress(done);
    }
    use.wall_s = seconds_since(started);
    use.cpu_s += ended_cpu_s();
    return use;
}

}  // namespace trimtab::app
