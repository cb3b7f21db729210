// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/command_model.h"

#include <algorithm>
#include <utility>

namespace trimtab::ui {

int matchScore(const QString& typed, const QString& title) {
    int score = 0;
    qsizetype from = 0;
    qsizetype previous = -2;
    for (const QChar letter : typed) {
        if (letter.isSpace()) continue;
        const qsizetype at = title.indexOf(letter, from, Qt::CaseInsensitive);
        if (at < 0) return -1;
        const bool starts = at == 0 || !title[at - 1].isLetterOrNumber();
        score += at == previous + 1 ? 5 : starts ? 4 : 1;
        previous = at;
        from = at + 1;
    }
    // Of two equal fits the shorter title is meant.
    return 100 * score - static_cast<int>(std::min<qsizetype>(title.size(), 99));
}

void CommandModel::setEntries(std::vector<PaletteEntry> entries) {
    beginResetModel();
    entries_ = std::move(entries);
    sortFitting();
    endResetModel();
}

void CommandModel::setTyped(const QString& typed) {
    beginResetModel();
    typed_ = typed.trimmed();
    sortFitting();
    endResetModel();
}

void CommandModel::sortFitting() {
    std::vector<std::pair<int, std::size_t>> scored;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const int score = typed_.isEmpty() ? 0 : matchScore(typed_, entries_[i].title);
        if (typed_.isEmpty() || score >= 0) scored.emplace_back(-score, i);
    }
    std::ranges::sort(scored);
    fitting_.clear();
    for (const auto& [score, i] : scored) fitting_.push_back(i);
}

void CommandModel::run(int row) const {
    if (row < 0 || row >= rowCount()) return;
    // The entry may replace the list while it runs.
    const auto run = entries_[fitting_[static_cast<std::size_t>(row)]].run;
    if (run) run();
}

int CommandModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(fitting_.size());
}

QVariant CommandModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const PaletteEntry& entry = entries_[fitting_[static_cast<std::size_t>(index.row())]];
    switch (role) {
        case Qt::DisplayRole:
            return entry.title;
        case detailRole:
            return entry.detail;
        case shortcutRole:
            return entry.shortcut;
        case Qt::ToolTipRole:
            return entry.detail;
        case Qt::AccessibleTextRole:
            return QString(entry.title + QLatin1Char(' ') + entry.shortcut);
        default:
            return {};
    }
}

}  // namespace trimtab::ui
