// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/sweep_session.h"

#include "core/results/atomic_file.h"
#include "core/results/build_info.h"
#include "core/results/evaluation_folder.h"
#include "core/results/manifest.h"
#include "core/results/run_folder.h"
#include "core/results/sweep_report.h"

namespace trimtab::results {
namespace {

/// A process that was told to stop may still be writing its last checkpoint.
constexpr double row_patience_s = 150;

enum class Training { fresh, resume, done };

/// What is to be done for a row whose record names a training folder.
Training continuation(const std::filesystem::path& folder) {
    const auto manifest = read_manifest(folder);
    if (manifest && manifest->state == RunState::finished) return Training::done;
    std::error_code error;
    const bool failed = manifest && manifest->state == RunState::failed;
    return !failed && std::filesystem::exists(folder / "last.pt", error) ? Training::resume : Training::fresh;
}

Expected<SweepRowRecord> train_and_score(const training::SweepPlan& plan, const config::Config& config,
                                         SweepRowRecord record, const std::filesystem::path& sweep,
                                         const std::string& command_line, StopToken stop,
                                         const TrainingHooks& hooks) {
    const auto known = sweep / record.training;
    const Training next = record.training.empty() ? Training::fresh : continuation(known);
    if (next != Training::done) {
        TrainingRequest request;
        request.config = config;
        request.results_dir = sweep;
        request.command_line = command_line;
        if (next == Training::resume) request.resume = known;
        TrainingHooks recording = hooks;
        Expected<void> recorded;
        recording.began = [&](const std::filesystem::path& folder) {
            record.training = folder.filename().string();
            record.state = SweepRowState::started;
            recorded = write_sweep_row(sweep, record);
            if (hooks.began) hooks.began(folder);
        };
        const auto run = run_training(request, stop, recording);
        if (!run) return Unexpected(run.error());
        if (!recorded) return Unexpected(recorded.error());
        if (!run->summary.finished) return fail(ErrorCode::cancelled, "stopped; run it again to continue");
    }
    auto evaluation = evaluate_policies(config, {(sweep / record.training).string()}, {}, stop);
    if (!evaluation) return Unexpected(evaluation.error());
    record.scores = sweep_scores(*evaluation);
    if (!record.scores.contains(plan.file().metric))
        return fail(ErrorCode::numeric_error, plan.file().metric + " is not a number in some test episode");
    if (auto written = write_sweep_evaluation(sweep, record.key, *evaluation); !written)
        return Unexpected(written.error());
    record.state = SweepRowState::finished;
    record.error.clear();
    record.failures = 0;
    record.version = program_name();
    return record;
}

}  // namespace

Expected<SweepRowRecord> run_sweep_row(const training::SweepPlan& plan, int index,
                                       const std::filesystem::path& sweep, const std::string& command_line,
                                       StopToken stop, const TrainingHooks& hooks) {
    const auto config = plan.config(plan.row(index));
    if (!config) return Unexpected(config.error());
    const std::string key = training::sweep_row_key(*config);
    const auto folder = sweep_row_folder(sweep, key);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return Unexpected(io_failure("make", folder, error.value()));
    const auto lock = FolderLock::take(folder, row_patience_s);
    if (!lock) return Unexpected(lock.error());
    auto record = read_sweep_row(sweep, key);
    if (!record || record->state == SweepRowState::finished) return record;

    auto done = train_and_score(plan, *config, *record, sweep, command_line, stop, hooks);
    if (!done) {
        if (done.error().code == ErrorCode::cancelled) return done;
        // Training may have named its folder before it failed.
        if (const auto latest = read_sweep_row(sweep, key)) record->training = latest->training;
        record->state = SweepRowState::failed;
        record->error = done.error().to_string();
        ++record->failures;
        static_cast<void>(write_sweep_row(sweep, *record));
        return done;
    }
    if (auto written = write_sweep_row(sweep, *done); !written) return Unexpected(written.error());
    return done;
}

Expected<std::vector<SweepRowRecord>> read_sweep_rows(const std::filesystem::path& sweep,
                                                      const std::vector<std::string>& keys) {
    std::vector<SweepRowRecord> records;
    records.reserve(keys.size());
    for (const std::string& key : keys) {
        auto record = read_sweep_row(sweep, key);
        if (!record) return Unexpected(record.error());
        records.push_back(std::move(*record));
    }
    return records;
}

Expected<void> write_sweep_table(const training::SweepPlan& plan, const std::vector<SweepRowRecord>& records,
                                 const std::filesystem::path& sweep) {
    return write_file_atomically(sweep / "sweep_table.csv", sweep_table_csv(plan, records));
}

Expected<SweepResult> write_sweep_result(const training::SweepPlan& plan,
                                         const std::vector<SweepRowRecord>& records,
                                         const std::filesystem::path& sweep) {
    auto result = summarize_sweep(plan, records, plan.first_config().evaluation.confidence);
    if (!result) return result;
    const std::pair<const char*, std::string> documents[] = {
        {"sweep_table.csv", sweep_table_csv(plan, records)},
        {sweep_result_file, sweep_to_json(*result) + "\n"},
        {sweep_csv_file, sweep_to_csv(*result)},
        {sweep_report_file, report_to_text(sweep_report(*result, program_name()))},
    };
    for (const auto& [name, text] : documents)
        if (auto written = write_file_atomically(sweep / name, text); !written)
            return Unexpected(written.error());
    return result;
}

}  // namespace trimtab::results
