// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/report_document.h"

namespace trimtab::results {
namespace {

constexpr const char* style =
    "body{font:15px/1.45 'DejaVu Sans',Verdana,sans-serif;max-width:62em;margin:2em auto;padding:0 "
    "1em;color:#141414}"
    "h1{font-size:1.5em}h2{font-size:1.15em;margin-top:2em;border-bottom:1px solid #bbb}"
    "table{border-collapse:collapse;font-size:.82em;margin:.6em 0 1.2em;display:block;overflow-x:auto}"
    "caption{text-align:left;padding:.3em 0;caption-side:top}"
    "th,td{padding:.2em "
    ".7em;text-align:right;white-space:nowrap}th:first-child,td:first-child{text-align:left}"
    "thead tr{border-top:1.5px solid #141414;border-bottom:1px solid #141414}tbody "
    "tr:last-child{border-bottom:1.5px solid #141414}"
    "figure{margin:1em 0}figure svg{max-width:100%;height:auto}figcaption{font-size:.82em;color:#444}"
    "@media print{body{max-width:none}figure,table{break-inside:avoid}}";

/// An SVG file without its XML declaration, as it may stand inside HTML.
std::string inline_svg(const std::string& svg) {
    const std::size_t begin = svg.find("<svg");
    return begin == std::string::npos ? std::string() : svg.substr(begin);
}

std::string figure_html(const FigureSpec& figure, const FigureDrawing& draw) {
    const auto svg = draw(figure);
    const std::string picture =
        svg ? inline_svg(*svg) : "<p>Not drawn: " + html_escaped(svg.error().to_string()) + "</p>";
    return "<figure id=\"" + html_escaped(figure.name) + "\">\n" + picture + "\n<figcaption>" +
           html_escaped(figure.caption) + "</figcaption></figure>\n";
}

}  // namespace

std::string html_escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string html_table(const ReportTable& table) {
    std::string out = "<table>\n<caption>" + html_escaped(table.caption) + "</caption>\n<thead><tr>";
    for (std::size_t i = 0; i < table.header.size(); ++i)
        out += (i == 0 ? "<th align=\"left\">" : "<th align=\"right\">") + html_escaped(table.header[i]) +
               "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        out += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i) {
            // The attribute, because not every reader of HTML knows the style.
            out += i == 0 ? "<td>" : "<td align=\"right\">";
            out += row[i].best ? "<b>" + html_escaped(row[i].text) + "</b>" : html_escaped(row[i].text);
            out += "</td>";
        }
        out += "</tr>\n";
    }
    return out + "</tbody></table>\n";
}

std::string report_to_html(const Report& report, const FigureDrawing& draw) {
    std::string out = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" +
                      html_escaped(report.title) + "</title>\n<style>" + style +
                      "</style></head><body>\n<h1>" + html_escaped(report.title) + "</h1>\n";
    for (const ReportSection& section : report.sections) {
        out += "<h2>" + html_escaped(section.heading) + "</h2>\n";
        for (const ReportBlock& block : section.blocks) {
            if (const auto* paragraph = std::get_if<std::string>(&block))
                out += "<p>" + html_escaped(*paragraph) + "</p>\n";
            if (const auto* table = std::get_if<ReportTable>(&block)) out += html_table(*table);
            if (const auto* figure = std::get_if<FigureSpec>(&block)) out += figure_html(*figure, draw);
        }
    }
    return out + "</body></html>\n";
}

}  // namespace trimtab::results
