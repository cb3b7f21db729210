// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <vector>

#include "core/runtime/background_task.h"
#include "core/runtime/run_service.h"
#include "ui/figures/export_job.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace trimtab::ui {

class CommandLineBox;
class FigurePreview;
class InlineMessage;

/// Figures and reports of run folders as files: which figures, at which journal's size, in which formats,
/// with a preview at print size, the rules that each figure keeps, and the command line that does the same.
/// Reading and drawing happen in threads; writing is a job. GUI thread.
class ExportDialog final : public QDialog {
    Q_OBJECT

  public:
    ExportDialog(const QStringList& runs, runtime::RunService& service, QWidget* parent = nullptr);

    [[nodiscard]] ExportRequest request() const;
    [[nodiscard]] FigurePreview& preview() { return *preview_; }
    [[nodiscard]] InlineMessage& message() { return *message_; }
    void setOutFolder(const QString& folder);

  Q_SIGNALS:
    /// The figures of the runs are listed.
    void listed();
    /// All files are written.
    void exported(const QStringList& files);

  private:
    QWidget* buildFigures();
    QWidget* buildOptions();
    QWidget* buildButtons();
    void list();
    void refresh();
    void showPreview();
    void copyFigure();
    void start();
    void finish(runtime::JobId id);

    std::vector<std::filesystem::path> runs_;
    runtime::RunService& service_;
    std::vector<results::FigureSpec> figures_;
    runtime::JobId job_ = 0;
    QListWidget* names_ = nullptr;
    QComboBox* preset_ = nullptr;
    std::vector<QCheckBox*> formats_;
    QCheckBox* anonymous_ = nullptr;
    QCheckBox* grey_ = nullptr;
    QCheckBox* reports_ = nullptr;
    QCheckBox* bundle_ = nullptr;
    QLineEdit* folder_ = nullptr;
    QPushButton* export_ = nullptr;
    QPushButton* copy_ = nullptr;
    FigurePreview* preview_ = nullptr;
    CommandLineBox* commandLine_ = nullptr;
    InlineMessage* message_ = nullptr;
    runtime::BackgroundTask reader_;
    runtime::BackgroundTask copier_;
};

}  // namespace trimtab::ui
