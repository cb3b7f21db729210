// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace trimtab::ui {

/// The command line that does what a panel or dialog does, to copy. GUI thread.
class CommandLineBox final : public QWidget {
    Q_OBJECT

  public:
    explicit CommandLineBox(QWidget* parent = nullptr);

    void setCommandLine(const QString& text);
    [[nodiscard]] QString commandLine() const;
    void copy();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    QLineEdit* line_;
    QToolButton* copy_;
};

}  // namespace trimtab::ui
