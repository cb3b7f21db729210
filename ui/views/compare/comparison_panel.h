// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "core/results/comparison_session.h"
#include "core/results/report_document.h"
#include "core/runtime/background_task.h"

class QComboBox;
class QLabel;
class QStackedWidget;
class QTabWidget;

namespace trimtab::ui {

class EmptyState;
class InlineMessage;
class ReportPage;

/// The result of a comparison or evaluation folder: verdicts, radar, paired differences, numbers by pattern,
/// expected improvements, equal cost, ceiling, methods. Everything comes from the report of the same folder,
/// so the numbers are those of `trimtab compare`. Read in a thread. GUI thread.
class ComparisonPanel final : public QWidget {
    Q_OBJECT

  public:
    explicit ComparisonPanel(QWidget* parent = nullptr);

    /// Reads and shows a folder; a folder that cannot be read leaves what is shown and says why.
    void openFolder(const QString& folder);
    [[nodiscard]] QString folder() const { return folder_; }
    /// Null before the first folder was read.
    [[nodiscard]] const results::ComparisonRun* run() const { return run_.get(); }

  Q_SIGNALS:
    void opened(const QString& folder);
    void exportRequested(const QString& folder);
    void newComparisonRequested();
    void dataTableRequested(const trimtab::results::FigureSpec& figure);

  private:
    struct Reading;
    [[nodiscard]] static Expected<Reading> read(const QString& folder);
    void present(Reading reading);
    void addPage(const QString& title, const QString& objectName, std::vector<results::ReportBlock> blocks);
    void showDifferences();

    QString folder_;
    std::shared_ptr<const results::ComparisonRun> run_;
    InlineMessage* message_;
    QStackedWidget* stack_;
    EmptyState* empty_;
    QLabel* title_;
    QTabWidget* tabs_;
    QComboBox* metric_;
    ReportPage* differences_ = nullptr;
    runtime::BackgroundTask reader_;
};

}  // namespace trimtab::ui
