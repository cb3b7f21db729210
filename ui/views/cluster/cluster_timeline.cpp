// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cluster/cluster_timeline.h"

#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/settings/theme.h"
#include "ui/views/cluster/pod_timeline.h"
#include "ui/views/cluster/table_panel.h"

namespace trimtab::ui {

ClusterTimeline::ClusterTimeline(ClusterSession& session, QWidget* parent)
    : QWidget(parent), session_(session), bars_(new PodTimeline(session, this)), note_(new QLabel(this)) {
    note_->setObjectName(QStringLiteral("eventsNote"));
    note_->setAccessibleName(tr("Events of Kubernetes"));
    note_->setWordWrap(true);
    note_->setContentsMargins(spacing, spacing / 2, spacing, 0);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->setObjectName(QStringLiteral("timelineSplit"));
    split->setChildrenCollapsible(false);
    split->addWidget(bars_);
    split->addWidget(new TablePanel(session.timeline(), tr("Timeline"), QStringLiteral("timeline"),
                                    QStringLiteral("timeline"), tr("Nothing has happened yet."), split));
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(note_);
    column->addWidget(split, 1);
    connect(&session_, &ClusterSession::viewChanged, bars_, &PodTimeline::follow);
    connect(&session_, &ClusterSession::eventsNoteChanged, this, &ClusterTimeline::refresh);
    refresh();
}

void ClusterTimeline::refresh() {
    note_->setText(session_.eventsNote());
    note_->setVisible(!session_.eventsNote().isEmpty());
}

}  // namespace trimtab::ui
