// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>
#include <functional>

#include "core/base/error.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace trimtab::ui {

enum class MessageTone { info, good, warning, error };

/// A message at the place it is about, instead of a dialog: what happened, what to do, and one button that
/// does it, beside the text or, where that leaves it little room, below. Hidden until something is shown.
/// Good news goes by itself after a while, unless the pointer or the focus is on it; all else stays until it
/// is closed or replaced. GUI thread.
class InlineMessage final : public QFrame {
    Q_OBJECT

  public:
    explicit InlineMessage(QWidget* parent = nullptr);

    /// Replaces what is shown; the action of an earlier message goes.
    void showMessage(MessageTone tone, const QString& title, const QString& text);
    /// Title and advice come from ui/text/error_text.
    void showError(const Error& error);
    /// One button for the next step; the message closes when it is used.
    void setAction(const QString& text, std::function<void()> run);
    void restyle();
    [[nodiscard]] QString text() const;  ///< title and text, for tests and screen readers
    /// How long good news stays; 30 s unless set.
    void setGoodNewsTime(int time_ms) { leaving_.setInterval(time_ms); }

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    /// Places the button, and asks for the height that the text needs at this width.
    void arrange();

    QGridLayout* grid_;
    QLabel* icon_;
    QLabel* label_;
    QPushButton* action_;
    QToolButton* close_;
    std::function<void()> run_;
    QTimer leaving_;
    bool below_ = false;  ///< where the button is
    MessageTone tone_ = MessageTone::info;
    QString title_, body_;
};

}  // namespace trimtab::ui
