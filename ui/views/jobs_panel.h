// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/models/jobs_model.h"
#include "ui/views/workbench.h"

class QStackedLayout;
class QTableView;
class QToolButton;

namespace trimtab::ui {

/// The runs of this session: pause, stop or remove one, see it, copy its command line. GUI thread.
class JobsPanel final : public QWidget {
    Q_OBJECT

  public:
    explicit JobsPanel(const Workbench& workbench, QWidget* parent = nullptr);

  private:
    [[nodiscard]] const runtime::JobStatus* selected() const;
    void refreshButtons();

    Workbench workbench_;
    JobsModel model_;
    QTableView* table_;
    QStackedLayout* stack_;
    QToolButton* pause_;
    QToolButton* stop_;
    QToolButton* copy_;
    QToolButton* show_;
};

}  // namespace trimtab::ui
