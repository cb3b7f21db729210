// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/prometheus_api.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <regex>
#include <set>

#include "core/cluster_api/prometheus/series_selectors.h"
#include "tests/support/test_cluster/api_status.h"

namespace trimtab::test_cluster {
namespace {

constexpr qint64 staleness_ms = 5 * 60 * 1000;
constexpr double max_points = 11000;

HttpResponse error(int status, const std::string& type, const std::string& text) {
    return json_response({{"status", "error"}, {"errorType", type}, {"error", text}}, status);
}

std::string squeezed(const std::string& query) {
    std::string text;
    char quote = 0;
    for (const char c : query) {
        if (quote == 0 && (c == ' ' || c == '\n' || c == '\t' || c == '\r')) continue;
        if (c == '"' || c == '\'') quote = quote == 0 ? c : (quote == c ? char(0) : quote);
        text += c;
    }
    return text;
}

/// The text with every [60s] as [$window], and the seconds of the first.
std::pair<std::string, int> without_window(const std::string& query) {
    static const std::regex window(R"(\[(\d{1,6})s\])");
    std::smatch found;
    const int seconds = std::regex_search(query, found, window) ? std::stoi(found[1]) : 30;
    return {std::regex_replace(query, window, "[$$window]"), seconds};
}

/// What Prometheus says about a query that cannot be one; empty for one that may be.
std::string parse_error(const std::string& query) {
    if (query.empty()) return "1:1: parse error: no expression found in input";
    int open = 0;
    for (const char c : query) open += c == '(' ? 1 : c == ')' ? -1 : 0;
    const std::string place = "1:" + std::to_string(query.size() + 1) + ": parse error: ";
    if (open > 0) return place + "unclosed left parenthesis";
    if (open < 0) return place + "unexpected right parenthesis ')'";
    return {};
}

std::string text_of(double value) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
    return QByteArray::number(value, 'g', 17).toStdString();
}

/// Seconds of "30", "30.5", "30s", "5m", "1h".
std::optional<double> duration_s(const std::string& text) {
    QByteArray number = QByteArray::fromStdString(text);
    double unit = 1;
    if (number.endsWith('s') || number.endsWith('m') || number.endsWith('h')) {
        unit = number.endsWith('s') ? 1 : number.endsWith('m') ? 60 : 3600;
        number.chop(1);
    }
    bool good = false;
    const double value = number.toDouble(&good) * unit;
    return good ? std::optional(value) : std::nullopt;
}

std::optional<double> time_s(const std::string& text) {
    bool good = false;
    const double number = QByteArray::fromStdString(text).toDouble(&good);
    if (good) return number;
    const QDateTime date = QDateTime::fromString(QString::fromStdString(text), Qt::ISODateWithMs);
    return date.isValid() ? std::optional(static_cast<double>(date.toMSecsSinceEpoch()) / 1000)
                          : std::nullopt;
}

}  // namespace

void PrometheusApi::set(const std::string& query, PrometheusQuery function) {
    queries_[without_window(squeezed(query)).first] = std::move(function);
}

void PrometheusApi::set(const std::string& query, double value) {
    set(query, [value](const WorkloadSecond&, int) { return std::vector<PrometheusSample>{{{}, value}}; });
}

HttpResponse PrometheusApi::failure(int status) {
    switch (status) {
        case 401:
            return {401, "text/plain; charset=utf-8", "Unauthorized\n"};
        case 400:
            return error(400, "bad_data", "invalid parameter \"query\": 1:1: parse error");
        case 422:
            return error(422, "execution", "vector cannot contain metrics with the same labelset");
        case 503:
            return error(503, "timeout", "query timed out in expression evaluation");
        case 500:
            return error(500, "internal", "expanding series: storage is closed");
        default:
            return {status, "text/plain; charset=utf-8", std::string(reason_phrase(status)) + "\n"};
    }
}

void PrometheusApi::handle(const HttpRequest& request, HttpConnection& connection) const {
    if (!authorization_.empty() && request.header("authorization") != authorization_)
        return connection.reply(failure(401));
    if (request.path.rfind(prefix_, 0) != 0) return connection.reply(failure(404));
    const std::string path = request.path.substr(prefix_.size());
    if (path == "/-/healthy" || path == "/-/ready")
        return connection.reply({200, "text/plain; charset=utf-8", "Prometheus Server is Ready.\n"});
    if (path == "/api/v1/status/buildinfo")
        return connection.reply(
            success({{"version", "2.42.0"}, {"revision", "test"}, {"goVersion", "go1.19.8"}}));
    Form form = request.query;
    if (request.method == "POST" &&
        request.header("content-type").rfind("application/x-www-form-urlencoded", 0) == 0)
        form.merge(decode_form(request.body));
    if (path == "/api/v1/query") return connection.reply(instant(form));
    if (path == "/api/v1/query_range") return connection.reply(range(form));
    static const std::regex values("/api/v1/label/([a-zA-Z_][a-zA-Z0-9_]*)/values");
    if (std::smatch label; std::regex_match(path, label, values))
        return connection.reply(labelValues(label[1], form));
    connection.reply(failure(404));
}

HttpResponse PrometheusApi::success(Json data) const {
    Json body{{"status", "success"}, {"data", std::move(data)}};
    if (!warnings_.empty()) body["warnings"] = warnings_;
    return json_response(body);
}

std::vector<PrometheusSample> PrometheusApi::evaluate(const std::string& query, double time_s) const {
    const auto [text, window_s] = without_window(squeezed(query));
    const auto found = queries_.find(text);
    if (found == queries_.end())
        return text.starts_with("count(") ? count(text.substr(6, text.size() - 7))
                                          : std::vector<PrometheusSample>{};
    const auto asked_ms = static_cast<qint64>(std::llround(time_s * 1000));
    const qint64 at_ms = scraped_until_ms_ > 0 ? std::min(asked_ms, scraped_until_ms_) : asked_ms;
    const WorkloadSecond* second = workload_.secondAt(at_ms);
    if (second == nullptr || asked_ms - second->end_ms > staleness_ms) return {};
    return found->second(*second, window_s);
}

void PrometheusApi::removeMetrics(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        std::erase_if(series_, [&](const auto& labels) { return labels.at("__name__") == name; });
        std::erase_if(queries_,
                      [&](const auto& entry) { return entry.first.find(name) != std::string::npos; });
    }
}

std::vector<PrometheusSample> PrometheusApi::count(const std::string& selector) const {
    const auto chosen = cluster_api::series_of_query(selector).selectors;
    if (chosen.size() != 1) return {};
    const auto fits = [&](const std::map<std::string, std::string>& labels) {
        return labels.at("__name__") == chosen[0].name &&
               std::ranges::all_of(chosen[0].matchers, [&](const cluster_api::LabelMatcher& matcher) {
                   const auto label = labels.find(matcher.label);
                   const std::string value = label == labels.end() ? "" : label->second;
                   const std::string wanted = matcher.value.substr(1, matcher.value.size() - 2);
                   const bool same = matcher.comparison.back() == '~'
                                         ? std::regex_match(value, std::regex(wanted))
                                         : value == wanted;
                   return same == (matcher.comparison.front() == '=');
               });
    };
    const auto number = std::ranges::count_if(series_, fits);
    if (number == 0) return {};
    return {{{}, static_cast<double>(number)}};
}

HttpResponse PrometheusApi::labelValues(const std::string& label, const Form& form) const {
    const std::string match = HttpRequest::found(form, "match[]");
    std::set<std::string> values;
    for (const auto& labels : series_)
        if (match.empty() || labels.at("__name__") == match)
            if (const auto value = labels.find(label); value != labels.end()) values.insert(value->second);
    return success(Json(values));
}

HttpResponse PrometheusApi::instant(const Form& form) const {
    const std::string query = HttpRequest::found(form, "query");
    if (const std::string wrong = parse_error(query); !wrong.empty())
        return error(400, "bad_data", "invalid parameter \"query\": " + wrong);
    const std::string time_text = HttpRequest::found(form, "time");
    const auto time =
        time_text.empty() ? std::optional(static_cast<double>(clock_.nowMs()) / 1000) : time_s(time_text);
    if (!time)
        return error(400, "bad_data",
                     "invalid parameter \"time\": cannot parse \"" + time_text + "\" to a valid timestamp");
    bool number = false;
    const double constant = QByteArray::fromStdString(query).toDouble(&number);
    if (number) return success({{"resultType", "scalar"}, {"result", {*time, text_of(constant)}}});
    Json result = Json::array();
    for (const PrometheusSample& sample : evaluate(query, *time))
        result.push_back({{"metric", sample.labels}, {"value", {*time, text_of(sample.value)}}});
    return success({{"resultType", "vector"}, {"result", result}});
}

HttpResponse PrometheusApi::range(const Form& form) const {
    const std::string query = HttpRequest::found(form, "query");
    if (const std::string wrong = parse_error(query); !wrong.empty())
        return error(400, "bad_data", "invalid parameter \"query\": " + wrong);
    const auto start = time_s(HttpRequest::found(form, "start"));
    const auto end = time_s(HttpRequest::found(form, "end"));
    const auto step = duration_s(HttpRequest::found(form, "step"));
    if (!start || !end) return error(400, "bad_data", "invalid parameter \"start\" or \"end\"");
    if (*end < *start)
        return error(400, "bad_data",
                     "invalid parameter \"end\": end timestamp must not be before start time");
    if (!step || *step <= 0)
        return error(
            400, "bad_data",
            "invalid parameter \"step\": zero or negative query resolution step widths are not accepted. "
            "Try a positive integer");
    if ((*end - *start) / *step > max_points)
        return error(400, "bad_data",
                     "exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query "
                     "resolution (?step=XX)");
    std::map<std::map<std::string, std::string>, Json> series;
    for (double time = *start; time <= *end + 1e-9; time += *step)
        for (const PrometheusSample& sample : evaluate(query, time))
            series.try_emplace(sample.labels, Json::array())
                .first->second.push_back({time, text_of(sample.value)});
    Json result = Json::array();
    for (auto& [labels, values] : series)
        result.push_back({{"metric", labels}, {"values", std::move(values)}});
    return success({{"resultType", "matrix"}, {"result", result}});
}

}  // namespace trimtab::test_cluster
