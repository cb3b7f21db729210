// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/decimation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace trimtab::ui {
namespace {

using telemetry::SeriesBucket;
using telemetry::SeriesPoint;

/// Collects the extremes of one pixel column and writes them in the order they came.
class Column {
  public:
    void add(QPointF point) {
        if (empty_) {
            low_ = high_ = point;
            empty_ = false;
        } else if (point.y() < low_.y()) {
            low_ = point;
        } else if (point.y() > high_.y()) {
            high_ = point;
        }
    }

    void flush(QList<QPointF>& out) {
        if (empty_) return;
        const bool lowFirst = low_.x() <= high_.x();
        out.append(lowFirst ? low_ : high_);
        if (low_ != high_) out.append(lowFirst ? high_ : low_);
        empty_ = true;
    }

  private:
    QPointF low_, high_;
    bool empty_ = true;
};

}  // namespace

double xOf(const SeriesPoint& point, XAxis axis) {
    switch (axis) {
        case XAxis::step:
            return static_cast<double>(point.step);
        case XAxis::episode:
            return static_cast<double>(point.episode);
        case XAxis::wall:
            return point.wall_s;
    }
    return 0;
}

Segments decimate(std::span<const SeriesBucket> buckets, XAxis axis, double xMin, double xMax, int columns,
                  bool logarithmic) {
    const auto x = [axis](const SeriesBucket& bucket) { return xOf(bucket.low, axis); };
    auto first = std::ranges::lower_bound(buckets, xMin, {}, x);
    auto last = std::ranges::upper_bound(buckets, xMax, {}, x);
    if (first != buckets.begin()) --first;
    if (last != buckets.end()) ++last;

    Segments segments;
    QList<QPointF> segment;
    Column column;
    const double scale = xMax > xMin ? std::max(columns, 1) / (xMax - xMin) : 0.0;
    double current = std::numeric_limits<double>::quiet_NaN();
    const auto endSegment = [&] {
        column.flush(segment);
        if (!segment.isEmpty()) segments.append(std::exchange(segment, {}));
    };
    for (auto it = first; it != last; ++it) {
        const bool lowFirst = xOf(it->low, axis) <= xOf(it->high, axis);
        for (const SeriesPoint* point : {lowFirst ? &it->low : &it->high, lowFirst ? &it->high : &it->low}) {
            if (it->points <= 1 && point == &it->high) continue;
            if (!std::isfinite(point->value) || (logarithmic && point->value <= 0)) {
                endSegment();
                continue;
            }
            const QPointF at(xOf(*point, axis), point->value);
            const double index = std::floor((at.x() - xMin) * scale);
            if (index != current) {
                column.flush(segment);
                current = index;
            }
            column.add(at);
        }
    }
    endSegment();
    return segments;
}

SeriesBucket Smoother::next(const SeriesBucket& bucket) {
    SeriesBucket out = bucket;
    out.points = 1;
    out.numbers = bucket.numbers > 0 ? 1 : 0;
    out.low.value = std::numeric_limits<double>::quiet_NaN();
    if (bucket.numbers > 0) {
        if (bucket.numbers != numbers_) {
            numbers_ = bucket.numbers;
            keep_ = std::pow(weight_, static_cast<double>(numbers_));
        }
        average_ = keep_ * average_ + (1 - keep_) * bucket.mean();
        mass_ = keep_ * mass_ + (1 - keep_);
        out.low.value = average_ / mass_;
    }
    out.high = out.low;
    out.sum = bucket.numbers > 0 ? out.low.value : 0;
    return out;
}

std::vector<SeriesBucket> smooth(std::span<const SeriesBucket> buckets, double weight) {
    std::vector<SeriesBucket> out;
    out.reserve(buckets.size());
    Smoother smoother(weight);
    for (const SeriesBucket& bucket : buckets) out.push_back(smoother.next(bucket));
    return out;
}

}  // namespace trimtab::ui
