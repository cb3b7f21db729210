// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/hand_played_episode.h"

#include <limits>
#include <numeric>

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
    const auto asked = policy.clone();
    Advice advice;
    advice.policy = policy.name();
    advice.clairvoyant = policy.clairvoyant();
    const std::size_t first = advice.clairvoyant ? states.size() - 1 : 0;
    for (std::size_t i = first; i < states.size(); ++i) {
        auto state = states[i]->clone();
        state->set_stop_token(stop);
        if (i == first) asked->begin_episode(*state, episode.seed);
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "the question was withdrawn");
        if (i + 1 < states.size()) {
            if (const auto seen = asked->decide(*state); !seen) return Unexpected<Error>(seen.error());
            continue;
        }
        agent::Decision decision;
        const auto played = agent::play_step(*asked, *state, &decision);
        if (!played) return Unexpected<Error>(played.error());
        advice.allocation = state->info().executed;
        advice.reward = played->reward;
        advice.latency_p95_ms = state->info().metrics.latency_p95_ms;
        advice.probabilities = std::move(decision.probabilities);
        advice.value = decision.value.value_or(std::numeric_limits<double>::quiet_NaN());
        advice.reason = std::move(decision.reason);
    }
    return advice;
}

Expected<EpisodeResult> score_hand_played(const HandPlayedEpisode& episode, StopToken stop) {
    std::vector<environment::Action> actions;
    for (const HandStep& step : episode.steps()) actions.push_back(step.action);
    RecordedActions policy(std::move(actions));
    const auto environment = episode.states().front()->clone();
    return play_episode(policy, *environment, episode.episode(), true, stop);
}

}  // namespace trimtab::training
