// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "core/telemetry/row.h"

namespace trimtab::ui {

/// One episode of a run's first environment, step by step.
struct LoggedEpisode {
    std::int64_t number = 0;  ///< counted from 1 over this log
    std::string pattern;
    std::vector<telemetry::Row> rows;  ///< one a step, time_s rising
    bool complete = false;             ///< the next episode has begun
    bool gap = false;                  ///< steps are missing: the display was too slow for them
};

/// The step rows of a run as episodes. A training records the steps of its first environment only, whatever
/// the number of environments, so consecutive step rows belong to one episode until their time goes back.
/// Keeps the newest. One thread.
class EpisodeLog {
  public:
    explicit EpisodeLog(std::size_t capacity = 200) : capacity_(capacity) {}

    /// Rows of other kinds are ignored.
    void accept(const telemetry::Row& row);

    [[nodiscard]] const std::deque<LoggedEpisode>& episodes() const { return episodes_; }  ///< oldest first
    /// The newest that is complete and has every step, of a pattern (empty: any); null where there is none.
    [[nodiscard]] const LoggedEpisode* latest(const std::string& pattern = {}) const;
    [[nodiscard]] const LoggedEpisode* find(std::int64_t number) const;
    /// Grows whenever an episode is completed.
    [[nodiscard]] std::int64_t completed() const { return completed_; }

  private:
    std::size_t capacity_;
    std::deque<LoggedEpisode> episodes_;
    std::int64_t begun_ = 0;
    std::int64_t completed_ = 0;
};

}  // namespace trimtab::ui
