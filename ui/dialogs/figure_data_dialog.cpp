// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/figure_data_dialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/settings/theme.h"
#include "ui/widgets/table_view.h"

namespace trimtab::ui {

FigureDataDialog::FigureDataDialog(const results::FigureSpec& figure, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("figureDataDialog"));
    setWindowTitle(tr("Data: %1").arg(QString::fromStdString(figure.title)));
    setAccessibleName(windowTitle());
    resize(720, 480);
    model_.setTable(figureDataTable(figure));
    auto* table = new TableView(windowTitle(), this);
    table->setObjectName(QStringLiteral("figureDataTable"));
    table->setModel(&model_);
    table->fitColumns();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyFigureData"));
    copy->setAccessibleName(tr("Copy the selected rows, else all"));
    connect(copy, &QPushButton::clicked, this,
            [table] { QGuiApplication::clipboard()->setText(table->text()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(spacing);
    column->addWidget(table, 1);
    column->addWidget(buttons);
}

}  // namespace trimtab::ui
