// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/command_line_box.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

#include "ui/settings/theme.h"

namespace trimtab::ui {

CommandLineBox::CommandLineBox(QWidget* parent)
    : QWidget(parent), line_(new QLineEdit(this)), copy_(new QToolButton(this)) {
    line_->setReadOnly(true);
    line_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    line_->setObjectName(QStringLiteral("commandLine"));
    line_->setAccessibleName(tr("Command line that does the same"));
    line_->setToolTip(tr("Does the same in a terminal"));
    copy_->setText(tr("Copy"));
    copy_->setObjectName(QStringLiteral("copyCommandLine"));
    copy_->setAccessibleName(tr("Copy the command line"));
    copy_->setToolTip(copy_->accessibleName());
    connect(copy_, &QToolButton::clicked, this, &CommandLineBox::copy);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing / 2);
    row->addWidget(line_, 1);
    row->addWidget(copy_);
}

void CommandLineBox::setCommandLine(const QString& text) {
    line_->setText(text);
    line_->setCursorPosition(0);
    copy_->setEnabled(!text.isEmpty());
}

QString CommandLineBox::commandLine() const { return line_->text(); }

void CommandLineBox::copy() { QGuiApplication::clipboard()->setText(line_->text()); }

void CommandLineBox::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    // The fixed font does not follow the application's size by itself.
    if (event->type() == QEvent::ApplicationFontChange)
        line_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
}

}  // namespace trimtab::ui
