// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cluster/mode_switch.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/models/control_text.h"
#include "ui/settings/theme.h"

namespace trimtab::ui {

ModeSwitch::ModeSwitch(QWidget* parent)
    : QFrame(parent),
      word_(new QLabel(this)),
      restore_(new QPushButton(themedIcon(QStringLiteral("stop")), tr("Restore"), this)) {
    setObjectName(QStringLiteral("modeSwitch"));
    setAccessibleName(tr("Control mode"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing, spacing / 2, spacing, spacing / 2);
    row->setSpacing(spacing / 2);
    row->addWidget(word_);
    for (std::size_t i = 0; i < buttons_.size(); ++i) {
        const auto each = static_cast<config::ControlMode>(i);
        auto* button = new QPushButton(modeText(each), this);
        button->setObjectName(QStringLiteral("mode%1").arg(i));
        button->setToolTip(modeMeaning(each));
        button->setCheckable(true);
        connect(button, &QPushButton::clicked, this, [this, each] {
            restyle();  // stays on the old one until the session says so
            if (compact_)
                Q_EMIT othersRequested();
            else
                Q_EMIT modeWanted(each);
        });
        row->addWidget(button);
        buttons_[i] = button;
    }
    restore_->setObjectName(QStringLiteral("restoreNow"));
    restore_->setToolTip(tr("Stop and restore: puts the original replicas back and ends the session (F12)"));
    row->addWidget(restore_);
    connect(restore_, &QPushButton::clicked, this, &ModeSwitch::restoreWanted);
    restyle();
}

void ModeSwitch::setMode(config::ControlMode mode) {
    if (mode == mode_) return;
    mode_ = mode;
    restyle();
}

void ModeSwitch::setActive(bool active) {
    if (active == active_) return;
    active_ = active;
    restyle();
}

void ModeSwitch::setCompact(bool compact) {
    if (compact == compact_) return;
    compact_ = compact;
    restyle();
}

void ModeSwitch::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !styling_) restyle();
}

void ModeSwitch::restyle() {
    styling_ = true;
    const ThemeColors& colors = themeColors();
    const std::array<QColor, 4> grounds = {colors.raised, colors.accent, colors.warning, colors.danger};
    const auto index = static_cast<std::size_t>(mode_);
    const bool loud = active_ && index > 0;
    const QColor ground = loud ? grounds[index] : colors.raised;
    const QColor ink =
        loud ? (ground.lightnessF() > 0.55 ? QColor(Qt::black) : QColor(Qt::white)) : colors.text;
    setStyleSheet(
        QStringLiteral("#modeSwitch{background:%1;border-radius:4px;} #modeSwitch>QLabel{color:%2;}")
            .arg(ground.name(), ink.name()));
    restore_->setVisible(active_);
    word_->setText(active_ ? tr("Mode") : tr("Mode (no session)"));
    for (std::size_t i = 0; i < buttons_.size(); ++i) {
        buttons_[i]->setChecked(i == index);
        QFont font = buttons_[i]->font();
        font.setBold(i == index);
        buttons_[i]->setFont(font);
        buttons_[i]->setVisible(!compact_ || i == index);
    }
    styling_ = false;
}

}  // namespace trimtab::ui
