// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/environment/shield.h"

#include <algorithm>
#include <cmath>

#include "core/environment/action.h"

namespace trimtab::environment {
namespace {

constexpr std::array<const char*, 2> pool_names = {"GPU", "CPU"};

std::string whole(double value) { return std::to_string(std::lround(value)); }

std::string placement_word(cluster::Placement placement) {
    return action_table()[2].values[static_cast<std::size_t>(placement)];
}

int sign_of(int delta) { return (delta > 0) - (delta < 0); }

}  // namespace

std::string rule_name(ShieldRule rule) {
    static constexpr std::array<const char*, 10> names = {
        "no_data", "placement", "slo_fallback", "slo_guard",   "max_step",
        "bounds",  "gpu_quota", "cooldown",     "flap_budget", "cost_cap"};
    return names[static_cast<std::size_t>(rule)];
}

std::string ShieldVerdict::text() const {
    std::string out;
    for (const ShieldReason& reason : reasons) out += (out.empty() ? "" : "; ") + reason.text;
    return out;
}

/// Both pools' replicas on their way from the proposal to the verdict.
struct Shield::Pools {
    std::array<int, 2> current;
    std::array<int, 2> target;

    [[nodiscard]] int change(std::size_t pool) const { return target[pool] - current[pool]; }

    /// Moves a target and says so.
    void cut(std::size_t pool, int replicas, ShieldRule rule, const std::string& why,
             ShieldVerdict& verdict) {
        if (target[pool] == replicas) return;
        const std::string wish = std::string(pool_names[pool]) + " " + std::to_string(current[pool]) +
                                 " -> " + std::to_string(target[pool]);
        verdict.reasons.push_back(
            {rule, wish + (replicas == current[pool] ? " held" : " cut to " + std::to_string(replicas)) +
                       ": " + why});
        target[pool] = replicas;
    }
};

Shield::Shield(const config::Config& config)
    : cluster_(config.cluster),
      environment_(config.environment),
      price_per_hour_{config.simulator.gpu_price_per_hour, config.simulator.cpu_price_per_hour} {}

ShieldVerdict Shield::judge(const ShieldInput& input) {
    ShieldVerdict verdict;
    verdict.allowed = input.current;
    count_sample(input.latency_p95_ms);
    if (!input.missing.empty()) {
        verdict.reasons.push_back({ShieldRule::no_data, "held: no data for " + input.missing});
        return verdict;
    }
    verdict.allowed.placement = input.proposed.placement;
    if (cluster_.placement == config::PlacementMethod::none &&
        input.proposed.placement != input.current.placement) {
        verdict.allowed.placement = input.current.placement;
        verdict.reasons.push_back({ShieldRule::placement, "placement " +
                                                              placement_word(input.proposed.placement) +
                                                              " not carried out: cluster.placement is none"});
    }
    Pools pools{{input.current.replicas_gpu, input.current.replicas_cpu},
                {input.proposed.replicas_gpu, input.proposed.replicas_cpu}};
    apply_slo_rules(input, pools, verdict);
    apply_limits(pools, verdict);
    apply_history(input.time_s, pools, verdict);
    // Last: room that a refused reduction would have made is no room.
    apply_cost_cap(pools, verdict);
    verdict.allowed.replicas_gpu = pools.target[0];
    verdict.allowed.replicas_cpu = pools.target[1];
    return verdict;
}

void Shield::count_sample(double latency_p95_ms) {
    // No data says neither that the SLO is met nor that it is missed.
    if (!std::isfinite(latency_p95_ms)) return;
    const bool above = latency_p95_ms > environment_.slo_ms;
    above_slo_ = above ? above_slo_ + 1 : 0;
    within_slo_ = above ? 0 : within_slo_ + 1;
    if (cluster_.slo_fallback_samples > 0 && above_slo_ >= cluster_.slo_fallback_samples)
        falling_back_ = true;
    // The policy gets the wheel back once the SLO was met as long as the guard waits before it acts.
    if (within_slo_ >= std::max(1, cluster_.slo_guard_samples)) falling_back_ = false;
}

void Shield::apply_slo_rules(const ShieldInput& input, Pools& pools, ShieldVerdict& verdict) const {
    if (falling_back_ && input.fallback) {
        pools.target = {input.fallback->replicas_gpu, input.fallback->replicas_cpu};
        verdict.fell_back = true;
        verdict.reasons.push_back(
            {ShieldRule::slo_fallback, "the HPA rule decides: p95 was above the SLO of " +
                                           whole(environment_.slo_ms) + " ms for " +
                                           std::to_string(cluster_.slo_fallback_samples) + " samples"});
    }
    if (cluster_.slo_guard_samples == 0 || (above_slo_ < cluster_.slo_guard_samples && !falling_back_))
        return;
    for (std::size_t pool = 0; pool < 2; ++pool)
        if (pools.change(pool) < 0)
            pools.cut(pool, pools.current[pool], ShieldRule::slo_guard,
                      "p95 is above the SLO of " + whole(environment_.slo_ms) + " ms since " +
                          std::to_string(above_slo_) + " samples",
                      verdict);
}

void Shield::apply_limits(Pools& pools, ShieldVerdict& verdict) const {
    const int k = cluster_.shield_max_step;
    const int low = environment_.min_replicas;
    const int high = environment_.max_replicas;
    for (std::size_t pool = 0; pool < 2; ++pool) {
        if (pools.change(pool) == 0) continue;
        pools.cut(pool, std::clamp(pools.target[pool], pools.current[pool] - k, pools.current[pool] + k),
                  ShieldRule::max_step, "at most " + std::to_string(k) + " replicas a decision", verdict);
        // After the step's limit: a pool that somebody left outside its bounds goes straight to the bound, as
        // nothing outside may be asked for.
        pools.cut(pool, std::clamp(pools.target[pool], low, high), ShieldRule::bounds,
                  "bounds " + std::to_string(low) + " to " + std::to_string(high), verdict);
    }
    const int quota = std::max(cluster_.shield_gpu_quota, pools.current[0]);
    if (pools.target[0] > quota && pools.change(0) > 0)
        pools.cut(0, quota, ShieldRule::gpu_quota,
                  "GPU quota of " + std::to_string(cluster_.shield_gpu_quota), verdict);
}

void Shield::apply_history(double time_s, Pools& pools, ShieldVerdict& verdict) const {
    for (std::size_t pool = 0; pool < 2; ++pool) {
        const int sign = sign_of(pools.change(pool));
        if (sign == 0) continue;
        const PoolHistory& past = history_[pool];
        const double wait_s = sign > 0 ? cluster_.shield_cooldown_up_s : cluster_.shield_cooldown_down_s;
        const double since_s = time_s - past.last_change_s;
        if (since_s < wait_s) {
            pools.cut(pool, pools.current[pool], ShieldRule::cooldown,
                      "cool-down of " + whole(wait_s) + " s, the last change is " + whole(since_s) + " s old",
                      verdict);
            continue;
        }
        const auto recent = std::ranges::count_if(
            past.reversals_s, [&](double at_s) { return time_s - at_s < cluster_.shield_flap_window_s; });
        if (sign == -past.last_sign && recent >= cluster_.shield_flap_budget)
            pools.cut(pool, pools.current[pool], ShieldRule::flap_budget,
                      "its " + std::to_string(cluster_.shield_flap_budget) + " reversals within " +
                          whole(cluster_.shield_flap_window_s) + " s are used up",
                      verdict);
    }
}

void Shield::apply_cost_cap(Pools& pools, ShieldVerdict& verdict) const {
    const double cap = cluster_.shield_cost_cap_usd_per_hour;
    if (cap <= 0) return;
    std::array<int, 2> target = pools.target;
    const auto cost = [&] { return target[0] * price_per_hour_[0] + target[1] * price_per_hour_[1]; };
    // Only what is added can be refused; the dearer pool gives way first.
    const std::size_t dearer = price_per_hour_[0] >= price_per_hour_[1] ? 0 : 1;
    for (const std::size_t pool : {dearer, 1 - dearer})
        while (cost() > cap * (1 + 1e-12) && target[pool] > pools.current[pool]) --target[pool];
    std::string limit = std::to_string(cap);
    limit.resize(limit.find('.') + 3);
    for (std::size_t pool = 0; pool < 2; ++pool)
        pools.cut(pool, target[pool], ShieldRule::cost_cap, "cost cap of " + limit + " USD/h", verdict);
}

void Shield::executed(double time_s, const cluster::Allocation& before, const cluster::Allocation& after) {
    const std::array<int, 2> deltas = {after.replicas_gpu - before.replicas_gpu,
                                       after.replicas_cpu - before.replicas_cpu};
    for (std::size_t pool = 0; pool < 2; ++pool) {
        const int sign = sign_of(deltas[pool]);
        if (sign == 0) continue;
        PoolHistory& past = history_[pool];
        std::erase_if(past.reversals_s,
                      [&](double at_s) { return time_s - at_s >= cluster_.shield_flap_window_s; });
        if (sign == -past.last_sign) past.reversals_s.push_back(time_s);
        past.last_sign = sign;
        past.last_change_s = time_s;
    }
}

}  // namespace trimtab::environment
