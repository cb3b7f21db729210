// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "core/config/config.h"
#include "core/runtime/background_task.h"
#include "core/training/evaluation_result.h"
#include "ui/models/report_table_model.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSlider;
class QSpinBox;
class QStackedWidget;

namespace trimtab::ui {

class EmptyState;
class FigureCanvas;
class InlineMessage;
class ProbabilityBars;
class TableView;

/// One whole episode of a policy, step by step: its timeline and, of the chosen step, what it saw, what it
/// did, with which probabilities and value, and what came of it. Played in a thread. GUI thread.
class WatchPanel final : public QWidget {
    Q_OBJECT

  public:
    explicit WatchPanel(QWidget* parent = nullptr);

    /// Plays an episode of this checkpoint.
    void watch(const QString& checkpoint);
    [[nodiscard]] const training::EpisodeResult* episode() const { return episode_ ? &*episode_ : nullptr; }
    void setStep(int step);

  Q_SIGNALS:
    void played();

  private:
    struct Played;
    QWidget* buildControls();
    QWidget* buildStep();
    void play();
    void showStep(int step);
    void drawTimeline(int step);

    std::optional<training::EpisodeResult> episode_;
    config::Config config_;
    QString title_;
    QComboBox* policy_ = nullptr;
    QComboBox* pattern_ = nullptr;
    QSpinBox* seed_ = nullptr;
    QPushButton* play_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    EmptyState* empty_ = nullptr;
    FigureCanvas* timeline_ = nullptr;
    QSlider* step_ = nullptr;
    QLabel* stepText_ = nullptr;
    ProbabilityBars* bars_ = nullptr;
    TableView* facts_ = nullptr;
    ReportTableModel factsModel_;
    InlineMessage* message_;
    runtime::BackgroundTask player_;
};

}  // namespace trimtab::ui
