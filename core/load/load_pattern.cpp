// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/load_pattern.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/base/seeded_draw.h"
#include "core/load/trace_schedule.h"

namespace trimtab::load {
namespace {

using config::LoadJitter;
using config::LoadProfile;

/// Draws of one (seed, pattern), by index.
struct PatternDraws {
    std::uint64_t seed;
    int pattern;
    double operator()(int index) const {
        return uniform_draw(seed, DrawStream::load_pattern, static_cast<std::uint64_t>(pattern),
                            static_cast<std::uint64_t>(index));
    }
    /// Uniform in [-1, 1].
    double around(int index) const { return 2.0 * (*this)(index)-1.0; }
};

struct Users {
    double minimum;
    double maximum;
    [[nodiscard]] double range() const { return maximum - minimum; }
};

double whole(double users) { return std::floor(users + 0.5); }

std::vector<double> ramp(Users users, LoadJitter jitter, const PatternDraws& u, int duration_s) {
    double peak = users.maximum, begin = 0, end = duration_s;
    if (jitter != LoadJitter::none) {
        const bool wide = jitter == LoadJitter::wide;
        peak = users.minimum + users.range() * (wide ? 0.6 + 0.4 * u(0) : 0.85 + 0.15 * u(0));
        begin = (wide ? 60 : 20) * u(1);
        end = duration_s - (wide ? 60 : 20) * u(2);
    }
    const double length = std::max(1.0, end - begin);
    std::vector<double> values;
    for (int t = 0; t < duration_s; ++t)
        values.push_back(
            whole(users.minimum + (peak - users.minimum) * std::clamp((t - begin) / length, 0.0, 1.0)));
    return values;
}

std::vector<double> spike(Users users, LoadJitter jitter, const PatternDraws& u, int duration_s) {
    double peak = users.maximum, begin = 90, length = 120;
    if (jitter == LoadJitter::mild) {
        peak = users.minimum + users.range() * (0.85 + 0.15 * u(0));
        begin += 10 * u.around(1);
        length += 15 * u.around(2);
    } else if (jitter == LoadJitter::wide) {
        peak = users.minimum + users.range() * (0.6 + 0.4 * u(0));
        begin = 300 * (0.15 + 0.30 * u(1));
        length = 300 * (0.20 + 0.25 * u(2));
    }
    const double stretch = duration_s / 300.0;
    std::vector<double> values;
    for (int t = 0; t < duration_s; ++t) {
        const bool high = t >= begin * stretch && t < (begin + length) * stretch;
        values.push_back(whole(high ? peak : users.minimum));
    }
    return values;
}

std::vector<double> periodic(Users users, const config::LoadConfig& config, LoadJitter jitter,
                             const PatternDraws& u, int duration_s) {
    double period = 200, phase = 0.75, amplitude = 1;
    if (config.profile == LoadProfile::kisim) {
        period = 100;
        phase = 0;
    } else if (jitter == LoadJitter::mild) {
        period += 15 * u.around(0);
        phase += 0.05 * u.around(1);
        amplitude = 0.85 + 0.15 * u(2);
    } else if (jitter == LoadJitter::wide) {
        period = 120 + 120 * u(0);
        phase = u(1);
        amplitude = 0.6 + 0.4 * u(2);
    }
    std::vector<double> values;
    for (int t = 0; t < duration_s; ++t)
        values.push_back(
            whole(users.minimum + users.range() * amplitude *
                                      (0.5 + 0.5 * std::sin(2 * std::numbers::pi * (t / period + phase)))));
    return values;
}

std::vector<double> random(Users users, LoadProfile profile, const PatternDraws& u, int duration_s) {
    const int hold_s = profile == LoadProfile::kisim ? 30 : 75;
    std::vector<double> values;
    for (int t = 0; t < duration_s; ++t)
        values.push_back(whole(users.minimum) + std::floor(u(t / hold_s) * (users.range() + 1)));
    return values;
}

/// SIMULATOR 9: a working day in an hour.
std::vector<double> day(const PatternDraws& u, int duration_s) {
    const auto logistic = [](double x) { return 1 / (1 + std::exp(-x)); };
    const double a = 0.20 + 0.10 * u(0);
    const double b = a + 0.25 + 0.10 * u(1);
    const double middle = (a + b) / 2;
    const double height = 160 + 60 * u(2);
    const double dip = 0.3 + 0.2 * u(3);
    std::vector<double> values;
    for (int t = 0; t < duration_s; ++t) {
        const double x = t / 3600.0;
        const double from_noon = (x - middle) / 0.05;
        const double level = logistic((x - a) / 0.02) * logistic((b - x) / 0.02) *
                             (1 - dip * std::exp(-from_noon * from_noon / 2));
        double bursts = 0;
        for (int i = 0; i < 3; ++i) {
            const double length = 120 + 120 * u(4 + 3 * i);
            const double start = 1200 * i + (1200 - length) * u(5 + 3 * i);
            if (t >= start && t < start + length) bursts += 40 + 40 * u(6 + 3 * i);
        }
        values.push_back(whole(10 + height * level + bursts));
    }
    return values;
}

Users users_of(const config::LoadConfig& config, const std::string& pattern) {
    switch (config.profile) {
        case LoadProfile::kisim:
            return {10, 100};
        case LoadProfile::published:
            return {10, pattern == "ramp"       ? 45.0
                        : pattern == "spike"    ? 47.0
                        : pattern == "periodic" ? 20.0
                                                : 71.0};
        case LoadProfile::standard:
            break;
    }
    return {config.min_users, config.max_users};
}

}  // namespace

const std::vector<std::string>& pattern_names() {
    static const std::vector<std::string> names{"ramp",     "spike", "periodic", "random",
                                                "constant", "day",   "trace"};
    return names;
}

std::optional<int> pattern_index(std::string_view pattern) {
    const auto& names = pattern_names();
    const auto found = std::find(names.begin(), names.end(), pattern);
    if (found == names.end()) return std::nullopt;
    return static_cast<int>(found - names.begin());
}

Expected<LoadSchedule> make_schedule(const config::LoadConfig& config, const std::string& pattern,
                                     std::uint64_t seed, int duration_s) {
    const auto index = pattern_index(pattern);
    if (!index)
        return fail(ErrorCode::invalid_argument,
                    "Unknown load pattern \"" + pattern +
                        "\"; use ramp, spike, periodic, random, constant, day or trace.");
    if (duration_s < 1)
        return fail(ErrorCode::invalid_argument, "An episode of " + std::to_string(duration_s) +
                                                     " s has no load; make it at least 1 s long.");
    if (pattern == "trace") return make_trace_schedule(config, seed, duration_s);

    const Users users = users_of(config, pattern);
    if (!(users.minimum >= 0 && users.maximum >= users.minimum && std::isfinite(users.maximum)))
        return fail(ErrorCode::invalid_argument,
                    "load.min_users and load.max_users need 0 <= min_users <= max_users.");
    const LoadJitter jitter = config.profile == LoadProfile::kisim ? LoadJitter::none : config.jitter;
    const PatternDraws draws{seed, *index};

    LoadSchedule schedule{pattern, LoadKind::closed, {}};
    if (pattern == "ramp") {
        schedule.values = ramp(users, jitter, draws, duration_s);
    } else if (pattern == "spike") {
        schedule.values = spike(users, jitter, draws, duration_s);
    } else if (pattern == "periodic") {
        schedule.values = periodic(users, config, jitter, draws, duration_s);
    } else if (pattern == "random") {
        schedule.values = random(users, config.profile, draws, duration_s);
    } else if (pattern == "day") {
        schedule.values = day(draws, duration_s);
    } else {
        const bool open = config.constant_rps > 0;
        const double value = open ? config.constant_rps : whole(config.constant_users);
        if (!(value >= 0 && std::isfinite(value)))
            return fail(ErrorCode::invalid_argument, "load.constant_users must be a number from 0 on.");
        schedule.kind = open ? LoadKind::open : LoadKind::closed;
        schedule.values.assign(static_cast<std::size_t>(duration_s), value);
    }
    return schedule;
}

}  // namespace trimtab::load
