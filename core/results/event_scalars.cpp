// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/event_scalars.h"

#include <cmath>

#include "core/telemetry/metric_registry.h"

namespace trimtab::results {
namespace {

std::string tag_of(int id, std::string_view group) {
    return std::string(group) + "/" + std::string(telemetry::metric_info(id).name);
}

}  // namespace

EventFile::Scalars EventScalars::add(const telemetry::Row& row) {
    EventFile::Scalars scalars;
    switch (row.kind) {
        case telemetry::RowKind::episode:
            for (const auto& [id, value] : row.values) {
                if (!std::isfinite(value)) continue;
                const auto count = [&](const std::string& tag) {
                    auto& [sum, n] = sums_[tag];
                    sum += value;
                    n += 1;
                };
                count(tag_of(id, "episode"));
                if (id == telemetry::metric::episode_return && !row.label.empty())
                    count(tag_of(id, "episode") + "/" + row.label);
            }
            break;
        case telemetry::RowKind::update:
            for (const auto& [id, value] : row.values) scalars.emplace_back(tag_of(id, "update"), value);
            for (const auto& [tag, sum] : sums_) scalars.emplace_back(tag, sum.first / sum.second);
            sums_.clear();
            break;
        case telemetry::RowKind::evaluation:
            for (const auto& [id, value] : row.values)
                scalars.emplace_back(tag_of(id, "evaluation") + (row.label.empty() ? "" : "/" + row.label),
                                     value);
            break;
        case telemetry::RowKind::step:
        case telemetry::RowKind::event:
            break;
    }
    return scalars;
}

}  // namespace trimtab::results
