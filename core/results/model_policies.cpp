// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/model_policies.h"

#include <set>

#include "core/agent/checkpoint.h"
#include "core/agent/policy_factory.h"
#include "core/agent/ppo_policy.h"
#include "core/config/config_reader.h"
#include "core/results/run_folder.h"

namespace trimtab::results {
namespace {

Expected<agent::Checkpoint> load_model(const std::filesystem::path& path) {
    const auto file = resolve_model(path);
    if (!file) return Unexpected<Error>(file.error());
    return agent::load_checkpoint(*file);
}

std::string stored_config(const agent::Checkpoint& checkpoint) {
    const auto found = checkpoint.metadata.find("config");
    return found == checkpoint.metadata.end() ? std::string() : found->second;
}

}  // namespace

Expected<config::Config> model_configuration(const std::filesystem::path& model,
                                             const std::vector<std::string>& overrides) {
    const auto checkpoint = load_model(model);
    if (!checkpoint) return Unexpected<Error>(checkpoint.error());
    const std::string text = stored_config(*checkpoint);
    if (text.empty()) return config::load_config({{}, overrides});
    return config::parse_config(text, model.string(), overrides);
}

Expected<std::vector<NamedPolicy>> make_policies(const std::vector<std::string>& models,
                                                 const std::vector<std::string>& policies,
                                                 const config::Config& config, StopToken stop,
                                                 const PolicyNotes& notes) {
    std::vector<NamedPolicy> out;
    for (const std::string& path : models) {
        const auto file = resolve_model(path);
        if (!file) return Unexpected<Error>(file.error());
        auto checkpoint = agent::load_checkpoint(*file);
        if (!checkpoint) return Unexpected<Error>(checkpoint.error());
        const auto trained = config::parse_config(stored_config(*checkpoint), path);
        const std::string name = models.size() == 1 ? "ppo" : "ppo-" + std::to_string(out.size() + 1);
        out.push_back({std::make_unique<agent::PpoPolicy>(std::move(checkpoint->agent), name), file->string(),
                       trained ? trained->training.seed : 0});
    }
    std::set<std::string> names;
    for (const std::string& name : policies) {
        if (!names.insert(name).second)
            return fail(ErrorCode::invalid_argument, "policy " + name + " is given twice; give it once");
        if (notes.making) notes.making(name);
        auto policy = agent::make_policy(name, config, {.threads = config.evaluation.threads, .stop = stop});
        if (!policy) return Unexpected<Error>(policy.error());
        if (const std::string summary = (*policy)->summary(); !summary.empty() && notes.found)
            notes.found(name + ": " + summary);
        out.push_back({std::move(*policy), {}, 0});
    }
    if (out.empty())
        return fail(ErrorCode::invalid_argument, "give at least one model or policy to evaluate");
    return out;
}

}  // namespace trimtab::results
