// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model_options.h"

#include "app/common_options.h"
#include "core/agent/policy_factory.h"
#include "core/results/model_policies.h"

namespace trimtab::app {

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
    std::vector<std::string> overrides;
    if (arguments.has("--profile")) overrides.push_back("environment.profile=" + arguments.text("--profile"));
    const auto& set = arguments.all("--set");
    overrides.insert(overrides.end(), set.begin(), set.end());
    overrides.insert(overrides.end(), more.begin(), more.end());
    return results::model_configuration(arguments.all("--model").front(), overrides);
}

results::EvaluationHooks console_hooks(Session& session) {
    results::EvaluationHooks hooks;
    hooks.notes.making = [&session](const std::string& name) {
        session.console.debug("making policy " + name);
    };
    hooks.notes.found = [&session](const std::string& text) { session.console.info(text); };
    hooks.remark = hooks.notes.found;
    hooks.progress = [&session](int done, int total) {
        session.console.progress(static_cast<double>(done) / total, -1,
                                 std::to_string(done) + " of " + std::to_string(total) + " episodes");
    };
    return hooks;
}

Expected<training::EvaluationResult> evaluate_with_progress(const config::Config& config,
                                                            const std::vector<std::string>& models,
                                                            const std::vector<std::string>& policies,
                                                            Session& session) {
    if (models.empty() && policies.empty())
        return fail(ErrorCode::invalid_argument,
                    "give at least one --model FILE or --policy NAME to evaluate");
    auto result = results::evaluate_policies(config, models, policies, session.stop, console_hooks(session));
    session.console.end_progress();
    return result;
}

}  // namespace trimtab::app
