// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/hand_played_episode.h"

#include <limits>
#include <numeric>

#include "core/agent/planner_policy.h"
#include "core/training/episode_player.h"

namespace trimtab::training {
namespace {

/// Plays a list of actions, whatever it sees.
class RecordedActions final : public agent::Policy {
  public:
    explicit RecordedActions(std::vector<environment::Action> actions) : actions_(std::move(actions)) {}

    [[nodiscard]] std::string name() const override { return "you"; }
    void begin_episode(const environment::KubernetesEnvironment&, std::uint64_t) override { next_ = 0; }
    [[nodiscard]] Expected<agent::Decision> decide(const environment::KubernetesEnvironment&) override {
        agent::Decision decision;
        if (next_ < actions_.size()) decision.action = actions_[next_++];
        return decision;
    }
    [[nodiscard]] std::unique_ptr<agent::Policy> clone() const override {
        return std::make_unique<RecordedActions>(*this);
    }

  private:
    std::vector<environment::Action> actions_;
    std::size_t next_ = 0;
};

/// A clairvoyant policy plans a whole episode from its start; from here the same search plans the rest.
Expected<agent::Decision> plan_from(const environment::KubernetesEnvironment& state) {
    const auto plan = agent::plan_episode(state, agent::planner_options(state.config()));
    if (!plan) return Unexpected<Error>(plan.error());
    agent::Decision decision;
    decision.action = plan->actions.front();
    decision.reason = "the rest of the episode would return " + std::to_string(plan->episode_return);
    return decision;
}

/// The last state's step under the policy; with what it had seen before, where it remembers.
Expected<environment::StepResult> play_asked(const agent::Policy& policy,
                                             const std::vector<HandPlayedEpisode::State>& states,
                                             std::uint64_t seed, StopToken stop,
                                             environment::KubernetesEnvironment& now,
                                             agent::Decision& decision) {
    if (policy.clairvoyant()) {
        auto planned = plan_from(now);
        if (!planned) return Unexpected<Error>(planned.error());
        decision = std::move(*planned);
        return now.step(*decision.action);
    }
    const auto asked = policy.clone();
    asked->begin_episode(*states.front(), seed);
    for (std::size_t i = 0; i + 1 < states.size(); ++i) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "the question was withdrawn");
        if (const auto seen = asked->decide(*states[i]); !seen) return Unexpected<Error>(seen.error());
    }
    return agent::play_step(*asked, now, &decision);
}

}  // namespace

Expected<HandPlayedEpisode> HandPlayedEpisode::begin(
    std::unique_ptr<environment::KubernetesEnvironment> environment,
    const environment::EpisodeSpec& episode) {
    std::vector<float> input(static_cast<std::size_t>(environment->spaces().observation_size));
    if (auto reset = environment->reset(episode, input); !reset) return Unexpected<Error>(reset.error());
    if (environment->clone() == nullptr)
        return fail(ErrorCode::unsupported, "this cluster cannot be copied; play on the embedded one");
    HandPlayedEpisode out;
    out.episode_ = episode;
    out.states_.push_back(std::move(environment));
    return out;
}

Expected<void> HandPlayedEpisode::step(const environment::Action& action) {
    if (over()) return fail(ErrorCode::invalid_argument, "the episode is over; restart it or undo a step");
    auto next = states_.back()->clone();
    const auto result = next->step(action);
    if (!result) return Unexpected<Error>(result.error());
    steps_.push_back({action, next->info(), result->reward});
    states_.push_back(std::move(next));
    return {};
}

bool HandPlayedEpisode::undo() {
    if (steps_.empty()) return false;
    steps_.pop_back();
    states_.pop_back();
    return true;
}

void HandPlayedEpisode::restart() {
    steps_.clear();
    states_.resize(1);
}

double HandPlayedEpisode::episode_return() const {
    return std::accumulate(steps_.begin(), steps_.end(), 0.0,
                           [](double sum, const HandStep& step) { return sum + step.reward; });
}

Expected<Advice> advise(const agent::Policy& policy, const std::vector<HandPlayedEpisode::State>& states,
                        const environment::EpisodeSpec& episode, StopToken stop) {
    if (stop.stop_requested()) return fail(ErrorCode::cancelled, "the question was withdrawn");
    const auto now = states.back()->clone();
    now->set_stop_token(stop);
    agent::Decision decision;
    const auto played = play_asked(policy, states, episode.seed, stop, *now, decision);
    if (!played) return Unexpected<Error>(played.error());
    return Advice{policy.name(),
                  policy.clairvoyant(),
                  now->info().executed,
                  played->reward,
                  now->info().metrics.latency_p95_ms,
                  std::move(decision.probabilities),
                  decision.value.value_or(std::numeric_limits<double>::quiet_NaN()),
                  std::move(decision.reason)};
}

Expected<EpisodeResult> score_hand_played(const HandPlayedEpisode& episode, StopToken stop) {
    std::vector<environment::Action> actions;
    for (const HandStep& step : episode.steps()) actions.push_back(step.action);
    RecordedActions policy(std::move(actions));
    const auto environment = episode.states().front()->clone();
    return play_episode(policy, *environment, episode.episode(), true, stop);
}

}  // namespace trimtab::training
