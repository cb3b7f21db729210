// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "ui/settings/theme.h"

namespace trimtab::ui {

EmptyState::EmptyState(const QString& icon, const QString& cause, QWidget* parent)
    : QWidget(parent),
      iconName_(icon),
      icon_(new QLabel(this)),
      cause_(new QLabel(this)),
      action_(new QPushButton(this)) {
    setObjectName(QStringLiteral("emptyState"));
    icon_->setObjectName(QStringLiteral("emptyStateIcon"));
    icon_->setAlignment(Qt::AlignCenter);
    cause_->setObjectName(QStringLiteral("emptyStateCause"));
    cause_->setAlignment(Qt::AlignCenter);
    cause_->setWordWrap(true);
    cause_->setForegroundRole(QPalette::PlaceholderText);
    action_->setObjectName(QStringLiteral("emptyStateAction"));
    action_->setAccessibleName(tr("What to do"));
    action_->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * spacing, 2 * spacing, 3 * spacing, 2 * spacing);
    column->setSpacing(spacing);
    column->addStretch();
    column->addWidget(icon_);
    column->addWidget(cause_);
    column->addWidget(action_, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(action_, &QPushButton::clicked, this, [this] {
        if (run_) run_();
    });
    setCause(cause);
    restyle();
}

void EmptyState::setCause(const QString& cause) {
    cause_->setText(cause);
    cause_->setAccessibleName(cause);
    setAccessibleName(cause);
}

void EmptyState::setAction(const QString& text, std::function<void()> run) {
    run_ = std::move(run);
    action_->setText(text);
    action_->setAccessibleName(text);
    action_->setVisible(!text.isEmpty());
}

void EmptyState::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
}

void EmptyState::restyle() {
    icon_->setPixmap(themedIcon(iconName_, themeColors().mutedText).pixmap(32, 32));
}

}  // namespace trimtab::ui
