// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/workload_watch.h"

#include <algorithm>

#include "core/cluster_api/http/http_error.h"
#include "core/cluster_api/kubernetes/api_calls.h"
#include "core/cluster_api/kubernetes/read_objects.h"
#include "core/cluster_api/live/workload_objects.h"

namespace trimtab::cluster_api {
namespace {

constexpr std::int64_t first_picture_ms = 20'000;

}  // namespace

WorkloadWatch::WorkloadWatch(const config::Config& config, KubernetesClient& client)
    : client_(client),
      space_(config.environment.namespace_),
      names_{config.cluster.gpu_deployment, config.cluster.cpu_deployment},
      deployments_{TypedStore<Deployment>(read_deployment), TypedStore<Deployment>(read_deployment)},
      pods_{TypedStore<Pod>(read_pod), TypedStore<Pod>(read_pod)} {
    view_.name = "Kubernetes";
    view_.address = origin_text(client.http().endpoint().base_url);
    view_.state = ConnectionState::connecting;
    view_.verifies_tls = client.connection().verifies_server;
}

WorkloadWatch::~WorkloadWatch() = default;

Expected<void> WorkloadWatch::connect(StopToken stop) {
    for (std::size_t p = 0; p < 2; ++p) {
        const auto deployment = client_.wait(get_deployment(space_, names_[p]), stop);
        if (!deployment) return failed(deployment.error());
        deployment_informers_[p] =
            std::make_unique<Informer>(client_,
                                       InformerSettings{.resource = deployments_resource,
                                                        .namespace_name = space_,
                                                        .field_selector = "metadata.name=" + names_[p]},
                                       deployments_[p]);
        pod_informers_[p] = std::make_unique<Informer>(
            client_,
            InformerSettings{.resource = pods_resource,
                             .namespace_name = space_,
                             .label_selector = selector_text(deployment->selector)},
            pods_[p]);
        listen(*deployment_informers_[p]);
        deployment_informers_[p]->start();
        pod_informers_[p]->start();
    }
    wait_until([this] { return synced(); }, stop, first_picture_ms, *client_.http().behaviour().clock);
    if (stop.stop_requested()) return fail(ErrorCode::cancelled, "Stopped while connecting.");
    if (!synced())
        return failed(trouble_.value_or(
            make_error(ErrorCode::unavailable, "the lists of deployments and pods did not come in " +
                                                   std::to_string(first_picture_ms / 1000) + " s")));
    view_.state = ConnectionState::connected;
    view_.text = "context " + client_.connection().context;
    return {};
}

Unexpected<Error> WorkloadWatch::failed(const Error& error) {
    view_.state = ConnectionState::failed;
    view_.text = error.to_string();
    return Unexpected<Error>(error);
}

void WorkloadWatch::listen(const Informer& informer) {
    QObject::connect(&informer, &Informer::troubled, this, [this](const Error& error) { trouble_ = error; });
    QObject::connect(&informer, &Informer::recovered, this, [this] { trouble_.reset(); });
}

bool WorkloadWatch::synced() const {
    return std::ranges::all_of(deployment_informers_, [](const auto& one) { return one && one->synced(); }) &&
           std::ranges::all_of(pod_informers_, [](const auto& one) { return one && one->synced(); });
}

bool WorkloadWatch::current() const {
    return std::ranges::all_of(deployment_informers_, [](const auto& one) { return one && one->current(); });
}

ConnectionView WorkloadWatch::connection() const {
    ConnectionView view = view_;
    if (view.state == ConnectionState::connected && !current()) {
        view.state = ConnectionState::failed;
        view.text = "the watch is interrupted" + (trouble_ ? ": " + trouble_->to_string() : std::string());
    }
    return view;
}

PoolStatus WorkloadWatch::pool_status(const Deployment& watched, std::size_t pool) const {
    // What was read on demand may be newer than the last event of the watch.
    const auto& seen = seen_[pool];
    const bool is_behind = seen && is_older(watched.meta.resource_version, seen->meta.resource_version);
    const Deployment& deployment = is_behind ? *seen : watched;
    PoolStatus status = pool_status_of(deployment);
    const auto& written = written_[pool];
    if (written && is_older(deployment.meta.resource_version, written->resource_version)) {
        if (status.desired != written->replicas) status.ready = -1;
        status.desired = written->replicas;
    }
    return status;
}

WorkloadStatus WorkloadWatch::status() const {
    WorkloadStatus status;
    const std::int64_t now_ms = client_.http().behaviour().clock->utc_ms();
    for (std::size_t p = 0; p < 2; ++p) {
        if (const Deployment* deployment = deployments_[p].find_named(names_[p]))
            status.pools[p] = pool_status(*deployment, p);
        for (const auto& [uid, pod] : pods_[p].objects())
            status.pods.push_back(pod_view_of(pod, static_cast<cluster::Pool>(p), now_ms));
    }
    std::ranges::sort(status.pods, {}, &PodView::name);
    for (const PodView& pod : status.pods) {
        std::string& trouble = status.pools[static_cast<std::size_t>(pod.pool)].trouble;
        if (trouble.empty() && pod.phase != "Ready" && !pod.reason.empty())
            trouble = pod.name + ": " + pod.reason;
    }
    return status;
}

Expected<WorkloadStatus> WorkloadWatch::read(StopToken stop) {
    WorkloadStatus fresh = status();
    for (std::size_t p = 0; p < 2; ++p) {
        const auto deployment = client_.wait(get_deployment(space_, names_[p]), stop);
        if (!deployment) return Unexpected<Error>(deployment.error());
        written_[p].reset();
        seen_[p] = *deployment;
        fresh.pools[p] = pool_status(*deployment, p);
    }
    return fresh;
}

void WorkloadWatch::wrote(cluster::Pool pool, int replicas, const std::string& resource_version) {
    written_[static_cast<std::size_t>(pool)] = Written{replicas, resource_version};
}

}  // namespace trimtab::cluster_api
