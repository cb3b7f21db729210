// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/control_session.h"

#include <algorithm>
#include <cmath>

#include "core/agent/hpa_policy.h"
#include "core/cluster_api/live/control_gate.h"
#include "core/cluster_api/live/guarded_policy.h"
#include "core/cluster_api/live/leftover.h"
#include "core/cluster_api/live/session_records.h"
#include "core/cluster_api/live/session_view.h"
#include "core/environment/kubernetes_environment.h"

namespace trimtab::cluster_api {
namespace {

constexpr double view_interval_s = 1;
constexpr double confirm_poll_s = 0.1;

}  // namespace

class ControlSession::State {
  public:
    State(const ControlOptions& options, const ControlParts& parts)
        : options_(options),
          parts_(parts),
          live_(new LiveCluster(options.config, parts.workload, parts.source, parts.pacer)),
          journal_(options.journal_folder),
          writer_(options.config, parts.workload, journal_, parts.pacer),
          gate_(options.config, *live_, writer_, parts.pacer),
          fallback_("hpa", agent::hpa_options(options.config)),
          environment_(options.config, options.baselines.value_or(environment::BaselineSet{}),
                       std::unique_ptr<cluster::ClusterBackend>(live_)) {
        view_.mode = options.config.cluster.mode;
        view_.policy = parts.policy != nullptr ? parts.policy->name() : "";
        view_.recording = options.recording.string();
        live_->set_idle([this] { idle(); });
        live_->set_gate([this](const cluster::Allocation& wanted) { return propose(wanted); });
        gate_.set_logged([this](const DecisionEntry& entry) { parts_.desk.publish(entry); });
        gate_.set_confirm([this](const ConfirmRequest& request) { return ask(request); });
        environment_.set_stop_token(StopToken(inner_));
    }

    Expected<ControlSummary> run(StopToken stop) {
        outer_ = stop;
        started_s_ = parts_.pacer.now_s();
        publish();
        Expected<void> played = begin();
        if (played) played = play();
        return end(played);
    }

  private:
    // The beginning.

    Expected<void> begin() {
        if (auto opened = records_.open(options_); !opened) return opened;
        gate_.set_audit(records_.audit());
        if (auto connected = parts_.workload.connect(StopToken(inner_)); !connected) return connected;
        if (auto connected = parts_.source.connect(StopToken(inner_)); !connected) return connected;
        if (auto restored = restore_leftover(); !restored) return restored;
        if (acts(gate_.mode()) && parts_.policy != nullptr)
            if (auto taken = writer_.take_control(StopToken(inner_)); !taken) return taken;
        enter(ControlPhase::running);
        return {};
    }

    /// A session that died left its journal on this disk or on the Deployments.
    Expected<void> restore_leftover() {
        const auto entry = find_leftover(options_.config, parts_.workload, journal_);
        if (!entry) return Unexpected<Error>(entry.error());
        if (!*entry) return {};
        if (!options_.restore_leftover) {
            notice(NoticeLevel::warning,
                   "a session of " + (*entry)->holder +
                       " ended without restoring the replicas; trimtab control --restore "
                       "puts them back");
            return {};
        }
        const auto report = put_back_leftover(options_.config, parts_.workload, journal_, **entry,
                                              acts(gate_.mode()), parts_.pacer, StopToken(inner_));
        if (!report) return Unexpected<Error>(report.error());
        tell_restore(*report, "restore of a session that died");
        return {};
    }

    // The steps.

    Expected<void> play() {
        if (auto begun = begin_episode(); !begun) return begun;
        publish();
        GuardedPolicy guarded(parts_.policy, *live_, [this] { return asks_policy(); });
        guarded_ = &guarded;
        while (!finished()) {
            auto result = agent::play_step(guarded, environment_);
            if (!result) return Unexpected<Error>(result.error());
            ++steps_;
            if (auto recorded = records_.step(place(), environment_); !recorded) return recorded;
            publish();
            if (result->truncated && !finished())
                if (auto begun = begin_episode(); !begun) return begun;
        }
        return {};
    }

    [[nodiscard]] bool finished() const {
        return outer_.stop_requested() || inner_.stop_requested() ||
               (options_.max_steps > 0 && steps_ >= options_.max_steps) ||
               (options_.max_observations > 0 && observations() >= options_.max_observations);
    }

    /// The one that an episode begins with is no new one, except for the first: no time has passed.
    [[nodiscard]] std::int64_t observations() const { return episodes_ > 0 ? steps_ + 1 : 0; }

    [[nodiscard]] bool asks_policy() const {
        return gate_.mode() != config::ControlMode::observe && view_.phase == ControlPhase::running;
    }

    Expected<void> begin_episode() {
        const config::Config& config = options_.config;
        const std::string& pattern =
            config.load.patterns[static_cast<std::size_t>(episodes_) % config.load.patterns.size()];
        const auto seed = config.training.seed + static_cast<std::uint64_t>(episodes_);
        if (auto begun = environment_.reset_at({seed, pattern}, live_->desired()); !begun) return begun;
        ++episodes_;
        if (parts_.policy != nullptr) parts_.policy->begin_episode(environment_, seed);
        fallback_.begin_episode(environment_, seed);
        return {};
    }

    /// The live cluster's gate: what apply() ends up in.
    Expected<void> propose(const cluster::Allocation& wanted) {
        if (!asks_policy()) return {};
        Proposal proposal;
        proposal.wanted = wanted;
        proposal.who = who(view_.policy);
        proposal.why = guarded_ != nullptr ? guarded_->last_reason() : "";
        proposal.step = steps_;
        proposal.observation = environment_.observation();
        if (live_->missing().empty())
            if (const auto rule = fallback_.decide(environment_); rule && rule->allocation)
                proposal.fallback = rule->allocation;
        return decide(proposal);
    }

    Expected<void> decide(const Proposal& proposal) {
        deciding_ = true;
        const auto entry = gate_.decide(proposal, StopToken(inner_));
        deciding_ = false;
        view_.confirm.reset();
        if (!entry) return Unexpected<Error>(entry.error());
        if (entry->outcome == DecisionOutcome::failed)
            notice(NoticeLevel::error, "a change was not made: " + entry->error);
        publish();
        return {};
    }

    Expected<bool> ask(const ConfirmRequest& request) {
        answer_.reset();
        const double end_s = parts_.pacer.now_s() + request.seconds_left;
        double shown_s = -1;
        while (!answer_ && gate_.mode() == config::ControlMode::confirm &&
               view_.phase == ControlPhase::running) {
            const double left_s = end_s - parts_.pacer.now_s();
            if (left_s <= 0) break;
            view_.confirm = request;
            view_.confirm->seconds_left = left_s;
            if (std::ceil(left_s) != shown_s) publish();
            shown_s = std::ceil(left_s);
            if (auto waited = parts_.pacer.wait(std::min(confirm_poll_s, left_s), StopToken(inner_),
                                                [this] { idle(); });
                !waited)
                return Unexpected<Error>(waited.error());
        }
        view_.confirm.reset();
        // Switched to auto while it waited: the mode is the answer.
        return answer_.value_or(gate_.mode() == config::ControlMode::automatic);
    }

    // What happens between steps.

    void idle() {
        if (outer_.stop_requested()) inner_.request_stop();
        for (const ControlCommand& command : parts_.desk.take_commands())
            std::visit([this](const auto& given) { obey(given); }, command);
        if (!deciding_ && manual_) {
            Proposal proposal;
            proposal.wanted = *std::exchange(manual_, std::nullopt);
            proposal.who = who("manual");
            proposal.why = "set by hand";
            proposal.step = steps_;
            proposal.observation = environment_.observation();
            proposal.manual = true;
            if (auto decided = decide(proposal); !decided)
                notice(NoticeLevel::error, decided.error().to_string());
        }
        watch_others();
        records_.keep_up(place(), parts_.workload.status().pods);
        if (parts_.pacer.now_s() - published_s_ >= view_interval_s) publish();
    }

    void watch_others() {
        if (view_.phase != ControlPhase::running || deciding_) return;
        if (const std::string change = writer_.foreign_change(); !change.empty())
            pause(change);
        else if (writer_.in_control() && options_.config.cluster.lease && !parts_.workload.holds_lease())
            pause("the Lease was lost: " + parts_.workload.lease_text());
    }

    void pause(const std::string& because) {
        gate_.set_paused(because);
        view_.paused_because = because;
        notice(NoticeLevel::warning, "control is paused: " + because);
        enter(ControlPhase::paused);
    }

    void obey(const SetMode& command) {
        if (acts(command.mode) && !writer_.in_control()) {
            const auto taken =
                parts_.policy == nullptr
                    ? Expected<void>(fail(ErrorCode::invalid_argument, "there is no policy to act"))
                    : writer_.take_control(StopToken(inner_));
            if (!taken) {
                view_.control_refused = taken.error().to_string();
                notice(NoticeLevel::error,
                       "mode stays " + mode_name(gate_.mode()) + ": " + view_.control_refused);
                publish();
                return;
            }
        }
        view_.control_refused.clear();
        gate_.set_mode(command.mode);
        view_.mode = command.mode;
        notice(NoticeLevel::info, "mode " + mode_name(command.mode));
        publish();
    }

    void obey(const AnswerConfirm& command) {
        if (view_.confirm && view_.confirm->id == command.id) answer_ = command.accepted;
    }
    void obey(const ManualAction& command) {
        if (acts(gate_.mode()))
            manual_ = command.wanted;
        else
            notice(NoticeLevel::warning, "a manual action needs mode confirm or auto");
    }
    void obey(const Resume&) {
        if (view_.phase != ControlPhase::paused) return;
        if (writer_.in_control() && options_.config.cluster.lease && !parts_.workload.holds_lease())
            if (auto held = parts_.workload.acquire_lease(StopToken(inner_)); !held) {
                notice(NoticeLevel::error, held.error().to_string());
                return;
            }
        writer_.accept_present();
        gate_.set_paused({});
        view_.paused_because.clear();
        notice(NoticeLevel::info, "control goes on");
        enter(ControlPhase::running);
    }
    void obey(const Pause&) {
        if (view_.phase == ControlPhase::running) pause("by hand");
    }
    void obey(const StopAndRestore&) { inner_.request_stop(); }

    // The end.

    Expected<ControlSummary> end(const Expected<void>& played) {
        ControlSummary summary;
        Expected<void> outcome = played;
        if (!outcome && outcome.error().code == ErrorCode::cancelled) outcome = {};
        if (outcome && records_.error()) outcome = Unexpected<Error>(*records_.error());
        enter(ControlPhase::restoring);
        if (options_.config.cluster.drive_load && episodes_ > 0)
            if (auto stopped = parts_.source.stop_load({}); !stopped)
                notice(NoticeLevel::warning, "the load could not be stopped: " + stopped.error().to_string());
        if (auto report = writer_.restore()) {
            summary.restored = report->changed;
            summary.left_alone = report->left_alone;
            if (report->changed || !report->left_alone.empty()) tell_restore(*report, "end of the session");
        } else {
            notice(NoticeLevel::error, report.error().to_string());
            outcome = Unexpected<Error>(report.error());
        }
        if (writer_.in_control()) writer_.release();
        summary.steps = steps_;
        summary.writes = writer_.writes();
        summary.held_decisions = gate_.held_decisions();
        summary.missing_samples = live_->missing_samples();
        gate_.set_audit(nullptr);
        if (auto closed = records_.close(outcome, summary); !closed)
            notice(NoticeLevel::error, closed.error().to_string());
        if (!outcome) notice(NoticeLevel::error, outcome.error().to_string());
        enter(outcome ? ControlPhase::stopped : ControlPhase::failed);
        if (!outcome) return Unexpected<Error>(outcome.error());
        return summary;
    }

    void tell_restore(const RestoreReport& report, const std::string& why) {
        if (auto logged = gate_.log_restore(report, who("restore"), why, steps_); !logged)
            notice(NoticeLevel::error, logged.error().to_string());
        notice(report.left_alone.empty() ? NoticeLevel::info : NoticeLevel::warning,
               "restored: " + report.text +
                   (report.left_alone.empty() ? "" : " (left alone: " + report.left_alone + ")"));
    }

    // Records and views.

    [[nodiscard]] SessionRecords::Place place() const {
        return {steps_, episodes_ > 0 ? episodes_ - 1 : 0, parts_.pacer.now_s() - started_s_};
    }

    [[nodiscard]] std::string who(const std::string& what) const {
        return options_.user.empty() ? what : what + " (" + options_.user + ")";
    }

    void enter(ControlPhase phase) {
        view_.phase = phase;
        publish();
    }

    void notice(NoticeLevel level, std::string text) {
        parts_.desk.publish(ControlNotice{utc_now_s(), level, std::move(text)});
    }

    void publish() {
        published_s_ = parts_.pacer.now_s();
        refresh_view(view_, {options_.config, parts_.workload, parts_.source, *live_, writer_, gate_});
        view_.step = steps_;
        view_.observations = observations();
        view_.time_s = published_s_ - started_s_;
        parts_.desk.publish(std::make_shared<const ClusterView>(view_));
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
    ClusterView view_;
    std::optional<bool> answer_;
    std::optional<cluster::Allocation> manual_;
    std::int64_t steps_ = 0;
    std::int64_t episodes_ = 0;
    double started_s_ = 0;
    double published_s_ = 0;
    bool deciding_ = false;
};

ControlSession::ControlSession(const ControlOptions& options, const ControlParts& parts)
    : state_(std::make_unique<State>(options, parts)) {}
ControlSession::~ControlSession() = default;

Expected<ControlSummary> ControlSession::run(StopToken stop) { return state_->run(stop); }

}  // namespace trimtab::cluster_api
