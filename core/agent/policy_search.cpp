// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/policy_search.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "core/base/parallel_for.h"
#include "core/environment/make_environment.h"
#include "core/environment/seed_plan.h"

namespace trimtab::agent {
namespace {

using environment::KubernetesEnvironment;

Expected<double> play_return(KubernetesEnvironment& environment, Policy& policy,
                             const environment::EpisodeSpec& spec) {
    const config::EnvironmentConfig& e = environment.config().environment;
    const cluster::Allocation start = policy.initial_allocation().value_or(
        cluster::Allocation{e.initial_replicas_gpu, e.initial_replicas_cpu, e.initial_placement});
    if (Expected<void> begun = environment.reset_at(spec, start); !begun)
        return Unexpected<Error>(begun.error());
    policy.begin_episode(environment, spec.seed);
    double sum = 0;
    for (bool running = true; running;) {
        const Expected<environment::StepResult> result = play_step(policy, environment);
        if (!result) return Unexpected<Error>(result.error());
        sum += result->reward;
        running = !result->truncated;
    }
    return sum;
}

/// Candidates with the sums of the runs they have played so far.
class Tournament {
  public:
    Tournament(const SearchSetup& setup, int count, const MakeCandidate& make)
        : setup_(setup), make_(make), sums_(static_cast<std::size_t>(count)), alive_(sums_.size()) {
        std::iota(alive_.begin(), alive_.end(), 0);
    }

    [[nodiscard]] Expected<void> open() {
        for (int i = 0; i < resolve_threads(setup_.threads); ++i) {
            auto made = environment::make_environment(setup_.config, setup_.baselines);
            if (!made) return Unexpected<Error>(made.error());
            (*made)->set_stop_token(setup_.stop);
            environments_.push_back(std::move(*made));
        }
        return {};
    }

    /// Lets the living play the runs up to `runs` and keeps the best `keep`.
    [[nodiscard]] Expected<void> round(int runs, int keep) {
        std::vector<std::optional<Error>> errors(alive_.size());
        parallel_for(static_cast<int>(alive_.size()), static_cast<int>(environments_.size()),
                     [&](int item, int worker) {
                         const auto slot = static_cast<std::size_t>(item);
                         const Expected<void> played =
                             play(alive_[slot], runs, *environments_[static_cast<std::size_t>(worker)]);
                         if (!played) errors[slot] = played.error();
                     });
        for (const std::optional<Error>& error : errors)
            if (error) return Unexpected<Error>(*error);
        episodes_ += static_cast<std::int64_t>(alive_.size()) * std::max(0, runs - runs_) *
                     static_cast<std::int64_t>(setup_.patterns.size());
        runs_ = std::max(runs, runs_);
        std::stable_sort(alive_.begin(), alive_.end(), [&](int a, int b) {
            return sums_[static_cast<std::size_t>(a)] > sums_[static_cast<std::size_t>(b)];
        });
        if (alive_.size() > static_cast<std::size_t>(keep)) alive_.resize(static_cast<std::size_t>(keep));
        return {};
    }

    [[nodiscard]] SearchResult result() const {
        SearchResult out;
        out.best = alive_.front();
        out.mean_return =
            sums_[static_cast<std::size_t>(out.best)] / (runs_ * static_cast<double>(setup_.patterns.size()));
        out.episodes = episodes_;
        out.budget = std::to_string(sums_.size()) + " candidates, " + std::to_string(episodes_) +
                     " calibration episodes, the finalists " + std::to_string(runs_) + " a pattern";
        return out;
    }

    [[nodiscard]] int living() const { return static_cast<int>(alive_.size()); }

  private:
    [[nodiscard]] Expected<void> play(int candidate, int runs, KubernetesEnvironment& environment) {
        const std::unique_ptr<Policy> policy = make_(candidate);
        for (const std::string& pattern : setup_.patterns)
            for (int run = runs_; run < runs; ++run) {
                const Expected<double> value = play_return(
                    environment, *policy,
                    environment::planned_episode(environment::SeedUse::calibration, pattern, run));
                if (!value) return Unexpected<Error>(value.error());
                sums_[static_cast<std::size_t>(candidate)] += *value;
            }
        return {};
    }

    const SearchSetup& setup_;
    const MakeCandidate& make_;
    std::vector<std::unique_ptr<KubernetesEnvironment>> environments_;
    std::vector<double> sums_;
    std::vector<int> alive_;
    int runs_ = 0;
    std::int64_t episodes_ = 0;
};

}  // namespace

Expected<SearchResult> search_best(const SearchSetup& setup, int count, const MakeCandidate& make) {
    Tournament tournament(setup, count, make);
    if (Expected<void> opened = tournament.open(); !opened) return Unexpected<Error>(opened.error());
    const int runs = std::max(1, setup.runs);
    const std::vector<std::pair<int, int>> rounds = {
        {std::max(1, runs / 20), std::max(24, count / 8)}, {std::max(1, runs / 5), 6}, {runs, 1}};
    for (const auto& [until, keep] : rounds)
        if (Expected<void> played = tournament.round(until, keep); !played)
            return Unexpected<Error>(played.error());
    return tournament.result();
}

}  // namespace trimtab::agent
