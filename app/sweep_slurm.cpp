// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sweep_slurm.h"

#include <QProcess>
#include <QStandardPaths>
#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>

#include "core/base/sha256.h"
#include "core/results/atomic_file.h"
#include "core/results/sweep_session.h"
#include "core/training/slurm_script.h"

namespace trimtab::app {
namespace {

using Path = std::filesystem::path;
using results::SweepRowState;

constexpr int look_every_ms = 2000;
constexpr int patience_ms = 120000;  // each of Slurm's commands tries a controller for some time itself
constexpr int most_silences = 30;    // of a controller, in a row

/// What Slurm knows of a sweep's tasks.
struct SlurmQueue {
    std::string job;  ///< of the array; empty: none is queued or runs
    int running = 0;
    int waiting = 0;
    std::string reason;  ///< why a task waits, in Slurm's words
};

/// How the rows stand, from their records on disk.
struct SlurmRows {
    int finished = 0;
    int failed = 0;
};

/// Runs one of Slurm's commands to its end and gives its standard output.
Expected<QString> ask_slurm(const QString& program, const QStringList& arguments, const Path& folder,
                            StopToken stop) {
    QProcess process;
    if (!folder.empty()) process.setWorkingDirectory(QString::fromStdString(folder.string()));
    process.start(program, arguments);
    for (int waited_ms = 0; !process.waitForFinished(100); waited_ms += 100) {
        if (process.state() == QProcess::NotRunning) break;
        if (!stop.stop_requested() && waited_ms < patience_ms) continue;
        process.kill();
        process.waitForFinished(5000);
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "stopped");
        return fail(ErrorCode::unavailable, "Slurm does not answer", program.toStdString());
    }
    if (process.error() == QProcess::FailedToStart)
        return fail(ErrorCode::unavailable, process.errorString().toStdString(), program.toStdString());
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return QString::fromUtf8(process.readAllStandardOutput());
    const QString words = QString::fromUtf8(process.readAllStandardError())
                              .remove(program + ": error: ")
                              .trimmed()
                              .replace("\n", "; ");
    const bool silent = words.contains("Unable to contact") || words.contains("onnection");
    return fail(silent ? ErrorCode::unavailable : ErrorCode::invalid_argument,
                words.isEmpty() ? "ended without a word" : words.toStdString(), program.toStdString());
}

/// Tells the jobs of this folder's sweep from those of another of the same name.
std::string comment_of(const Path& folder) {
    constexpr std::size_t enough = 16;
    return "trimtab-" +
           sha256_hex(std::filesystem::absolute(folder).lexically_normal().string()).substr(0, enough);
}

Expected<SlurmQueue> ask_queue(const SlurmSweep& sweep, StopToken stop) {
    const auto text =
        ask_slurm("squeue",
                  {"--noheader", "--array",
                   "--name=" + QString::fromStdString(training::slurm_job_name(sweep.plan.file())),
                   "--format=%F|%t|%k|%r"},
                  {}, stop);
    if (!text) return Unexpected<Error>(text.error());
    SlurmQueue queue;
    const QString comment = QString::fromStdString(comment_of(sweep.folder));
    for (const QString& line : text->split('\n')) {
        const QStringList cells = line.split('|');
        if (cells.size() < 4 || cells[2] != comment) continue;
        queue.job = cells[0].toStdString();
        const bool waits = cells[1] == "PD";
        ++(waits ? queue.waiting : queue.running);
        if (waits && cells[3] != "None") queue.reason = cells[3].toStdString();
    }
    return queue;
}

std::vector<int> open_rows(const std::vector<results::SweepRowRecord>& records) {
    std::vector<int> rows;
    for (std::size_t i = 0; i < records.size(); ++i)
        if (records[i].state != SweepRowState::finished) rows.push_back(static_cast<int>(i));
    return rows;
}

/// Reads the rows that were not finished at the last look.
Expected<SlurmRows> look_at_rows(const SlurmSweep& sweep, std::vector<results::SweepRowRecord>& records) {
    SlurmRows rows;
    for (auto& record : records) {
        if (record.state != SweepRowState::finished) {
            auto now = results::read_sweep_row(sweep.folder, record.key);
            if (!now) return Unexpected<Error>(now.error());
            record = std::move(*now);
        }
        rows.finished += record.state == SweepRowState::finished ? 1 : 0;
        rows.failed += record.state == SweepRowState::failed ? 1 : 0;
    }
    return rows;
}

std::string progress_text(const SlurmQueue& queue, const SlurmRows& rows, std::size_t total) {
    std::string text = std::to_string(rows.finished) + " of " + std::to_string(total) + " runs";
    if (rows.failed > 0) text += ", " + std::to_string(rows.failed) + " failed";
    text += ", " + std::to_string(queue.running) + " tasks run";
    if (queue.waiting > 0) text += ", " + std::to_string(queue.waiting) + " wait";
    return queue.reason.empty() ? text : text + " (" + queue.reason + ")";
}

void rest(StopToken stop, int milliseconds) {
    for (int rested = 0; rested < milliseconds && !stop.stop_requested(); rested += 50)
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
}

Unexpected<Error> stopped_following(const std::string& job) {
    return fail(ErrorCode::cancelled, "stopped following; job " + job +
                                          " goes on. The same command follows it again, `scancel " + job +
                                          "` ends it");
}

/// Until no task is queued or runs any more.
Expected<void> follow(const SlurmSweep& sweep, const std::string& job, Session& session) {
    auto records = sweep.records;
    // One look reads every open row's record: large sweeps are looked at less often.
    const int interval_ms = look_every_ms + static_cast<int>(records.size());
    for (int silences = 0;;) {
        if (session.stop.stop_requested()) return stopped_following(job);
        const auto queue = ask_queue(sweep, session.stop);
        if (!queue) {
            if (queue.error().code == ErrorCode::cancelled) return stopped_following(job);
            if (++silences >= most_silences) return Unexpected<Error>(queue.error());
            rest(session.stop, interval_ms);
            continue;
        }
        silences = 0;
        const auto rows = look_at_rows(sweep, records);
        if (!rows) return Unexpected<Error>(rows.error());
        session.console.progress(static_cast<double>(rows->finished) / static_cast<double>(records.size()),
                                 -1, progress_text(*queue, *rows, records.size()));
        if (queue->job.empty()) break;
        rest(session.stop, interval_ms);
    }
    session.console.end_progress();
    if (const auto open = open_rows(records); !open.empty())
        session.console.warning(
            std::to_string(open.size()) + " of " + std::to_string(records.size()) +
            " runs are not finished; see " +
            (sweep.folder / (training::slurm_job_name(sweep.plan.file()) + "-" + job + "_*.txt")).string() +
            ". The same command submits them again");
    return {};
}

}  // namespace

Expected<std::string> render_sweep(const SlurmSweep& sweep) {
    return training::slurm_script(
        sweep.plan,
        {std::filesystem::read_symlink("/proc/self/exe"), std::filesystem::absolute(sweep.plan.file().path),
         std::filesystem::absolute(sweep.results_dir), std::filesystem::current_path(), sweep.overrides,
         open_rows(sweep.records), sweep.parallel, comment_of(sweep.folder)});
}

Expected<bool> run_sweep_on_slurm(const SlurmSweep& sweep, bool detach, Session& session) {
    const auto script = render_sweep(sweep);
    if (!script) return Unexpected<Error>(script.error());
    const Path file = sweep.folder / "slurm.sh";
    const bool can_submit = !QStandardPaths::findExecutable("sbatch").isEmpty();
    std::string job;
    if (can_submit) {
        const auto queue = ask_queue(sweep, session.stop);
        if (!queue) return Unexpected<Error>(queue.error());
        job = queue->job;
    }
    if (!job.empty()) {
        session.console.info("job " + job + " of this sweep is there already");
    } else {
        if (auto written = results::write_file_atomically(file, *script); !written)
            return Unexpected<Error>(written.error());
        if (!can_submit) {
            session.console.info("there is no sbatch here; submit with: sbatch " + file.string() +
                                 "; when it is done, or earlier: trimtab sweep " +
                                 sweep.plan.file().path.string() + " --collect");
            session.console.print_line(file.string());
            return false;
        }
        const auto answer = ask_slurm("sbatch", {"--parsable", "slurm.sh"}, sweep.folder, session.stop);
        if (!answer && answer.error().code == ErrorCode::invalid_argument)
            return fail(ErrorCode::invalid_argument,
                        "Slurm refuses the job (" + answer.error().message + "); correct section slurm",
                        sweep.plan.file().path.string());
        if (!answer) return Unexpected<Error>(answer.error());
        job = answer->trimmed().section(';', 0, 0).toStdString();
        session.console.info("job " + job + " was submitted, with " +
                             std::to_string(open_rows(sweep.records).size()) + " runs");
    }
    if (detach) {
        session.console.print_line(job);
        return false;
    }
    if (auto followed = follow(sweep, job, session); !followed) return Unexpected<Error>(followed.error());
    return true;
}

}  // namespace trimtab::app
