// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "core/results/report_document.h"

namespace trimtab::ui {

/// Paragraphs, tables and figures of a report under one another, so that the screen says exactly what the
/// report says. Tables have their full height; the page scrolls. GUI thread.
class ReportPage final : public QScrollArea {
    Q_OBJECT

  public:
    /// name: what a screen reader calls the page.
    explicit ReportPage(const QString& name, QWidget* parent = nullptr);

    void setBlocks(const std::vector<results::ReportBlock>& blocks);

  Q_SIGNALS:
    void dataTableRequested(const trimtab::results::FigureSpec& figure);
    void exportRequested();

  private:
    QWidget* widgetOf(const results::ReportBlock& block);

    QString name_;
};

}  // namespace trimtab::ui
