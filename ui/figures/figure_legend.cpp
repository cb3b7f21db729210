// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_legend.h"

#include <algorithm>

namespace trimtab::ui {
namespace {

constexpr double entry_gap = 9;

}  // namespace

bool FigureLegend::sameNames(const FigureLegend& other) const {
    return std::equal(
        entries.begin(), entries.end(), other.entries.begin(), other.entries.end(),
        [](const LegendEntry& a, const LegendEntry& b) { return a.key == b.key && a.text == b.text; });
}

FigureLegend panelLegend(const results::FigurePanel& panel) {
    FigureLegend legend;
    std::vector<std::size_t> named;
    for (std::size_t i = 0; i < panel.series.size(); ++i)
        if (!panel.series[i].name.empty()) named.push_back(i);
    const std::size_t shown = named.size() > results::legend_limit ? results::crowded_legend : named.size();
    for (std::size_t i = 0; i < shown; ++i) {
        const results::FigureSeries& series = panel.series[named[i]];
        const bool point = series.kind == results::SeriesKind::scatter;
        legend.entries.push_back(
            {LegendEntry::Key::series, named[i], QString::fromStdString(series.name), point ? 8.0 : 17.0});
    }
    if (shown < named.size())
        legend.entries.push_back(
            {LegendEntry::Key::more, 0, QStringLiteral("+%1 more").arg(named.size() - shown), 0});
    for (std::size_t i = 0; i < panel.lines.size(); ++i)
        if (!panel.lines[i].text.empty())
            legend.entries.push_back(
                {LegendEntry::Key::reference_line, i, QString::fromStdString(panel.lines[i].text)});
    if (!panel.events.empty() && !panel.events.front().text.empty())
        legend.entries.push_back(
            {LegendEntry::Key::event, 0, QString::fromStdString(panel.events.front().text), 8});
    return legend;
}

void placeLegend(FigureLegend& legend, double width, const FigureFont& font) {
    const double row = font.lineHeight() + 1;
    double x = 0, y = row / 2;
    legend.width = 0;
    for (LegendEntry& entry : legend.entries) {
        const double key = entry.key_pt > 0 ? entry.key_pt + legend_gap_pt : 0;
        entry.text = font.elided(entry.text, width - key);
        const double needed = key + font.width(entry.text);
        if (x > 0 && x + needed > width) {
            x = 0;
            y += row;
        }
        entry.x = x;
        entry.y = y;
        x += needed;
        legend.width = std::max(legend.width, x);
        x += entry_gap;
    }
    legend.height = legend.entries.empty() ? 0 : y + row / 2 + 2;
}

}  // namespace trimtab::ui
