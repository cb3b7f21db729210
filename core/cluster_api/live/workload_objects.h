// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "core/cluster_api/kubernetes/objects.h"
#include "core/cluster_api/live/workload.h"

namespace trimtab::cluster_api {

// What objects of Kubernetes say about a workload. Pure functions.

/// A Deployment as a pool. Its status is believed only where it speaks of the present spec: until the
/// controller has seen a change, `ready` is not known and `trouble` says so.
[[nodiscard]] PoolStatus pool_status_of(const Deployment& deployment);

/// A pod of `pool` at the moment now_ms (milliseconds since 1970).
[[nodiscard]] PodView pod_view_of(const Pod& pod, cluster::Pool pool, std::int64_t now_ms);

/// The value of the journal annotation; empty: none.
[[nodiscard]] std::string journal_value_of(const Deployment& deployment);

/// Whether a resource version was made before another one. Versions are opaque, but grow; false where one is
/// no number.
[[nodiscard]] bool is_older(const std::string& version, const std::string& than);

/// "app=gpu,tier=serving", for the labelSelector of a list.
[[nodiscard]] std::string selector_text(const StringPairs& labels);

}  // namespace trimtab::cluster_api
