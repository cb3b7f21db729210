// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/models/cluster_session.h"

class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace trimtab::ui {

class InlineMessage;
class QueryBox;

/// What the doctor found and when, step by step, and for a step that fails the cause and the remedy, to copy;
/// a report of it all to save; below, a query to try. GUI thread.
class DoctorPanel final : public QWidget {
    Q_OBJECT

  public:
    /// The session must outlive the panel.
    explicit DoctorPanel(ClusterSession& session, QWidget* parent = nullptr);

    [[nodiscard]] QueryBox& queries() { return *query_; }

    [[nodiscard]] InlineMessage& message() { return *message_; }

  Q_SIGNALS:
    void examineWanted();
    void saveWanted();

  private:
    void refresh();
    void add(const cluster_api::DoctorFinding& finding);
    void showSaved(const Expected<QString>& file);
    [[nodiscard]] QString remedy() const;

    ClusterSession& session_;
    QStackedWidget* stack_;
    QTreeWidget* tree_;
    QPushButton* again_;
    QPushButton* copy_;
    QPushButton* save_;
    InlineMessage* message_;
    QueryBox* query_;
    std::size_t shown_ = 0;
    bool failed_ = false;  ///< a failure is shown
};

}  // namespace trimtab::ui
