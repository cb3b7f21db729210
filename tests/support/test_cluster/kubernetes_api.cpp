// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/kubernetes_api.h"

#include "tests/support/test_cluster/api_status.h"

namespace trimtab::test_cluster {
namespace {

HttpResponse version() {
    return json_response({{"major", "1"},
                          {"minor", "34"},
                          {"gitVersion", "v1.34.9"},
                          {"goVersion", "go1.24.4"},
                          {"compiler", "gc"},
                          {"platform", "linux/amd64"}});
}

bool is_health(const std::string& path) {
    return path == "/healthz" || path == "/readyz" || path == "/livez";
}

}  // namespace

KubernetesApi::KubernetesApi(ObjectStore& store, const ClusterClock& clock, ReplicaHistory& history,
                             std::function<double()> cluster_time_s, QObject* parent)
    : QObject(parent),
      store_(store),
      clock_(clock),
      lists_(store, this),
      writes_(store, clock, history, std::move(cluster_time_s)) {}

void KubernetesApi::handle(const HttpRequest& request, HttpConnection& connection) {
    const auto user = access_.identify(request);
    if (!user) return connection.reply(api_failure(401));
    if (request.path == "/version") return connection.reply(version());
    if (is_health(request.path)) return connection.reply({200, "text/plain; charset=utf-8", "ok"});
    const auto path = parse_resource_path(request.path);
    if (!path) return connection.reply(api_failure(404));
    if (request.method == "POST" && path->namespace_.empty() &&
        (path->group == "authorization.k8s.io" || path->group == "authentication.k8s.io"))
        return connection.reply(review(request, *path, *user));
    if (served_kind(*path) == nullptr || absent(*path)) return connection.reply(api_failure(404));
    const std::string verb = request_verb(request, *path);
    if (!access_.allows(*user, verb, *path)) return connection.reply(api_forbidden(*path, *user, verb));
    serve(request, *path, *user, connection);
}

bool KubernetesApi::absent(const ResourcePath& path) const {
    return (path.group == "keda.sh" && !installed_.keda) ||
           (path.group == "metrics.k8s.io" && !installed_.metrics) ||
           (path.group == "gateway.networking.k8s.io" && !installed_.gateway);
}

void KubernetesApi::serve(const HttpRequest& request, const ResourcePath& path, const std::string& user,
                          HttpConnection& connection) {
    const ServedKind& kind = *served_kind(path);
    const std::string verb = request_verb(request, path);
    if (path.group == "metrics.k8s.io" && verb == "list") return connection.reply(podMetrics(request, path));
    if (path.subresource == "scale" && verb == "get") return connection.reply(writes_.scale(path));
    if (path.subresource == "scale" && verb == "patch")
        return connection.reply(writes_.patchScale(request, path, user));
    if (!path.subresource.empty()) return connection.reply(api_failure(404));
    if (verb == "watch") return lists_.watch(request, path, kind, connection);
    if (verb == "list") return lists_.list(request, path, kind, connection);
    if (verb == "create") return connection.reply(writes_.create(request, path, kind));
    if (verb == "update") return connection.reply(writes_.update(request, path, kind));
    if (verb == "patch") return connection.reply(writes_.patch(request, path, kind, user));
    if (verb == "delete") return connection.reply(writes_.remove(request, path));
    const StoredObject* object = store_.find({path.full_resource(), path.namespace_, path.name});
    if (object == nullptr) return connection.reply(api_not_found(path));
    connection.reply({200, "application/json", ObjectLists::whole(*object, kind).toStdString()});
}

HttpResponse KubernetesApi::podMetrics(const HttpRequest& request, const ResourcePath& path) const {
    const auto selector = ObjectLists::requested(request, path);
    if (!selector) return api_failure(400, "BadRequest", "unsupported selector");
    Json items = Json::array();
    if (pod_metrics)
        for (Json& pod : pod_metrics(path.namespace_))
            if (selector->covers(pod.at("metadata").at("labels").get<std::map<std::string, std::string>>()))
                items.push_back(std::move(pod));
    return json_response({{"kind", "PodMetricsList"},
                          {"apiVersion", "metrics.k8s.io/v1beta1"},
                          {"metadata", Json::object()},
                          {"items", std::move(items)}});
}

HttpResponse KubernetesApi::review(const HttpRequest& request, const ResourcePath& path,
                                   const std::string& user) const {
    if (user == anonymous_user && access_.credentials_needed) return api_forbidden(path, user, "create");
    if (path.resource == "selfsubjectreviews")
        return json_response(
            {{"kind", "SelfSubjectReview"},
             {"apiVersion", "authentication.k8s.io/v1"},
             {"metadata", {{"creationTimestamp", clock_.text()}}},
             {"status", {{"userInfo", {{"username", user}, {"groups", {"system:authenticated"}}}}}}},
            201);
    if (path.resource != "selfsubjectaccessreviews") return api_failure(404);
    const Json body = Json::parse(request.body, nullptr, false);
    if (!body.is_object() || !body.contains("spec"))
        return api_failure(400, "BadRequest", "the request body is not a SelfSubjectAccessReview");
    const Json asked = body.at("spec").value("resourceAttributes", Json::object());
    const ResourcePath resource{asked.value("group", ""),     asked.value("version", ""),
                                asked.value("namespace", ""), asked.value("resource", ""),
                                asked.value("name", ""),      asked.value("subresource", "")};
    return json_response({{"kind", "SelfSubjectAccessReview"},
                          {"apiVersion", "authorization.k8s.io/v1"},
                          {"metadata", Json::object()},
                          {"spec", body.at("spec")},
                          {"status", {{"allowed", access_.allows(user, asked.value("verb", ""), resource)}}}},
                         201);
}

}  // namespace trimtab::test_cluster
