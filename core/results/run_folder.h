// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/config/config.h"
#include "core/results/manifest.h"
#include "core/telemetry/row.h"

namespace trimtab::results {

/// A run folder as it stands on disk. Missing or damaged files are no error: `problems` says what is wrong
/// with each, in words for a person.
struct RunInfo {
    std::filesystem::path folder;
    std::string kind;  ///< training, evaluation, comparison; empty where neither name nor manifest tells
    std::optional<Manifest> manifest;
    RunState state = RunState::dead;  ///< as of reading
    std::vector<std::string> problems;
};

/// not_found where the folder does not exist or holds no run at all.
[[nodiscard]] Expected<RunInfo> open_run(const std::filesystem::path& path);

/// Every run in a results folder, newest first; empty where there is none.
[[nodiscard]] std::vector<RunInfo> list_runs(const std::filesystem::path& results_dir);

struct MetricsData {
    std::vector<telemetry::Row> rows;
    std::int64_t damaged_lines = 0;  ///< left out
    bool torn_end = false;           ///< the last line was cut off, as by a kill: no damage
    std::vector<std::string> problems;
};

/// metrics.jsonl of a run. `wanted` chooses kinds (empty: all); other lines are skipped without being parsed.
[[nodiscard]] Expected<MetricsData> read_metrics(const std::filesystem::path& folder,
                                                 const std::vector<telemetry::RowKind>& wanted = {});

/// The resolved configuration of a run.
[[nodiscard]] Expected<config::Config> read_run_config(const std::filesystem::path& folder);

/// The model that a path means: a .pt file itself; of a training folder best_model.pt, else last.pt.
[[nodiscard]] Expected<std::filesystem::path> resolve_model(const std::filesystem::path& path);

/// Files whose content is not what the manifest's hashes say, or that are gone; empty: all as recorded.
[[nodiscard]] Expected<std::vector<std::string>> verify_artefacts(const std::filesystem::path& folder);

}  // namespace trimtab::results
