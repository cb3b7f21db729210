// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <array>
#include <memory>
#include <optional>
#include <string>

#include "core/cluster_api/kubernetes/informer.h"
#include "core/cluster_api/kubernetes/kubernetes_client.h"
#include "core/cluster_api/kubernetes/objects.h"
#include "core/cluster_api/live/workload.h"
#include "core/config/config.h"

namespace trimtab::cluster_api {

/// Watches the two Deployments and their pods, and nothing else of the namespace, however large it is. What
/// was read on demand or written counts until the watch has caught up. The client must outlive it; one
/// thread.
class WorkloadWatch final : public QObject {
  public:
    WorkloadWatch(const config::Config& config, KubernetesClient& client);
    ~WorkloadWatch() override;

    [[nodiscard]] Expected<void> connect(StopToken stop);
    [[nodiscard]] ConnectionView connection() const;
    [[nodiscard]] WorkloadStatus status() const;
    /// Asks the server for both Deployments.
    [[nodiscard]] Expected<WorkloadStatus> read(StopToken stop);
    /// The server has accepted `replicas`, and gave the Deployment this version.
    void wrote(cluster::Pool pool, int replicas, const std::string& resource_version);

  private:
    struct Written {
        int replicas = 0;
        std::string resource_version;
    };

    Unexpected<Error> failed(const Error& error);
    void listen(const Informer& informer);
    [[nodiscard]] bool synced() const;
    [[nodiscard]] bool current() const;
    [[nodiscard]] PoolStatus pool_status(const Deployment& watched, std::size_t pool) const;

    KubernetesClient& client_;
    const std::string space_;
    const std::array<std::string, 2> names_;
    ConnectionView view_;
    std::optional<Error> trouble_;
    std::array<TypedStore<Deployment>, 2> deployments_;
    std::array<TypedStore<Pod>, 2> pods_;
    std::array<std::unique_ptr<Informer>, 2> deployment_informers_;
    std::array<std::unique_ptr<Informer>, 2> pod_informers_;
    std::array<std::optional<Written>, 2> written_;
    std::array<std::optional<Deployment>, 2> seen_;
};

}  // namespace trimtab::cluster_api
