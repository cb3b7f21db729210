// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/cluster/allocation.h"
#include "core/config/config.h"

namespace trimtab::environment {

/// What may change a proposal, in the order in which the rules are asked.
enum class ShieldRule {
    no_data,
    placement,
    slo_fallback,
    slo_guard,
    max_step,
    bounds,
    gpu_quota,
    cooldown,
    flap_budget,
    cost_cap
};

/// "no_data", "slo_guard" ...: for the audit log and for counting.
[[nodiscard]] std::string rule_name(ShieldRule rule);

/// One rule's word: what it changed and why, for a person.
struct ShieldReason {
    ShieldRule rule = ShieldRule::no_data;
    std::string text;  ///< "GPU 3 -> 6 cut to 5: at most 2 replicas a decision"
};

struct ShieldInput {
    double time_s = 0;             ///< of a clock that never goes back
    cluster::Allocation current;   ///< what the cluster is asked for now
    cluster::Allocation proposed;  ///< what the policy wants
    double latency_p95_ms = std::numeric_limits<double>::quiet_NaN();
    std::string missing;                          ///< what has no data, in words; empty: everything is there
    std::optional<cluster::Allocation> fallback;  ///< what the HPA rule would set
};

struct ShieldVerdict {
    cluster::Allocation allowed;
    std::vector<ShieldReason> reasons;  ///< empty: the proposal goes through as it is
    bool fell_back = false;             ///< `allowed` comes from the HPA rule

    [[nodiscard]] std::string text() const;  ///< all reasons in one line
};

/// Stands between any policy and a real cluster (DESIGN 6.6). A pure function of its inputs and of the
/// changes it was told of: it reads no clock and asks no service. Whatever it allows that differs from
/// `current` lies within environment.min_replicas and max_replicas. One caller at a time.
class Shield {
  public:
    explicit Shield(const config::Config& config);

    /// Once a decision: also counts the samples above the SLO.
    [[nodiscard]] ShieldVerdict judge(const ShieldInput& input);

    /// Tells that the replicas were changed (cool-down, flaps); both equal: nothing.
    void executed(double time_s, const cluster::Allocation& before, const cluster::Allocation& after);

    /// Decisions in a row whose p95 exceeded the SLO.
    [[nodiscard]] int samples_above_slo() const { return above_slo_; }

  private:
    struct PoolHistory {
        double last_change_s = -std::numeric_limits<double>::infinity();
        int last_sign = 0;
        std::vector<double> reversals_s;
    };
    struct Pools;

    void count_sample(double latency_p95_ms);
    void apply_slo_rules(const ShieldInput& input, Pools& pools, ShieldVerdict& verdict) const;
    void apply_limits(Pools& pools, ShieldVerdict& verdict) const;
    void apply_history(double time_s, Pools& pools, ShieldVerdict& verdict) const;
    void apply_cost_cap(Pools& pools, ShieldVerdict& verdict) const;

    config::ClusterConfig cluster_;
    config::EnvironmentConfig environment_;
    std::array<double, 2> price_per_hour_;  ///< by Pool
    std::array<PoolHistory, 2> history_;    ///< by Pool
    int above_slo_ = 0;
    int within_slo_ = 0;
    bool falling_back_ = false;
};

}  // namespace trimtab::environment
