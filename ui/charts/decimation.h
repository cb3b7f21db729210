// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <cstdint>
#include <span>
#include <vector>

#include "core/telemetry/series_store.h"

namespace trimtab::ui {

/// What a chart's x axis counts.
enum class XAxis { step, episode, wall };

[[nodiscard]] double xOf(const telemetry::SeriesPoint& point, XAxis axis);

/// A curve without its gaps: NaN values end one segment and begin the next.
using Segments = QList<QList<QPointF>>;

/// The part of a series within [xMin, xMax] (and one bucket beyond each end, so that lines reach the border),
/// reduced to the smallest and largest value of every pixel column: at most 2 points a column, however many
/// there are. Buckets are ordered by x. With a log axis values <= 0 become gaps.
[[nodiscard]] Segments decimate(std::span<const telemetry::SeriesBucket> buckets, XAxis axis, double xMin,
                                double xMax, int columns, bool logarithmic = false);

/// An exponential moving average of the bucket means, bias-corrected as in Adam (Kingma and Ba, arXiv
/// 1412.6980), with `weight` in [0, 1) for the past, counted a point: a bucket of n points weighs as n. NaN
/// stays a gap. A copy continues where its original stood.
class Smoother {
  public:
    explicit Smoother(double weight) : weight_(weight) {}
    [[nodiscard]] telemetry::SeriesBucket next(const telemetry::SeriesBucket& bucket);

  private:
    double weight_;
    std::uint32_t numbers_ = 1;  // of the bucket before: nearly all buckets hold equally many
    double keep_ = weight_;      // weight_ to the power of numbers_
    double average_ = 0;
    double mass_ = 0;
};

/// The same of a whole series.
[[nodiscard]] std::vector<telemetry::SeriesBucket> smooth(std::span<const telemetry::SeriesBucket> buckets,
                                                          double weight);

}  // namespace trimtab::ui
