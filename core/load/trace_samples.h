// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/load/trace.h"

namespace trimtab::load {

/// One value of a trace file, before its place in time is checked.
struct TraceSample {
    double time_s = 0;
    double value = 0;
    int line = 0;
};

/// Where a trace file is read and what to say about a line of it.
struct TraceText {
    std::string_view text;
    std::string name;

    /// parse_error "name:line: message".
    [[nodiscard]] Unexpected<Error> wrong(int line, std::string message) const;
};

/// Walks the lines of a text, without their ends; numbers from 1.
class LineReader {
  public:
    explicit LineReader(std::string_view text) : rest_(text) {}
    [[nodiscard]] bool next();
    [[nodiscard]] std::string_view line() const { return line_; }
    [[nodiscard]] int number() const { return number_; }

  private:
    std::string_view rest_;
    std::string_view line_;
    int number_ = 0;
};

[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The cells of a comma-separated line; quotes may hold commas and doubled quotes.
[[nodiscard]] std::vector<std::string> split_cells(std::string_view line);

/// A decimal number, point always '.', nothing around it; nan and inf are numbers here.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

/// Checks that samples are finite, not negative and equally spaced by whole seconds, and makes a trace of
/// them. Gaps of up to `held_steps` steps are filled with the value before (1: a gap is a hole, an error).
[[nodiscard]] Expected<Trace> trace_from_samples(const TraceText& source, LoadKind kind,
                                                 const std::vector<TraceSample>& samples, int held_steps);

// One reader a format; each fails with the line that is wrong.
[[nodiscard]] Expected<Trace> parse_csv_trace(const TraceText& source);
[[nodiscard]] Expected<Trace> parse_azure_functions(const TraceText& source);
[[nodiscard]] Expected<Trace> parse_locust_history(const TraceText& source);
[[nodiscard]] Expected<Trace> parse_prometheus_range(const TraceText& source);
[[nodiscard]] Expected<Trace> parse_common_log(const TraceText& source);

}  // namespace trimtab::load
