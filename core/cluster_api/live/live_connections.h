// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/cluster_api/kubernetes/kubernetes_client.h"
#include "core/cluster_api/locust/locust_client.h"
#include "core/cluster_api/prometheus/prometheus_client.h"
#include "core/config/config.h"

namespace trimtab::cluster_api {

/// Names under which secrets are asked for.
inline constexpr const char* prometheus_token_secret = "prometheus-token";
inline constexpr const char* prometheus_password_secret = "prometheus-password";
inline constexpr const char* locust_password_secret = "locust-password";

/// The value of a secret, or nothing. Called from the thread that connects.
using SecretReader = std::function<std::optional<std::string>(const std::string& name)>;

/// TRIMTAB_PROMETHEUS_TOKEN for "prometheus-token" and so on, or the first line of the file that
/// TRIMTAB_PROMETHEUS_TOKEN_FILE names.
[[nodiscard]] SecretReader environment_secrets();
/// The variable of a secret: "TRIMTAB_LOCUST_PASSWORD" of "locust-password".
[[nodiscard]] std::string secret_variable(const std::string& name);
/// The first of two that knows a secret.
[[nodiscard]] SecretReader first_of(SecretReader first, SecretReader second);

/// The clients of one session; those that the configuration does not need are null. One thread.
struct LiveConnections {
    std::unique_ptr<KubernetesClient> kubernetes;
    std::unique_ptr<PrometheusClient> prometheus;
    std::unique_ptr<LocustClient> locust;
};

/// Reads the kubeconfig, certificates and secrets; sends nothing.
[[nodiscard]] Expected<LiveConnections> open_connections(const config::Config& config,
                                                         const SecretReader& secrets);
[[nodiscard]] Expected<std::unique_ptr<KubernetesClient>> open_kubernetes(const config::Config& config);
[[nodiscard]] Expected<std::unique_ptr<PrometheusClient>> open_prometheus(const config::Config& config,
                                                                          const SecretReader& secrets);
[[nodiscard]] Expected<std::unique_ptr<LocustClient>> open_locust(const config::Config& config,
                                                                  const SecretReader& secrets);

}  // namespace trimtab::cluster_api
