// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/expected.h"

namespace trimtab::results {

enum class AxisScale { linear, logarithmic };

/// One axis of a panel. Without a range it follows the data; with categories its positions are 0, 1, 2 ...
struct FigureAxis {
    std::string label;
    std::string unit;  ///< "ms", "req/s"; empty for plain numbers
    AxisScale scale = AxisScale::linear;
    std::optional<double> minimum, maximum;
    std::vector<std::string> categories;
    bool from_zero = false;  ///< an automatic range includes 0 (linear only)
    bool whole = false;      ///< counts: no tick stands between two whole numbers

    /// "95th percentile latency (ms)".
    [[nodiscard]] std::string text() const { return unit.empty() ? label : label + " (" + unit + ")"; }
};

/// radar needs a radar panel, the others a cartesian one.
enum class SeriesKind { line, step, scatter, bars, radar };

/// normal: colour, dash and marker of its style. faint: a thin grey line behind the others (raw values).
/// ceiling: hollow and dashed, for a bound that no method can reach.
enum class SeriesEmphasis { normal, faint, ceiling };

/// One named sequence of points. y may be NaN: a gap. low and high are empty, or as long as y: the band of a
/// line, the interval of a bar or point; NaN for none. A radar series has one y a category and no x.
struct FigureSeries {
    std::string name;  ///< in the legend; empty: not there
    SeriesKind kind = SeriesKind::line;
    std::vector<double> x, y;
    std::vector<double> low, high;
    int style = -1;  ///< index into figure_style.h; -1: its place among the panel's series
    SeriesEmphasis emphasis = SeriesEmphasis::normal;
};

/// A line across the panel at one value, with its meaning at its end: "SLO".
struct ReferenceLine {
    double value = 0;
    std::string text;
    bool vertical = false;
};

/// An event at one x: a scaling action, a checkpoint.
struct EventMark {
    double x = 0;
    std::string text;  ///< in the CSV only
};

enum class PanelKind { cartesian, radar };

/// One pair of axes with its series.
struct FigurePanel {
    std::string title;
    PanelKind kind = PanelKind::cartesian;
    FigureAxis x, y;  ///< radar: x.categories names the spokes, y is their common scale
    std::vector<FigureSeries> series;
    std::vector<ReferenceLine> lines;
    std::vector<EventMark> events;
    double height = 1;              ///< relative to the other panels of a stack
    std::string empty = "No data";  ///< what an empty panel says: the cause
};

/// Where the numbers come from. Written into the file unless it is to be anonymous.
struct FigureProvenance {
    std::vector<std::string> run_ids;
    std::string config_hash;
    std::string version;  ///< program_name() of build_info.h

    /// "runs a, b; config 1a2b; trimtab 0.1.0 (...)"; empty parts are left out.
    [[nodiscard]] std::string text() const;
};

/// stack: panels under one another over one shared x axis. grid: independent panels in `columns` columns.
enum class FigureLayout { stack, grid };

/// A figure as data, without a size: the preset decides that when it is written.
struct FigureSpec {
    std::string name;     ///< file name without extension: "reward_curve"
    std::string title;    ///< drawn on slides and pictures; in print the caption stands under the figure
    std::string caption;  ///< one or more sentences; says what was smoothed and what a band is
    FigureLayout layout = FigureLayout::stack;
    int columns = 2;
    std::vector<FigurePanel> panels;
    FigureProvenance provenance;
};

/// A copy that does not tell whose runs it shows: no provenance, and "run 1", "run 2" for the runs' names.
[[nodiscard]] FigureSpec anonymized(FigureSpec figure);

/// Nothing where every panel can be drawn; otherwise which series is wrong and how (lengths that differ, a
/// radar without categories), or that the figure has no number to show at all.
[[nodiscard]] Expected<void> check_figure(const FigureSpec& figure);

}  // namespace trimtab::results
