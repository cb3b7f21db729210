// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/training_progress.h"

#include <algorithm>
#include <limits>

#include "core/results/json_text.h"
#include "core/telemetry/metric_registry.h"

namespace trimtab::results {
namespace {

namespace metric = telemetry::metric;

double value_of(const telemetry::Row& row, int id) {
    for (const auto& [metric, value] : row.values)
        if (metric == id) return value;
    return std::numeric_limits<double>::quiet_NaN();
}

template <class T, class Append>
void append_list(std::string& out, std::string_view key, const std::vector<T>& items, Append append) {
    append_json(out, key);
    out += ": [";
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += ", ";
        append(items[i]);
    }
    out += "]";
}

}  // namespace

void TrainingProgress::add(const telemetry::Row& row) {
    switch (row.kind) {
        case telemetry::RowKind::episode: {
            rewards_.push_back(value_of(row, metric::episode_return));
            lengths_.push_back(static_cast<int>(value_of(row, metric::episode_length)));
            components_.push_back(
                {value_of(row, metric::latency_improvement), value_of(row, metric::throughput_improvement),
                 value_of(row, metric::resource_efficiency), value_of(row, metric::stability_bonus)});
            const auto found = std::find(patterns_.begin(), patterns_.end(), row.label);
            pattern_of_.push_back(static_cast<int>(found - patterns_.begin()));
            if (found == patterns_.end()) patterns_.push_back(row.label);
            break;
        }
        case telemetry::RowKind::update:
            updates_.push_back(row);
            break;
        case telemetry::RowKind::evaluation:
            evaluations_.push_back(row);
            break;
        case telemetry::RowKind::step:
        case telemetry::RowKind::event:
            break;
    }
}

double TrainingProgress::recent_return(std::size_t count) const {
    const std::size_t n = std::min(count, rewards_.size());
    if (n == 0) return std::numeric_limits<double>::quiet_NaN();
    double sum = 0;
    for (std::size_t i = rewards_.size() - n; i < rewards_.size(); ++i) sum += rewards_[i];
    return sum / static_cast<double>(n);
}

std::string TrainingProgress::to_json(double timestamp) const {
    std::string out = "{\n  \"timestamp\": ";
    append_json(out, static_cast<std::int64_t>(timestamp));
    out += ",\n  ";
    append_list(out, "episode_rewards", rewards_, [&](double value) { append_json(out, value); });
    out += ",\n  ";
    append_list(out, "episode_lengths", lengths_, [&](int value) { append_json(out, std::int64_t{value}); });
    out += ",\n  \"episode_summaries\": [";
    for (std::size_t i = 0; i < rewards_.size(); ++i) {
        out += i > 0 ? ", {\"load_pattern\": " : "{\"load_pattern\": ";
        append_json(out, std::string_view(patterns_[static_cast<std::size_t>(pattern_of_[i])]));
        out += ", \"episode_reward\": ";
        append_json(out, rewards_[i]);
        out += "}";
    }
    out += "],\n  ";
    append_list(out, "training_metrics", updates_, [&](const telemetry::Row& row) {
        out += "{\"step\": ";
        append_json(out, row.step);
        for (const auto& [id, value] : row.values) {
            out += ", ";
            append_json(out, telemetry::metric_info(id).name);
            out += ": ";
            append_json(out, value);
        }
        out += "}";
    });
    out += ",\n  \"agent_stats\": {\"training_step\": ";
    append_json(out, static_cast<std::int64_t>(updates_.size()));
    out += ", \"avg_reward\": ";
    append_json(out, recent_return());
    out += "}\n}\n";
    return out;
}

}  // namespace trimtab::results
