// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace trimtab::config {

enum class BackendKind { simulated, live, replay };

/// Section `cluster`: which cluster the environment stands on.
struct ClusterConfig {
    BackendKind backend = BackendKind::simulated;
};

}  // namespace trimtab::config
