// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/training_progress.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/results/json_text.h"
#include "core/telemetry/metric_registry.h"

namespace trimtab::results {
namespace {

namespace metric = telemetry::metric;

/// Points a pattern's curve has at most: more than a picture is wide.
constexpr std::size_t picture_points = 4096;
constexpr std::array picture_metrics{metric::episode_return, metric::latency_improvement,
                                     metric::throughput_improvement, metric::resource_efficiency,
                                     metric::stability_bonus};

double value_of(const telemetry::Row& row, int id) {
    for (const auto& [metric, value] : row.values)
        if (metric == id) return value;
    return std::numeric_limits<double>::quiet_NaN();
}

template <class List, class Append>
void append_list(std::string& out, std::string_view key, const List& items, Append append) {
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
            const double length = value_of(row, metric::episode_length);
            lengths_.push_back(std::isnan(length) ? 0 : static_cast<std::int32_t>(length));
            const auto pattern =
                static_cast<std::size_t>(std::ranges::find(patterns_, row.label) - patterns_.begin());
            if (pattern == patterns_.size()) {
                patterns_.push_back(row.label);
                histories_.emplace_back(picture_points);
            }
            pattern_of_.push_back(static_cast<std::uint16_t>(pattern));
            telemetry::Row drawn = row;
            drawn.values.clear();
            for (const int id : picture_metrics) drawn.values.emplace_back(id, value_of(row, id));
            histories_[pattern].accept(drawn);
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

TrainingProgress::EpisodeRows TrainingProgress::episode_rows() const {
    EpisodeRows out;
    for (std::size_t p = 0; p < patterns_.size(); ++p) {
        const std::size_t before = out.rows.size();
        for (const int id : picture_metrics) {
            const auto buckets = histories_[p].snapshot({telemetry::RowKind::episode, id});
            if (out.rows.size() == before) {
                for (const telemetry::SeriesBucket& bucket : buckets)
                    out.rows.push_back({telemetry::RowKind::episode,
                                        bucket.low.step,
                                        bucket.low.episode,
                                        0,
                                        bucket.low.wall_s,
                                        patterns_[p],
                                        {}});
                out.episodes_a_row =
                    std::max(out.episodes_a_row, buckets.empty() ? 1 : static_cast<int>(buckets[0].points));
            }
            for (std::size_t i = 0; i < buckets.size(); ++i)
                if (const double mean = buckets[i].mean(); std::isfinite(mean))
                    out.rows[before + i].values.emplace_back(id, mean);
        }
    }
    std::ranges::stable_sort(out.rows, {}, &telemetry::Row::step);
    return out;
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
    append_list(out, "episode_lengths", lengths_,
                [&](std::int32_t value) { append_json(out, std::int64_t{value}); });
    out += ",\n  \"episode_summaries\": [";
    for (std::size_t i = 0; i < rewards_.size(); ++i) {
        out += i > 0 ? ", {\"load_pattern\": " : "{\"load_pattern\": ";
        append_json(out, std::string_view(patterns_[pattern_of_[i]]));
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
