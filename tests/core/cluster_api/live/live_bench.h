// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QThread>
#include <cmath>
#include <memory>

#include "core/cluster_api/http/event_wait.h"
#include "core/cluster_api/kubernetes/connect.h"
#include "core/cluster_api/live/control_session.h"
#include "core/cluster_api/live/kubernetes_workload.h"
#include "core/cluster_api/live/service_observation.h"
#include "tests/support/test_cluster/test_cluster.h"

namespace trimtab::cluster_api {

/// Time that the test moves on: simulated seconds pass at once, and the pauses of the clients take a
/// fiftieth. Their deadlines, longer than any pause, keep their length: a slow machine must not run into
/// them.
class HurriedClock final : public Clock {
  public:
    void pass(double seconds) { passed_ms_ += std::llround(1000 * seconds); }
    std::int64_t monotonic_ms() const override { return system_clock().monotonic_ms() + passed_ms_; }
    std::int64_t utc_ms() const override { return system_clock().utc_ms() + passed_ms_; }
    void call_after(std::int64_t delay_ms, QObject* context, std::function<void()> action) override {
        constexpr std::int64_t longest_pause_ms = 3000;
        constexpr std::int64_t hurry = 50;
        const std::int64_t real_ms =
            delay_ms < longest_pause_ms ? std::max<std::int64_t>(1, delay_ms / hurry) : delay_ms;
        system_clock().call_after(real_ms, context, std::move(action));
    }

  private:
    std::int64_t passed_ms_ = 0;
};

/// The whole live stack over HTTP against the test cluster, in one thread and without waiting for the wall
/// clock.
class LiveBench final : public Pacer {
  public:
    explicit LiveBench(config::Config given = {}, test_cluster::TestClusterOptions options = {})
        : config(std::move(given)) {
        options.contents.namespace_ = config.environment.namespace_ = "workloads";
        auto started = test_cluster::TestCluster::start(options);
        if (!started) qFatal("%s", started.error().message.c_str());
        cluster = std::move(*started);
        const QString kubeconfig = folder.filePath(QStringLiteral("kubeconfig"));
        if (!cluster->writeKubeconfig(kubeconfig, test_cluster::TestCluster::Identity::token))
            qFatal("no kubeconfig");
        config.environment.prometheus_url = cluster->prometheusUrl().toString().toStdString();
        config.environment.locust_url = cluster->locustUrl().toString().toStdString();
        HttpBehaviour behaviour;
        behaviour.clock = &clock;
        behaviour.retry.first_delay_ms = 50;
        auto connection = connect_by_default(kubeconfig);
        if (!connection) qFatal("%s", connection.error().message.c_str());
        kubernetes = std::make_unique<KubernetesClient>(std::move(*connection), behaviour);
        const auto anonymous = std::make_shared<FixedCredential>();
        prometheus = std::make_unique<PrometheusClient>(*make_endpoint(cluster->prometheusUrl().toString()),
                                                        anonymous, behaviour);
        locust = std::make_unique<LocustClient>(*make_endpoint(cluster->locustUrl().toString()), anonymous,
                                                behaviour);
        workload = std::make_unique<KubernetesWorkload>(config, *kubernetes);
        source =
            std::make_unique<ServiceObservation>(config, prometheus.get(), locust.get(), kubernetes.get());
        options_.config = config;
        options_.journal_folder = folder.filePath(QStringLiteral("journal")).toStdString();
        options_.recording = folder.filePath(QStringLiteral("run")).toStdString();
        std::filesystem::create_directories(options_.recording);
    }

    // Pacer
    double now_s() const override { return static_cast<double>(clock.monotonic_ms()) / 1000; }
    Expected<void> wait(double seconds, StopToken stop, const std::function<void()>& idle) override {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "stopped");
        if (const int whole = static_cast<int>(std::lround(seconds)); whole > 0) cluster->advance(whole);
        clock.pass(seconds);
        // Watches bring what the simulated time changed, and whatever else is under way.
        wait_until([this] { return informed(); }, stop, 5000);
        wait_until([] { return false; }, stop, 3);
        if (idle) idle();
        return {};
    }

    Expected<ControlSummary> run(agent::Policy* policy, std::int64_t steps) {
        options_.max_steps = steps;
        ControlSession session(options_, {*workload, *source, *this, policy, desk});
        return session.run({});
    }
    [[nodiscard]] const ControlOptions& options() const { return options_; }

    config::Config config;
    QTemporaryDir folder;
    HurriedClock clock;
    std::unique_ptr<test_cluster::TestCluster> cluster;
    std::unique_ptr<KubernetesClient> kubernetes;
    std::unique_ptr<PrometheusClient> prometheus;
    std::unique_ptr<LocustClient> locust;
    std::unique_ptr<KubernetesWorkload> workload;
    std::unique_ptr<ServiceObservation> source;
    ControlDesk desk;

  private:
    /// The watches have told what the cluster is now.
    [[nodiscard]] bool informed() const {
        const WorkloadStatus status = workload->status();
        for (const cluster::Pool pool : {cluster::Pool::gpu, cluster::Pool::cpu}) {
            const PoolStatus& told = status.pools[static_cast<std::size_t>(pool)];
            if (told.desired != cluster->replicas(pool) || told.ready != cluster->readyReplicas(pool))
                return false;
        }
        return true;
    }

    ControlOptions options_;
};

}  // namespace trimtab::cluster_api
