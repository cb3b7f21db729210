// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/comparison_foreign.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "core/results/atomic_file.h"

namespace trimtab::results {
namespace {

using nlohmann::json;
using training::EpisodeResult;

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();
constexpr double unbounded = std::numeric_limits<double>::infinity();

struct NumberKey {
    const char* name;
    double EpisodeResult::*member;
    bool required;
    double minimum, maximum;
};
const NumberKey number_keys[] = {
    {"episode_return", &EpisodeResult::episode_return, true, -unbounded, unbounded},
    {"latency_p95_ms", &EpisodeResult::latency_p95_ms, true, 0, unbounded},
    {"throughput_rps", &EpisodeResult::throughput_rps, true, 0, unbounded},
    {"served_share", &EpisodeResult::served_share, true, 0, 1},
    {"slo_violations", &EpisodeResult::slo_violations, true, 0, 1},
    {"cost_usd", &EpisodeResult::cost_usd, true, 0, unbounded},
    {"energy_wh", &EpisodeResult::energy_wh, true, 0, unbounded},
    {"latency_improvement", &EpisodeResult::latency_improvement, false, -unbounded, unbounded},
    {"throughput_improvement", &EpisodeResult::throughput_improvement, false, -unbounded, unbounded},
    {"resource_efficiency", &EpisodeResult::resource_efficiency, false, -unbounded, unbounded},
    {"stability_bonus", &EpisodeResult::stability_bonus, false, -unbounded, unbounded},
    {"mean_window_p95_ms", &EpisodeResult::mean_window_p95_ms, false, 0, unbounded},
    {"mean_ready_gpu", &EpisodeResult::mean_ready_gpu, false, 0, unbounded},
    {"mean_ready_cpu", &EpisodeResult::mean_ready_cpu, false, 0, unbounded},
    {"gpu_share", &EpisodeResult::gpu_share, false, 0, 1},
};

struct CountKey {
    const char* name;
    int EpisodeResult::*member;
};
const CountKey count_keys[] = {{"scaling_actions", &EpisodeResult::scaling_actions},
                               {"flaps", &EpisodeResult::flaps}};

Unexpected<Error> bad(const std::string& message) { return fail(ErrorCode::parse_error, message); }

bool is_known(const std::string& key) {
    const auto named = [&](const auto& one) { return key == one.name; };
    return key == "pattern" || key == "seed" || key == "policy" || key == "training_seed" ||
           key == "latency_histogram" || std::any_of(std::begin(number_keys), std::end(number_keys), named) ||
           std::any_of(std::begin(count_keys), std::end(count_keys), named);
}

Expected<void> read_numbers(const json& line, EpisodeResult& episode) {
    for (const NumberKey& key : number_keys) {
        const auto found = line.find(key.name);
        if (found == line.end()) {
            if (key.required) return bad(std::string("the key '") + key.name + "' is missing: add it");
            episode.*key.member = not_known;
            continue;
        }
        if (!found->is_number()) return bad(std::string("'") + key.name + "' is not a number: write one");
        const double value = found->get<double>();
        if (!(value >= key.minimum && value <= key.maximum))
            return bad(std::string("'") + key.name + "' is outside its range" +
                       (key.maximum == 1 ? " 0..1: give a share, not percent" : ": it cannot be negative"));
        episode.*key.member = value;
    }
    for (const CountKey& key : count_keys) {
        const auto found = line.find(key.name);
        if (found == line.end()) return bad(std::string("the key '") + key.name + "' is missing: add it");
        if (!found->is_number_unsigned() || found->get<std::uint64_t>() > 1000000000)
            return bad(std::string("'") + key.name + "' is not a whole number >= 0: write one");
        episode.*key.member = static_cast<int>(found->get<std::uint64_t>());
    }
    return {};
}

Expected<void> read_latencies(const json& line, EpisodeResult& episode) {
    const auto found = line.find("latency_histogram");
    if (found == line.end()) return {};
    const auto is_entry = [](const json& entry) {
        return entry.is_array() && entry.size() == 2 && entry[0].is_number() && entry[0].get<double>() > 0 &&
               entry[1].is_number_unsigned();
    };
    if (!found->is_array() || !std::all_of(found->begin(), found->end(), is_entry))
        return bad("'latency_histogram' is not a list of [latency in ms > 0, whole count]: write it so");
    for (const json& entry : *found)
        episode.latencies.add(entry[0].get<double>(), entry[1].get<std::uint64_t>());
    return {};
}

Expected<EpisodeResult> read_episode(const json& line) {
    if (!line.is_object()) return bad("the line is not a JSON object: write one object for each episode");
    for (const auto& [key, value] : line.items())
        if (!is_known(key))
            return bad("the key '" + key + "' is not known: see the list of keys, or remove it");
    EpisodeResult episode;
    const auto pattern = line.find("pattern");
    if (pattern == line.end() || !pattern->is_string())
        return bad("'pattern' is missing or not a text: name the load pattern");
    episode.pattern = pattern->get<std::string>();
    const auto seed = line.find("seed");
    if (seed == line.end() || !seed->is_number_unsigned())
        return bad("'seed' is missing or not a whole number >= 0: give the episode's seed");
    episode.seed = seed->get<std::uint64_t>();
    if (auto ok = read_numbers(line, episode); !ok) return Unexpected<Error>(ok.error());
    if (auto ok = read_latencies(line, episode); !ok) return Unexpected<Error>(ok.error());
    return episode;
}

Expected<void> read_identity(const json& line, training::PolicyResult& policy, bool first) {
    const auto name = line.find("policy");
    if (name != line.end()) {
        if (!name->is_string() || name->get<std::string>().empty())
            return bad("'policy' is not a text: write the policy's name");
        if (!first && name->get<std::string>() != policy.policy)
            return bad("'policy' differs from the line before: write one file for each policy");
        policy.policy = name->get<std::string>();
    }
    const auto seed = line.find("training_seed");
    if (seed != line.end()) {
        if (!seed->is_number_unsigned()) return bad("'training_seed' is not a whole number >= 0: write one");
        if (!first && seed->get<std::uint64_t>() != policy.training_seed)
            return bad(
                "'training_seed' differs from the line before: write one file for each trained policy");
        policy.training_seed = seed->get<std::uint64_t>();
    }
    return {};
}

}  // namespace

Expected<training::PolicyResult> parse_foreign_policy(const std::string& text,
                                                      const std::filesystem::path& name) {
    training::PolicyResult policy;
    policy.policy = name.stem().string();
    policy.source = name.string();
    std::set<std::pair<std::string, std::uint64_t>> seen;
    std::istringstream lines(text);
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        const std::string place = name.string() + ":" + std::to_string(number);
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const json document = json::parse(line, nullptr, false);
        if (document.is_discarded())
            return fail(
                ErrorCode::parse_error,
                "the line is not valid JSON (NaN and Infinity are not): write one object for each episode",
                place);
        auto episode = read_episode(document);
        if (!episode) return fail(episode.error().code, episode.error().message, place);
        if (auto ok = read_identity(document, policy, policy.episodes.empty()); !ok)
            return fail(ok.error().code, ok.error().message, place);
        if (!seen.emplace(episode->pattern, episode->seed).second)
            return fail(ErrorCode::parse_error,
                        "pattern '" + episode->pattern + "' with seed " + std::to_string(episode->seed) +
                            " occurs twice: keep one of the two episodes",
                        place);
        policy.episodes.push_back(std::move(*episode));
    }
    if (policy.episodes.empty())
        return fail(ErrorCode::parse_error,
                    "the file has no episode: record some and write one JSON object a line", name.string());
    return policy;
}

Expected<training::PolicyResult> read_foreign_policy(const std::filesystem::path& file) {
    const auto text = read_file(file);
    if (!text) return Unexpected<Error>(text.error());
    return parse_foreign_policy(*text, file);
}

}  // namespace trimtab::results
