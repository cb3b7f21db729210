// SPDX-License-Identifier: GPL-3.0-or-later
// Libraries: Trimtab::load
// The trace readers: whatever the bytes, an error or a trace that keeps what its header promises.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/load/trace.h"
#include "core/load/trace_schedule.h"

namespace {

constexpr const char* formats[] = {
    "auto", "csv", "azure-functions", "locust-history", "prometheus-range", "common-log"};

void require(bool holds) {
    if (!holds) std::abort();
}

void check_values(const std::vector<double>& values) {
    require(!values.empty());
    for (const double value : values) require(std::isfinite(value) && value >= 0);
}

void check(const trimtab::load::Trace& trace) {
    require(trace.step_s >= 1 && trace.duration_s() >= 1);
    check_values(trace.values);
    trimtab::config::LoadConfig config;
    config.trace_part = trimtab::config::TracePart::validation;
    config.trace_amplitude = 0.5;
    config.trace_keep_share = 0.5;
    const auto range = trimtab::load::trace_range(config, trace);
    require(!range ||
            (0 <= range->begin_s && range->begin_s < range->end_s && range->end_s <= trace.duration_s()));
    const auto schedule = trimtab::load::schedule_from_trace(config, trace, 1, 3);
    if (schedule) check_values(schedule->values);
    require(!trimtab::load::describe_trace(config, trace) || range);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const char* format : formats) {
        const auto trace = trimtab::load::parse_trace(text, "fuzz", format);
        if (trace) {
            check(*trace);
        } else {
            require(!trace.error().message.empty());
        }
    }
    return 0;
}
