// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/episode_log.h"

#include <algorithm>
#include <cmath>

namespace trimtab::ui {

void EpisodeLog::accept(const telemetry::Row& row) {
    if (row.kind != telemetry::RowKind::step) return;
    const bool goesOn = !episodes_.empty() && !episodes_.back().complete &&
                        row.time_s > episodes_.back().rows.back().time_s &&
                        row.label == episodes_.back().pattern;
    if (!goesOn) {
        if (!episodes_.empty() && !episodes_.back().complete) {
            episodes_.back().complete = true;
            ++completed_;
        }
        if (episodes_.size() == capacity_) episodes_.pop_front();
        episodes_.push_back({++begun_, row.label, {}, false, false});
    }
    LoggedEpisode& episode = episodes_.back();
    episode.rows.push_back(row);
    // The first step ends one interval after the episode began: every later one follows at that distance.
    const double interval = episode.rows.front().time_s;
    const double expected = interval * static_cast<double>(episode.rows.size());
    episode.gap = episode.gap || std::abs(row.time_s - expected) > 0.5 * interval;
}

const LoggedEpisode* EpisodeLog::latest(const std::string& pattern) const {
    const auto found =
        std::find_if(episodes_.rbegin(), episodes_.rend(), [&pattern](const LoggedEpisode& episode) {
            return episode.complete && !episode.gap && (pattern.empty() || episode.pattern == pattern);
        });
    return found == episodes_.rend() ? nullptr : &*found;
}

const LoggedEpisode* EpisodeLog::find(std::int64_t number) const {
    const auto found =
        std::find_if(episodes_.begin(), episodes_.end(),
                     [number](const LoggedEpisode& episode) { return episode.number == number; });
    return found == episodes_.end() ? nullptr : &*found;
}

}  // namespace trimtab::ui
