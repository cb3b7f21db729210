// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/placement_objects.h"

namespace trimtab::test_cluster {
namespace {

using cluster::Placement;

Placement by_weight(double gpu, double cpu) {
    if (gpu == cpu) return Placement::balanced;
    return gpu > cpu ? Placement::prefer_gpu : Placement::prefer_cpu;
}

std::optional<Placement> of_service(const Json& object) {
    const Json selector = object.value("spec", Json::object()).value("selector", Json::object());
    if (!selector.contains("pool")) return Placement::balanced;
    return selector.at("pool") == "gpu" ? Placement::prefer_gpu : Placement::prefer_cpu;
}

std::optional<Placement> of_route(const Json& object, const std::string& gpu_backend) {
    double gpu = 0;
    double cpu = 0;
    for (const Json& rule : object.value("spec", Json::object()).value("rules", Json::array()))
        for (const Json& backend : rule.value("backendRefs", Json::array()))
            (backend.value("name", "") == gpu_backend ? gpu : cpu) += backend.value("weight", 1);
    return by_weight(gpu, cpu);
}

std::optional<Placement> of_metadata(const Json& object) {
    for (const char* place : {"annotations", "labels"}) {
        const Json values = object.at("metadata").value(place, Json::object());
        for (const auto& [key, value] : values.items()) {
            if (!key.ends_with("weight") || !value.is_string()) continue;
            bool number = false;
            const double gpu = QByteArray::fromStdString(value.get<std::string>()).toDouble(&number);
            if (number) return by_weight(gpu, 100 - gpu);
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Placement> placement_of(const ObjectKey& key, const Json& object,
                                      const std::string& gpu_backend) {
    if (const auto placement = of_metadata(object)) return placement;
    if (key.resource == "services") return of_service(object);
    if (key.resource.rfind("httproutes", 0) == 0) return of_route(object, gpu_backend);
    return std::nullopt;
}

}  // namespace trimtab::test_cluster
