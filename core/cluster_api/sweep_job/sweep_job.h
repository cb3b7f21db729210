// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "core/base/expected.h"
#include "core/base/run_control.h"
#include "core/cluster_api/kubernetes/kubernetes_client.h"
#include "core/cluster_api/sweep_job/sweep_manifest.h"

namespace trimtab::cluster_api {

/// What a Job's status says.
struct SweepJobStatus {
    int active = 0;               ///< pods that wait or run
    int succeeded = 0;            ///< indexes
    int failed_indexes = 0;       ///< that used up their tries
    std::string failed_list;      ///< "1,3-5"
    bool suspended = false;       ///< waits to be admitted
    bool complete = false;        ///< every index succeeded
    bool failed = false;          ///< ended, and not every index succeeded
    std::string reason, message;  ///< of a failure, in the cluster's words
    std::string waiting;          ///< why no pod runs, where one says so: "ErrImagePull: ..."
    bool image_refused = false;   ///< what is waited for is an image that cannot be pulled

    [[nodiscard]] bool ended() const { return complete || failed; }
};

[[nodiscard]] Expected<SweepJobStatus> read_sweep_job(const QJsonObject& job);

/// submitted: now. present: this very Job was there already, and goes on.
enum class Submission { submitted, present };

/// Asks the server whether it would take both objects, then makes them; where the Job is refused after all,
/// the ConfigMap is removed again. Errors are the server's with the next step.
[[nodiscard]] Expected<Submission> submit_sweep(KubernetesClient& client, const SweepManifest& manifest,
                                                StopToken stop = {});

/// How far it is; asks for pods only while none has succeeded.
[[nodiscard]] Expected<SweepJobStatus> sweep_status(KubernetesClient& client, const SweepManifest& manifest,
                                                    StopToken stop = {});

/// Removes Job, pods and ConfigMap.
[[nodiscard]] Expected<void> remove_sweep(KubernetesClient& client, const SweepManifest& manifest,
                                          StopToken stop = {});

/// Asks every `interval_ms` until the Job has ended; a server that does not answer for a while is waited for
/// (five times in a row at most). A sweep whose image cannot be pulled by any of its pods is removed, and
/// that is the error. A stop gives `cancelled` and leaves the Job alone.
[[nodiscard]] Expected<SweepJobStatus> follow_sweep(KubernetesClient& client, const SweepManifest& manifest,
                                                    int interval_ms, StopToken stop,
                                                    const std::function<void(const SweepJobStatus&)>& seen);

}  // namespace trimtab::cluster_api
