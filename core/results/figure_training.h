// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/results/figure_spec.h"
#include "core/results/training_progress.h"
#include "core/telemetry/row.h"

namespace trimtab::results {

/// The rows of one training run that figures are made of, each kind in the order of the run.
struct TrainingRows {
    std::string name;   ///< the run folder's name
    std::string group;  ///< runs of one group differ in their seed only; the legend shows it
    std::vector<telemetry::Row> episodes, updates, evaluations;
    int episodes_a_row = 1;  ///< above 1: a row is the mean of so many consecutive episodes of a pattern

    void add(const telemetry::Row& row);
};

/// Sorts a run's rows by their kind.
[[nodiscard]] TrainingRows training_rows(std::string name, std::string group,
                                         std::span<const telemetry::Row> rows);

/// What the recorder keeps in memory: returns and reward components (of a long run thinned to means), updates
/// and evaluations.
[[nodiscard]] TrainingRows training_rows(std::string name, const TrainingProgress& progress);

struct CurveOptions {
    double smoothing = 0.9;    ///< weight of the past, [0, 1)
    double confidence = 0.95;  ///< of the band over seeds
    bool overlay = false;      ///< every run a curve of its own instead of a band
};

/// Episode return over environment steps. One run: raw in grey, smoothed per load pattern. Several of one
/// group: the mean of the smoothed curves with Student's interval over runs; a group of one run has no band
/// and the caption says so.
[[nodiscard]] FigureSpec reward_curve_figure(std::span<const TrainingRows> runs,
                                             const CurveOptions& options = {});

/// The reward's four components (sums over an episode), smoothed, of one run; one panel with four curves.
[[nodiscard]] FigureSpec reward_components_figure(const TrainingRows& run, const CurveOptions& options = {});

/// Losses, entropy, KL, clip fraction, explained variance, gradient norm and speed over updates: one panel
/// each, one curve a run.
[[nodiscard]] FigureSpec training_diagnostics_figure(std::span<const TrainingRows> runs);

/// training_progress.png: the run at a glance. Panels whose metric was not recorded are left out.
[[nodiscard]] FigureSpec training_progress_figure(const TrainingRows& run);

/// A weight that averages over about one hundredth of `points`, at least 0.9: a picture's width of noise.
[[nodiscard]] double overview_smoothing(std::size_t points);

/// Smallest building block: one metric over environment steps, of rows with `label` (empty: of every row).
[[nodiscard]] FigureSeries metric_series(std::span<const telemetry::Row> rows, int metric,
                                         const std::string& label);

/// The labels of rows in order of their first appearance.
[[nodiscard]] std::vector<std::string> row_labels(std::span<const telemetry::Row> rows);

/// The x axis of all of them.
[[nodiscard]] FigureAxis steps_axis();

}  // namespace trimtab::results
