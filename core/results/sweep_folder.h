// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/training/evaluation_result.h"
#include "core/training/sweep_plan.h"

namespace trimtab::results {

/// started: trained in part or not yet evaluated. failed: ended with an error, and may be tried again.
enum class SweepRowState { missing, started, finished, failed };

/// What is known of one row: rows/<key>/row.json in the sweep's folder, replaced atomically. Beside it stand
/// comprehensive_evaluation.json of a finished row and log.txt of its processes.
struct SweepRowRecord {
    std::string key;  ///< training::sweep_row_key()
    SweepRowState state = SweepRowState::missing;
    std::string training;                  ///< name of its training folder in the sweep's folder
    std::string error;                     ///< of a failed row
    int failures = 0;                      ///< since it last went well
    std::string version;                   ///< program_name() of the program that made it
    std::map<std::string, double> scores;  ///< of a finished row: every comparison metric, see sweep_scores()
};

/// `<results_dir>/sweep_<name>`: a results folder of its own, with the training folders of all rows.
[[nodiscard]] std::filesystem::path sweep_folder(const std::filesystem::path& results_dir,
                                                 const std::string& name);

/// Where a row's run lies.
[[nodiscard]] std::filesystem::path sweep_row_folder(const std::filesystem::path& sweep,
                                                     const std::string& key);

/// missing where there is no record; parse_error where it is damaged.
[[nodiscard]] Expected<SweepRowRecord> read_sweep_row(const std::filesystem::path& sweep,
                                                      const std::string& key);
[[nodiscard]] Expected<void> write_sweep_row(const std::filesystem::path& sweep,
                                             const SweepRowRecord& record);

/// The evaluation of a row on its test episodes.
[[nodiscard]] Expected<void> write_sweep_evaluation(const std::filesystem::path& sweep,
                                                    const std::string& key,
                                                    const training::EvaluationResult& evaluation);
[[nodiscard]] Expected<training::EvaluationResult> read_sweep_evaluation(const std::filesystem::path& sweep,
                                                                         const std::string& key);

/// The table of rows as CSV: index, key, state, case, pattern, seed, the grid's keys, training folder, error.
[[nodiscard]] std::string sweep_table_csv(const training::SweepPlan& plan,
                                          const std::vector<SweepRowRecord>& records);

/// Keeps two processes from working on one sweep or one row at the same time; released when it goes, or with
/// the process.
class FolderLock {
  public:
    /// Waits up to `patience_s` for another holder to end; conflict where it does not. A file system without
    /// locks is no error.
    [[nodiscard]] static Expected<FolderLock> take(const std::filesystem::path& folder, double patience_s);
    FolderLock(FolderLock&& other) noexcept : descriptor_(other.descriptor_) { other.descriptor_ = -1; }
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

  private:
    explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_ = -1;
};

}  // namespace trimtab::results
