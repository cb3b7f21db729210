// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cluster/mode_switch.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/models/control_text.h"
#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

/// `share` of one colour over another.
QColor blended(const QColor& over, const QColor& under, double share) {
    const auto mixed = [share](int a, int b) { return static_cast<int>(share * a + (1 - share) * b); };
    return {mixed(over.red(), under.red()), mixed(over.green(), under.green()),
            mixed(over.blue(), under.blue())};
}

}  // namespace

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
        QFont bold = button->font();
        bold.setBold(true);
        button->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(modeText(each)) + 3 * spacing);
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
    // So that the window does not move when a session brings the way back.
    setMinimumHeight(restore_->sizeHint().height() + 2 * spacing);
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

void ModeSwitch::setNote(const QString& word, const QString& reason) {
    word_->setToolTip(reason);
    word_->setAccessibleDescription(reason);
    if (word == note_) return;
    note_ = word;
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
    // What holds is filled, what could be chosen is outlined; without a session the choice only has an edge.
    setStyleSheet(
        QStringLiteral("#modeSwitch{background:%1;border-radius:4px;} #modeSwitch>QLabel{color:%2;}"
                       "#modeSwitch>QPushButton{background:transparent;color:%2;border:1px solid %3;"
                       "border-radius:3px;padding:3px 10px;}"
                       "#modeSwitch>QPushButton:hover{background:%6;}"
                       "#modeSwitch>QPushButton:focus{border:2px solid %2;padding:2px 9px;}"
                       "#modeSwitch>QPushButton:checked{background:%4;color:%5;border:2px solid %2;"
                       "padding:2px 9px;font-weight:bold;}")
            .arg(ground.name(), ink.name(), blended(ink, ground, 0.35).name(),
                 (active_ ? ink : ground).name(), (active_ ? ground : ink).name(),
                 blended(ink, ground, 0.12).name()));
    restore_->setVisible(active_);
    word_->setText(!active_          ? tr("Mode (no session)")
                   : note_.isEmpty() ? tr("Mode")
                                     : tr("Mode: %1").arg(note_));
    for (std::size_t i = 0; i < buttons_.size(); ++i) {
        buttons_[i]->setChecked(i == index);
        buttons_[i]->setVisible(!compact_ || i == index);
    }
    styling_ = false;
}

}  // namespace trimtab::ui
