// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/training_session.h"
#include "core/runtime/job.h"

namespace trimtab::runtime {

/// How training_progress.png is drawn; called from the job's thread.
using DrawTrainingProgress =
    std::function<Expected<void>(const results::TrainingProgress&, const std::filesystem::path& png)>;

/// Trains or continues a run (results::run_training); every row also goes to the display. The result is a
/// results::TrainingRunResult; a stop leaves last.pt, from which `resume` continues. Its progress names the
/// run folder as soon as there is one. `draw` may be empty.
[[nodiscard]] Job train_job(results::TrainingRequest request, DrawTrainingProgress draw);

/// What that run would take. The result is a results::TrainingEstimate. Background.
[[nodiscard]] Job estimate_job(config::Config config);

/// A short piece of work (reading a run, drawing a figure): `work` runs at once beside the others and gives
/// an Expected<T>; the result is that T.
template <class T>
[[nodiscard]] Job background_job(std::string kind, std::string title,
                                 std::function<Expected<T>(StopToken)> work) {
    return {std::move(kind),
            std::move(title),
            {},
            JobLane::background,
            [work = std::move(work)](JobContext& context) -> JobResult {
                auto result = work(context.stop());
                if (!result) return Unexpected<Error>(result.error());
                return std::any(std::move(*result));
            }};
}

}  // namespace trimtab::runtime
