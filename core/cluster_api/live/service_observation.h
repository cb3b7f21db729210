// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/cluster_api/kubernetes/kubernetes_client.h"
#include "core/cluster_api/live/observation_source.h"
#include "core/cluster_api/locust/load_controller.h"
#include "core/cluster_api/prometheus/prometheus_client.h"
#include "core/config/config.h"

namespace trimtab::cluster_api {

/// Observations from Prometheus and Locust, or from metrics-server, as section `cluster` says. A client that
/// the configuration does not need may be null. Belongs to one thread.
class ServiceObservation final : public ObservationSource {
  public:
    ServiceObservation(const config::Config& config, PrometheusClient* prometheus, LocustClient* locust,
                       KubernetesClient* kubernetes);

    [[nodiscard]] std::vector<ConnectionView> connections() const override;
    [[nodiscard]] Expected<void> connect(StopToken stop) override;
    [[nodiscard]] TrafficSample traffic(StopToken stop) override;
    [[nodiscard]] UsageSample usage(StopToken stop) override;
    [[nodiscard]] Expected<void> set_users(int users, double spawn_rate, StopToken stop) override;
    [[nodiscard]] Expected<void> stop_load(StopToken stop) override;

  private:
    [[nodiscard]] double ask(config::QueryId id, StopToken stop);
    void ask_metrics_server(UsageSample& sample, StopToken stop);
    [[nodiscard]] TrafficSample locust_traffic(StopToken stop);

    config::Config config_;
    PrometheusClient* prometheus_;
    LocustClient* locust_;
    KubernetesClient* kubernetes_;
    std::optional<LoadController> load_;
    ConnectionView prometheus_view_;
    ConnectionView locust_view_;
    std::string silent_query_;  ///< the last one without a value, and why
};

/// Whether a configuration reads from, or writes to, that service.
[[nodiscard]] bool needs_prometheus(const config::Config& config);
[[nodiscard]] bool needs_locust(const config::Config& config);

}  // namespace trimtab::cluster_api
