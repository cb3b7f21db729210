// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace trimtab::statistics {

/// How often each run is drawn in each resample of a stratified bootstrap: runs are drawn with replacement
/// within their task, never across (Agarwal et al., "Deep RL at the Edge of the Statistical Precipice", arXiv
/// 2108.13264, section 4). Made once and shared by every statistic, so that paired samples are resampled as
/// pairs. Draws are counted: stream `bootstrap`, entity = task, counter = resample x runs + draw. Immutable,
/// any thread.
class StratifiedResamples {
  public:
    /// runs_per_task: each >= 1; resamples >= 1.
    StratifiedResamples(std::span<const int> runs_per_task, int resamples, std::uint64_t seed);

    /// One draw of units for all tasks: for units (training seeds) that played every task and so are not
    /// independent between tasks.
    [[nodiscard]] static StratifiedResamples clustered(int units, int tasks, int resamples,
                                                       std::uint64_t seed);

    /// The draws of one task alone, as its task 0; shares the memory.
    [[nodiscard]] StratifiedResamples only(int task) const;

    [[nodiscard]] int tasks() const { return static_cast<int>(strata_.size()); }
    [[nodiscard]] int resamples() const { return resamples_; }
    [[nodiscard]] int runs(int task) const;

    /// Multiplicities of one run, float[resamples].
    [[nodiscard]] std::span<const float> counts(int task, int run) const;
    /// Multiplicities in one resample, float[runs(task)].
    [[nodiscard]] std::span<const float> resample(int task, int resample) const;

  private:
    struct Stratum {
        int runs = 0;
        std::vector<float> by_run;       // [run][resample]
        std::vector<float> by_resample;  // [resample][run]
    };
    StratifiedResamples() = default;
    [[nodiscard]] std::shared_ptr<const Stratum> draw(int runs, std::uint64_t seed,
                                                      std::uint64_t entity) const;
    [[nodiscard]] const Stratum& stratum(int task) const;

    int resamples_ = 0;
    std::vector<std::shared_ptr<const Stratum>> strata_;  // [task]
};

}  // namespace trimtab::statistics
