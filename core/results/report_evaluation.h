// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/results/comparison_values.h"
#include "core/results/figure_training.h"
#include "core/results/manifest.h"
#include "core/results/report_document.h"
#include "core/training/evaluation_result.h"

namespace trimtab::results {

/// What a report says about the run behind its numbers.
struct ReportSource {
    std::string name;  ///< the run folder's
    std::string command_line;
    std::string config_hash;
    std::vector<std::uint64_t> training_seeds;
    std::string version;  ///< program_name()
    std::map<std::string, std::string> libraries;
    bool anonymous = false;  ///< leaves out name, command line, configuration hash and versions

    [[nodiscard]] FigureProvenance provenance() const;
};

/// Puts the source into a figure or, for an anonymous report, takes the runs' names out of it.
void set_source(FigureSpec& figure, const ReportSource& source);

/// From a run's manifest.
[[nodiscard]] ReportSource report_source(const Manifest& manifest, bool anonymous = false);

/// Verdicts, tables with intervals, expected improvements, equal cost, distance to the ceiling, methods,
/// figures, notes. Every number has its unit, and its interval or the reason why it has none.
[[nodiscard]] Report evaluation_report(const training::EvaluationResult& evaluation,
                                       const ComparisonResult& comparison, const ReportSource& source);

/// The figures of an evaluation that have data, with their provenance; timelines of the first policy where
/// steps were kept.
[[nodiscard]] std::vector<FigureSpec> evaluation_figures(const training::EvaluationResult& evaluation,
                                                         const ComparisonResult& comparison,
                                                         const ReportSource& source);

/// A training run: its last evaluation as a table, and its figures.
[[nodiscard]] Report training_report(const TrainingRows& run, const ReportSource& source, double smoothing);
[[nodiscard]] std::vector<FigureSpec> training_figures(const TrainingRows& run, const ReportSource& source,
                                                       double smoothing);

/// A paragraph for a paper with the numbers filled in: policies, episodes, seeds, unit, intervals, versions.
[[nodiscard]] std::string methods_paragraph(const ComparisonResult& comparison, const ReportSource& source);

/// The tables of an evaluation report one by one.
[[nodiscard]] ReportTable verdict_table(const ComparisonResult& comparison);
[[nodiscard]] ReportTable difference_table(const ComparisonResult& comparison);
[[nodiscard]] ReportTable quality_table(const ComparisonResult& comparison);
[[nodiscard]] ReportTable resource_table(const ComparisonResult& comparison);
[[nodiscard]] ReportTable return_table(const ComparisonResult& comparison);
[[nodiscard]] ReportTable pattern_table(const ComparisonResult& comparison);
[[nodiscard]] ReportTable spread_table(const ComparisonResult& comparison);

/// LaTeX (booktabs): return by pattern, and p95, SLO violations and cost over all patterns, with units; the
/// best mean of each column in bold, a clairvoyant policy below a rule of its own and never best.
[[nodiscard]] std::string comparison_latex_table(const ComparisonResult& comparison);

}  // namespace trimtab::results
