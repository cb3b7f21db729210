// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeline_model.h"

#include <algorithm>

#include "ui/models/control_text.h"
#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

constexpr std::size_t longest = 2000;

}  // namespace

void TimelineModel::add(const TimelineEntry& entry) {
    // Events of Kubernetes come late, and in the order of a list.
    const auto place = std::ranges::find_if(
        entries_, [&entry](const TimelineEntry& other) { return other.utc_s <= entry.utc_s; });
    const int row = static_cast<int>(place - entries_.begin());
    beginInsertRows({}, row, row);
    entries_.insert(place, entry);
    endInsertRows();
    if (entries_.size() > longest) remove(static_cast<int>(entries_.size()) - 1);
}

void TimelineModel::add(const cluster_api::ClusterEvent& event) {
    const auto known = std::ranges::find(entries_, event.uid, &TimelineEntry::uid);
    if (known != entries_.end()) remove(static_cast<int>(known - entries_.begin()));
    TimelineEntry entry;
    entry.utc_s = event.utc_s;
    entry.source = TimelineEntry::Source::kubernetes;
    entry.warning = event.warning;
    entry.object = QString::fromStdString(event.object);
    entry.text = QString::fromStdString(event.reason + ": " + event.text);
    if (event.count > 1) entry.text += tr(" (%1 times)").arg(event.count);
    entry.uid = event.uid;
    add(entry);
}

void TimelineModel::remove(int row) {
    beginRemoveRows({}, row, row);
    entries_.erase(entries_.begin() + row);
    endRemoveRows();
}

void TimelineModel::clear() {
    beginResetModel();
    entries_.clear();
    endResetModel();
}

int TimelineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

int TimelineModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columnTotal; }

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const TimelineEntry& entry = entries_[static_cast<std::size_t>(index.row())];
    if (role == Qt::ForegroundRole && index.column() == textColumn && entry.warning)
        return themeColors().warning;
    if (role == Qt::ToolTipRole) return entry.text;
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case timeColumn:
            return clockText(entry.utc_s);
        case sourceColumn:
            return entry.source == TimelineEntry::Source::kubernetes ? tr("Kubernetes")
                   : entry.source == TimelineEntry::Source::pod      ? tr("Pod")
                                                                     : tr("Session");
        case objectColumn:
            return entry.object;
        default:
            return entry.text;
    }
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case timeColumn:
            return tr("Time");
        case sourceColumn:
            return tr("Source");
        case objectColumn:
            return tr("About");
        default:
            return tr("What happened");
    }
}

}  // namespace trimtab::ui
