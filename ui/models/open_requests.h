// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include "core/runtime/job.h"
#include "ui/models/message_log.h"

namespace trimtab::ui {

/// How the modes ask for one another without knowing one another: whoever wants something shown emits a
/// signal, the mode that shows such things is connected and brings itself to the front with
/// modeRequested(its id). GUI thread.
class OpenRequests final : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    /// What a dropped or named path is, by its name and, where that does not tell, its first bytes.
    [[nodiscard]] static LogPlace placeOf(const QString& path);
    /// Asks for what the path is; false, with a message, where it is nothing that can be opened.
    bool openPath(const QString& path);
    /// Asks for the place; nothing happens for Kind::none.
    void openPlace(const LogPlace& place);

  Q_SIGNALS:
    void modeRequested(const QString& modeId);  ///< "welcome", "train", "compare", "cluster", "play"
    /// A run folder: training, evaluation, comparison, or a sweep with all of its own.
    void runRequested(const QString& folder);
    /// Several run folders next to each other.
    void comparisonRequested(const QStringList& folders);
    void checkpointRequested(const QString& file);
    /// One episode of a checkpoint step by step, in Play.
    void watchRequested(const QString& checkpoint);
    /// Into the experiment editor, at a line where it is not 0.
    void configRequested(const QString& file, int line);
    /// The same from text that no file has (recovery, a run's configuration).
    void configTextRequested(const QString& text, const QString& title);
    /// A sweep file: its plan, and what is done of it.
    void sweepRequested(const QString& file);
    /// A training folder, in the charts of Train.
    void chartsRequested(const QString& folder);
    /// As the load of the experiment.
    void traceRequested(const QString& file);
    /// The live views of a job.
    void jobRequested(trimtab::runtime::JobId job);
    /// The export dialog for a run or comparison folder.
    void exportRequested(const QString& folder);
    void helpRequested(const QString& page);
    /// openPath() found nothing to open; `reason` is for a person.
    void refused(const QString& path, const QString& reason);
};

}  // namespace trimtab::ui
