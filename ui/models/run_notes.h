// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include "core/runtime/background_task.h"

namespace trimtab::ui {

/// What a person says about one run.
struct RunNote {
    QStringList tags;
    QString text;
    [[nodiscard]] bool empty() const { return tags.isEmpty() && text.isEmpty(); }
    friend bool operator==(const RunNote&, const RunNote&) = default;
};

/// Tags and notes of the runs of one results folder, kept in `run_notes.json` beside the run folders, never
/// inside of one: a run's files are hashed. Written in a thread, shortly after a change. GUI thread.
class RunNotes final : public QObject {
    Q_OBJECT

  public:
    explicit RunNotes(QObject* parent = nullptr);
    ~RunNotes() override;

    /// Begins to read the notes of a folder; loaded() follows. What is not yet written goes out first.
    void setFolder(const QString& resultsDir);
    /// Of a run by its folder's name; empty where nothing was noted.
    [[nodiscard]] RunNote note(const QString& run) const { return notes_.value(run); }
    void setNote(const QString& run, const RunNote& note);
    [[nodiscard]] QStringList allTags() const;  ///< sorted
    [[nodiscard]] static QString fileName() { return QStringLiteral("run_notes.json"); }

  Q_SIGNALS:
    void loaded();
    void changed(const QString& run);
    /// Reading or writing went wrong; `reason` is for a person.
    void failed(const QString& reason);

  private:
    void write();

    QString folder_;
    QHash<QString, RunNote> notes_;
    bool unwritten_ = false;
    QTimer writeSoon_;
    runtime::BackgroundTask reader_;
    runtime::BackgroundTask writer_;
};

/// "fast, seed study" as tags: trimmed, without empty ones and repetitions.
[[nodiscard]] QStringList tagsOf(const QString& text);

}  // namespace trimtab::ui
