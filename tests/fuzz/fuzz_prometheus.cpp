// SPDX-License-Identifier: GPL-3.0-or-later
// Libraries: Trimtab::cluster_api_prometheus
// Bodies of Prometheus: the first byte chooses status and type. An error with a message, or numbers that are
// numbers.
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "core/cluster_api/prometheus/prometheus_answer.h"

using namespace trimtab::cluster_api;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const PrometheusResult& result) {
    for (const PrometheusSeries& series : result.series)
        for (const PrometheusPoint& point : series.points)
            require(!point.value || std::isfinite(*point.value));
    for (const std::string& warning : result.warnings) require(warning.size() <= 2000);
    const PrometheusReading reading = latest_value(result, 1795456854, 90);
    require(reading.value.has_value() == reading.absence.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    constexpr int statuses[] = {200, 400, 401, 422, 503, 500, 302, 204};
    HttpResponse response;
    response.status = statuses[data[0] % 8];
    response.headers = {{"Content-Type", (data[0] & 8) != 0 ? "text/html" : "application/json"}};
    response.body = QByteArray(reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1));
    const auto result = read_query_answer(response);
    if (result) {
        require(response.ok());
        check(*result);
    } else {
        require(!result.error().message.empty() && result.error().message.size() < 2000);
    }
    const auto version = read_build_info(response);
    require(!version || !version->empty());
    return 0;
}
