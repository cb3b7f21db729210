// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/live_history.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/cluster_api/live/observation_source.h"
#include "core/cluster_api/live/service_observation.h"
#include "core/telemetry/metric_registry.h"

namespace trimtab::cluster_api {
namespace {

namespace metric = telemetry::metric;

/// Metric ids in the order of config::QueryId; failures have no chart.
constexpr std::array<int, config::query_count> charted = {metric::cpu_utilization, metric::memory_utilization,
                                                          metric::gpu_utilization, metric::latency_p95_ms,
                                                          metric::throughput_rps,  -1,
                                                          metric::current_users};

constexpr double step_s = 10;

/// The one series of an answer on the grid of `rows`; what is missing there stays NaN.
void fill(std::vector<telemetry::Row>& rows, int id, double start_s, const PrometheusSeries& series) {
    for (telemetry::Row& row : rows) row.values.emplace_back(id, no_data);
    for (const PrometheusPoint& point : series.points) {
        const double place = std::round((point.time_s - start_s) / step_s);
        if (place < 0 || place >= static_cast<double>(rows.size())) continue;
        rows[static_cast<std::size_t>(place)].values.back().second = point.value.value_or(no_data);
    }
}

}  // namespace

Expected<std::vector<telemetry::Row>> read_history(const config::Config& config, const SecretReader& secrets,
                                                   double span_s, StopToken stop) {
    std::vector<telemetry::Row> rows;
    if (!needs_prometheus(config)) return rows;
    const auto prometheus = open_prometheus(config, secrets);
    if (!prometheus) return Unexpected<Error>(prometheus.error());
    const config::ClusterConfig& c = config.cluster;
    const double now_s = static_cast<double>((*prometheus)->http().behaviour().clock->utc_ms()) / 1000;
    const auto steps = static_cast<std::size_t>(span_s / step_s);
    const double start_s = now_s - static_cast<double>(steps) * step_s;
    rows.resize(steps + 1);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].wall_s = (static_cast<double>(i) - static_cast<double>(steps)) * step_s;
    std::optional<Error> refused;
    bool answered = false;
    for (std::size_t id = 0; id < charted.size(); ++id) {
        if (charted[id] < 0 || c.queries[id].empty()) continue;
        RangeQuery query;
        query.promql = config::expand_query(c.queries[id], {config.environment.namespace_, c.gpu_deployment,
                                                            c.cpu_deployment, c.rate_window_s});
        query.start_s = start_s;
        query.end_s = now_s;
        query.step_s = step_s;
        const auto result = (*prometheus)->wait(query, stop);
        if (!result) {
            if (result.error().code != ErrorCode::invalid_argument) return Unexpected<Error>(result.error());
            refused = result.error();
            continue;
        }
        answered = true;
        // Several series have no one number, as with the live query.
        if (result->series.size() == 1) fill(rows, charted[id], start_s, result->series.front());
    }
    if (!answered && refused) return Unexpected<Error>(*refused);
    // What came before the first number is no gap.
    const auto known = [](const telemetry::Row& row) {
        return std::ranges::any_of(row.values, [](const auto& value) { return !std::isnan(value.second); });
    };
    rows.erase(rows.begin(), std::ranges::find_if(rows, known));
    return rows;
}

}  // namespace trimtab::cluster_api
