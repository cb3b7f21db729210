// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/cluster_api/kubernetes/api_calls.h"
#include "core/cluster_api/kubernetes/kubernetes_client.h"

namespace trimtab::cluster_api {

/// What is written to a Deployment: its count through `scale`, each time after a dry run, and the journal
/// annotation. Every write names the version that it was decided on. The client must outlive it; one thread.
class DeploymentWriter {
  public:
    /// `holder`: whose journal annotations are this session's own.
    DeploymentWriter(std::string space, std::string holder, KubernetesClient& client);

    /// Whether the server would accept the count; changes nothing.
    [[nodiscard]] Expected<void> preflight(const std::string& name, int replicas, StopToken stop);
    /// As it was stored. `conflict` where the present count is not `expected` any more.
    [[nodiscard]] Expected<Scale> scale(const std::string& name, int expected, int replicas, StopToken stop);

    /// `conflict` where the journal of another session stands there.
    [[nodiscard]] Expected<void> annotate(const std::string& name, const std::string& journal,
                                          StopToken stop);
    /// Removes the journal of that holder; anybody else's stays.
    [[nodiscard]] Expected<void> remove_annotation(const std::string& name, const std::string& holder,
                                                   StopToken stop);

  private:
    enum class Annotation { keep, change };
    /// Given the present value.
    using Decide = std::function<Expected<Annotation>(const std::string& present)>;

    [[nodiscard]] Expected<void> dry_run(const std::string& name, int replicas, const Scale& present,
                                         StopToken stop);
    [[nodiscard]] Expected<void> change_annotation(const std::string& name, const Decide& decide,
                                                   const StringPairs& values,
                                                   const std::vector<std::string>& removed, StopToken stop);

    const std::string space_;
    const std::string holder_;
    KubernetesClient& client_;
};

}  // namespace trimtab::cluster_api
