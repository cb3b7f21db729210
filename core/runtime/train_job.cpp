// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "core/results/run_names.h"
#include "core/runtime/jobs.h"

namespace trimtab::runtime {
namespace {

std::string progress_text(const results::TrainingStatus& status) {
    std::array<char, 160> text{};
    const int written = std::snprintf(text.data(), text.size(), "%lld steps, %lld episodes, %.0f steps/s",
                                      static_cast<long long>(status.steps),
                                      static_cast<long long>(status.episodes), status.steps_per_s);
    return {text.data(), static_cast<std::size_t>(std::max(written, 0))};
}

std::string title_of(const results::TrainingRequest& request) {
    if (!request.resume.empty())
        return "Continue " + results::without_trailing_slash(request.resume).filename().string();
    return "Train " + request.config.environment.profile + ", seed " +
           std::to_string(request.config.training.seed);
}

}  // namespace

Job train_job(results::TrainingRequest request, DrawTrainingProgress draw) {
    Job job{"train", title_of(request), request.command_line, JobLane::compute, {}};
    job.run = [request = std::move(request), draw = std::move(draw)](JobContext& context) -> JobResult {
        JobProgress progress;
        progress.text = "measuring the baselines";
        context.report(progress);
        results::TrainingHooks hooks;
        hooks.display = &context;
        hooks.draw_progress = draw;
        hooks.began = [&](const std::filesystem::path& folder) {
            progress.folder = folder;
            context.report(progress);
        };
        hooks.progress = [&](const results::TrainingStatus& status) {
            progress.fraction = status.fraction;
            progress.eta_s = status.eta_s;
            progress.text = progress_text(status);
            context.report(progress);
        };
        auto run = results::run_training(request, context.stop(), hooks);
        if (!run) return Unexpected<Error>(run.error());
        return std::any(std::move(*run));
    };
    return job;
}

Job estimate_job(config::Config config) {
    return background_job<results::TrainingEstimate>(
        "estimate", "Estimate the training",
        [config = std::move(config)](StopToken stop) { return results::estimate_training(config, stop); });
}

}  // namespace trimtab::runtime
