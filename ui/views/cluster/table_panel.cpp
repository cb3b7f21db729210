// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cluster/table_panel.h"

#include <QAbstractItemModel>
#include <QHeaderView>

#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_view.h"

namespace trimtab::ui {

TablePanel::TablePanel(QAbstractItemModel& model, const QString& title, const QString& objectName,
                       const QString& icon, const QString& cause, QWidget* parent)
    : QStackedWidget(parent),
      model_(model),
      table_(new TableView(title, this)),
      empty_(new EmptyState(icon, cause, this)) {
    table_->setObjectName(objectName + QStringLiteral("Table"));
    table_->setModel(&model);
    table_->horizontalHeader()->setStretchLastSection(true);
    addWidget(empty_);
    addWidget(table_);
    connect(&model, &QAbstractItemModel::modelReset, this, &TablePanel::refresh);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &TablePanel::refresh);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &TablePanel::refresh);
    refresh();
}

void TablePanel::refresh() {
    const int rows = model_.rowCount();
    setCurrentWidget(rows > 0 ? static_cast<QWidget*>(table_) : empty_);
    // Once more when there is more to go by; later the widths belong to the person.
    if ((fitted_ == 0 && rows > 0) || (fitted_ > 0 && fitted_ < 5 && rows >= 5)) {
        table_->fitColumns(220);
        fitted_ = rows;
    }
    if (rows == 0) fitted_ = 0;
}

}  // namespace trimtab::ui
