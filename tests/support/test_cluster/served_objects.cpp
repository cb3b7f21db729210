// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/served_objects.h"

#include "core/base/seeded_draw.h"

namespace trimtab::test_cluster {
namespace {

std::uint64_t text_hash(const std::string& text) {
    std::uint64_t hash = 0;
    for (const char c : text) hash = mix64(hash ^ static_cast<unsigned char>(c));
    return hash;
}

/// Letters and digits as the API server draws them for generated names.
std::string suffix(std::uint64_t bits, int length) {
    constexpr std::string_view alphabet = "bcdfghjklmnpqrstvwxz2456789";
    std::string text;
    for (int i = 0; i < length; ++i, bits /= alphabet.size()) text += alphabet[bits % alphabet.size()];
    return text;
}

Json labels_of(const DeploymentShape& shape) {
    Json labels{{"app", shape.name}};
    if (!shape.pool.empty()) labels["pool"] = shape.pool;
    return labels;
}

Json container_of(const DeploymentShape& shape) {
    Json resources{{"requests", {{"cpu", shape.pool == "cpu" ? "4" : "500m"}, {"memory", "4Gi"}}}};
    if (shape.pool == "gpu") resources["limits"] = {{"nvidia.com/gpu", "1"}};
    return {{"name", shape.name},
            {"image", "example.invalid/" + shape.name + ":1"},
            {"resources", resources},
            {"terminationMessagePath", "/dev/termination-log"},
            {"terminationMessagePolicy", "File"},
            {"imagePullPolicy", "IfNotPresent"}};
}

Json condition(const char* type, bool holds, const std::string& time, const std::string& reason = {},
               const std::string& message = {}) {
    Json c{{"type", type}, {"status", holds ? "True" : "False"}, {"lastTransitionTime", time}};
    if (!reason.empty()) c["reason"] = reason;
    if (!message.empty()) c["message"] = message;
    return c;
}

}  // namespace

Json deployment_object(const DeploymentShape& shape, int replicas, const std::string& time) {
    const Json labels = labels_of(shape);
    Json object{
        {"metadata",
         {{"name", shape.name},
          {"namespace", shape.namespace_},
          {"generation", 1},
          {"labels", labels},
          {"annotations", {{"deployment.kubernetes.io/revision", "1"}}},
          {"managedFields",
           {{{"manager", "kubectl-client-side-apply"},
             {"operation", "Update"},
             {"apiVersion", "apps/v1"},
             {"time", time},
             {"fieldsType", "FieldsV1"},
             {"fieldsV1",
              {{"f:spec", {{"f:replicas", Json::object()}, {"f:selector", Json::object()}}}}}}}}}},
        {"spec",
         {{"replicas", replicas},
          {"selector", {{"matchLabels", {{"app", shape.name}}}}},
          {"template",
           {{"metadata", {{"labels", labels}}}, {"spec", {{"containers", {container_of(shape)}}}}}},
          {"strategy",
           {{"type", "RollingUpdate"}, {"rollingUpdate", {{"maxUnavailable", "25%"}, {"maxSurge", "25%"}}}}},
          {"revisionHistoryLimit", 10},
          {"progressDeadlineSeconds", 600}}}};
    object["status"] = deployment_status(object, {replicas, replicas, replicas}, time);
    return object;
}

Json deployment_status(const Json& deployment, const PodCounts& counts, const std::string& time) {
    Json status{{"observedGeneration", deployment.at("metadata").value("generation", 1)}};
    const auto set = [&status](const char* field, int value) {
        if (value != 0) status[field] = value;
    };
    set("replicas", counts.existing);
    set("updatedReplicas", counts.existing);
    set("readyReplicas", counts.ready);
    set("availableReplicas", counts.ready);
    set("unavailableReplicas", std::max(0, counts.desired - counts.ready));
    const bool available = counts.ready * 4 >= counts.desired * 3;
    status["conditions"] = {condition("Progressing", true, time, "NewReplicaSetAvailable",
                                      "ReplicaSet has successfully progressed."),
                            condition("Available", available, time,
                                      available ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                                      available ? "Deployment has minimum availability."
                                                : "Deployment does not have minimum availability.")};
    return status;
}

Json pod_object(const DeploymentShape& shape, const std::string& name, cluster::PodPhase phase,
                const std::string& time, int restarts) {
    const bool scheduled = phase != cluster::PodPhase::pending;
    const bool ready = phase == cluster::PodPhase::ready;
    const std::string set = name.substr(0, name.rfind('-'));
    Json labels = labels_of(shape);
    labels["pod-template-hash"] = set.substr(set.rfind('-') + 1);
    Json status{{"phase", scheduled ? "Running" : "Pending"}, {"qosClass", "Burstable"}};
    if (scheduled) {
        const std::string waiting = ready ? "" : "ContainersNotReady";
        status["conditions"] = {condition("PodScheduled", true, time), condition("Initialized", true, time),
                                condition("ContainersReady", ready, time, waiting),
                                condition("Ready", ready, time, waiting)};
        status["startTime"] = time;
        status["hostIP"] = "10.0.0.1";
        status["podIP"] = "10.244.0.7";
        status["containerStatuses"] = {{{"name", shape.name},
                                        {"state", {{"running", {{"startedAt", time}}}}},
                                        {"lastState", Json::object()},
                                        {"ready", ready},
                                        {"restartCount", restarts},
                                        {"image", "example.invalid/" + shape.name + ":1"},
                                        {"imageID", ""},
                                        {"started", true}}};
    } else {
        status["conditions"] = {condition("PodScheduled", false, time, "Unschedulable",
                                          "0/2 nodes are available: 2 Insufficient nvidia.com/gpu.")};
    }
    Json spec{{"containers", {container_of(shape)}},
              {"restartPolicy", "Always"},
              {"terminationGracePeriodSeconds", 30},
              {"dnsPolicy", "ClusterFirst"},
              {"serviceAccountName", "default"},
              {"schedulerName", "default-scheduler"},
              {"tolerations",
               {{{"key", "node.kubernetes.io/not-ready"}, {"operator", "Exists"}, {"effect", "NoExecute"}}}}};
    if (scheduled) spec["nodeName"] = shape.pool == "gpu" ? "node-gpu-0" : "node-cpu-0";
    return {{"metadata",
             {{"name", name},
              {"generateName", set + "-"},
              {"namespace", shape.namespace_},
              {"labels", labels},
              {"ownerReferences",
               {{{"apiVersion", "apps/v1"}, {"kind", "ReplicaSet"}, {"name", set}, {"controller", true}}}}}},
            {"spec", spec},
            {"status", status}};
}

std::string pod_name(const std::string& deployment, int serial) {
    const std::uint64_t hash = text_hash(deployment);
    return deployment + "-" + suffix(hash, 9) + "-" +
           suffix(mix64(hash ^ static_cast<std::uint64_t>(serial)), 5);
}

Json service_object(const std::string& app, const std::string& pool) {
    Json selector{{"app", app}};
    if (!pool.empty()) selector["pool"] = pool;
    return {
        {"metadata", {{"labels", {{"app", app}}}}},
        {"spec",
         {{"selector", selector}, {"ports", {{{"port", 80}, {"targetPort", 8080}}}}, {"type", "ClusterIP"}}}};
}

Json route_object(const std::string& gpu_service, const std::string& cpu_service) {
    return {{"metadata", {{"generation", 1}}},
            {"spec",
             {{"parentRefs", {{{"name", "gateway"}}}},
              {"rules",
               {{{"backendRefs",
                  {{{"name", gpu_service}, {"port", 80}, {"weight", 50}},
                   {{"name", cpu_service}, {"port", 80}, {"weight", 50}}}}}}}}}};
}

}  // namespace trimtab::test_cluster
