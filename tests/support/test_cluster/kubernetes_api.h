// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>

#include "tests/support/test_cluster/access_rules.h"
#include "tests/support/test_cluster/http_connection.h"
#include "tests/support/test_cluster/object_lists.h"
#include "tests/support/test_cluster/object_writes.h"

namespace trimtab::test_cluster {

/// The subset of the Kubernetes API that the product uses, over an object store.
class KubernetesApi final : public QObject {
    Q_OBJECT

  public:
    struct Installed {
        bool keda = false;    ///< false: the path of ScaledObjects is unknown (404)
        bool metrics = true;  ///< metrics-server
        bool gateway = true;  ///< HTTPRoutes
    };

    KubernetesApi(ObjectStore& store, const ClusterClock& clock, ReplicaHistory& history,
                  std::function<double()> cluster_time_s, QObject* parent);

    void handle(const HttpRequest& request, HttpConnection& connection);

    [[nodiscard]] AccessRules& access() { return access_; }
    [[nodiscard]] Installed& installed() { return installed_; }
    [[nodiscard]] ObjectLists& lists() { return lists_; }
    [[nodiscard]] ObjectWrites& writes() { return writes_; }
    /// What metrics-server answers about the pods of a namespace: the items of a PodMetricsList.
    std::function<Json(const std::string& namespace_)> pod_metrics;

  private:
    void serve(const HttpRequest& request, const ResourcePath& path, const std::string& user,
               HttpConnection& connection);
    [[nodiscard]] HttpResponse podMetrics(const HttpRequest& request, const ResourcePath& path) const;
    [[nodiscard]] HttpResponse review(const HttpRequest& request, const ResourcePath& path,
                                      const std::string& user) const;
    [[nodiscard]] bool absent(const ResourcePath& path) const;

    ObjectStore& store_;
    const ClusterClock& clock_;
    AccessRules access_;
    Installed installed_;
    ObjectLists lists_;
    ObjectWrites writes_;
};

}  // namespace trimtab::test_cluster
