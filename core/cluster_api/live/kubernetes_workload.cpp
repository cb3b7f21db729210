// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/kubernetes_workload.h"

#include <unistd.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <optional>

#include "core/cluster_api/http/http_error.h"
#include "core/cluster_api/kubernetes/api_calls.h"
#include "core/cluster_api/kubernetes/informer.h"
#include "core/cluster_api/kubernetes/lease_holder.h"
#include "core/cluster_api/kubernetes/read_objects.h"
#include "core/cluster_api/live/journal.h"
#include "core/cluster_api/live/ownership.h"
#include "core/cluster_api/live/placement_writer.h"

namespace trimtab::cluster_api {
namespace {

constexpr std::int64_t first_picture_ms = 20'000;
constexpr int conflict_attempts = 4;

/// The API server's versions are opaque, but grow; nothing where one is no number.
std::optional<std::uint64_t> version_number(const std::string& version) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), number);
    if (error != std::errc() || end != version.data() + version.size()) return std::nullopt;
    return number;
}

std::string holder_name() {
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    const char* user = std::getenv("USER");
    return (user != nullptr ? std::string(user) + "@" : std::string()) + host.data() + "/" +
           std::to_string(::getpid()) + "-" +
           std::to_string(std::chrono::system_clock::now().time_since_epoch().count() % 1'000'000'000);
}

std::string selector_text(const StringPairs& pairs) {
    std::string text;
    for (const auto& [key, value] : pairs) text += (text.empty() ? "" : ",") + key + "=" + value;
    return text;
}

std::string journal_of(const Deployment& deployment) {
    for (const auto& [key, value] : deployment.annotations)
        if (key == journal_annotation) return value;
    return {};
}

PodView view_of(const Pod& pod, cluster::Pool pool, std::int64_t now_ms) {
    PodView view;
    view.name = pod.meta.name;
    view.pool = pool;
    view.node = pod.node;
    view.reason = pod.reason;
    view.restarts = pod.restarts;
    view.age_s = pod.meta.created_ms > 0 ? static_cast<double>(now_ms - pod.meta.created_ms) / 1000 : 0;
    if (pod.meta.deleting)
        view.phase = "Terminating";
    else if (pod.phase == PodPhase::failed || pod.phase == PodPhase::succeeded)
        view.phase = "Failed";
    else if (pod.ready)
        view.phase = "Ready";
    else
        view.phase = pod.node.empty() ? "Pending" : "Starting";
    return view;
}

}  // namespace

class KubernetesWorkload::State : public QObject {
  public:
    State(const config::Config& config, KubernetesClient& client)
        : client_(client),
          space_(config.environment.namespace_),
          names_{config.cluster.gpu_deployment, config.cluster.cpu_deployment},
          placement_(config, client),
          holder_(holder_name()),
          lease_(client, {.namespace_name = space_, .name = config.cluster.lease_name, .identity = holder_}),
          deployments_(read_deployment) {
        view_.name = "Kubernetes";
        view_.address = origin_text(client.http().endpoint().base_url);
        view_.state = ConnectionState::connecting;
        view_.verifies_tls = client.connection().verifies_server;
    }

    [[nodiscard]] ConnectionView connection() const {
        ConnectionView view = view_;
        if (informer_ && view.state == ConnectionState::connected && !informer_->current()) {
            view.state = ConnectionState::failed;
            view.text = "the watch is interrupted" + (trouble_.empty() ? "" : ": " + trouble_);
        }
        return view;
    }

    Expected<void> connect(StopToken stop) {
        for (std::size_t p = 0; p < 2; ++p) {
            const auto deployment = client_.wait(get_deployment(space_, names_[p]), stop);
            if (!deployment) return failed(deployment.error());
            const std::string selector = selector_text(deployment->selector);
            pods_[p] = std::make_unique<TypedStore<Pod>>(read_pod);
            pod_informers_[p] = std::make_unique<Informer>(
                client_,
                InformerSettings{
                    .resource = pods_resource, .namespace_name = space_, .label_selector = selector},
                *pods_[p]);
            pod_informers_[p]->start();
        }
        informer_ = std::make_unique<Informer>(
            client_, InformerSettings{.resource = deployments_resource, .namespace_name = space_},
            deployments_);
        connect_trouble();
        informer_->start();
        const auto synced = [this] {
            return informer_->synced() && pod_informers_[0]->synced() && pod_informers_[1]->synced();
        };
        wait_until(synced, stop, first_picture_ms, *client_.http().behaviour().clock);
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "Stopped while connecting.");
        if (!synced())
            return failed(trouble_error_.value_or(
                make_error(ErrorCode::unavailable, "the lists of deployments and pods did not come in " +
                                                       std::to_string(first_picture_ms / 1000) + " s")));
        view_.state = ConnectionState::connected;
        view_.text = "context " + client_.connection().context;
        return {};
    }

    [[nodiscard]] WorkloadStatus status() const {
        WorkloadStatus status;
        const std::int64_t now_ms = client_.http().behaviour().clock->utc_ms();
        for (std::size_t p = 0; p < 2; ++p) {
            if (const Deployment* deployment = deployments_.find_named(names_[p]))
                status.pools[p] = pool_status(*deployment, p);
            if (!pods_[p]) continue;
            for (const auto& [uid, pod] : pods_[p]->objects())
                status.pods.push_back(view_of(pod, static_cast<cluster::Pool>(p), now_ms));
        }
        std::ranges::sort(status.pods, {}, &PodView::name);
        for (const PodView& pod : status.pods) {
            std::string& trouble = status.pools[static_cast<std::size_t>(pod.pool)].trouble;
            if (trouble.empty() && pod.phase != "Ready" && !pod.reason.empty())
                trouble = pod.name + ": " + pod.reason;
        }
        return status;
    }

    Expected<WorkloadStatus> read(StopToken stop) {
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

    Expected<void> preflight(cluster::Pool pool, int replicas, StopToken stop) {
        const std::string& name = names_[static_cast<std::size_t>(pool)];
        const auto scale = client_.wait(get_scale(space_, name), stop);
        if (!scale) return Unexpected<Error>(scale.error());
        return dry_run(name, replicas, *scale, stop);
    }

    Expected<void> scale(cluster::Pool pool, int expected, int replicas, StopToken stop) {
        const auto p = static_cast<std::size_t>(pool);
        for (int attempt = 1;; ++attempt) {
            const auto present = client_.wait(get_scale(space_, names_[p]), stop);
            if (!present) return Unexpected<Error>(present.error());
            if (present->replicas != expected)
                return fail(ErrorCode::conflict, names_[p] + " has " + std::to_string(present->replicas) +
                                                     " replicas and not " + std::to_string(expected) +
                                                     ": somebody else has changed it");
            if (auto accepted = dry_run(names_[p], replicas, *present, stop); !accepted) return accepted;
            const auto stored = client_.wait(
                patch_scale(space_, names_[p], replicas, present->meta.resource_version, WriteMode::store),
                stop);
            if (stored) {
                written_[p] = Written{replicas, stored->meta.resource_version};
                return {};
            }
            // A status update between reading and writing moves the version too: only the count says whose it
            // is.
            if (stored.error().code != ErrorCode::conflict || attempt == conflict_attempts)
                return Unexpected<Error>(stored.error());
        }
    }

    Expected<void> annotate(const std::string& journal, StopToken stop) {
        return change_annotation(
            [&](const std::string& name, const std::string& present) -> Expected<Annotation> {
                if (present == journal) return Annotation::keep;
                const auto other = decode_journal(present);
                if (present.empty() || (other && other->holder == holder_)) return Annotation::change;
                return fail(ErrorCode::conflict,
                            "the annotation " + std::string(journal_annotation) + " of " + name +
                                (other ? " is the journal of " + other->holder +
                                             ": restore it first with trimtab control --restore"
                                       : " is no journal that can be read: look at it, then remove it with "
                                         "kubectl annotate deployment " +
                                             name + " " + journal_annotation + "-"));
            },
            {{journal_annotation, journal}}, {}, stop);
    }

    Expected<void> remove_annotation(const std::string& holder, StopToken stop) {
        return change_annotation(
            [&](const std::string&, const std::string& present) -> Expected<Annotation> {
                const auto entry = decode_journal(present);
                return entry && entry->holder == holder ? Annotation::change : Annotation::keep;
            },
            {}, {journal_annotation}, stop);
    }

    KubernetesClient& client_;
    const std::string space_;
    const std::array<std::string, 2> names_;
    PlacementWriter placement_;
    const std::string holder_;
    LeaseHolder lease_;

  private:
    enum class Annotation { keep, change };

    /// Names the version that `decide` has seen, so that the journal of a session that begins at the same
    /// moment is a conflict and not overwritten.
    template <class Decide>
    Expected<void> change_annotation(const Decide& decide, const StringPairs& values,
                                     const std::vector<std::string>& removed, StopToken stop) {
        for (const std::string& name : names_)
            for (int attempt = 1;; ++attempt) {
                const auto read = client_.wait(get_deployment(space_, name), stop);
                if (!read) return Unexpected<Error>(read.error());
                const auto wanted = decide(name, journal_of(*read));
                if (!wanted) return Unexpected<Error>(wanted.error());
                if (*wanted == Annotation::keep) break;
                const auto stored =
                    client_.wait(annotate_deployment(space_, name, values, removed,
                                                     read->meta.resource_version, WriteMode::store),
                                 stop);
                if (stored) break;
                if (stored.error().code != ErrorCode::conflict || attempt == conflict_attempts)
                    return Unexpected<Error>(stored.error());
            }
        return {};
    }

    struct Written {
        int replicas = 0;
        std::string resource_version;
    };

    Unexpected<Error> failed(const Error& error) {
        view_.state = ConnectionState::failed;
        view_.text = error.to_string();
        return Unexpected<Error>(error);
    }

    void connect_trouble() {
        QObject::connect(informer_.get(), &Informer::troubled, this, [this](const Error& error) {
            trouble_ = error.to_string();
            trouble_error_ = error;
        });
        QObject::connect(informer_.get(), &Informer::recovered, this, [this] {
            trouble_.clear();
            trouble_error_.reset();
        });
    }

    [[nodiscard]] PoolStatus pool_status(const Deployment& watched, std::size_t p) const {
        // What was read on demand may be newer than the last event of the watch.
        const Deployment& deployment = newest(watched, p);
        PoolStatus status;
        status.desired = deployment.replicas;
        status.ready = deployment.ready_replicas;
        status.trouble = deployment.replica_failure();
        status.journal = journal_of(deployment);
        if (written_[p]) {
            const auto shown = version_number(deployment.meta.resource_version);
            const auto ours = version_number(written_[p]->resource_version);
            if (shown && ours && *shown < *ours) status.desired = written_[p]->replicas;
        }
        return status;
    }

    [[nodiscard]] const Deployment& newest(const Deployment& watched, std::size_t p) const {
        if (!seen_[p]) return watched;
        const auto shown = version_number(watched.meta.resource_version);
        const auto seen = version_number(seen_[p]->meta.resource_version);
        return shown && seen && *shown < *seen ? *seen_[p] : watched;
    }

    Expected<void> dry_run(const std::string& name, int replicas, const Scale& present, StopToken stop) {
        const auto would = client_.wait(
            patch_scale(space_, name, replicas, present.meta.resource_version, WriteMode::dry_run), stop);
        if (!would && would.error().code == ErrorCode::conflict)
            return {};  // the version moved on: tried again
        if (!would) return Unexpected<Error>(would.error());
        if (would->replicas != replicas)
            return fail(ErrorCode::conflict, "the cluster would set " + name + " to " +
                                                 std::to_string(would->replicas) + " instead of " +
                                                 std::to_string(replicas) + ": an admission rule changes it");
        return {};
    }

    ConnectionView view_;
    std::string trouble_;
    std::optional<Error> trouble_error_;
    TypedStore<Deployment> deployments_;
    std::array<std::unique_ptr<TypedStore<Pod>>, 2> pods_;
    std::unique_ptr<Informer> informer_;
    std::array<std::unique_ptr<Informer>, 2> pod_informers_;
    std::array<std::optional<Written>, 2> written_;
    std::array<std::optional<Deployment>, 2> seen_;
};

KubernetesWorkload::KubernetesWorkload(const config::Config& config, KubernetesClient& client)
    : state_(std::make_unique<State>(config, client)) {}
KubernetesWorkload::~KubernetesWorkload() = default;

ConnectionView KubernetesWorkload::connection() const { return state_->connection(); }
std::string KubernetesWorkload::cluster() const {
    return origin_text(state_->client_.http().endpoint().base_url);
}
std::string KubernetesWorkload::context() const { return state_->client_.connection().context; }
std::string KubernetesWorkload::holder() const { return state_->holder_; }
Expected<void> KubernetesWorkload::connect(StopToken stop) { return state_->connect(stop); }
WorkloadStatus KubernetesWorkload::status() const { return state_->status(); }
Expected<WorkloadStatus> KubernetesWorkload::read(StopToken stop) { return state_->read(stop); }
Expected<void> KubernetesWorkload::check_ownership(StopToken stop) {
    return check_autoscalers(state_->client_, state_->space_, state_->names_, stop);
}
Expected<void> KubernetesWorkload::acquire_lease(StopToken stop) {
    return state_->lease_.held() ? Expected<void>() : state_->lease_.waitUntilHeld(stop);
}
void KubernetesWorkload::release_lease(StopToken stop) {
    // Where it cannot be given back, it expires by itself.
    static_cast<void>(state_->lease_.releaseAndWait(stop));
}
bool KubernetesWorkload::holds_lease() const { return state_->lease_.held(); }
std::string KubernetesWorkload::lease_text() const {
    if (state_->lease_.held()) return "held by this session";
    const std::string& other = state_->lease_.otherHolder();
    return other.empty() ? "not held" : "held by " + other;
}
Expected<void> KubernetesWorkload::preflight(cluster::Pool pool, int replicas, StopToken stop) {
    return state_->preflight(pool, replicas, stop);
}
Expected<void> KubernetesWorkload::scale(cluster::Pool pool, int expected, int replicas, StopToken stop) {
    return state_->scale(pool, expected, replicas, stop);
}
Expected<void> KubernetesWorkload::annotate(const std::string& journal, StopToken stop) {
    return state_->annotate(journal, stop);
}
Expected<void> KubernetesWorkload::remove_annotation(const std::string& holder, StopToken stop) {
    return state_->remove_annotation(holder, stop);
}
Expected<std::string> KubernetesWorkload::read_placement(StopToken stop) {
    return state_->placement_.read(stop);
}
Expected<void> KubernetesWorkload::place(cluster::Placement placement, StopToken stop) {
    return state_->placement_.write(placement, stop);
}
Expected<void> KubernetesWorkload::restore_placement(const std::string& original, StopToken stop) {
    return state_->placement_.restore(original, stop);
}

}  // namespace trimtab::cluster_api
