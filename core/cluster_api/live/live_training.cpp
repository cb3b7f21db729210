// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/live_training.h"

#include "core/cluster_api/live/control_gate.h"
#include "core/cluster_api/live/kubernetes_workload.h"
#include "core/cluster_api/live/service_observation.h"
#include "core/environment/baseline_table.h"
#include "core/environment/kubernetes_environment.h"

namespace trimtab::cluster_api {
namespace {

constexpr int patience_windows = 10;

Expected<config::Config> checked(const results::TrainingRequest& request) {
    if (!request.resume.empty())
        return fail(
            ErrorCode::unsupported,
            "a run on a live cluster cannot be resumed, as that would play its steps again; start a new one "
            "with --init-from");
    config::Config config = request.config;
    if (config.cluster.mode != config::ControlMode::automatic)
        return fail(ErrorCode::invalid_argument, "training scales the cluster, and cluster.mode is " +
                                                     mode_name(config.cluster.mode) +
                                                     "; set it to auto on purpose");
    if (config.training.n_envs != 1)
        return fail(ErrorCode::invalid_argument,
                    "a live cluster is one environment; set training.n_envs to 1");
    // All requests and watches belong to the thread that steps the environment.
    config.training.threads = 1;
    config.training.evaluation_runs = 0;
    config.cluster.drive_load = true;
    return config;
}

/// What one run keeps beside the trainer.
class TrainingCluster {
  public:
    TrainingCluster(const config::Config& config, const ControlParts& parts, Journal journal, StopToken stop)
        : config_(config),
          parts_(parts),
          writer_(config, parts.workload, std::move(journal), parts.pacer),
          stop_(stop) {
        parts_.workload.set_waiting([this](const std::string& text) {
            parts_.desk.publish(ControlNotice{utc_now_s(), NoticeLevel::info, text});
        });
    }
    ~TrainingCluster() { parts_.workload.set_waiting({}); }
    TrainingCluster(const TrainingCluster&) = delete;
    TrainingCluster& operator=(const TrainingCluster&) = delete;

    Expected<void> begin() {
        if (auto connected = parts_.workload.connect(stop_); !connected) return connected;
        if (auto connected = parts_.source.connect(stop_); !connected) return connected;
        return writer_.take_control(stop_);
    }

    Expected<std::unique_ptr<environment::Environment>> make_environment(environment::BaselineSet baselines) {
        auto owned = std::make_unique<LiveCluster>(config_, parts_.workload, parts_.source, parts_.pacer);
        live_ = owned.get();
        gate_.emplace(config_, *live_, writer_, parts_.pacer);
        gate_->set_audit(audit_.get());
        gate_->set_logged([this](const DecisionEntry& entry) { parts_.desk.publish(entry); });
        live_->set_gate([this](const cluster::Allocation& wanted) { return propose(wanted); });
        auto environment = std::make_unique<environment::KubernetesEnvironment>(config_, std::move(baselines),
                                                                                std::move(owned));
        environment->set_patience(patience_windows);
        environment->set_stop_token(stop_);
        environment_ = environment.get();
        return std::unique_ptr<environment::Environment>(std::move(environment));
    }

    void keep_audit(const std::filesystem::path& folder) {
        if (auto audit = AuditLog::open(folder / "audit.jsonl")) {
            audit_ = std::move(*audit);
            if (gate_) gate_->set_audit(audit_.get());
        }
    }

    /// The replicas of before, the load stopped, the Lease given back.
    Expected<void> end() {
        static_cast<void>(parts_.source.stop_load({}));
        auto report = writer_.restore();
        if (writer_.in_control()) writer_.release();
        if (!report) return Unexpected<Error>(report.error());
        if (report->changed || !report->left_alone.empty()) {
            DecisionEntry entry;
            entry.who = "restore";
            entry.why = "end of the training: " + report->text;
            entry.error = report->left_alone;
            entry.outcome = DecisionOutcome::restored;
            if (audit_) static_cast<void>(audit_->add(entry, true));
            parts_.desk.publish(entry);
        }
        return {};
    }

  private:
    Expected<void> propose(const cluster::Allocation& wanted) {
        if (const std::string change = writer_.foreign_change(); !change.empty())
            return fail(ErrorCode::conflict, "training ends here: " + change);
        if (config_.cluster.lease && !parts_.workload.holds_lease())
            return fail(ErrorCode::conflict,
                        "training ends here, the Lease was lost: " + parts_.workload.lease_text());
        Proposal proposal;
        proposal.wanted = wanted;
        proposal.who = "training (" + present_user() + ")";
        proposal.why = "exploring";
        proposal.step = steps_++;
        proposal.observation = environment_->observation();
        const auto entry = gate_->decide(proposal, stop_);
        return entry ? Expected<void>() : Unexpected<Error>(entry.error());
    }

    const config::Config config_;
    const ControlParts parts_;
    ReplicaWriter writer_;
    StopToken stop_;
    std::unique_ptr<AuditLog> audit_;
    std::optional<ControlGate> gate_;
    LiveCluster* live_ = nullptr;                                ///< owned by the environment
    environment::KubernetesEnvironment* environment_ = nullptr;  ///< owned by the trainer
    std::int64_t steps_ = 0;
};

}  // namespace

Expected<results::TrainingRunResult> train_on(const ControlParts& parts,
                                              const results::TrainingRequest& request,
                                              const std::filesystem::path& journal_folder, StopToken stop,
                                              const results::TrainingHooks& hooks) {
    const auto config = checked(request);
    if (!config) return Unexpected<Error>(config.error());
    auto baselines = environment::baselines_for(*config, {.threads = 0, .cache_file = {}, .stop = stop});
    if (!baselines) return Unexpected<Error>(baselines.error());
    TrainingCluster cluster(*config, parts, Journal(journal_folder), stop);
    if (auto begun = cluster.begin(); !begun) return Unexpected<Error>(begun.error());
    results::TrainingRequest live = request;
    live.config = *config;
    live.make_environment = [&](int) { return cluster.make_environment(*baselines); };
    results::TrainingHooks told = hooks;
    told.began = [&](const std::filesystem::path& folder) {
        cluster.keep_audit(folder);
        if (hooks.began) hooks.began(folder);
    };
    auto run = results::run_training(live, stop, told);
    const auto ended = cluster.end();
    if (run && !ended) return Unexpected<Error>(ended.error());
    return run;
}

Expected<results::TrainingRunResult> train_live(const results::TrainingRequest& request,
                                                const SecretReader& secrets,
                                                const std::filesystem::path& journal_folder,
                                                ControlDesk& desk, StopToken stop,
                                                const results::TrainingHooks& hooks) {
    const auto config = checked(request);
    if (!config) return Unexpected<Error>(config.error());
    auto connections = open_connections(*config, secrets);
    if (!connections) return Unexpected<Error>(connections.error());
    KubernetesWorkload workload(*config, *connections->kubernetes);
    ServiceObservation source(*config, connections->prometheus.get(), connections->locust.get(),
                              connections->kubernetes.get());
    RealPacer pacer;
    return train_on({workload, source, pacer, nullptr, desk}, request, journal_folder, stop, hooks);
}

}  // namespace trimtab::cluster_api
