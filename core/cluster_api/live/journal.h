// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/cluster/allocation.h"

namespace trimtab::cluster_api {

/// What must be put back when control ends, and where. Written to disk before the first change.
struct JournalEntry {
    std::string cluster;  ///< address of the API server
    std::string context;  ///< of the kubeconfig; may be empty
    std::string namespace_;
    std::string gpu_deployment;
    std::string cpu_deployment;
    int replicas_gpu = 0;  ///< the original counts
    int replicas_cpu = 0;
    std::string placement;      ///< the placement object's original value as JSON; empty: untouched
    std::string holder;         ///< identity of the session, "user@host/process-..."
    std::vector<int> ours_gpu;  ///< what the session wrote or is about to write; other counts are foreign
    std::vector<int> ours_cpu;
    double utc_s = 0;  ///< when it was written

    friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

/// The annotation that carries the same on both Deployments, so that another machine can restore too.
inline constexpr const char* journal_annotation = "trimtab.io/original-replicas";

/// One line of JSON; also the annotation's value.
[[nodiscard]] std::string encode_journal(const JournalEntry& entry);
/// parse_error where it is no journal; replicas lie in 0..1000.
[[nodiscard]] Expected<JournalEntry> decode_journal(const std::string& text);

/// The journals of this user: one file a workload, replaced atomically and on the disk (fsync) when store()
/// returns. Any thread; different processes do not disturb one another.
class Journal {
  public:
    /// `folder` is made where it does not exist; see default_folder().
    explicit Journal(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// $XDG_STATE_HOME/trimtab/journal, else ~/.local/state/trimtab/journal.
    [[nodiscard]] static std::filesystem::path default_folder();

    [[nodiscard]] Expected<void> store(const JournalEntry& entry);
    /// The entry of a workload, or nothing.
    [[nodiscard]] Expected<std::optional<JournalEntry>> find(const std::string& cluster,
                                                             const std::string& namespace_,
                                                             const std::string& gpu_deployment,
                                                             const std::string& cpu_deployment) const;
    /// Everything that waits for a restore; a damaged file is in `problems`.
    [[nodiscard]] std::vector<JournalEntry> all(std::vector<std::string>* problems = nullptr) const;
    /// After a restore.
    [[nodiscard]] Expected<void> remove(const JournalEntry& entry);

  private:
    [[nodiscard]] std::filesystem::path file_of(const std::string& cluster, const std::string& namespace_,
                                                const std::string& gpu_deployment,
                                                const std::string& cpu_deployment) const;
    std::filesystem::path folder_;
};

}  // namespace trimtab::cluster_api
