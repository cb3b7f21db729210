// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/comparison_session.h"

#include "core/config/config_reader.h"
#include "core/config/config_writer.h"
#include "core/results/atomic_file.h"
#include "core/results/comparison_foreign.h"
#include "core/results/comparison_json.h"
#include "core/results/evaluation_folder.h"
#include "core/results/run_folder.h"
#include "core/training/evaluator.h"

namespace trimtab::results {
namespace {

/// The configuration in the scenario of the published numbers: everything that decides what a model may see
/// stays.
Expected<config::Config> published_scenario(const config::Config& config) {
    auto published = config::profile_defaults("published");
    if (!published) return published;
    published->environment.extended_observation = config.environment.extended_observation;
    published->agent = config.agent;
    published->evaluation = config.evaluation;
    published->evaluation.patterns.clear();
    published->policies = config.policies;
    return published;
}

Expected<std::vector<ExpectedImprovement>> published_improvements(const ComparisonRequest& request,
                                                                  const ComparisonOptions& options,
                                                                  StopToken stop,
                                                                  const EvaluationHooks& hooks) {
    const auto config = published_scenario(request.config);
    if (!config) return Unexpected<Error>(config.error());
    if (hooks.remark) hooks.remark("judging the expected improvements in profile published");
    const auto evaluation = evaluate_policies(*config, request.models, {"static-cpu"}, stop, hooks);
    if (!evaluation) return Unexpected<Error>(evaluation.error());
    return judge_improvements(*evaluation, options);
}

bool published_applies(const ComparisonRequest& request) {
    return request.config.evaluation.published_improvements && !request.models.empty() &&
           request.config.environment.profile == "default";
}

ComparisonOptions comparison_options(const config::Config& config) {
    return {.confidence = config.evaluation.confidence, .resamples = config.evaluation.bootstrap_resamples};
}

}  // namespace

Expected<training::EvaluationResult> evaluate_policies(const config::Config& config,
                                                       const std::vector<std::string>& models,
                                                       const std::vector<std::string>& policies,
                                                       StopToken stop, const EvaluationHooks& hooks) {
    const auto named = make_policies(models, policies, config, stop, hooks.notes);
    if (!named) return Unexpected<Error>(named.error());
    std::vector<const agent::Policy*> prototypes;
    for (const NamedPolicy& policy : *named) prototypes.push_back(policy.policy.get());
    auto result =
        training::evaluate(config, prototypes, training::evaluation_plan(config), stop, hooks.progress);
    if (!result) return result;
    for (std::size_t i = 0; i < named->size() && i < result->policies.size(); ++i) {
        if (!(*named)[i].source.empty()) result->policies[i].source = (*named)[i].source;
        result->policies[i].training_seed = (*named)[i].training_seed;
    }
    return result;
}

Expected<ComparisonRun> run_comparison(const ComparisonRequest& request, StopToken stop,
                                       const EvaluationHooks& hooks) {
    std::vector<training::PolicyResult> foreign_policies;
    for (const std::string& file : request.episode_files) {
        auto foreign = read_foreign_policy(file);
        if (!foreign) return Unexpected<Error>(foreign.error());
        foreign_policies.push_back(std::move(*foreign));
    }
    auto evaluation = evaluate_policies(request.config, request.models, request.policies, stop, hooks);
    if (!evaluation) return Unexpected<Error>(evaluation.error());
    for (training::PolicyResult& foreign : foreign_policies)
        evaluation->policies.push_back(std::move(foreign));
    const ComparisonOptions options = comparison_options(request.config);
    auto comparison = compare(*evaluation, options);
    if (!comparison) return Unexpected<Error>(comparison.error());
    if (published_applies(request)) {
        auto improvements = published_improvements(request, options, stop, hooks);
        if (!improvements) return Unexpected<Error>(improvements.error());
        comparison->expected_improvements = std::move(*improvements);
    }
    return ComparisonRun{std::move(*evaluation), std::move(*comparison)};
}

Expected<ComparisonRun> read_comparison(const std::filesystem::path& folder) {
    const auto config = read_run_config(folder);
    if (!config) return Unexpected<Error>(config.error());
    auto evaluation = read_evaluation(folder);
    if (!evaluation) return Unexpected<Error>(evaluation.error());
    auto comparison = compare(*evaluation, comparison_options(*config));
    if (!comparison) return Unexpected<Error>(comparison.error());
    const std::filesystem::path data = folder / comparison_data_file;
    if (std::filesystem::exists(data)) {
        const auto text = read_file(data);
        if (!text) return Unexpected<Error>(text.error());
        auto improvements = improvements_from_json(*text, data.string());
        if (!improvements) return Unexpected<Error>(improvements.error());
        comparison->expected_improvements = std::move(*improvements);
    }
    return ComparisonRun{std::move(*evaluation), std::move(*comparison)};
}

}  // namespace trimtab::results
