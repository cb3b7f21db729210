// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/prometheus/prometheus_query.h"

#include <array>
#include <cmath>

namespace trimtab::cluster_api {
namespace {

constexpr std::array<double, 17> nice_steps_s{1,   2,   5,    10,   15,   30,    60,    120,  300,
                                              600, 900, 1800, 3600, 7200, 21600, 43200, 86400};

/// Milliseconds suffice, and a long mantissa would be rounded differently by the server.
QString time_text(double time_s) { return QString::number(time_s, 'f', 3); }

HttpRequest form(const QString& path, const QueryItems& items) {
    HttpRequest request = form_request("POST", path, items);
    request.repeatable = true;
    return request;
}

}  // namespace

double choose_step_s(const RangeQuery& query, int points) {
    const double span_s = query.end_s - query.start_s;
    const double intervals = std::max(1, points - 1);
    if (query.step_s > 0 && span_s / query.step_s <= intervals) return query.step_s;
    for (const double step_s : nice_steps_s)
        if (step_s >= query.step_s && span_s / step_s <= intervals) return step_s;
    return std::ceil(span_s / intervals / 86400) * 86400;
}

HttpRequest query_request(const InstantQuery& query) {
    QueryItems items{{QStringLiteral("query"), QString::fromStdString(query.promql)}};
    if (query.time_s) items.emplace_back(QStringLiteral("time"), time_text(*query.time_s));
    return form(QStringLiteral("/api/v1/query"), items);
}

Expected<HttpRequest> query_request(const RangeQuery& query) {
    if (!std::isfinite(query.start_s) || !std::isfinite(query.end_s) || query.end_s < query.start_s)
        return fail(ErrorCode::invalid_argument, "The span of a range query ends before it begins.");
    return form(QStringLiteral("/api/v1/query_range"),
                {{QStringLiteral("query"), QString::fromStdString(query.promql)},
                 {QStringLiteral("start"), time_text(query.start_s)},
                 {QStringLiteral("end"), time_text(query.end_s)},
                 {QStringLiteral("step"), time_text(choose_step_s(query))}});
}

}  // namespace trimtab::cluster_api
