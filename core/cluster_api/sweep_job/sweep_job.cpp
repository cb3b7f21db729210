// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/sweep_job/sweep_job.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <charconv>

#include "core/cluster_api/http/event_wait.h"
#include "core/cluster_api/kubernetes/api_writes.h"
#include "core/cluster_api/kubernetes/read_objects.h"

namespace trimtab::cluster_api {
namespace {

constexpr Resource jobs_resource{"/apis/batch/v1", "jobs", "Job"};
constexpr Resource config_maps_resource{"/api/v1", "configmaps", "ConfigMap"};
constexpr int most_silences = 5;
constexpr int patience_with_image = 3;  // looks: a registry may fail for a moment

std::string text(const QJsonValue& value) { return value.toString().toStdString(); }

QJsonObject qt_object(const nlohmann::ordered_json& document) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(document.dump())).object();
}

ApiCall<QJsonObject> call(const Resource& resource, const SweepManifest& manifest, bool named) {
    ApiCall<QJsonObject> out;
    out.request.path = resource_path(resource, manifest.name_space, named ? manifest.name : std::string());
    out.subject = std::string(resource.kind) + " " + manifest.name + " in namespace " + manifest.name_space;
    out.parse = [](const QJsonObject& object) -> Expected<QJsonObject> { return object; };
    return out;
}

ApiCall<QJsonObject> create(const Resource& resource, const SweepManifest& manifest,
                            const nlohmann::ordered_json& object, WriteMode mode) {
    auto out = call(resource, manifest, false);
    write_json(out.request, "POST", qt_object(object), mode);
    return out;
}

ApiCall<QJsonObject> remove(const Resource& resource, const SweepManifest& manifest) {
    auto out = call(resource, manifest, true);
    out.request.method = "DELETE";
    out.request.query.emplace_back("propagationPolicy", "Background");
    return out;
}

/// "1,3-5" -> 4.
int count_indexes(const std::string& list) {
    int count = 0;
    const char* at = list.data();
    const char* const end = at + list.size();
    while (at < end) {
        int first = 0, last = 0;
        at = std::from_chars(at, end, first).ptr;
        last = first;
        if (at < end && *at == '-') at = std::from_chars(at + 1, end, last).ptr;
        count += last - first + 1;
        at = at < end && *at == ',' ? at + 1 : end;
    }
    return count;
}

bool image_reason(const std::string& reason) {
    return reason == "ErrImagePull" || reason == "ImagePullBackOff" || reason == "InvalidImageName" ||
           reason == "ErrImageNeverPull";
}

}  // namespace

Expected<SweepJobStatus> read_sweep_job(const QJsonObject& job) {
    SweepJobStatus out;
    const QJsonObject status = job["status"].toObject();
    out.active = status["active"].toInt();
    out.succeeded = status["succeeded"].toInt();
    out.failed_list = text(status["failedIndexes"]);
    out.failed_indexes = count_indexes(out.failed_list);
    for (const QJsonValue& item : status["conditions"].toArray()) {
        const QJsonObject condition = item.toObject();
        if (condition["status"].toString() != "True") continue;
        const QString type = condition["type"].toString();
        out.complete = out.complete || type == "Complete";
        out.suspended = out.suspended || type == "Suspended";
        if (type == "Failed" || type == "FailureTarget") {
            out.failed = out.failed || type == "Failed";
            out.reason = text(condition["reason"]);
            out.message = text(condition["message"]);
        }
    }
    return out;
}

Expected<Submission> submit_sweep(KubernetesClient& client, const SweepManifest& manifest, StopToken stop) {
    const auto present = client.wait(call(jobs_resource, manifest, true), stop);
    if (present) return Submission::present;
    if (present.error().code != ErrorCode::not_found) return Unexpected(present.error());
    for (const auto& [resource, object] :
         {std::pair{&config_maps_resource, &manifest.config_map}, std::pair{&jobs_resource, &manifest.job}})
        if (auto would = client.wait(create(*resource, manifest, *object, WriteMode::dry_run), stop);
            !would && would.error().code != ErrorCode::conflict)
            return Unexpected(would.error());
    const auto files =
        client.wait(create(config_maps_resource, manifest, manifest.config_map, WriteMode::store), stop);
    // One of an earlier submission that was cut off holds the same: its name tells the rows.
    if (!files && files.error().code != ErrorCode::conflict) return Unexpected(files.error());
    const auto job = client.wait(create(jobs_resource, manifest, manifest.job, WriteMode::store), stop);
    if (job) return Submission::submitted;
    // Refused, or an answer that was lost: only the server knows.
    if (client.wait(call(jobs_resource, manifest, true))) return Submission::submitted;
    static_cast<void>(client.wait(remove(config_maps_resource, manifest)));
    return Unexpected(job.error());
}

Expected<SweepJobStatus> sweep_status(KubernetesClient& client, const SweepManifest& manifest,
                                      StopToken stop) {
    const auto job = client.wait(call(jobs_resource, manifest, true), stop);
    if (!job) return Unexpected(job.error());
    auto status = read_sweep_job(*job);
    if (!status || status->ended() || status->active == 0 || status->succeeded > 0) return status;
    const auto pods = client.list<Pod>(pods_resource, manifest.name_space, read_pod, stop,
                                       "batch.kubernetes.io/job-name=" + manifest.name);
    if (!pods) return Unexpected(pods.error());
    bool any_runs = false;
    for (const Pod& pod : *pods) {
        any_runs = any_runs || pod.ready;
        if (pod.reason.empty() || pod.phase == PodPhase::succeeded || pod.phase == PodPhase::failed) continue;
        status->waiting = pod.reason + (pod.message.empty() ? "" : ": " + pod.message);
        status->image_refused = image_reason(pod.reason);
    }
    status->image_refused = status->image_refused && !any_runs;
    return status;
}

Expected<void> remove_sweep(KubernetesClient& client, const SweepManifest& manifest, StopToken stop) {
    for (const Resource* resource : {&jobs_resource, &config_maps_resource})
        if (auto removed = client.wait(remove(*resource, manifest), stop);
            !removed && removed.error().code != ErrorCode::not_found)
            return Unexpected(removed.error());
    return {};
}

Expected<SweepJobStatus> follow_sweep(KubernetesClient& client, const SweepManifest& manifest,
                                      int interval_ms, StopToken stop,
                                      const std::function<void(const SweepJobStatus&)>& seen) {
    int silences = 0, refusals = 0;
    for (;;) {
        const auto status = sweep_status(client, manifest, stop);
        if (!status) {
            if (status.error().code != ErrorCode::unavailable || ++silences >= most_silences) return status;
        } else {
            silences = 0;
            seen(*status);
            if (status->ended()) return status;
            refusals = status->image_refused ? refusals + 1 : 0;
            if (refusals >= patience_with_image) {
                static_cast<void>(remove_sweep(client, manifest));
                return fail(ErrorCode::invalid_argument,
                            "the cluster cannot pull the image (" + status->waiting +
                                "); the Job was removed. Correct kubernetes.image or give "
                                "kubernetes.image_pull_secret, then submit it again",
                            manifest.name);
            }
        }
        wait_until([] { return false; }, stop, interval_ms);
        if (stop.stop_requested())
            return fail(ErrorCode::cancelled, "stopped following; Job " + manifest.name +
                                                  " goes on in namespace " + manifest.name_space +
                                                  ". The same command follows it again");
    }
}

}  // namespace trimtab::cluster_api
