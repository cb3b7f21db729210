// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/series_levels.h"

#include <algorithm>

namespace trimtab::ui {
namespace {

using telemetry::SeriesBucket;

constexpr std::size_t factor = 8;
/// A level with fewer buckets than this a column would show.
constexpr std::size_t buckets_a_column = 4;
constexpr std::size_t smallest_level = 64;

std::pair<std::size_t, std::size_t> range(std::span<const SeriesBucket> buckets, XAxis axis, double xMin,
                                          double xMax) {
    const auto x = [axis](const SeriesBucket& bucket) { return xOf(bucket.low, axis); };
    const auto first = std::ranges::lower_bound(buckets, xMin, {}, x);
    const auto last = std::ranges::upper_bound(buckets, xMax, {}, x);
    return {static_cast<std::size_t>(first - buckets.begin()),
            static_cast<std::size_t>(std::max(first, last) - buckets.begin())};
}

}  // namespace

void SeriesLevels::Levels::rebuildFrom(std::size_t first) {
    std::size_t level = 0;
    for (; (level == 0 ? base : coarser[level - 1]).size() > smallest_level; ++level) {
        if (level == coarser.size()) coarser.emplace_back();
        const std::vector<SeriesBucket>& finer = level == 0 ? base : coarser[level - 1];
        std::vector<SeriesBucket>& target = coarser[level];
        first = std::min(first / factor, target.size());
        target.resize(first);
        for (std::size_t i = first * factor; i < finer.size(); ++i) {
            if (i % factor == 0)
                target.push_back(finer[i]);
            else
                merge_into(target.back(), finer[i]);
        }
    }
    coarser.resize(level);
}

bool SeriesLevels::read(const telemetry::SeriesStore& store, const telemetry::SeriesKey& key) {
    if (store.version(key) == seen_) return false;
    const std::size_t before = raw_.base.size();
    const std::uint32_t stride = before > 1 ? raw_.base.front().points : 1;
    seen_ = store.update(key, seen_, raw_.base);
    const bool merged = before < 2 || raw_.base.empty() || raw_.base.front().points != stride;
    const std::size_t first = merged ? 0 : before - 1;
    raw_.rebuildFrom(first);
    smoothFrom(first);
    return true;
}

void SeriesLevels::setSmoothing(double weight) {
    if (weight == weight_) return;
    weight_ = weight;
    smoothFrom(0);
}

void SeriesLevels::smoothFrom(std::size_t first) {
    if (!(weight_ > 0)) {
        smooth_ = {};
        return;
    }
    if (first >= smooth_.base.size()) first = 0;
    Smoother smoother = first == 0 ? Smoother(weight_) : beforeLast_;
    smooth_.base.resize(first);
    if (first == 0) smooth_.base.reserve(raw_.base.size());
    for (std::size_t i = first; i < raw_.base.size(); ++i) {
        if (i + 1 == raw_.base.size()) beforeLast_ = smoother;
        smooth_.base.push_back(smoother.next(raw_.base[i]));
    }
    smooth_.rebuildFrom(first);
}

Segments SeriesLevels::decimated(bool smoothed, XAxis axis, double xMin, double xMax, int columns,
                                 bool logarithmic) const {
    const Levels& levels = smoothed ? smooth_ : raw_;
    const auto [first, last] = range(levels.base, axis, xMin, xMax);
    std::size_t inside = last - first;
    const std::vector<SeriesBucket>* chosen = &levels.base;
    for (const auto& level : levels.coarser) {
        inside /= factor;
        if (inside < buckets_a_column * static_cast<std::size_t>(std::max(columns, 1))) break;
        chosen = &level;
    }
    return decimate(*chosen, axis, xMin, xMax, columns, logarithmic);
}

std::uint64_t SeriesLevels::pointsWithin(XAxis axis, double xMin, double xMax) const {
    const auto [first, last] = range(raw_.base, axis, xMin, xMax);
    if (first == last) return 0;
    // All buckets but the newest hold equally many points.
    const std::uint64_t stride = raw_.base.front().points;
    const bool newest = last == raw_.base.size();
    return (last - first - (newest ? 1 : 0)) * stride + (newest ? raw_.base.back().points : 0);
}

std::span<const SeriesBucket> SeriesLevels::coarsest() const {
    return raw_.coarser.empty() ? raw_.base : raw_.coarser.back();
}

}  // namespace trimtab::ui
