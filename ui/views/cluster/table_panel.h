// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

class QAbstractItemModel;

namespace trimtab::ui {

class EmptyState;
class TableView;

/// A table, or in its place why there is none. GUI thread.
class TablePanel final : public QStackedWidget {
    Q_OBJECT

  public:
    /// The model must outlive the panel. objectName: of the panel; the table's has "Table" behind it.
    TablePanel(QAbstractItemModel& model, const QString& title, const QString& objectName,
               const QString& icon, const QString& cause, QWidget* parent = nullptr);

    [[nodiscard]] TableView& table() { return *table_; }
    [[nodiscard]] EmptyState& empty() { return *empty_; }

  private:
    void refresh();

    QAbstractItemModel& model_;
    TableView* table_;
    EmptyState* empty_;
    int fitted_ = 0;  ///< rows when the columns got their widths
};

}  // namespace trimtab::ui
