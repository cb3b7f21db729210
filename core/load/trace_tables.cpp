// SPDX-License-Identifier: GPL-3.0-or-later
// Trace formats that are comma-separated tables.
#include <algorithm>

#include "core/load/trace_samples.h"

namespace trimtab::load {
namespace {

constexpr std::size_t longest_minutes = 366 * 1440;

std::optional<std::size_t> column(const std::vector<std::string>& header, std::string_view name) {
    const auto found = std::find(header.begin(), header.end(), name);
    if (found == header.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header.begin());
}

/// The number in a cell, or an error that names the column.
Expected<double> cell_number(const TraceText& source, int line, const std::vector<std::string>& cells,
                             std::size_t index, const std::string& name) {
    if (index >= cells.size() || cells[index].empty())
        return source.wrong(line, "The column " + name + " is missing here; fill the hole or cut the trace.");
    const auto number = parse_number(cells[index]);
    if (!number)
        return source.wrong(line, "\"" + cells[index] + "\" in column " + name + " is not a number.");
    return *number;
}

}  // namespace

Expected<Trace> parse_csv_trace(const TraceText& source) {
    std::vector<TraceSample> samples;
    std::string comments;
    bool header = false;
    LoadKind kind = LoadKind::open;
    LineReader reader(source.text);
    while (reader.next()) {
        const std::string_view line = trimmed(reader.line());
        if (line.empty()) continue;
        if (line.front() == '#') {
            comments += std::string(trimmed(line.substr(1))) + "\n";
            continue;
        }
        const std::vector<std::string> cells = split_cells(line);
        if (!header) {
            if (cells != std::vector<std::string>{"t_s", "rps"} &&
                cells != std::vector<std::string>{"t_s", "users"})
                return source.wrong(reader.number(),
                                    "A CSV trace begins with the header t_s,rps or t_s,users.");
            kind = cells[1] == "users" ? LoadKind::closed : LoadKind::open;
            header = true;
            continue;
        }
        if (cells.size() != 2) return source.wrong(reader.number(), "A line of a CSV trace has two columns.");
        const auto time = cell_number(source, reader.number(), cells, 0, "t_s");
        if (!time) return Unexpected<Error>(time.error());
        const auto value =
            cell_number(source, reader.number(), cells, 1, kind == LoadKind::open ? "rps" : "users");
        if (!value) return Unexpected<Error>(value.error());
        samples.push_back({*time, *value, reader.number()});
    }
    auto trace = trace_from_samples(source, kind, samples, 1);
    if (trace) trace->comments = comments;
    return trace;
}

Expected<Trace> parse_locust_history(const TraceText& source) {
    LineReader reader(source.text);
    std::vector<std::string> header;
    if (reader.next()) header = split_cells(reader.line());
    const auto time_column = column(header, "Timestamp");
    const auto name_column = column(header, "Name");
    const auto users_column = column(header, "User Count");
    if (!time_column || !name_column || !users_column)
        return source.wrong(1, "A Locust history has the columns Timestamp, User Count and Name.");

    std::vector<TraceSample> samples;
    while (reader.next()) {
        if (trimmed(reader.line()).empty()) continue;
        const std::vector<std::string> cells = split_cells(reader.line());
        if (*name_column >= cells.size())
            return source.wrong(reader.number(), "The line ends before the column Name.");
        if (cells[*name_column] != "Aggregated") continue;
        const auto time = cell_number(source, reader.number(), cells, *time_column, "Timestamp");
        if (!time) return Unexpected<Error>(time.error());
        const auto users = cell_number(source, reader.number(), cells, *users_column, "User Count");
        if (!users) return Unexpected<Error>(users.error());
        samples.push_back({*time, *users, reader.number()});
    }
    // Locust writes once a second by its own clock and now and then skips one.
    return trace_from_samples(source, LoadKind::closed, samples, 2);
}

Expected<Trace> parse_azure_functions(const TraceText& source) {
    LineReader reader(source.text);
    std::vector<std::string> header;
    if (reader.next()) header = split_cells(reader.line());
    const auto first = column(header, "1");
    if (!first) return source.wrong(1, "An Azure Functions trace has the columns 1, 2, ... of its minutes.");
    const std::size_t minutes = header.size() - *first;
    if (minutes > longest_minutes)
        return source.wrong(1, "The trace spans more than a year of minutes; cut it.");
    for (std::size_t m = 0; m < minutes; ++m)
        if (header[*first + m] != std::to_string(m + 1))
            return source.wrong(1, "The minute " + std::to_string(m + 1) + " is missing in the header.");

    Trace trace;
    trace.kind = LoadKind::open;
    trace.step_s = 60;
    trace.values.assign(minutes, 0.0);
    bool any = false;
    while (reader.next()) {
        if (trimmed(reader.line()).empty()) continue;
        const std::vector<std::string> cells = split_cells(reader.line());
        if (cells.size() > header.size())
            return source.wrong(reader.number(), "The line has more columns than the header.");
        for (std::size_t m = 0; m < minutes; ++m) {
            const auto calls = cell_number(source, reader.number(), cells, *first + m, header[*first + m]);
            if (!calls) return Unexpected<Error>(calls.error());
            if (!(*calls >= 0 && *calls <= 1e12))
                return source.wrong(reader.number(), "The count of minute " + header[*first + m] +
                                                         " is not a number from 0 on; a load is 0 or more.");
            trace.values[m] += *calls / 60.0;
        }
        any = true;
    }
    if (!any)
        return fail(ErrorCode::parse_error, "The trace has no values; it needs at least one line of data.",
                    source.name);
    return trace;
}

}  // namespace trimtab::load
