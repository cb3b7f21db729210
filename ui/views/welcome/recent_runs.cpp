// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/welcome/recent_runs.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include "core/results/run_folder.h"
#include "core/results/sweep_reading.h"
#include "core/runtime/jobs.h"
#include "ui/text/number_text.h"

namespace trimtab::ui {
namespace {

struct RecentRunTexts {
    Q_DECLARE_TR_FUNCTIONS(RecentRunTexts)
};

QString stateText(results::RunState state) {
    switch (state) {
        case results::RunState::running:
            return RecentRunTexts::tr("running");
        case results::RunState::finished:
            return RecentRunTexts::tr("finished");
        case results::RunState::stopped:
            return RecentRunTexts::tr("stopped");
        case results::RunState::failed:
            return RecentRunTexts::tr("failed");
        case results::RunState::dead:
            return RecentRunTexts::tr("broken off");
    }
    return {};
}

QString detailOf(const results::RunInfo& run) {
    QStringList parts;
    if (run.manifest) {
        const auto started = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(run.manifest->started));
        parts << QLocale().toString(started, QLocale::ShortFormat);
    }
    parts << stateText(run.state);
    if (run.manifest) {
        const auto& summary = run.manifest->summary;
        if (const auto steps = summary.find("steps"); steps != summary.end())
            parts << RecentRunTexts::tr("%Ln step(s)", nullptr, static_cast<int>(steps->second));
        if (const auto best = summary.find("best_return"); best != summary.end())
            parts << RecentRunTexts::tr("best return %1").arg(numberText(best->second, 2));
    }
    return parts.join(QStringLiteral(" · "));
}

QString detailOf(const results::SweepReading& sweep) {
    return RecentRunTexts::tr("sweep, %1 of %n run(s) finished", nullptr, static_cast<int>(sweep.planned))
        .arg(sweep.finished);
}

}  // namespace

std::vector<RecentList::Entry> recentRunNames(const QStringList& folders) {
    std::vector<RecentList::Entry> entries;
    for (const QString& folder : folders)
        entries.push_back({folder, QFileInfo(folder).fileName(), QDir::toNativeSeparators(folder)});
    return entries;
}

runtime::Job recentRunsJob(const QStringList& folders) {
    return runtime::background_job<std::vector<RecentList::Entry>>(
        "read", "Read the recent runs",
        [folders](StopToken stop) -> Expected<std::vector<RecentList::Entry>> {
            std::vector<RecentList::Entry> entries;
            for (const QString& folder : folders) {
                if (stop.stop_requested()) break;
                if (results::is_sweep_folder(folder.toStdString())) {
                    if (const auto sweep = results::read_sweep(folder.toStdString(), stop))
                        entries.push_back({folder, QFileInfo(folder).fileName(), detailOf(*sweep)});
                    continue;
                }
                const auto run = results::open_run(folder.toStdString());
                if (run) entries.push_back({folder, QFileInfo(folder).fileName(), detailOf(*run)});
            }
            return entries;
        });
}

}  // namespace trimtab::ui
