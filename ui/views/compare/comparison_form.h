// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/runtime/comparison_jobs.h"

class QCheckBox;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace trimtab::ui {

class CommandLineBox;
class InlineMessage;

/// What to compare: models, baselines, patterns and the number of episodes; tells the command line that does
/// the same. Starts nothing itself. GUI thread.
class ComparisonForm final : public QWidget {
    Q_OBJECT

  public:
    explicit ComparisonForm(QWidget* parent = nullptr);

    void setResultsDir(const QString& resultsDir);
    /// Replaces the models: training folders or .pt files.
    void setModels(const QStringList& models);
    void addModel(const QString& model);
    [[nodiscard]] QStringList models() const;
    [[nodiscard]] runtime::EvaluationRequest request() const;
    /// What becomes of the comparison that was started here.
    [[nodiscard]] InlineMessage& message() { return *message_; }

  Q_SIGNALS:
    void compareRequested(const trimtab::runtime::EvaluationRequest& request);
    void evaluateRequested(const trimtab::runtime::EvaluationRequest& request);

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    QWidget* buildModels();
    QWidget* buildPolicies();
    QWidget* buildOptions();
    void refresh();
    [[nodiscard]] static QStringList checkedItems(const QListWidget& list);

    QString resultsDir_ = QStringLiteral("rl");
    QListWidget* models_ = nullptr;
    QListWidget* policies_ = nullptr;
    QListWidget* patterns_ = nullptr;
    QSpinBox* runs_ = nullptr;
    QCheckBox* published_ = nullptr;
    CommandLineBox* commandLine_ = nullptr;
    QPushButton* compare_ = nullptr;
    QPushButton* evaluate_ = nullptr;
    QPushButton* remove_ = nullptr;
    InlineMessage* message_ = nullptr;
};

}  // namespace trimtab::ui
