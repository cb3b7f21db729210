// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_legend.h"

#include <algorithm>

namespace trimtab::ui {
namespace {

constexpr double key_gap = 3;
constexpr double entry_gap = 9;

}  // namespace

bool FigureLegend::sameNames(const FigureLegend& other) const {
    return std::equal(
        entries.begin(), entries.end(), other.entries.begin(), other.entries.end(),
        [](const LegendEntry& a, const LegendEntry& b) { return a.key == b.key && a.text == b.text; });
}

FigureLegend panelLegend(const results::FigurePanel& panel) {
    FigureLegend legend;
    std::size_t named = 0;
    for (std::size_t i = 0; i < panel.series.size(); ++i) {
        if (panel.series[i].name.empty()) continue;
        if (++named > results::legend_limit) continue;
        legend.entries.push_back({LegendEntry::Key::series, i, QString::fromStdString(panel.series[i].name)});
    }
    if (named > results::legend_limit)
        legend.entries.push_back(
            {LegendEntry::Key::more, 0, QStringLiteral("+%1 more").arg(named - results::legend_limit)});
    for (std::size_t i = 0; i < panel.lines.size(); ++i)
        if (!panel.lines[i].text.empty())
            legend.entries.push_back(
                {LegendEntry::Key::reference_line, i, QString::fromStdString(panel.lines[i].text)});
    if (!panel.events.empty() && !panel.events.front().text.empty())
        legend.entries.push_back(
            {LegendEntry::Key::event, 0, QString::fromStdString(panel.events.front().text)});
    return legend;
}

void placeLegend(FigureLegend& legend, double width, const FigureFont& font) {
    const double row = font.lineHeight() + 1;
    double x = 0, y = row / 2;
    legend.width = 0;
    for (LegendEntry& entry : legend.entries) {
        const double key = entry.key == LegendEntry::Key::more ? 0 : legend_key_pt + key_gap;
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
