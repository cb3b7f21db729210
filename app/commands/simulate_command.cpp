// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <atomic>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "app/commands/commands.h"
#include "app/common_options.h"
#include "app/exit_code.h"
#include "app/text_table.h"
#include "core/base/parallel_for.h"
#include "core/cluster/steady_state.h"

namespace trimtab::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_points = 10000;
const std::vector<std::string> placement_words = {"gpu", "balanced", "cpu"};

/// "3", "1:5" or "10:100:10", both ends included; `otherwise` where the option is not given.
Expected<std::vector<double>> values_of(const Arguments& arguments, const std::string& option,
                                        double otherwise, bool whole, double maximum) {
    if (!arguments.has(option)) return std::vector<double>{otherwise};
    const std::string text = arguments.text(option);
    const auto wrong =
        fail(ErrorCode::invalid_argument, option + " must be a " + (whole ? "whole number" : "number") +
                                              " from 0 to " + std::to_string(static_cast<long>(maximum)) +
                                              ", or a range such as 1:5 or 10:100:10, not '" + text + "'");
    std::vector<double> parts;
    std::stringstream stream(text);
    for (std::string word; std::getline(stream, word, ':');) {
        const auto number = parse_double(word);
        if (!number || *number < 0 || *number > maximum) return wrong;
        if (whole && *number != static_cast<double>(static_cast<long>(*number))) return wrong;
        parts.push_back(*number);
    }
    if (parts.empty() || parts.size() > 3 || text.back() == ':') return wrong;
    const double last = parts.size() > 1 ? parts[1] : parts[0];
    const double step = parts.size() > 2 ? parts[2] : 1;
    if (last < parts[0] || step <= 0 || (last - parts[0]) / step >= static_cast<double>(most_points))
        return wrong;
    std::vector<double> out;
    // Counted, not added up, so that rounding cannot lose the last value.
    for (int i = 0; parts[0] + i * step <= last + 1e-9 * step; ++i) out.push_back(parts[0] + i * step);
    return out;
}

Expected<std::vector<cluster::Placement>> placements_of(const Arguments& arguments) {
    std::vector<cluster::Placement> out;
    std::stringstream stream(arguments.text("--placement", "balanced"));
    for (std::string word; std::getline(stream, word, ',');) {
        const auto found = std::find(placement_words.begin(), placement_words.end(), word);
        if (found == placement_words.end())
            return fail(ErrorCode::invalid_argument,
                        "--placement must be gpu, balanced or cpu, or several with commas between, not '" +
                            word + "'");
        out.push_back(static_cast<cluster::Placement>(found - placement_words.begin()));
    }
    if (out.empty()) return fail(ErrorCode::invalid_argument, "--placement must be gpu, balanced or cpu");
    return out;
}

struct Point {
    cluster::SteadyStateRequest request;
    cluster::SteadyState state;
    std::optional<Error> error;
};

Expected<std::vector<Point>> points_of(const Arguments& arguments, const config::Config& config) {
    const bool open = arguments.has("--rps");
    if (open == arguments.has("--users"))
        return fail(ErrorCode::invalid_argument, "give one of --users (closed loop) and --rps (open loop)");
    const auto loads = values_of(arguments, open ? "--rps" : "--users", 0, !open, 100000);
    const auto gpus = values_of(arguments, "--gpu", config.environment.initial_replicas_gpu, true, 1000);
    const auto cpus = values_of(arguments, "--cpu", config.environment.initial_replicas_cpu, true, 1000);
    const auto placements = placements_of(arguments);
    for (const auto* part : {&loads, &gpus, &cpus})
        if (!*part) return Unexpected<Error>(part->error());
    if (!placements) return Unexpected<Error>(placements.error());
    if (loads->size() * gpus->size() * cpus->size() * placements->size() > most_points)
        return fail(ErrorCode::invalid_argument, "the ranges make more than 10000 points; make them smaller");
    std::vector<Point> points;
    for (const double load : *loads)
        for (const double gpu : *gpus)
            for (const double cpu : *cpus)
                for (const cluster::Placement placement : *placements) {
                    Point& point = points.emplace_back();
                    point.request.kind = open ? load::LoadKind::open : load::LoadKind::closed;
                    point.request.load = load;
                    point.request.allocation = {static_cast<int>(gpu), static_cast<int>(cpu), placement};
                    point.request.warm_up_s = static_cast<int>(arguments.integer("--warm-up", 60));
                    point.request.window_s = static_cast<int>(arguments.integer("--window", 30));
                    point.request.replications = static_cast<int>(arguments.integer("--replications", 200));
                    point.request.seed = static_cast<std::uint64_t>(arguments.integer("--seed", 1));
                }
    return points;
}

Json estimate_json(const cluster::SteadyStateEstimate& estimate) {
    return {{"mean", estimate.mean}, {"se", estimate.se}, {"pooled", estimate.pooled}};
}

Json point_json(const Point& point) {
    const cluster::SteadyState& state = point.state;
    Json out = Json::object();
    out[point.request.kind == load::LoadKind::open ? "rps" : "users"] = point.request.load;
    out["gpu"] = point.request.allocation.replicas_gpu;
    out["cpu"] = point.request.allocation.replicas_cpu;
    out["placement"] = placement_words[static_cast<std::size_t>(point.request.allocation.placement)];
    out["throughput_rps"] = estimate_json(state.throughput_rps);
    out["latency_p95_ms"] = estimate_json(state.latency_p95_ms);
    out["latency_mean_ms"] = estimate_json(state.latency_mean_ms);
    out["gpu_utilization"] = state.gpu_utilization.mean;
    out["cpu_utilization"] = state.cpu_utilization.mean;
    out["cost_usd"] = state.cost_usd;
    return out;
}

std::string table_of(const std::vector<Point>& points) {
    const bool open = points.front().request.kind == load::LoadKind::open;
    TextTable table({open ? "req/s" : "users", "GPU", "CPU", "placement", "throughput req/s", "p95 ms", "+-",
                     "GPU %", "CPU %", "USD/h"});
    for (const Point& point : points) {
        const cluster::Allocation& allocation = point.request.allocation;
        const cluster::SteadyState& state = point.state;
        table.add_row({format_fixed(point.request.load, open ? 1 : 0),
                       std::to_string(allocation.replicas_gpu), std::to_string(allocation.replicas_cpu),
                       placement_words[static_cast<std::size_t>(allocation.placement)],
                       format_fixed(state.throughput_rps.mean, 3), format_fixed(state.latency_p95_ms.mean, 1),
                       format_fixed(state.latency_p95_ms.se, 1), format_fixed(state.gpu_utilization.mean, 1),
                       format_fixed(state.cpu_utilization.mean, 1),
                       format_fixed(state.cost_usd * 3600 / point.request.window_s, 3)});
    }
    return table.to_string();
}

Expected<int> simulate(const Arguments& arguments, Session& session) {
    const auto config = configuration(arguments);
    if (!config) return Unexpected<Error>(config.error());
    auto points = points_of(arguments, *config);
    if (!points) return Unexpected<Error>(points.error());
    std::atomic<int> done{0};
    const int count = static_cast<int>(points->size());
    parallel_for(count, 0, [&](int item, int worker) {
        Point& point = (*points)[static_cast<std::size_t>(item)];
        auto state = cluster::simulate_steady_state(config->simulator, point.request, session.stop);
        if (state)
            point.state = *state;
        else
            point.error = state.error();
        const int finished = ++done;
        // Only the caller's own thread may speak.
        if (worker == 0 && count > 1)
            session.console.progress(
                static_cast<double>(finished) / count, -1,
                std::to_string(finished) + " of " + std::to_string(count) + " allocations");
    });
    Json report = Json::array();
    for (const Point& point : *points) {
        if (point.error) return Unexpected<Error>(*point.error);
        report.push_back(point_json(point));
    }
    if (!arguments.has("--json"))
        session.console.print(table_of(*points));
    else
        session.console.print_line((count == 1 ? report.front() : report).dump(2));
    return exit_done;
}

OptionSpec whole_option(const char* name, const char* help, double minimum, double maximum,
                        const char* otherwise) {
    OptionSpec option{name, ArgumentKind::integer, "N", help};
    option.minimum = minimum;
    option.maximum = maximum;
    option.default_text = otherwise;
    return option;
}

}  // namespace

Command simulate_command() {
    Command command{
        "simulate", "Tells what an allocation would do under a constant load",
        "Runs the embedded cluster under a constant load with every pod Ready and reports throughput, p95 "
        "latency, utilisation and cost of a window. With ranges it answers for every combination."};
    OptionSpec gpu{"--gpu", ArgumentKind::text, "N|A:B", "GPU replicas."};
    gpu.default_text = "environment.initial_replicas_gpu";
    OptionSpec cpu{"--cpu", ArgumentKind::text, "N|A:B", "CPU replicas."};
    cpu.default_text = "environment.initial_replicas_cpu";
    OptionSpec placement{"--placement", ArgumentKind::text, "NAME",
                         "gpu, balanced or cpu; several with commas between."};
    placement.default_text = "balanced";
    command.options = joined_options(
        {{"--users", ArgumentKind::text, "N|A:B:STEP", "Users who think between requests (closed loop)."},
         {"--rps", ArgumentKind::text, "R|A:B:STEP",
          "Arrivals a second, whatever the responses (open loop)."},
         gpu,
         cpu,
         placement,
         whole_option("--warm-up", "Seconds before the window.", 0, 86400, "60"),
         whole_option("--window", "Seconds that are measured.", 1, 86400, "30"),
         whole_option("--replications", "Independent repetitions, seed, seed + 1 and so on.", 1, 1000000,
                      "200"),
         seed_option("Seed of the first repetition.", "1"),
         json_option()},
        config_options());
    command.examples = {{"trimtab simulate --users 70 --gpu 3 --cpu 3", "One allocation."},
                        {"trimtab simulate --users 40 --gpu 1:5 --cpu 0:3 --json", "A grid, as an array."}};
    command.run = simulate;
    return command;
}

}  // namespace trimtab::app
