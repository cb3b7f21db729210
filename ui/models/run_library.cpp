// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_library.h"

#include <QFileInfo>
#include <algorithm>

namespace trimtab::ui {
namespace {

constexpr int settle_ms = 300;    // a run folder appears in several writes
constexpr int running_ms = 3000;  // heartbeats are written inside of the folders, which are not watched

/// The folder, or, as long as it is not there, the nearest one above it: what leads to it will appear there.
QString nearestThere(QString folder) {
    for (QString above = QFileInfo(folder).absolutePath(); !QFileInfo::exists(folder) && above != folder;
         above = QFileInfo(folder).absolutePath())
        folder = above;
    return folder;
}

}  // namespace

RunLibrary::RunLibrary(QObject* parent) : QObject(parent) {
    soon_.setSingleShot(true);
    soon_.setInterval(settle_ms);
    connect(&soon_, &QTimer::timeout, this, &RunLibrary::scan);
    regularly_.setInterval(running_ms);
    connect(&regularly_, &QTimer::timeout, this, &RunLibrary::scan);
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, &RunLibrary::scanSoon);
}

void RunLibrary::setFolder(const QString& resultsDir) {
    if (resultsDir == folder_) return;
    if (!watcher_.directories().isEmpty()) watcher_.removePaths(watcher_.directories());
    folder_ = resultsDir;
    runs_.clear();
    scanned_ = false;
    scan();
}

void RunLibrary::scanSoon() { soon_.start(); }

void RunLibrary::watch() {
    // Again where it was made while the one above it began to be watched.
    for (QString there = nearestThere(folder_); !watcher_.directories().contains(there);
         there = nearestThere(folder_)) {
        if (!watcher_.directories().isEmpty()) watcher_.removePaths(watcher_.directories());
        if (!watcher_.addPath(there)) return;
    }
}

void RunLibrary::scan() {
    watch();
    using Runs = std::vector<results::LibraryRun>;
    scanner_.run<Runs>(
        [folder = folder_.toStdString(), known = runs_](StopToken stop) -> Expected<Runs> {
            return results::scan_library(folder, known, stop);
        },
        [this](Expected<Runs> runs) {
            if (!runs) return;
            runs_ = std::move(*runs);
            scanned_ = true;
            const bool running = std::ranges::any_of(
                runs_, [](const auto& run) { return run.state == results::RunState::running; });
            if (running != regularly_.isActive()) running ? regularly_.start() : regularly_.stop();
            Q_EMIT scannedAgain();
        });
}

}  // namespace trimtab::ui
