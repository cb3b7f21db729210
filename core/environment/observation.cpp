// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/environment/observation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trimtab::environment {
namespace {

ObservationField field(std::string name, std::string unit, double minimum, double maximum,
                       std::string meaning, double center, double half_range) {
    return {std::move(name),    std::move(unit),    minimum, maximum,
            std::move(meaning), InputScale::affine, center,  half_range};
}

double relative_change(double older, double newer) {
    return std::clamp((newer - older) / std::max(older, 1.0), -1.0, 1.0);
}

double count_or_nan(int count) {
    return count < 0 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(count);
}

void append_extension(const config::EnvironmentConfig& config, std::vector<ObservationField>& table) {
    const double pods = config.max_replicas;
    const double users = config.users_scale;
    const double scaled_rps = users / 1.6;
    table.push_back(field("ready_gpu", "pods", 0, pods, "GPU pods that serve", pods / 2, pods / 2));
    table.push_back(field("ready_cpu", "pods", 0, pods, "CPU pods that serve", pods / 2, pods / 2));
    table.push_back(field("missing_gpu", "pods", -pods, pods, "Desired less ready GPU pods", 0, 2));
    table.push_back(field("missing_cpu", "pods", -pods, pods, "Desired less ready CPU pods", 0, 2));
    table.push_back(field("users", "users", 0, 10 * users, "Active users now", users / 2, users / 2));
    table.push_back(field("users_above_mean", "users", -10 * users, 10 * users,
                          "Active users now less the window's mean", 0, users / 4));
    table.push_back(field("last_gpu_index", "", 0, 4, "GPU index of the last action", 2, 2));
    table.push_back(field("last_cpu_index", "", 0, 4, "CPU index of the last action", 2, 2));
    table.push_back(field("last_prefer_gpu", "", 0, 1, "1 where the last placement prefers GPU", 0, 1));
    table.push_back(field("last_balanced", "", 0, 1, "1 where the last placement is balanced", 0, 1));
    table.push_back(field("last_prefer_cpu", "", 0, 1, "1 where the last placement prefers CPU", 0, 1));
    table.push_back(
        field("recent_sign_gpu", "", -1, 1, "Sign of the last GPU change, 0 after three steps", 0, 1));
    table.push_back(
        field("recent_sign_cpu", "", -1, 1, "Sign of the last CPU change, 0 after three steps", 0, 1));
    for (int age = remembered_throughputs - 1; age >= 0; --age)
        table.push_back(field("throughput_lag" + std::to_string(age), "req/s", 0, config.throughput_bound,
                              "Throughput " + std::to_string(age) + " windows ago", scaled_rps, scaled_rps));
    table.push_back(field("log_users", "", std::log(1.0 / 30), std::log(10 * users / 30),
                          "Natural logarithm of active users over 30", 0, 1));
    table.push_back(
        field("users_change_within", "", -1, 1, "Relative change of users within the window", 0, 1.0 / 3));
    table.push_back(field("users_change_between", "", -1, 1,
                          "Relative change of mean users between the last two windows", 0, 1.0 / 3));
}

}  // namespace

std::vector<ObservationField> observation_table(const config::EnvironmentConfig& config) {
    const double pods = config.max_replicas;
    const double scaled_rps = config.users_scale / 1.6;  // what so many users ask for at a 100 ms response
    std::vector<ObservationField> table = {
        field("cpu_utilization", "%", 0, 100, "Busy share of the CPU pods", 50, 50),
        field("memory_utilization", "%", 0, 100, "Memory in use over memory requested", 50, 50),
        field("gpu_utilization", "%", 0, 100, "Busy share of the GPU pods", 50, 50),
        {"current_latency_p95", "ms", 0, 10000, "95th percentile of the window's latencies",
         InputScale::log_p95, 0, 1},
        field("current_throughput", "req/s", 0, config.throughput_bound, "Successes a second", scaled_rps,
              scaled_rps),
        field("current_replicas_gpu", "pods", 0, pods, "Desired GPU replicas", pods / 2, pods / 2),
        field("current_replicas_cpu", "pods", 0, pods, "Desired CPU replicas", pods / 2, pods / 2),
        field("load_trend", "", -1, 1, "Relative change of the arrival rate over 20 s", 0, 1),
        field("load_variance", "", 0, 1, "Spread of the arrival rate over its mean", 0.5, 0.5),
        field("time_in_episode", "", 0, 1, "Share of the episode that has passed", 0.5, 0.5),
    };
    if (config.extended_observation) append_extension(config, table);
    return table;
}

void write_observation(const cluster::WindowMetrics& metrics, const ObservationContext& context,
                       std::span<const ObservationField> table, std::span<float> out) {
    std::array<double, extended_observation_size> raw{};
    std::size_t n = 0;
    // What was asked for is not known either where a live cluster cannot tell what it is asked for.
    const double desired_gpu = metrics.desired_gpu < 0 ? count_or_nan(-1) : context.desired_gpu;
    const double desired_cpu = metrics.desired_cpu < 0 ? count_or_nan(-1) : context.desired_cpu;
    for (const double value : {metrics.cpu_utilization, metrics.memory_utilization, metrics.gpu_utilization,
                               metrics.latency_p95_ms, metrics.throughput_rps, desired_gpu, desired_cpu,
                               metrics.load_trend, metrics.load_variance, context.time_in_episode})
        raw[n++] = value;
    if (table.size() > static_cast<std::size_t>(observation_size)) {
        const double ready_gpu = count_or_nan(metrics.ready_gpu);
        const double ready_cpu = count_or_nan(metrics.ready_cpu);
        const auto is = [&](cluster::Placement p) { return context.last_action.placement == p ? 1.0 : 0.0; };
        for (const double value :
             {ready_gpu, ready_cpu, desired_gpu - ready_gpu, desired_cpu - ready_cpu, context.users,
              context.users - context.mean_users, static_cast<double>(context.last_action.gpu),
              static_cast<double>(context.last_action.cpu), is(cluster::Placement::prefer_gpu),
              is(cluster::Placement::balanced), is(cluster::Placement::prefer_cpu),
              static_cast<double>(context.recent_sign_gpu), static_cast<double>(context.recent_sign_cpu)})
            raw[n++] = value;
        for (const double throughput : context.throughputs) raw[n++] = throughput;
        raw[n++] = std::log(std::max(context.users, 1.0) / 30);
        raw[n++] = context.users_change;
        raw[n++] = relative_change(context.previous_users, context.mean_users);
    }
    // std::clamp keeps NaN, which stands for missing live data.
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<float>(std::clamp(raw[i], table[i].minimum, table[i].maximum));
}

std::string missing_entries(std::span<const float> raw, std::span<const ObservationField> table) {
    std::string names;
    for (std::size_t i = 0; i < raw.size(); ++i)
        if (!std::isfinite(raw[i])) names += (names.empty() ? "" : ", ") + table[i].name;
    return names;
}

void scale_observation(std::span<const float> raw, std::span<const ObservationField> table,
                       std::span<float> input) {
    for (std::size_t i = 0; i < input.size(); ++i) {
        const ObservationField& f = table[i];
        const double x = raw[i];
        double y = f.scale == InputScale::log_p95 ? std::log10(std::max(x, 50.0) / 1000)
                                                  : (x - f.center) / f.half_range;
        if (!std::isfinite(x)) y = 0;
        input[i] = static_cast<float>(y);
    }
}

}  // namespace trimtab::environment
