// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/results/figure_spec.h"

namespace trimtab::results {

/// A metric's name as an axis says it, without its unit: latency_p95_ms -> "Latency p95".
[[nodiscard]] std::string metric_label(int id);

/// An axis for a metric: its label and unit, automatic range.
[[nodiscard]] FigureAxis metric_axis(int id);

/// A pattern or policy as a legend says it; the names of the configuration are kept.
[[nodiscard]] std::string legend_name(std::string_view name);

}  // namespace trimtab::results
