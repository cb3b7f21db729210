// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/views/play/play_session.h"

class QButtonGroup;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace trimtab::ui {

class InlineMessage;

/// Where a person chooses an episode and plays it: replica changes, placement, step, undo, restart. By mouse
/// or by keys: up and down change GPU, right and left CPU, 1 to 3 placement, Space steps, Backspace undoes.
/// GUI thread.
class MovePanel final : public QWidget {
    Q_OBJECT

  public:
    explicit MovePanel(PlaySession& session, QWidget* parent = nullptr);

    [[nodiscard]] PlaySetup setup() const;
    void setCheckpoint(const QString& file);
    /// The action that the buttons stand for.
    [[nodiscard]] environment::Action action() const;
    void setAction(const environment::Action& action);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    QWidget* buildSetup();
    QWidget* buildMoves();
    QButtonGroup* head(int index, const QString& name, QGridLayout& grid);
    void refresh();
    bool playKey(QKeyEvent* event);
    void shift(QButtonGroup& group, int by);

    PlaySession& session_;
    QComboBox* profile_ = nullptr;
    QComboBox* pattern_ = nullptr;
    QSpinBox* seed_ = nullptr;
    QLineEdit* checkpoint_ = nullptr;
    QPushButton* start_ = nullptr;
    QButtonGroup* gpu_ = nullptr;
    QButtonGroup* cpu_ = nullptr;
    QButtonGroup* placement_ = nullptr;
    QLabel* state_ = nullptr;
    QLabel* result_ = nullptr;
    QPushButton* step_ = nullptr;
    QPushButton* undo_ = nullptr;
    QPushButton* restart_ = nullptr;
    QWidget* moves_ = nullptr;
    InlineMessage* message_ = nullptr;
};

}  // namespace trimtab::ui
