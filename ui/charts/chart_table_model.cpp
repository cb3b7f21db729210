// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_table_model.h"

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace trimtab::ui {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

struct Value {
    telemetry::SeriesPoint at;
    std::size_t curve = 0;
    double value = none;
};

auto position(const telemetry::SeriesPoint& point) {
    return std::tie(point.step, point.episode, point.wall_s);
}

QString quoted(const QString& text) {
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) &&
        !text.contains(QLatin1Char('\n')))
        return text;
    return QLatin1Char('"') + QString(text).replace(QLatin1Char('"'), QStringLiteral("\"\"")) +
           QLatin1Char('"');
}

}  // namespace

ChartTableModel::ChartTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void ChartTableModel::read(const std::vector<ChartCurve>& curves, const QString& wallTitle) {
    beginResetModel();
    wallTitle_ = wallTitle;
    lines_.clear();
    names_.clear();
    pointsPerRow_ = 1;
    std::vector<Value> values;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        names_.push_back(curves[i].style.name);
        for (const telemetry::SeriesBucket& bucket : curves[i].store->snapshot(curves[i].key)) {
            const bool lowFirst = bucket.low.step <= bucket.high.step;
            values.push_back({lowFirst ? bucket.low : bucket.high, i, bucket.mean()});
            pointsPerRow_ = std::max(pointsPerRow_, bucket.points);
        }
    }
    std::stable_sort(values.begin(), values.end(),
                     [](const Value& a, const Value& b) { return position(a.at) < position(b.at); });
    for (const Value& value : values) {
        // Two values of one curve at one position are two rows.
        const bool same = !lines_.empty() && position(lines_.back().at) == position(value.at) &&
                          std::isnan(lines_.back().values[value.curve]);
        if (!same) lines_.push_back({value.at, std::vector<double>(curves.size(), none)});
        lines_.back().values[value.curve] = value.value;
    }
    endResetModel();
}

double ChartTableModel::cell(const Line& line, int column) const {
    if (column == 0) return static_cast<double>(line.at.step);
    if (column == 1) return static_cast<double>(line.at.episode);
    if (column == 2) return line.at.wall_s;
    return line.values[static_cast<std::size_t>(column - firstCurve)];
}

QString ChartTableModel::csv() const {
    QStringList rows;
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column)
        cells << quoted(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    rows << cells.join(QLatin1Char(','));
    for (const Line& line : lines_) {
        cells.clear();
        for (int column = 0; column < columnCount(); ++column) {
            const double value = cell(line, column);
            cells << (std::isnan(value) ? QString() : QString::number(value, 'g', 15));
        }
        rows << cells.join(QLatin1Char(','));
    }
    return rows.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

int ChartTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : firstCurve + static_cast<int>(names_.size());
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const double value = cell(lines_[static_cast<std::size_t>(index.row())], index.column());
    switch (role) {
        case Qt::DisplayRole:
            if (std::isnan(value)) return {};
            return index.column() < 2 ? QLocale().toString(value, 'f', 0) : QLocale().toString(value, 'g', 6);
        case numberRole:
            return value;
        case Qt::TextAlignmentRole:
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        default:
            return {};
    }
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    if (section == 0) return tr("step");
    if (section == 1) return tr("episode");
    if (section == 2) return wallTitle_.isEmpty() ? tr("wall time (s)") : wallTitle_;
    return names_[static_cast<std::size_t>(section - firstCurve)];
}

}  // namespace trimtab::ui
