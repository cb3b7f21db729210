// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_loader.h"

#include "core/results/run_folder.h"

namespace trimtab::ui {
namespace {

constexpr std::size_t rows_between_looks = 4096;

}  // namespace

Expected<LoadedRun> load_run(const std::filesystem::path& folder, StopToken stop) {
    auto info = results::open_run(folder);
    if (!info) return Unexpected<Error>(info.error());
    if (info->kind != "training")
        return fail(ErrorCode::unsupported,
                    "is no training but " +
                        (info->kind.empty() ? std::string("something else") : info->kind) +
                        "; open it in Compare",
                    folder.string());
    auto metrics = results::read_metrics(folder);
    if (!metrics) return Unexpected<Error>(metrics.error());
    LoadedRun run;
    run.folder = info->folder;
    run.name = info->folder.filename().string();
    run.state = info->state;
    run.problems = std::move(info->problems);
    run.problems.insert(run.problems.end(), metrics->problems.begin(), metrics->problems.end());
    run.series = std::make_shared<LiveSeries>();
    for (std::size_t i = 0; i < metrics->rows.size(); ++i) {
        if (i % rows_between_looks == 0 && stop.stop_requested())
            return fail(ErrorCode::cancelled, "reading was stopped", folder.string());
        run.series->accept(metrics->rows[i]);
    }
    return run;
}

}  // namespace trimtab::ui
