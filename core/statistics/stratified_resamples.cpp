// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/stratified_resamples.h"

#include <utility>

#include "core/base/seeded_draw.h"

namespace trimtab::statistics {

StratifiedResamples::StratifiedResamples(std::span<const int> runs_per_task, int resamples,
                                         std::uint64_t seed)
    : resamples_(resamples) {
    for (const int runs : runs_per_task) strata_.push_back(draw(runs, seed, strata_.size()));
}

StratifiedResamples StratifiedResamples::clustered(int units, int tasks, int resamples, std::uint64_t seed) {
    StratifiedResamples out;
    out.resamples_ = resamples;
    out.strata_.assign(static_cast<std::size_t>(tasks), out.draw(units, seed, 0));
    return out;
}

StratifiedResamples StratifiedResamples::only(int task) const {
    StratifiedResamples out;
    out.resamples_ = resamples_;
    out.strata_ = {strata_[static_cast<std::size_t>(task)]};
    return out;
}

std::shared_ptr<const StratifiedResamples::Stratum> StratifiedResamples::draw(int runs, std::uint64_t seed,
                                                                              std::uint64_t entity) const {
    const auto n = static_cast<std::size_t>(runs);
    const auto resamples = static_cast<std::size_t>(resamples_);
    Stratum out{runs, std::vector<float>(n * resamples), std::vector<float>(n * resamples)};
    DrawSequence draws(seed, DrawStream::bootstrap, entity);
    for (std::size_t b = 0; b < resamples; ++b) {
        for (std::size_t i = 0; i < n; ++i)
            out.by_resample[b * n + draws.next_below(static_cast<std::uint64_t>(runs))] += 1;
        for (std::size_t i = 0; i < n; ++i) out.by_run[i * resamples + b] = out.by_resample[b * n + i];
    }
    return std::make_shared<const Stratum>(std::move(out));
}

const StratifiedResamples::Stratum& StratifiedResamples::stratum(int task) const {
    return *strata_[static_cast<std::size_t>(task)];
}

int StratifiedResamples::runs(int task) const { return stratum(task).runs; }

std::span<const float> StratifiedResamples::counts(int task, int run) const {
    const auto width = static_cast<std::size_t>(resamples_);
    return std::span(stratum(task).by_run).subspan(static_cast<std::size_t>(run) * width, width);
}

std::span<const float> StratifiedResamples::resample(int task, int resample) const {
    const auto width = static_cast<std::size_t>(runs(task));
    return std::span(stratum(task).by_resample).subspan(static_cast<std::size_t>(resample) * width, width);
}

}  // namespace trimtab::statistics
