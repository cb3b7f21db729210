// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/placement_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/cluster_api/kubernetes/placement_calls.h"

namespace trimtab::cluster_api {
namespace {

constexpr Resource ingresses_resource{"/apis/networking.k8s.io/v1", "ingresses", "Ingress"};
using config::PlacementMethod;

std::string to_text(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

/// The weight of a Service in the first rule that names it; -1: in none.
int weight_of(const QJsonObject& route, const std::string& backend) {
    for (const auto& rule : route["spec"].toObject()["rules"].toArray())
        for (const auto& ref : rule.toObject()["backendRefs"].toArray())
            if (ref.toObject()["name"].toString().toStdString() == backend)
                return ref.toObject()["weight"].toInt(1);
    return -1;
}

}  // namespace

std::optional<Resource> placement_resource(const config::ClusterConfig& cluster) {
    switch (cluster.placement) {
        case PlacementMethod::none:
            return std::nullopt;
        case PlacementMethod::httproute:
            return http_routes_resource;
        case PlacementMethod::service_selector:
            return services_resource;
        case PlacementMethod::annotation:
            return cluster.placement_kind == "service" ? services_resource : ingresses_resource;
    }
    return std::nullopt;
}

PlacementWriter::PlacementWriter(const config::Config& config, KubernetesClient& client)
    : cluster_(config.cluster),
      namespace_(config.environment.namespace_),
      resource_(placement_resource(config.cluster)),
      client_(client) {}

Expected<std::string> PlacementWriter::read(StopToken stop) {
    if (!resource_) return std::string();
    const auto object = client_.wait(get_object(*resource_, namespace_, cluster_.placement_object), stop);
    if (!object) return Unexpected<Error>(object.error());
    QJsonObject original;
    Expected<void> accepted;
    if (cluster_.placement == PlacementMethod::httproute) {
        const int gpu = weight_of(*object, cluster_.placement_gpu_backend);
        const int cpu = weight_of(*object, cluster_.placement_cpu_backend);
        if (gpu < 0 || cpu < 0)
            return fail(ErrorCode::not_found,
                        "the HTTPRoute " + cluster_.placement_object + " has no backend " +
                            (gpu < 0 ? cluster_.placement_gpu_backend : cluster_.placement_cpu_backend) +
                            "; set cluster.placement_gpu_backend and placement_cpu_backend");
        original = {{"gpu", gpu}, {"cpu", cpu}};
        accepted = write_weights(gpu, cpu, WriteMode::dry_run, stop);
    } else {
        const bool selector = cluster_.placement == PlacementMethod::service_selector;
        const QString key = QString::fromStdString(selector ? cluster_.placement_selector_label
                                                            : cluster_.placement_annotation);
        const QJsonObject pairs = selector ? (*object)["spec"].toObject()["selector"].toObject()
                                           : (*object)["metadata"].toObject()["annotations"].toObject();
        original = {{"value", pairs[key].toString()}};
        accepted = write_value(pairs[key].toString().toStdString(), WriteMode::dry_run, stop);
    }
    if (!accepted) return Unexpected<Error>(accepted.error());
    return to_text(original);
}

Expected<void> PlacementWriter::write(cluster::Placement placement, StopToken stop) {
    const int gpu = cluster_.placement_gpu_weights[static_cast<std::size_t>(placement)];
    switch (cluster_.placement) {
        case PlacementMethod::none:
            return {};
        case PlacementMethod::httproute:
            return write_weights(gpu, 100 - gpu, WriteMode::store, stop);
        case PlacementMethod::annotation:
            return write_value(std::to_string(gpu), WriteMode::store, stop);
        case PlacementMethod::service_selector: {
            // Balanced selects the pods of both pools: the label is not asked for.
            static constexpr std::array<const char*, 3> values = {"gpu", "", "cpu"};
            return write_value(values[static_cast<std::size_t>(placement)], WriteMode::store, stop);
        }
    }
    return {};
}

Expected<void> PlacementWriter::restore(const std::string& original, StopToken stop) {
    if (!resource_)
        return fail(ErrorCode::invalid_argument,
                    "the placement was changed too, and cluster.placement is none now; set it as it was");
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(original)).object();
    if (cluster_.placement == PlacementMethod::httproute)
        return write_weights(object["gpu"].toInt(1), object["cpu"].toInt(1), WriteMode::store, stop);
    return write_value(object["value"].toString().toStdString(), WriteMode::store, stop);
}

Expected<void> PlacementWriter::write_value(const std::string& value, WriteMode mode, StopToken stop) {
    const auto call = cluster_.placement == PlacementMethod::service_selector
                          ? patch_service_selector(namespace_, cluster_.placement_object,
                                                   {{cluster_.placement_selector_label, value}}, mode)
                          : patch_metadata(*resource_, namespace_, cluster_.placement_object,
                                           {{cluster_.placement_annotation, value}}, {}, mode);
    if (auto written = client_.wait(call, stop); !written) return Unexpected<Error>(written.error());
    return {};
}

Expected<void> PlacementWriter::write_weights(int gpu, int cpu, WriteMode mode, StopToken stop) {
    const auto route = client_.wait(get_object(*resource_, namespace_, cluster_.placement_object), stop);
    if (!route) return Unexpected<Error>(route.error());
    const auto call = patch_route_weights(
        *route, {{cluster_.placement_gpu_backend, gpu}, {cluster_.placement_cpu_backend, cpu}}, mode);
    if (!call) return Unexpected<Error>(call.error());
    if (auto written = client_.wait(*call, stop); !written) return Unexpected<Error>(written.error());
    return {};
}

}  // namespace trimtab::cluster_api
