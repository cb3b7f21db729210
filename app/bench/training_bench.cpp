// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/training_bench.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "core/base/seeded_draw.h"
#include "core/base/usable_cores.h"
#include "core/results/training_session.h"
#include "core/training/trainer.h"

namespace trimtab::app {
namespace {

constexpr int episode_steps = 10;

/// Ten inputs, MultiDiscrete[5, 5, 3] and ten-step episodes, as the product's, for the price of a few draws.
class FreeEnvironment final : public environment::Environment {
  public:
    const environment::Spaces& spaces() const override {
        static const environment::Spaces spaces{10, {5, 5, 3}};
        return spaces;
    }
    Expected<void> reset(const environment::EpisodeSpec& episode, std::span<float> input) override {
        state_ = episode.seed;
        step_ = 0;
        write(input);
        return {};
    }
    Expected<environment::StepResult> step(std::span<const int> action, std::span<float> input) override {
        state_ = mix64(state_ + static_cast<std::uint64_t>(action[0]));
        write(input);
        return environment::StepResult{unit_interval(state_), false, ++step_ == episode_steps};
    }

  private:
    void write(std::span<float> input) const {
        for (std::size_t i = 0; i < input.size(); ++i)
            input[i] = static_cast<float>((state_ >> (6 * i)) & 63) / 32.0F - 1.0F;
    }
    std::uint64_t state_ = 0;
    int step_ = 0;
};

class NoOutput final : public training::TrainingOutput {
  public:
    Expected<void> row(const telemetry::Row&) override { return {}; }
    Expected<void> checkpoint(training::CheckpointKind, std::int64_t, const std::string&) override {
        return {};
    }
    Expected<void> evaluation(std::int64_t, const training::EvaluationResult&) override { return {}; }
};

Expected<double> learner_speed(int n_envs, std::int64_t steps, StopToken stop) {
    training::TrainerSetup setup;
    setup.agent.device = config::Device::cpu;
    setup.training.n_envs = n_envs;
    setup.training.total_steps = steps;
    setup.training.threads = 1;
    setup.training.checkpoint_interval_episodes = 1 << 30;
    setup.make_environment = [](int) -> Expected<std::unique_ptr<environment::Environment>> {
        return std::unique_ptr<environment::Environment>(std::make_unique<FreeEnvironment>());
    };
    setup.episode_plan = [](int env, std::int64_t k) {
        return environment::EpisodeSpec{
            mix64(static_cast<std::uint64_t>(env) << 32 | static_cast<std::uint64_t>(k)), "free"};
    };
    NoOutput output;
    auto summary = training::Trainer(std::move(setup), output).run(stop);
    if (!summary) return Unexpected(summary.error());
    return static_cast<double>(summary->steps) / summary->wall_s;
}

/// Doubles a short run until it lasts about `seconds`, and returns the last one's speed.
template <class Speed>
Expected<double> speed_over(double seconds, std::int64_t first_steps, Speed speed) {
    for (std::int64_t steps = first_steps;;) {
        auto measured = speed(steps);
        if (!measured) return measured;
        const double lasted = static_cast<double>(steps) / *measured;
        if (lasted >= 0.7 * seconds) return measured;
        const double factor = std::clamp(seconds / lasted, 1.5, 20.0);
        steps = static_cast<std::int64_t>(static_cast<double>(steps) * factor);
    }
}

struct TemporaryFolder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("trimtab-bench-" + std::to_string(::getpid()));
    ~TemporaryFolder() {
        std::error_code error;
        std::filesystem::remove_all(path, error);
    }
};

double peak_rss_mb() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

}  // namespace

Expected<TrainingBench> run_training_bench(const config::Config& config, double seconds, StopToken stop) {
    TrainingBench bench;
    auto learner =
        speed_over(seconds, 16384, [&](std::int64_t steps) { return learner_speed(64, steps, stop); });
    if (!learner) return Unexpected(learner.error());
    bench.learner_steps_per_s = *learner;
    learner = speed_over(seconds, 16384, [&](std::int64_t steps) { return learner_speed(1, steps, stop); });
    if (!learner) return Unexpected(learner.error());
    bench.learner_steps_per_s_1env = *learner;

    const TemporaryFolder folder;
    training::TrainingSummary last;
    const auto end_to_end = [&](int threads) {
        return speed_over(seconds, 32768, [&](std::int64_t steps) -> Expected<double> {
            results::TrainingRequest request;
            request.config = config;
            request.config.training.total_episodes = 0;
            request.config.training.total_steps = steps;
            request.config.training.threads = threads;
            request.results_dir = folder.path;
            auto run = results::run_training(request, stop);
            if (!run) return Unexpected(run.error());
            last = run->summary;
            return static_cast<double>(last.steps) / last.wall_s;
        });
    };
    auto one_core = end_to_end(1);
    if (!one_core) return Unexpected(one_core.error());
    bench.training_steps_per_s_1core = *one_core;
    bench.collect_share = last.phases.collect_s / last.wall_s;
    bench.act_share = last.phases.act_s / last.wall_s;
    bench.update_share = last.phases.update_s / last.wall_s;
    bench.evaluate_share = last.phases.evaluate_s / last.wall_s;
    bench.output_share = last.phases.output_s / last.wall_s;
    auto all_cores = end_to_end(0);
    if (!all_cores) return Unexpected(all_cores.error());
    bench.training_steps_per_s = *all_cores;
    bench.threads = usable_cores();
    bench.peak_rss_mb = peak_rss_mb();
    return bench;
}

}  // namespace trimtab::app
