// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/expected.h"

namespace trimtab::results {

/// running -> finished | stopped | failed; stopped, failed and dead runs can be running again (resumed).
/// dead is never written: it is a running run whose heartbeat is old.
enum class RunState { running, finished, stopped, failed, dead };

/// A heartbeat older than this means that the process is gone.
inline constexpr double heartbeat_limit_s = 30;

/// "running", "finished", "stopped", "failed", "dead".
[[nodiscard]] std::string state_name(RunState state);

/// One file of a run folder.
struct Artefact {
    std::string sha256;
    std::uint64_t bytes = 0;
};

/// manifest.json of a run folder: what ran, from what, where, when and how it ended. Times are seconds since
/// 1970 in memory and ISO 8601 (UTC) in the file.
struct Manifest {
    std::string kind = "training";  ///< training, evaluation, comparison, live
    std::string name;               ///< the folder's name
    RunState state = RunState::running;
    double started = 0;
    double heartbeat = 0;
    double ended = 0;  ///< 0 while it runs
    std::string command_line;
    std::string config_hash;  ///< config::config_hash() of the resolved configuration
    std::vector<std::uint64_t> seeds;
    int resumed = 0;                        ///< how often the run was continued
    std::string error;                      ///< of a failed run
    std::map<std::string, double> summary;  ///< steps, episodes, best_return ... as they are known
    std::string version, git_commit, compiler;
    std::map<std::string, std::string> libraries;
    std::map<std::string, std::string> machine;
    std::map<std::string, Artefact> artefacts;  ///< by file name; filled when the run ends

    /// The state as of `now`: dead where it says running and the heartbeat is older than heartbeat_limit_s.
    [[nodiscard]] RunState state_at(double now) const;
};

/// Seconds since 1970.
[[nodiscard]] double wall_clock();

/// A manifest that says what program runs where, since now.
[[nodiscard]] Manifest new_manifest(std::string kind, std::string name);

/// The text of manifest.json.
[[nodiscard]] std::string encode_manifest(const Manifest& manifest);
[[nodiscard]] Expected<Manifest> decode_manifest(const std::string& json);

/// Atomically; `durable` false for a mere heartbeat.
[[nodiscard]] Expected<void> write_manifest(const std::filesystem::path& folder, const Manifest& manifest,
                                            bool durable = true);
[[nodiscard]] Expected<Manifest> read_manifest(const std::filesystem::path& folder);

/// Hashes every file of the folder except the manifest itself into `artefacts`.
[[nodiscard]] Expected<void> add_artefacts(const std::filesystem::path& folder, Manifest& manifest);

}  // namespace trimtab::results
