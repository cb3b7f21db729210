// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model_policies.h"

#include <set>

#include "app/common_options.h"
#include "core/agent/checkpoint.h"
#include "core/agent/policy_factory.h"
#include "core/agent/ppo_policy.h"
#include "core/config/config_reader.h"
#include "core/results/run_folder.h"

namespace trimtab::app {
namespace {

Expected<agent::Checkpoint> load_model(const std::string& path) {
    const auto file = results::resolve_model(path);
    if (!file) return Unexpected<Error>(file.error());
    return agent::load_checkpoint(*file);
}

std::string stored_config(const agent::Checkpoint& checkpoint) {
    const auto found = checkpoint.metadata.find("config");
    return found == checkpoint.metadata.end() ? std::string() : found->second;
}

}  // namespace

std::vector<OptionSpec> policy_options() {
    OptionSpec model{"--model", ArgumentKind::file, "FILE",
                     "A checkpoint, or a run folder for its best model."};
    model.repeatable = true;
    OptionSpec policy{"--policy", ArgumentKind::choice, "NAME", "A policy by name."};
    policy.repeatable = true;
    for (const agent::PolicyEntry& entry : agent::policy_table()) policy.choices.push_back(entry.name);
    return {model, policy};
}

Expected<config::Config> evaluation_configuration(const Arguments& arguments,
                                                  const std::vector<std::string>& more) {
    if (!arguments.has("--model") || arguments.has("--config")) return configuration(arguments, more);
    const std::string path = arguments.all("--model").front();
    const auto checkpoint = load_model(path);
    if (!checkpoint) return Unexpected<Error>(checkpoint.error());
    const std::string text = stored_config(*checkpoint);
    if (text.empty()) return configuration(arguments, more);
    std::vector<std::string> overrides;
    if (arguments.has("--profile")) overrides.push_back("environment.profile=" + arguments.text("--profile"));
    const auto& set = arguments.all("--set");
    overrides.insert(overrides.end(), set.begin(), set.end());
    overrides.insert(overrides.end(), more.begin(), more.end());
    return config::parse_config(text, path, overrides);
}

Expected<std::vector<NamedPolicy>> make_policies(const std::vector<std::string>& models,
                                                 const std::vector<std::string>& policies,
                                                 const config::Config& config, Session& session) {
    std::vector<NamedPolicy> out;
    for (const std::string& path : models) {
        const auto file = results::resolve_model(path);
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
            return fail(ErrorCode::invalid_argument, "--policy " + name + " is given twice; give it once");
        session.console.debug("making policy " + name);
        auto policy =
            agent::make_policy(name, config, {.threads = config.evaluation.threads, .stop = session.stop});
        if (!policy) return Unexpected<Error>(policy.error());
        if (const std::string summary = (*policy)->summary(); !summary.empty())
            session.console.info(name + ": " + summary);
        out.push_back({std::move(*policy), {}, 0});
    }
    if (out.empty())
        return fail(ErrorCode::invalid_argument,
                    "give at least one --model FILE or --policy NAME to evaluate");
    return out;
}

}  // namespace trimtab::app
