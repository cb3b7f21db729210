// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/control_job.h"

#include "core/cluster_api/http/event_wait.h"
#include "core/runtime/machine_examination.h"

namespace trimtab::runtime {

std::string control_command_line(const cluster_api::ControlRequest& request, const std::string& config_file) {
    const bool watches = request.model.empty() && request.policy.empty();
    std::string line = watches ? "trimtab monitor" : "trimtab control";
    if (!config_file.empty()) line += " --config " + config_file;
    if (!request.model.empty()) line += " --model " + request.model;
    if (!request.policy.empty()) line += " --policy " + request.policy;
    if (!watches) line += " --mode " + cluster_api::mode_name(request.config.cluster.mode);
    return line;
}

Job control_job(cluster_api::ControlRequest request, std::shared_ptr<cluster_api::ControlDesk> desk) {
    const bool watches = request.model.empty() && request.policy.empty();
    const std::string title = (watches ? "Watch " : "Control ") + request.config.environment.namespace_ +
                              "/" + request.config.cluster.gpu_deployment;
    return {watches ? "monitor" : "control", title, request.command_line, JobLane::background,
            [request = std::move(request), desk = std::move(desk)](JobContext& context) -> JobResult {
                cluster_api::ensure_event_dispatcher();
                auto result = cluster_api::run_control(request, *desk, context.stop());
                if (!result) return Unexpected<Error>(result.error());
                return std::any(std::move(*result));
            }};
}

Job doctor_job(config::Config config, cluster_api::SecretReader secrets,
               std::shared_ptr<BoundedChannel<cluster_api::DoctorFinding>> findings) {
    return {"doctor", "Examine the connections", "trimtab doctor", JobLane::background,
            [config = std::move(config), secrets = std::move(secrets),
             findings = std::move(findings)](JobContext& context) -> JobResult {
                const cluster_api::DoctorSink tell = [&findings](const cluster_api::DoctorFinding& finding) {
                    findings->offer(finding);
                };
                const bool sound = examine_machine(config, tell);
                auto healthy = cluster_api::examine_connections(config, secrets, tell, context.stop());
                if (!healthy) return Unexpected<Error>(healthy.error());
                return std::any(sound && *healthy);
            }};
}

}  // namespace trimtab::runtime
