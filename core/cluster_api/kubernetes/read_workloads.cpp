// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "core/cluster_api/http/http_message.h"
#include "core/cluster_api/kubernetes/read_common.h"
#include "core/cluster_api/kubernetes/read_objects.h"

namespace trimtab::cluster_api {
namespace {

constexpr int longest_message = 200;

std::string shortened(const std::string& text) {
    return excerpt(QByteArray::fromStdString(text), longest_message);
}

StringPairs own_annotations(const FieldReader& root) {
    StringPairs annotations = root.object("metadata").pairs("annotations");
    std::erase_if(annotations, [](const auto& pair) { return !pair.first.starts_with("trimtab"); });
    annotations.shrink_to_fit();
    return annotations;
}

PodRequest request_of(const FieldReader& pod_spec) {
    PodRequest request;
    for (const FieldReader& container : pod_spec.objects("containers")) {
        const FieldReader resources = container.object("resources");
        const FieldReader requests = resources.object("requests");
        const FieldReader limits = resources.object("limits");
        // A limit without a request is the request.
        const auto asked = [&](const char* name) {
            return quantity_of(requests.has(name) ? requests : limits, name);
        };
        request.cpu_cores += asked("cpu");
        request.memory_bytes += asked("memory");
        const QStringList names = limits.json().keys();
        for (const QString& name : names)
            if (name.endsWith("/gpu"))
                request.gpus += static_cast<int>(
                    std::lround(std::clamp(quantity_of(limits, name.toUtf8().constData()), 0.0, 1e6)));
    }
    return request;
}

PodPhase phase_of(const std::string& text) {
    if (text == "Pending") return PodPhase::pending;
    if (text == "Running") return PodPhase::running;
    if (text == "Succeeded") return PodPhase::succeeded;
    if (text == "Failed") return PodPhase::failed;
    return PodPhase::unknown;
}

/// The container's own cause tells more than the pod's "containers with unready status".
void read_containers(const FieldReader& status, Pod& pod) {
    for (const char* list : {"initContainerStatuses", "containerStatuses"})
        for (const FieldReader& container : status.objects(list)) {
            pod.restarts += container.count("restartCount");
            const FieldReader state = container.object("state");
            const FieldReader cause =
                state.has("waiting") ? state.object("waiting") : state.object("terminated");
            const std::string reason = cause.text("reason");
            if (reason.empty() || reason == "Completed" || !pod.reason.empty()) continue;
            pod.reason = reason;
            pod.message = shortened(cause.text("message"));
        }
}

void read_conditions(const FieldReader& status, Pod& pod) {
    for (const FieldReader& condition : status.objects("conditions")) {
        const std::string type = condition.text("type");
        const bool holds = condition.text("status") == "True";
        if (type == "Ready") pod.ready = holds;
        if (type == "PodScheduled" && !holds) {
            pod.unschedulable = condition.text("reason") == "Unschedulable";
            pod.reason = condition.text("reason");
            pod.message = shortened(condition.text("message"));
        }
    }
}

}  // namespace

std::string Deployment::replica_failure() const {
    for (const Condition& condition : conditions)
        if (condition.type == "ReplicaFailure" && condition.holds)
            return condition.reason + ": " + condition.message;
    return {};
}

bool selects(const StringPairs& selector, const StringPairs& labels) {
    return !selector.empty() && std::all_of(selector.begin(), selector.end(), [&](const auto& wanted) {
        return std::find(labels.begin(), labels.end(), wanted) != labels.end();
    });
}

Expected<Deployment> read_deployment(const QJsonObject& object) {
    return read_with<Deployment>(object, "Deployment", [](const FieldReader& root) {
        expect_kind(root, "Deployment");
        const FieldReader spec = root.object("spec");
        const FieldReader status = root.object("status");
        Deployment deployment;
        deployment.meta = meta_of(root);
        deployment.labels = root.object("metadata").pairs("labels");
        deployment.annotations = own_annotations(root);
        deployment.selector = spec.object("selector").pairs("matchLabels");
        deployment.request = request_of(spec.object("template").object("spec"));
        deployment.replicas = spec.count("replicas", 1);
        deployment.observed_generation = status.whole("observedGeneration");
        deployment.status_replicas = status.count("replicas");
        deployment.ready_replicas = status.count("readyReplicas");
        deployment.updated_replicas = status.count("updatedReplicas");
        deployment.available_replicas = status.count("availableReplicas");
        for (const FieldReader& condition : status.objects("conditions"))
            deployment.conditions.push_back({condition.text("type"), condition.text("status") == "True",
                                             condition.text("reason"), shortened(condition.text("message"))});
        return deployment;
    });
}

Expected<Pod> read_pod(const QJsonObject& object) {
    return read_with<Pod>(object, "Pod", [](const FieldReader& root) {
        expect_kind(root, "Pod");
        const FieldReader status = root.object("status");
        Pod pod;
        pod.meta = meta_of(root);
        pod.labels = root.object("metadata").pairs("labels");
        pod.node = root.object("spec").text("nodeName");
        pod.phase = phase_of(status.text("phase"));
        read_conditions(status, pod);
        read_containers(status, pod);
        if (pod.reason.empty()) pod.reason = status.text("reason");  // Evicted
        // A pod that is being deleted still reports Ready for a while, but gets no more requests.
        if (pod.meta.deleting) {
            pod.ready = false;
            pod.reason = "Terminating";
        }
        if (pod.ready) {
            pod.reason.clear();
            pod.message.clear();
        }
        return pod;
    });
}

}  // namespace trimtab::cluster_api
