// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/expected.h"
#include "core/results/figure_spec.h"

namespace trimtab::results {

/// One cell of a table; `best` is set in bold.
struct ReportCell {
    ReportCell(std::string text, bool best = false) : text(std::move(text)), best(best) {}
    ReportCell(const char* text) : text(text) {}
    std::string text;
    bool best = false;

    bool operator==(const ReportCell&) const = default;
};

/// Names and units of the columns stand in the header.
struct ReportTable {
    std::string caption;
    std::vector<std::string> header;
    std::vector<std::vector<ReportCell>> rows;

    bool operator==(const ReportTable&) const = default;
};

/// A paragraph, a table or a figure.
using ReportBlock = std::variant<std::string, ReportTable, FigureSpec>;

/// A heading with its blocks.
struct ReportSection {
    std::string heading;
    std::vector<ReportBlock> blocks;
};

/// A report as data; written as text, HTML, PDF (ui/figures) and, its tables, LaTeX.
struct Report {
    std::string title;
    std::vector<ReportSection> sections;
};

/// Plain text, 110 columns for paragraphs; best cells carry a star; a figure is its caption.
[[nodiscard]] std::string report_to_text(const Report& report);

/// Draws one figure as SVG for an HTML page.
using FigureDrawing = std::function<Expected<std::string>(const FigureSpec&)>;

/// One self-contained HTML 5 page: style and figures inside, no script, nothing fetched. A figure that cannot
/// be drawn is replaced by the reason.
[[nodiscard]] std::string report_to_html(const Report& report, const FigureDrawing& draw);

/// The parts of a page, also for other writers of HTML.
[[nodiscard]] std::string html_escaped(const std::string& text);
[[nodiscard]] std::string html_table(const ReportTable& table);

}  // namespace trimtab::results
