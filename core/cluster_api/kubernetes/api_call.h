// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <functional>
#include <string>
#include <vector>

#include "core/cluster_api/http/http_error.h"
#include "core/cluster_api/http/http_message.h"
#include "core/cluster_api/kubernetes/api_status.h"
#include "core/cluster_api/kubernetes/field_reader.h"

namespace trimtab::cluster_api {

/// One request to the API server and how its answer is read: a plain value, sent by KubernetesClient.
template <class T>
struct ApiCall {
    HttpRequest request;
    std::string subject;  ///< what it is about, for messages: "scale of deployment gpu"
    std::function<Expected<T>(const QJsonObject&)> parse;

    /// What the answer means.
    [[nodiscard]] Expected<T> read(const HttpResponse& response) const {
        if (!response.ok()) return Unexpected(api_error(response, subject));
        if (!response.is_json()) return Unexpected(require_json(response, "Kubernetes").error());
        auto object = parse_json_object(response.body);
        if (!object) return fail(object.error().code, object.error().message, subject);
        auto value = parse(*object);
        if (!value) return fail(value.error().code, value.error().message, subject);
        return value;
    }
};

/// One page of a list.
struct ListPage {
    std::vector<QJsonObject> items;
    std::string resource_version;
    std::string continue_token;  ///< empty on the last page
};

/// A kind of object and where its API is.
struct Resource {
    const char* api;     ///< "/apis/apps/v1"
    const char* plural;  ///< "deployments"
    const char* kind;    ///< "Deployment"
};

inline constexpr Resource deployments_resource{"/apis/apps/v1", "deployments", "Deployment"};
inline constexpr Resource pods_resource{"/api/v1", "pods", "Pod"};
inline constexpr Resource services_resource{"/api/v1", "services", "Service"};
inline constexpr Resource events_resource{"/api/v1", "events", "Event"};
inline constexpr Resource autoscalers_resource{"/apis/autoscaling/v2", "horizontalpodautoscalers",
                                               "HorizontalPodAutoscaler"};
inline constexpr Resource scaled_objects_resource{"/apis/keda.sh/v1alpha1", "scaledobjects", "ScaledObject"};
inline constexpr Resource leases_resource{"/apis/coordination.k8s.io/v1", "leases", "Lease"};
inline constexpr Resource http_routes_resource{"/apis/gateway.networking.k8s.io/v1", "httproutes",
                                               "HTTPRoute"};
inline constexpr Resource pod_metrics_resource{"/apis/metrics.k8s.io/v1beta1", "pods", "PodMetrics"};

/// Objects of one list request.
inline constexpr int page_size = 500;

/// "/apis/apps/v1/namespaces/NS/deployments[/NAME[/SUB]]"; an empty namespace means all of them.
[[nodiscard]] QString resource_path(const Resource& resource, const std::string& namespace_name,
                                    const std::string& name = {}, const char* subresource = "");

/// One page; `limit` 0 asks for everything at once.
[[nodiscard]] ApiCall<ListPage> list_page(const Resource& resource, const std::string& namespace_name,
                                          const std::string& label_selector,
                                          const std::string& continue_token, int limit = page_size);

}  // namespace trimtab::cluster_api
