// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/cluster_api/live/live_connections.h"
#include "core/telemetry/row.h"

namespace trimtab::cluster_api {

/// What Prometheus knows of the last `span_s` seconds (at least 60), from the first number on: the configured
/// queries as step rows, oldest first, `wall_s` counted back from now (negative or 0). Gaps are NaN. Empty
/// where the configuration asks nothing of Prometheus; an error where no query was answered. Waits in this
/// thread.
[[nodiscard]] Expected<std::vector<telemetry::Row>> read_history(const config::Config& config,
                                                                 const SecretReader& secrets, double span_s,
                                                                 StopToken stop);

}  // namespace trimtab::cluster_api
