// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/figure_csv.h"

#include <charconv>
#include <cmath>

namespace trimtab::results {
namespace {

std::string number(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

/// Quoted where the text would break the row (RFC 4180).
std::string cell(const std::string& text) {
    if (text.find_first_of(",\"\n\r#") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        out += c;
        if (c == '"') out += c;
    }
    return out + "\"";
}

std::string comment(const std::string& text) {
    std::string out = "# ";
    for (const char c : text) out += c == '\n' || c == '\r' ? ' ' : c;
    out += '\n';
    return out;
}

const char* kind_name(SeriesKind kind) {
    switch (kind) {
        case SeriesKind::line:
            return "line";
        case SeriesKind::step:
            return "step";
        case SeriesKind::scatter:
            return "scatter";
        case SeriesKind::bars:
            return "bars";
        case SeriesKind::radar:
            return "radar";
    }
    return "line";
}

void add_series(std::string& out, const std::string& panel, const FigureAxis& x_axis,
                const FigureSeries& series) {
    for (std::size_t i = 0; i < series.y.size(); ++i) {
        const bool radar = series.kind == SeriesKind::radar;
        const double x = radar ? static_cast<double>(i) : series.x[i];
        const bool category =
            x >= 0 && x == std::floor(x) && x < static_cast<double>(x_axis.categories.size());
        out += panel + "," + cell(series.name) + "," + kind_name(series.kind) + "," +
               (category ? cell(x_axis.categories[static_cast<std::size_t>(x)]) : "") + "," + number(x) +
               "," + number(series.y[i]) + ",";
        if (!series.low.empty())
            out += number(series.low[i]) + "," + number(series.high[i]);
        else
            out += ",";
        out += "\n";
    }
}

}  // namespace

Expected<std::string> figure_to_csv(const FigureSpec& figure, const FigureOptions& options) {
    if (options.anonymous) return figure_to_csv(anonymized(figure), {});
    if (auto checked = check_figure(figure); !checked) return Unexpected(checked.error());
    std::string out = comment(figure.caption);
    if (!figure.provenance.text().empty()) out += comment("Source: " + figure.provenance.text());
    for (std::size_t i = 0; i < figure.panels.size(); ++i) {
        const FigurePanel& panel = figure.panels[i];
        out +=
            comment("Panel " + std::to_string(i + 1) + (panel.title.empty() ? "" : " (" + panel.title + ")") +
                    ": x is " + panel.x.text() + "; y is " + panel.y.text());
    }
    out += "panel,series,kind,category,x,y,low,high\n";
    for (std::size_t i = 0; i < figure.panels.size(); ++i) {
        const FigurePanel& panel = figure.panels[i];
        const std::string id = std::to_string(i + 1);
        for (const FigureSeries& series : panel.series) add_series(out, id, panel.x, series);
        for (const ReferenceLine& line : panel.lines)
            out += id + "," + cell(line.text) + ",reference_line,," +
                   (line.vertical ? number(line.value) + "," : "," + number(line.value)) + ",,\n";
        for (const EventMark& event : panel.events)
            out += id + "," + cell(event.text) + ",event,," + number(event.x) + ",,,\n";
    }
    return out;
}

}  // namespace trimtab::results
