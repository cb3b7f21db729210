// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/figure_spec.h"

#include <cmath>

namespace trimtab::results {
namespace {

Expected<void> wrong(const FigureSpec& figure, const FigureSeries& series, const std::string& what) {
    return fail(ErrorCode::invalid_argument, "series '" + series.name + "' " + what, "figure " + figure.name);
}

Expected<void> check_series(const FigureSpec& figure, const FigurePanel& panel, const FigureSeries& series) {
    const bool radar = panel.kind == PanelKind::radar;
    if (radar != (series.kind == SeriesKind::radar))
        return wrong(figure, series, "does not fit its panel: radar series belong to radar panels");
    const std::size_t points = radar ? panel.x.categories.size() : series.x.size();
    if (series.y.size() != points)
        return wrong(figure, series,
                     "has " + std::to_string(series.y.size()) + " values for " + std::to_string(points) +
                         (radar ? " categories" : " positions"));
    if (series.low.size() != series.high.size() || (!series.low.empty() && series.low.size() != points))
        return wrong(figure, series, "needs as many lower and upper bounds as values, or none");
    return {};
}

bool has_number(const FigureSeries& series) {
    for (const double value : series.y)
        if (std::isfinite(value)) return true;
    return false;
}

}  // namespace

std::string FigureProvenance::text() const {
    std::string out;
    const auto add = [&](const std::string& part) {
        if (!out.empty()) out += "; ";
        out += part;
    };
    if (!run_ids.empty()) {
        std::string runs = run_ids.size() == 1 ? "run " : "runs ";
        for (std::size_t i = 0; i < run_ids.size(); ++i) runs += (i > 0 ? ", " : "") + run_ids[i];
        add(runs);
    }
    if (!config_hash.empty()) add("config " + config_hash);
    if (!version.empty()) add(version);
    return out;
}

FigureSpec anonymized(FigureSpec figure) {
    const auto strip = [&](std::string& text) {
        for (std::size_t i = 0; i < figure.provenance.run_ids.size(); ++i) {
            const std::string& id = figure.provenance.run_ids[i];
            const std::string other = "run " + std::to_string(i + 1);
            for (std::size_t at = text.find(id); !id.empty() && at != std::string::npos;
                 at = text.find(id, at + other.size()))
                text.replace(at, id.size(), other);
        }
    };
    strip(figure.title);
    strip(figure.caption);
    for (FigurePanel& panel : figure.panels) {
        strip(panel.title);
        for (FigureSeries& series : panel.series) strip(series.name);
    }
    figure.provenance = {};
    return figure;
}

Expected<void> check_figure(const FigureSpec& figure) {
    bool anything = false;
    for (const FigurePanel& panel : figure.panels) {
        if (panel.kind == PanelKind::radar && panel.x.categories.size() < 3)
            return fail(ErrorCode::invalid_argument, "a radar needs at least three categories",
                        "figure " + figure.name);
        for (const FigureSeries& series : panel.series) {
            if (auto checked = check_series(figure, panel, series); !checked) return checked;
            anything = anything || has_number(series);
        }
    }
    if (!anything)
        return fail(ErrorCode::numeric_error,
                    figure.panels.empty() || figure.panels.front().empty.empty()
                        ? "there is no number to draw; check that the run recorded any metrics"
                        : "there is no number to draw: " + figure.panels.front().empty,
                    "figure " + figure.name);
    return {};
}

}  // namespace trimtab::results
