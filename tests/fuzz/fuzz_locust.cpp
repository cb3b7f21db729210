// SPDX-License-Identifier: GPL-3.0-or-later
// Libraries: Trimtab::cluster_api_locust
// Bodies of Locust: the first byte chooses status and type. An error with a message, or numbers within their
// ranges.
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "core/cluster_api/locust/locust_answer.h"

using namespace trimtab;
using namespace trimtab::cluster_api;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check_number(const std::optional<double>& value) {
    require(!value || (std::isfinite(*value) && *value >= 0));
}

template <class T>
void check_error(const Expected<T>& result) {
    require(result || (!result.error().message.empty() && result.error().message.size() < 2000));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    constexpr int statuses[] = {200, 500, 401, 404, 429, 503, 302, 204};
    HttpResponse response;
    response.status = statuses[data[0] % 8];
    response.headers = {{"Content-Type", (data[0] & 8) != 0 ? "text/html" : "application/json"}};
    response.body = QByteArray(reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1));
    const auto statistics = read_statistics(response);
    check_error(statistics);
    if (statistics) {
        for (const auto& value :
             {statistics->current_rps, statistics->current_failures_rps, statistics->latency_p50_ms,
              statistics->latency_p95_ms, statistics->throughput_rps()})
            check_number(value);
        require(statistics->user_count >= 0 && statistics->requests >= 0 && statistics->failures >= 0);
        require(statistics->runs() || !statistics->current_rps);
    }
    check_error(read_swarm_answer(response));
    check_error(read_stop_answer(response));
    check_error(read_reset_answer(response));
    return 0;
}
