// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/object_writes.h"

#include "tests/support/test_cluster/api_status.h"
#include "tests/support/test_cluster/object_lists.h"

namespace trimtab::test_cluster {
namespace {

ObjectKey key_of(const ResourcePath& path) { return {path.full_resource(), path.namespace_, path.name}; }

Json parsed(const std::string& body) { return Json::parse(body, nullptr, false); }

bool dry_run(const HttpRequest& request) { return request.parameter("dryRun") == "All"; }

HttpResponse bad_json() {
    return api_failure(400, "BadRequest", "the request body is not a valid JSON object");
}

/// Whether `body` names another version than the present one.
bool stale(const Json& body, const StoredObject& present) {
    const auto metadata = body.find("metadata");
    if (metadata == body.end() || !metadata->is_object()) return false;
    const Json version = metadata->value("resourceVersion", Json());
    return version.is_string() && version.get<std::string>() != std::to_string(present.version);
}

bool merge_patch_type(const HttpRequest& request) {
    return request.header("content-type").rfind("application/merge-patch+json", 0) == 0;
}

HttpResponse wrong_type() {
    return api_failure(415, "UnsupportedMediaType", "415: Unsupported Media Type", Json::object());
}

Json scale_object(const Json& deployment, int replicas) {
    const Json& metadata = deployment.at("metadata");
    Json shown{{"name", metadata.at("name")},
               {"namespace", metadata.at("namespace")},
               {"uid", metadata.at("uid")},
               {"resourceVersion", metadata.at("resourceVersion")},
               {"creationTimestamp", metadata.at("creationTimestamp")}};
    Json spec = Json::object();
    if (replicas != 0) spec["replicas"] = replicas;
    Json status{{"replicas", deployment.at("status").value("replicas", 0)},
                {"selector", "app=" + metadata.at("name").get<std::string>()}};
    return {{"kind", "Scale"},
            {"apiVersion", "autoscaling/v1"},
            {"metadata", shown},
            {"spec", spec},
            {"status", status}};
}

/// The first key of a Scale patch that its schema does not have.
std::string unknown_field(const Json& patch) {
    for (const auto& [key, value] : patch.items())
        if (key != "kind" && key != "apiVersion" && key != "metadata" && key != "spec" && key != "status")
            return key;
    if (const auto spec = patch.find("spec"); spec != patch.end() && spec->is_object())
        for (const auto& [key, value] : spec->items())
            if (key != "replicas") return "spec." + key;
    return {};
}

}  // namespace

HttpResponse ObjectWrites::shown(const StoredObject& object, const ServedKind& kind, int status) const {
    return {status, "application/json", ObjectLists::whole(object, kind).toStdString()};
}

HttpResponse ObjectWrites::create(const HttpRequest& request, const ResourcePath& path,
                                  const ServedKind& kind) {
    Json body = parsed(request.body);
    if (!body.is_object()) return bad_json();
    ResourcePath named = path;
    named.name = body.value("metadata", Json::object()).value("name", "");
    if (named.name.empty()) return api_invalid(path, kind.kind, "metadata.name", "Required value");
    if (store_.find(key_of(named)) != nullptr)
        return api_failure(409, "AlreadyExists",
                           named.full_resource() + " \"" + named.name + "\" already exists");
    body.erase("kind");
    body.erase("apiVersion");
    if (dry_run(request)) return json_response(body, 201);
    return shown(store_.put(key_of(named), std::move(body), clock_.text()), kind, 201);
}

HttpResponse ObjectWrites::update(const HttpRequest& request, const ResourcePath& path,
                                  const ServedKind& kind) {
    const StoredObject* present = store_.find(key_of(path));
    if (present == nullptr) return api_not_found(path);
    Json body = parsed(request.body);
    if (!body.is_object()) return bad_json();
    if (stale(body, *present)) return api_conflict(path);
    body.erase("kind");
    body.erase("apiVersion");
    const Json metadata = present->json().at("metadata");
    for (const char* kept : {"uid", "creationTimestamp"}) body["metadata"][kept] = metadata.at(kept);
    if (dry_run(request)) return json_response(body);
    return shown(store_.put(key_of(path), std::move(body), clock_.text()), kind, 200);
}

HttpResponse ObjectWrites::patch(const HttpRequest& request, const ResourcePath& path, const ServedKind& kind,
                                 const std::string& user) {
    if (!merge_patch_type(request)) return wrong_type();
    const StoredObject* present = store_.find(key_of(path));
    if (present == nullptr) return api_not_found(path);
    const Json patch = parsed(request.body);
    if (!patch.is_object()) return bad_json();
    if (stale(patch, *present)) return api_conflict(path);
    const Json before = present->json();
    Json after = before;
    after.merge_patch(patch);
    after.erase("kind");
    after.erase("apiVersion");
    const bool dry = dry_run(request);
    if (before.value("spec", Json()) != after.value("spec", Json()) &&
        before.at("metadata").contains("generation"))
        after["metadata"]["generation"] = before.at("metadata").at("generation").get<int>() + 1;
    if (path.full_resource() == "deployments.apps") {
        const Json wanted = after.value("spec", Json::object()).value("replicas", Json());
        if (!wanted.is_number_integer() || wanted.get<int>() < 0)
            return api_invalid(path, kind.kind, "spec.replicas",
                               "Invalid value: must be greater than or equal to 0");
        const int replicas_before = before.at("spec").value("replicas", 0);
        if (wanted.get<int>() != replicas_before)
            record(path.name, replicas_before, wanted.get<int>(), dry, user, request.header("user-agent"));
    }
    if (dry) return json_response(after);
    return shown(store_.put(key_of(path), std::move(after), clock_.text()), kind, 200);
}

HttpResponse ObjectWrites::remove(const HttpRequest& request, const ResourcePath& path) {
    if (store_.find(key_of(path)) == nullptr) return api_not_found(path);
    if (!dry_run(request)) store_.remove(key_of(path));
    return json_response({{"kind", "Status"}, {"apiVersion", "v1"}, {"status", "Success"}});
}

HttpResponse ObjectWrites::scale(const ResourcePath& path) const {
    const StoredObject* present = store_.find(key_of(path));
    if (present == nullptr) return api_not_found(path);
    const Json deployment = present->json();
    return json_response(scale_object(deployment, deployment.at("spec").value("replicas", 0)));
}

HttpResponse ObjectWrites::patchScale(const HttpRequest& request, const ResourcePath& path,
                                      const std::string& user) {
    if (!merge_patch_type(request)) return wrong_type();
    const StoredObject* present = store_.find(key_of(path));
    if (present == nullptr) return api_not_found(path);
    const Json patch = parsed(request.body);
    if (!patch.is_object()) return bad_json();
    const std::string unknown = unknown_field(patch);
    if (!unknown.empty() && request.parameter("fieldValidation") == "Strict")
        return api_failure(422, "Invalid",
                           "Scale \"" + path.name + "\" is invalid: patch: Invalid value: \"" + patch.dump() +
                               "\": strict decoding error: unknown field \"" + unknown + "\"");
    if (stale(patch, *present)) return api_conflict(path);
    const Json deployment = present->json();
    const int before = deployment.at("spec").value("replicas", 0);
    const Json wanted = patch.value("spec", Json::object()).value("replicas", Json(before));
    if (!wanted.is_number_integer())
        return api_failure(422, "Invalid",
                           " \"\" is invalid: patch: Invalid value: \"" + patch.dump() +
                               "\": json: cannot unmarshal string into Go struct field "
                               "ScaleSpec.spec.replicas of type int32");
    const auto replicas = wanted.get<qint64>();
    if (replicas < 0 || replicas > 1'000'000)
        return api_invalid(
            {"autoscaling", "v1", path.namespace_, "Scale", path.name, ""}, "Scale.autoscaling",
            "spec.replicas",
            "Invalid value: " + std::to_string(replicas) + ": must be greater than or equal to 0");
    const int after = static_cast<int>(replicas);
    const bool dry = dry_run(request);
    record(path.name, before, after, dry, user, request.header("user-agent"));
    HttpResponse response;
    if (dry) {
        response = json_response(scale_object(deployment, after));
    } else {
        response = json_response(scale_object(storeReplicas(key_of(path), deployment, after).json(), after));
    }
    if (!unknown.empty())
        response.headers.emplace_back("Warning", "299 - \"unknown field \\\"" + unknown + "\\\"\"");
    return response;
}

StoredObject ObjectWrites::storeReplicas(const ObjectKey& key, Json deployment, int replicas) {
    if (deployment.at("spec").value("replicas", 0) == replicas) return *store_.find(key);
    deployment["spec"]["replicas"] = replicas;
    deployment["metadata"]["generation"] = deployment.at("metadata").value("generation", 1) + 1;
    return store_.put(key, std::move(deployment), clock_.text());
}

bool ObjectWrites::setReplicas(const std::string& namespace_, const std::string& deployment, int replicas,
                               const std::string& user) {
    const ObjectKey key{"deployments.apps", namespace_, deployment};
    const StoredObject* present = store_.find(key);
    if (present == nullptr) return false;
    const Json object = present->json();
    record(deployment, object.at("spec").value("replicas", 0), replicas, false, user, "kubectl");
    storeReplicas(key, object, replicas);
    return true;
}

void ObjectWrites::record(const std::string& deployment, int before, int after, bool dry_run,
                          const std::string& user, const std::string& user_agent) {
    history_.push_back({cluster_time_s_(), QDateTime::currentMSecsSinceEpoch(), deployment, before, after,
                        dry_run, user, user_agent});
}

}  // namespace trimtab::test_cluster
