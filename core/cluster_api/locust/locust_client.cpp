// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/locust/locust_client.h"

#include <cmath>
#include <utility>

namespace trimtab::cluster_api {

LocustClient::LocustClient(HttpEndpoint endpoint, std::shared_ptr<CredentialProvider> credentials,
                           HttpBehaviour behaviour, QObject* parent)
    : QObject(parent), http_(std::move(endpoint), std::move(credentials), std::move(behaviour)) {}

void LocustClient::setTimeouts(std::int64_t attempt_ms, std::int64_t deadline_ms) {
    attempt_ms_ = attempt_ms;
    deadline_ms_ = deadline_ms;
}

Expected<HttpResponse> LocustClient::ask(HttpRequest request, StopToken stop) {
    request.attempt_timeout_ms = attempt_ms_;
    request.deadline_ms = deadline_ms_;
    return http_.wait(request, stop);
}

Expected<SwarmAnswer> LocustClient::swarm(const SwarmRequest& wanted, StopToken stop) {
    if (wanted.user_count < 0 || !std::isfinite(wanted.spawn_rate) || wanted.spawn_rate <= 0)
        return fail(ErrorCode::invalid_argument,
                    "A load needs 0 or more users and a spawn rate above 0 users a second.");
    QueryItems items{{QStringLiteral("user_count"), QString::number(wanted.user_count)},
                     {QStringLiteral("spawn_rate"), QString::number(wanted.spawn_rate, 'g', 10)}};
    if (!wanted.host.empty()) items.emplace_back(QStringLiteral("host"), QString::fromStdString(wanted.host));
    if (!wanted.run_time.empty())
        items.emplace_back(QStringLiteral("run_time"), QString::fromStdString(wanted.run_time));
    HttpRequest request = form_request("POST", QStringLiteral("/swarm"), items);
    request.repeatable = true;  // the same number of users twice is the same load
    last_.reset();
    const auto response = ask(std::move(request), stop);
    if (!response) return Unexpected(response.error());
    return read_swarm_answer(*response);
}

Expected<void> LocustClient::stop(StopToken stop) {
    last_.reset();
    const auto response = ask({.path = QStringLiteral("/stop")}, stop);
    if (!response) return Unexpected(response.error());
    return read_stop_answer(*response);
}

Expected<void> LocustClient::resetStatistics(StopToken stop) {
    last_.reset();
    const auto response = ask({.path = QStringLiteral("/stats/reset"), .accept = "*/*"}, stop);
    if (!response) return Unexpected(response.error());
    return read_reset_answer(*response);
}

Expected<LocustStatistics> LocustClient::statistics(StopToken stop) {
    const std::int64_t now_ms = http_.behaviour().clock->monotonic_ms();
    if (last_ && now_ms - last_ms_ < statistics_age_ms) return *last_;
    last_.reset();
    const auto response = ask({.path = QStringLiteral("/stats/requests")}, stop);
    if (!response) return Unexpected(response.error());
    auto statistics = read_statistics(*response);
    if (statistics) {
        last_ = *statistics;
        last_ms_ = http_.behaviour().clock->monotonic_ms();
    }
    return statistics;
}

}  // namespace trimtab::cluster_api
