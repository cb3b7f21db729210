// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/section_builder.h"

namespace trimtab::config {

void add_evaluation_keys(std::vector<ConfigKey>& rows) {
    using V = EvaluationConfig;
    SectionBuilder<V> section(rows, "evaluation", &Config::evaluation);
    section.text_list("patterns", &V::patterns, load_pattern_names(),
                      "Load patterns to evaluate on; empty: those of load.patterns.");
    section.text_list("policies", &V::policies,
                      {"static-gpu", "static-cpu", "best-static", "hold", "always-max", "always-min",
                       "random", "rule", "rule-calibrated", "hpa", "hpa-calibrated", "keda", "planner"},
                      "Policies to compare with.");
    section.integer("runs", &V::runs, "episodes", 1, 100000,
                    "Episodes a pattern, the same for every policy.");
    section.integer(
        "calibration_runs", &V::calibration_runs, "episodes", 1, 100000,
        "Episodes a pattern for every candidate when a rule is calibrated; never the test episodes.");
    section.number("confidence", &V::confidence, "", 0.5, 0.9999, "Confidence of every interval.");
    section
        .integer("bootstrap_resamples", &V::bootstrap_resamples, "", 100, 10000000,
                 "Resamples of a bootstrap interval.")
        .advanced = true;
    section.integer("threads", &V::threads, "", 0, 1024, "Threads that play episodes; 0: one a core.")
        .advanced = true;
    section
        .integer("timelines", &V::timelines, "episodes", 0, 1000,
                 "The first N episodes of each pattern keep every step with the decision behind it.")
        .advanced = true;
    section.boolean("published_improvements", &V::published_improvements,
                    "Also judges the published improvements, in profile published.");
}

void add_figures_keys(std::vector<ConfigKey>& rows) {
    using F = FiguresConfig;
    SectionBuilder<F> section(rows, "figures", &Config::figures);
    section.choice("preset", &F::preset, {"ieee-column", "ieee-page", "slide"},
                   "Width and text size of figures.");
    section.text_list("formats", &F::formats, {"pdf", "svg", "png", "tex", "csv"},
                      "File formats of figures.");
    section.number("smoothing", &F::smoothing, "", 0, 0.999,
                   "Weight of the past in a smoothed curve; 0: raw.");
    section.boolean("anonymous", &F::anonymous, "Leaves provenance out of figures and reports.");
}

}  // namespace trimtab::config
