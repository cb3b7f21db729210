// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/comparison_report.h"

#include <algorithm>
#include <set>

#include "core/results/number_text.h"
#include "core/results/text_table.h"

namespace trimtab::results {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string heading(const std::string& text) {
    return "\n" + text + "\n" + std::string(text.size(), '-') + "\n";
}

std::string wrapped(const std::string& text, const std::string& indent = "") {
    std::string out, line = indent;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        if (line.size() > indent.size() && line.size() + 1 + word.size() > 110) {
            out += line + "\n";
            line = indent;
        }
        line += (line.size() > indent.size() ? " " : "") + word;
        at = end + 1;
    }
    return out + line + "\n";
}

std::string with_unit(const std::string& name, const std::string& unit) {
    return unit == "1" ? name : name + " [" + unit + "]";
}

std::string tests_text(const MetricComparison& metric) {
    std::string out;
    for (const TestOutcome& test : metric.tests) {
        out += out.empty() ? "" : "; ";
        out += test.test + " ";
        out += test.p_holm ? "p = " + p_text(*test.p_holm) : "none (" + test.reason + ")";
    }
    return out;
}

std::string verdicts(const ComparisonResult& result) {
    if (result.pairs.empty()) return "  There is no pair of policies to compare.\n";
    Rows rows = {{"policy", "against"}};
    for (const std::string& pattern : result.patterns) rows[0].push_back(pattern);
    rows[0].push_back(all_patterns);
    for (const PairComparison& pair : result.pairs) {
        rows.push_back({pair.policy, pair.baseline});
        for (const PatternComparison& pattern : pair.patterns)
            rows.back().push_back(verdict_name(pattern.verdict));
    }
    return text_table(rows);
}

// The interval stands in the table; only what changes its reading is worth a sentence.
bool says_more_than_the_interval(const std::string& reason) {
    return !reason.ends_with("contains zero") && !reason.ends_with("difference excludes zero");
}

// The return on each pattern in full, the other metrics over all patterns.
std::string pair_details(const PairComparison& pair) {
    std::string out = "\n" + pair.policy + " minus " + pair.baseline + " (" + std::to_string(pair.units) +
                      " " + unit_name(pair.unit) + (pair.units == 1 ? "" : "s") + ")\n";
    Rows rows = {{"pattern", "return difference", "verdict", "d_z", "g", "P(better)", "p after Holm"}};
    std::set<std::string> remarks;
    const auto optional_text = [](const std::optional<double>& x) {
        return x ? number_text(*x) : std::string("-");
    };
    for (const PatternComparison& pattern : pair.patterns) {
        const MetricComparison& metric = pattern.metrics.front();
        if (!metric.difference) {
            rows.push_back({pattern.pattern, "none"});
        } else {
            rows.push_back({pattern.pattern, estimate_text(*metric.difference, metric.unit),
                            verdict_name(metric.verdict), optional_text(metric.cohen_dz),
                            optional_text(metric.hedges_g),
                            estimate_text(*metric.probability_of_improvement, "1"), tests_text(metric)});
        }
        if (says_more_than_the_interval(metric.reason))
            remarks.insert(pattern.pattern + ": " + metric.reason + ".");
        if (metric.student && metric.student->interval)
            remarks.insert(pattern.pattern + ": Student's interval of the difference is " +
                           estimate_text(*metric.student, metric.unit) + ".");
    }
    out += text_table(rows);
    rows = {{"over all patterns", "difference", "verdict"}};
    for (const MetricComparison& metric : pair.patterns.back().metrics) {
        if (&metric == &pair.patterns.back().metrics.front()) continue;
        rows.push_back({with_unit(metric.metric, metric.unit),
                        metric.difference ? estimate_text(*metric.difference, metric.unit) : metric.reason,
                        verdict_name(metric.verdict)});
    }
    out += text_table(rows);
    for (const std::string& remark : remarks) out += wrapped(remark, "  ");
    return out;
}

std::string pattern_table(const ComparisonResult& result, std::size_t pattern) {
    Rows rows = {{"policy", "metric", "mean", "std", "min", "max", "IQM", "n"}};
    std::string notes;
    for (const ContenderSummary& contender : result.contenders) {
        const PatternSummary& summary = contender.patterns[pattern];
        const std::string name = contender.clairvoyant ? contender.name + " (ceiling)" : contender.name;
        for (const MetricSummary& metric : summary.metrics) {
            if (!metric.problem.empty()) {
                rows.push_back({name, with_unit(metric.metric, metric.unit), "none"});
                if (notes.find(metric.problem) == std::string::npos)
                    notes += wrapped(metric.problem + ".", "  ");
                continue;
            }
            rows.push_back({name, with_unit(metric.metric, metric.unit), estimate_text(metric.mean, ""),
                            metric.sample.std ? number_text(*metric.sample.std) : "-",
                            number_text(metric.sample.min), number_text(metric.sample.max),
                            estimate_text(metric.iqm, ""), std::to_string(metric.sample.n)});
        }
        rows.push_back(
            {name, "pooled_latency_p95_ms [ms]",
             summary.pooled_latency_p95_ms ? estimate_text(*summary.pooled_latency_p95_ms, "") : "none"});
        for (const std::string& note : summary.notes) notes += wrapped(contender.name + ": " + note, "  ");
    }
    return text_table(rows) + notes;
}

std::string improvements(const ComparisonResult& result) {
    if (result.expected_improvements.empty())
        return wrapped("Not judged: they need an evaluation in profile `published` with policy static-cpu.",
                       "  ");
    Rows rows = {{"policy", "pattern", "criterion", "value", "met", "because"}};
    for (const ExpectedImprovement& one : result.expected_improvements)
        rows.push_back({one.policy, one.pattern, one.criterion,
                        one.value ? estimate_text(*one.value, "1") : "none", one.met ? "met" : "not met",
                        one.reason});
    return text_table(rows);
}

std::string equal_cost(const ComparisonResult& result) {
    if (result.equal_cost.empty())
        return wrapped("No static allocation was evaluated, so there is nothing to compare at equal cost.",
                       "  ");
    std::string out = wrapped(
        "Against mixing the static allocations so that they cost the same as the policy (return), or violate "
        "the SLO as "
        "often (cost saved): better than these is more than buying more pods.",
        "  ");
    Rows rows = {{"policy", "pattern", "cost", "return above the statics'", "share of cost saved", "note"}};
    for (const EqualCost& one : result.equal_cost)
        rows.push_back({one.policy, one.pattern, one.cost_usd ? estimate_text(*one.cost_usd, "USD") : "none",
                        one.return_difference ? estimate_text(*one.return_difference, "1") : "none",
                        one.cost_saved_share ? estimate_text(*one.cost_saved_share, "1") : "none", one.note});
    return out + text_table(rows);
}

std::string gaps(const ComparisonResult& result) {
    if (result.gap_closed.empty())
        return wrapped("No planner was evaluated, so there is no ceiling to measure against.", "  ");
    std::string out = wrapped(
        "The planner sees the future load: a ceiling that no policy can be expected to reach, and not a "
        "baseline. Share of "
        "the return between the best baseline and the planner that the policy closes:",
        "  ");
    Rows rows = {{"policy", "pattern", "baseline", "its return", "planner's return", "policy's return",
                  "share closed", "n"}};
    const auto text = [](const std::optional<Estimate>& e) {
        return e ? estimate_text(*e, "1") : std::string("none");
    };
    for (const GapClosed& gap : result.gap_closed)
        rows.push_back({gap.policy, gap.pattern, gap.baseline, text(gap.baseline_return),
                        text(gap.planner_return), text(gap.policy_return),
                        gap.share ? text(gap.share) : gap.note, std::to_string(gap.episodes) + " episodes"});
    return out + text_table(rows);
}

std::string ceilings(const ComparisonResult& result) {
    std::string out;
    for (const ContenderSummary& contender : result.contenders)
        if (contender.optimality_gap)
            out += "  " + contender.name + ": return below the planner's mean by " +
                   estimate_text(*contender.optimality_gap, "1") + " (optimality gap over all patterns)\n";
    return out;
}

}  // namespace

std::string comparison_report(const ComparisonResult& result) {
    std::string out = "Comparison of policies\n======================\n";
    out += wrapped(result.unit_statement) + wrapped(result.method_statement);
    out += wrapped(
        "The return is a plain number (sum of the steps' rewards); shares and probabilities run from 0 to 1; "
        "an "
        "SLO violation is a window with p95 above " +
        number_text(result.slo_ms) + " ms. `all` is the mean over patterns, each counting the same.");
    for (const std::string& note : result.notes) out += wrapped("Note: " + note);
    out += heading("Verdicts by return") + verdicts(result);
    out += heading("Expected improvements (profile `published`)") + improvements(result);
    out += heading("At equal cost") + equal_cost(result);
    out += heading("Distance to the ceiling") + gaps(result) + ceilings(result);
    out += heading("Paired differences");
    for (const PairComparison& pair : result.pairs) out += pair_details(pair);
    for (std::size_t pattern = 0; pattern <= result.patterns.size(); ++pattern) {
        const bool single = pattern < result.patterns.size();
        out += heading(single ? "Pattern " + result.patterns[pattern] : std::string("Over all patterns"));
        out += pattern_table(result, pattern);
    }
    return out;
}

}  // namespace trimtab::results
