// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/kubernetes/placement_calls.h"

#include <QJsonArray>
#include <set>

#include "core/cluster_api/kubernetes/api_writes.h"
#include "core/cluster_api/kubernetes/read_objects.h"

namespace trimtab::cluster_api {
namespace {

QJsonObject patch_of(const StringPairs& pairs) {
    QJsonObject object;
    for (const auto& [key, value] : pairs)
        object[QString::fromStdString(key)] =
            value.empty() ? QJsonValue(QJsonValue::Null) : QJsonValue(QString::fromStdString(value));
    return object;
}

ApiCall<ObjectMeta> merge_patch(const Resource& resource, const std::string& namespace_name,
                                const std::string& name, const QJsonObject& body, WriteMode mode) {
    ApiCall<ObjectMeta> call;
    call.request.path = resource_path(resource, namespace_name, name);
    call.subject = std::string(resource.kind) + " " + name;
    call.parse = read_meta;
    write_json(call.request, "PATCH", body, mode);
    // The same values again change nothing, unless somebody else's version is checked.
    call.request.repeatable = true;
    return call;
}

}  // namespace

ApiCall<ObjectMeta> patch_metadata(const Resource& resource, const std::string& namespace_name,
                                   const std::string& name, const StringPairs& annotations,
                                   const StringPairs& labels, WriteMode mode) {
    QJsonObject meta;
    if (!annotations.empty()) meta["annotations"] = patch_of(annotations);
    if (!labels.empty()) meta["labels"] = patch_of(labels);
    return merge_patch(resource, namespace_name, name, {{"metadata", meta}}, mode);
}

ApiCall<ObjectMeta> patch_service_selector(const std::string& namespace_name, const std::string& name,
                                           const StringPairs& selector, WriteMode mode) {
    return merge_patch(services_resource, namespace_name, name,
                       {{"spec", QJsonObject{{"selector", patch_of(selector)}}}}, mode);
}

ApiCall<QJsonObject> get_object(const Resource& resource, const std::string& namespace_name,
                                const std::string& name) {
    ApiCall<QJsonObject> call;
    call.request.path = resource_path(resource, namespace_name, name);
    call.subject = std::string(resource.kind) + " " + name;
    call.parse = [](const QJsonObject& object) -> Expected<QJsonObject> { return object; };
    return call;
}

Expected<ApiCall<ObjectMeta>> patch_route_weights(const QJsonObject& route,
                                                  const std::map<std::string, int>& weights, WriteMode mode) {
    const auto meta = read_meta(route);
    if (!meta) return Unexpected(meta.error());
    std::set<std::string> missing;
    for (const auto& [backend, weight] : weights) {
        if (weight < 0)
            return fail(ErrorCode::invalid_argument, "A weight cannot be negative.", "backend " + backend);
        missing.insert(backend);
    }
    QJsonArray rules = route.value("spec").toObject().value("rules").toArray();
    for (auto&& rule_value : rules) {
        QJsonObject rule = rule_value.toObject();
        QJsonArray backends = rule.value("backendRefs").toArray();
        for (auto&& backend_value : backends) {
            QJsonObject backend = backend_value.toObject();
            const auto wanted = weights.find(backend.value("name").toString().toStdString());
            if (wanted == weights.end()) continue;
            backend["weight"] = wanted->second;
            backend_value = backend;
            missing.erase(wanted->first);
        }
        if (!backends.isEmpty()) rule["backendRefs"] = backends;
        rule_value = rule;
    }
    if (!missing.empty())
        return fail(ErrorCode::not_found,
                    "No rule of the HTTPRoute has a backend '" + *missing.begin() +
                        "'. Name its Service as the route does.",
                    "HTTPRoute " + meta->name);
    auto call = merge_patch(
        http_routes_resource, meta->namespace_name, meta->name,
        {{"metadata", QJsonObject{{"resourceVersion", QString::fromStdString(meta->resource_version)}}},
         {"spec", QJsonObject{{"rules", rules}}}},
        mode);
    if (mode == WriteMode::store) call.request.repeatable = false;
    return call;
}

}  // namespace trimtab::cluster_api
