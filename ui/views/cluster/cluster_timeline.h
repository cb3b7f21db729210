// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/models/cluster_session.h"

class QLabel;

namespace trimtab::ui {

class PodTimeline;

/// What happened to the pods and in the session: bars over time and the same as a table. GUI thread.
class ClusterTimeline final : public QWidget {
    Q_OBJECT

  public:
    /// The session must outlive the panel.
    explicit ClusterTimeline(ClusterSession& session, QWidget* parent = nullptr);

  private:
    void refresh();

    ClusterSession& session_;
    PodTimeline* bars_;
    QLabel* note_;
};

}  // namespace trimtab::ui
