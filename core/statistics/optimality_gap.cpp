// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/optimality_gap.h"

#include <algorithm>

#include "core/statistics/resampled_mean.h"

namespace trimtab::statistics {

Expected<Estimate> optimality_gap(const StratifiedScores& scores, double target,
                                  const StratifiedResamples& resamples, double confidence) {
    if (auto ok = check_shape(scores, resamples); !ok) return Unexpected<Error>(ok.error());
    StratifiedScores missing = scores;
    for (auto& task : missing) {
        for (double& score : task) score = std::max(0.0, target - score);
    }
    return stratified_mean(missing, resamples, confidence);
}

}  // namespace trimtab::statistics
