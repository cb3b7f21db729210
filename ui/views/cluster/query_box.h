// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGroupBox>

#include "core/base/expected.h"
#include "core/config/config.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace trimtab::ui {

/// Tries one of the configured queries, or another text for it, and shows what it gives before it is used.
/// GUI thread.
class QueryBox final : public QGroupBox {
    Q_OBJECT

  public:
    explicit QueryBox(QWidget* parent = nullptr);

    /// The texts that are configured now; what a person has typed stays.
    void setQueries(const config::QueryTexts& queries);
    void showAnswer(const Expected<std::string>& answer);

  Q_SIGNALS:
    void tryWanted(const QString& promql);
    /// The text shall be the query of that name ("latency_p95") from now on; it has been tried.
    void useWanted(const QString& name, const QString& promql);

  private:
    [[nodiscard]] std::size_t chosen() const;
    void choose();
    void tryText();

    config::QueryTexts queries_;
    QComboBox* name_;
    QLineEdit* text_;
    QPushButton* try_;
    QPushButton* use_;
    QLabel* answer_;
    QString tried_;
};

}  // namespace trimtab::ui
