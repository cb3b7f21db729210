// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verification.h"

#include <algorithm>
#include <optional>

#include "app/model_options.h"
#include "core/agent/policy_factory.h"
#include "core/results/evaluation_folder.h"
#include "core/results/run_folder.h"

namespace trimtab::app {
namespace {

bool is_model(const training::PolicyResult& policy) {
    return policy.source.ends_with(".pt") || policy.training_seed != 0;
}

bool known_by_name(const std::string& name) {
    return std::ranges::any_of(agent::policy_table(), [&](const auto& entry) { return entry.name == name; });
}

/// "<training folder>/<file>" of the recorded path, within the bundle.
std::optional<std::string> bundled_model(const std::filesystem::path& bundle, std::filesystem::path source) {
    if (source.filename().empty()) source = source.parent_path();
    for (const std::filesystem::path& candidate :
         {bundle / source.parent_path().filename() / source.filename(), bundle / source.filename()})
        if (std::filesystem::exists(candidate)) return candidate.string();
    return std::nullopt;
}

bool same(const training::EpisodeResult& a, const training::EpisodeResult& b) {
    return a.pattern == b.pattern && a.seed == b.seed && a.episode_return == b.episode_return &&
           a.latency_p95_ms == b.latency_p95_ms && a.cost_usd == b.cost_usd;
}

Expected<void> verify_folder(const std::filesystem::path& bundle, const std::filesystem::path& folder,
                             std::vector<PolicyVerification>& out, Session& session) {
    auto config = results::read_run_config(folder);
    if (!config) return Unexpected<Error>(config.error());
    const auto recorded = results::read_evaluation(folder);
    if (!recorded) return Unexpected<Error>(recorded.error());
    config->evaluation.runs = recorded->runs;
    config->evaluation.patterns = recorded->patterns;
    for (const training::PolicyResult& policy : recorded->policies) {
        PolicyVerification verified{folder.filename().string(),
                                    policy.policy,
                                    static_cast<int>(policy.episodes.size()),
                                    0,
                                    {},
                                    false};
        std::vector<std::string> models;
        std::vector<std::string> names;
        if (is_model(policy)) {
            if (const auto model = bundled_model(bundle, policy.source)) models = {*model};
        } else if (known_by_name(policy.policy)) {
            names = {policy.policy};
        }
        if (models.empty() && names.empty()) {
            verified.recorded_elsewhere = !is_model(policy);
            verified.reason = is_model(policy) ? "its model " + policy.source + " is not in the bundle"
                                               : "it was recorded elsewhere and cannot be played here";
            out.push_back(std::move(verified));
            continue;
        }
        const auto again = evaluate_with_progress(*config, models, names, session);
        if (!again) return Unexpected<Error>(again.error());
        const auto& episodes = again->policies.front().episodes;
        for (std::size_t i = 0; i < std::min(episodes.size(), policy.episodes.size()); ++i)
            verified.equal += same(episodes[i], policy.episodes[i]) ? 1 : 0;
        out.push_back(std::move(verified));
    }
    return {};
}

}  // namespace

Expected<std::vector<PolicyVerification>> verify_evaluations(const std::filesystem::path& bundle,
                                                             Session& session) {
    std::vector<PolicyVerification> out;
    for (const results::RunInfo& run : results::list_runs(bundle)) {
        if (run.kind != "evaluation" && run.kind != "comparison") continue;
        if (auto verified = verify_folder(bundle, run.folder, out, session); !verified)
            return Unexpected<Error>(verified.error());
    }
    return out;
}

std::vector<std::filesystem::path> bundled_models(const std::vector<std::filesystem::path>& folders) {
    std::vector<std::filesystem::path> models;
    for (const std::filesystem::path& folder : folders) {
        const auto run = results::open_run(folder);
        if (!run || run->kind == "training") continue;
        const auto evaluation = results::read_evaluation(run->folder);
        if (!evaluation) continue;
        for (const training::PolicyResult& policy : evaluation->policies)
            if (is_model(policy) &&
                std::ranges::find(models, std::filesystem::path(policy.source)) == models.end())
                models.emplace_back(policy.source);
    }
    return models;
}

}  // namespace trimtab::app
