// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "core/telemetry/row.h"

namespace trimtab::telemetry {

/// One value of a series with the three axes it can be drawn over.
struct SeriesPoint {
    std::int64_t step = 0;
    std::int64_t episode = 0;
    double wall_s = 0;
    double value = 0;
};

/// One or more consecutive points of a series. While a series is short every bucket holds one point; then
/// neighbours are merged, and a bucket keeps its smallest and its largest point, so that no peak is lost.
struct SeriesBucket {
    SeriesPoint low;            ///< the point with the smallest value; NaN where all points are NaN
    SeriesPoint high;           ///< the point with the largest value
    double sum = 0;             ///< of the values that are numbers
    std::uint32_t numbers = 0;  ///< how many are
    std::uint32_t points = 0;   ///< merged into this bucket
    std::uint16_t label = 0;    ///< index into labels(); of the first point

    [[nodiscard]] bool has_gap() const { return numbers < points; }  ///< NaN among them: a gap in a line
    [[nodiscard]] double mean() const;                               ///< NaN where there is no number
};

/// Adds the points of `other`, which follow those of `bucket`.
void merge_into(SeriesBucket& bucket, const SeriesBucket& other);

/// Which series: rows of one kind, one metric.
struct SeriesKey {
    RowKind kind = RowKind::episode;
    int metric = 0;
    friend auto operator<=>(const SeriesKey&, const SeriesKey&) = default;
};

/// Append-only columns, one for every (kind, metric) seen. Memory is bounded: at most `capacity` buckets a
/// series, whatever the number of points. One thread appends; any thread may read (reads copy under a short
/// lock).
class SeriesStore final : public RowSink {
  public:
    /// capacity: buckets a series at most, even and at least 2.
    explicit SeriesStore(std::size_t capacity = 16384);

    void accept(const Row& row) override;
    void clear();
    /// From now on at most `capacity` buckets a series; what is more is merged, peaks kept. A greater
    /// capacity brings nothing back.
    void thin(std::size_t capacity);

    [[nodiscard]] std::vector<SeriesKey> keys() const;

    /// A copy of one series, oldest first; empty where there is none.
    [[nodiscard]] std::vector<SeriesBucket> snapshot(const SeriesKey& key) const;

    /// Brings a reader's copy up to date: copies only the buckets that are new or have grown, all of them
    /// where neighbours were merged since. `seen` is what this returned for the same copy before (0: empty);
    /// returns the version.
    [[nodiscard]] std::uint64_t update(const SeriesKey& key, std::uint64_t seen,
                                       std::vector<SeriesBucket>& copy) const;

    /// Points appended to one series so far: grows with every change, so a reader can skip what it has seen.
    [[nodiscard]] std::uint64_t version(const SeriesKey& key) const;

    /// Row labels by index (load patterns, policies); index 0 is the empty label.
    [[nodiscard]] std::vector<std::string> labels() const;

  private:
    struct Column {
        std::vector<SeriesBucket> buckets;
        std::uint64_t points = 0;
        std::uint64_t stride = 1;  // points a full bucket holds
    };
    void append(Column& column, const SeriesPoint& point, std::uint16_t label) const;
    static void halve(Column& column);
    std::uint16_t label_index(const std::string& label);

    std::size_t capacity_;
    mutable std::mutex mutex_;
    std::map<SeriesKey, Column> columns_;
    std::vector<std::string> labels_{""};
};

}  // namespace trimtab::telemetry
