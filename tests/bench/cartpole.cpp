// SPDX-License-Identifier: GPL-3.0-or-later
// Learning curves on CartPole-v1 with the product's trainer: 8 environments x 256 steps, separate networks of
// 2 x 256, minibatch 64, 4 epochs, learning rate 3e-4 constant, gamma .99, lambda .95, clip .2, entropy .01.
// Separate, as in the published curves: returns of 100 make a value loss that drowns the policy's gradient in
// a shared trunk (which needs value_coef .05 here). Prints the mean return of the last 20 episodes by steps,
// per seed and over seeds. Usage: cartpole [steps=100000] [seeds=5] [least mean at the end=0].
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <numeric>
#include <utility>
#include <vector>

#include "core/telemetry/metric_registry.h"
#include "core/training/trainer.h"
#include "tests/support/cartpole_environment.h"

using namespace trimtab;

namespace {

constexpr int window = 20;
constexpr int n_envs = 8;

/// Keeps (steps, return) of every finished episode.
class Curve final : public training::TrainingOutput {
  public:
    Expected<void> row(const telemetry::Row& row) override {
        if (row.kind != telemetry::RowKind::episode) return {};
        for (const auto& [metric, value] : row.values) {
            if (metric == telemetry::metric::episode_return) episodes_.emplace_back(row.step, value);
        }
        return {};
    }
    Expected<void> checkpoint(training::CheckpointKind, std::int64_t, const std::string&) override {
        return {};
    }
    Expected<void> evaluation(std::int64_t, const training::EvaluationResult&) override { return {}; }

    /// Mean of the last 20 episodes that ended within the first `steps` steps; NaN before any.
    [[nodiscard]] double mean_at(std::int64_t steps) const {
        std::size_t end = 0;
        while (end < episodes_.size() && episodes_[end].first <= steps) ++end;
        return mean_before(end);
    }
    [[nodiscard]] double peak() const {
        double best = 0;
        for (std::size_t end = window; end <= episodes_.size(); ++end)
            best = std::max(best, mean_before(end));
        return best;
    }

  private:
    [[nodiscard]] double mean_before(std::size_t end) const {
        const std::size_t count = std::min<std::size_t>(window, end);
        double sum = 0;
        for (std::size_t i = end - count; i < end; ++i) sum += episodes_[i].second;
        return sum / static_cast<double>(count);
    }

    std::vector<std::pair<std::int64_t, double>> episodes_;
};

Expected<Curve> train(std::uint64_t seed, std::int64_t steps) {
    training::TrainerSetup setup;
    setup.agent.buffer_size = n_envs * 256;
    setup.agent.shared_network = false;
    setup.agent.time_limit_bootstrap = true;
    setup.training.seed = seed;
    setup.training.total_steps = steps;
    setup.training.n_envs = n_envs;
    setup.training.threads = 1;
    setup.training.checkpoint_interval_episodes = 1 << 30;
    setup.make_environment = [](int) -> Expected<std::unique_ptr<environment::Environment>> {
        return std::unique_ptr<environment::Environment>(std::make_unique<test::CartPoleEnvironment>());
    };
    setup.episode_plan = [seed](int env, std::int64_t k) {
        environment::EpisodeSpec spec;
        spec.seed = (seed << 32U) + (static_cast<std::uint64_t>(env) << 24U) + static_cast<std::uint64_t>(k);
        return spec;
    };
    Curve curve;
    training::Trainer trainer(std::move(setup), curve);
    const Expected<training::TrainingSummary> summary = trainer.run({});
    if (!summary) return Unexpected(summary.error());
    std::printf("seed %d: %.0f steps/s\n", static_cast<int>(seed),
                static_cast<double>(summary->steps) / summary->wall_s);
    return curve;
}

}  // namespace

int main(int argc, char** argv) {
    const std::int64_t steps = argc > 1 ? std::atoll(argv[1]) : 100000;
    const int seeds = argc > 2 ? std::atoi(argv[2]) : 5;
    const double least = argc > 3 ? std::atof(argv[3]) : 0;
    std::vector<Curve> curves;
    for (int seed = 1; seed <= seeds; ++seed) {
        Expected<Curve> curve = train(static_cast<std::uint64_t>(seed), steps);
        if (!curve) {
            std::fprintf(stderr, "%s\n", curve.error().to_string().c_str());
            return 1;
        }
        curves.push_back(std::move(*curve));
    }
    const auto mean_at = [&](std::int64_t at) {
        double sum = 0;
        for (const Curve& curve : curves) sum += curve.mean_at(at);
        return sum / seeds;
    };
    std::printf("%8s %8s  by seed\n", "steps", "mean");
    for (const std::int64_t at : {10000, 25000, 50000, 75000, 100000}) {
        if (at > steps) break;
        std::printf("%8d %8.1f ", static_cast<int>(at), mean_at(at));
        for (const Curve& curve : curves) std::printf(" %6.1f", curve.mean_at(at));
        std::printf("\n");
    }
    std::printf("%8s %8s ", "peak", "");
    for (const Curve& curve : curves) std::printf(" %6.1f", curve.peak());
    std::printf("\n");
    const double final_mean = mean_at(steps);
    if (!(final_mean >= least)) {
        std::fprintf(stderr, "the last %d episodes have a mean of %.1f, below %.1f\n", window, final_mean,
                     least);
        return 1;
    }
    return 0;
}
