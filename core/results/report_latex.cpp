// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "core/results/figure_axis.h"
#include "core/results/figure_tex.h"
#include "core/results/report_evaluation.h"

namespace trimtab::results {
namespace {

/// "4.87 [4.80, 4.94]" as a number with its interval in small type.
std::string latex_cell(const ReportCell& cell) {
    const std::size_t bracket = cell.text.find(" [");
    const auto number = [](const std::string& text) {
        std::string out;
        for (const char c : text) out += c == '-' ? std::string("$-$") : tex_escaped(std::string(1, c));
        return out;
    };
    const std::string value = number(cell.text.substr(0, bracket));
    std::string out = cell.best ? "\\textbf{" + value + "}" : value;
    if (bracket != std::string::npos) out += " {\\scriptsize " + number(cell.text.substr(bracket + 1)) + "}";
    return out;
}

}  // namespace

std::string comparison_latex_table(const ComparisonResult& comparison) {
    const ReportTable returns = return_table(comparison), quality = quality_table(comparison),
                      resources = resource_table(comparison);
    // Whole-run p95, SLO violations and cost: what else a paper's table has room for.
    const std::pair<const ReportTable*, std::size_t> more[] = {{&quality, 2}, {&quality, 4}, {&resources, 1}};
    const std::size_t columns = returns.header.size() + std::size(more);
    std::string out =
        "% Needs \\usepackage{booktabs}. Best mean of each column in bold; bold alone says nothing about "
        "significance.\n"
        "\\begin{table*}\n\\centering\n\\caption{Episode return (sum of rewards) by load pattern, and "
        "whole-run p95, SLO "
        "violations and cost over all patterns: means with " +
        format_number(100 * comparison.confidence) + "\\,\\% intervals over " +
        std::to_string(comparison.runs) + " paired episodes a pattern. " +
        tex_escaped(comparison.unit_statement) + "}\n\\label{tab:evaluation}\n\\begin{tabular}{l" +
        std::string(columns - 1, 'r') + "}\n\\toprule\n";
    for (std::size_t i = 0; i < returns.header.size(); ++i)
        out += (i > 0 ? " & " : "") + tex_escaped(returns.header[i]);
    for (const auto& [table, column] : more) out += " & " + tex_escaped(table->header[column]);
    out += " \\\\\n\\midrule\n";
    for (const bool ceiling : {false, true}) {
        bool first = true;
        for (std::size_t row = 0; row < comparison.contenders.size(); ++row) {
            if (comparison.contenders[row].clairvoyant != ceiling) continue;
            if (ceiling && first) out += "\\midrule\n";
            first = false;
            for (std::size_t i = 0; i < returns.rows[row].size(); ++i)
                out +=
                    i > 0 ? " & " + latex_cell(returns.rows[row][i]) : tex_escaped(returns.rows[row][i].text);
            for (const auto& [table, column] : more) out += " & " + latex_cell(table->rows[row][column]);
            out += " \\\\\n";
        }
    }
    return out + "\\bottomrule\n\\end{tabular}\n\\end{table*}\n";
}

}  // namespace trimtab::results
