// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/settings/theme.h"

namespace trimtab::ui {

ChartTable::ChartTable(TimeChart& chart, QWidget* parent)
    : QDialog(parent), chart_(&chart), note_(new QLabel(this)) {
    setObjectName(QStringLiteral("chartTable"));
    setAccessibleName(tr("Numbers of %1").arg(chart.title()));
    setWindowTitle(tr("Numbers of %1").arg(chart.title()));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(80 * spacing, 60 * spacing);
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(&model_);
    sorted->setSortRole(ChartTableModel::numberRole);
    auto* table = new QTableView(this);
    table->setObjectName(QStringLiteral("chartTableView"));
    table->setAccessibleName(tr("Numbers of %1").arg(chart.title()));
    table->setModel(sorted);
    table->setSortingEnabled(true);
    table->sortByColumn(0, Qt::AscendingOrder);
    table->setFont(numberFont());
    table->setAlternatingRowColors(true);
    table->verticalHeader()->setDefaultSectionSize(3 * spacing);
    table->verticalHeader()->hide();
    note_->setObjectName(QStringLiteral("chartTableNote"));
    note_->setWordWrap(true);
    auto* copy = new QPushButton(tr("Copy as CSV"), this);
    copy->setObjectName(QStringLiteral("chartTableCopy"));
    copy->setAccessibleName(copy->text());
    auto* again = new QPushButton(tr("Read again"), this);
    again->setObjectName(QStringLiteral("chartTableAgain"));
    again->setAccessibleName(again->text());
    auto* row = new QHBoxLayout;
    row->addWidget(note_, 1);
    row->addWidget(again);
    row->addWidget(copy);
    auto* column = new QVBoxLayout(this);
    column->addWidget(table, 1);
    column->addLayout(row);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(model_.csv()); });
    connect(again, &QPushButton::clicked, this, &ChartTable::readAgain);
    readAgain();
}

void ChartTable::readAgain() {
    if (chart_.isNull()) return;
    model_.read(chart_->curves(), chart_->xAxis() == XAxis::wall ? chart_->xTitle() : QString());
    QString note = model_.rowCount() == 0 ? tr("The chart has no data yet.")
                                          : tr("%Ln row(s).", nullptr, model_.rowCount());
    if (model_.pointsPerRow() > 1)
        note += tr(" A row is the mean of up to %1 points.").arg(QLocale().toString(model_.pointsPerRow()));
    note_->setText(note);
}

}  // namespace trimtab::ui
