// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/comparison_json.h"

#include <nlohmann/json.hpp>

namespace trimtab::results {
namespace {

using json = nlohmann::ordered_json;

json to_json(const Estimate& estimate) {
    json out = {{"value", estimate.value}, {"n", estimate.n}};
    if (estimate.interval) {
        out["low"] = estimate.interval->low;
        out["high"] = estimate.interval->high;
        out["confidence"] = estimate.interval->confidence;
    } else {
        out["no_interval"] = estimate.no_interval;
    }
    return out;
}

void put(json& out, const char* key, const std::optional<Estimate>& estimate) {
    if (estimate) out[key] = to_json(*estimate);
}

void put(json& out, const char* key, const std::optional<double>& value) {
    if (value) out[key] = *value;
}

void put(json& out, const char* key, const std::string& text) {
    if (!text.empty()) out[key] = text;
}

json to_json(const MetricSummary& metric) {
    json out = {{"unit", metric.unit}};
    if (!metric.problem.empty()) {
        out["problem"] = metric.problem;
        return out;
    }
    out["mean"] = metric.sample.mean;
    put(out, "std", metric.sample.std);
    put(out, "se", metric.sample.se);
    out["min"] = metric.sample.min;
    out["max"] = metric.sample.max;
    out["n"] = metric.sample.n;
    out["mean_estimate"] = to_json(metric.mean);
    out["iqm"] = to_json(metric.iqm);
    return out;
}

json to_json(const ContenderSummary& contender) {
    json out = {{"policies", contender.policies},
                {"sources", contender.sources},
                {"training_seeds", contender.training_seeds},
                {"clairvoyant", contender.clairvoyant},
                {"candidate", contender.candidate},
                {"unit_of_inference", unit_name(contender.unit)},
                {"units", contender.units}};
    for (const PatternSummary& pattern : contender.patterns) {
        json& entry = out["patterns"][pattern.pattern];
        for (const MetricSummary& metric : pattern.metrics) entry[metric.metric] = to_json(metric);
        put(entry, "pooled_latency_p95_ms", pattern.pooled_latency_p95_ms);
        entry["notes"] = pattern.notes;
    }
    put(out, "optimality_gap", contender.optimality_gap);
    if (contender.return_profile) {
        const auto& profile = *contender.return_profile;
        out["return_profile"] = {{"thresholds", profile.thresholds}, {"share", profile.share}};
        if (!profile.low.empty()) {
            out["return_profile"]["low"] = profile.low;
            out["return_profile"]["high"] = profile.high;
        }
    }
    return out;
}

json to_json(const TestOutcome& test) {
    json out = json::object();
    put(out, "reason", test.reason);
    if (!test.result) return out;
    out["statistic"] = test.result->statistic;
    out["p_value"] = test.result->p_value;
    put(out, "p_holm", test.p_holm);
    put(out, "degrees_of_freedom", test.result->degrees_of_freedom);
    out["method"] = test.result->method;
    return out;
}

json to_json(const MetricComparison& metric) {
    json out = {{"unit", metric.unit}, {"verdict", verdict_name(metric.verdict)}, {"reason", metric.reason}};
    put(out, "difference", metric.difference);
    put(out, "difference_student", metric.student);
    put(out, "cohen_dz", metric.cohen_dz);
    put(out, "hedges_g", metric.hedges_g);
    put(out, "probability_of_improvement", metric.probability_of_improvement);
    for (const TestOutcome& test : metric.tests) out["tests"][test.test] = to_json(test);
    return out;
}

json to_json(const PairComparison& pair) {
    json out = {{"policy", pair.policy},
                {"baseline", pair.baseline},
                {"unit_of_inference", unit_name(pair.unit)},
                {"units", pair.units}};
    for (const PatternComparison& pattern : pair.patterns) {
        json& entry = out["patterns"][pattern.pattern];
        entry["verdict"] = verdict_name(pattern.verdict);
        for (const MetricComparison& metric : pattern.metrics)
            entry["metrics"][metric.metric] = to_json(metric);
    }
    return out;
}

json to_json(const EqualCost& one) {
    json out = {{"policy", one.policy}, {"pattern", one.pattern}};
    put(out, "cost_usd", one.cost_usd);
    put(out, "return_difference", one.return_difference);
    put(out, "cost_saved_share", one.cost_saved_share);
    put(out, "note", one.note);
    return out;
}

json to_json(const GapClosed& gap) {
    json out = {{"policy", gap.policy},
                {"pattern", gap.pattern},
                {"baseline", gap.baseline},
                {"planner", gap.planner},
                {"episodes", gap.episodes}};
    put(out, "baseline_return", gap.baseline_return);
    put(out, "planner_return", gap.planner_return);
    put(out, "policy_return", gap.policy_return);
    put(out, "share", gap.share);
    put(out, "note", gap.note);
    return out;
}

json to_json(const ExpectedImprovement& one) {
    json out = {{"policy", one.policy},         {"pattern", one.pattern}, {"criterion", one.criterion},
                {"target_low", one.target_low}, {"met", one.met},         {"reason", one.reason}};
    put(out, "target_high", one.target_high);
    put(out, "value", one.value);
    return out;
}

template <class T>
json list(const std::vector<T>& values) {
    json out = json::array();
    for (const T& value : values) out.push_back(to_json(value));
    return out;
}

Estimate estimate_from(const json& in) {
    Estimate out;
    out.value = in.at("value").get<double>();
    out.n = in.at("n").get<int>();
    if (in.contains("low"))
        out.interval = {in.at("low").get<double>(), in.at("high").get<double>(),
                        in.at("confidence").get<double>()};
    else
        out.no_interval = in.at("no_interval").get<std::string>();
    return out;
}

ExpectedImprovement improvement_from(const json& in) {
    ExpectedImprovement out;
    out.policy = in.at("policy").get<std::string>();
    out.pattern = in.at("pattern").get<std::string>();
    out.criterion = in.at("criterion").get<std::string>();
    out.target_low = in.at("target_low").get<double>();
    if (in.contains("target_high")) out.target_high = in.at("target_high").get<double>();
    if (in.contains("value")) out.value = estimate_from(in.at("value"));
    out.met = in.at("met").get<bool>();
    out.reason = in.at("reason").get<std::string>();
    return out;
}

}  // namespace

Expected<std::vector<ExpectedImprovement>> improvements_from_json(const std::string& text,
                                                                  const std::string& name) {
    try {
        std::vector<ExpectedImprovement> out;
        const json document = json::parse(text);
        for (const json& one : document.at("expected_improvements")) out.push_back(improvement_from(one));
        return out;
    } catch (const json::exception&) {
        return fail(ErrorCode::parse_error,
                    "not a comparison of this program, or damaged; run the comparison again", name);
    }
}

std::string comparison_to_json(const ComparisonResult& result) {
    json document = {{"format", 1},
                     {"patterns", result.patterns},
                     {"num_runs", result.runs},
                     {"slo_ms", result.slo_ms},
                     {"confidence", result.confidence},
                     {"bootstrap_resamples", result.resamples},
                     {"bootstrap_seed", result.bootstrap_seed},
                     {"unit_statement", result.unit_statement},
                     {"method_statement", result.method_statement},
                     {"notes", result.notes}};
    document["contenders"] = json::object();
    for (const ContenderSummary& contender : result.contenders)
        document["contenders"][contender.name] = to_json(contender);
    document["comparisons"] = list(result.pairs);
    document["equal_cost"] = list(result.equal_cost);
    document["gap_closed"] = list(result.gap_closed);
    document["expected_improvements"] = list(result.expected_improvements);
    return document.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace trimtab::results
