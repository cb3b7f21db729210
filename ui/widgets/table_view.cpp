// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <algorithm>

namespace trimtab::ui {

TableView::TableView(const QString& name, QWidget* parent) : QTableView(parent) {
    setAccessibleName(name);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    // As much room as the headers of the style sheet have.
    setStyleSheet(QStringLiteral("QTableView::item{padding:0 5px}"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setAccessibleName(name);
    connect(this, &QTableView::doubleClicked, this, &TableView::activatedRow);
}

void TableView::fitColumns(int longest) {
    if (model() == nullptr) return;
    resizeColumnsToContents();
    for (int c = 0; c < model()->columnCount(); ++c) setColumnWidth(c, std::min(columnWidth(c) + 8, longest));
}

QString TableView::text() const {
    if (model() == nullptr) return {};
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows()) rows.append(index.row());
    if (rows.isEmpty())
        for (int r = 0; r < model()->rowCount(); ++r) rows.append(r);
    std::ranges::sort(rows);
    QStringList lines;
    const auto line = [&](auto cell) {
        QStringList cells;
        for (int c = 0; c < model()->columnCount(); ++c) cells.append(cell(c));
        lines.append(cells.join(u'\t'));
    };
    line([&](int c) { return model()->headerData(c, Qt::Horizontal).toString(); });
    for (const int row : rows) line([&](int c) { return model()->index(row, c).data().toString(); });
    return lines.join(u'\n') + u'\n';
}

void TableView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(text());
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid() &&
        state() != QAbstractItemView::EditingState) {
        Q_EMIT activatedRow(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

}  // namespace trimtab::ui
