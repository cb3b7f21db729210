// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/cluster_api/live/journal.h"
#include "core/cluster_api/live/pacer.h"
#include "core/cluster_api/live/workload.h"
#include "core/config/config.h"

namespace trimtab::cluster_api {

/// What a restore did.
struct RestoreReport {
    bool changed = false;    ///< something was written
    std::string text;        ///< in words, for every pool
    std::string left_alone;  ///< pools that somebody else has set since; empty: none
};

/// The only place that changes a live workload. In this order, before the first change: is anything else
/// scaling (ownership), is this the only session (Lease), would the server accept it (dry run), is the
/// original on disk (fsync) and on the Deployments (annotation). Then each change through `scale` with its
/// own dry run, and at the end the way back. One thread.
class ReplicaWriter {
  public:
    ReplicaWriter(const config::Config& config, Workload& workload, Journal journal, Pacer& pacer);

    /// Ownership, bounds of what runs, Lease, dry run. Writes nothing but the Lease.
    [[nodiscard]] Expected<void> take_control(StopToken stop);
    [[nodiscard]] bool in_control() const { return in_control_; }

    /// Carries out `wanted`; the first call keeps the journal first.
    [[nodiscard]] Expected<void> write(const cluster::Allocation& before, const cluster::Allocation& wanted,
                                       StopToken stop);
    /// Changes that the server has accepted.
    [[nodiscard]] std::int64_t writes() const { return writes_; }

    /// Who changed what behind our back, in words; empty: nobody.
    [[nodiscard]] std::string foreign_change() const;
    /// Takes what runs now as the new starting point (after a pause).
    void accept_present();

    /// What a restore would set, by Pool; nothing before the first write.
    [[nodiscard]] std::optional<JournalEntry> journal_entry() const { return entry_; }

    /// Back to the journal's counts; a pool that somebody else has set since stays as it is. Tries for a
    /// while, and keeps the journal where it does not succeed. Nothing to do before the first write.
    [[nodiscard]] Expected<RestoreReport> restore();
    /// Gives the Lease back.
    void release();

  private:
    [[nodiscard]] Expected<void> keep_journal(const cluster::Allocation& before,
                                              const cluster::Allocation& wanted, StopToken stop);
    [[nodiscard]] Expected<void> scale(cluster::Pool pool, int expected, int replicas, StopToken stop);

    config::Config config_;
    Workload& workload_;
    Journal journal_;
    Pacer& pacer_;
    std::optional<JournalEntry> entry_;
    std::array<std::vector<int>, 2> ours_;  ///< counts that are not foreign, by Pool
    bool in_control_ = false;
    bool annotated_ = false;
    std::int64_t writes_ = 0;
};

/// The way back of one journal: see ReplicaWriter::restore(). `force` also overrides foreign counts.
[[nodiscard]] Expected<RestoreReport> restore_entry(Workload& workload, Journal& journal,
                                                    const JournalEntry& entry, bool force, Pacer& pacer,
                                                    StopToken stop);

}  // namespace trimtab::cluster_api
