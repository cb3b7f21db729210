// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "core/results/report_document.h"

namespace trimtab::ui {

/// Paragraphs, tables and figures of a report under one another, so that the screen says exactly what the
/// report says. Tables have their full height; the page scrolls. What is set is built when the page is first
/// seen: a long report must not hold the window. GUI thread.
class ReportPage final : public QScrollArea {
    Q_OBJECT

  public:
    /// name: what a screen reader calls the page.
    explicit ReportPage(const QString& name, QWidget* parent = nullptr);

    void setBlocks(std::vector<results::ReportBlock> blocks);

  Q_SIGNALS:
    void dataTableRequested(const trimtab::results::FigureSpec& figure);
    void exportRequested();

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void build();
    QWidget* widgetOf(const results::ReportBlock& block);

    QString name_;
    std::vector<results::ReportBlock> waiting_;  ///< not built yet
    bool built_ = true;
};

}  // namespace trimtab::ui
