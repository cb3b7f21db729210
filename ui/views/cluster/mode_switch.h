// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <array>

#include "core/config/cluster_config.h"

class QLabel;
class QPushButton;

namespace trimtab::ui {

/// The control mode, always visible, in a colour that cannot be missed: grey observes, blue shadows, orange
/// asks, red acts; the word stands beside the colour, and during a session the way back. GUI thread.
class ModeSwitch final : public QFrame {
    Q_OBJECT

  public:
    explicit ModeSwitch(QWidget* parent = nullptr);

    /// Shows what the session says; does not ask for anything.
    void setMode(config::ControlMode mode);
    void setActive(bool active);
    /// Only the mode that holds, as in every mode of the window but Cluster; a click then asks for the
    /// others.
    void setCompact(bool compact);
    /// What holds control up, in a word ("Paused"), and why; empty: nothing does.
    void setNote(const QString& word, const QString& reason);
    [[nodiscard]] config::ControlMode mode() const { return mode_; }

  Q_SIGNALS:
    void modeWanted(trimtab::config::ControlMode mode);
    void othersRequested();
    void restoreWanted();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void restyle();

    std::array<QPushButton*, 4> buttons_{};
    QLabel* word_;
    QPushButton* restore_;
    QString note_;
    config::ControlMode mode_ = config::ControlMode::observe;
    bool active_ = false;
    bool compact_ = true;
    bool styling_ = false;
};

}  // namespace trimtab::ui
