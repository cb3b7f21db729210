// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/models/message_log.h"
#include "ui/models/open_requests.h"

class QComboBox;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace trimtab::ui {

/// The messages of the window: by level and text, to copy; a double click or Enter leads to the place that a
/// message is about. GUI thread.
class LogPanel final : public QWidget {
    Q_OBJECT

  public:
    LogPanel(MessageLog& log, OpenRequests& requests, QWidget* parent = nullptr);

    /// What is selected, or everything that is shown, one line a message.
    [[nodiscard]] QString shownText() const;

  private:
    void openAt(const QModelIndex& shown);

    MessageLog& log_;
    OpenRequests& requests_;
    QSortFilterProxyModel* shown_;
    QTableView* table_;
    QComboBox* level_;
    QLineEdit* filter_;
};

}  // namespace trimtab::ui
