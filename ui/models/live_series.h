// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/telemetry/series_store.h"

namespace trimtab::ui {

/// The series of one job or one loaded run: all rows together, and the episode rows a load pattern each, so
/// that a chart can give every pattern its colour. Bounded by the stores' capacity. GUI thread.
class LiveSeries {
  public:
    explicit LiveSeries(std::size_t capacity = 16384) : capacity_(capacity), all_(capacity) {}

    void accept(const telemetry::Row& row);

    [[nodiscard]] const telemetry::SeriesStore& all() const { return all_; }
    /// In order of appearance; a store once seen stays at its address.
    [[nodiscard]] std::vector<std::string> patterns() const { return order_; }
    [[nodiscard]] const telemetry::SeriesStore* ofPattern(const std::string& pattern) const;

    /// The newest value of a metric in rows of a kind; NaN before the first.
    [[nodiscard]] double latest(telemetry::RowKind kind, int metric) const;
    [[nodiscard]] std::int64_t step() const { return step_; }
    [[nodiscard]] std::int64_t episode() const { return episode_; }

  private:
    std::size_t capacity_;
    telemetry::SeriesStore all_;
    std::map<std::string, std::unique_ptr<telemetry::SeriesStore>> byPattern_;
    std::vector<std::string> order_;
    std::map<telemetry::SeriesKey, double> latest_;
    std::int64_t step_ = 0;
    std::int64_t episode_ = 0;
};

}  // namespace trimtab::ui
