// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/report_table_model.h"

#include <QFont>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "core/results/figure_axis.h"
#include "ui/settings/theme.h"
#include "ui/text/core_text.h"

namespace trimtab::ui {
namespace {

std::optional<double> leadingNumber(const std::string& text) {
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

std::optional<QColor> toneOf(const std::string& text) {
    const ThemeColors& colors = themeColors();
    if (text == "better" || text == "best" || text == "met" || text == "finished") return colors.good;
    if (text == "worse" || text == "not met" || text == "failed") return colors.danger;
    if (text == "no difference" || text == "not judged" || text == "none" || text == "pending" ||
        text == "no difference to the best")
        return colors.mutedText;
    return std::nullopt;
}

bool before(const std::string& a, const std::string& b) {
    const auto x = leadingNumber(a), y = leadingNumber(b);
    if (x && y) return *x < *y;
    if (x.has_value() != y.has_value()) return y.has_value();
    return a < b;
}

}  // namespace

ReportTableModel::ReportTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void ReportTableModel::setTable(results::ReportTable table) {
    beginResetModel();
    table_ = std::move(table);
    endResetModel();
}

int ReportTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.rows.size());
}

int ReportTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.header.size());
}

const results::ReportCell* ReportTableModel::cell(const QModelIndex& index) const {
    if (!index.isValid()) return nullptr;
    const auto& row = table_.rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    return column < row.size() ? &row[column] : nullptr;
}

QVariant ReportTableModel::data(const QModelIndex& index, int role) const {
    const results::ReportCell* found = cell(index);
    if (found == nullptr) return {};
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return coreText(found->text);
        case Qt::FontRole:
            return index.column() > 0 || found->best ? QVariant(numberFont(0, found->best)) : QVariant();
        case Qt::ForegroundRole: {
            const auto tone = toneOf(found->text);
            return tone ? QVariant(*tone) : QVariant();
        }
        default:
            return {};
    }
}

QVariant ReportTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columnCount()) return {};
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    return coreText(table_.header[static_cast<std::size_t>(section)]);
}

void ReportTableModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= columnCount()) return;
    const auto c = static_cast<std::size_t>(column);
    beginResetModel();
    std::ranges::stable_sort(table_.rows, [&](const auto& a, const auto& b) {
        const std::string x = c < a.size() ? a[c].text : std::string();
        const std::string y = c < b.size() ? b[c].text : std::string();
        return order == Qt::AscendingOrder ? before(x, y) : before(y, x);
    });
    endResetModel();
}

results::ReportTable figureDataTable(const results::FigureSpec& figure) {
    results::ReportTable table;
    table.caption = figure.caption;
    table.header = {"Panel", "Series", "x", "y", "Low", "High"};
    const auto number = [](const std::vector<double>& values, std::size_t i) {
        return i < values.size() && std::isfinite(values[i]) ? results::format_number(values[i], 6)
                                                             : std::string();
    };
    for (const results::FigurePanel& panel : figure.panels)
        for (const results::FigureSeries& series : panel.series)
            for (std::size_t i = 0; i < series.y.size(); ++i) {
                const std::size_t place =
                    series.x.empty() ? i : static_cast<std::size_t>(std::max(0.0, series.x[i]));
                const std::string x =
                    place < panel.x.categories.size() ? panel.x.categories[place] : number(series.x, i);
                table.rows.push_back({panel.title.empty() ? panel.y.text() : panel.title, series.name, x,
                                      number(series.y, i), number(series.low, i), number(series.high, i)});
            }
    return table;
}

}  // namespace trimtab::ui
