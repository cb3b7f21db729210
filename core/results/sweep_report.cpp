// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/sweep_report.h"

#include <nlohmann/json.hpp>

#include "core/config/config_value.h"
#include "core/results/number_text.h"

namespace trimtab::results {
namespace {

using json = nlohmann::ordered_json;

/// Configurations that a report for reading lists; the JSON and the CSV have all of them.
constexpr std::size_t most_listed = 50;

json to_json(const std::optional<Estimate>& estimate) {
    if (!estimate) return nullptr;
    json out = {{"value", estimate->value}, {"n", estimate->n}};
    if (estimate->interval) {
        out["low"] = estimate->interval->low;
        out["high"] = estimate->interval->high;
        out["confidence"] = estimate->interval->confidence;
    } else {
        out["no_interval"] = estimate->no_interval;
    }
    return out;
}

std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

std::string csv_estimate(const std::optional<Estimate>& estimate) {
    if (!estimate) return ",,,";
    const auto& interval = estimate->interval;
    return "," + config::format_number(estimate->value) + "," +
           (interval ? config::format_number(interval->low) : "") + "," +
           (interval ? config::format_number(interval->high) : "");
}

std::string cell(const std::optional<Estimate>& estimate) {
    if (!estimate) return "none";
    return number_text(estimate->value) + (estimate->interval
                                               ? " [" + number_text(estimate->interval->low) + ", " +
                                                     number_text(estimate->interval->high) + "]"
                                               : " (one seed)");
}

std::string verdict_text(const SweepResult& result, int index) {
    if (result.best && *result.best == index) return "best";
    const SweepCaseResult& one = result.cases[static_cast<std::size_t>(index)];
    if (one.verdict == Verdict::no_difference) return "no difference to the best";
    return verdict_name(one.verdict);
}

std::string metric_text(const SweepResult& result) {
    return result.metric + (result.unit == "1" ? "" : " [" + result.unit + "]") +
           (result.direction == Direction::higher_is_better ? ", higher is better" : ", lower is better");
}

std::string conclusion(const SweepResult& result) {
    if (!result.best) return "There is no best configuration yet.";
    const SweepCaseResult& best = result.cases[static_cast<std::size_t>(*result.best)];
    int equal = 0;
    for (const SweepCaseResult& one : result.cases) equal += one.verdict == Verdict::no_difference ? 1 : 0;
    std::string text = "Best by its interval: " + best.setting.name + ", " + result.metric + " " +
                       estimate_text(*best.overall, result.unit) + " over " + std::to_string(best.seeds) +
                       " training seeds.";
    if (result.cases.size() == 1) return text;
    return text + (equal == 0
                       ? " Every other configuration that was judged differs from it."
                       : " " + std::to_string(equal) + " of " + std::to_string(result.cases.size() - 1) +
                             " other configurations cannot be told apart from it.");
}

ReportTable result_table(const SweepResult& result) {
    ReportTable table;
    table.caption =
        "Mean over training seeds with its " + config::format_number(100 * result.confidence) +
        " % interval (Student); difference to the best configuration (Welch); p corrected by Holm. " +
        metric_text(result) + ".";
    table.header = {"Configuration", "Runs", "Mean"};
    if (result.patterns.size() > 1)
        table.header.insert(table.header.end(), result.patterns.begin(), result.patterns.end());
    table.header.insert(table.header.end(), {"Difference", "p", "Verdict"});
    const std::vector<int> order = ranked_cases(result);
    for (std::size_t k = 0; k < order.size() && k < most_listed; ++k) {
        const SweepCaseResult& one = result.cases[static_cast<std::size_t>(order[k])];
        std::vector<ReportCell> cells{one.setting.name,
                                      std::to_string(one.finished) + " of " + std::to_string(one.planned),
                                      {cell(one.overall), result.best && *result.best == order[k]}};
        if (result.patterns.size() > 1)
            for (const auto& pattern : one.patterns) cells.emplace_back(cell(pattern));
        cells.emplace_back(one.difference ? cell(one.difference) : "-");
        cells.emplace_back(one.p_holm ? p_text(*one.p_holm) : "-");
        cells.emplace_back(verdict_text(result, order[k]));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace

std::string sweep_to_json(const SweepResult& result) {
    json out = {
        {"sweep", result.name},
        {"metric", result.metric},
        {"unit", result.unit},
        {"higher_is_better", result.direction == Direction::higher_is_better},
        {"unit_of_inference", "training seed"},
        {"runs", {{"planned", result.planned}, {"finished", result.finished}, {"failed", result.failed}}},
        {"partial", result.partial()},
        {"best", nullptr},
        {"configurations", json::array()},
        {"notes", result.notes}};
    if (result.best) out["best"] = result.cases[static_cast<std::size_t>(*result.best)].setting.name;
    for (const int index : ranked_cases(result)) {
        const SweepCaseResult& one = result.cases[static_cast<std::size_t>(index)];
        json entry = {{"name", one.setting.name}, {"settings", json::object()}};
        for (const auto& [key, value] : one.setting.settings) entry["settings"][key] = value;
        entry["runs"] = {{"planned", one.planned}, {"finished", one.finished}, {"failed", one.failed}};
        entry["seeds"] = one.seeds;
        entry["mean"] = to_json(one.overall);
        for (std::size_t i = 0; i < result.patterns.size(); ++i)
            entry["patterns"][result.patterns[i]] = to_json(one.patterns[i]);
        entry["difference_to_best"] = to_json(one.difference);
        entry["p_holm"] = one.p_holm ? json(*one.p_holm) : json(nullptr);
        entry["verdict"] = verdict_text(result, index);
        out["configurations"].push_back(std::move(entry));
    }
    return out.dump(2, ' ', false, json::error_handler_t::replace);
}

std::string sweep_to_csv(const SweepResult& result) {
    std::string out = "configuration";
    if (!result.cases.empty())
        for (const auto& [key, value] : result.cases.front().setting.settings) out += "," + csv_cell(key);
    out +=
        ",planned,finished,failed,seeds,mean,low,high,difference,difference_low,difference_high,p_holm,"
        "verdict\n";
    for (const int index : ranked_cases(result)) {
        const SweepCaseResult& one = result.cases[static_cast<std::size_t>(index)];
        out += csv_cell(one.setting.name);
        for (const auto& [key, value] : one.setting.settings) out += "," + csv_cell(value);
        for (const int count : {one.planned, one.finished, one.failed, one.seeds})
            out += "," + std::to_string(count);
        out += csv_estimate(one.overall) + csv_estimate(one.difference) + "," +
               (one.p_holm ? config::format_number(*one.p_holm) : "") + "," + verdict_text(result, index) +
               "\n";
    }
    return out;
}

Report sweep_report(const SweepResult& result, const std::string& program) {
    Report report;
    report.title = "Sweep " + result.name;
    ReportSection summary{"Result", {}};
    summary.blocks.emplace_back(conclusion(result));
    summary.blocks.emplace_back(result_table(result));
    if (result.cases.size() > most_listed)
        summary.blocks.emplace_back("The first " + std::to_string(most_listed) + " of " +
                                    std::to_string(result.cases.size()) + " configurations; " +
                                    std::string(sweep_csv_file) + " has all of them.");
    report.sections.push_back(std::move(summary));
    ReportSection method{"Method", {}};
    method.blocks.emplace_back(
        "Each run trained one agent from one seed and played its best checkpoint on the same test episodes, "
        "which "
        "no training saw. Its score is the mean over them, patterns counting the same; the unit of inference "
        "is the "
        "training seed. The best configuration is the one whose interval's unfavourable end is the best, so "
        "that one "
        "lucky seed does not decide. " +
        std::to_string(result.finished) + " of " + std::to_string(result.planned) + " runs are finished, " +
        std::to_string(result.failed) + " failed. " + program + ".");
    for (const std::string& note : result.notes) method.blocks.emplace_back(note);
    report.sections.push_back(std::move(method));
    return report;
}

}  // namespace trimtab::results
