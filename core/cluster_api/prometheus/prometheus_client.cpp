// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/prometheus/prometheus_client.h"

#include <QTimer>
#include <algorithm>
#include <utility>

namespace trimtab::cluster_api {
namespace {

constexpr std::size_t remembered_warnings = 100;

}  // namespace

PrometheusClient::PrometheusClient(HttpEndpoint endpoint, std::shared_ptr<CredentialProvider> credentials,
                                   HttpBehaviour behaviour, QObject* parent)
    : QObject(parent), http_(std::move(endpoint), std::move(credentials), std::move(behaviour)) {}

void PrometheusClient::setTimeouts(std::int64_t attempt_ms, std::int64_t deadline_ms) {
    attempt_ms_ = attempt_ms;
    deadline_ms_ = deadline_ms;
}

HttpRequest PrometheusClient::limited(HttpRequest request) const {
    request.attempt_timeout_ms = attempt_ms_;
    request.deadline_ms = deadline_ms_;
    return request;
}

Expected<PrometheusResult> PrometheusClient::read(const Expected<HttpResponse>& response) {
    if (!response) return Unexpected(response.error());
    auto result = read_query_answer(*response);
    if (!result) return result;
    for (const std::string& warning : result->warnings) {
        if (warnings_.size() >= remembered_warnings ||
            std::find(warnings_.begin(), warnings_.end(), warning) != warnings_.end())
            continue;
        warnings_.push_back(warning);
        Q_EMIT warned(QString::fromStdString(warning));
    }
    return result;
}

void PrometheusClient::send(const InstantQuery& query, QObject* context, Done done) {
    http_.send(limited(query_request(query)), context,
               [this, done = std::move(done)](Expected<HttpResponse> response) { done(read(response)); });
}

void PrometheusClient::send(const RangeQuery& query, QObject* context, Done done) {
    auto request = query_request(query);
    if (!request) {
        QTimer::singleShot(0, context,
                           [error = request.error(), done = std::move(done)] { done(Unexpected(error)); });
        return;
    }
    http_.send(limited(std::move(*request)), context,
               [this, done = std::move(done)](Expected<HttpResponse> response) { done(read(response)); });
}

Expected<PrometheusResult> PrometheusClient::wait(const InstantQuery& query, StopToken stop) {
    return read(http_.wait(limited(query_request(query)), stop));
}

Expected<PrometheusResult> PrometheusClient::wait(const RangeQuery& query, StopToken stop) {
    auto request = query_request(query);
    if (!request) return Unexpected(request.error());
    return read(http_.wait(limited(std::move(*request)), stop));
}

Expected<PrometheusReading> PrometheusClient::waitForValue(const std::string& promql, double age_limit_s,
                                                           StopToken stop) {
    const auto result = wait(InstantQuery{promql, std::nullopt}, stop);
    if (!result) return Unexpected(result.error());
    const double now_s = static_cast<double>(http_.behaviour().clock->utc_ms()) / 1000;
    return latest_value(*result, now_s, age_limit_s);
}

Expected<std::string> PrometheusClient::waitForVersion(StopToken stop) {
    const auto response = http_.wait(limited({.path = QStringLiteral("/api/v1/status/buildinfo")}), stop);
    if (!response) return Unexpected(response.error());
    return read_build_info(*response);
}

Expected<std::vector<std::string>> PrometheusClient::waitForLabelValues(const std::string& label,
                                                                        const std::string& match,
                                                                        double span_s, StopToken stop) {
    const double now_s = static_cast<double>(http_.behaviour().clock->utc_ms()) / 1000;
    HttpRequest request;
    request.path = QStringLiteral("/api/v1/label/%1/values").arg(QString::fromStdString(label));
    request.query = {{QStringLiteral("start"), QString::number(now_s - span_s, 'f', 3)},
                     {QStringLiteral("end"), QString::number(now_s, 'f', 3)}};
    if (!match.empty()) request.query.emplace_back(QStringLiteral("match[]"), QString::fromStdString(match));
    const auto response = http_.wait(limited(std::move(request)), stop);
    if (!response) return Unexpected(response.error());
    return read_label_values(*response);
}

}  // namespace trimtab::cluster_api
