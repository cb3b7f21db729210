// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/runtime/run_service.h"

namespace trimtab::ui {

/// The runs of this session as a table, newest first: what runs, what waits, how the others ended. Jobs in
/// the background without a command line of their own (reading a file, say) are left out. GUI thread.
class JobsModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { titleColumn, stateColumn, progressColumn, columnTotal };
    static constexpr int fractionRole = Qt::UserRole;     ///< 0..1; negative where unknown
    static constexpr int jobRole = Qt::UserRole + 1;      ///< JobId as qint64
    static constexpr int commandRole = Qt::UserRole + 2;  ///< the command line that does the same

    explicit JobsModel(runtime::RunService& runs, QObject* parent = nullptr);

    /// 0 where there is none.
    [[nodiscard]] runtime::JobId jobAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    void append(runtime::JobId id);
    void change(runtime::JobId id);

    runtime::RunService& runs_;
    std::vector<runtime::JobId> ids_;  // newest first
};

/// How far a job is, in the person's language and with numbers as the person writes them.
[[nodiscard]] QString jobProgressText(const runtime::JobProgress& progress);

/// "running", "waits", "failed" ... for a person.
[[nodiscard]] QString jobStateText(runtime::JobState state);

}  // namespace trimtab::ui
