// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/load/trace_samples.h"

namespace trimtab::load {
namespace {

using nlohmann::json;

int line_of(std::string_view text, std::size_t offset) {
    return 1 + static_cast<int>(std::count(
                   text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size())),
                   '\n'));
}

/// The [time, "value"] pairs of one series. JSON keeps no lines, so messages count samples.
Expected<std::vector<TraceSample>> read_series(const TraceText& source, const json& series,
                                               std::size_t number) {
    const std::string place = source.name + ": series " + std::to_string(number);
    if (!series.is_object() || !series.contains("values") || !series["values"].is_array())
        return fail(ErrorCode::parse_error, "A series of a range query has an array \"values\".", place);
    std::vector<TraceSample> samples;
    for (const json& pair : series["values"]) {
        const std::string sample_place = place + ", sample " + std::to_string(samples.size() + 1);
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number() || !pair[1].is_string())
            return fail(ErrorCode::parse_error, "A sample is [time, \"value\"].", sample_place);
        const auto value = parse_number(pair[1].get_ref<const std::string&>());
        if (!value || !std::isfinite(*value))
            return fail(ErrorCode::parse_error,
                        "The value is not a finite number; choose a range without gaps.", sample_place);
        samples.push_back({pair[0].get<double>(), *value, 1});
    }
    return samples;
}

}  // namespace

Expected<Trace> parse_prometheus_range(const TraceText& source) {
    json document;
    try {
        document = json::parse(source.text);
    } catch (const json::parse_error& error) {
        return source.wrong(line_of(source.text, error.byte),
                            "This is not valid JSON; save the whole answer of /api/v1/query_range.");
    } catch (const json::out_of_range&) {
        return fail(ErrorCode::parse_error, "A number is too large; choose a range without it.", source.name);
    }
    const auto status = document.is_object() ? document.value("status", json()) : json();
    const auto data = document.is_object() ? document.value("data", json()) : json();
    if (status != "success" || !data.is_object() || data.value("resultType", json()) != "matrix" ||
        !data.contains("result") || !data["result"].is_array() || data["result"].empty())
        return fail(ErrorCode::parse_error,
                    "This is not a successful range query with at least one series (status success, "
                    "resultType matrix).",
                    source.name);

    std::vector<TraceSample> sum;
    std::size_t number = 0;
    for (const json& series : data["result"]) {
        auto samples = read_series(source, series, ++number);
        if (!samples) return Unexpected<Error>(samples.error());
        if (number == 1) {
            sum = std::move(*samples);
            continue;
        }
        if (samples->size() != sum.size())
            return fail(ErrorCode::parse_error,
                        "Series have different lengths; sum them in the query: sum(rate(...)).",
                        source.name + ": series " + std::to_string(number));
        for (std::size_t i = 0; i < sum.size(); ++i) {
            if ((*samples)[i].time_s != sum[i].time_s)
                return fail(ErrorCode::parse_error,
                            "Series have different times; sum them in the query: sum(rate(...)).",
                            source.name + ": series " + std::to_string(number));
            sum[i].value += (*samples)[i].value;
        }
    }
    return trace_from_samples(source, LoadKind::open, sum, 1);
}

}  // namespace trimtab::load
