// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/metrics_line.h"

#include <algorithm>
#include <array>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/results/json_text.h"
#include "core/telemetry/metric_registry.h"

namespace trimtab::results {
namespace {

constexpr std::array<std::string_view, 5> kinds{"step", "episode", "update", "evaluation", "event"};

double number(const nlohmann::ordered_json& value) {
    return value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

std::string_view kind_name(telemetry::RowKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

void append_metrics_line(std::string& out, const telemetry::Row& row) {
    out += R"({"kind":")";
    out += kind_name(row.kind);
    out += R"(","step":)";
    append_json(out, row.step);
    out += R"(,"episode":)";
    append_json(out, row.episode);
    out += R"(,"time_s":)";
    append_json(out, row.time_s);
    out += R"(,"wall_s":)";
    append_json(out, row.wall_s);
    out += R"(,"label":)";
    append_json(out, std::string_view(row.label));
    for (const auto& [id, value] : row.values) {
        out += ",\"";
        out += telemetry::metric_info(id).name;
        out += "\":";
        append_json(out, value);
    }
    out += "}\n";
}

Expected<telemetry::Row> parse_metrics_line(std::string_view line) {
    const auto json = nlohmann::ordered_json::parse(line, nullptr, false);
    if (!json.is_object()) return fail(ErrorCode::parse_error, "not a JSON object");
    telemetry::Row row;
    bool has_kind = false;
    for (const auto& [key, value] : json.items()) {
        if (key == "kind" && value.is_string()) {
            const auto found = std::find(kinds.begin(), kinds.end(), value.get_ref<const std::string&>());
            has_kind = found != kinds.end();
            if (has_kind) row.kind = static_cast<telemetry::RowKind>(found - kinds.begin());
        } else if (key == "step" && value.is_number_integer()) {
            row.step = value.get<std::int64_t>();
        } else if (key == "episode" && value.is_number_integer()) {
            row.episode = value.get<std::int64_t>();
        } else if (key == "time_s") {
            row.time_s = number(value);
        } else if (key == "wall_s") {
            row.wall_s = number(value);
        } else if (key == "label" && value.is_string()) {
            row.label = value.get<std::string>();
        } else if (const auto id = telemetry::find_metric(key)) {
            row.values.emplace_back(*id, number(value));
        }
    }
    if (!has_kind) return fail(ErrorCode::parse_error, "a row without a known \"kind\"");
    return row;
}

}  // namespace trimtab::results
