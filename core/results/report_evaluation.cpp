// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/report_evaluation.h"

#include <algorithm>

#include "core/results/build_info.h"
#include "core/results/figure_axis.h"
#include "core/results/figure_evaluation.h"
#include "core/results/number_text.h"

namespace trimtab::results {
namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
        out += names[i];
    }
    return out;
}

std::string text_or_none(const std::optional<Estimate>& estimate, std::string_view unit) {
    return estimate ? estimate_text(*estimate, unit) : "none";
}

ReportSection improvements_section(const ComparisonResult& comparison) {
    ReportSection section{"Expected improvements", {}};
    if (comparison.expected_improvements.empty()) {
        section.blocks.emplace_back(
            "Not judged: they need an evaluation in profile published with the policy static-cpu.");
        return section;
    }
    ReportTable table;
    table.caption =
        "Each expected improvement with its interval; met only where the whole interval is beyond the "
        "target.";
    table.header = {"Policy", "Pattern", "Criterion", "Value", "Result"};
    for (const ExpectedImprovement& one : comparison.expected_improvements)
        table.rows.push_back({one.policy, one.pattern, one.criterion, text_or_none(one.value, "1"),
                              one.met ? "met" : "not met"});
    section.blocks.emplace_back(std::move(table));
    return section;
}

ReportSection cost_section(const ComparisonResult& comparison) {
    ReportSection section{"At equal cost", {}};
    if (comparison.equal_cost.empty()) {
        section.blocks.emplace_back(
            "No static allocation was evaluated, so there is nothing to compare at equal cost.");
        return section;
    }
    ReportTable table;
    table.caption =
        "Against mixing the static allocations so that they cost the same (return), or violate the SLO as "
        "often "
        "(cost): what is above them is more than more pods.";
    table.header = {"Policy", "Pattern", "Cost of an episode (USD)", "Return above the statics'",
                    "Share of cost saved"};
    // The few sentences that notes are stand below the table, as a column of them would shrink its print.
    std::vector<std::string> notes;
    for (const EqualCost& one : comparison.equal_cost) {
        std::string saved = text_or_none(one.cost_saved_share, "1");
        if (!one.note.empty()) {
            const auto known = std::find(notes.begin(), notes.end(), one.note);
            saved += " (" + std::to_string(known - notes.begin() + 1) + ")";
            if (known == notes.end()) notes.push_back(one.note);
        }
        table.rows.push_back({one.policy, one.pattern, text_or_none(one.cost_usd, ""),
                              text_or_none(one.return_difference, "1"), saved});
    }
    section.blocks.emplace_back(std::move(table));
    for (std::size_t i = 0; i < notes.size(); ++i)
        section.blocks.emplace_back("(" + std::to_string(i + 1) + ") " + notes[i] + ".");
    return section;
}

ReportSection ceiling_section(const ComparisonResult& comparison) {
    ReportSection section{"Distance to the ceiling", {}};
    if (comparison.gap_closed.empty()) {
        section.blocks.emplace_back("No planner was evaluated, so there is no ceiling to measure against.");
        return section;
    }
    ReportTable table;
    table.caption =
        "Share of the return between the best baseline and the planner that the policy closes. The planner "
        "sees the "
        "future load: a ceiling, not a baseline.";
    table.header = {"Policy", "Pattern", "Best baseline", "Its return", "Planner's return", "Share closed"};
    for (const GapClosed& gap : comparison.gap_closed)
        table.rows.push_back({gap.policy, gap.pattern, gap.baseline, text_or_none(gap.baseline_return, "1"),
                              text_or_none(gap.planner_return, "1"),
                              gap.share ? estimate_text(*gap.share, "1") : gap.note});
    section.blocks.emplace_back(std::move(table));
    return section;
}

ReportSection source_section(const ReportSource& source) {
    ReportSection section{"Source", {}};
    if (source.anonymous) {
        section.blocks.emplace_back("Anonymous: run, command line, configuration and versions are left out.");
        return section;
    }
    section.blocks.emplace_back("Run " + source.name + ", configuration " + source.config_hash + ", " +
                                source.version + ".");
    if (!source.command_line.empty()) section.blocks.emplace_back("Command line: " + source.command_line);
    return section;
}

/// Every reason why a number has no interval, once.
std::vector<std::string> missing_intervals(const ComparisonResult& comparison) {
    std::vector<std::string> reasons;
    const auto add = [&](const std::string& reason) {
        if (!reason.empty() && std::find(reasons.begin(), reasons.end(), reason) == reasons.end())
            reasons.push_back(reason);
    };
    for (const ContenderSummary& contender : comparison.contenders)
        for (const PatternSummary& pattern : contender.patterns) {
            for (const MetricSummary& metric : pattern.metrics) {
                if (!metric.mean.interval) add(metric.mean.no_interval);
                add(metric.problem);
            }
            for (const std::string& note : pattern.notes) add(contender.name + ": " + note);
        }
    return reasons;
}

}  // namespace

FigureProvenance ReportSource::provenance() const { return {{name}, config_hash, version}; }

ReportSource report_source(const Manifest& manifest, bool anonymous) {
    ReportSource source;
    source.name = manifest.name;
    source.command_line = manifest.command_line;
    source.config_hash = manifest.config_hash;
    source.training_seeds = manifest.seeds;
    source.version = "trimtab " + manifest.version + " (" + manifest.git_commit.substr(0, 12) + ")";
    source.libraries = manifest.libraries;
    source.anonymous = anonymous;
    return source;
}

void set_source(FigureSpec& figure, const ReportSource& source) {
    figure.provenance = source.provenance();
    if (source.anonymous) figure = anonymized(std::move(figure));
}

std::string methods_paragraph(const ComparisonResult& comparison, const ReportSource& source) {
    std::vector<std::string> policies;
    std::vector<std::string> seeds;
    for (const ContenderSummary& contender : comparison.contenders) policies.push_back(contender.name);
    for (const std::uint64_t seed : source.training_seeds) seeds.push_back(std::to_string(seed));
    std::string out = "We evaluated " + joined(policies) + " on the load patterns " +
                      joined(comparison.patterns) + ", " + std::to_string(comparison.runs) +
                      " episodes a pattern, on held-out seeds. The episodes are paired: run i of a pattern "
                      "meets the same load, the "
                      "same users and the same start-up times under every policy. ";
    if (!seeds.empty())
        out +=
            (seeds.size() == 1 ? "The model was trained with seed " : "The models were trained with seeds ") +
            joined(seeds) + ". ";
    out += comparison.unit_statement + " " + comparison.method_statement + " ";
    out += "Percentiles of a whole run are taken from merged histograms, never averaged.";
    if (source.anonymous) return out;
    out += " Software: " + source.version;
    for (const auto& [library, version] : source.libraries) out += ", " + library + " " + version;
    return out + "; configuration " + source.config_hash + ".";
}

std::vector<FigureSpec> evaluation_figures(const training::EvaluationResult& evaluation,
                                           const ComparisonResult& comparison, const ReportSource& source) {
    std::vector<FigureSpec> figures{evaluation_bars_figure(comparison),
                                    paired_differences_figure(comparison),
                                    radar_figure(comparison),
                                    performance_profile_figure(comparison),
                                    pareto_figure(trade_off_points(comparison)),
                                    latency_cdf_figure(evaluation)};
    if (!evaluation.policies.empty()) {
        const training::PolicyResult& policy = evaluation.policies.front();
        for (const std::string& pattern : evaluation.patterns) {
            const auto episode =
                std::find_if(policy.episodes.begin(), policy.episodes.end(),
                             [&](const auto& e) { return e.pattern == pattern && !e.steps.empty(); });
            if (episode == policy.episodes.end()) continue;
            figures.push_back(replica_timeline_figure(policy.policy, *episode, evaluation.slo_ms));
            figures.back().name += "_" + pattern;
        }
    }
    std::erase_if(figures, [](const FigureSpec& figure) { return !check_figure(figure); });
    for (FigureSpec& figure : figures) set_source(figure, source);
    return figures;
}

Report evaluation_report(const training::EvaluationResult& evaluation, const ComparisonResult& comparison,
                         const ReportSource& source) {
    Report report;
    report.title = source.anonymous ? "Evaluation" : "Evaluation " + source.name;
    ReportSection verdicts{"Verdicts", {}};
    if (comparison.pairs.empty()) {
        verdicts.blocks.emplace_back("There is no pair of policies to compare.");
    } else {
        verdicts.blocks.emplace_back(verdict_table(comparison));
        verdicts.blocks.emplace_back(difference_table(comparison));
    }
    verdicts.blocks.emplace_back(comparison.unit_statement);
    report.sections.push_back(std::move(verdicts));
    report.sections.push_back({"Policies",
                               {quality_table(comparison), resource_table(comparison),
                                return_table(comparison), spread_table(comparison)}});
    report.sections.push_back(improvements_section(comparison));
    report.sections.push_back(cost_section(comparison));
    report.sections.push_back(ceiling_section(comparison));
    report.sections.push_back({"Methods", {methods_paragraph(comparison, source)}});
    ReportSection figures{"Figures", {}};
    for (FigureSpec& figure : evaluation_figures(evaluation, comparison, source))
        figures.blocks.emplace_back(std::move(figure));
    report.sections.push_back(std::move(figures));
    ReportSection notes{"Notes", {}};
    for (const std::string& note : comparison.notes) notes.blocks.emplace_back(note);
    for (const std::string& reason : missing_intervals(comparison))
        notes.blocks.emplace_back("No number or no interval: " + reason);
    if (!notes.blocks.empty()) report.sections.push_back(std::move(notes));
    report.sections.push_back(source_section(source));
    return report;
}

}  // namespace trimtab::results
