// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "tests/support/test_cluster/cluster_clock.h"
#include "tests/support/test_cluster/http_message.h"
#include "tests/support/test_cluster/object_store.h"
#include "tests/support/test_cluster/replica_history.h"
#include "tests/support/test_cluster/resource_path.h"

namespace trimtab::test_cluster {

/// Answers create, update, patch and delete, and the `scale` subresource, with the checks of an API server:
/// media type, resourceVersion, dry run, unknown fields, value ranges.
class ObjectWrites final {
  public:
    /// `cluster_time_s` stamps the history.
    ObjectWrites(ObjectStore& store, const ClusterClock& clock, ReplicaHistory& history,
                 std::function<double()> cluster_time_s)
        : store_(store), clock_(clock), history_(history), cluster_time_s_(std::move(cluster_time_s)) {}

    [[nodiscard]] HttpResponse create(const HttpRequest& request, const ResourcePath& path,
                                      const ServedKind& kind);
    [[nodiscard]] HttpResponse update(const HttpRequest& request, const ResourcePath& path,
                                      const ServedKind& kind);
    [[nodiscard]] HttpResponse patch(const HttpRequest& request, const ResourcePath& path,
                                     const ServedKind& kind, const std::string& user);
    [[nodiscard]] HttpResponse remove(const HttpRequest& request, const ResourcePath& path);

    [[nodiscard]] HttpResponse scale(const ResourcePath& path) const;
    [[nodiscard]] HttpResponse patchScale(const HttpRequest& request, const ResourcePath& path,
                                          const std::string& user);

    /// A change by somebody who is not under test; false without such a Deployment.
    bool setReplicas(const std::string& namespace_, const std::string& deployment, int replicas,
                     const std::string& user);

  private:
    [[nodiscard]] HttpResponse shown(const StoredObject& object, const ServedKind& kind, int status) const;
    StoredObject storeReplicas(const ObjectKey& key, Json deployment, int replicas);
    void record(const std::string& deployment, int before, int after, bool dry_run, const std::string& user,
                const std::string& user_agent);

    ObjectStore& store_;
    const ClusterClock& clock_;
    ReplicaHistory& history_;
    std::function<double()> cluster_time_s_;
};

}  // namespace trimtab::test_cluster
