// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/welcome/demo.h"

#include <QFile>

#include "core/config/config_reader.h"
#include "core/runtime/jobs.h"
#include "ui/figures/training_progress_picture.h"

namespace trimtab::ui {
namespace {

constexpr auto demo_steps = "training.total_steps=400000";
constexpr auto demo_seed = "training.seed=1";

}  // namespace

Expected<runtime::Job> demoJob(const QString& resultsDir) {
    QFile file(QStringLiteral(":/configs/quick.yaml"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::internal, "the demo's configuration is missing");
    auto config = config::parse_config(file.readAll().toStdString(), "quick.yaml", {demo_steps, demo_seed});
    if (!config) return Unexpected<Error>(config.error());
    results::TrainingRequest request;
    request.config = std::move(*config);
    request.results_dir = resultsDir.toStdString();
    request.command_line = std::string("trimtab train --config configs/quick.yaml --seed 1 --set ") +
                           demo_steps + " --results-dir " + request.results_dir.string();
    runtime::Job job = runtime::train_job(std::move(request), draw_training_progress);
    job.title = "60-second demo";
    return job;
}

}  // namespace trimtab::ui
