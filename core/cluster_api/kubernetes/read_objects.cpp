// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/kubernetes/read_objects.h"

#include <QString>

#include "core/cluster_api/http/http_message.h"
#include "core/cluster_api/kubernetes/read_common.h"

namespace trimtab::cluster_api {

ObjectMeta meta_of(const FieldReader& root) {
    const FieldReader meta = root.object("metadata");
    return {meta.text("name"),
            meta.text("namespace"),
            meta.text("uid"),
            meta.text("resourceVersion"),
            meta.whole("generation"),
            meta.time_ms("creationTimestamp"),
            meta.has("deletionTimestamp")};
}

void expect_kind(const FieldReader& root, const std::string& kind) {
    // Items of a list carry no kind.
    if (root.has("kind") && root.text("kind") != kind) root.fail_at("kind", kind);
    if (root.object("metadata").text("name").empty()) root.object("metadata").fail_at("name", "a name");
}

Expected<ObjectMeta> read_meta(const QJsonObject& object) {
    return read_with<ObjectMeta>(object, "object", [](const FieldReader& root) { return meta_of(root); });
}

Expected<Scale> read_scale(const QJsonObject& object) {
    return read_with<Scale>(object, "Scale", [](const FieldReader& root) {
        expect_kind(root, "Scale");
        const FieldReader status = root.object("status");
        return Scale{meta_of(root), root.object("spec").count("replicas"), status.count("replicas"),
                     status.text("selector")};
    });
}

Expected<Autoscaler> read_horizontal_pod_autoscaler(const QJsonObject& object) {
    return read_with<Autoscaler>(object, "HorizontalPodAutoscaler", [](const FieldReader& root) {
        expect_kind(root, "HorizontalPodAutoscaler");
        const FieldReader spec = root.object("spec");
        const FieldReader target = spec.object("scaleTargetRef");
        return Autoscaler{meta_of(root),       "HorizontalPodAutoscaler",    target.text("kind"),
                          target.text("name"), spec.count("minReplicas", 1), spec.count("maxReplicas")};
    });
}

Expected<Autoscaler> read_scaled_object(const QJsonObject& object) {
    return read_with<Autoscaler>(object, "ScaledObject", [](const FieldReader& root) {
        expect_kind(root, "ScaledObject");
        const FieldReader spec = root.object("spec");
        const FieldReader target = spec.object("scaleTargetRef");
        const std::string kind = target.text("kind");
        return Autoscaler{meta_of(root),
                          "ScaledObject",
                          kind.empty() ? "Deployment" : kind,  // KEDA's default
                          target.text("name"),
                          spec.count("minReplicaCount"),
                          spec.count("maxReplicaCount", 100)};
    });
}

Expected<Lease> read_lease(const QJsonObject& object) {
    return read_with<Lease>(object, "Lease", [](const FieldReader& root) {
        expect_kind(root, "Lease");
        const FieldReader spec = root.object("spec");
        return Lease{meta_of(root),
                     spec.text("holderIdentity"),
                     spec.count("leaseDurationSeconds"),
                     spec.time_ms("acquireTime"),
                     spec.time_ms("renewTime"),
                     spec.count("leaseTransitions")};
    });
}

Expected<Event> read_event(const QJsonObject& object) {
    return read_with<Event>(object, "Event", [](const FieldReader& root) {
        expect_kind(root, "Event");
        const FieldReader about = root.object("involvedObject");
        const FieldReader series = root.object("series");
        Event event{meta_of(root),          root.text("type") == "Warning",
                    root.text("reason"),    excerpt(QByteArray::fromStdString(root.text("message")), 400),
                    about.text("kind"),     about.text("name"),
                    root.count("count", 1), root.time_ms("lastTimestamp")};
        if (series.has("count")) event.count = series.count("count");
        if (event.last_ms == 0) event.last_ms = series.time_ms("lastObservedTime");
        if (event.last_ms == 0) event.last_ms = root.time_ms("eventTime");
        if (event.last_ms == 0) event.last_ms = event.meta.created_ms;
        return event;
    });
}

Expected<PodMetrics> read_pod_metrics(const QJsonObject& object) {
    return read_with<PodMetrics>(object, "PodMetrics", [](const FieldReader& root) {
        expect_kind(root, "PodMetrics");
        PodMetrics metrics{meta_of(root), root.object("metadata").pairs("labels"), 0, 0,
                           root.time_ms("timestamp")};
        for (const FieldReader& container : root.objects("containers")) {
            const FieldReader usage = container.object("usage");
            metrics.cpu_cores += quantity_of(usage, "cpu");
            metrics.memory_bytes += quantity_of(usage, "memory");
        }
        return metrics;
    });
}

Expected<AccessReview> read_access_review(const QJsonObject& object) {
    return read_with<AccessReview>(object, "SelfSubjectAccessReview", [](const FieldReader& root) {
        const FieldReader status = root.object("status");
        if (!status.has("allowed")) status.fail_at("allowed", "true or false");
        return AccessReview{status.flag("allowed"), status.text("reason")};
    });
}

Expected<UserIdentity> read_user_identity(const QJsonObject& object) {
    return read_with<UserIdentity>(object, "SelfSubjectReview", [](const FieldReader& root) {
        const FieldReader user = root.object("status").object("userInfo");
        if (user.text("username").empty()) user.fail_at("username", "a name");
        return UserIdentity{user.text("username"), user.texts("groups")};
    });
}

Expected<std::string> read_server_version(const QJsonObject& object) {
    return read_with<std::string>(object, "version", [](const FieldReader& root) {
        if (root.text("gitVersion").empty()) root.fail_at("gitVersion", "a version");
        return root.text("gitVersion");
    });
}

}  // namespace trimtab::cluster_api
