// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compare/report_page.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>
#include <utility>

#include "ui/charts/figure_canvas.h"
#include "ui/models/report_table_model.h"
#include "ui/settings/theme.h"
#include "ui/text/core_text.h"
#include "ui/widgets/table_view.h"

namespace trimtab::ui {
namespace {

constexpr int figure_height = 320;

QLabel* paragraph(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// As high as its rows: the page scrolls, not the table.
void fitHeight(TableView* table) {
    int height = table->horizontalHeader()->sizeHint().height() + 2;
    for (int r = 0; r < table->model()->rowCount(); ++r) height += table->rowHeight(r);
    int width = 0;
    for (int c = 0; c < table->model()->columnCount(); ++c) width += table->columnWidth(c);
    // Room for the horizontal scroll bar, in case it comes.
    table->setFixedHeight(height + table->horizontalScrollBar()->sizeHint().height());
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

}  // namespace

ReportPage::ReportPage(const QString& name, QWidget* parent) : QScrollArea(parent), name_(name) {
    setAccessibleName(name);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Base);
}

QWidget* ReportPage::widgetOf(const results::ReportBlock& block) {
    if (const auto* text = std::get_if<std::string>(&block))
        return paragraph(QString::fromStdString(*text), this);
    if (const auto* figure = std::get_if<results::FigureSpec>(&block)) {
        auto* canvas = new FigureCanvas(QString::fromStdString(figure->title), this);
        canvas->setMinimumHeight(figure_height);
        canvas->setFigure(*figure);
        connect(canvas, &FigureCanvas::dataTableRequested, this,
                [this, canvas] { Q_EMIT dataTableRequested(canvas->figure()); });
        connect(canvas, &FigureCanvas::exportRequested, this, &ReportPage::exportRequested);
        return canvas;
    }
    const auto& table = std::get<results::ReportTable>(block);
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing / 2);
    if (!table.caption.empty()) {
        QLabel* caption = paragraph(coreText(table.caption), box);
        QPalette muted = caption->palette();
        muted.setColor(QPalette::WindowText, themeColors().mutedText);
        caption->setPalette(muted);
        column->addWidget(caption);
    }
    auto* view = new TableView(table.caption.empty() ? name_ : coreText(table.caption), box);
    auto* model = new ReportTableModel(view);
    model->setTable(table);
    view->setModel(model);
    view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    view->setSortingEnabled(true);
    view->fitColumns();
    fitHeight(view);
    column->addWidget(view);
    return box;
}

void ReportPage::setBlocks(std::vector<results::ReportBlock> blocks) {
    waiting_ = std::move(blocks);
    built_ = false;
    if (isVisible()) build();
}

void ReportPage::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    if (!built_) build();
}

void ReportPage::build() {
    built_ = true;
    const std::vector<results::ReportBlock> blocks = std::exchange(waiting_, {});
    auto* page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(2 * spacing, 2 * spacing, 2 * spacing, 2 * spacing);
    column->setSpacing(2 * spacing);
    bool stretches = false;
    for (const results::ReportBlock& block : blocks) {
        const bool figure = std::holds_alternative<results::FigureSpec>(block);
        stretches = stretches || figure;
        column->addWidget(widgetOf(block), figure ? 1 : 0);
    }
    if (!stretches) column->addStretch(1);
    setWidget(page);
}

}  // namespace trimtab::ui
