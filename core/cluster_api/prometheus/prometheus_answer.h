// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/cluster_api/http/http_message.h"

namespace trimtab::cluster_api {

/// One number at one time. NaN and infinities, which Prometheus gives where there was no traffic, are no
/// value.
struct PrometheusPoint {
    double time_s = 0;  ///< since 1970
    std::optional<double> value;
};

struct PrometheusSeries {
    std::map<std::string, std::string> labels;
    std::vector<PrometheusPoint> points;  ///< one of an instant query, oldest first of a range
};

enum class PrometheusResultType { vector, matrix, scalar, string };

struct PrometheusResult {
    PrometheusResultType type = PrometheusResultType::vector;
    std::vector<PrometheusSeries> series;  ///< empty: the metric does not exist, or not at that time
    std::vector<std::string> warnings;     ///< to be shown: parts of the data may be missing
    std::string text;                      ///< of type string
};

/// The answer to a query or a range query. 400 (the query or a parameter is wrong) and 422 (it cannot be
/// carried out) are invalid_argument, 503 and other failures unavailable, 401 permission_denied, each with
/// Prometheus' own words; a body that is no answer of Prometheus is a parse_error.
[[nodiscard]] Expected<PrometheusResult> read_query_answer(const HttpResponse& response);

/// The version in an answer to /api/v1/status/buildinfo.
[[nodiscard]] Expected<std::string> read_build_info(const HttpResponse& response);

/// The names or values in an answer to /api/v1/label/<name>/values, in its order; those that are no text are
/// left out.
[[nodiscard]] Expected<std::vector<std::string>> read_label_values(const HttpResponse& response);

/// What a query that should give one number gave.
struct PrometheusReading {
    std::optional<double> value;
    std::string absence;    ///< why there is none, in words; empty with a value
    double time_s = 0;      ///< of the sample
    bool is_empty = false;  ///< there is no such series now
};

/// The one number of an instant query, or the last of a range's one series. None where the result is empty,
/// not a number, of several series, or older than `age_limit_s` at `now_s` (both since 1970).
[[nodiscard]] PrometheusReading latest_value(const PrometheusResult& result, double now_s,
                                             double age_limit_s);

}  // namespace trimtab::cluster_api
