// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/live/session_bench.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include "core/cluster_api/kubernetes/connect.h"
#include "core/cluster_api/live/kubernetes_workload.h"
#include "core/cluster_api/live/service_observation.h"

namespace trimtab::tests {
namespace {

using namespace cluster_api;

constexpr int swiftness = 8;

HttpEndpoint endpoint_of(const QUrl& url, const TlsSettings& tls) {
    return *make_endpoint(url.toString(), tls, [](const char*) { return QString(); });
}

void deliver(int ms) {
    const QDeadlineTimer enough(ms);
    do {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    } while (!enough.hasExpired());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

}  // namespace

Expected<void> ClusterPacer::wait(double seconds, StopToken stop, const std::function<void()>& idle) {
    double left_s = seconds;
    do {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "Stopped while waiting.");
        if (idle) idle();
        const double now_s = std::min(1.0, left_s);
        left_s -= now_s;
        owed_s_ += now_s;
        for (; owed_s_ >= 1; owed_s_ -= 1) {
            cluster_.advance(1);
            if (each_second) each_second(cluster_.workload().timeS());
        }
        deliver(delivery_ms);
    } while (left_s > 0);
    return {};
}

Expected<void> WatchedPacer::wait(double seconds, StopToken stop, const std::function<void()>& idle) {
    return real_.wait(seconds, stop, [&] {
        if (each_look_) each_look_();
        if (idle) idle();
    });
}

SessionBench::SessionBench(const test_cluster::TestClusterOptions& options,
                           std::shared_ptr<test_cluster::Certificates> certificates) {
    test_cluster::TestClusterOptions wanted = options;
    wanted.tls = certificates != nullptr;
    wanted.certificates = std::move(certificates);
    auto started = test_cluster::TestCluster::start(wanted);
    if (!started) qFatal("%s", started.error().message.c_str());
    cluster = std::move(*started);
    const QString kubeconfig = folder_.filePath(QStringLiteral("kubeconfig"));
    using Identity = test_cluster::TestCluster::Identity;
    const auto written =
        cluster->writeKubeconfig(kubeconfig, wanted.tls ? Identity::client_certificate : Identity::token);
    if (!written) qFatal("%s", written.error().message.c_str());
    config.environment.namespace_ = options.contents.namespace_;
    config.environment.warm_up = 0;
    config.cluster.backend = config::BackendKind::live;
    config.cluster.kubeconfig = kubeconfig.toStdString();
    config.cluster.gpu_deployment = options.contents.gpu_deployment;
    config.cluster.cpu_deployment = options.contents.cpu_deployment;
    config.cluster.shield_cooldown_down_s = 0;
    config.cluster.shield_flap_budget = 1000;
    config.cluster.slo_guard_samples = 0;
    config.cluster.slo_fallback_samples = 0;
    config.cluster.rate_window_s = 30;
}

Expected<ControlSummary> SessionBench::run(agent::Policy* policy, config::ControlMode mode,
                                           std::int64_t max_steps, const std::string& name) {
    SwiftClock clock(cluster->clock(), in_real_time ? 1 : swiftness);
    HttpBehaviour behaviour;
    behaviour.clock = &clock;
    ConnectSettings settings;
    settings.environment = [](const char*) { return QString(); };
    settings.clock = &clock;
    auto connection = connect_by_default(QString::fromStdString(config.cluster.kubeconfig), {}, settings);
    if (!connection) return Unexpected<Error>(connection.error());
    TlsSettings tls;
    if (cluster->certificates()) tls.ca_pem = cluster->certificates()->authority().toPem();
    KubernetesClient kubernetes(std::move(*connection), behaviour);
    PrometheusClient prometheus(endpoint_of(cluster->prometheusUrl(), tls),
                                std::make_shared<FixedCredential>(), behaviour);
    LocustClient locust(endpoint_of(cluster->locustUrl(), tls), std::make_shared<FixedCredential>(),
                        behaviour);

    ControlOptions options;
    options.config = config;
    options.config.cluster.mode = mode;
    options.journal_folder = journal_folder();
    options.recording = folder(name);
    options.user = "tester";
    options.max_steps = max_steps;
    std::filesystem::create_directories(options.recording);
    KubernetesWorkload workload(options.config, kubernetes);
    ServiceObservation source(options.config, &prometheus, &locust, &kubernetes);
    ClusterPacer simulated(*cluster);
    simulated.each_second = each_second;
    simulated.delivery_ms = delivery_ms;
    WatchedPacer watched(each_look);
    Pacer& pacer = in_real_time ? static_cast<Pacer&>(watched) : simulated;
    ControlSession session(options, {workload, source, pacer, policy, *desk});
    return session.run({});
}

}  // namespace trimtab::tests
