// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_layout.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace trimtab::ui {
namespace {

using namespace results;

constexpr double margin = 2;
constexpr double column_gap = 12;
constexpr double row_gap = 5;
constexpr double tick_pt = 2.5;
constexpr double label_gap = 1.5;
constexpr double label_angle = 35 * std::numbers::pi / 180;
constexpr double smallest_plot = 24;

QString text_of(const std::string& text) { return QString::fromStdString(text); }

class Arrangement {
  public:
    Arrangement(const FigureSpec& figure, const FigurePreset& preset, const FigureOptions& options,
                const FigureFont& font)
        : figure_(figure), preset_(preset), font_(font) {
        const auto wanted = figure.layout == FigureLayout::stack ? 1 : std::max(1, figure.columns);
        const int possible = std::max(1, static_cast<int>(preset.width_pt / (20 * preset.text_pt)));
        columns_ = std::min({wanted, possible, std::max(1, static_cast<int>(figure.panels.size()))});
        titled_ = (options.titled || preset.figure_height_pt > 0) && !figure.title.empty();
        captioned_ = options.titled;
        stacked_ = columns_ == 1 && same_x_axes();
        const double inner = preset.width_pt - 2 * margin - (columns_ - 1) * column_gap;
        cell_width_ = inner / columns_;
    }

    FigureGeometry arrange(double plot_scale) {
        FigureGeometry g;
        g.width = preset_.width_pt;
        g.panels.resize(figure_.panels.size());
        double y = margin;
        if (titled_) {
            g.title = font_.wrapped(text_of(figure_.title), g.width - 2 * margin);
            y += static_cast<double>(g.title.size()) * font_.lineHeight() + 3;
        }
        place_legends(g, y);
        measure_axes(g, plot_scale);
        plot_total_ = 0;
        for (int row = 0; row * columns_ < static_cast<int>(g.panels.size()); ++row)
            y = place_row(g, row, y, plot_scale);
        y -= row_gap;
        add_footer(g, y);
        g.height = std::ceil(y + margin);
        return g;
    }

    /// Sum of the plot heights of the rows of the last arrangement.
    [[nodiscard]] double plot_total() const { return plot_total_; }

  private:
    [[nodiscard]] double plot_height(const FigurePanel& panel, double scale) const {
        const double base = figure_.panels.size() == 1 ? preset_.single_height_pt : preset_.panel_height_pt;
        const double readable = 1.2 * font_.size() * static_cast<double>(panel.y.categories.size());
        return std::max({smallest_plot, readable, scale * base * panel.height});
    }

    /// A grid that has room for one column only is a stack, too, where every panel counts the same.
    [[nodiscard]] bool same_x_axes() const {
        return std::all_of(figure_.panels.begin(), figure_.panels.end(), [&](const FigurePanel& panel) {
            const FigureAxis& first = figure_.panels.front().x;
            return panel.kind == PanelKind::cartesian && panel.x.text() == first.text() &&
                   panel.x.scale == first.scale && panel.x.categories == first.categories;
        });
    }

    [[nodiscard]] bool last_in_stack(std::size_t panel) const {
        return !stacked_ || panel + 1 == figure_.panels.size();
    }

    /// One legend on top where all panels say the same, else one above each panel.
    void place_legends(FigureGeometry& g, double& y) {
        std::vector<std::size_t> with;
        for (std::size_t i = 0; i < g.panels.size(); ++i) {
            g.panels[i].legend = panelLegend(figure_.panels[i]);
            if (!g.panels[i].legend.entries.empty()) with.push_back(i);
        }
        const bool shared = with.size() > 1 && with.size() == g.panels.size() &&
                            std::all_of(with.begin(), with.end(), [&](std::size_t i) {
                                return g.panels[i].legend.sameNames(g.panels[with.front()].legend);
                            });
        if (!shared) return;
        g.legend = g.panels[with.front()].legend;
        for (PanelGeometry& panel : g.panels) panel.legend = {};
        placeLegend(g.legend, g.width - 2 * margin, font_);
        g.legend_at = {(g.width - g.legend.width) / 2, y};
        y += g.legend.height + 1;
    }

    /// Ranges, y ticks and titles, and from them the plot's left and right side.
    void measure_axes(FigureGeometry& g, double scale) {
        const AxisRange shared = shared_x_range(figure_.panels);
        for (std::size_t i = 0; i < g.panels.size(); ++i) {
            const FigurePanel& panel = figure_.panels[i];
            PanelGeometry& p = g.panels[i];
            if (panel.kind == PanelKind::radar) continue;
            p.x = stacked_ ? shared : x_range(panel);
            p.y = y_range(panel);
            const double height = plot_height(panel, scale);
            p.y_ticks = axis_ticks(panel.y, p.y, static_cast<int>(height / (2.4 * font_.size())));
            p.y_title =
                font_.wrapped(text_of(axis_title(panel.y, axis_exponent(p.y))), height + font_.size());
        }
        for (int column = 0; column < columns_; ++column) {
            double labels = 0, titles = 0;
            for_column(g, column, [&](std::size_t i) {
                for (const AxisTick& tick : g.panels[i].y_ticks)
                    labels = std::max(labels, font_.width(text_of(tick.text)));
                titles =
                    std::max(titles, static_cast<double>(g.panels[i].y_title.size()) * font_.lineHeight());
            });
            const double left = margin + column * (cell_width_ + column_gap);
            for_column(g, column, [&](std::size_t i) {
                PanelGeometry& p = g.panels[i];
                p.cell.left = left;
                p.cell.right = left + cell_width_;
                p.plot.left = left + titles + labels + tick_pt + label_gap + (titles > 0 ? 2 : 0);
                p.plot.right = p.cell.right - 1;
                p.y_title_x = left + font_.lineHeight() / 2;
                if (figure_.panels[i].kind == PanelKind::radar) p.plot.left = left;
            });
            double overhang = 0;
            for_column(g, column,
                       [&](std::size_t i) { overhang = std::max(overhang, choose_x_ticks(i, g.panels[i])); });
            for_column(g, column, [&](std::size_t i) {
                if (figure_.panels[i].kind != PanelKind::radar) g.panels[i].plot.right -= overhang;
            });
        }
    }

    template <class Function>
    void for_column(FigureGeometry& g, int column, Function function) const {
        for (std::size_t i = static_cast<std::size_t>(column); i < g.panels.size();
             i += static_cast<std::size_t>(columns_))
            function(i);
    }

    static std::vector<AxisTick> axis_ticks(const FigureAxis& axis, const AxisRange& range, int wanted) {
        if (axis.categories.empty()) return nice_ticks(range, wanted, axis.whole);
        std::vector<AxisTick> ticks;
        for (std::size_t i = 0; i < axis.categories.size(); ++i)
            ticks.push_back({static_cast<double>(i), axis.categories[i]});
        return ticks;
    }

    /// As many ticks as have room beside one another; returns how far the last label reaches over the plot's
    /// right.
    double choose_x_ticks(std::size_t index, PanelGeometry& p) const {
        const FigurePanel& panel = figure_.panels[index];
        if (panel.kind == PanelKind::radar) return 0;
        p.x_tick_labels = last_in_stack(index);
        for (int wanted = 9; wanted >= 2; --wanted) {
            p.x_ticks = axis_ticks(panel.x, p.x, wanted);
            if (!panel.x.categories.empty() || labels_fit(p)) break;
        }
        p.rotated_labels = !panel.x.categories.empty() && !labels_fit(p);
        if (p.x_ticks.empty() || p.rotated_labels || !p.x_tick_labels) return 0;
        const double at = p.plot.left + p.plot.width() * p.x.position(p.x_ticks.back().value);
        return std::max(0.0, at + font_.width(text_of(p.x_ticks.back().text)) / 2 - p.plot.right);
    }

    [[nodiscard]] bool labels_fit(const PanelGeometry& p) const {
        double end = -1e9;
        for (const AxisTick& tick : p.x_ticks) {
            const double half = font_.width(text_of(tick.text)) / 2;
            const double at = p.plot.width() * p.x.position(tick.value);
            if (at - half < end + font_.size() * 0.5) return false;
            end = at + half;
        }
        return true;
    }

    double place_row(FigureGeometry& g, int row, double top, double scale) {
        const auto first = static_cast<std::size_t>(row * columns_);
        const std::size_t last = std::min(first + static_cast<std::size_t>(columns_), g.panels.size());
        double head = 0, height = 0, foot = 0;
        for (std::size_t i = first; i < last; ++i) {
            PanelGeometry& p = g.panels[i];
            const FigurePanel& panel = figure_.panels[i];
            placeLegend(p.legend, p.cell.width(), font_);
            head = std::max(head, p.legend.height + (panel.title.empty() ? 0 : font_.lineHeight() + 1));
            height = std::max(height, plot_height(panel, scale));
            p.x_title = text_of(axis_title(panel.x, axis_exponent(p.x)));
            if (said_below(g, i)) p.x_title.clear();
            foot = std::max(foot, foot_height(panel, p));
        }
        // A tick label at the very top must not leave the figure.
        if (head == 0 && row == 0) head = font_.size() / 2;
        for (std::size_t i = first; i < last; ++i) {
            PanelGeometry& p = g.panels[i];
            p.cell.top = top;
            p.plot.top = top + head;
            p.plot.bottom = p.plot.top + height;
            p.cell.bottom = p.plot.bottom + foot;
            const double reach = p.cell.right - p.legend.width;
            p.legend_at = {std::max(std::min(p.plot.left, reach), p.cell.left), p.plot.top - p.legend.height};
        }
        plot_total_ += height;
        return top + head + height + foot + row_gap;
    }

    /// A panel further down in the same column has the same x axis title.
    [[nodiscard]] bool said_below(const FigureGeometry& g, std::size_t panel) const {
        if (figure_.panels[panel].kind == PanelKind::radar) return true;
        const auto below = panel + static_cast<std::size_t>(columns_);
        return below < g.panels.size() && figure_.panels[below].kind == PanelKind::cartesian &&
               figure_.panels[below].x.text() == figure_.panels[panel].x.text();
    }

    [[nodiscard]] double foot_height(const FigurePanel& panel, const PanelGeometry& p) const {
        if (panel.kind == PanelKind::radar) return 0;
        double foot = tick_pt;
        if (p.rotated_labels && p.x_tick_labels) {
            double longest = 0;
            for (const AxisTick& tick : p.x_ticks)
                longest = std::max(longest, font_.width(text_of(tick.text)));
            foot += longest * std::sin(label_angle) + font_.size() * std::cos(label_angle) + label_gap;
        } else if (p.x_tick_labels) {
            foot += font_.lineHeight() + label_gap;
        }
        return p.x_title.isEmpty() ? foot : foot + font_.lineHeight() + label_gap;
    }

    void add_footer(FigureGeometry& g, double& y) const {
        QString text;
        for (const FigurePanel& panel : figure_.panels)
            for (const std::string& note : panel_notes(panel)) {
                if (!panel.title.empty() && figure_.panels.size() > 1)
                    text += text_of(panel.title) + QStringLiteral(": ");
                text += text_of(note) + QStringLiteral(". ");
            }
        g.footer = font_.wrapped(text, g.width - 2 * margin);
        if (captioned_) g.footer += font_.wrapped(text_of(figure_.caption), g.width - 2 * margin);
        if (g.footer.isEmpty()) return;
        g.footer_y = y + 4;
        y = g.footer_y + static_cast<double>(g.footer.size()) * font_.lineHeight();
    }

    const FigureSpec& figure_;
    const FigurePreset& preset_;
    const FigureFont& font_;
    int columns_ = 1;
    bool stacked_ = false;  // panels under one another that share their x axis
    double cell_width_ = 0;
    bool titled_ = false, captioned_ = false;
    double plot_total_ = 0;
};

}  // namespace

FigureGeometry layoutFigure(const FigureSpec& figure, const FigurePreset& preset,
                            const FigureOptions& options, const FigureFont& font) {
    Arrangement arrangement(figure, preset, options, font);
    FigureGeometry geometry = arrangement.arrange(1);
    const bool too_high = preset.height_limit_pt > 0 && geometry.height > preset.height_limit_pt;
    if (preset.figure_height_pt <= 0 && !too_high) return geometry;
    const double plots = arrangement.plot_total();
    const double wanted = preset.figure_height_pt > 0 ? preset.figure_height_pt : preset.height_limit_pt;
    const double available = wanted - (geometry.height - plots);
    geometry = arrangement.arrange(std::max(0.1, available / plots));
    geometry.height = std::max(geometry.height, preset.figure_height_pt);
    return geometry;
}

}  // namespace trimtab::ui
