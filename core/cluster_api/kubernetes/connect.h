// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cluster_api/http/clock.h"
#include "core/cluster_api/kubernetes/kubeconfig.h"
#include "core/cluster_api/kubernetes/kubernetes_connection.h"

namespace trimtab::cluster_api {

/// What connecting reads besides the kubeconfig; tests replace it.
struct ConnectSettings {
    EnvironmentReader environment = process_environment();
    Clock* clock = &system_clock();
    QString service_account_folder = "/var/run/secrets/kubernetes.io/serviceaccount";
    std::int64_t exec_deadline_ms = 25'000;
};

/// The connection of a context (empty: the current one): files are read and keys checked, but nothing is sent
/// and no plugin is run. The connection belongs to the thread that uses it, with its credential provider.
[[nodiscard]] Expected<KubernetesConnection> connect_with_kubeconfig(const Kubeconfig& kubeconfig,
                                                                     const std::string& context = {},
                                                                     const ConnectSettings& settings = {});

/// The connection of a program that runs within a pod, by its service account. not_found outside of one.
[[nodiscard]] Expected<KubernetesConnection> connect_in_cluster(const ConnectSettings& settings = {});

/// As kubectl chooses: the kubeconfig (`path`, KUBECONFIG or ~/.kube/config); within a pod without any, the
/// pod's own.
[[nodiscard]] Expected<KubernetesConnection> connect_by_default(const QString& path = {},
                                                                const std::string& context = {},
                                                                const ConnectSettings& settings = {});

}  // namespace trimtab::cluster_api
