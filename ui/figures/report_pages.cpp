// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/report_pages.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>
#include <algorithm>
#include <memory>

#include "ui/figures/figure_painter.h"

namespace trimtab::ui {
namespace {

using namespace results;

constexpr double page_width = 595.3, page_height = 841.9;
constexpr double side = 39.9;  // so that the text is as wide as a two-column figure
constexpr double top = 48, bottom = 52;
constexpr double text_width = page_width - 2 * side;
constexpr int resolution = 1200;
constexpr double heading_gap = 4;
constexpr double text_scale = 20;  // a document's unit is 1/20 pt: its layout rounds to whole units

/// Fills pages from top to bottom; one unit of the painter is one pt.
class Pages {
  public:
    Pages(QPdfWriter& writer, const FigureFont& font, const FigureFont& figure_font,
          const FigurePreset& preset, const FigureOptions& options)
        : writer_(writer),
          painter_(&writer),
          font_(font),
          figure_font_(figure_font),
          preset_(preset),
          options_(options) {
        painter_.scale(resolution / 72.0, resolution / 72.0);
    }

    void text(const QString& html) { place(*document(html, font_.size()), 6); }

    /// Placed together with what follows it.
    void heading(const QString& html) { heading_ = document(html, font_.size()); }

    void table(const ReportTable& table) {
        double size = font_.size();
        while (size > 6 && natural_width(table, size) > text_width) size -= 0.5;
        rows(table, size, 0, table.rows.size());
    }

    void figure(const FigureSpec& figure) {
        const FigureGeometry geometry = layoutFigure(figure, preset_, options_, figure_font_);
        const auto caption = document(
            QStringLiteral("<p>%1</p>").arg(QString::fromStdString(html_escaped(figure.caption))), 8);
        const double height = geometry.height + caption->size().height() / text_scale + 10;
        make_room(height);
        painter_.save();
        painter_.translate(side, y_);
        paintFigure(painter_, figure, geometry, preset_, figure_font_, {.grey = options_.grey});
        painter_.restore();
        y_ += geometry.height + 2;
        place(*caption, 12);
    }

    void finish() {
        make_room(0);
        number_page();
    }

  private:
    [[nodiscard]] std::unique_ptr<QTextDocument> document(const QString& html, double size,
                                                          double width = text_width) const {
        auto document = std::make_unique<QTextDocument>();
        document->setDocumentMargin(0);
        QFont font = font_.font();
        font.setPixelSize(qRound(size * text_scale));
        document->setDefaultFont(font);
        document->setDefaultStyleSheet(
            QStringLiteral("h1{font-size:%1px}h2{font-size:%2px}th,td{padding:%3px;padding-left:%4px}"
                           "caption{text-align:left}")
                .arg(qRound(1.6 * size * text_scale))
                .arg(qRound(1.25 * size * text_scale))
                .arg(qRound(1.5 * text_scale))
                .arg(qRound(7 * text_scale)));
        document->setHtml(html);
        document->setTextWidth(width * text_scale);
        return document;
    }

    [[nodiscard]] static QString table_html(const ReportTable& table, std::size_t first, std::size_t last) {
        ReportTable part{first == 0
                             ? table.caption
                             : table.caption.substr(0, table.caption.find_first_of(".:")) + ", continued",
                         table.header,
                         {table.rows.begin() + static_cast<std::ptrdiff_t>(first),
                          table.rows.begin() + static_cast<std::ptrdiff_t>(last)}};
        const QString caption = QString::fromStdString(html_escaped(part.caption));
        part.caption.clear();
        QString html = QString::fromStdString(html_table(part));
        html.replace(QLatin1String("<caption></caption>"), QString());
        return QStringLiteral("<p>%1</p>").arg(caption) + html;
    }

    [[nodiscard]] double natural_width(const ReportTable& table, double size) const {
        ReportTable bare = table;
        bare.caption.clear();
        const auto wide = document(table_html(bare, 0, table.rows.size()), size, 4 * text_width);
        return wide->idealWidth() / text_scale;
    }

    /// Rows [first, last), halved until they fit on a page.
    void rows(const ReportTable& table, double size, std::size_t first, std::size_t last) {
        const auto part = document(table_html(table, first, last), size);
        const double height = part->size().height() / text_scale;
        const bool fits_any_page = height <= page_height - top - bottom;
        if (fits_any_page || last - first < 2) {
            place(*part, 10);
            return;
        }
        const std::size_t middle = first + (last - first) / 2;
        rows(table, size, first, middle);
        rows(table, size, middle, last);
    }

    void place(QTextDocument& document, double gap) {
        const double height = document.size().height() / text_scale;
        make_room(height);
        draw(document, height);
        y_ += gap;
    }

    /// A new page where `height` does not fit below the heading that waits, then the heading.
    void make_room(double height) {
        const double head = heading_ ? heading_->size().height() / text_scale + heading_gap : 0;
        if (y_ + head + height > page_height - bottom && y_ > top) new_page();
        if (!heading_) return;
        draw(*heading_, head - heading_gap);
        y_ += heading_gap;
        heading_.reset();
    }

    void draw(QTextDocument& document, double height) {
        painter_.save();
        painter_.translate(side, y_);
        painter_.scale(1 / text_scale, 1 / text_scale);
        document.drawContents(&painter_);
        painter_.restore();
        y_ += height;
    }

    void number_page() {
        painter_.setPen(Qt::black);
        painter_.setFont(figure_font_.font());
        const QString number = QString::number(page_);
        painter_.drawText(QPointF(page_width / 2 - figure_font_.width(number) / 2, page_height - bottom / 2),
                          number);
    }

    void new_page() {
        number_page();
        writer_.newPage();
        ++page_;
        y_ = top;
    }

    QPdfWriter& writer_;
    QPainter painter_;
    const FigureFont& font_;
    const FigureFont& figure_font_;
    const FigurePreset& preset_;
    const FigureOptions& options_;
    std::unique_ptr<QTextDocument> heading_;
    double y_ = top;
    int page_ = 1;
};

QString paragraph(const std::string& tag, const std::string& text) {
    return QString::fromStdString("<" + tag + ">" + html_escaped(text) + "</" + tag + ">");
}

void place_block(Pages& pages, const ReportBlock& block, bool anonymous) {
    if (const auto* text = std::get_if<std::string>(&block)) pages.text(paragraph("p", *text));
    if (const auto* table = std::get_if<ReportTable>(&block)) pages.table(*table);
    if (const auto* figure = std::get_if<FigureSpec>(&block)) {
        const auto checked = check_figure(*figure);
        if (checked)
            pages.figure(anonymous ? anonymized(*figure) : *figure);
        else
            pages.text(paragraph("p", "Not drawn: " + checked.error().to_string()));
    }
}

}  // namespace

Expected<QByteArray> reportPages(const Report& report, const FigureOptions& options) {
    FigureOptions figures = options;
    figures.preset = "ieee-page";
    figures.titled = false;
    const auto preset = find_preset(figures.preset);
    if (!preset) return Unexpected(preset.error());
    const auto font = FigureFont::load(9), figure_font = FigureFont::load(preset->text_pt);
    if (!font) return Unexpected(font.error());
    if (!figure_font) return Unexpected(figure_font.error());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF());
        writer.setResolution(resolution);
        writer.setTitle(QString::fromStdString(report.title));
        Pages pages(writer, *font, *figure_font, *preset, figures);
        pages.text(paragraph("h1", report.title));
        for (const ReportSection& section : report.sections) {
            pages.heading(paragraph("h2", section.heading));
            for (const ReportBlock& block : section.blocks) place_block(pages, block, options.anonymous);
        }
        pages.finish();
    }
    return bytes;
}

}  // namespace trimtab::ui
