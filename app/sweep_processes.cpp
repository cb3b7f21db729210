// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sweep_processes.h"

#include <chrono>

#include "core/base/parallel_for.h"
#include "core/results/sweep_session.h"

namespace trimtab::app {
namespace {

using results::SweepRowState;

std::vector<int> open_rows(const training::SweepPlan& plan,
                           const std::vector<results::SweepRowRecord>& records, bool again) {
    std::vector<int> rows;
    for (int index = 0; index < plan.rows(); ++index) {
        const auto& record = records[static_cast<std::size_t>(index)];
        const bool wanted =
            again ? record.state == SweepRowState::failed : record.state != SweepRowState::finished;
        if (wanted) rows.push_back(index);
    }
    return rows;
}

Expected<TrainingProcess> row_process(const SweepCall& call, int index) {
    const auto sweep = results::sweep_folder(call.results_dir, call.plan.file().name);
    const auto folder = results::sweep_row_folder(sweep, call.keys[static_cast<std::size_t>(index)]);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return fail(ErrorCode::io_error, "cannot be made: " + error.message(), folder.string());
    TrainingProcess process{"row " + std::to_string(index),
                            {"sweep", call.plan.file().path.string(), "--index", std::to_string(index),
                             "--results-dir", call.results_dir.string()},
                            folder / "log.txt"};
    for (const std::string& set : call.overrides) {
        process.arguments.emplace_back("--set");
        process.arguments.push_back(set);
    }
    return process;
}

/// Tells how far a sweep is; the time that is left is the mean of the rows so far.
class SweepProgress {
  public:
    SweepProgress(Console& console, std::size_t total) : console_(console), total_(total) {}

    int failed = 0;

    void show(std::size_t done) {
        const double elapsed =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
        const double left =
            done == 0 ? -1 : elapsed / static_cast<double>(done) * static_cast<double>(total_ - done);
        console_.progress(static_cast<double>(done) / static_cast<double>(total_), left,
                          std::to_string(done) + " of " + std::to_string(total_) + " runs" +
                              (failed > 0 ? ", " + std::to_string(failed) + " failed" : ""));
    }

  private:
    Console& console_;
    std::size_t total_;
    std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
};

Expected<SlotUse> run_pass(const SweepCall& call, const std::vector<int>& rows, Session& session) {
    const int parallel = resolve_threads(call.parallel);
    std::vector<TrainingProcess> processes;
    for (const int row : rows) {
        auto process = row_process(call, row);
        if (!process) return Unexpected<Error>(process.error());
        processes.push_back(std::move(*process));
    }
    session.console.info(std::to_string(rows.size()) + " of " + std::to_string(call.plan.rows()) +
                         " runs to do, " + std::to_string(parallel) + " at a time");
    SweepProgress progress(session.console, rows.size());
    auto done = run_training_processes(
        processes, parallel, session.stop,
        [&](std::size_t, const Expected<std::string>& outcome) -> Expected<void> {
            if (outcome) return {};
            ++progress.failed;
            session.console.warning(outcome.error().to_string());
            return {};
        },
        [&](std::size_t ended) { progress.show(ended); });
    session.console.end_progress();
    return done;
}

}  // namespace

Expected<SlotUse> run_sweep_processes(const SweepCall& call, std::vector<results::SweepRowRecord>& records,
                                      Session& session) {
    const auto sweep = results::sweep_folder(call.results_dir, call.plan.file().name);
    SlotUse use;
    for (int attempt = 0; attempt <= call.plan.file().retries; ++attempt) {
        const std::vector<int> rows = open_rows(call.plan, records, attempt > 0);
        if (rows.empty()) break;
        auto ran = run_pass(call, rows, session);
        auto read = results::read_sweep_rows(sweep, call.keys);
        if (!read) return Unexpected<Error>(read.error());
        records = std::move(*read);
        // A process that was killed could not say so itself.
        for (const int row : rows) {
            auto& record = records[static_cast<std::size_t>(row)];
            if (!ran || record.state == SweepRowState::finished || record.state == SweepRowState::failed)
                continue;
            record.state = SweepRowState::failed;
            record.error = "the process ended before it was done; see log.txt in rows/" + record.key;
        }
        if (!ran) return ran;
        use += *ran;
    }
    return use;
}

}  // namespace trimtab::app
