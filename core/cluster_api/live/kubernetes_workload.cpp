// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/kubernetes_workload.h"

#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>

#include "core/cluster_api/http/http_error.h"
#include "core/cluster_api/kubernetes/lease_holder.h"
#include "core/cluster_api/live/deployment_writer.h"
#include "core/cluster_api/live/ownership.h"
#include "core/cluster_api/live/placement_writer.h"
#include "core/cluster_api/live/workload_watch.h"

namespace trimtab::cluster_api {
namespace {

/// Longer than the Lease of a holder that died.
constexpr int lease_wait_s = 20;

std::string holder_name() {
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    const char* user = std::getenv("USER");
    return (user != nullptr ? std::string(user) + "@" : std::string()) + host.data() + "/" +
           std::to_string(::getpid()) + "-" +
           std::to_string(std::chrono::system_clock::now().time_since_epoch().count() % 1'000'000'000);
}

}  // namespace

struct KubernetesWorkload::State {
    State(const config::Config& config, KubernetesClient& kubernetes)
        : client(kubernetes),
          space(config.environment.namespace_),
          names{config.cluster.gpu_deployment, config.cluster.cpu_deployment},
          holder(holder_name()),
          watch(config, client),
          writer(space, holder, client),
          placement(config, client),
          lease(client, {.namespace_name = space, .name = config.cluster.lease_name, .identity = holder}) {
        QObject::connect(&lease, &LeaseHolder::blocked, &lease, [this](const QString& other) {
            if (waiting)
                waiting("waiting for the Lease, which " + other.toStdString() + " holds: at most " +
                        std::to_string(lease_wait_s) + " s, in case it has died");
        });
    }

    [[nodiscard]] const std::string& name(cluster::Pool pool) const {
        return names[static_cast<std::size_t>(pool)];
    }

    KubernetesClient& client;
    const std::string space;
    const std::array<std::string, 2> names;
    const std::string holder;
    WorkloadWatch watch;
    DeploymentWriter writer;
    PlacementWriter placement;
    LeaseHolder lease;
    std::function<void(const std::string&)> waiting;
};

KubernetesWorkload::KubernetesWorkload(const config::Config& config, KubernetesClient& client)
    : state_(std::make_unique<State>(config, client)) {}
KubernetesWorkload::~KubernetesWorkload() = default;

std::string KubernetesWorkload::cluster() const {
    return origin_text(state_->client.http().endpoint().base_url);
}
std::string KubernetesWorkload::context() const { return state_->client.connection().context; }
std::string KubernetesWorkload::holder() const { return state_->holder; }

ConnectionView KubernetesWorkload::connection() const { return state_->watch.connection(); }
Expected<void> KubernetesWorkload::connect(StopToken stop) { return state_->watch.connect(stop); }
WorkloadStatus KubernetesWorkload::status() const { return state_->watch.status(); }
Expected<WorkloadStatus> KubernetesWorkload::read(StopToken stop) { return state_->watch.read(stop); }

Expected<void> KubernetesWorkload::check_ownership(StopToken stop) {
    return check_autoscalers(state_->client, state_->space, state_->names, stop);
}

void KubernetesWorkload::set_waiting(std::function<void(const std::string& text)> waiting) {
    state_->waiting = std::move(waiting);
}
Expected<void> KubernetesWorkload::acquire_lease(StopToken stop) {
    return state_->lease.held() ? Expected<void>() : state_->lease.waitUntilHeld(stop, lease_wait_s);
}
void KubernetesWorkload::release_lease(StopToken stop) {
    // Where it cannot be given back, it expires by itself.
    static_cast<void>(state_->lease.releaseAndWait(stop));
}
bool KubernetesWorkload::holds_lease() const { return state_->lease.held(); }
std::string KubernetesWorkload::lease_text() const {
    if (state_->lease.held()) return "held by this session";
    if (const std::string loss = state_->lease.loss(); !loss.empty()) return loss;
    const std::string& other = state_->lease.otherHolder();
    return other.empty() ? "not held" : "held by " + other;
}

Expected<void> KubernetesWorkload::preflight(cluster::Pool pool, int replicas, StopToken stop) {
    return state_->writer.preflight(state_->name(pool), replicas, stop);
}
Expected<void> KubernetesWorkload::scale(cluster::Pool pool, int expected, int replicas, StopToken stop) {
    const auto stored = state_->writer.scale(state_->name(pool), expected, replicas, stop);
    if (!stored) return Unexpected<Error>(stored.error());
    state_->watch.wrote(pool, replicas, stored->meta.resource_version);
    return {};
}

Expected<void> KubernetesWorkload::annotate(const std::string& journal, StopToken stop) {
    for (const std::string& name : state_->names)
        if (auto done = state_->writer.annotate(name, journal, stop); !done) return done;
    return {};
}
Expected<void> KubernetesWorkload::remove_annotation(const std::string& holder, StopToken stop) {
    for (const std::string& name : state_->names)
        if (auto done = state_->writer.remove_annotation(name, holder, stop); !done) return done;
    return {};
}

Expected<std::string> KubernetesWorkload::read_placement(StopToken stop) {
    return state_->placement.read(stop);
}
Expected<void> KubernetesWorkload::place(cluster::Placement placement, StopToken stop) {
    return state_->placement.write(placement, stop);
}
Expected<void> KubernetesWorkload::restore_placement(const std::string& original, StopToken stop) {
    return state_->placement.restore(original, stop);
}

}  // namespace trimtab::cluster_api
