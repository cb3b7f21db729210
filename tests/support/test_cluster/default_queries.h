// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/test_cluster/deployment_controller.h"
#include "tests/support/test_cluster/prometheus_api.h"

namespace trimtab::test_cluster {

/// Fills the table with the product's default queries, answered from the simulated cluster's history. The
/// workload must outlive the table.
void set_default_queries(PrometheusApi& prometheus, const ServedWorkload& workload,
                         const ClusterContents& contents);

}  // namespace trimtab::test_cluster
