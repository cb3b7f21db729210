// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/results/report_document.h"
#include "core/results/text_table.h"

namespace trimtab::results {
namespace {

constexpr std::size_t line_width = 110;

std::string wrapped(const std::string& text) {
    std::string out, line;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        const std::string word = text.substr(at, end - at);
        if (!line.empty() && line.size() + 1 + word.size() > line_width) {
            out += line + "\n";
            line.clear();
        }
        if (!line.empty()) line += ' ';
        line += word;
        at = end + 1;
    }
    return out + line + "\n";
}

std::string table_text(const ReportTable& table) {
    std::vector<std::vector<std::string>> rows{table.header};
    bool any_best = false;
    for (const auto& row : table.rows) {
        rows.emplace_back();
        for (const ReportCell& cell : row) {
            rows.back().push_back(cell.best ? cell.text + " *" : cell.text);
            any_best = any_best || cell.best;
        }
    }
    return wrapped(table.caption + (any_best ? " (*: best)" : "")) + text_table(rows);
}

}  // namespace

std::string report_to_text(const Report& report) {
    std::string out = report.title + "\n" + std::string(report.title.size(), '=') + "\n";
    for (const ReportSection& section : report.sections) {
        out += "\n" + section.heading + "\n" + std::string(section.heading.size(), '-') + "\n";
        for (const ReportBlock& block : section.blocks) {
            if (const auto* paragraph = std::get_if<std::string>(&block)) out += wrapped(*paragraph) + "\n";
            if (const auto* table = std::get_if<ReportTable>(&block)) out += table_text(*table) + "\n";
            if (const auto* figure = std::get_if<FigureSpec>(&block))
                out += wrapped("Figure " + figure->name + ": " + figure->caption) + "\n";
        }
    }
    return out;
}

}  // namespace trimtab::results
