// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/live_series.h"

#include <algorithm>
#include <limits>

namespace trimtab::ui {

void LiveSeries::accept(const telemetry::Row& row) {
    all_.accept(row);
    step_ = row.step;
    episode_ = row.episode;
    for (const auto& [id, value] : row.values) latest_[{row.kind, id}] = value;
    episodes_.accept(row);
    const bool episode = row.kind == telemetry::RowKind::episode;
    if ((!episode && row.kind != telemetry::RowKind::evaluation) || row.label.empty()) return;
    auto& store = byPattern_[row.label];
    if (!store) store = std::make_unique<telemetry::SeriesStore>(capacity_);
    if (episode && std::ranges::find(order_, row.label) == order_.end()) order_.push_back(row.label);
    store->accept(row);
}

void LiveSeries::thin(std::size_t capacity) {
    capacity_ = capacity;
    all_.thin(capacity);
    for (auto& [label, store] : byPattern_) store->thin(capacity);
}

const telemetry::SeriesStore* LiveSeries::ofPattern(const std::string& label) const {
    const auto it = byPattern_.find(label);
    return it == byPattern_.end() ? nullptr : it->second.get();
}

double LiveSeries::latest(telemetry::RowKind kind, int metric) const {
    const auto it = latest_.find({kind, metric});
    return it == latest_.end() ? std::numeric_limits<double>::quiet_NaN() : it->second;
}

}  // namespace trimtab::ui
