// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/locust_api.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "tests/support/test_cluster/api_status.h"

namespace trimtab::test_cluster {
namespace {

constexpr int current_window_s = 10;
constexpr double cache_s = 2;
constexpr const char* host = "http://inference.workloads";

/// Locust keeps response times with two significant digits.
double rounded(double ms) {
    const double unit = ms < 100 ? 1 : ms < 1000 ? 10 : ms < 10000 ? 100 : 1000;
    return std::round(ms / unit) * unit;
}

HttpResponse page(int status, const std::string& title) {
    return {status, "text/html; charset=utf-8",
            "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head><body></body></html>\n"};
}

bool whole_number(const std::string& text, double& value) {
    bool good = false;
    value = QByteArray::fromStdString(text).toDouble(&good);
    return good;
}

}  // namespace

LocustVersion LocustVersion::parse(const std::string& text) {
    LocustVersion version;
    std::array<int, 3> n{};
    if (std::sscanf(text.c_str(), "%d.%d.%d", &n[0], &n[1], &n[2]) >= 2) version.numbers = n;
    return version;
}

LocustApi::LocustApi(ServedWorkload& workload, LocustVersion version, QObject* parent)
    : QObject(parent), workload_(workload), version_(version), since_s_(workload.timeS()) {
    connect(&workload, &ServedWorkload::changed, this, &LocustApi::count);
}

void LocustApi::count() {
    const WorkloadSecond& second = workload_.last();
    if (run_ != Run::started || workload_.timeS() == counted_s_)
        return;  // a change of replicas, no new second
    counted_s_ = workload_.timeS();
    failures_ += second.metrics.failures;
    for (const float latency_ms : second.latencies) {
        latencies_.add(static_cast<double>(latency_ms));
        latency_sum_ms_ += static_cast<double>(latency_ms);
    }
}

void LocustApi::forget() {
    latencies_ = {};
    latency_sum_ms_ = 0;
    failures_ = 0;
    since_s_ = workload_.timeS();
    cached_.clear();
}

HttpResponse LocustApi::failure(int status) { return page(status, std::string(reason_phrase(status))); }

bool LocustApi::admitted(const HttpRequest& request) const {
    if (credential_.empty()) return true;
    if (version_.before(2, 21, 0)) return request.header("authorization") == credential_;
    return request.header("cookie").find(credential_) != std::string::npos;
}

void LocustApi::handle(const HttpRequest& request, HttpConnection& connection) {
    if (!admitted(request)) {
        if (version_.before(2, 21, 0)) return connection.reply(failure(401));
        return connection.reply(page(200, "Login"));
    }
    if (request.path == "/swarm") {
        return connection.reply(request.method == "POST" ? swarm(request) : failure(405));
    }
    if (request.path == "/stop") {
        run_ = Run::stopped;
        workload_.setUsers(0, 1);
        cached_.clear();
        return connection.reply(json_response({{"success", true}, {"message", "Test stopped"}}));
    }
    if (request.path == "/stats/reset") {
        forget();
        return connection.reply({200, "text/html; charset=utf-8", "ok"});
    }
    if (request.path == "/stats/requests") {
        if (cached_.empty() || workload_.timeS() - cached_at_s_ >= cache_s) {
            cached_ = statistics().dump();
            cached_at_s_ = workload_.timeS();
        }
        return connection.reply({200, "application/json", cached_});
    }
    if (request.path == "/") return connection.reply(page(200, "Locust"));
    connection.reply(failure(404));
}

HttpResponse LocustApi::swarm(const HttpRequest& request) {
    const auto form = decode_form(request.body);
    double users = 0;
    double rate = 1;
    if (!shape_) {
        if (!form.contains("user_count") || !form.contains("spawn_rate")) {
            if (version_.before(2, 33, 0)) return failure(500);
            return json_response({{"success", false}, {"message", "Missing user_count or spawn_rate"}});
        }
        if (!whole_number(form.at("user_count"), users) || !whole_number(form.at("spawn_rate"), rate))
            return failure(500);
        workload_.setUsers(static_cast<int>(users), rate);
    }
    if (run_ != Run::started) forget();
    run_ = Run::started;
    cached_.clear();
    std::string message = "Swarming started";
    if (shape_) message += version_.before(2, 33, 0) ? " using shape class" : " using shape class 'Steps'";
    const std::string wanted_host = HttpRequest::found(form, "host");
    return json_response(
        {{"success", true}, {"message", message}, {"host", wanted_host.empty() ? host : wanted_host}});
}

std::string LocustApi::state() const {
    if (run_ == Run::ready) return "ready";
    if (run_ == Run::stopped) return "stopped";
    return !shape_ && workload_.users() < workload_.wantedUsers() ? "spawning" : "running";
}

Json LocustApi::percentile(double q) const {
    const double ms =
        run_ == Run::ready ? std::nan("") : workload_.latencyQuantile(workload_.last(), current_window_s, q);
    if (!std::isnan(ms)) return rounded(ms);
    const bool zero = !version_.before(2, 15, 1) && version_.before(2, 28, 0);
    return zero ? Json(0) : Json();
}

Json LocustApi::row(const std::string& name, const std::string& method) const {
    const auto requests = static_cast<qint64>(latencies_.count());
    const cluster::WindowMetrics recent = workload_.window(workload_.last(), current_window_s);
    const double elapsed_s = workload_.timeS() - since_s_;
    const auto quantile = [this](double q) {
        return latencies_.empty() ? 0 : rounded(latencies_.quantile(q));
    };
    const bool runs = run_ == Run::started;
    const auto completed = static_cast<double>(recent.successes + recent.failures);
    Json row{{"name", name},
             {"method", method.empty() && run_ == Run::ready ? Json() : Json(method)},
             {"num_requests", requests},
             {"num_failures", failures_},
             {"current_rps", runs && recent.duration_s > 0 ? completed / recent.duration_s : 0.0},
             {"current_fail_per_sec",
              runs && recent.duration_s > 0 ? static_cast<double>(recent.failures) / recent.duration_s : 0.0},
             {"median_response_time", quantile(0.5)},
             {"min_response_time", quantile(1e-9)},
             {"max_response_time", quantile(1)},
             {"avg_content_length", requests > 0 ? 34 : 0}};
    if (version_.numbers != std::array<int, 3>{2, 30, 0})
        row["avg_response_time"] = requests > 0 ? latency_sum_ms_ / static_cast<double>(requests) : 0.0;
    if (version_.before(2, 28, 0)) {
        row["ninetieth_response_time"] = quantile(0.9);
        row["ninety_ninth_response_time"] = quantile(0.99);
    } else {
        row["response_time_percentile_0.95"] = quantile(0.95);
        row["response_time_percentile_0.99"] = quantile(0.99);
    }
    if (version_.before(2, 37, 0)) {
        row["safe_name"] = name;
    } else {
        row["total_rps"] = elapsed_s > 0 ? static_cast<double>(requests) / elapsed_s : 0.0;
        row["total_fail_per_sec"] = elapsed_s > 0 ? static_cast<double>(failures_) / elapsed_s : 0.0;
    }
    return row;
}

Json LocustApi::statistics() const {
    const Json total = row("Aggregated", "");
    Json rows = Json::array();
    if (!latencies_.empty()) rows.push_back(row("/predict", "POST"));
    rows.push_back(total);
    const auto requests = static_cast<double>(latencies_.count());
    Json body{{"stats", rows},
              {"errors", Json::array()},
              {"state", state()},
              {"user_count", run_ == Run::stopped ? 0 : workload_.users()},
              {"fail_ratio", requests > 0 ? static_cast<double>(failures_) / requests : 0.0},
              {"total_rps", total.at("current_rps")}};
    if (!version_.before(2, 43, 4)) body["total_rps"] = total.at("total_rps");
    if (!version_.before(2, 45, 0)) {
        body["current_rps"] = total.at("current_rps");
        body["current_fail_per_sec"] = total.at("current_fail_per_sec");
    }
    if (version_.before(2, 15, 1)) {
        body["current_response_time_percentile_50"] = percentile(0.5);
        body["current_response_time_percentile_95"] = percentile(0.95);
    } else if (version_.before(2, 28, 0)) {
        body["current_response_time_percentile_1"] = percentile(0.5);
        body["current_response_time_percentile_2"] = percentile(0.95);
    } else {
        body["current_response_time_percentiles"] = {{"response_time_percentile_0.5", percentile(0.5)},
                                                     {"response_time_percentile_0.95", percentile(0.95)}};
    }
    return body;
}

}  // namespace trimtab::test_cluster
