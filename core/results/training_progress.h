// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/telemetry/row.h"

namespace trimtab::results {

/// The course of a run as training_progress.json and the picture beside it show it. Built from the run's rows
/// alone, so a resumed run has the same.
class TrainingProgress {
  public:
    void add(const telemetry::Row& row);

    [[nodiscard]] const std::vector<double>& episode_rewards() const {
        return rewards_;
    }                                                                                   ///< returns, in order
    [[nodiscard]] const std::vector<int>& episode_lengths() const { return lengths_; }  ///< steps
    /// The reward's components of each episode, summed over it: latency, throughput, efficiency, stability;
    /// NaN where its row has none.
    [[nodiscard]] const std::vector<std::array<double, 4>>& episode_components() const { return components_; }
    /// Load pattern of each episode, as an index into patterns().
    [[nodiscard]] const std::vector<int>& episode_patterns() const { return pattern_of_; }
    [[nodiscard]] const std::vector<std::string>& patterns() const { return patterns_; }
    [[nodiscard]] const std::vector<telemetry::Row>& updates() const { return updates_; }
    [[nodiscard]] const std::vector<telemetry::Row>& evaluations() const { return evaluations_; }

    /// Mean return of the last `count` episodes; NaN without one.
    [[nodiscard]] double recent_return(std::size_t count = 100) const;

    /// The document, with the original module's keys: timestamp, episode_rewards, episode_lengths,
    /// episode_summaries
    /// ({load_pattern, episode_reward}), training_metrics (one object an update), agent_stats.
    [[nodiscard]] std::string to_json(double timestamp) const;

  private:
    std::vector<double> rewards_;
    std::vector<int> lengths_;
    std::vector<std::array<double, 4>> components_;
    std::vector<int> pattern_of_;
    std::vector<std::string> patterns_;
    std::vector<telemetry::Row> updates_;
    std::vector<telemetry::Row> evaluations_;
};

}  // namespace trimtab::results
