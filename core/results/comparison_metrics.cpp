// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/comparison_metrics.h"

#include <algorithm>
#include <iterator>

namespace trimtab::results {
namespace {

using training::EpisodeResult;

constexpr auto higher = Direction::higher_is_better;
constexpr auto lower = Direction::lower_is_better;
constexpr auto neutral = Direction::neutral;

constexpr ComparisonMetric metrics[] = {
    {"episode_return", "1", higher, true, [](const EpisodeResult& e) { return e.episode_return; }},
    {"latency_p95_ms", "ms", lower, true, [](const EpisodeResult& e) { return e.latency_p95_ms; }},
    {"throughput_rps", "req/s", higher, true, [](const EpisodeResult& e) { return e.throughput_rps; }},
    {"served_share", "1", higher, true, [](const EpisodeResult& e) { return e.served_share; }},
    {"slo_violations", "1", lower, true, [](const EpisodeResult& e) { return e.slo_violations; }},
    {"cost_usd", "USD", lower, true, [](const EpisodeResult& e) { return e.cost_usd; }},
    {"energy_wh", "Wh", lower, true, [](const EpisodeResult& e) { return e.energy_wh; }},
    {"scaling_actions", "steps", lower, true, [](const EpisodeResult& e) { return 1.0 * e.scaling_actions; }},
    {"flaps", "flaps", lower, true, [](const EpisodeResult& e) { return 1.0 * e.flaps; }},
    {"latency_improvement", "1", higher, false, [](const EpisodeResult& e) { return e.latency_improvement; }},
    {"throughput_improvement", "1", higher, false,
     [](const EpisodeResult& e) { return e.throughput_improvement; }},
    {"resource_efficiency", "1", higher, false, [](const EpisodeResult& e) { return e.resource_efficiency; }},
    {"stability_bonus", "1", higher, false, [](const EpisodeResult& e) { return e.stability_bonus; }},
    {"mean_ready_gpu", "pods", neutral, false, [](const EpisodeResult& e) { return e.mean_ready_gpu; }},
    {"mean_ready_cpu", "pods", neutral, false, [](const EpisodeResult& e) { return e.mean_ready_cpu; }},
    {"gpu_share", "1", neutral, false, [](const EpisodeResult& e) { return e.gpu_share; }},
};

}  // namespace

std::span<const ComparisonMetric> comparison_metrics() { return metrics; }

std::size_t comparison_metric(std::string_view name) {
    const auto* found =
        std::find_if(std::begin(metrics), std::end(metrics), [&](const auto& m) { return m.name == name; });
    return static_cast<std::size_t>(found - std::begin(metrics));
}

}  // namespace trimtab::results
