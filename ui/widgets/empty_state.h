// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>

class QLabel;
class QPushButton;

namespace trimtab::ui {

/// What stands in a panel that has nothing to show: why, and the one thing to do about it. GUI thread.
class EmptyState final : public QWidget {
    Q_OBJECT

  public:
    /// icon: a name of resources/icons. cause: one sentence.
    EmptyState(const QString& icon, const QString& cause, QWidget* parent = nullptr);

    void setCause(const QString& cause);
    /// Shows the button; an empty text hides it.
    void setAction(const QString& text, std::function<void()> run);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void restyle();

    QString iconName_;
    QLabel* icon_;
    QLabel* cause_;
    QPushButton* action_;
    std::function<void()> run_;
};

}  // namespace trimtab::ui
