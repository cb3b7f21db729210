// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/run_control.h"
#include "core/cluster_api/prometheus/prometheus_client.h"

namespace trimtab::cluster_api {

/// Who serves the metrics whose names begin in one way.
struct MetricSource {
    std::string_view prefix;    ///< "kube_"
    std::string_view exporter;  ///< "kube-state-metrics"
    std::string_view look;      ///< a command that tells whether it runs; empty: none is known
};

/// The source of a metric by its name; null where it is nobody's that is known.
[[nodiscard]] const MetricSource* metric_source(std::string_view metric);

/// Those of `known` that may have been meant by `name`, the likeliest first.
[[nodiscard]] std::vector<std::string> similar_metrics(std::string_view name,
                                                       const std::vector<std::string>& known,
                                                       std::size_t most = 3);

/// Why a query gives nothing.
struct QueryAbsence {
    std::string cause;   ///< one sentence a line; empty: Prometheus does not tell
    std::string look;    ///< a command that looks further; empty: none
    std::string meant;   ///< the name that may have been meant in place of `metric`; empty: none
    std::string metric;  ///< what Prometheus does not have; empty: it has all
    std::string label;   ///< that fits no series of a metric which is there; empty: none
};

/// Asks Prometheus which part of a query chooses no series: a metric that it does not have, with who serves
/// it and similar names, or a label that fits none, with the values there are. Waits in the client's thread.
[[nodiscard]] QueryAbsence explain_absence(PrometheusClient& prometheus, const std::string& promql,
                                           StopToken stop);

}  // namespace trimtab::cluster_api
