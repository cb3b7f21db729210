// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <charconv>
#include <chrono>

#include "core/load/trace_samples.h"

namespace trimtab::load {
namespace {

constexpr std::int64_t longest_s = 400LL * 86400;

std::optional<int> digits(std::string_view text, std::size_t begin, std::size_t count) {
    int value = 0;
    const char* end = text.data() + begin + count;
    const auto [stopped, error] = std::from_chars(text.data() + begin, end, value);
    if (error != std::errc{} || stopped != end || value < 0) return std::nullopt;
    return value;
}

std::optional<unsigned> month_number(std::string_view name) {
    constexpr std::array<std::string_view, 12> names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<unsigned>(i) + 1;
    return std::nullopt;
}

/// Seconds since 1970 of "10/Oct/2000:13:55:36 -0700".
std::optional<std::int64_t> parse_time(std::string_view s) {
    if (s.size() != 26 || s[2] != '/' || s[6] != '/' || s[11] != ':' || s[14] != ':' || s[17] != ':' ||
        s[20] != ' ')
        return std::nullopt;
    const auto day = digits(s, 0, 2), year = digits(s, 7, 4), hour = digits(s, 12, 2),
               minute = digits(s, 15, 2), second = digits(s, 18, 2), zone_hours = digits(s, 22, 2),
               zone_minutes = digits(s, 24, 2);
    const auto month = month_number(s.substr(3, 3));
    if (!day || !month || !year || !hour || !minute || !second || !zone_hours || !zone_minutes)
        return std::nullopt;
    if (s[21] != '+' && s[21] != '-') return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{*month},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    const std::int64_t days = std::chrono::sys_days{date}.time_since_epoch().count();
    const std::int64_t zone_s = (*zone_hours * 60 + *zone_minutes) * 60;
    return days * 86400 + *hour * 3600 + *minute * 60 + *second - (s[21] == '+' ? zone_s : -zone_s);
}

}  // namespace

Expected<Trace> parse_common_log(const TraceText& source) {
    Trace trace;
    trace.kind = LoadKind::open;
    std::optional<std::int64_t> first;
    LineReader reader(source.text);
    while (reader.next()) {
        const std::string_view line = reader.line();
        if (trimmed(line).empty()) continue;
        const std::size_t open = line.find('[');
        const std::size_t close = line.find(']', open == std::string_view::npos ? 0 : open);
        if (open == std::string_view::npos || close == std::string_view::npos)
            return source.wrong(reader.number(),
                                "A log line needs its time in brackets: [10/Oct/2000:13:55:36 -0700].");
        const auto time = parse_time(line.substr(open + 1, close - open - 1));
        if (!time)
            return source.wrong(reader.number(),
                                "The text in brackets is not a time like 10/Oct/2000:13:55:36 -0700.");
        if (!first) first = *time;
        const std::int64_t second = *time - *first;
        if (second < static_cast<std::int64_t>(trace.values.size()) - 1)
            return source.wrong(reader.number(), "Time goes backwards; sort the log by time.");
        if (second > longest_s)
            return source.wrong(reader.number(), "The log spans more than 400 days; cut it.");
        trace.values.resize(static_cast<std::size_t>(second) + 1, 0.0);
        trace.values.back() += 1;
    }
    if (!first)
        return fail(ErrorCode::parse_error, "The log has no lines; it needs at least one request.",
                    source.name);
    return trace;
}

}  // namespace trimtab::load
