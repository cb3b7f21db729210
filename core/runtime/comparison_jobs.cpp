// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/comparison_jobs.h"

#include <chrono>
#include <utility>

#include "core/base/shell_words.h"
#include "core/config/config_reader.h"
#include "core/results/evaluation_folder.h"
#include "core/results/run_names.h"

namespace trimtab::runtime {
namespace {

using Clock = std::chrono::steady_clock;

std::string title_of(const std::string& verb, const EvaluationRequest& request) {
    if (request.models.empty())
        return verb + " " + (request.policies.empty() ? "the baselines" : request.policies.front());
    const auto first = results::without_trailing_slash(request.models.front());
    const std::string name = (first.extension() == ".pt" && first.has_parent_path()
                                  ? first.parent_path().filename() / first.filename()
                                  : first.filename())
                                 .string();
    if (request.models.size() == 1) return verb + " " + name;
    return verb + " " + name + " and " + std::to_string(request.models.size() - 1) + " more";
}

Expected<config::Config> configuration_of(const EvaluationRequest& request) {
    if (!request.config_file.empty() || request.models.empty())
        return config::load_config({request.config_file, request.overrides});
    return results::model_configuration(request.models.front(), request.overrides);
}

/// A calibration may take a minute before the first episode, so its policy is named.
results::EvaluationHooks hooks_of(JobContext& context) {
    results::EvaluationHooks hooks;
    hooks.notes.making = [&context](const std::string& name) {
        JobProgress progress;
        progress.text = "preparing " + name;
        context.report(progress);
    };
    hooks.progress = [&context, begun = Clock::now(), reported = Clock::time_point()](int done,
                                                                                      int total) mutable {
        const auto now = Clock::now();
        if (done <= 1) begun = now;
        if (done < total && now - reported < std::chrono::milliseconds(100)) return;
        reported = now;
        JobProgress progress;
        progress.fraction = static_cast<double>(done) / total;
        const double elapsed_s = std::chrono::duration<double>(now - begun).count();
        if (done > 1) progress.eta_s = elapsed_s * (total - done) / done;
        progress.text = "episode " + std::to_string(done) + " of " + std::to_string(total);
        context.report(progress);
    };
    return hooks;
}

void report_text(JobContext& context, const std::string& text) {
    JobProgress progress;
    progress.text = text;
    context.report(progress);
}

}  // namespace

std::string evaluation_command_line(const std::string& command, const EvaluationRequest& request) {
    std::vector<std::string> words = {"trimtab", command};
    const auto add = [&](const char* option, const std::string& value) {
        words.emplace_back(option);
        words.push_back(value);
    };
    for (const std::string& model : request.models) add("--model", model);
    for (const std::string& policy : request.policies) add("--policy", policy);
    if (!request.config_file.empty()) add("--config", request.config_file);
    for (const std::string& override_ : request.overrides) add("--set", override_);
    add("--results-dir", request.results_dir);
    return shell_line(words);
}

Job compare_job(EvaluationRequest request, DrawComparison draw) {
    Job job{"compare",
            title_of("Compare", request),
            evaluation_command_line("compare", request),
            JobLane::compute,
            {}};
    job.run = [request = std::move(request), draw = std::move(draw),
               command_line = job.command_line](JobContext& context) -> JobResult {
        report_text(context, "reading the models");
        auto config = configuration_of(request);
        if (!config) return Unexpected<Error>(config.error());
        results::ComparisonRequest comparison{std::move(*config), request.models, request.policies, {}};
        if (comparison.policies.empty()) comparison.policies = comparison.config.evaluation.policies;
        const auto run = results::run_comparison(comparison, context.stop(), hooks_of(context));
        if (!run) return Unexpected<Error>(run.error());
        auto folder = results::write_comparison(request.results_dir, comparison.config, run->evaluation,
                                                run->comparison, command_line);
        if (!folder) return Unexpected<Error>(folder.error());
        report_text(context, "drawing the figures");
        if (draw)
            if (auto drawn = draw(*run, comparison.config, *folder); !drawn)
                return Unexpected<Error>(drawn.error());
        return std::any(std::move(*folder));
    };
    return job;
}

Job evaluate_job(EvaluationRequest request, DrawEvaluation draw) {
    Job job{"evaluate",
            title_of("Evaluate", request),
            evaluation_command_line("evaluate", request),
            JobLane::compute,
            {}};
    job.run = [request = std::move(request), draw = std::move(draw),
               command_line = job.command_line](JobContext& context) -> JobResult {
        report_text(context, "reading the models");
        const auto config = configuration_of(request);
        if (!config) return Unexpected<Error>(config.error());
        const auto evaluation = results::evaluate_policies(*config, request.models, request.policies,
                                                           context.stop(), hooks_of(context));
        if (!evaluation) return Unexpected<Error>(evaluation.error());
        auto folder = results::write_evaluation(request.results_dir, *config, *evaluation, command_line);
        if (!folder) return Unexpected<Error>(folder.error());
        report_text(context, "drawing the figures");
        if (draw)
            if (auto drawn = draw(*evaluation, *config, *folder); !drawn)
                return Unexpected<Error>(drawn.error());
        return std::any(std::move(*folder));
    };
    return job;
}

}  // namespace trimtab::runtime
