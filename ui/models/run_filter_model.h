// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace trimtab::ui {

/// The runs of a RunListModel that match every word (in name, state, profile, seed, tags or note) and are of
/// the wanted kind; sorted by value, not by text. GUI thread.
class RunFilterModel final : public QSortFilterProxyModel {
    Q_OBJECT

  public:
    explicit RunFilterModel(QObject* parent = nullptr);

    void setWords(const QString& text);
    /// training, evaluation, comparison; empty: all.
    void setKind(const QString& kind);

  protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& a, const QModelIndex& b) const override;

  private:
    QStringList words_;
    QString kind_;
};

}  // namespace trimtab::ui
