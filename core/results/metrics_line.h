// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/expected.h"
#include "core/telemetry/row.h"

namespace trimtab::results {

/// "step", "episode", "update", "evaluation", "event".
[[nodiscard]] std::string_view kind_name(telemetry::RowKind kind);

/// Appends one line of metrics.jsonl with its newline: kind, step, episode, time_s, wall_s, label, then every
/// metric under its name. NaN is null.
void append_metrics_line(std::string& out, const telemetry::Row& row);

/// Reads a line back. null becomes NaN; keys that this version does not know are left out.
[[nodiscard]] Expected<telemetry::Row> parse_metrics_line(std::string_view line);

}  // namespace trimtab::results
