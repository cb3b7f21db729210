// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/results/run_library.h"

namespace trimtab::ui {

class RunNotes;

/// The runs of a library as a table; tags can be edited in place. A new scan moves, adds and removes rows, so
/// that the selection stays. GUI thread.
class RunListModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column {
        nameColumn,
        stateColumn,
        returnColumn,
        seedColumn,
        profileColumn,
        stepsColumn,
        startedColumn,
        tagsColumn,
        columnTotal
    };
    static constexpr int sortRole = Qt::UserRole;        ///< number or text to order by
    static constexpr int folderRole = Qt::UserRole + 1;  ///< path of the run folder
    static constexpr int kindRole = Qt::UserRole + 2;    ///< training, evaluation, comparison
    static constexpr int stateRole = Qt::UserRole + 3;   ///< results::RunState as int
    static constexpr int searchRole = Qt::UserRole + 4;  ///< everything a filter looks at

    explicit RunListModel(RunNotes& notes, QObject* parent = nullptr);

    void setRuns(const std::vector<results::LibraryRun>& runs);
    [[nodiscard]] const results::LibraryRun& run(int row) const {
        return runs_[static_cast<std::size_t>(row)];
    }
    /// -1 where there is no such run.
    [[nodiscard]] int rowOf(const QString& folder) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

  private:
    [[nodiscard]] QString text(const results::LibraryRun& run, int column) const;
    [[nodiscard]] QVariant sortValue(const results::LibraryRun& run, int column) const;
    [[nodiscard]] QString toolTip(const results::LibraryRun& run) const;

    RunNotes& notes_;
    std::vector<results::LibraryRun> runs_;
};

/// "finished", "running" ... for a person.
[[nodiscard]] QString runStateText(results::RunState state);
[[nodiscard]] QString runName(const results::LibraryRun& run);

}  // namespace trimtab::ui
