// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ui/charts/decimation.h"

namespace trimtab::ui {

/// A chart's own copy of one series, its smoothed curve, and both in levels of eight times fewer buckets
/// each, so that a frame costs the same for a thousand points as for a million. Keeps up with a growing store
/// without starting anew.
class SeriesLevels {
  public:
    /// Takes in what the store gained; false where that is nothing.
    bool read(const telemetry::SeriesStore& store, const telemetry::SeriesKey& key);
    /// Weight of the past in [0, 1); 0: no smoothed curve.
    void setSmoothing(double weight);

    [[nodiscard]] const std::vector<telemetry::SeriesBucket>& buckets() const { return raw_.base; }
    [[nodiscard]] const std::vector<telemetry::SeriesBucket>& smoothed() const { return smooth_.base; }

    /// decimate() of the series or of its smoothed curve, from the coarsest level that still has a few
    /// buckets a pixel column.
    [[nodiscard]] Segments decimated(bool smoothed, XAxis axis, double xMin, double xMax, int columns,
                                     bool logarithmic) const;
    /// Points within [xMin, xMax].
    [[nodiscard]] std::uint64_t pointsWithin(XAxis axis, double xMin, double xMax) const;
    [[nodiscard]] std::uint64_t points() const { return seen_; }
    /// Few buckets that hold all points: for extremes.
    [[nodiscard]] std::span<const telemetry::SeriesBucket> coarsest() const;

  private:
    struct Levels {
        std::vector<telemetry::SeriesBucket> base;
        std::vector<std::vector<telemetry::SeriesBucket>> coarser;
        void rebuildFrom(std::size_t first);
    };
    void smoothFrom(std::size_t first);

    Levels raw_;
    Levels smooth_;
    double weight_ = 0;
    Smoother beforeLast_{0};  ///< has seen every bucket but the last
    std::uint64_t seen_ = 0;
};

}  // namespace trimtab::ui
