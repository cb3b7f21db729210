// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/trace_samples.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace trimtab::load {
namespace {

constexpr double max_values = 50e6;

std::string shown(double value) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return {buffer, end};
}

}  // namespace

Unexpected<Error> TraceText::wrong(int line, std::string message) const {
    return fail(ErrorCode::parse_error, std::move(message), name + ":" + std::to_string(line));
}

bool LineReader::next() {
    if (rest_.empty()) return false;
    const std::size_t end = rest_.find('\n');
    line_ = rest_.substr(0, end);
    rest_ = end == std::string_view::npos ? std::string_view{} : rest_.substr(end + 1);
    if (!line_.empty() && line_.back() == '\r') line_.remove_suffix(1);
    ++number_;
    return true;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::vector<std::string> split_cells(std::string_view line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
            cells.back() += c;
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    for (std::string& cell : cells) cell = std::string(trimmed(cell));
    return cells;
}

std::optional<double> parse_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

Expected<Trace> trace_from_samples(const TraceText& source, LoadKind kind,
                                   const std::vector<TraceSample>& samples, int held_steps) {
    if (samples.empty())
        return fail(ErrorCode::parse_error, "The trace has no values; it needs at least one line of data.",
                    source.name);
    for (const TraceSample& s : samples) {
        if (!std::isfinite(s.time_s) || !std::isfinite(s.value))
            return source.wrong(s.line, "A time or value is not finite; fill it in or cut the trace there.");
        if (s.value < 0)
            return source.wrong(s.line, "The value " + shown(s.value) + " is negative; a load is 0 or more.");
    }
    Trace trace;
    trace.kind = kind;
    if (samples.size() > 1) {
        double step = samples[1].time_s - samples[0].time_s;
        for (std::size_t i = 2; held_steps > 1 && i < samples.size();
             ++i)  // the first gap itself may be a skipped step
            if (const double gap = samples[i].time_s - samples[i - 1].time_s; gap > 0)
                step = std::min(step, gap);
        if (step <= 0)
            return source.wrong(samples[1].line, "Time does not go forward: " + shown(samples[1].time_s) +
                                                     " s after " + shown(samples[0].time_s) +
                                                     " s; sort the trace by time.");
        if (step > 86400 || std::abs(step - std::round(step)) > 1e-3 || std::round(step) < 1)
            return source.wrong(samples[1].line,
                                "Values are " + shown(step) +
                                    " s apart; resample the trace to whole seconds, at most a day.");
        trace.step_s = static_cast<int>(std::round(step));
    }
    trace.values.push_back(samples.front().value);
    for (std::size_t i = 1; i < samples.size(); ++i) {
        const TraceSample& s = samples[i];
        const double gap = (s.time_s - samples[i - 1].time_s) / trace.step_s;
        if (gap <= 0)
            return source.wrong(s.line, "Time does not go forward: " + shown(s.time_s) + " s after " +
                                            shown(samples[i - 1].time_s) + " s; sort the trace by time.");
        const double steps = std::round(gap);
        if (std::abs(gap - steps) > 1e-3 || steps < 1 || steps > held_steps)
            return source.wrong(s.line, "The trace has a hole: " + shown(s.time_s) + " s follows " +
                                            shown(samples[i - 1].time_s) + " s where values are " +
                                            std::to_string(trace.step_s) +
                                            " s apart; fill it in or cut the trace.");
        trace.values.insert(trace.values.end(), static_cast<std::size_t>(steps) - 1, samples[i - 1].value);
        trace.values.push_back(s.value);
    }
    if (static_cast<double>(trace.values.size()) * trace.step_s > max_values)
        return fail(ErrorCode::parse_error, "The trace is longer than 50 million seconds; cut it.",
                    source.name);
    return trace;
}

}  // namespace trimtab::load
