// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/results/comparison_session.h"
#include "core/results/sweep_folder.h"
#include "core/results/sweep_result.h"
#include "core/results/training_session.h"
#include "core/training/sweep_plan.h"

namespace trimtab::results {

/// Trains and evaluates one row in the sweep's folder and records it; returns its record. A finished row is
/// left alone, an interrupted one goes on from its last.pt. A failure is recorded before it is returned; a
/// stop keeps the row `started` and gives `cancelled`. Blocks its thread.
[[nodiscard]] Expected<SweepRowRecord> run_sweep_row(const training::SweepPlan& plan, int index,
                                                     const std::filesystem::path& sweep,
                                                     const std::string& command_line, StopToken stop,
                                                     const TrainingHooks& hooks = {});

/// What is recorded of every row of a plan; `keys` are plan_keys().
[[nodiscard]] Expected<std::vector<SweepRowRecord>> read_sweep_rows(const std::filesystem::path& sweep,
                                                                    const std::vector<std::string>& keys);

/// sweep_table.csv alone: what the window shows while the runs go on.
[[nodiscard]] Expected<void> write_sweep_table(const training::SweepPlan& plan,
                                               const std::vector<SweepRowRecord>& records,
                                               const std::filesystem::path& sweep);

/// The table, sweep_result.json, sweep_result.csv and sweep_report.txt in the sweep's folder.
[[nodiscard]] Expected<SweepResult> write_sweep_result(const training::SweepPlan& plan,
                                                       const std::vector<SweepRowRecord>& records,
                                                       const std::filesystem::path& sweep);

/// Configurations of a sweep that its comparison with other policies takes at most.
inline constexpr std::size_t most_compared_cases = 6;

/// The best configurations of a sweep and the baselines as one comparison, from the recorded evaluations; the
/// baselines play the same test episodes now. unsupported, and why, where the configurations did not meet the
/// same episodes or none has a seed with every pattern.
[[nodiscard]] Expected<ComparisonRun> compare_sweep(const training::SweepPlan& plan,
                                                    const SweepResult& result,
                                                    const std::vector<SweepRowRecord>& records,
                                                    const std::filesystem::path& sweep, StopToken stop,
                                                    const EvaluationHooks& hooks = {});

/// The configuration that compare_sweep() plays the baselines in.
[[nodiscard]] Expected<config::Config> sweep_comparison_config(const training::SweepPlan& plan,
                                                               const SweepResult& result);

}  // namespace trimtab::results
