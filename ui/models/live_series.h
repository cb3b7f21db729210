// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/telemetry/series_store.h"
#include "ui/models/episode_log.h"

namespace trimtab::ui {

/// The series of one job or one loaded run: all rows together; episode rows a load pattern each, so that a
/// chart can give every pattern its colour; evaluation rows a label each ("all" and the patterns); and the
/// newest episodes step by step. Bounded by the stores' capacity. One thread at a time.
class LiveSeries {
  public:
    explicit LiveSeries(std::size_t capacity = 16384) : capacity_(capacity), all_(capacity) {}

    void accept(const telemetry::Row& row);
    /// At most `capacity` buckets a series from now on: for a run that has ended and that others have
    /// followed.
    void thin(std::size_t capacity);

    [[nodiscard]] const telemetry::SeriesStore& all() const { return all_; }
    /// Of the episodes, in order of appearance; a store once seen stays at its address.
    [[nodiscard]] const std::vector<std::string>& patterns() const { return order_; }
    /// Episode and evaluation rows with this label; null before the first.
    [[nodiscard]] const telemetry::SeriesStore* ofPattern(const std::string& label) const;
    [[nodiscard]] const EpisodeLog& episodes() const { return episodes_; }

    /// The newest value of a metric in rows of a kind; NaN before the first.
    [[nodiscard]] double latest(telemetry::RowKind kind, int metric) const;
    [[nodiscard]] std::int64_t step() const { return step_; }
    [[nodiscard]] std::int64_t episode() const { return episode_; }

  private:
    std::size_t capacity_;
    telemetry::SeriesStore all_;
    EpisodeLog episodes_;
    std::map<std::string, std::unique_ptr<telemetry::SeriesStore>> byPattern_;
    std::vector<std::string> order_;
    std::map<telemetry::SeriesKey, double> latest_;
    std::int64_t step_ = 0;
    std::int64_t episode_ = 0;
};

}  // namespace trimtab::ui
