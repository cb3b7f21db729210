// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/base/expected.h"
#include "core/cluster_api/http/http_message.h"

namespace trimtab::cluster_api {

/// Points a series that Prometheus gives in one answer.
inline constexpr int prometheus_max_points = 11'000;

/// A query at one instant.
struct InstantQuery {
    std::string promql;
    std::optional<double> time_s;  ///< since 1970; unset: the server's now
};

/// A query over a span.
struct RangeQuery {
    std::string promql;
    double start_s = 0;  ///< since 1970
    double end_s = 0;    ///< not before start_s
    double step_s = 0;   ///< 0 or too small for the limit of points: chosen
};

/// The step that is sent: `step_s`, or the smallest of 1, 2, 5, 10, 15, 30 s, 1, 2, 5, 10, 15, 30 min, 1, 2,
/// 6, 12 and 24 h that gives at most `points` points, and beyond those a whole number of days.
[[nodiscard]] double choose_step_s(const RangeQuery& query, int points = prometheus_max_points);

/// POST forms, so that a query may be longer than a URL. They change nothing, so they may be sent twice.
[[nodiscard]] HttpRequest query_request(const InstantQuery& query);
/// invalid_argument where the span is backward or not finite.
[[nodiscard]] Expected<HttpRequest> query_request(const RangeQuery& query);

}  // namespace trimtab::cluster_api
