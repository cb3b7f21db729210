// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/results/report_document.h"
#include "core/results/sweep_result.h"

namespace trimtab::results {

inline constexpr const char* sweep_result_file = "sweep_result.json";
inline constexpr const char* sweep_report_file = "sweep_report.txt";
inline constexpr const char* sweep_csv_file = "sweep_result.csv";

/// The result as data. An estimate is {value, n, low, high, confidence} or {value, n, no_interval: why};
/// configurations stand in the order of ranked_cases().
[[nodiscard]] std::string sweep_to_json(const SweepResult& result);

/// One line a configuration: its grid values, runs, mean, low, high, difference to the best, verdict.
[[nodiscard]] std::string sweep_to_csv(const SweepResult& result);

/// For a reader, as text, HTML or PDF: what is best and by which rule, the table, what is missing.
[[nodiscard]] Report sweep_report(const SweepResult& result, const std::string& program);

}  // namespace trimtab::results
