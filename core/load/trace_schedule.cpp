// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/trace_schedule.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <mutex>
#include <sstream>

#include "core/base/seeded_draw.h"

namespace trimtab::load {
namespace {

// Entities of the load_pattern stream: the trace's index for the offset, then one a second for thinning.
constexpr std::uint64_t offset_entity = 6;
constexpr std::uint64_t user_entity = 7;
constexpr std::uint64_t first_second_entity = 16;
constexpr double largest_split = 1000;

/// How many of `requests` in trace second `second` are kept; the fraction of a request shares one fate.
double keep_requests(std::uint64_t seed, int second, double requests, double share) {
    const std::uint64_t entity = first_second_entity + static_cast<std::uint64_t>(second);
    const auto draw = [&](std::uint64_t i) {
        return uniform_draw(seed, DrawStream::load_pattern, entity, i);
    };
    if (requests > largest_split) {
        const double kept =
            requests * share + std::sqrt(requests * share * (1 - share)) * inverse_normal(draw(0));
        return std::clamp(kept, 0.0, requests);
    }
    const auto count = static_cast<std::uint64_t>(requests);
    double kept = draw(count) < share ? requests - static_cast<double>(count) : 0.0;
    for (std::uint64_t i = 0; i < count; ++i) kept += draw(i) < share ? 1 : 0;
    return kept;
}

/// How many of the first n users are kept, for every n up to `users`: a user's fate holds for the whole
/// episode.
std::vector<double> kept_users(std::uint64_t seed, double users, double share) {
    std::vector<double> kept{0.0};
    for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(users); ++i)
        kept.push_back(kept.back() +
                       (uniform_draw(seed, DrawStream::load_pattern, user_entity, i) < share ? 1 : 0));
    return kept;
}

/// The last trace read, as episodes of one run all use the same.
struct TraceCache {
    std::mutex mutex;
    std::string file, format;
    std::filesystem::file_time_type changed;
    std::shared_ptr<const Trace> trace;
};

Expected<std::shared_ptr<const Trace>> cached_trace(const std::string& file, const std::string& format) {
    static TraceCache cache;
    std::error_code error;
    const auto changed = std::filesystem::last_write_time(file, error);
    const std::scoped_lock lock(cache.mutex);
    if (!error && cache.trace && cache.file == file && cache.format == format && cache.changed == changed)
        return cache.trace;
    auto trace = read_trace(file, format);
    if (!trace) return Unexpected<Error>(trace.error());
    cache.file = file;
    cache.format = format;
    cache.changed = changed;
    cache.trace = std::make_shared<const Trace>(std::move(*trace));
    return cache.trace;
}

const char* part_name(config::TracePart part) {
    switch (part) {
        case config::TracePart::train:
            return "train";
        case config::TracePart::validation:
            return "validation";
        case config::TracePart::test:
            return "test";
        case config::TracePart::all:
            break;
    }
    return "all";
}

}  // namespace

Expected<TraceRange> trace_range(const config::LoadConfig& config, const Trace& trace) {
    const double train = config.trace_train_share, validation = config.trace_validation_share;
    if (!(train >= 0 && validation >= 0 && train + validation <= 1 + 1e-9))
        return fail(ErrorCode::invalid_argument,
                    "load.trace_train_share and load.trace_validation_share must be 0 or more and add up to "
                    "at most 1.");
    const int length = trace.duration_s();
    const auto cut = [length](double share) {
        return static_cast<int>(std::lround(std::min(1.0, share) * static_cast<double>(length)));
    };
    TraceRange range{0, length};
    if (config.trace_part == config::TracePart::train) range = {0, cut(train)};
    if (config.trace_part == config::TracePart::validation) range = {cut(train), cut(train + validation)};
    if (config.trace_part == config::TracePart::test) range = {cut(train + validation), length};
    if (range.duration_s() < 1)
        return fail(ErrorCode::invalid_argument,
                    std::string("The ") + part_name(config.trace_part) +
                        " part of the trace is empty; give it a larger share.",
                    config.trace);
    return range;
}

Expected<LoadSchedule> schedule_from_trace(const config::LoadConfig& config, const Trace& trace,
                                           std::uint64_t seed, int duration_s) {
    if (!(config.trace_amplitude >= 0 && std::isfinite(config.trace_amplitude)))
        return fail(ErrorCode::invalid_argument, "load.trace_amplitude must be a number from 0 on.");
    if (!(config.trace_keep_share >= 0 && config.trace_keep_share <= 1))
        return fail(ErrorCode::invalid_argument, "load.trace_keep_share must lie between 0 and 1.");
    const auto range = trace_range(config, trace);
    if (!range) return Unexpected<Error>(range.error());
    if (range->duration_s() < duration_s)
        return fail(ErrorCode::invalid_argument,
                    "The trace's part lasts " + std::to_string(range->duration_s()) + " s, the episode " +
                        std::to_string(duration_s) +
                        " s; shorten environment.episode_duration or use a longer trace.",
                    config.trace);

    const double u = uniform_draw(seed, DrawStream::load_pattern, offset_entity, 0);
    const int begin = range->begin_s + static_cast<int>(u * (range->duration_s() - duration_s + 1));
    LoadSchedule schedule{"trace", trace.kind, {}};
    double peak = 0;
    for (int second = begin; second < begin + duration_s; ++second) {
        const double value =
            trace.values[static_cast<std::size_t>(second / trace.step_s)] * config.trace_amplitude;
        schedule.values.push_back(trace.kind == LoadKind::closed ? std::floor(value + 0.5) : value);
        peak = std::max(peak, schedule.values.back());
    }
    if (peak > 1e6)
        return fail(ErrorCode::invalid_argument,
                    "The trace reaches " + std::to_string(peak) +
                        " users or req/s; lower load.trace_amplitude below 1000000.",
                    config.trace);
    if (config.trace_keep_share == 1) return schedule;

    if (trace.kind == LoadKind::closed) {
        const std::vector<double> kept = kept_users(seed, peak, config.trace_keep_share);
        for (double& users : schedule.values) users = kept[static_cast<std::size_t>(users)];
    } else {
        for (int t = 0; t < duration_s; ++t) {
            double& rate = schedule.values[static_cast<std::size_t>(t)];
            rate = keep_requests(seed, begin + t, rate, config.trace_keep_share);
        }
    }
    return schedule;
}

Expected<LoadSchedule> make_trace_schedule(const config::LoadConfig& config, std::uint64_t seed,
                                           int duration_s) {
    const auto trace = cached_trace(config.trace, config.trace_format);
    if (!trace) return Unexpected<Error>(trace.error());
    return schedule_from_trace(config, **trace, seed, duration_s);
}

Expected<std::string> describe_trace(const config::LoadConfig& config, const Trace& trace) {
    const auto range = trace_range(config, trace);
    if (!range) return Unexpected<Error>(range.error());
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << "trace " << config.trace << " (" << trace.format << ", "
         << (trace.kind == LoadKind::closed ? "users" : "req/s") << ", " << trace.duration_s()
         << " s in steps of " << trace.step_s << " s), part " << part_name(config.trace_part) << " from "
         << range->begin_s << " to " << range->end_s << " s, amplitude x " << config.trace_amplitude;
    if (config.trace_keep_share < 1)
        text << ", thinned by splitting to " << 100 * config.trace_keep_share << " %";
    else
        text << ", not thinned";
    if (!trace.comments.empty()) text << "\n" << trace.comments;
    return text.str();
}

}  // namespace trimtab::load
