// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/cluster_api/live/replica_writer.h"

namespace trimtab::cluster_api {

/// The journal that a session of this workload left when it died: on this disk, else on the Deployments as
/// `workload` sees them; nothing where the last one ended well. A damaged journal on the disk is an error.
[[nodiscard]] Expected<std::optional<JournalEntry>> find_leftover(const config::Config& config,
                                                                  const Workload& workload,
                                                                  const Journal& journal);

/// The journal in a Deployment's annotation. It was written before the first change, so it does not know
/// which later counts were the session's own: a restore takes none for foreign.
[[nodiscard]] Expected<JournalEntry> journal_of_annotation(const std::string& value);

/// Puts it back under the Lease: while that of the session that wrote the journal lives, so does the session,
/// and it is a `conflict`. keep_lease: control goes on afterwards. A stop ends
/// the wait for the Lease; a restore that has begun goes on.
[[nodiscard]] Expected<RestoreReport> put_back_leftover(const config::Config& config, Workload& workload,
                                                        Journal& journal, const JournalEntry& entry,
                                                        bool keep_lease, Pacer& pacer, StopToken stop);

}  // namespace trimtab::cluster_api
