// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>

#include "core/cluster/allocation.h"
#include "core/config/simulator_config.h"
#include "core/load/load_schedule.h"
#include "tests/support/test_cluster/deployment_controller.h"
#include "tests/support/test_cluster/http_server.h"
#include "tests/support/test_cluster/kubernetes_api.h"
#include "tests/support/test_cluster/locust_api.h"
#include "tests/support/test_cluster/prometheus_api.h"

namespace trimtab::test_cluster {

struct TestClusterOptions {
    config::SimulatorConfig simulator;
    std::uint64_t seed = 1;
    cluster::Allocation initial;
    load::LoadSchedule load{"constant", load::LoadKind::closed, {20}};  ///< until somebody swarms
    ClusterContents contents;
    bool tls = false;
    std::shared_ptr<Certificates> certificates;  ///< with tls; null: new ones
    /// Simulated seconds a second; 0: only advance() lets time pass, and the services' clock follows it.
    double speed = 0;
    std::string locust_version = "2.46.0";
    quint16 first_port = 0;  ///< Kubernetes, Prometheus, Locust from here on; 0: free ones
};

/// A simulated cluster behind three servers on loopback: a Kubernetes API, a Prometheus, a Locust. Lives in
/// one thread with an event loop; everything may be changed while it runs.
class TestCluster final : public QObject {
    Q_OBJECT

  public:
    [[nodiscard]] static Expected<std::unique_ptr<TestCluster>> start(const TestClusterOptions& options);

    [[nodiscard]] QUrl kubernetesUrl() const { return kubernetes_server_.url(); }
    [[nodiscard]] QUrl prometheusUrl() const { return prometheus_server_.url(); }
    [[nodiscard]] QUrl locustUrl() const { return locust_server_.url(); }
    [[nodiscard]] const std::shared_ptr<Certificates>& certificates() const { return certificates_; }

    /// How the kubeconfig proves who is there.
    enum class Identity { none, token, client_certificate };
    /// Writes a kubeconfig with the context "test"; a token is accepted from then on.
    [[nodiscard]] Expected<void> writeKubeconfig(const QString& path, Identity identity);

    void advance(int seconds) { workload_.advance(seconds); }
    [[nodiscard]] ServedWorkload& workload() { return workload_; }
    [[nodiscard]] ObjectStore& store() { return store_; }
    [[nodiscard]] KubernetesApi& kubernetes() { return kubernetes_; }
    [[nodiscard]] DeploymentController& controller() { return controller_; }
    [[nodiscard]] PrometheusApi& prometheus() { return prometheus_; }
    [[nodiscard]] LocustApi& locust() { return locust_; }
    [[nodiscard]] FaultPlan& faults() { return faults_; }
    [[nodiscard]] ClusterClock& clock() { return clock_; }
    [[nodiscard]] const ClusterContents& contents() const { return options_.contents; }
    [[nodiscard]] HttpServer& server(const std::string& service);

    /// Every change of replicas, dry runs among them, whoever made it.
    [[nodiscard]] const ReplicaHistory& replicaHistory() const { return replica_history_; }
    [[nodiscard]] int replicas(cluster::Pool pool) const;       ///< as the specification says; -1: none
    [[nodiscard]] int readyReplicas(cluster::Pool pool) const;  ///< as the status says; -1: none
    /// Somebody else scales, as with kubectl.
    bool scaleAsSomebody(cluster::Pool pool, int replicas);

  private:
    explicit TestCluster(const TestClusterOptions& options);
    [[nodiscard]] Expected<void> begin();
    [[nodiscard]] int count(cluster::Pool pool, const char* part, const char* field) const;

    const TestClusterOptions options_;
    ClusterClock clock_;
    FaultPlan faults_;
    std::shared_ptr<Certificates> certificates_;
    ReplicaHistory replica_history_;
    ServedWorkload workload_;
    ObjectStore store_;
    KubernetesApi kubernetes_;
    DeploymentController controller_;
    PrometheusApi prometheus_;
    LocustApi locust_;
    HttpServer kubernetes_server_;
    HttpServer prometheus_server_;
    HttpServer locust_server_;
    QTimer timer_;
    double owed_s_ = 0;
};

}  // namespace trimtab::test_cluster
