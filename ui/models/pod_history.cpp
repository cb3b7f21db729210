// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pod_history.h"

#include <algorithm>
#include <unordered_map>

namespace trimtab::ui {
namespace {

constexpr double kept_s = 3600;
constexpr std::size_t most_gone = 500;

}  // namespace

std::vector<PodChange> PodHistory::take(const std::vector<cluster_api::PodView>& pods, double utc_s) {
    std::vector<PodChange> changes;
    std::unordered_map<std::string, const cluster_api::PodView*> present;
    for (const cluster_api::PodView& pod : pods) present.emplace(pod.name, &pod);
    for (PodTrack& track : tracks_) {
        if (track.gone) continue;
        const auto found = present.find(track.name);
        PodSpan& last = track.spans.back();
        last.until_s = utc_s;
        if (found == present.end()) {
            track.gone = true;
            changes.push_back({track.name, last.phase, {}, {}});
            continue;
        }
        const cluster_api::PodView& pod = *found->second;
        present.erase(found);
        if (pod.phase == last.phase && pod.reason == last.reason) continue;
        changes.push_back({track.name, last.phase, pod.phase, pod.reason});
        track.spans.push_back({pod.phase, pod.reason, utc_s, utc_s});
    }
    for (const cluster_api::PodView& pod : pods) {
        if (!present.contains(pod.name)) continue;
        if (begun_) changes.push_back({pod.name, {}, pod.phase, pod.reason});
        const auto place = std::ranges::upper_bound(tracks_, pod.pool, {}, &PodTrack::pool);
        tracks_.insert(
            place, {pod.name, pod.pool, utc_s - pod.age_s, false, {{pod.phase, pod.reason, utc_s, utc_s}}});
    }
    begun_ = true;
    forget(utc_s);
    return changes;
}

void PodHistory::forget(double utc_s) {
    std::erase_if(tracks_, [utc_s](const PodTrack& track) {
        return track.gone && track.spans.back().until_s < utc_s - kept_s;
    });
    auto too_many = std::ranges::count_if(tracks_, &PodTrack::gone) - static_cast<std::ptrdiff_t>(most_gone);
    std::erase_if(tracks_, [&too_many](const PodTrack& track) { return track.gone && too_many-- > 0; });
}

void PodHistory::clear() {
    tracks_.clear();
    begun_ = false;
}

}  // namespace trimtab::ui
