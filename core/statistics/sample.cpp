// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/sample.h"

#include <cmath>
#include <string>

namespace trimtab::statistics {

Expected<void> check_sample(std::span<const double> sample, std::size_t minimum, std::string_view name) {
    if (sample.size() < minimum)
        return fail(ErrorCode::invalid_argument, std::string(name) + " has " + std::to_string(sample.size()) +
                                                     " values; at least " + std::to_string(minimum) +
                                                     " are needed: evaluate more runs");
    for (std::size_t i = 0; i < sample.size(); ++i) {
        if (!std::isfinite(sample[i]))
            return fail(ErrorCode::numeric_error,
                        "value " + std::to_string(i) + " of " + std::string(name) +
                            " is not a finite number: leave out or repeat that run");
    }
    return {};
}

Expected<void> check_scores(const StratifiedScores& scores) {
    if (scores.empty())
        return fail(ErrorCode::invalid_argument, "there are no tasks to compare: evaluate at least one");
    for (std::size_t task = 0; task < scores.size(); ++task) {
        if (auto ok = check_sample(scores[task], 1, "task " + std::to_string(task)); !ok) return ok;
    }
    return {};
}

Expected<void> check_paired(const StratifiedScores& first, const StratifiedScores& second) {
    if (auto ok = check_scores(first); !ok) return ok;
    if (auto ok = check_scores(second); !ok) return ok;
    bool same_shape = first.size() == second.size();
    for (std::size_t task = 0; same_shape && task < first.size(); ++task)
        same_shape = first[task].size() == second[task].size();
    if (!same_shape)
        return fail(
            ErrorCode::invalid_argument,
            "paired samples have different numbers of runs or tasks: evaluate both on the same episodes");
    return {};
}

}  // namespace trimtab::statistics
