// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

class QListWidget;
class QStackedLayout;

namespace trimtab::ui {

class EmptyState;

/// A titled list of things to go back to, each a name over a line about it. GUI thread.
class RecentList final : public QWidget {
    Q_OBJECT

  public:
    struct Entry {
        QString path;
        QString name;
        QString detail;
    };

    RecentList(const QString& objectName, const QString& title, EmptyState* empty, QWidget* parent = nullptr);
    void setEntries(const std::vector<Entry>& entries);
    [[nodiscard]] int count() const;

  Q_SIGNALS:
    void chosen(const QString& path);

  private:
    QListWidget* list_;
    QStackedLayout* stack_;
};

}  // namespace trimtab::ui
