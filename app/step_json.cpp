// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/step_json.h"

#include <nlohmann/json.hpp>

#include "core/telemetry/metric_registry.h"

namespace trimtab::app {
namespace {

using Json = nlohmann::ordered_json;

const char* placement_name(cluster::Placement placement) {
    switch (placement) {
        case cluster::Placement::prefer_gpu:
            return "prefer-gpu";
        case cluster::Placement::balanced:
            return "balanced";
        case cluster::Placement::prefer_cpu:
            return "prefer-cpu";
    }
    return "";
}

Json info_json(const environment::KubernetesEnvironment& environment) {
    const environment::StepInfo& info = environment.info();
    Json out = Json::object();
    out["pattern"] = info.pattern;
    out["step"] = info.step;
    out["time_s"] = info.time_s;
    out["executed"] = {{"replicas_gpu", info.executed.replicas_gpu},
                       {"replicas_cpu", info.executed.replicas_cpu},
                       {"placement", placement_name(info.executed.placement)}};
    if (info.proposed) out["proposed"] = info.proposed->indices();
    environment::MetricValues values;
    environment.append_step_metrics(values);
    for (const auto& [id, value] : values) out[std::string(telemetry::metric_info(id).name)] = value;
    return out;
}

std::string line(const Json& document) {
    return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string reset_line(const environment::KubernetesEnvironment& environment) {
    return line({{"observation", environment.observation()}, {"info", info_json(environment)}});
}

std::string step_line(const environment::KubernetesEnvironment& environment,
                      const environment::StepResult& result) {
    return line({{"observation", environment.observation()},
                 {"reward", result.reward},
                 {"terminated", result.terminated},
                 {"truncated", result.truncated},
                 {"info", info_json(environment)}});
}

}  // namespace trimtab::app
