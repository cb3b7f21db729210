// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/decision_log_model.h"

#include <QStringList>

#include "ui/models/control_text.h"
#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

constexpr std::size_t longest = 5000;

QString whyText(const cluster_api::DecisionEntry& entry) {
    QStringList parts;
    if (!entry.error.empty()) parts << QString::fromStdString(entry.error);
    if (!entry.shield.empty())
        parts << DecisionLogModel::tr("Shield: %1").arg(QString::fromStdString(entry.shield));
    if (!entry.why.empty()) parts << QString::fromStdString(entry.why);
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

void DecisionLogModel::add(const cluster_api::DecisionEntry& entry) {
    beginInsertRows({}, 0, 0);
    entries_.push_front(entry);
    endInsertRows();
    if (entries_.size() <= longest) return;
    const int last = static_cast<int>(entries_.size()) - 1;
    beginRemoveRows({}, last, last);
    entries_.pop_back();
    endRemoveRows();
}

void DecisionLogModel::clear() {
    beginResetModel();
    entries_.clear();
    endResetModel();
}

int DecisionLogModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

int DecisionLogModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columnTotal;
}

QVariant DecisionLogModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const cluster_api::DecisionEntry& entry = entries_[static_cast<std::size_t>(index.row())];
    if (role == Qt::ForegroundRole && index.column() == outcomeColumn) {
        if (entry.outcome == cluster_api::DecisionOutcome::failed) return themeColors().danger;
        if (entry.outcome == cluster_api::DecisionOutcome::held) return themeColors().warning;
        return {};
    }
    if (role == Qt::ToolTipRole) return whyText(entry);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case timeColumn:
            return clockText(entry.utc_s);
        case modeColumn:
            return modeText(entry.mode);
        case whoColumn:
            return QString::fromStdString(entry.who);
        case gpuColumn:
            return changeText(entry.before.replicas_gpu, entry.proposed.replicas_gpu,
                              entry.executed.replicas_gpu);
        case cpuColumn:
            return changeText(entry.before.replicas_cpu, entry.proposed.replicas_cpu,
                              entry.executed.replicas_cpu);
        case placementColumn:
            return placementText(entry.executed.placement);
        case outcomeColumn:
            return outcomeText(entry.outcome);
        default:
            return whyText(entry);
    }
}

QVariant DecisionLogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case timeColumn:
            return tr("Time");
        case modeColumn:
            return tr("Mode");
        case whoColumn:
            return tr("Who");
        case gpuColumn:
            return tr("GPU");
        case cpuColumn:
            return tr("CPU");
        case placementColumn:
            return tr("Placement");
        case outcomeColumn:
            return tr("Outcome");
        default:
            return tr("Why");
    }
}

}  // namespace trimtab::ui
