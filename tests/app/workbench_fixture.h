// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <QThread>
#include <QtTest>
#include <memory>

#include "app/workbench_assembly.h"

namespace trimtab::tests {

/// The whole workbench with settings and results in a folder that goes with it.
struct WorkbenchFixture {
    QTemporaryDir dir;
    std::unique_ptr<app::WorkbenchAssembly> assembly;

    explicit WorkbenchFixture(std::vector<std::string> open = {}) { start(std::move(open)); }

    void start(std::vector<std::string> open = {}) {
        assembly.reset();
        app::WorkbenchOptions options;
        options.open = std::move(open);
        options.settings_file = settingsFile().toStdString();
        options.results_dir = dir.filePath("rl").toStdString();
        assembly = std::make_unique<app::WorkbenchAssembly>(options);
        assembly->start();
        // Shortcuts act in an active window only.
        static_cast<void>(QTest::qWaitForWindowActive(&assembly->window()));
    }

    [[nodiscard]] QString settingsFile() const { return dir.filePath("settings.ini"); }
    [[nodiscard]] ui::MainWindow& window() const { return assembly->window(); }
    [[nodiscard]] ui::Workbench workbench() const { return assembly->workbench(); }

    /// The named control, of whatever window it is in.
    template <class T>
    [[nodiscard]] T* find(const QString& objectName) const {
        return window().findChild<T*>(objectName);
    }
};

/// A fake agent's training: rows and progress until it is stopped.
inline runtime::Job endless_job(const std::string& title = "Endless") {
    return {"train", title, "trimtab train", runtime::JobLane::compute,
            [](runtime::JobContext& context) -> runtime::JobResult {
                std::int64_t step = 0;
                while (context.stop().wait_while_paused()) {
                    telemetry::Row row;
                    row.step = ++step;
                    context.accept(row);
                    runtime::JobProgress progress;
                    progress.fraction = 0.4;
                    progress.eta_s = 75;
                    context.report(progress);
                    QThread::msleep(2);
                }
                return std::any(step);
            }};
}

}  // namespace trimtab::tests
