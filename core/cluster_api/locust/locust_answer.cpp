// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/locust/locust_answer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/cluster_api/http/http_error.h"

namespace trimtab::cluster_api {
namespace {

Unexpected<Error> not_locust(const std::string& what) {
    return fail(ErrorCode::parse_error, "The answer is not one of Locust: " + what +
                                            ". Check the address; something else may answer there.");
}

Expected<QJsonObject> answer_object(const HttpResponse& response) {
    if (auto checked = require_json(response, "Locust"); !checked) return Unexpected(checked.error());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(response.body, &error);
    if (error.error != QJsonParseError::NoError)
        return not_locust(error.errorString().toStdString() + " at byte " + std::to_string(error.offset));
    if (!document.isObject()) return not_locust("its JSON is no object");
    return document.object();
}

LocustState state_of(const QString& text) {
    constexpr std::array<std::pair<const char*, LocustState>, 8> words{{{"ready", LocustState::ready},
                                                                        {"spawning", LocustState::spawning},
                                                                        {"hatching", LocustState::spawning},
                                                                        {"running", LocustState::running},
                                                                        {"stopping", LocustState::stopping},
                                                                        {"stopped", LocustState::stopped},
                                                                        {"cleanup", LocustState::cleanup},
                                                                        {"missing", LocustState::missing}}};
    for (const auto& [word, state] : words)
        if (text == QLatin1String(word)) return state;
    return LocustState::other;
}

std::optional<double> number_of(const QJsonValue& value) {
    if (!value.isDouble() || !std::isfinite(value.toDouble()) || value.toDouble() < 0) return std::nullopt;
    return value.toDouble();
}

/// The present percentile: from 2.28 in an object, before that with its number, before that with its share.
/// No response gives null, or 0 in some releases.
std::optional<double> percentile_of(const QJsonObject& body, const char* share, const char* number,
                                    const char* hundredths) {
    const QJsonObject percentiles = body.value("current_response_time_percentiles").toObject();
    for (const QJsonValue& value :
         {percentiles.value(QLatin1String(share)), body.value(QLatin1String(number)),
          body.value(QLatin1String(hundredths))}) {
        const auto ms = number_of(value);
        if (ms && *ms > 0) return ms;
    }
    return std::nullopt;
}

/// The row of all requests, which is the last one.
QJsonObject aggregated(const QJsonArray& rows) {
    for (qsizetype i = rows.size() - 1; i >= 0; --i) {
        const QJsonObject row = rows.at(i).toObject();
        const QString name = row.value("name").toString();
        if (name == QLatin1String("Aggregated") || name == QLatin1String("Total")) return row;
    }
    return {};
}

/// Any number of a JSON text within the range of the result.
std::int64_t count_of(const QJsonValue& value) {
    const auto number = number_of(value);
    return number ? static_cast<std::int64_t>(std::min(*number, 1e15)) : 0;
}

std::string message_of(const QJsonObject& body) {
    const std::string message = excerpt(body.value("message").toString().toUtf8());
    return message.empty() ? "it gives no reason" : message;
}

}  // namespace

std::optional<double> LocustStatistics::throughput_rps() const {
    if (!current_rps || !current_failures_rps) return std::nullopt;
    return std::max(0.0, *current_rps - *current_failures_rps);
}

Expected<LocustStatistics> read_statistics(const HttpResponse& response) {
    const auto body = answer_object(response);
    if (!body) return Unexpected(body.error());
    if (!body->value("stats").isArray() || !body->value("state").isString())
        return not_locust("it has no \"stats\" or no \"state\"");
    LocustStatistics statistics;
    const QString state = body->value("state").toString();
    statistics.state = state_of(state);
    statistics.state_text = excerpt(state.toUtf8(), 40);
    statistics.user_count =
        static_cast<int>(std::min<std::int64_t>(count_of(body->value("user_count")), 1'000'000'000));
    const QJsonObject total = aggregated(body->value("stats").toArray());
    statistics.requests = count_of(total.value("num_requests"));
    statistics.failures = count_of(total.value("num_failures"));
    if (!statistics.runs()) return statistics;
    statistics.current_rps = number_of(total.value("current_rps"));
    statistics.current_failures_rps = number_of(total.value("current_fail_per_sec"));
    statistics.latency_p50_ms =
        percentile_of(*body, "response_time_percentile_0.5", "current_response_time_percentile_1",
                      "current_response_time_percentile_50");
    statistics.latency_p95_ms =
        percentile_of(*body, "response_time_percentile_0.95", "current_response_time_percentile_2",
                      "current_response_time_percentile_95");
    return statistics;
}

Expected<SwarmAnswer> read_swarm_answer(const HttpResponse& response) {
    if (response.status == 500)
        return fail(ErrorCode::invalid_argument,
                    "Locust cannot start this load (500). Check the number of users, the spawn rate and the "
                    "host, and "
                    "Locust's log.");
    const auto body = answer_object(response);
    if (!body) return Unexpected(body.error());
    if (!body->value("success").isBool()) return not_locust("it has no \"success\"");
    if (!body->value("success").toBool())
        return fail(ErrorCode::invalid_argument, "Locust refuses the load: " + message_of(*body) + ".");
    SwarmAnswer answer{message_of(*body), excerpt(body->value("host").toString().toUtf8(), 200), false};
    answer.shape = answer.message.find("shape class") != std::string::npos;
    return answer;
}

Expected<void> read_stop_answer(const HttpResponse& response) {
    const auto body = answer_object(response);
    if (!body) return Unexpected(body.error());
    if (!body->value("success").toBool())
        return fail(ErrorCode::unavailable, "Locust did not stop: " + message_of(*body) + ".");
    return {};
}

Expected<void> read_reset_answer(const HttpResponse& response) {
    if (!response.ok()) return Unexpected(status_error(response, "Locust"));
    if (response.body.trimmed() == "ok") return {};
    if (auto checked = require_json(response, "Locust"); !checked) return Unexpected(checked.error());
    return not_locust("it does not say ok");
}

}  // namespace trimtab::cluster_api
