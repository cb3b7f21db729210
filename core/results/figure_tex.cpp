// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/figure_tex.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>

#include "core/results/figure_axis.h"
#include "core/results/figure_geometry.h"

namespace trimtab::results {
namespace {

constexpr std::size_t long_curve = 1000;

std::string number(double value) {
    if (!std::isfinite(value)) return "nan";
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, value, std::chars_format::general, 8).ptr};
}

std::string rgb(const FigureColor& c) {
    return "{rgb,255:red," + std::to_string(c.red) + ";green," + std::to_string(c.green) + ";blue," +
           std::to_string(c.blue) + "}";
}

std::string dash_pattern(const SeriesStyle& style, double width) {
    if (style.dash.empty()) return "solid";
    std::string out = "dash pattern={";
    for (std::size_t i = 0; i < style.dash.size(); ++i)
        out += (i % 2 == 0 ? "on " : " off ") + number(style.dash[i] * width) + "pt" +
               (i % 2 == 1 && i + 1 < style.dash.size() ? " " : "");
    return out + "}";
}

const char* mark_name(FigureMarker marker) {
    switch (marker) {
        case FigureMarker::circle:
            return "*";
        case FigureMarker::square:
            return "square*";
        case FigureMarker::triangle:
            return "triangle*";
        case FigureMarker::diamond:
            return "diamond*";
        case FigureMarker::triangle_down:
            return "triangle*, every mark/.append style={rotate=180}";
        case FigureMarker::plus:
            return "+";
        case FigureMarker::cross:
            return "x";
        case FigureMarker::star:
            return "asterisk";
        case FigureMarker::triangle_left:
            return "triangle*, every mark/.append style={rotate=90}";
    }
    return "*";
}

const char* pattern_name(FigureHatch hatch) {
    switch (hatch) {
        case FigureHatch::none:
            return "";
        case FigureHatch::rising:
            return "north east lines";
        case FigureHatch::falling:
            return "north west lines";
        case FigureHatch::horizontal:
            return "horizontal lines";
        case FigureHatch::vertical:
            return "vertical lines";
        case FigureHatch::crossed:
            return "crosshatch";
        case FigureHatch::grid:
            return "grid";
        case FigureHatch::dense_rising:
            return "dots";
        case FigureHatch::dense_horizontal:
            return "bricks";
    }
    return "";
}

class TexWriter {
  public:
    TexWriter(const FigureSpec& figure, const FigurePreset& preset) : figure_(figure), preset_(preset) {
        const bool stack = figure.layout == FigureLayout::stack;
        const int fit = std::max(1, static_cast<int>(preset.width_pt / (20 * preset.text_pt)));
        columns_ = stack ? 1
                         : std::clamp(std::min(figure.columns, fit), 1,
                                      std::max(1, static_cast<int>(figure.panels.size())));
    }

    std::string write() {
        const int rows = (static_cast<int>(figure_.panels.size()) + columns_ - 1) / columns_;
        out_ += "\\begin{tikzpicture}\n\\begin{groupplot}[\n  group style={group size=" +
                std::to_string(columns_) + " by " + std::to_string(rows) +
                ", horizontal sep=42pt, vertical sep=" +
                (figure_.layout == FigureLayout::stack ? "14pt, x descriptions at=edge bottom" : "42pt") +
                "},\n  width=" + number(preset_.width_pt / columns_) +
                "pt,\n  label style={font=\\footnotesize}, tick label style={font=\\footnotesize},\n"
                "  title style={font=\\footnotesize, align=left},\n"
                "  legend style={font=\\footnotesize, draw=none, fill=none, at={(0.5,1.03)}, anchor=south, "
                "legend columns=3,"
                " cells={anchor=west}},\n  axis lines=left, unbounded coords=jump, ymajorgrids, grid "
                "style={black!12}, clip=true]\n";
        for (const FigurePanel& panel : figure_.panels)
            panel.kind == PanelKind::radar ? add_radar(panel) : add_panel(panel);
        out_ += "\\end{groupplot}\n\\end{tikzpicture}\n";
        return std::move(out_);
    }

    [[nodiscard]] bool thinned() const { return thinned_; }

  private:
    void add_panel(const FigurePanel& panel) {
        const AxisRange x =
            figure_.layout == FigureLayout::stack ? shared_x_range(figure_.panels) : x_range(panel);
        const AxisRange y = y_range(panel);
        const double height =
            (figure_.panels.size() == 1 ? preset_.single_height_pt : preset_.panel_height_pt) * panel.height;
        out_ += "\\nextgroupplot[height=" + number(height + 30) + "pt, title={" + tex_escaped(panel.title) +
                "}, xlabel={" + tex_escaped(panel.x.text()) + "}, ylabel={" + tex_escaped(panel.y.text()) +
                "}, xmin=" + number(x.minimum) + ", xmax=" + number(x.maximum) +
                ", ymin=" + number(y.minimum) + ", ymax=" + number(y.maximum) + scale_options("x", panel.x) +
                scale_options("y", panel.y) + "]\n";
        for (std::size_t i = 0; i < panel.series.size(); ++i) add_series(panel, i, x);
        for (const ReferenceLine& line : panel.lines) {
            const std::string at = number(line.value);
            out_ += "\\addplot[black, dashed, line width=0.6pt" +
                    std::string(line.text.empty() ? ", forget plot" : "") + "] coordinates {" +
                    (line.vertical
                         ? "(" + at + "," + number(y.minimum) + ") (" + at + "," + number(y.maximum) + ")"
                         : "(" + number(x.minimum) + "," + at + ") (" + number(x.maximum) + "," + at + ")") +
                    "};\n";
            add_legend_entry(line.text);
        }
        for (const EventMark& event : panel.events)
            out_ += "\\addplot[black!45, dotted, forget plot] coordinates {(" + number(event.x) + "," +
                    number(y.minimum) + ") (" + number(event.x) + "," + number(y.maximum) + ")};\n";
    }

    static std::string scale_options(const std::string& axis, const FigureAxis& settings) {
        std::string out = settings.scale == AxisScale::logarithmic ? ", " + axis + "mode=log" : "";
        if (settings.categories.empty()) return out;
        std::string places, names;
        for (std::size_t i = 0; i < settings.categories.size(); ++i) {
            places += (i > 0 ? "," : "") + std::to_string(i);
            names += (i > 0 ? "," : "") + std::string("{") + tex_escaped(settings.categories[i]) + "}";
        }
        return out + ", " + axis + "tick={" + places + "}, " + axis + "ticklabels={" + names + "}";
    }

    void add_legend_entry(const std::string& name) {
        if (!name.empty()) out_ += "\\addlegendentry{" + tex_escaped(name) + "}\n";
    }

    void add_series(const FigurePanel& panel, std::size_t index, const AxisRange& x) {
        const FigureSeries& series = panel.series[index];
        const bool curve = series.kind == SeriesKind::line || series.kind == SeriesKind::step;
        const SeriesStyle style = style_in_panel(panel, index);
        const std::vector<std::size_t> kept = curve ? visible_points(series, x) : all_points(series);
        if (curve && !series.low.empty()) add_band(series, style, kept);
        out_ +=
            "\\addplot[" + look(panel, index, style) + (series.name.empty() ? ", forget plot" : "") + "] ";
        const bool interval = !curve && !series.low.empty();
        out_ += interval ? "table[x index=0, y index=1, y error minus index=2, y error plus index=3] {\n"
                         : "table {\n";
        for (const std::size_t i : kept) {
            out_ += number(series.x[i]) + " " + number(series.y[i]);
            if (interval)
                out_ +=
                    " " + number(series.y[i] - series.low[i]) + " " + number(series.high[i] - series.y[i]);
            out_ += "\n";
        }
        out_ += "};\n";
        add_legend_entry(series.name);
    }

    [[nodiscard]] std::string look(const FigurePanel& panel, std::size_t index,
                                   const SeriesStyle& style) const {
        const FigureSeries& series = panel.series[index];
        const bool crowded = panel.series.size() > legend_limit;
        const double width = preset_.line_pt * (crowded ? 0.35 : 1);
        if (series.emphasis == SeriesEmphasis::faint) return "color=black!25, line width=0.4pt, mark=none";
        const bool ceiling = series.emphasis == SeriesEmphasis::ceiling;
        const std::string color = "color=" + rgb(ceiling ? FigureColor{} : style.color);
        const std::string intervals =
            series.low.empty() ? ""
                               : ", error bars/.cd, y dir=both, y explicit, error bar style={black, solid}";
        if (series.kind == SeriesKind::bars) return bar_look(panel, index, style, color, ceiling) + intervals;
        if (series.kind == SeriesKind::scatter)
            return color + ", only marks, mark=" + mark_name(style.marker) + ", mark size=2pt" + intervals;
        const std::string steps = series.kind == SeriesKind::step ? ", const plot" : "";
        const std::string mark =
            crowded
                ? ", mark=none"
                : std::string(", mark=") + mark_name(style.marker) + ", mark size=1.6pt, mark repeat=" +
                      std::to_string(std::max<std::size_t>(1, std::min(series.y.size(), long_curve) / 6)) +
                      ", mark options={solid}";
        return color + ", line width=" + number(width) + "pt, " + dash_pattern(style, width) + steps + mark;
    }

    [[nodiscard]] std::string bar_look(const FigurePanel& panel, std::size_t index, const SeriesStyle& style,
                                       const std::string& color, bool ceiling) const {
        double count = 0, before = 0;
        for (std::size_t i = 0; i < panel.series.size(); ++i) {
            if (panel.series[i].kind != SeriesKind::bars) continue;
            before += i < index ? 1 : 0;
            count += 1;
        }
        const double room = 0.6 * preset_.width_pt / columns_ /
                            std::max<double>(1, static_cast<double>(panel.x.categories.size()));
        std::string out = "ybar, bar width=" + number(room / count) +
                          "pt, bar shift=" + number(room * ((before + 0.5) / count - 0.5)) + "pt, " + color;
        out += ceiling ? ", fill=white, dashed" : ", fill=" + rgb(style.color.tint(0.55));
        if (!ceiling && style.hatch != FigureHatch::none)
            out += std::string(", postaction={pattern=") + pattern_name(style.hatch) +
                   ", pattern color=" + rgb(style.color) + "}";
        return out;
    }

    static std::vector<std::size_t> all_points(const FigureSeries& series) {
        std::vector<std::size_t> out(series.y.size());
        for (std::size_t i = 0; i < out.size(); ++i) out[i] = i;
        return out;
    }

    std::vector<std::size_t> visible_points(const FigureSeries& series, const AxisRange& x) {
        if (series.y.size() <= long_curve) return all_points(series);
        FigurePolyline points;
        for (std::size_t i = 0; i < series.y.size(); ++i)
            points.push_back({x.position(series.x[i]) * preset_.width_pt, series.y[i]});
        std::vector<std::size_t> kept = decimated_indices(points, 0.75);
        thinned_ = thinned_ || kept.size() < series.y.size();
        return kept;
    }

    /// One closed area for each stretch without a gap.
    void add_band(const FigureSeries& series, const SeriesStyle& style,
                  const std::vector<std::size_t>& kept) {
        std::string upper;
        std::vector<std::size_t> stretch;
        const auto finish = [&] {
            if (stretch.size() > 1) {
                out_ += "\\addplot[draw=none, fill=" + rgb(style.color.tint(0.2)) +
                        ", forget plot] coordinates {" + upper;
                for (auto i = stretch.rbegin(); i != stretch.rend(); ++i)
                    out_ += "(" + number(series.x[*i]) + "," + number(series.low[*i]) + ") ";
                out_ += "} -- cycle;\n";
            }
            upper.clear();
            stretch.clear();
        };
        for (const std::size_t i : kept) {
            if (!std::isfinite(series.low[i]) || !std::isfinite(series.high[i])) {
                finish();
                continue;
            }
            upper += "(" + number(series.x[i]) + "," + number(series.high[i]) + ") ";
            stretch.push_back(i);
        }
        finish();
    }

    void add_radar(const FigurePanel& panel) {
        const auto spokes = static_cast<double>(panel.x.categories.size());
        const auto at = [&](double spoke, double share) {
            const double angle = std::numbers::pi / 2 - 2 * std::numbers::pi * spoke / spokes;
            return "(" + number(share * std::cos(angle)) + "," + number(share * std::sin(angle)) + ") ";
        };
        out_ += "\\nextgroupplot[hide axis, axis equal image, title={" + tex_escaped(panel.title) +
                "}, xmin=-1.5, xmax=1.5, ymin=-1.25, ymax=1.25, clip=false]\n";
        for (const double share : {0.5, 1.0}) {
            out_ += "\\addplot[black!20, forget plot] coordinates {";
            for (double i = 0; i <= spokes; ++i) out_ += at(i, share);
            out_ += "};\n";
        }
        for (std::size_t i = 0; i < panel.x.categories.size(); ++i) {
            std::string place = at(static_cast<double>(i), 1.15);
            place.pop_back();
            out_ += "\\addplot[black!20, forget plot] coordinates {(0,0) " + at(static_cast<double>(i), 1) +
                    "};\n";
            out_ += "\\node[font=\\footnotesize] at (axis cs:" + place.substr(1, place.size() - 2) + ") {" +
                    tex_escaped(panel.x.categories[i]) + "};\n";
        }
        for (std::size_t s = 0; s < panel.series.size(); ++s) {
            const FigureSeries& series = panel.series[s];
            const SeriesStyle style = style_in_panel(panel, s);
            out_ += "\\addplot[color=" + rgb(style.color) + ", line width=" + number(preset_.line_pt) +
                    "pt, " + dash_pattern(style, preset_.line_pt) + ", mark=" + mark_name(style.marker) +
                    ", mark size=1.6pt, mark options={solid}" + (series.name.empty() ? ", forget plot" : "") +
                    "] coordinates {";
            for (std::size_t i = 0; i <= series.y.size(); ++i)
                out_ += std::isfinite(series.y[i % series.y.size()])
                            ? at(static_cast<double>(i), series.y[i % series.y.size()])
                            : "(nan,nan) ";
            out_ += "};\n";
            add_legend_entry(series.name);
        }
    }

    const FigureSpec& figure_;
    const FigurePreset& preset_;
    int columns_ = 1;
    bool thinned_ = false;
    std::string out_;
};

std::string comment(const std::string& text) {
    std::string out = "% ";
    for (const char c : text) out += c == '\n' || c == '\r' ? ' ' : c;
    out += '\n';
    return out;
}

}  // namespace

Expected<std::string> figure_to_tex(const FigureSpec& figure, const FigureOptions& options) {
    if (options.anonymous) {
        FigureOptions plain = options;
        plain.anonymous = false;
        return figure_to_tex(anonymized(figure), plain);
    }
    if (auto checked = check_figure(figure); !checked) return Unexpected(checked.error());
    const auto preset = find_preset(options.preset);
    if (!preset) return Unexpected(preset.error());
    TexWriter writer(figure, *preset);
    const std::string picture = writer.write();
    std::string head = comment(
        "Needs \\usepackage{pgfplots}, \\pgfplotsset{compat=1.16} and \\usepgfplotslibrary{groupplots},"
        " \\usetikzlibrary{patterns}.");
    head += comment("Caption: " + figure.caption);
    if (!figure.provenance.text().empty()) head += comment("Source: " + figure.provenance.text());
    if (writer.thinned())
        head += comment("Long curves are thinned out to the figure's width; the CSV has every point.");
    return head + picture;
}

}  // namespace trimtab::results
