// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QIcon>

namespace trimtab::ui {

/// A large button: icon, a title of a few words and one or two lines of what will happen. GUI thread.
class ActionCard final : public QAbstractButton {
    Q_OBJECT

  public:
    /// icon: a name of resources/icons. primary: drawn in the accent colour; one of a screen at most.
    ActionCard(const QString& icon, const QString& title, const QString& text, bool primary,
               QWidget* parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    /// Every word of the text has room; three lines at least, so that neighbours are alike.
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    QString iconName_;
    QString detail_;
    bool primary_;
};

}  // namespace trimtab::ui
