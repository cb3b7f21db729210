// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <deque>

#include "core/cluster_api/live/control_view.h"

namespace trimtab::ui {

/// The decisions of a live session, newest first: what, why, and the shield's word. At most 5,000; all of
/// them are in the session's audit log. GUI thread.
class DecisionLogModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column {
        timeColumn,
        modeColumn,
        whoColumn,
        gpuColumn,
        cpuColumn,
        placementColumn,
        outcomeColumn,
        whyColumn,
        columnTotal
    };

    using QAbstractTableModel::QAbstractTableModel;

    void add(const cluster_api::DecisionEntry& entry);
    void clear();
    [[nodiscard]] const cluster_api::DecisionEntry& entry(int row) const {
        return entries_[static_cast<std::size_t>(row)];
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    std::deque<cluster_api::DecisionEntry> entries_;
};

}  // namespace trimtab::ui
