// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/evaluation_document.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <limits>
#include <nlohmann/json.hpp>

namespace trimtab::results {
namespace {

using nlohmann::json;
using training::EpisodeResult;
using training::EvaluationResult;
using training::PolicyResult;

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

/// The numbers of an episode under their names: the one list for writing and reading.
struct EpisodeField {
    const char* name;
    double EpisodeResult::*member;
};
constexpr EpisodeField episode_fields[] = {
    {"episode_return", &EpisodeResult::episode_return},
    {"latency_improvement", &EpisodeResult::latency_improvement},
    {"throughput_improvement", &EpisodeResult::throughput_improvement},
    {"resource_efficiency", &EpisodeResult::resource_efficiency},
    {"stability_bonus", &EpisodeResult::stability_bonus},
    {"latency_p95_ms", &EpisodeResult::latency_p95_ms},
    {"mean_window_p95_ms", &EpisodeResult::mean_window_p95_ms},
    {"throughput_rps", &EpisodeResult::throughput_rps},
    {"served_share", &EpisodeResult::served_share},
    {"slo_violations", &EpisodeResult::slo_violations},
    {"cost_usd", &EpisodeResult::cost_usd},
    {"energy_wh", &EpisodeResult::energy_wh},
    {"mean_ready_gpu", &EpisodeResult::mean_ready_gpu},
    {"mean_ready_cpu", &EpisodeResult::mean_ready_cpu},
    {"gpu_share", &EpisodeResult::gpu_share},
};

json spread_json(const std::vector<double>& values) {
    const Spread s = spread(values);
    return {{"mean", s.mean}, {"std", s.std}, {"min", s.min}, {"max", s.max}, {"se", s.se}, {"n", s.n}};
}

/// What is told about one policy on one pattern, or on all (empty).
json summary_json(const PolicyResult& policy, const std::string& pattern) {
    std::vector<const EpisodeResult*> episodes;
    cluster::LatencyHistogram latencies;
    for (const EpisodeResult& e : policy.episodes) {
        if (!pattern.empty() && e.pattern != pattern) continue;
        episodes.push_back(&e);
        latencies.merge(e.latencies);
    }
    const auto values = [&](const std::function<double(const EpisodeResult&)>& get) {
        std::vector<double> out;
        for (const EpisodeResult* e : episodes) out.push_back(get(*e));
        return out;
    };
    json out = {
        {"episode_return", spread_json(values([](const EpisodeResult& e) { return e.episode_return; }))}};
    // Percentiles are of all requests together, never means of percentiles.
    out["latency_p95_ms"] = latencies.empty() ? not_known : latencies.quantile(0.95);
    for (const char* name : {"served_share", "throughput_rps", "slo_violations", "cost_usd", "energy_wh",
                             "mean_ready_gpu", "mean_ready_cpu", "gpu_share"})
        for (const EpisodeField& field : episode_fields)
            if (std::string_view(field.name) == name)
                out[name] = spread(values([&](const EpisodeResult& e) { return e.*field.member; })).mean;
    out["scaling_actions"] = spread(values([](const EpisodeResult& e) { return e.scaling_actions; })).mean;
    out["flaps"] = spread(values([](const EpisodeResult& e) { return e.flaps; })).mean;
    return out;
}

json patterns_json(const EvaluationResult& result, const PolicyResult& policy) {
    json out = json::object();
    for (const std::string& pattern : result.patterns) out[pattern] = summary_json(policy, pattern);
    return out;
}

/// "118500:830 431000:41": the middle of a bin in microseconds, the responses in it. One text, as a list
/// would take a line a number.
std::string histogram_text(const cluster::LatencyHistogram& latencies) {
    std::string out;
    for (std::size_t bin = 0; bin < latencies.bins().size(); ++bin) {
        if (latencies.bins()[bin] == 0) continue;
        const double middle_ms = 0.5 * (cluster::LatencyHistogram::lower_edge_ms(bin) +
                                        cluster::LatencyHistogram::lower_edge_ms(bin + 1));
        if (!out.empty()) out += ' ';
        out += std::to_string(std::llround(1000 * middle_ms)) + ':' + std::to_string(latencies.bins()[bin]);
    }
    return out;
}

/// false where the text is none of histogram_text().
bool read_histogram(const std::string& text, cluster::LatencyHistogram& latencies) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        std::uint64_t microseconds = 0, responses = 0;
        const auto key = std::from_chars(at, end, microseconds);
        if (key.ec != std::errc() || microseconds == 0 || key.ptr == end || *key.ptr != ':') return false;
        const auto value = std::from_chars(key.ptr + 1, end, responses);
        if (value.ec != std::errc() || (value.ptr != end && *value.ptr != ' ')) return false;
        latencies.add(static_cast<double>(microseconds) / 1000, responses);
        if (value.ptr == end) return true;
        at = value.ptr + 1;
    }
    return false;
}

json episode_json(const EpisodeResult& e) {
    json out = {
        {"pattern", e.pattern}, {"seed", e.seed}, {"scaling_actions", e.scaling_actions}, {"flaps", e.flaps}};
    for (const EpisodeField& field : episode_fields) out[field.name] = e.*field.member;
    if (!e.latencies.empty()) out["latency_histogram_us"] = histogram_text(e.latencies);
    return out;
}

std::string dump(const json& document) {
    return document.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

double number(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? found->get<double>() : not_known;
}

int count(const json& object, const char* key) {
    const double value = number(object, key);
    return std::isnan(value) ? 0 : static_cast<int>(std::clamp(value, 0.0, 1e9));
}

}  // namespace

Spread spread(const std::vector<double>& values) {
    Spread s;
    s.n = static_cast<int>(values.size());
    if (values.empty()) return {not_known, not_known, not_known, not_known, not_known, 0};
    double sum = 0;
    for (const double v : values) sum += v;
    s.mean = sum / s.n;
    double squares = 0;
    for (const double v : values) squares += (v - s.mean) * (v - s.mean);
    s.std = s.n > 1 ? std::sqrt(squares / (s.n - 1)) : not_known;
    s.se = s.std / std::sqrt(static_cast<double>(s.n));
    s.min = *std::min_element(values.begin(), values.end());
    s.max = *std::max_element(values.begin(), values.end());
    return s;
}

std::string evaluation_to_json(const EvaluationResult& result, double timestamp) {
    json document = {{"format", 1},
                     {"timestamp", timestamp},
                     {"num_runs", result.runs},
                     {"slo_ms", result.slo_ms},
                     {"pattern_names", result.patterns},
                     {"policies", json::object()},
                     {"policy_order", json::array()}};
    if (!result.policies.empty()) {
        document["policy"] = result.policies.front().policy;
        document["patterns"] = patterns_json(result, result.policies.front());
        document["mean"] = summary_json(result.policies.front(), "");
    }
    for (const PolicyResult& policy : result.policies) {
        json episodes = json::array();
        for (const EpisodeResult& e : policy.episodes) episodes.push_back(episode_json(e));
        document["policy_order"].push_back(policy.policy);
        document["policies"][policy.policy] = {{"source", policy.source},
                                               {"clairvoyant", policy.clairvoyant},
                                               {"training_seed", policy.training_seed},
                                               {"patterns", patterns_json(result, policy)},
                                               {"mean", summary_json(policy, "")},
                                               {"episodes", std::move(episodes)}};
        if (!policy.contender.empty()) document["policies"][policy.policy]["contender"] = policy.contender;
    }
    return dump(document);
}

Expected<EvaluationResult> evaluation_from_json(const std::string& text, const std::string& name) {
    const auto damaged = [&](const std::string& what) {
        return fail(ErrorCode::parse_error,
                    "not an evaluation of this program: " + what + "; run the evaluation again", name);
    };
    const json document = json::parse(text, nullptr, false);
    if (!document.is_object()) return damaged("it is not a JSON object");
    const auto order = document.find("policy_order");
    const auto policies = document.find("policies");
    if (order == document.end() || !order->is_array() || policies == document.end() || !policies->is_object())
        return damaged("\"policies\" is missing");
    EvaluationResult result;
    result.runs = count(document, "num_runs");
    result.slo_ms = number(document, "slo_ms");
    if (document.contains("pattern_names") && document["pattern_names"].is_array())
        for (const json& pattern : document["pattern_names"])
            if (pattern.is_string()) result.patterns.push_back(pattern.get<std::string>());
    for (const json& policy_name : *order) {
        if (!policy_name.is_string() || !policies->contains(policy_name.get<std::string>()))
            return damaged("a policy is missing");
        const json& entry = (*policies)[policy_name.get<std::string>()];
        if (!entry.is_object() || !entry.contains("episodes") || !entry["episodes"].is_array())
            return damaged("episodes are missing");
        PolicyResult& policy = result.policies.emplace_back();
        policy.policy = policy_name.get<std::string>();
        if (entry.contains("source") && entry["source"].is_string())
            policy.source = entry["source"].get<std::string>();
        if (entry.contains("clairvoyant") && entry["clairvoyant"].is_boolean())
            policy.clairvoyant = entry["clairvoyant"].get<bool>();
        if (entry.contains("training_seed") && entry["training_seed"].is_number_unsigned())
            policy.training_seed = entry["training_seed"].get<std::uint64_t>();
        if (entry.contains("contender") && entry["contender"].is_string())
            policy.contender = entry["contender"].get<std::string>();
        for (const json& item : entry["episodes"]) {
            if (!item.is_object() || !item.contains("pattern") || !item["pattern"].is_string())
                return damaged("an episode has no pattern");
            EpisodeResult& e = policy.episodes.emplace_back();
            e.pattern = item["pattern"].get<std::string>();
            if (item.contains("seed") && item["seed"].is_number_unsigned())
                e.seed = item["seed"].get<std::uint64_t>();
            for (const EpisodeField& field : episode_fields) e.*field.member = number(item, field.name);
            e.scaling_actions = count(item, "scaling_actions");
            e.flaps = count(item, "flaps");
            if (const auto latencies = item.find("latency_histogram_us");
                latencies != item.end() &&
                (!latencies->is_string() || !read_histogram(latencies->get<std::string>(), e.latencies)))
                return damaged("a latency histogram is not readable");
        }
    }
    return result;
}

std::string episode_evaluation_to_json(std::int64_t episode, const EvaluationResult& result,
                                       double timestamp) {
    json rewards = json::array(), summaries = json::array();
    double average = not_known;
    if (!result.policies.empty()) {
        const PolicyResult& policy = result.policies.front();
        for (const std::string& pattern : result.patterns) {
            json summary = summary_json(policy, pattern);
            rewards.push_back(summary["episode_return"]["mean"]);
            summary["load_pattern"] = pattern;
            summaries.push_back(std::move(summary));
        }
        average = summary_json(policy, "")["episode_return"]["mean"].get<double>();
    }
    return dump({{"episode", episode},
                 {"timestamp", timestamp},
                 {"rewards", rewards},
                 {"summaries", summaries},
                 {"avg_reward", average}});
}

}  // namespace trimtab::results
