// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/kubernetes/api_calls.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include "core/cluster_api/kubernetes/api_writes.h"
#include "core/cluster_api/kubernetes/read_objects.h"

namespace trimtab::cluster_api {
namespace {

QString text(const std::string& value) { return QString::fromStdString(value); }

template <class T>
ApiCall<T> get(const QString& path, std::string subject, Expected<T> (*parse)(const QJsonObject&)) {
    ApiCall<T> call;
    call.request.path = path;
    call.subject = std::move(subject);
    call.parse = parse;
    return call;
}

QJsonValue micro_time(std::int64_t utc_ms) {
    if (utc_ms == 0) return QJsonValue::Null;
    // The API wants six digits.
    return QDateTime::fromMSecsSinceEpoch(utc_ms, Qt::UTC).toString("yyyy-MM-dd'T'HH:mm:ss.zzz'000Z'");
}

QJsonObject lease_body(const Lease& lease) {
    QJsonObject meta{{"name", text(lease.meta.name)}, {"namespace", text(lease.meta.namespace_name)}};
    if (!lease.meta.resource_version.empty()) meta["resourceVersion"] = text(lease.meta.resource_version);
    const QJsonObject spec{{"holderIdentity", text(lease.holder)},
                           {"leaseDurationSeconds", lease.duration_s},
                           {"acquireTime", micro_time(lease.acquired_ms)},
                           {"renewTime", micro_time(lease.renewed_ms)},
                           {"leaseTransitions", lease.transitions}};
    return {{"apiVersion", "coordination.k8s.io/v1"}, {"kind", "Lease"}, {"metadata", meta}, {"spec", spec}};
}

}  // namespace

void write_json(HttpRequest& request, const QByteArray& method, const QJsonObject& body, WriteMode mode) {
    request.method = method;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.content_type = method == "PATCH" ? "application/merge-patch+json" : "application/json";
    request.query.emplace_back("fieldManager", "trimtab");
    // A mistyped field would otherwise be dropped with a mere warning.
    request.query.emplace_back("fieldValidation", "Strict");
    if (mode == WriteMode::dry_run) {
        request.query.emplace_back("dryRun", "All");
        request.repeatable = true;
    }
}

ApiCall<Deployment> get_deployment(const std::string& namespace_name, const std::string& name) {
    return get(resource_path(deployments_resource, namespace_name, name), "deployment " + name,
               read_deployment);
}

ApiCall<Scale> get_scale(const std::string& namespace_name, const std::string& name) {
    return get(resource_path(deployments_resource, namespace_name, name, "scale"),
               "scale of deployment " + name, read_scale);
}

ApiCall<std::string> server_version() {
    return get("/version", "version of the server", read_server_version);
}

ApiCall<UserIdentity> who_am_i() {
    auto call = get("/apis/authentication.k8s.io/v1/selfsubjectreviews", "who am I", read_user_identity);
    write_json(call.request, "POST",
               {{"apiVersion", "authentication.k8s.io/v1"}, {"kind", "SelfSubjectReview"}}, WriteMode::store);
    call.request.repeatable = true;  // it stores nothing
    return call;
}

std::string AccessQuestion::to_string() const {
    std::string text = verb + " " + resource;
    if (!subresource.empty()) text += "/" + subresource;
    if (!name.empty()) text += " " + name;
    return namespace_name.empty() ? text : text + " in namespace " + namespace_name;
}

ApiCall<AccessReview> review_access(const AccessQuestion& question) {
    auto call = get("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                    "right to " + question.to_string(), read_access_review);
    QJsonObject attributes{{"verb", text(question.verb)},
                           {"group", text(question.group)},
                           {"resource", text(question.resource)},
                           {"namespace", text(question.namespace_name)}};
    if (!question.subresource.empty()) attributes["subresource"] = text(question.subresource);
    if (!question.name.empty()) attributes["name"] = text(question.name);
    write_json(call.request, "POST",
               {{"apiVersion", "authorization.k8s.io/v1"},
                {"kind", "SelfSubjectAccessReview"},
                {"spec", QJsonObject{{"resourceAttributes", attributes}}}},
               WriteMode::store);
    call.request.repeatable = true;
    return call;
}

ApiCall<Scale> patch_scale(const std::string& namespace_name, const std::string& name, int replicas,
                           const std::string& resource_version, WriteMode mode) {
    auto call = get_scale(namespace_name, name);
    write_json(call.request, "PATCH",
               {{"metadata", QJsonObject{{"resourceVersion", text(resource_version)}}},
                {"spec", QJsonObject{{"replicas", replicas}}}},
               mode);
    return call;
}

ApiCall<Deployment> annotate_deployment(const std::string& namespace_name, const std::string& name,
                                        const StringPairs& values, const std::vector<std::string>& removed,
                                        const std::string& resource_version, WriteMode mode) {
    auto call = get_deployment(namespace_name, name);
    QJsonObject annotations;
    for (const auto& [key, value] : values) annotations[text(key)] = text(value);
    for (const std::string& key : removed) annotations[text(key)] = QJsonValue::Null;
    QJsonObject meta{{"annotations", annotations}};
    if (!resource_version.empty()) meta["resourceVersion"] = text(resource_version);
    write_json(call.request, "PATCH", {{"metadata", meta}}, mode);
    return call;
}

ApiCall<Lease> get_lease(const std::string& namespace_name, const std::string& name) {
    return get(resource_path(leases_resource, namespace_name, name), "lease " + name, read_lease);
}

ApiCall<Lease> create_lease(const Lease& lease) {
    auto call = get_lease(lease.meta.namespace_name, lease.meta.name);
    call.request.path = resource_path(leases_resource, lease.meta.namespace_name);
    write_json(call.request, "POST", lease_body(lease), WriteMode::store);
    return call;
}

ApiCall<Lease> update_lease(const Lease& lease) {
    auto call = get_lease(lease.meta.namespace_name, lease.meta.name);
    write_json(call.request, "PUT", lease_body(lease), WriteMode::store);
    return call;
}

}  // namespace trimtab::cluster_api
