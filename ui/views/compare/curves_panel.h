// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <map>
#include <memory>
#include <vector>

#include "core/results/figure_training.h"
#include "core/results/run_library.h"
#include "core/runtime/background_task.h"

class QCheckBox;
class QComboBox;
class QSlider;
class QStackedWidget;

namespace trimtab::ui {

class EmptyState;
class FigureCanvas;

/// The curves of the selected trainings over one another: mean and band over seeds of one experiment, or each
/// run by itself. Files are read and figures made in a thread. GUI thread.
class CurvesPanel final : public QWidget {
    Q_OBJECT

  public:
    explicit CurvesPanel(QWidget* parent = nullptr);

    void setRuns(const std::vector<results::LibraryRun>& runs);
    [[nodiscard]] FigureCanvas& canvas() { return *canvas_; }

  Q_SIGNALS:
    void dataTableRequested();
    void exportRequested(const QStringList& folders);

  private:
    using Rows = std::shared_ptr<const results::TrainingRows>;
    void draw();

    std::vector<results::LibraryRun> runs_;
    std::map<std::filesystem::path, Rows> read_;  ///< of runs that have ended
    QComboBox* subject_;
    QCheckBox* separate_;
    QSlider* smoothing_;
    QStackedWidget* stack_;
    FigureCanvas* canvas_;
    EmptyState* empty_;
    runtime::BackgroundTask reader_;
};

}  // namespace trimtab::ui
