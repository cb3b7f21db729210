// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/control_gate.h"

namespace trimtab::cluster_api {

ControlGate::ControlGate(const config::Config& config, LiveCluster& live, ReplicaWriter& writer, Pacer& pacer)
    : live_(live),
      writer_(writer),
      pacer_(pacer),
      shield_(config),
      mode_(config.cluster.mode),
      confirm_timeout_s_(config.cluster.confirm_timeout_s) {}

DecisionEntry ControlGate::entry_of(const std::string& who, const std::string& why, std::int64_t step,
                                    DecisionOutcome outcome) const {
    DecisionEntry entry;
    entry.utc_s = utc_now_s();
    entry.step = step;
    entry.mode = mode_;
    entry.who = who;
    entry.why = why;
    entry.before = entry.proposed = entry.executed = live_.desired();
    entry.outcome = outcome;
    return entry;
}

Expected<DecisionEntry> ControlGate::finish(DecisionEntry entry, bool durable) {
    if (audit_ != nullptr)
        if (auto added = audit_->add(entry, durable); !added) return Unexpected<Error>(added.error());
    if (logged_) logged_(entry);
    return entry;
}

Expected<void> ControlGate::log_restore(const RestoreReport& report, const std::string& who,
                                        const std::string& why, std::int64_t step) {
    DecisionEntry entry = entry_of(who, why + ": " + report.text, step, DecisionOutcome::restored);
    entry.error = report.left_alone;
    if (auto logged = finish(std::move(entry), true); !logged) return Unexpected<Error>(logged.error());
    return {};
}

Expected<void> ControlGate::log_remark(const std::string& who, const std::string& text, std::int64_t step) {
    return audit_ != nullptr ? audit_->add(entry_of(who, text, step, DecisionOutcome::noted), true)
                             : Expected<void>();
}

Expected<DecisionEntry> ControlGate::decide(const Proposal& proposal, StopToken stop) {
    DecisionEntry entry = entry_of(proposal.who, proposal.why, proposal.step, DecisionOutcome::kept);
    entry.observation = proposal.observation;
    entry.proposed = proposal.wanted;

    environment::ShieldInput input;
    input.time_s = pacer_.now_s();
    input.current = entry.before;
    input.proposed = proposal.wanted;
    input.latency_p95_ms = live_.observed().latency_p95_ms;
    input.missing = live_.missing();
    input.fallback = proposal.fallback;
    const environment::ShieldVerdict verdict = shield_.judge(input);
    entry.shield = verdict.text();
    if (!input.missing.empty()) ++held_;

    if (!paused_because_.empty()) {
        entry.shield = "held: control is paused, " + paused_because_;
        entry.outcome = DecisionOutcome::held;
        return finish(std::move(entry), false);
    }
    if (verdict.allowed == entry.before) {
        const bool wished = !(entry.proposed == entry.before) || !input.missing.empty();
        entry.outcome = wished ? DecisionOutcome::held : DecisionOutcome::kept;
        return finish(std::move(entry), false);
    }
    if (!acts(mode_)) {
        entry.outcome = DecisionOutcome::shadowed;
        return finish(std::move(entry), false);
    }
    if (mode_ == config::ControlMode::confirm && !proposal.manual) {
        std::string reason = entry.why;
        if (!entry.shield.empty()) reason += (reason.empty() ? "" : "; ") + entry.shield;
        const ConfirmRequest request{next_confirm_++, entry.before, verdict.allowed, reason,
                                     confirm_timeout_s_};
        const auto answer = confirm_ ? confirm_(request) : Expected<bool>(false);
        if (!answer) return Unexpected<Error>(answer.error());
        // While a person thought, the mode may have been changed or control been paused.
        if (!*answer || !acts(mode_) || !paused_because_.empty()) {
            entry.outcome = DecisionOutcome::declined;
            return finish(std::move(entry), false);
        }
    }
    return carry_out(std::move(entry), verdict.allowed, stop);
}

Expected<DecisionEntry> ControlGate::carry_out(DecisionEntry entry, const cluster::Allocation& allowed,
                                               StopToken stop) {
    entry.executed = allowed;
    entry.outcome = DecisionOutcome::ordered;
    if (audit_ != nullptr)
        if (auto added = audit_->add(entry, true); !added) return Unexpected<Error>(added.error());
    const auto written = writer_.write(entry.before, allowed, stop);
    entry.utc_s = utc_now_s();
    if (written) {
        live_.set_placement(allowed.placement);
        entry.outcome = DecisionOutcome::executed;
    } else {
        entry.executed = live_.desired();
        entry.outcome = DecisionOutcome::failed;
        entry.error = written.error().to_string();
    }
    shield_.executed(pacer_.now_s(), entry.before, entry.executed);
    if (!written && written.error().code == ErrorCode::cancelled) {
        if (auto logged = finish(std::move(entry), true); !logged) return logged;
        return Unexpected<Error>(written.error());
    }
    return finish(std::move(entry), true);
}

}  // namespace trimtab::cluster_api
