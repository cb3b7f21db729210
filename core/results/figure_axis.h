// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/results/figure_spec.h"

namespace trimtab::results {

/// The resolved range of an axis: minimum < maximum, both > 0 on a logarithmic scale.
struct AxisRange {
    double minimum = 0;
    double maximum = 1;
    AxisScale scale = AxisScale::linear;

    /// 0 at the minimum, 1 at the maximum; NaN where the value cannot stand on the axis.
    [[nodiscard]] double position(double value) const;
};

/// The range of the data where the axis has no own: with a margin of 4 % (so that no marker touches the
/// frame), from zero up where bars or `from_zero` ask for it. Values <= 0 do not count on a logarithmic axis.
[[nodiscard]] AxisRange x_range(const FigurePanel& panel);
[[nodiscard]] AxisRange y_range(const FigurePanel& panel);

/// The x range that all panels of a stack share.
[[nodiscard]] AxisRange shared_x_range(const std::vector<FigurePanel>& panels);

struct AxisTick {
    double value = 0;
    std::string text;  ///< in units of 10^axis_exponent(); decimal point in every locale, true minus (U+2212)
};

/// The power of ten (0 or a multiple of 3) that the ticks of a linear axis are written in, so that they stay
/// short: 250000 is 0.25 on an axis "Environment steps (10⁶)".
[[nodiscard]] int axis_exponent(const AxisRange& range);

/// The axis' title for that exponent: "Latency p95 (ms)", "Cost (10³ USD)".
[[nodiscard]] std::string axis_title(const FigureAxis& axis, int exponent);

/// At most about `wanted` ticks at round values (1, 2, 2.5 or 5 times a power of ten); on a logarithmic axis
/// at powers of ten, with 2 and 5 between them where there are few. All within the range. whole: at whole
/// numbers only.
[[nodiscard]] std::vector<AxisTick> nice_ticks(const AxisRange& range, int wanted, bool whole = false);

/// Unlabelled positions between the ticks of a logarithmic axis (2 to 9 times powers of ten).
[[nodiscard]] std::vector<double> minor_ticks(const AxisRange& range);

/// A number for a person, of `digits` significant digits, in every locale with a decimal point.
[[nodiscard]] std::string format_number(double value, int digits = 4);

/// What a panel cannot show: "3 values at or below 0 are not on the log axis", "2 points lie outside the
/// range".
[[nodiscard]] std::vector<std::string> panel_notes(const FigurePanel& panel);

}  // namespace trimtab::results
