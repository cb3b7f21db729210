// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/cluster/allocation.h"
#include "tests/support/test_cluster/object_store.h"

namespace trimtab::test_cluster {

/// The placement that a changed object asks for: a Service by the pool that it selects, an HTTPRoute by the
/// weights of its backends, anything by an annotation or label whose name ends in "weight" (GPU percent).
/// Nothing where the object says nothing about it.
[[nodiscard]] std::optional<cluster::Placement> placement_of(const ObjectKey& key, const Json& object,
                                                             const std::string& gpu_backend);

}  // namespace trimtab::test_cluster
