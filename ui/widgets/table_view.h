// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace trimtab::ui {

/// A calm table: whole rows, no grid, sorting by the header, Ctrl+C copies the selection (or all) with tabs
/// between, ready for a spreadsheet. GUI thread.
class TableView final : public QTableView {
    Q_OBJECT

  public:
    /// name: what a screen reader calls it.
    explicit TableView(const QString& name, QWidget* parent = nullptr);

    /// Widths by content, at most `longest` pixels a column.
    void fitColumns(int longest = 320);
    /// The selected rows, else all, with the header; tabs between cells, a line a row.
    [[nodiscard]] QString text() const;

  Q_SIGNALS:
    void activatedRow(const QModelIndex& index);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
};

}  // namespace trimtab::ui
