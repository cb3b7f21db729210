// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "core/results/checkpoint_contents.h"
#include "core/runtime/background_task.h"
#include "ui/models/report_table_model.h"

class QFormLayout;
class QLabel;
class QStackedWidget;

namespace trimtab::ui {

class EmptyState;
class InlineMessage;
class TableView;

/// A `.pt` file that was dropped or opened: its tensors and where it comes from, and what can be done with
/// it. A file that cannot be read leaves what is shown and says why. Read in a thread. GUI thread.
class CheckpointPanel final : public QWidget {
    Q_OBJECT

  public:
    explicit CheckpointPanel(QWidget* parent = nullptr);

    void openFile(const QString& file);
    /// Null before the first file was read.
    [[nodiscard]] const results::CheckpointContents* contents() const { return contents_.get(); }
    [[nodiscard]] InlineMessage& message() { return *message_; }

  Q_SIGNALS:
    void opened(const QString& file);
    void refused(const QString& file);
    void evaluateRequested(const QString& file);
    void compareRequested(const QString& file);
    void watchRequested(const QString& file);
    void configRequested(const QString& text, const QString& title);

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void show(results::CheckpointContents contents);
    void chooseFile();

    std::shared_ptr<const results::CheckpointContents> contents_;
    InlineMessage* message_;
    QStackedWidget* stack_;
    EmptyState* empty_;
    QLabel* title_;
    QFormLayout* facts_;
    QWidget* factsBox_;
    TableView* tensors_;
    ReportTableModel tensorModel_;
    runtime::BackgroundTask reader_;
};

}  // namespace trimtab::ui
