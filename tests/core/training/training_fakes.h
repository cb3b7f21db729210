// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/seeded_draw.h"
#include "core/telemetry/metric_registry.h"
#include "core/training/trainer.h"

namespace trimtab::training_fakes {

/// A small seeded world: four inputs, MultiDiscrete[3, 2], episodes of 5 to 9 steps, of which odd seeds end
/// by termination and even ones by the time limit. The reward is highest for action 0 = 2.
class TinyEnvironment final : public environment::Environment {
  public:
    explicit TinyEnvironment(double poisoned_at = -1) : poisoned_at_(poisoned_at) {}

    const environment::Spaces& spaces() const override {
        static const environment::Spaces spaces{4, {3, 2}};
        return spaces;
    }
    Expected<void> reset(const environment::EpisodeSpec& episode, std::span<float> input) override {
        seed_ = episode.seed;
        step_ = 0;
        write(input);
        return {};
    }
    Expected<environment::StepResult> step(std::span<const int> action, std::span<float> input) override {
        ++step_;
        write(input);
        environment::StepResult result;
        result.reward = 0.5 * action[0] + 0.1 * action[1] + uniform_draw(seed_, DrawStream::think, 9, step_);
        if (poisoned_at_ >= 0 && uniform_draw(seed_, DrawStream::think, 10, step_) < poisoned_at_)
            result.reward = std::numeric_limits<double>::quiet_NaN();
        if (step_ >= 5 + seed_ % 5) (seed_ % 2 == 1 ? result.terminated : result.truncated) = true;
        return result;
    }
    void append_step_metrics(environment::MetricValues& out) const override {
        out.emplace_back(telemetry::metric::latency_p95_ms, 100.0 + static_cast<double>(step_));
    }

  private:
    void write(std::span<float> input) const {
        for (std::size_t i = 0; i < input.size(); ++i)
            input[i] = static_cast<float>(2 * uniform_draw(seed_, DrawStream::think, i, step_) - 1);
    }
    double poisoned_at_;
    std::uint64_t seed_ = 0;
    std::uint64_t step_ = 0;
};

/// Keeps everything that a run puts out.
class MemoryOutput final : public training::TrainingOutput {
  public:
    std::vector<telemetry::Row> rows;
    std::map<std::int64_t, std::string> episode_checkpoints;
    std::string best, last;
    std::vector<std::int64_t> evaluations;
    std::function<void()> after_row;  ///< lets a test act in the middle of a run
    std::function<void()> on_keep_alive;
    int fail_at_row = -1;

    Expected<void> row(const telemetry::Row& row) override {
        if (static_cast<int>(rows.size()) == fail_at_row)
            return fail(ErrorCode::io_error, "the disk is full");
        rows.push_back(row);
        if (after_row) after_row();
        return {};
    }
    Expected<void> checkpoint(training::CheckpointKind kind, std::int64_t episode,
                              const std::string& bytes) override {
        if (kind == training::CheckpointKind::best) best = bytes;
        if (kind == training::CheckpointKind::last) last = bytes;
        if (kind == training::CheckpointKind::episode) episode_checkpoints[episode] = bytes;
        return {};
    }
    Expected<void> keep_alive() override {
        if (on_keep_alive) on_keep_alive();
        return {};
    }
    Expected<void> evaluation(std::int64_t episode, const training::EvaluationResult&) override {
        evaluations.push_back(episode);
        return {};
    }
};

/// A row as text without its wall-clock fields.
inline std::string describe(const telemetry::Row& row) {
    std::string out = std::to_string(static_cast<int>(row.kind)) + " " + std::to_string(row.step) + " " +
                      std::to_string(row.episode) + " " + std::to_string(row.time_s) + " " + row.label;
    for (const auto& [id, value] : row.values) {
        if (id == telemetry::metric::steps_per_s) continue;
        char text[64];
        std::snprintf(text, sizeof text, " %d=%a", id, value);
        out += text;
    }
    return out;
}

inline std::vector<std::string> describe(const std::vector<telemetry::Row>& rows,
                                         std::size_t count = SIZE_MAX) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(count, rows.size()); ++i) out.push_back(describe(rows[i]));
    return out;
}

inline training::TrainerSetup tiny_setup(int n_envs = 4, std::int64_t total_steps = 512) {
    training::TrainerSetup setup;
    setup.agent.hidden_size = 8;
    setup.agent.num_layers = 1;
    setup.agent.buffer_size = 64;
    setup.agent.batch_size = 16;
    setup.agent.ppo_epochs = 2;
    setup.agent.learning_rate = setup.agent.learning_rate_final = 1e-2;
    setup.agent.device = config::Device::cpu;
    setup.training.n_envs = n_envs;
    setup.training.total_steps = total_steps;
    setup.training.seed = 7;
    setup.training.threads = 1;
    setup.training.checkpoint_interval_episodes = 20;
    setup.training.evaluation_interval_episodes = 10;
    setup.make_environment = [](int) -> Expected<std::unique_ptr<environment::Environment>> {
        return std::unique_ptr<environment::Environment>(std::make_unique<TinyEnvironment>());
    };
    setup.episode_plan = [](int env, std::int64_t k) {
        return environment::EpisodeSpec{static_cast<std::uint64_t>(env * 1000 + k),
                                        k % 2 == 0 ? "ramp" : "spike"};
    };
    // Scores the greedy agent by the probability of the best action on one state.
    setup.evaluate = [](agent::PpoAgent& agent, StopToken) -> Expected<training::EvaluationResult> {
        const std::vector<float> input{0.1F, -0.2F, 0.3F, 0.4F};
        std::vector<float> probabilities(5);
        agent.probabilities(input, {}, probabilities);
        training::EvaluationResult result;
        result.patterns = {"ramp"};
        result.runs = 1;
        auto& policy = result.policies.emplace_back();
        policy.policy = "ppo";
        policy.episodes.resize(1);
        policy.episodes[0].pattern = "ramp";
        policy.episodes[0].episode_return = static_cast<double>(probabilities[2]);
        return result;
    };
    return setup;
}

}  // namespace trimtab::training_fakes
