// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "core/cluster_api/kubernetes/kubernetes_client.h"
#include "core/cluster_api/live/workload.h"
#include "core/config/config.h"

namespace trimtab::cluster_api {

/// The two Deployments through the Kubernetes API: watches for what is shown, `scale` for what is written.
/// The client must outlive it; one thread.
class KubernetesWorkload final : public Workload {
  public:
    KubernetesWorkload(const config::Config& config, KubernetesClient& client);
    ~KubernetesWorkload() override;

    [[nodiscard]] ConnectionView connection() const override;
    [[nodiscard]] std::string cluster() const override;
    [[nodiscard]] std::string context() const override;
    [[nodiscard]] std::string holder() const override;
    [[nodiscard]] Expected<void> connect(StopToken stop) override;
    [[nodiscard]] WorkloadStatus status() const override;
    [[nodiscard]] Expected<WorkloadStatus> read(StopToken stop) override;
    [[nodiscard]] Expected<void> check_ownership(StopToken stop) override;
    void set_waiting(std::function<void(const std::string& text)> waiting) override;
    [[nodiscard]] Expected<void> acquire_lease(StopToken stop) override;
    void release_lease(StopToken stop) override;
    [[nodiscard]] bool holds_lease() const override;
    [[nodiscard]] std::string lease_text() const override;
    [[nodiscard]] Expected<void> preflight(cluster::Pool pool, int replicas, StopToken stop) override;
    [[nodiscard]] Expected<void> scale(cluster::Pool pool, int expected, int replicas,
                                       StopToken stop) override;
    [[nodiscard]] Expected<void> annotate(const std::string& journal, StopToken stop) override;
    [[nodiscard]] Expected<void> remove_annotation(const std::string& holder, StopToken stop) override;
    [[nodiscard]] Expected<std::string> read_placement(StopToken stop) override;
    [[nodiscard]] Expected<void> place(cluster::Placement placement, StopToken stop) override;
    [[nodiscard]] Expected<void> restore_placement(const std::string& original, StopToken stop) override;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace trimtab::cluster_api
