// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/control_session.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>

#include "core/agent/hpa_policy.h"
#include "core/cluster_api/live/control_gate.h"
#include "core/cluster_api/live/guarded_policy.h"
#include "core/environment/kubernetes_environment.h"
#include "core/results/live_recorder.h"
#include "core/telemetry/metric_registry.h"

namespace trimtab::cluster_api {
namespace {

constexpr double view_interval_s = 1;
constexpr double confirm_poll_s = 0.1;

double utc_now_s() {
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

bool acts(config::ControlMode mode) {
    return mode == config::ControlMode::confirm || mode == config::ControlMode::automatic;
}

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
          environment_(options.config, options.baselines, std::unique_ptr<cluster::ClusterBackend>(live_)) {
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
        if (auto opened = open_records(); !opened) return opened;
        if (auto connected = parts_.workload.connect(StopToken(inner_)); !connected) return connected;
        if (auto connected = parts_.source.connect(StopToken(inner_)); !connected) return connected;
        if (auto restored = restore_leftover(); !restored) return restored;
        if (acts(gate_.mode()) && parts_.policy != nullptr)
            if (auto taken = writer_.take_control(StopToken(inner_)); !taken) return taken;
        enter(ControlPhase::running);
        return {};
    }

    Expected<void> open_records() {
        if (options_.recording.empty()) return {};
        auto recorder =
            results::LiveRecorder::create(options_.recording, options_.config, options_.command_line);
        if (!recorder) return Unexpected<Error>(recorder.error());
        recorder_ = std::move(*recorder);
        auto audit = AuditLog::open(options_.recording / "audit.jsonl");
        if (!audit) return Unexpected<Error>(audit.error());
        audit_ = std::move(*audit);
        gate_.set_audit(audit_.get());
        return {};
    }

    /// A session that died left its journal on this disk or on the Deployments.
    Expected<void> restore_leftover() {
        const config::ClusterConfig& c = options_.config.cluster;
        auto found = journal_.find(parts_.workload.cluster(), options_.config.environment.namespace_,
                                   c.gpu_deployment, c.cpu_deployment);
        if (!found) return Unexpected<Error>(found.error());
        std::optional<JournalEntry> entry = *found;
        for (const PoolStatus& pool : parts_.workload.status().pools)
            if (!entry && !pool.journal.empty())
                if (auto decoded = decode_journal(pool.journal)) {
                    // Written once, before the first change: it does not know the later counts.
                    entry = *decoded;
                    entry->ours_gpu.clear();
                    entry->ours_cpu.clear();
                }
        if (!entry) return {};
        if (!options_.restore_leftover) {
            notice(NoticeLevel::warning,
                   "a session of " + entry->holder +
                       " ended without restoring the replicas; trimtab control --restore "
                       "puts them back");
            return {};
        }
        // While its Lease lives, so does the session that wrote the journal.
        if (c.lease)
            if (auto held = parts_.workload.acquire_lease(StopToken(inner_)); !held) return held;
        auto report =
            restore_entry(parts_.workload, journal_, *entry, false, parts_.pacer, StopToken(inner_));
        if (c.lease && !acts(gate_.mode())) parts_.workload.release_lease(StopToken(inner_));
        if (!report) return Unexpected<Error>(report.error());
        tell_restore(*report, "restore of a session that died");
        return {};
    }

    // The steps.

    Expected<void> play() {
        if (auto begun = begin_episode(); !begun) return begun;
        GuardedPolicy guarded(parts_.policy, *live_, [this] { return asks_policy(); });
        guarded_ = &guarded;
        while (!finished()) {
            auto result = agent::play_step(guarded, environment_);
            if (!result) return Unexpected<Error>(result.error());
            ++steps_;
            if (auto recorded = record_step(); !recorded) return recorded;
            publish();
            if (result->truncated && !finished())
                if (auto begun = begin_episode(); !begun) return begun;
        }
        return {};
    }

    [[nodiscard]] bool finished() const {
        return outer_.stop_requested() || inner_.stop_requested() ||
               (options_.max_steps > 0 && steps_ >= options_.max_steps);
    }

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
        if (recorder_)
            if (auto kept = recorder_->keep_alive(); !kept) record_error_ = kept.error();
        record_startups();
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
        if (outcome && record_error_) outcome = Unexpected<Error>(*record_error_);
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
        close_records(outcome, summary);
        if (!outcome) notice(NoticeLevel::error, outcome.error().to_string());
        enter(outcome ? ControlPhase::stopped : ControlPhase::failed);
        if (!outcome) return Unexpected<Error>(outcome.error());
        return summary;
    }

    void close_records(const Expected<void>& outcome, const ControlSummary& summary) {
        audit_.reset();
        gate_.set_audit(nullptr);
        if (!recorder_) return;
        const auto number = [](std::int64_t count) { return static_cast<double>(count); };
        auto done = recorder_->finish(outcome ? results::RunState::finished : results::RunState::failed,
                                      outcome ? "" : outcome.error().to_string(),
                                      {{"steps", number(summary.steps)},
                                       {"writes", number(summary.writes)},
                                       {"held_decisions", number(summary.held_decisions)},
                                       {"missing_samples", number(summary.missing_samples)}});
        if (!done) notice(NoticeLevel::error, done.error().to_string());
        recorder_.reset();
    }

    void tell_restore(const RestoreReport& report, const std::string& why) {
        DecisionEntry entry;
        entry.step = steps_;
        entry.who = who("restore");
        entry.why = why + ": " + report.text;
        entry.error = report.left_alone;
        entry.before = entry.proposed = entry.executed = live_->desired();
        entry.outcome = DecisionOutcome::restored;
        if (auto logged = gate_.log_restore(entry); !logged)
            notice(NoticeLevel::error, logged.error().to_string());
        notice(report.left_alone.empty() ? NoticeLevel::info : NoticeLevel::warning,
               "restored: " + report.text +
                   (report.left_alone.empty() ? "" : " (left alone: " + report.left_alone + ")"));
    }

    // Records and views.

    Expected<void> record_step() {
        if (record_error_) return Unexpected<Error>(*record_error_);
        if (!recorder_) return {};
        telemetry::Row row = new_row(telemetry::RowKind::step);
        row.time_s = environment_.info().time_s;
        row.label = environment_.info().pattern;
        environment_.append_step_metrics(row.values);
        return recorder_->row(row);
    }

    [[nodiscard]] telemetry::Row new_row(telemetry::RowKind kind) const {
        telemetry::Row row;
        row.kind = kind;
        row.step = steps_;
        row.episode = episodes_ > 0 ? episodes_ - 1 : 0;
        row.wall_s = parts_.pacer.now_s() - started_s_;
        return row;
    }

    /// How long pods take until they are ready, as far as this session sees them start.
    void record_startups() {
        for (const PodView& pod : parts_.workload.status().pods) {
            if (pod.phase != "Ready") {
                if (pod.phase == "Pending" || pod.phase == "Starting") starting_.insert(pod.name);
                continue;
            }
            if (starting_.erase(pod.name) == 0 || !recorder_) continue;
            telemetry::Row row = new_row(telemetry::RowKind::event);
            row.label = std::string("pod-ready ") + (pod.pool == cluster::Pool::gpu ? "gpu" : "cpu");
            row.values = {{telemetry::metric::startup_s, pod.age_s}};
            if (auto added = recorder_->row(row); !added) record_error_ = added.error();
        }
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
        const config::Config& config = options_.config;
        const WorkloadStatus status = parts_.workload.status();
        for (std::size_t p = 0; p < 2; ++p) {
            DeploymentView& shown = view_.deployments[p];
            shown.name = p == 0 ? config.cluster.gpu_deployment : config.cluster.cpu_deployment;
            shown.desired = status.pools[p].desired;
            shown.ready = status.pools[p].ready;
            shown.pending = shown.desired >= 0 ? std::max(0, shown.desired - std::max(0, shown.ready)) : -1;
            shown.trouble = status.pools[p].trouble;
            if (const auto entry = writer_.journal_entry())
                shown.original = p == 0 ? entry->replicas_gpu : entry->replicas_cpu;
        }
        view_.pods = status.pods;
        view_.connections = parts_.source.connections();
        view_.connections.insert(view_.connections.begin(), parts_.workload.connection());
        view_.metrics = live_->observed();
        view_.missing = split(live_->missing());
        view_.step = steps_;
        view_.time_s = parts_.pacer.now_s() - started_s_;
        const double interval_s = config.environment.action_interval;
        view_.next_decision_s = interval_s - std::fmod(std::max(0.0, live_->time_s()), interval_s);
        view_.missing_samples = live_->missing_samples();
        view_.held_decisions = gate_.held_decisions();
        view_.writes = writer_.writes();
        view_.lease = writer_.in_control() && config.cluster.lease ? parts_.workload.lease_text() : "";
        parts_.desk.publish(std::make_shared<const ClusterView>(view_));
    }

    static std::vector<std::string> split(const std::string& names) {
        std::vector<std::string> out;
        for (std::size_t begin = 0; begin < names.size();) {
            const std::size_t end = std::min(names.find(", ", begin), names.size());
            out.push_back(names.substr(begin, end - begin));
            begin = end + 2;
        }
        return out;
    }

    const ControlOptions options_;
    const ControlParts parts_;
    LiveCluster* live_;  ///< owned by environment_
    Journal journal_;
    ReplicaWriter writer_;
    ControlGate gate_;
    agent::HpaPolicy fallback_;
    environment::KubernetesEnvironment environment_;
    std::unique_ptr<results::LiveRecorder> recorder_;
    std::unique_ptr<AuditLog> audit_;
    GuardedPolicy* guarded_ = nullptr;
    StopToken outer_;
    RunControl inner_;
    ClusterView view_;
    std::optional<bool> answer_;
    std::optional<cluster::Allocation> manual_;
    std::optional<Error> record_error_;
    std::set<std::string> starting_;
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
