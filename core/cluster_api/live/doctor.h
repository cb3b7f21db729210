// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/cluster_api/kubernetes/role.h"
#include "core/cluster_api/live/live_connections.h"
#include "core/config/config.h"

namespace trimtab::cluster_api {

enum class DoctorResult { passed, failed, skipped };

/// One step of an examination.
struct DoctorFinding {
    std::string connection;  ///< "Kubernetes", "Prometheus", "Locust", "Machine"
    std::string step;        ///< address, name, port, TLS, identity, permission, metric, load ...
    DoctorResult result = DoctorResult::passed;
    std::string text;   ///< what was found, or what is wrong
    std::string cause;  ///< of a failure, in words
    std::string fix;    ///< what can be copied: a command, a key, a manifest; empty: nothing to do
    double utc_s = 0;   ///< when it was found, since 1970
    double wall_s = 0;  ///< how long the step took
};

using DoctorSink = std::function<void(const DoctorFinding&)>;

/// A sink that tells `next` every finding with the time that has passed since the one before.
[[nodiscard]] DoctorSink with_times(DoctorSink next);

/// The findings as a JSON list, an object each.
[[nodiscard]] std::string encode_findings(const std::vector<DoctorFinding>& findings);

/// Examines each connection of a configuration in the order in which it can fail: address, name (DNS), port
/// (TCP), TLS, identity, permission, data. The first failing step of a connection ends it; what rests on it
/// is `skipped`. Reads only. True: everything passed. Waits in this thread.
[[nodiscard]] Expected<bool> examine_connections(const config::Config& config, const SecretReader& secrets,
                                                 const DoctorSink& sink, StopToken stop);

/// Tries one PromQL query, with the placeholders of the configuration: its value, or why there is none.
[[nodiscard]] Expected<std::string> try_query(const config::Config& config, const std::string& promql,
                                              const SecretReader& secrets, StopToken stop);

/// What the Role of a configuration is for: its namespace, Deployments, Lease, placement object and metrics.
[[nodiscard]] RoleSettings role_settings(const config::Config& config);

}  // namespace trimtab::cluster_api
