// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/comparison_contender.h"

#include <algorithm>
#include <limits>

#include "core/results/comparison_metrics.h"
#include "core/statistics/resampled_mean.h"
#include "core/statistics/sample_summary.h"

namespace trimtab::results {

void Contender::set_values(std::size_t metric, std::size_t pattern, std::vector<double> values,
                           std::string problem) {
    if (cells_.empty()) cells_.assign(comparison_metrics().size(), std::vector<Cell>(latencies.size() + 1));
    cells_[metric][pattern].values = std::move(values);
    cells_[metric][pattern].problem = std::move(problem);
}

void Contender::resample(std::shared_ptr<const statistics::StratifiedResamples> drawn) {
    resamples_ = std::move(drawn);
    const std::size_t patterns = latencies.size();
    const auto width = static_cast<std::size_t>(resamples_->resamples());
    for (auto& metric : cells_) {
        Cell& all = metric[patterns];
        all.values.assign(static_cast<std::size_t>(units), 0.0);
        all.means.assign(width, 0.0);
        const double share = 1.0 / static_cast<double>(patterns);
        for (std::size_t pattern = 0; pattern < patterns; ++pattern) {
            Cell& cell = metric[pattern];
            if (!cell.problem.empty()) {
                if (all.problem.empty()) all.problem = cell.problem;
                continue;
            }
            cell.means = statistics::resampled_means(cell.values, *resamples_, static_cast<int>(pattern));
            for (std::size_t b = 0; b < width; ++b) all.means[b] += share * cell.means[b];
            for (std::size_t i = 0; i < all.values.size(); ++i) all.values[i] += share * cell.values[i];
        }
    }
}

const std::string& Contender::problem(std::size_t metric, std::size_t pattern) const {
    return cells_[metric][pattern].problem;
}

const std::vector<double>& Contender::values(std::size_t metric, std::size_t pattern) const {
    return cells_[metric][pattern].values;
}

statistics::StratifiedScores Contender::scores(std::size_t metric, std::size_t pattern) const {
    if (pattern < latencies.size()) return {cells_[metric][pattern].values};
    statistics::StratifiedScores out;
    for (std::size_t each = 0; each < latencies.size(); ++each) out.push_back(cells_[metric][each].values);
    return out;
}

statistics::StratifiedResamples Contender::draws(std::size_t pattern) const {
    return pattern < latencies.size() ? resamples_->only(static_cast<int>(pattern)) : *resamples_;
}

UnitLatencies Contender::latencies_of(std::size_t pattern) const {
    return pattern < latencies.size() ? UnitLatencies{latencies[pattern]} : latencies;
}

double Contender::mean(std::size_t metric, std::size_t pattern) const {
    return statistics::mean(cells_[metric][pattern].values);
}

const std::vector<double>& Contender::means(std::size_t metric, std::size_t pattern) const {
    return cells_[metric][pattern].means;
}

InferenceUnit joint_unit(std::span<const Contender* const> contenders) {
    for (const Contender* contender : contenders)
        if (contender->unit == InferenceUnit::training_seed) return InferenceUnit::training_seed;
    return InferenceUnit::episode;
}

int joint_units(std::span<const Contender* const> contenders) {
    int least = std::numeric_limits<int>::max();
    for (const Contender* contender : contenders)
        if (contender->unit == joint_unit(contenders)) least = std::min(least, contender->units);
    return least;
}

std::vector<double> drawn_means(const Contender& contender, std::size_t metric, std::size_t pattern,
                                InferenceUnit unit) {
    if (contender.unit == unit) return contender.means(metric, pattern);
    return std::vector<double>(static_cast<std::size_t>(contender.draws(pattern).resamples()),
                               contender.mean(metric, pattern));
}

}  // namespace trimtab::results
