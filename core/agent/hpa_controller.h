// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/config/policies_config.h"

namespace trimtab::agent {

/// One scaling policy of a direction: at most so many pods, or percent of the start, in a period.
struct ScalingPolicy {
    enum class Kind { pods, percent };
    Kind kind = Kind::percent;
    int value = 100;
    int period_s = 15;
};

/// `behavior.scaleUp` or `behavior.scaleDown`.
struct ScalingRules {
    int window_s = 0;
    config::ScalingSelect select = config::ScalingSelect::max;
    std::vector<ScalingPolicy> policies;
};

/// One HorizontalPodAutoscaler's `spec`, with Kubernetes' defaults.
struct HpaOptions {
    int min_replicas = 1;
    int max_replicas = 10;
    bool behavior = true;  ///< false: the form without `behavior`, stabilised over down.window_s
    ScalingRules up{0,
                    config::ScalingSelect::max,
                    {{ScalingPolicy::Kind::percent, 100, 15}, {ScalingPolicy::Kind::pods, 4, 15}}};
    ScalingRules down{300, config::ScalingSelect::max, {{ScalingPolicy::Kind::percent, 100, 15}}};
};

/// What Kubernetes' HorizontalPodAutoscaler v2 does with its metrics' proposals (SIMULATOR 7, steps 1, 5 and
/// 6; pkg/controller/podautoscaler/horizontal.go). Its whole state is the history of recommendations and
/// scale events.
class HpaController {
  public:
    explicit HpaController(HpaOptions options) : options_(std::move(options)) {}

    /// One sync at `now_s` (never going back): the replicas to set. `proposals`: one a metric, nothing where
    /// invalid.
    [[nodiscard]] int sync(double now_s, int current, std::span<const std::optional<int>> proposals);

  private:
    struct Entry {
        double time_s = 0;
        int replicas = 0;
    };
    [[nodiscard]] int desired(double now_s, int current, std::span<const std::optional<int>> proposals);
    [[nodiscard]] int stabilised(double now_s, int current, int recommended) const;
    [[nodiscard]] int limited(double now_s, int current, int wanted) const;
    [[nodiscard]] int up_limit(double now_s, int current) const;
    [[nodiscard]] int down_limit(double now_s, int current) const;
    [[nodiscard]] static int changed_within(const std::vector<Entry>& events, double now_s, int period_s);
    void forget(double now_s);

    HpaOptions options_;
    std::vector<Entry> recommendations_;
    std::vector<Entry> added_, removed_;
};

}  // namespace trimtab::agent
