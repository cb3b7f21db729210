// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/expected.h"

namespace trimtab::training {

/// Section `kubernetes` of a sweep file: how an Indexed Job runs the rows.
struct SweepKubernetes {
    std::string image;            ///< holds `trimtab`; required with --on kubernetes
    std::string name_space;       ///< key `namespace`; empty: that of the connection
    std::string cpu = "1";        ///< request and limit of a row, as a Kubernetes quantity
    std::string memory = "2Gi";   ///< likewise
    std::string volume_claim;     ///< a PersistentVolumeClaim that takes the run folders, mounted at /results
    std::string upload;           ///< a shell command after each row; $TRIMTAB_SWEEP_FOLDER names the folder
    std::string download;         ///< a local command that fetches what `upload` sent, before collecting
    std::string service_account;  ///< of the pods; they get no token without one
    std::string image_pull_secret;  ///< for a private registry
    std::string queue;              ///< a Kueue LocalQueue; the Job then waits until it is admitted
    int deadline_s = 0;             ///< of the whole Job; 0: none
};

/// Section `slurm`: options of the array script; empty ones are left to the cluster.
struct SweepSlurm {
    std::string partition;
    std::string account;
    std::string time;           ///< of one row, as sbatch reads it ("02:00:00")
    std::string memory = "2G";  ///< of one row
    std::string setup;          ///< a shell command before the row ("module load trimtab")
};

/// One key of section `grid` with the values to try.
struct SweepGridKey {
    std::string key;  ///< "agent.learning_rate"
    std::vector<std::string> values;
    int line = 0;
};

/// A sweep as its file says it: configurations x grid values x patterns x seeds (DESIGN 8).
struct SweepFile {
    std::filesystem::path path;                  ///< of the file, for messages
    std::string name;                            ///< an RFC 1123 label; default: the file's stem
    std::vector<std::filesystem::path> configs;  ///< found from the working directory; at least one
    std::vector<std::uint64_t> seeds;            ///< empty: training.seeds of the first configuration
    /// What the agent trains on and is tested on: "ramp", "ramp+spike", or "all" for the configuration's own.
    std::vector<std::string> patterns;
    std::vector<SweepGridKey> grid;
    std::vector<std::string> overrides;     ///< section `set`, as "section.key=value"
    std::string metric = "episode_return";  ///< what configurations are judged by; one of EpisodeResult's
    std::vector<std::string> policies;      ///< to compare the best with; empty: evaluation.policies
    int parallel = 0;                       ///< rows at a time; 0: one a core; on a cluster: no limit
    int retries = 1;                        ///< of a row that fails, before it counts as failed
    SweepKubernetes kubernetes;
    SweepSlurm slurm;
};

/// Reads and checks `sweep.yaml`; a relative `configs` entry is looked for beside the file, then from the
/// working directory. On failure the error lists every issue with file and line.
[[nodiscard]] Expected<SweepFile> read_sweep_file(const std::filesystem::path& path);

/// Empty, or why `name` is no RFC 1123 label of at most `longest` characters, which Kubernetes asks for.
[[nodiscard]] std::string label_problem(const std::string& name, std::size_t longest = 63);

}  // namespace trimtab::training
