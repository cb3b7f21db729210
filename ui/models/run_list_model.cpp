// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_list_model.h"

#include <QColor>
#include <QDateTime>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "ui/models/run_notes.h"
#include "ui/settings/theme.h"
#include "ui/text/number_text.h"

namespace trimtab::ui {
namespace {

QString seedsText(const std::vector<std::uint64_t>& seeds) {
    QStringList words;
    for (std::size_t i = 0; i < seeds.size() && i < 4; ++i) words.append(QString::number(seeds[i]));
    if (seeds.size() > 4) words.append(QStringLiteral("…"));
    return words.join(QStringLiteral(", "));
}

QColor stateColor(results::RunState state) {
    const ThemeColors& colors = themeColors();
    switch (state) {
        case results::RunState::running:
            return colors.accent;
        case results::RunState::finished:
            return colors.good;
        case results::RunState::stopped:
            return colors.warning;
        case results::RunState::failed:
        case results::RunState::dead:
            return colors.danger;
    }
    return colors.text;
}

/// All that a row shows: whether it has to be painted again.
bool same(const results::LibraryRun& a, const results::LibraryRun& b) {
    return a.state == b.state && a.steps == b.steps && a.ended == b.ended && a.problems == b.problems &&
           (a.best_return == b.best_return || (std::isnan(a.best_return) && std::isnan(b.best_return))) &&
           a.manifest_written == b.manifest_written;
}

}  // namespace

QString runStateText(results::RunState state) {
    switch (state) {
        case results::RunState::running:
            return RunListModel::tr("running");
        case results::RunState::finished:
            return RunListModel::tr("finished");
        case results::RunState::stopped:
            return RunListModel::tr("stopped");
        case results::RunState::failed:
            return RunListModel::tr("failed");
        case results::RunState::dead:
            return RunListModel::tr("dead");
    }
    return {};
}

QString runName(const results::LibraryRun& run) {
    return QString::fromStdString(run.folder.filename().string());
}

RunListModel::RunListModel(RunNotes& notes, QObject* parent) : QAbstractTableModel(parent), notes_(notes) {
    const auto repaint = [this] {
        if (!runs_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
    };
    connect(&notes, &RunNotes::loaded, this, repaint);
    connect(&notes, &RunNotes::changed, this, repaint);
}

void RunListModel::setRuns(const std::vector<results::LibraryRun>& runs) {
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto& folder = run(row).folder;
        if (std::ranges::any_of(runs, [&](const auto& r) { return r.folder == folder; })) continue;
        beginRemoveRows({}, row, row);
        runs_.erase(runs_.begin() + row);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const int row = static_cast<int>(i);
        if (i < runs_.size() && runs_[i].folder == runs[i].folder) {
            const bool changed = !same(runs_[i], runs[i]);
            runs_[i] = runs[i];
            if (changed) Q_EMIT dataChanged(index(row, 0), index(row, columnTotal - 1));
            continue;
        }
        // Runs are ordered by their names, so what stands elsewhere is new: nothing ever moves.
        beginInsertRows({}, row, row);
        runs_.insert(runs_.begin() + row, runs[i]);
        endInsertRows();
    }
}

int RunListModel::rowOf(const QString& folder) const {
    const auto path = std::filesystem::path(folder.toStdString());
    const auto found = std::ranges::find_if(runs_, [&](const auto& run) { return run.folder == path; });
    return found == runs_.end() ? -1 : static_cast<int>(found - runs_.begin());
}

int RunListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}

int RunListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columnTotal; }

QString RunListModel::text(const results::LibraryRun& run, int column) const {
    switch (column) {
        case nameColumn:
            return runName(run);
        case stateColumn:
            return runStateText(run.state);
        case profileColumn:
            return QString::fromStdString(run.profile);
        case seedColumn:
            return seedsText(run.seeds);
        case returnColumn:
            return std::isfinite(run.best_return) ? numberText(run.best_return, 2) : QString();
        case stepsColumn:
            return std::isfinite(run.steps) ? numberText(run.steps, 0) : QString();
        case startedColumn:
            return run.started > 0
                       ? QLocale().toString(QDateTime::fromSecsSinceEpoch(static_cast<qint64>(run.started)),
                                            QStringLiteral("yyyy-MM-dd HH:mm"))
                       : QString();
        case tagsColumn:
            return notes_.note(runName(run)).tags.join(QStringLiteral(", "));
        default:
            return {};
    }
}

QVariant RunListModel::sortValue(const results::LibraryRun& run, int column) const {
    const auto number = [](double value) { return std::isfinite(value) ? value : -1e300; };
    switch (column) {
        case seedColumn:
            return run.seeds.empty() ? -1.0 : static_cast<double>(run.seeds.front());
        case returnColumn:
            return number(run.best_return);
        case stepsColumn:
            return number(run.steps);
        case startedColumn:
            return run.started;
        default:
            return text(run, column);
    }
}

QString RunListModel::toolTip(const results::LibraryRun& run) const {
    QStringList lines{QString::fromStdString(run.folder.string())};
    if (!run.config_hash.empty())
        lines.append(tr("Configuration %1").arg(QString::fromStdString(run.config_hash.substr(0, 12))));
    for (const std::string& problem : run.problems) lines.append(QString::fromStdString(problem));
    if (const QString note = notes_.note(runName(run)).text; !note.isEmpty()) lines.append(note);
    return lines.join(u'\n');
}

QVariant RunListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const results::LibraryRun& run = this->run(index.row());
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return text(run, column);
        case Qt::ToolTipRole:
            return toolTip(run);
        case Qt::ForegroundRole:
            return column == stateColumn ? QVariant(stateColor(run.state)) : QVariant();
        case Qt::TextAlignmentRole:
            return column == seedColumn || column == returnColumn || column == stepsColumn
                       ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                       : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
        case sortRole:
            return sortValue(run, column);
        case folderRole:
            return QString::fromStdString(run.folder.string());
        case kindRole:
            return QString::fromStdString(run.kind);
        case stateRole:
            return static_cast<int>(run.state);
        case searchRole: {
            QStringList words;
            for (int c = 0; c < columnTotal; ++c) words.append(text(run, c));
            words.append(notes_.note(runName(run)).text);
            return words.join(u'\n');
        }
        default:
            return {};
    }
}

QVariant RunListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case nameColumn:
            return tr("Run");
        case stateColumn:
            return tr("State");
        case profileColumn:
            return tr("Profile");
        case seedColumn:
            return tr("Seed");
        case returnColumn:
            return tr("Best return");
        case stepsColumn:
            return tr("Steps");
        case startedColumn:
            return tr("Started");
        case tagsColumn:
            return tr("Tags");
        default:
            return {};
    }
}

Qt::ItemFlags RunListModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == tagsColumn ? flags | Qt::ItemIsEditable : flags;
}

bool RunListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || role != Qt::EditRole || index.column() != tagsColumn) return false;
    const QString name = runName(run(index.row()));
    RunNote note = notes_.note(name);
    note.tags = tagsOf(value.toString());
    notes_.setNote(name, note);
    return true;
}

}  // namespace trimtab::ui
