// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/cluster_api/live/control_view.h"

namespace trimtab::ui {

/// The pods of the two Deployments. Rows are changed in place, so that a selection survives. GUI thread.
class PodListModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { nameColumn, poolColumn, phaseColumn, ageColumn, restartsColumn, nodeColumn, columnTotal };

    using QAbstractTableModel::QAbstractTableModel;

    void setPods(std::vector<cluster_api::PodView> pods);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    std::vector<cluster_api::PodView> pods_;
};

}  // namespace trimtab::ui
