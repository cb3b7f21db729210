// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <deque>

#include "core/cluster_api/live/event_watch.h"

namespace trimtab::ui {

/// One thing that happened.
struct TimelineEntry {
    enum class Source { session, pod, kubernetes };

    double utc_s = 0;
    Source source = Source::session;
    bool warning = false;
    QString object;  ///< whom it is about: "Pod inference-gpu-5d8f"
    QString text;
    std::string uid;  ///< of an event of Kubernetes, which may happen again; else empty
};

/// What happened on the cluster and in the session, newest first: pods, events of Kubernetes, changes of
/// mode, writes. At most 2,000 entries. GUI thread.
class TimelineModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { timeColumn, sourceColumn, objectColumn, textColumn, columnTotal };

    using QAbstractTableModel::QAbstractTableModel;

    void add(const TimelineEntry& entry);
    /// Replaces the entry of the same uid, so that an event that repeats is one line with its count.
    void add(const cluster_api::ClusterEvent& event);
    void clear();
    [[nodiscard]] const TimelineEntry& entry(int row) const {
        return entries_[static_cast<std::size_t>(row)];
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    void remove(int row);

    std::deque<TimelineEntry> entries_;
};

}  // namespace trimtab::ui
