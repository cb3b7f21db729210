// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/timeline_document.h"

#include <cmath>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <tuple>

namespace trimtab::results {
namespace {

using nlohmann::ordered_json;
using training::EpisodeResult;
using training::StepRecord;

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

/// The numbers of a step under their names: the one list for writing and reading.
template <class T>
struct StepField {
    const char* name;
    T StepRecord::*member;
};
constexpr StepField<double> real_fields[] = {
    {"time_s", &StepRecord::time_s},
    {"reward", &StepRecord::reward},
    {"latency_improvement", &StepRecord::latency_improvement},
    {"throughput_improvement", &StepRecord::throughput_improvement},
    {"resource_efficiency", &StepRecord::resource_efficiency},
    {"stability_bonus", &StepRecord::stability_bonus},
    {"latency_p95_ms", &StepRecord::latency_p95_ms},
    {"throughput_rps", &StepRecord::throughput_rps},
    {"arrivals_rps", &StepRecord::arrivals_rps},
    {"mean_users", &StepRecord::mean_users},
    {"cpu_utilization", &StepRecord::cpu_utilization},
    {"memory_utilization", &StepRecord::memory_utilization},
    {"gpu_utilization", &StepRecord::gpu_utilization},
    {"value", &StepRecord::value},
};
constexpr StepField<int> whole_fields[] = {
    {"step", &StepRecord::step},
    {"desired_gpu", &StepRecord::desired_gpu},
    {"desired_cpu", &StepRecord::desired_cpu},
    {"ready_gpu", &StepRecord::ready_gpu},
    {"ready_cpu", &StepRecord::ready_cpu},
    {"pending_gpu", &StepRecord::pending_gpu},
    {"pending_cpu", &StepRecord::pending_cpu},
    {"placement", &StepRecord::placement},
};

std::string line_of(const std::string& policy, const EpisodeResult& episode, const StepRecord& step) {
    ordered_json line = {{"policy", policy}, {"pattern", episode.pattern}, {"seed", episode.seed}};
    for (const auto& field : whole_fields) line[field.name] = step.*field.member;
    for (const auto& field : real_fields)
        if (std::isfinite(step.*field.member)) line[field.name] = step.*field.member;
    if (!step.probabilities.empty()) line["probabilities"] = step.probabilities;
    if (!step.reason.empty()) line["reason"] = step.reason;
    return line.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

/// nullopt where a field is missing or has another type; a number that was not finite is missing by design.
std::optional<StepRecord> step_of(const ordered_json& line) {
    StepRecord step;
    for (const auto& field : whole_fields) {
        const auto found = line.find(field.name);
        if (found == line.end() || !found->is_number_integer()) return std::nullopt;
        step.*field.member = found->get<int>();
    }
    for (const auto& field : real_fields) {
        const auto found = line.find(field.name);
        if (found != line.end() && !found->is_number()) return std::nullopt;
        step.*field.member = found == line.end() ? not_known : found->get<double>();
    }
    if (const auto heads = line.find("probabilities"); heads != line.end()) {
        if (!heads->is_array()) return std::nullopt;
        for (const ordered_json& head : *heads) {
            if (!head.is_array()) return std::nullopt;
            auto& row = step.probabilities.emplace_back();
            for (const ordered_json& p : head) {
                if (!p.is_number()) return std::nullopt;
                row.push_back(p.get<double>());
            }
        }
    }
    if (const auto reason = line.find("reason"); reason != line.end()) {
        if (!reason->is_string()) return std::nullopt;
        step.reason = reason->get<std::string>();
    }
    return step;
}

bool has_identity(const ordered_json& line) {
    return line.is_object() && line.contains("policy") && line["policy"].is_string() &&
           line.contains("pattern") && line["pattern"].is_string() && line.contains("seed") &&
           line["seed"].is_number_unsigned();
}

}  // namespace

std::string timelines_to_jsonl(const training::EvaluationResult& evaluation) {
    std::string out;
    for (const training::PolicyResult& policy : evaluation.policies)
        for (const EpisodeResult& episode : policy.episodes)
            for (const StepRecord& step : episode.steps) out += line_of(policy.policy, episode, step);
    return out;
}

Expected<void> read_timelines(const std::string& text, const std::string& name,
                              training::EvaluationResult& evaluation) {
    std::map<std::tuple<std::string, std::string, std::uint64_t>, EpisodeResult*> episodes;
    for (training::PolicyResult& policy : evaluation.policies)
        for (EpisodeResult& episode : policy.episodes)
            episodes[{policy.policy, episode.pattern, episode.seed}] = &episode;
    std::istringstream lines(text);
    int number = 0;
    for (std::string one; std::getline(lines, one);) {
        ++number;
        const auto damaged = [&](const std::string& what) {
            return fail(ErrorCode::parse_error,
                        what + "; run the evaluation again, or delete the file to go on without timelines",
                        name + ":" + std::to_string(number));
        };
        const ordered_json line = ordered_json::parse(one, nullptr, false);
        if (!has_identity(line)) return damaged("not a step of a timeline");
        const auto found =
            episodes.find({line["policy"].get<std::string>(), line["pattern"].get<std::string>(),
                           line["seed"].get<std::uint64_t>()});
        if (found == episodes.end()) return damaged("the step's episode is not in the evaluation");
        auto step = step_of(line);
        if (!step) return damaged("a field of the step is missing or has another type");
        found->second->steps.push_back(std::move(*step));
    }
    return {};
}

}  // namespace trimtab::results
