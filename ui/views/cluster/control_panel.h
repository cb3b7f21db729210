// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "ui/models/cluster_session.h"

class QComboBox;
class QGroupBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace trimtab::ui {

class InlineMessage;

/// What a person can do in a session: answer, set replicas by hand, pause and go on, take it all back. Says
/// where the session stands, and why control is paused or refused. GUI thread.
class ControlPanel final : public QWidget {
    Q_OBJECT

  public:
    /// The session must outlive the panel.
    explicit ControlPanel(ClusterSession& session, QWidget* parent = nullptr);

    void pauseOrGoOn();

    /// A mode that was asked for: until it holds or is refused, notices say what it waits for.
    void expectMode(config::ControlMode wanted);

  Q_SIGNALS:
    /// A change waits for an answer.
    void asked();
    /// Control is held up: in a word, and why; both empty where it is not any more.
    void heldUp(const QString& word, const QString& reason);

  private:
    QPushButton* button(const char* name, const QString& text, const QString& icon);
    QWidget* buildConfirm();
    QWidget* buildAnswers();
    QWidget* buildManual();
    void answer(bool accepted);
    void refresh();
    void refreshState();
    void refreshConfirm();
    void refreshMessage();
    void noteWaiting(const cluster_api::ControlNotice& notice);

    ClusterSession& session_;
    QLabel* state_;
    InlineMessage* message_;
    QGroupBox* confirm_ = nullptr;
    QLabel* question_ = nullptr;
    QWidget* answers_ = nullptr;
    QGroupBox* manual_ = nullptr;
    QSpinBox* gpu_ = nullptr;
    QSpinBox* cpu_ = nullptr;
    QComboBox* placement_ = nullptr;
    QPushButton* pause_;
    QPushButton* restore_;
    bool touched_ = false;  ///< a person has set the spin boxes and not applied them
    QString shownTrouble_;
    QString waiting_;
    std::optional<config::ControlMode> wanted_;
    std::int64_t asked_ = 0;
};

}  // namespace trimtab::ui
