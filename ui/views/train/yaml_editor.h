// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <map>

#include "ui/models/experiment_document.h"

namespace trimtab::ui {

/// The configuration as text: line numbers, mistakes marked in the margin with what is wrong as tool tip,
/// comments and keys coloured. Shows the document and changes it; undo is the document's. GUI thread.
class YamlEditor final : public QPlainTextEdit {
    Q_OBJECT

  public:
    explicit YamlEditor(ExperimentDocument& document, QWidget* parent = nullptr);

    /// Puts the cursor at the beginning of a line, counted from 1.
    void showLine(int line);
    /// What is wrong with a line; empty: nothing.
    [[nodiscard]] QString issueAt(int line) const;

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void takeText();
    void takeIssues();
    void paintMargin();
    void placeMargin();
    [[nodiscard]] int marginWidth() const;
    [[nodiscard]] int lineAt(int y) const;

    ExperimentDocument& document_;
    QWidget* margin_;
    std::map<int, QString> issues_;
    bool taking_ = false;  ///< the change comes from the document
};

}  // namespace trimtab::ui
