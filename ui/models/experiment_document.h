// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>
#include <map>
#include <vector>

#include "core/base/expected.h"
#include "core/config/config_reader.h"

namespace trimtab::ui {

/// One key as the form shows it.
struct ConfigFieldState {
    QString typed;         ///< as it stands in the text; where it does not, the value that holds
    QString defaultValue;  ///< what holds while the text does not have the key
    bool inText = false;
    bool differs = false;  ///< the value is not the default
    QString issue;         ///< what is wrong with it; empty: nothing
    int line = 0;          ///< in the text, counted from 1; 0: not there
};

/// The configuration that is being edited. The text is the only truth; the form is a view of it, and a change
/// of a field is a change of one line of the text, so the two cannot disagree. Every change can be undone.
/// GUI thread.
class ExperimentDocument final : public QObject {
    Q_OBJECT

  public:
    explicit ExperimentDocument(QObject* parent = nullptr);
    ~ExperimentDocument() override;

    [[nodiscard]] const QString& text() const { return text_; }
    /// As typed: changes that follow each other within a second are one step of undo.
    void setText(const QString& text);
    /// Sets one key to what a person typed, allowed or not. Fails, and changes nothing, where the text cannot
    /// be read.
    [[nodiscard]] Expected<void> setValue(const QString& path, const QString& typed);
    /// Takes the key out of the text, so that its default holds.
    [[nodiscard]] Expected<void> resetValue(const QString& path);

    /// Replaces everything and forgets the undo history. `file` may be empty: a text that has no file yet.
    void start(const QString& text, const QString& file, const QString& title);
    [[nodiscard]] Expected<void> load(const QString& file);
    /// Writes atomically; `file` becomes the document's.
    [[nodiscard]] Expected<void> save(const QString& file);

    [[nodiscard]] const QString& file() const { return file_; }
    [[nodiscard]] QString title() const { return title_; }
    [[nodiscard]] bool modified() const { return !undo_.isClean(); }
    [[nodiscard]] QUndoStack& undoStack() { return undo_; }

    [[nodiscard]] ConfigFieldState field(const std::string& path) const;
    [[nodiscard]] const std::vector<config::ConfigIssue>& issues() const { return parsed_.issues; }
    [[nodiscard]] bool valid() const { return parsed_.issues.empty(); }
    /// Whether the text is YAML at all: only then can fields change it.
    [[nodiscard]] bool readable() const { return readable_; }
    /// Valid where valid(); else the keys that are right, over the defaults.
    [[nodiscard]] const config::Config& config() const { return parsed_.config; }
    /// config() as a run takes it: a trace beside the file is found.
    [[nodiscard]] config::Config runConfig() const;
    /// What was last loaded or saved, where that was valid; else the defaults of the profile.
    [[nodiscard]] config::Config savedConfig() const;
    /// Keys whose value is not the default of the profile.
    [[nodiscard]] int differences() const;

  Q_SIGNALS:
    void changed();       ///< text, and with it fields and issues
    void titleChanged();  ///< file, title or modified()

  private:
    class TextCommand;
    void apply(const QString& text);
    void push(const QString& text, bool typing);

    QString text_;
    QString file_;
    QString title_;
    QString savedText_;
    QUndoStack undo_;
    config::ParsedConfig parsed_;
    config::Config defaults_;
    struct Entry {
        QString typed;
        int line = 0;
    };
    std::map<std::string, Entry> entries_;
    bool readable_ = true;
};

}  // namespace trimtab::ui
