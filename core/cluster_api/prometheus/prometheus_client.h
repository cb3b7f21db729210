// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <string>

#include "core/cluster_api/http/http_client.h"
#include "core/cluster_api/prometheus/prometheus_answer.h"
#include "core/cluster_api/prometheus/prometheus_query.h"

namespace trimtab::cluster_api {

/// One Prometheus under one identity; the endpoint's path is that of its external URL. Make, use and destroy
/// it in one thread. The waiting functions deliver this thread's events meanwhile and give `cancelled` within
/// 100 ms of a stop.
class PrometheusClient final : public QObject {
    Q_OBJECT

  public:
    using Done = std::function<void(Expected<PrometheusResult>)>;

    PrometheusClient(HttpEndpoint endpoint, std::shared_ptr<CredentialProvider> credentials,
                     HttpBehaviour behaviour = {}, QObject* parent = nullptr);

    /// Of one attempt and of all of them; 10 and 30 s unless set.
    void setTimeouts(std::int64_t attempt_ms, std::int64_t deadline_ms);

    /// Calls `done` once, later, unless `context` or this has been destroyed.
    void send(const InstantQuery& query, QObject* context, Done done);
    void send(const RangeQuery& query, QObject* context, Done done);

    [[nodiscard]] Expected<PrometheusResult> wait(const InstantQuery& query, StopToken stop = {});
    [[nodiscard]] Expected<PrometheusResult> wait(const RangeQuery& query, StopToken stop = {});
    /// The number that a query gives now. An empty, stale, ambiguous or undefined result is a reading without
    /// a value, not an error.
    [[nodiscard]] Expected<PrometheusReading> waitForValue(const std::string& promql, double age_limit_s,
                                                           StopToken stop = {});
    /// The server's version: proves address, TLS and credential.
    [[nodiscard]] Expected<std::string> waitForVersion(StopToken stop = {});

    /// The values that a label has had within the last `span_s` seconds ("__name__": the metrics' names), of
    /// the series that `match` chooses, or of all where it is empty. A server may know values that are over.
    [[nodiscard]] Expected<std::vector<std::string>> waitForLabelValues(const std::string& label,
                                                                        const std::string& match,
                                                                        double span_s, StopToken stop = {});

    [[nodiscard]] const HttpClient& http() const { return http_; }

  Q_SIGNALS:
    /// A warning of an answer, once for each text.
    void warned(const QString& text);

  private:
    [[nodiscard]] HttpRequest limited(HttpRequest request) const;
    [[nodiscard]] Expected<PrometheusResult> read(const Expected<HttpResponse>& response);

    HttpClient http_;
    std::int64_t attempt_ms_ = 10'000;
    std::int64_t deadline_ms_ = 30'000;
    std::vector<std::string> warnings_;  ///< those reported
};

}  // namespace trimtab::cluster_api
