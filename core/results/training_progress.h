// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "core/telemetry/row.h"
#include "core/telemetry/series_store.h"

namespace trimtab::results {

/// The course of a run as training_progress.json and the picture beside it show it. Built from the run's rows
/// alone, so a resumed run has the same. Keeps 14 bytes an episode, as the document lists every one, and for
/// the picture a bounded history of each load pattern.
class TrainingProgress {
  public:
    void add(const telemetry::Row& row);

    [[nodiscard]] const std::deque<double>& episode_rewards() const {
        return rewards_;
    }  ///< returns, in order
    [[nodiscard]] const std::vector<telemetry::Row>& updates() const { return updates_; }
    [[nodiscard]] const std::vector<telemetry::Row>& evaluations() const { return evaluations_; }

    /// The episodes of every load pattern as rows ordered by step, with return and reward components: one row
    /// an episode, and in a long run one for the mean of `episodes_a_row` consecutive ones of a pattern.
    struct EpisodeRows {
        std::vector<telemetry::Row> rows;
        int episodes_a_row = 1;
    };
    [[nodiscard]] EpisodeRows episode_rows() const;

    /// Mean return of the last `count` episodes; NaN without one.
    [[nodiscard]] double recent_return(std::size_t count = 100) const;

    /// The document, with the original module's keys: timestamp, episode_rewards, episode_lengths,
    /// episode_summaries
    /// ({load_pattern, episode_reward}), training_metrics (one object an update), agent_stats.
    [[nodiscard]] std::string to_json(double timestamp) const;

  private:
    std::deque<double> rewards_;
    std::deque<std::int32_t> lengths_;
    std::deque<std::uint16_t> pattern_of_;
    std::vector<std::string> patterns_;
    std::deque<telemetry::SeriesStore> histories_;  ///< one a pattern
    std::vector<telemetry::Row> updates_;
    std::vector<telemetry::Row> evaluations_;
};

}  // namespace trimtab::results
