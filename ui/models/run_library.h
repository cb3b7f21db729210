// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>
#include <vector>

#include "core/results/run_library.h"
#include "core/runtime/background_task.h"

namespace trimtab::ui {

/// The runs of the results folder, read in a thread and read again when the folder changes, and every few
/// seconds while one of them runs. GUI thread.
class RunLibrary final : public QObject {
    Q_OBJECT

  public:
    explicit RunLibrary(QObject* parent = nullptr);

    void setFolder(const QString& resultsDir);
    [[nodiscard]] QString folder() const { return folder_; }
    /// Newest first.
    [[nodiscard]] const std::vector<results::LibraryRun>& runs() const { return runs_; }
    [[nodiscard]] bool scanned() const { return scanned_; }  ///< false before the first scan has ended
    void scanSoon();

  Q_SIGNALS:
    void scannedAgain();

  private:
    void scan();
    void watch();

    QString folder_;
    std::vector<results::LibraryRun> runs_;
    bool scanned_ = false;
    QFileSystemWatcher watcher_;
    QTimer soon_;
    QTimer regularly_;
    runtime::BackgroundTask scanner_;
};

}  // namespace trimtab::ui
