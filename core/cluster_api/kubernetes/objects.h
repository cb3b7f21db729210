// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/cluster_api/kubernetes/field_reader.h"

namespace trimtab::cluster_api {

/// The Kubernetes objects, each with the fields that are shown or decided by. Times are milliseconds since
/// 1970 UTC, 0 for none.

/// `metadata`.
struct ObjectMeta {
    std::string name;
    std::string namespace_name;
    std::string uid;
    std::string resource_version;  ///< opaque
    std::int64_t generation = 0;
    std::int64_t created_ms = 0;
    bool deleting = false;
    bool operator==(const ObjectMeta&) const = default;
};

/// A condition that is reported True (or, for Available and Progressing, False) with its cause.
struct Condition {
    std::string type;
    bool holds = false;
    std::string reason;
    std::string message;
    bool operator==(const Condition&) const = default;
};

/// What all containers of one pod ask for together.
struct PodRequest {
    double cpu_cores = 0;
    double memory_bytes = 0;
    int gpus = 0;  ///< of any vendor: resources named */gpu
    bool operator==(const PodRequest&) const = default;
};

/// apps/v1.
struct Deployment {
    ObjectMeta meta;
    StringPairs labels;
    StringPairs annotations;  ///< those whose key begins with "trimtab"
    StringPairs selector;     ///< matchLabels: which pods are its own
    PodRequest request;
    int replicas = 1;  ///< desired
    std::int64_t observed_generation = 0;
    int status_replicas = 0;  ///< pods that exist, ready or not
    int ready_replicas = 0;
    int updated_replicas = 0;
    int available_replicas = 0;
    std::vector<Condition> conditions;

    /// Whether the status speaks of the present spec.
    [[nodiscard]] bool status_is_current() const { return observed_generation >= meta.generation; }
    /// Why pods cannot be made (a quota, an admission): the ReplicaFailure condition; empty for none.
    [[nodiscard]] std::string replica_failure() const;
    bool operator==(const Deployment&) const = default;
};

enum class PodPhase { pending, running, succeeded, failed, unknown };

/// v1.
struct Pod {
    ObjectMeta meta;
    StringPairs labels;
    std::string node;
    PodPhase phase = PodPhase::unknown;
    bool ready = false;          ///< and not being deleted
    bool unschedulable = false;  ///< no node has room for it
    int restarts = 0;
    std::string
        reason;  ///< why it is not ready: CrashLoopBackOff, ErrImagePull, Unschedulable ...; empty when ready
    std::string message;  ///< the same in the cluster's words, at most 200 characters
    bool operator==(const Pod&) const = default;
};

/// Whether every pair of the selector is among the labels; an empty selector selects nothing.
[[nodiscard]] bool selects(const StringPairs& selector, const StringPairs& labels);

struct Scale {
    ObjectMeta meta;
    int replicas = 0;         ///< desired
    int status_replicas = 0;  ///< pods that exist, ready or not
    std::string selector;     ///< as a query: "app=gpu"
};

/// A HorizontalPodAutoscaler or a KEDA ScaledObject: something that scales a target.
struct Autoscaler {
    ObjectMeta meta;
    std::string kind;  ///< HorizontalPodAutoscaler or ScaledObject
    std::string target_kind;
    std::string target_name;
    int min_replicas = 0;
    int max_replicas = 0;
    bool operator==(const Autoscaler&) const = default;
};

struct Lease {
    ObjectMeta meta;
    std::string holder;  ///< empty: nobody
    int duration_s = 0;
    std::int64_t acquired_ms = 0;
    std::int64_t renewed_ms = 0;
    int transitions = 0;
};

/// v1: what happened to an object, counted.
struct Event {
    ObjectMeta meta;
    bool warning = false;
    std::string reason;
    std::string message;
    std::string object_kind;
    std::string object_name;
    int count = 1;
    std::int64_t last_ms = 0;
    bool operator==(const Event&) const = default;
};

/// Usage of one pod, from the metrics API.
struct PodMetrics {
    ObjectMeta meta;
    StringPairs labels;
    double cpu_cores = 0;
    double memory_bytes = 0;
    std::int64_t at_ms = 0;
};

/// authorization.k8s.io/v1: whether one right is granted.
struct AccessReview {
    bool allowed = false;
    std::string reason;
};

/// Whom the server takes us for.
struct UserIdentity {
    std::string name;
    std::vector<std::string> groups;
};

}  // namespace trimtab::cluster_api
