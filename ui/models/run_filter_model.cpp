// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_filter_model.h"

#include <algorithm>

#include "ui/models/run_list_model.h"

namespace trimtab::ui {

RunFilterModel::RunFilterModel(QObject* parent) : QSortFilterProxyModel(parent) {
    setDynamicSortFilter(true);
}

void RunFilterModel::setWords(const QString& text) {
    words_ = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void RunFilterModel::setKind(const QString& kind) {
    kind_ = kind;
    invalidateFilter();
}

bool RunFilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!kind_.isEmpty() && index.data(RunListModel::kindRole).toString() != kind_) return false;
    const QString text = index.data(RunListModel::searchRole).toString();
    return std::ranges::all_of(words_,
                               [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool RunFilterModel::lessThan(const QModelIndex& a, const QModelIndex& b) const {
    const QVariant left = a.data(RunListModel::sortRole), right = b.data(RunListModel::sortRole);
    if (left.typeId() == QMetaType::Double && right.typeId() == QMetaType::Double)
        return left.toDouble() < right.toDouble();
    return QString::localeAwareCompare(left.toString(), right.toString()) < 0;
}

}  // namespace trimtab::ui
