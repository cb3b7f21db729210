// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/leftover.h"

namespace trimtab::cluster_api {

Expected<JournalEntry> journal_of_annotation(const std::string& value) {
    auto entry = decode_journal(value);
    if (entry) {
        entry->ours_gpu.clear();
        entry->ours_cpu.clear();
    }
    return entry;
}

Expected<std::optional<JournalEntry>> find_leftover(const config::Config& config, const Workload& workload,
                                                    const Journal& journal) {
    auto found = journal.find(workload.cluster(), config.environment.namespace_,
                              config.cluster.gpu_deployment, config.cluster.cpu_deployment);
    if (!found || *found) return found;
    for (const PoolStatus& pool : workload.status().pools) {
        if (pool.journal.empty()) continue;
        if (auto entry = journal_of_annotation(pool.journal)) return std::optional<JournalEntry>(*entry);
    }
    return std::optional<JournalEntry>();
}

Expected<RestoreReport> put_back_leftover(const config::Config& config, Workload& workload, Journal& journal,
                                          const JournalEntry& entry, bool keep_lease, Pacer& pacer,
                                          StopToken stop) {
    const bool lease = config.cluster.lease;
    if (lease)
        if (auto held = workload.acquire_lease(stop); !held) return Unexpected<Error>(held.error());
    auto report = restore_entry(workload, journal, entry, false, pacer, {});
    if (lease && !keep_lease) workload.release_lease({});
    return report;
}

}  // namespace trimtab::cluster_api
