// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/control_session.h"

#include "core/agent/hpa_policy.h"
#include "core/cluster_api/live/guarded_policy.h"
#include "core/cluster_api/live/leftover.h"
#include "core/cluster_api/live/session_commands.h"
#include "core/environment/kubernetes_environment.h"

namespace trimtab::cluster_api {

class ControlSession::State {
  public:
    State(const ControlOptions& options, const ControlParts& parts)
        : options_(options),
          parts_(parts),
          live_(new LiveCluster(options_.config, parts_.workload, parts_.source, parts_.pacer)),
          journal_(options_.journal_folder),
          writer_(options_.config, parts_.workload, journal_, parts_.pacer),
          gate_(options_.config, *live_, writer_, parts_.pacer),
          fallback_("hpa", agent::hpa_options(options_.config)),
          environment_(options_.config, options_.baselines.value_or(environment::BaselineSet{}),
                       std::unique_ptr<cluster::ClusterBackend>(live_)),
          report_(options_, parts_, progress_,
                  {options_.config, parts_.workload, parts_.source, *live_, writer_, gate_}, gate_),
          commands_(options_, parts_, writer_, gate_, report_, inner_) {
        live_->set_idle([this] { idle(); });
        live_->set_gate([this](const cluster::Allocation& wanted) { return propose(wanted); });
        gate_.set_logged([this](const DecisionEntry& entry) { parts_.desk.publish(entry); });
        gate_.set_confirm(
            [this](const ConfirmRequest& request) { return commands_.ask(request, [this] { idle(); }); });
        environment_.set_stop_token(StopToken(inner_));
        parts_.workload.set_waiting(
            [this](const std::string& text) { report_.remark(NoticeLevel::info, text); });
    }
    ~State() { parts_.workload.set_waiting({}); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    Expected<ControlSummary> run(StopToken stop) {
        outer_ = stop;
        commands_.set_stop(stop);
        report_.publish();
        Expected<void> played = begin();
        if (played) played = play();
        return end(played);
    }

  private:
    // The beginning. Nothing has been written yet: a stop ends it at once.

    Expected<void> begin() {
        if (auto opened = records_.open(options_); !opened) return opened;
        gate_.set_audit(records_.audit());
        if (auto connected = parts_.workload.connect(outer_); !connected) return connected;
        if (auto connected = parts_.source.connect(outer_); !connected) return connected;
        if (auto restored = restore_leftover(); !restored) return restored;
        if (acts(gate_.mode()) && parts_.policy != nullptr)
            if (auto taken = writer_.take_control(outer_); !taken) return taken;
        report_.enter(ControlPhase::running);
        return {};
    }

    /// A session that died left its journal on this disk or on the Deployments.
    Expected<void> restore_leftover() {
        const auto entry = find_leftover(options_.config, parts_.workload, journal_);
        if (!entry) return Unexpected<Error>(entry.error());
        if (!*entry) return {};
        if (!options_.restore_leftover) {
            report_.notice(NoticeLevel::warning,
                           "a session of " + (*entry)->holder +
                               " ended without restoring the replicas; trimtab control --restore "
                               "puts them back");
            return {};
        }
        const auto report = put_back_leftover(options_.config, parts_.workload, journal_, **entry,
                                              acts(gate_.mode()), parts_.pacer, outer_);
        // What looks left over is a living session's where it keeps its Lease: watching it is harmless.
        if (!report && report.error().code == ErrorCode::conflict && !acts(gate_.mode())) {
            report_.view.control_refused = report.error().to_string();
            report_.remark(NoticeLevel::warning, report_.view.control_refused);
            return {};
        }
        if (!report) return Unexpected<Error>(report.error());
        report_.restored(*report, "restore of a session that died");
        return {};
    }

    // The steps.

    Expected<void> play() {
        if (auto begun = begin_episode(); !begun) return begun;
        report_.publish();
        GuardedPolicy guarded(parts_.policy, *live_, [this] { return asks_policy(); });
        guarded_ = &guarded;
        while (!finished()) {
            auto result = agent::play_step(guarded, environment_);
            if (!result) return Unexpected<Error>(result.error());
            ++progress_.steps;
            if (auto recorded = records_.step(report_.place(), environment_); !recorded) return recorded;
            report_.publish();
            if (result->truncated && !finished())
                if (auto begun = begin_episode(); !begun) return begun;
        }
        return {};
    }

    [[nodiscard]] bool finished() const {
        const auto reached = [](std::int64_t count, std::int64_t most) { return most > 0 && count >= most; };
        return outer_.stop_requested() || inner_.stop_requested() ||
               reached(progress_.steps, options_.max_steps) ||
               reached(progress_.observations(), options_.max_observations);
    }

    [[nodiscard]] bool asks_policy() const {
        return gate_.mode() != config::ControlMode::observe && report_.view.phase == ControlPhase::running;
    }

    Expected<void> begin_episode() {
        const config::Config& config = options_.config;
        const std::string& pattern =
            config.load.patterns[static_cast<std::size_t>(progress_.episodes) % config.load.patterns.size()];
        const auto seed = config.training.seed + static_cast<std::uint64_t>(progress_.episodes);
        if (auto begun = environment_.reset_at({seed, pattern}, live_->desired()); !begun) return begun;
        ++progress_.episodes;
        if (parts_.policy != nullptr) parts_.policy->begin_episode(environment_, seed);
        fallback_.begin_episode(environment_, seed);
        return {};
    }

    /// The live cluster's gate: what apply() ends up in.
    Expected<void> propose(const cluster::Allocation& wanted) {
        if (!asks_policy()) return {};
        Proposal proposal = proposal_of(wanted, report_.view.policy,
                                        guarded_ != nullptr ? guarded_->last_reason() : std::string());
        if (live_->missing().empty())
            if (const auto rule = fallback_.decide(environment_); rule && rule->allocation)
                proposal.fallback = rule->allocation;
        return decide(proposal);
    }

    [[nodiscard]] Proposal proposal_of(const cluster::Allocation& wanted, const std::string& who,
                                       const std::string& why) const {
        Proposal proposal;
        proposal.wanted = wanted;
        proposal.who = report_.who(who);
        proposal.why = why;
        proposal.step = progress_.steps;
        proposal.observation = environment_.observation();
        return proposal;
    }

    Expected<void> decide(const Proposal& proposal) {
        deciding_ = true;
        const auto entry = gate_.decide(proposal, StopToken(inner_));
        deciding_ = false;
        report_.view.confirm.reset();
        if (!entry) return Unexpected<Error>(entry.error());
        if (entry->outcome == DecisionOutcome::failed)
            report_.notice(NoticeLevel::error, "a change was not made: " + entry->error);
        report_.publish();
        return {};
    }

    void idle() {
        if (outer_.stop_requested()) inner_.request_stop();
        commands_.take();
        if (!deciding_) {
            if (const auto manual = commands_.take_manual()) {
                Proposal proposal = proposal_of(*manual, "manual", "set by hand");
                proposal.manual = true;
                if (auto decided = decide(proposal); !decided)
                    report_.notice(NoticeLevel::error, decided.error().to_string());
            }
            commands_.watch_others();
        }
        records_.keep_up(report_.place(), parts_.workload.status().pods);
        report_.keep_up();
    }

    // The end.

    Expected<ControlSummary> end(const Expected<void>& played) {
        ControlSummary summary;
        Expected<void> outcome = played;
        if (!outcome && outcome.error().code == ErrorCode::cancelled) outcome = {};
        if (outcome && records_.error()) outcome = Unexpected<Error>(*records_.error());
        report_.enter(ControlPhase::restoring);
        if (options_.config.cluster.drive_load && progress_.episodes > 0)
            if (auto stopped = parts_.source.stop_load({}); !stopped)
                report_.notice(NoticeLevel::warning,
                               "the load could not be stopped: " + stopped.error().to_string());
        if (auto report = writer_.restore()) {
            summary.restored = report->changed;
            summary.left_alone = report->left_alone;
            if (report->changed || !report->left_alone.empty())
                report_.restored(*report, "end of the session");
        } else {
            // The last word is the worse one: what is left behind.
            if (!outcome) report_.notice(NoticeLevel::error, outcome.error().to_string());
            outcome = Unexpected<Error>(report.error());
        }
        if (writer_.in_control()) writer_.release();
        summary.steps = progress_.steps;
        summary.writes = writer_.writes();
        summary.held_decisions = gate_.held_decisions();
        summary.missing_samples = live_->missing_samples();
        gate_.set_audit(nullptr);
        if (auto closed = records_.close(outcome, summary); !closed)
            report_.notice(NoticeLevel::error, closed.error().to_string());
        if (!outcome) report_.notice(NoticeLevel::error, outcome.error().to_string());
        report_.enter(outcome ? ControlPhase::stopped : ControlPhase::failed);
        if (!outcome) return Unexpected<Error>(outcome.error());
        return summary;
    }

    const ControlOptions options_;
    const ControlParts parts_;
    LiveCluster* live_;  ///< owned by environment_
    Journal journal_;
    ReplicaWriter writer_;
    ControlGate gate_;
    agent::HpaPolicy fallback_;
    environment::KubernetesEnvironment environment_;
    SessionRecords records_;
    GuardedPolicy* guarded_ = nullptr;
    StopToken outer_;
    RunControl inner_;
    SessionProgress progress_;
    SessionReport report_;
    SessionCommands commands_;
    bool deciding_ = false;
};

ControlSession::ControlSession(const ControlOptions& options, const ControlParts& parts)
    : state_(std::make_unique<State>(options, parts)) {}
ControlSession::~ControlSession() = default;

Expected<ControlSummary> ControlSession::run(StopToken stop) { return state_->run(stop); }

}  // namespace trimtab::cluster_api
