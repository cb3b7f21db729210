// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pod_list_model.h"

#include <algorithm>
#include <utility>

#include "ui/models/control_text.h"
#include "ui/settings/theme.h"
#include "ui/text/number_text.h"

namespace trimtab::ui {

void PodListModel::setPods(std::vector<cluster_api::PodView> pods) {
    std::ranges::sort(pods, {}, [](const auto& pod) { return std::pair(pod.pool, pod.name); });
    const auto before = static_cast<int>(pods_.size());
    const auto after = static_cast<int>(pods.size());
    const int both = std::min(before, after);
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        pods_.resize(pods.size());
        endRemoveRows();
    }
    std::copy_n(pods.begin(), both, pods_.begin());
    if (both > 0) Q_EMIT dataChanged(index(0, 0), index(both - 1, columnTotal - 1));
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        pods_ = std::move(pods);
        endInsertRows();
    }
}

int PodListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(pods_.size());
}

int PodListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columnTotal; }

QVariant PodListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const cluster_api::PodView& pod = pods_[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && (index.column() == ageColumn || index.column() == restartsColumn))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole && index.column() == phaseColumn && !pod.reason.empty())
        return themeColors().warning;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    switch (index.column()) {
        case nameColumn:
            return QString::fromStdString(pod.name);
        case poolColumn:
            return poolText(pod.pool);
        case phaseColumn:
            return pod.reason.empty()
                       ? podPhaseText(pod.phase)
                       : podPhaseText(pod.phase) + QStringLiteral(": ") + QString::fromStdString(pod.reason);
        case ageColumn:
            return durationText(pod.age_s);
        case restartsColumn:
            return pod.restarts;
        default:
            return QString::fromStdString(pod.node);
    }
}

QVariant PodListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case nameColumn:
            return tr("Pod");
        case poolColumn:
            return tr("Pool");
        case phaseColumn:
            return tr("State");
        case ageColumn:
            return tr("Age");
        case restartsColumn:
            return tr("Restarts");
        default:
            return tr("Node");
    }
}

}  // namespace trimtab::ui
