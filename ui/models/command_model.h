// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <functional>
#include <vector>

namespace trimtab::ui {

/// Something that the palette can do.
struct PaletteEntry {
    QString title;     ///< "Reset layout"
    QString detail;    ///< "View", or a path
    QString shortcut;  ///< as the person would press it
    std::function<void()> run;
};

/// How well `title` fits what was typed: the letters must appear in order; more at the starts of words and
/// side by side is better. Negative: it does not fit.
[[nodiscard]] int matchScore(const QString& typed, const QString& title);

/// The entries that fit what was typed, best first. GUI thread.
class CommandModel final : public QAbstractListModel {
    Q_OBJECT

  public:
    static constexpr int detailRole = Qt::UserRole;
    static constexpr int shortcutRole = Qt::UserRole + 1;

    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<PaletteEntry> entries);
    void setTyped(const QString& typed);
    void run(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

  private:
    void sortFitting();

    std::vector<PaletteEntry> entries_;
    std::vector<std::size_t> fitting_;
    QString typed_;
};

}  // namespace trimtab::ui
