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
    const double share = 1.0 / static_cast<double>(patterns);
    for (auto& metric : cells_) {
        Cell& all = metric[patterns];
        all.values.assign(static_cast<std::size_t>(units), 0.0);
        for (std::size_t pattern = 0; pattern < patterns; ++pattern) {
            const Cell& cell = metric[pattern];
            if (all.problem.empty()) all.problem = cell.problem;
            for (std::size_t i = 0; i < all.values.size(); ++i) all.values[i] += share * cell.values[i];
        }
    }
}

const std::vector<double>& Contender::means(std::size_t metric, std::size_t pattern) const {
    const Cell& cell = cells_[metric][pattern];
    if (!cell.means.empty()) return cell.means;
    if (pattern < latencies.size()) {
        cell.means = statistics::resampled_means(cell.values, *resamples_, static_cast<int>(pattern));
        return cell.means;
    }
    cell.means.assign(static_cast<std::size_t>(resamples_->resamples()), 0.0);
    const double share = 1.0 / static_cast<double>(latencies.size());
    for (std::size_t each = 0; each < latencies.size(); ++each) {
        const auto& one = means(metric, each);
        for (std::size_t b = 0; b < one.size(); ++b) cell.means[b] += share * one[b];
    }
    return cell.means;
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
