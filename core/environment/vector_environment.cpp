// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/environment/vector_environment.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "core/environment/step_pool.h"

namespace trimtab::environment {
namespace {

/// One environment and all that only its own thread touches while stepping.
struct Slot {
    std::unique_ptr<Environment> environment;
    EpisodeSpec spec;
    std::int64_t k = 0;
    std::vector<int> actions;
    double episode_return = 0;
    bool finished_now = false;
    FinishedEpisode finished;
    std::optional<Error> error;
};

}  // namespace

struct VectorEnvironment::State {
    State(std::vector<std::unique_ptr<Environment>> environments, EpisodePlan plan_, int threads)
        : plan(std::move(plan_)), slots(environments.size()), pool(std::max(threads, 1)) {
        for (std::size_t i = 0; i < slots.size(); ++i) slots[i].environment = std::move(environments[i]);
        spaces = slots.front().environment->spaces();
        heads = spaces.action_sizes.size();
        width = static_cast<std::size_t>(spaces.observation_size);
        mask_size = static_cast<std::size_t>(
            std::accumulate(spaces.action_sizes.begin(), spaces.action_sizes.end(), 0));
        const std::size_t n = slots.size();
        own_inputs.resize(2 * n * width);
        own_rewards.resize(n);
        own_flags.resize(2 * n);
        inputs = std::span(own_inputs).first(n * width);
        final_inputs = std::span(own_inputs).last(n * width);
        rewards = own_rewards;
        terminated = std::span(own_flags).first(n);
        truncated = std::span(own_flags).last(n);
        masks.resize(n * mask_size, 1);
        step_work = [this](int env) { step_one(static_cast<std::size_t>(env)); };
    }

    std::span<float> input_row(std::size_t env) { return {inputs.data() + env * width, width}; }

    void write_mask(std::size_t env) {
        slots[env].environment->action_mask({masks.data() + env * mask_size, mask_size});
    }

    [[nodiscard]] Expected<void> begin_episode(std::size_t env, std::int64_t k) {
        Slot& slot = slots[env];
        slot.k = k;
        slot.spec = plan(static_cast<int>(env), k);
        slot.actions.clear();
        slot.episode_return = 0;
        return slot.environment->reset(slot.spec, input_row(env));
    }

    void step_one(std::size_t env) {
        Slot& slot = slots[env];
        const std::span<const int> action = actions.subspan(env * heads, heads);
        const std::span<float> row = input_row(env);
        const Expected<StepResult> result = slot.environment->step(action, row);
        if (!result) {
            slot.error = result.error();
            return;
        }
        slot.actions.insert(slot.actions.end(), action.begin(), action.end());
        slot.episode_return += result->reward;
        rewards[env] = result->reward;
        terminated[env] = result->terminated;
        truncated[env] = result->truncated;
        if (env == 0) {
            first_env_metrics.clear();
            slot.environment->append_step_metrics(first_env_metrics);
        }
        if (result->terminated || result->truncated) {
            std::copy(row.begin(), row.end(),
                      final_inputs.begin() + static_cast<std::ptrdiff_t>(env * width));
            finish_episode(env);
            if (slot.error) return;
        }
        write_mask(env);
    }

    void finish_episode(std::size_t env) {
        Slot& slot = slots[env];
        slot.finished_now = true;
        FinishedEpisode& finished = slot.finished;
        finished.env = static_cast<int>(env);
        finished.k = slot.k;
        finished.spec = slot.spec;
        finished.episode_return = slot.episode_return;
        finished.length = static_cast<int>(slot.actions.size() / heads);
        finished.metrics.clear();
        slot.environment->append_episode_metrics(finished.metrics);
        if (Expected<void> begun = begin_episode(env, slot.k + 1); !begun) slot.error = begun.error();
    }

    void restore_one(std::size_t env, const EnvironmentPosition& position) {
        Slot& slot = slots[env];
        if (Expected<void> begun = begin_episode(env, position.k); !begun) {
            slot.error = begun.error();
            return;
        }
        for (std::size_t at = 0; at + heads <= position.actions.size(); at += heads) {
            const std::span<const int> action(position.actions.data() + at, heads);
            const Expected<StepResult> result = slot.environment->step(action, input_row(env));
            if (!result || result->terminated || result->truncated) {
                slot.error = result
                                 ? make_error(ErrorCode::invalid_argument,
                                              "the checkpoint's actions go past the end of an episode; the "
                                              "configuration differs from the one it was made with")
                                 : result.error();
                return;
            }
            slot.actions.insert(slot.actions.end(), action.begin(), action.end());
            slot.episode_return += result->reward;
        }
        write_mask(env);
    }

    [[nodiscard]] Expected<void> first_error() {
        for (Slot& slot : slots)
            if (slot.error) {
                Error error = std::move(*slot.error);
                for (Slot& other : slots) other.error.reset();
                return Unexpected<Error>(std::move(error));
            }
        return {};
    }

    EpisodePlan plan;
    Spaces spaces;
    std::size_t heads = 0, width = 0, mask_size = 0;
    std::vector<Slot> slots;
    std::vector<float> own_inputs;
    std::vector<double> own_rewards;
    std::vector<std::uint8_t> own_flags;
    // What steps write into: the vector's own memory, or the caller's after write_into().
    std::span<float> inputs, final_inputs;
    std::span<double> rewards;
    std::span<std::uint8_t> terminated, truncated;
    std::vector<std::uint8_t> masks;
    std::vector<FinishedEpisode> finished;
    MetricValues first_env_metrics;
    std::span<const int> actions;
    std::function<void(int)> step_work;
    StepPool pool;
};

VectorEnvironment::VectorEnvironment(std::vector<std::unique_ptr<Environment>> environments, EpisodePlan plan,
                                     int threads)
    : state_(std::make_unique<State>(std::move(environments), std::move(plan), threads)) {}
VectorEnvironment::~VectorEnvironment() = default;

int VectorEnvironment::size() const { return static_cast<int>(state_->slots.size()); }
const Spaces& VectorEnvironment::spaces() const { return state_->spaces; }
Environment& VectorEnvironment::at(int env) {
    return *state_->slots[static_cast<std::size_t>(env)].environment;
}

Expected<void> VectorEnvironment::reset() {
    const std::vector<EnvironmentPosition> start(state_->slots.size());
    return restore(start);
}

Expected<void> VectorEnvironment::restore(std::span<const EnvironmentPosition> positions) {
    State& s = *state_;
    if (positions.size() != s.slots.size())
        return fail(ErrorCode::invalid_argument,
                    "the checkpoint has " + std::to_string(positions.size()) + " environments, the run has " +
                        std::to_string(s.slots.size()) + "; set training.n_envs as it was");
    s.finished.clear();
    s.pool.run(size(), [&](int env) {
        s.restore_one(static_cast<std::size_t>(env), positions[static_cast<std::size_t>(env)]);
    });
    return s.first_error();
}

Expected<void> VectorEnvironment::step(std::span<const int> actions) {
    State& s = *state_;
    if (actions.size() != s.slots.size() * s.heads)
        return fail(ErrorCode::invalid_argument,
                    "a step of " + std::to_string(s.slots.size()) + " environments needs " +
                        std::to_string(s.slots.size() * s.heads) + " action indices, not " +
                        std::to_string(actions.size()));
    s.actions = actions;
    s.pool.run(size(), s.step_work);
    s.finished.clear();
    for (Slot& slot : s.slots)
        if (slot.finished_now) {
            slot.finished_now = false;
            s.finished.push_back(std::move(slot.finished));
        }
    return s.first_error();
}

Expected<void> VectorEnvironment::write_into(const Storage& storage) {
    State& s = *state_;
    if (storage.inputs.size() != s.inputs.size() || storage.final_inputs.size() != s.final_inputs.size() ||
        storage.rewards.size() != s.rewards.size() || storage.terminated.size() != s.terminated.size() ||
        storage.truncated.size() != s.truncated.size())
        return fail(ErrorCode::invalid_argument, "the given arrays do not have the shapes of a batch of " +
                                                     std::to_string(s.slots.size()) + " environments with " +
                                                     std::to_string(s.width) + " observations");
    std::ranges::copy(s.inputs, storage.inputs.begin());
    std::ranges::copy(s.final_inputs, storage.final_inputs.begin());
    std::ranges::copy(s.rewards, storage.rewards.begin());
    std::ranges::copy(s.terminated, storage.terminated.begin());
    std::ranges::copy(s.truncated, storage.truncated.begin());
    s.inputs = storage.inputs;
    s.final_inputs = storage.final_inputs;
    s.rewards = storage.rewards;
    s.terminated = storage.terminated;
    s.truncated = storage.truncated;
    return {};
}

VectorEnvironment::Batch VectorEnvironment::batch() const {
    const State& s = *state_;
    return {s.inputs,       s.rewards, s.terminated, s.truncated,
            s.final_inputs, s.masks,   s.finished,   s.first_env_metrics};
}

std::vector<EnvironmentPosition> VectorEnvironment::positions() const {
    std::vector<EnvironmentPosition> out;
    out.reserve(state_->slots.size());
    for (const Slot& slot : state_->slots) out.push_back({slot.k, slot.actions});
    return out;
}

}  // namespace trimtab::environment
