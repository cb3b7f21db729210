// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/prometheus/prometheus_answer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

#include "core/base/translatable.h"
#include "core/cluster_api/http/http_error.h"

namespace trimtab::cluster_api {
namespace {

constexpr std::size_t max_warnings = 20;

Unexpected<Error> not_prometheus(const std::string& what) {
    return fail(ErrorCode::parse_error, "The answer is not one of Prometheus: " + what +
                                            ". Check the address; something else may answer there.");
}

/// A text within a message: one line, bounded.
std::string quoted(const QJsonValue& value) { return excerpt(value.toString().toUtf8(), 300); }

std::string sentence(std::string text) {
    if (!text.empty() && text.back() != '.') text += '.';
    return text;
}

/// The error of a body {"status": "error"}, in Prometheus' words.
Error refusal(int status, const QJsonObject& body) {
    const std::string type = excerpt(body.value("errorType").toString().toUtf8(), 40);
    const std::string said = sentence(quoted(body.value("error")));
    if (type == "bad_data" || status == 400)
        return make_error(ErrorCode::invalid_argument,
                          "Prometheus cannot read the query: " + said + " Correct the query.");
    if (type == "execution" || status == 422)
        return make_error(ErrorCode::invalid_argument,
                          "Prometheus cannot carry the query out: " + said + " Correct the query.");
    if (type == "timeout" || type == "canceled")
        return make_error(ErrorCode::unavailable, "Prometheus gave the query up: " + said +
                                                      " Ask for less, or raise its --query.timeout.");
    return make_error(ErrorCode::unavailable, "Prometheus failed (" + std::to_string(status) + ", " + type +
                                                  "): " + said + " Try again.");
}

/// The object of a JSON answer of any status, or the error that its status or type means.
Expected<QJsonObject> answer_object(const HttpResponse& response) {
    if (!response.is_json()) {
        auto checked = require_json(response, "Prometheus");
        return Unexpected(checked.error());
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(response.body, &error);
    if (error.error != QJsonParseError::NoError)
        return not_prometheus(error.errorString().toStdString() + " at byte " + std::to_string(error.offset));
    if (!document.isObject()) return not_prometheus("its JSON is no object");
    const QJsonObject body = document.object();
    const QString status = body.value("status").toString();
    if (status == QLatin1String("error")) return Unexpected(refusal(response.status, body));
    if (!response.ok()) return Unexpected(status_error(response, "Prometheus"));
    if (status != QLatin1String("success")) return not_prometheus("it has no \"status\": \"success\"");
    return body;
}

/// [time, "value"]; nothing where it has another shape.
std::optional<PrometheusPoint> point_of(const QJsonValue& pair) {
    const QJsonArray array = pair.toArray();
    if (array.size() != 2 || !array.at(0).isDouble() || !array.at(1).isString()) return std::nullopt;
    const QString text = array.at(1).toString();
    bool number = false;
    const double value = text.toDouble(&number);
    if (!number && text.compare(QLatin1String("NaN")) != 0 && !text.endsWith(QLatin1String("Inf")))
        return std::nullopt;
    PrometheusPoint point{array.at(0).toDouble(), std::nullopt};
    if (number && std::isfinite(value)) point.value = value;
    return point;
}

Expected<PrometheusSeries> series_of(const QJsonValue& element, bool matrix) {
    const QJsonObject object = element.toObject();
    PrometheusSeries series;
    const QJsonObject labels = object.value("metric").toObject();
    for (auto label = labels.begin(); label != labels.end(); ++label)
        series.labels[label.key().toStdString()] = label.value().toString().toStdString();
    const QJsonValue values = object.value(QLatin1String(matrix ? "values" : "value"));
    if (!values.isArray()) return not_prometheus("a series has no values");
    const QJsonArray pairs = matrix ? values.toArray() : QJsonArray{values};
    series.points.reserve(static_cast<std::size_t>(pairs.size()));
    for (const QJsonValue& pair : pairs) {
        const auto point = point_of(pair);
        if (!point) return not_prometheus("a sample is no pair of a time and a number in quotes");
        series.points.push_back(*point);
    }
    return series;
}

}  // namespace

Expected<PrometheusResult> read_query_answer(const HttpResponse& response) {
    const auto body = answer_object(response);
    if (!body) return Unexpected(body.error());
    PrometheusResult result;
    for (const QJsonValue& warning : body->value("warnings").toArray())
        if (result.warnings.size() < max_warnings) result.warnings.push_back(quoted(warning));
    const QJsonObject data = body->value("data").toObject();
    const QString type = data.value("resultType").toString();
    const QJsonValue values = data.value("result");
    if (!values.isArray()) return not_prometheus("it has no \"result\" list");
    if (type == QLatin1String("string")) {
        result.type = PrometheusResultType::string;
        result.text = values.toArray().at(1).toString().toStdString();
        return result;
    }
    if (type == QLatin1String("scalar")) {
        const auto point = point_of(values);
        if (!point) return not_prometheus("its scalar is no number");
        result.type = PrometheusResultType::scalar;
        result.series.push_back({{}, {*point}});
        return result;
    }
    const bool matrix = type == QLatin1String("matrix");
    if (!matrix && type != QLatin1String("vector"))
        return not_prometheus("its type of result is \"" + excerpt(type.toUtf8(), 40) + "\"");
    result.type = matrix ? PrometheusResultType::matrix : PrometheusResultType::vector;
    for (const QJsonValue& element : values.toArray()) {
        auto series = series_of(element, matrix);
        if (!series) return Unexpected(series.error());
        result.series.push_back(std::move(*series));
    }
    return result;
}

Expected<std::string> read_build_info(const HttpResponse& response) {
    const auto body = answer_object(response);
    if (!body) return Unexpected(body.error());
    const std::string version = quoted(body->value("data").toObject().value("version"));
    if (version.empty()) return not_prometheus("it names no version");
    return version;
}

Expected<std::vector<std::string>> read_label_values(const HttpResponse& response) {
    const auto body = answer_object(response);
    if (!body) return Unexpected(body.error());
    const QJsonValue data = body->value("data");
    if (!data.isArray()) return not_prometheus("it has no list of values");
    std::vector<std::string> values;
    for (const QJsonValue& value : data.toArray())
        if (value.isString()) values.push_back(value.toString().toStdString());
    return values;
}

PrometheusReading latest_value(const PrometheusResult& result, double now_s, double age_limit_s) {
    if (result.type == PrometheusResultType::string)
        return {std::nullopt, translatable("CoreTexts", "the query gives a text"), 0};
    if (result.series.empty() || result.series.front().points.empty())
        return {std::nullopt, translatable("CoreTexts", "the query has an empty result: no such series now"),
                0, true};
    if (result.series.size() > 1)
        return {std::nullopt,
                "the query gives " + std::to_string(result.series.size()) +
                    " series where one is needed: aggregate it, as with sum(...)",
                0};
    const PrometheusPoint& last = result.series.front().points.back();
    const double age_s = now_s - last.time_s;
    if (age_s > age_limit_s)
        return {std::nullopt,
                "the last sample is " + std::to_string(std::lround(age_s)) +
                    " s old, more than the limit of " + std::to_string(std::lround(age_limit_s)) + " s",
                last.time_s};
    if (!last.value)
        return {std::nullopt,
                translatable("CoreTexts", "the value is not a number (no traffic, or a division by zero)"),
                last.time_s};
    return {last.value, {}, last.time_s};
}

}  // namespace trimtab::cluster_api
