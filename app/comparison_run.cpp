// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/comparison_run.h"

#include <algorithm>

#include "app/model_policies.h"
#include "core/config/config_reader.h"
#include "core/config/config_writer.h"
#include "core/results/comparison_foreign.h"
#include "core/training/evaluator.h"

namespace trimtab::app {
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

Expected<std::vector<results::ExpectedImprovement>> published_improvements(
    const ComparisonRequest& request, const results::ComparisonOptions& options, Session& session) {
    const auto config = published_scenario(request.config);
    if (!config) return Unexpected<Error>(config.error());
    session.console.info("judging the expected improvements in profile published");
    const auto evaluation = evaluate_with_progress(*config, request.models, {"static-cpu"}, session);
    if (!evaluation) return Unexpected<Error>(evaluation.error());
    return results::judge_improvements(*evaluation, options);
}

bool published_applies(const ComparisonRequest& request) {
    return request.config.evaluation.published_improvements && !request.models.empty() &&
           request.config.environment.profile == "default";
}

}  // namespace

Expected<training::EvaluationResult> evaluate_with_progress(const config::Config& config,
                                                            const std::vector<std::string>& models,
                                                            const std::vector<std::string>& policies,
                                                            Session& session) {
    auto named = make_policies(models, policies, config, session);
    if (!named) return Unexpected<Error>(named.error());
    std::vector<const agent::Policy*> prototypes;
    for (const NamedPolicy& policy : *named) prototypes.push_back(policy.policy.get());
    auto result = training::evaluate(
        config, prototypes, training::evaluation_plan(config), session.stop, [&](int done, int total) {
            session.console.progress(static_cast<double>(done) / total, -1,
                                     std::to_string(done) + " of " + std::to_string(total) + " episodes");
        });
    session.console.end_progress();
    if (!result) return result;
    for (std::size_t i = 0; i < named->size() && i < result->policies.size(); ++i) {
        if (!(*named)[i].source.empty()) result->policies[i].source = (*named)[i].source;
        result->policies[i].training_seed = (*named)[i].training_seed;
    }
    return result;
}

Expected<ComparisonRun> run_comparison(const ComparisonRequest& request, Session& session) {
    std::vector<training::PolicyResult> foreign_policies;
    for (const std::string& file : request.episode_files) {
        auto foreign = results::read_foreign_policy(file);
        if (!foreign) return Unexpected<Error>(foreign.error());
        foreign_policies.push_back(std::move(*foreign));
    }
    auto evaluation = evaluate_with_progress(request.config, request.models, request.policies, session);
    if (!evaluation) return Unexpected<Error>(evaluation.error());
    for (training::PolicyResult& foreign : foreign_policies)
        evaluation->policies.push_back(std::move(foreign));
    results::ComparisonOptions options;
    options.confidence = request.config.evaluation.confidence;
    options.resamples = request.config.evaluation.bootstrap_resamples;
    auto comparison = results::compare(*evaluation, options);
    if (!comparison) return Unexpected<Error>(comparison.error());
    if (published_applies(request)) {
        auto improvements = published_improvements(request, options, session);
        if (!improvements) return Unexpected<Error>(improvements.error());
        comparison->expected_improvements = std::move(*improvements);
    }
    return ComparisonRun{std::move(*evaluation), std::move(*comparison)};
}

}  // namespace trimtab::app
