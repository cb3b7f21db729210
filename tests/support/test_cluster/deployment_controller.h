// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <array>
#include <map>

#include "tests/support/test_cluster/cluster_clock.h"
#include "tests/support/test_cluster/object_store.h"
#include "tests/support/test_cluster/served_objects.h"
#include "tests/support/test_cluster/served_workload.h"

namespace trimtab::test_cluster {

/// Which objects stand in the namespace beside the two pools.
struct ClusterContents {
    std::string namespace_ = "workloads";
    std::string gpu_deployment = "inference-gpu";
    std::string cpu_deployment = "inference-cpu";
    /// A Service, an HTTPRoute and an Ingress of this name; beside them a Service of each pool.
    std::string service = "inference";
    int deployments = 2;     ///< all together, in the same namespace
    int pods = 0;            ///< of those that are not ours, spread evenly
    int restarts_per_s = 0;  ///< pods of others whose status changes every second
};

/// What the controllers of a cluster do: keeps Deployments and Pods in step with the workload, and the
/// workload with spec.replicas and the placement objects.
class DeploymentController final : public QObject {
    Q_OBJECT

  public:
    DeploymentController(ObjectStore& store, ServedWorkload& workload, const ClusterClock& clock,
                         ClusterContents contents, QObject* parent);

    /// Creates all objects; the workload has been started.
    void start();

    /// Asleep it sees no change of a Deployment, whose status stays behind; awake it catches up.
    void setAsleep(bool asleep);

    /// The items of a PodMetricsList of ready pods.
    [[nodiscard]] Json podMetrics(const std::string& namespace_) const;
    [[nodiscard]] std::string deployment(cluster::Pool pool) const;

  private:
    void follow(const ObjectChange& change);
    void synchronise();
    void synchronise(cluster::Pool pool);
    void fill();
    void restartSome();
    void setOtherReplicas(const ObjectChange& change);
    [[nodiscard]] DeploymentShape shape(cluster::Pool pool) const;
    [[nodiscard]] ObjectKey key(const char* resource, const std::string& name) const {
        return {resource, contents_.namespace_, name};
    }

    ObjectStore& store_;
    ServedWorkload& workload_;
    const ClusterClock& clock_;
    const ClusterContents contents_;
    std::array<std::map<int, cluster::PodPhase>, 2> pods_;  ///< by serial, as stored
    double last_restart_s_ = 0;
    int restarted_ = 0;
    bool asleep_ = false;
};

}  // namespace trimtab::test_cluster
