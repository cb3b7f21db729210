// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/cluster/cluster_backend.h"
#include "core/config/config.h"
#include "core/environment/action.h"
#include "core/environment/environment.h"
#include "core/environment/reward.h"

namespace trimtab::environment {

/// What Gymnasium calls info: everything of one step that is recorded or shown.
struct StepInfo {
    int step = 0;       ///< steps done in this episode; 0 after reset
    double time_s = 0;  ///< since the episode began
    std::string pattern;
    cluster::WindowMetrics metrics;
    RewardComponents reward;         ///< all zero after reset
    cluster::Allocation executed;    ///< what was asked of the cluster
    std::optional<Action> proposed;  ///< where it differs from what was executed (clamp, shield)
    int held = 0;                    ///< intervals that were waited for data
    int flaps = 0;                   ///< of this step
};

/// Asked at fixed seconds within a step; an allocation to set, or nothing to keep the present one.
using Controller = std::function<Expected<std::optional<cluster::Allocation>>(int second_of_step)>;

/// The product's environment: ten observations (31 where extended), MultiDiscrete[5, 5, 3], SIMULATOR 6's
/// reward, over any ClusterBackend. The time limit is reported as truncated, never as terminated. One caller
/// at a time.
class KubernetesEnvironment final : public Environment {
  public:
    /// `baselines` is the table the reward is relative to (see baseline_table.h).
    KubernetesEnvironment(const config::Config& config, BaselineSet baselines,
                          std::unique_ptr<cluster::ClusterBackend> backend);
    ~KubernetesEnvironment() override;

    [[nodiscard]] const Spaces& spaces() const override;
    [[nodiscard]] Expected<void> reset(const EpisodeSpec& episode, std::span<float> input) override;
    [[nodiscard]] Expected<StepResult> step(std::span<const int> action, std::span<float> input) override;
    void action_mask(std::span<std::uint8_t> mask) const override;

    /// reset() with another start than the configuration's (statics lie outside the bounds, for instance).
    [[nodiscard]] Expected<void> reset_at(const EpisodeSpec& episode, const cluster::Allocation& initial);
    [[nodiscard]] Expected<StepResult> step(const Action& action);

    /// On a cluster in real time: a reset or a step(action) whose window lacks a number that is observed is
    /// not handed out. The replicas are kept for so many further windows until one is whole; then
    /// `unavailable`. 0, the default: NaN is handed out, see missing().
    void set_patience(int windows);

    /// One step under a controller that is asked at second 0, interval_s, 2 interval_s ... and sets replicas
    /// directly, not limited to +-2; the reward sees the step's net change.
    [[nodiscard]] Expected<StepResult> step_with(const Controller& controller, int interval_s);

    /// Raw values in the units of DESIGN 3.1, float32[10] or float32[31]; names in observation.h.
    [[nodiscard]] const std::vector<float>& observation() const;
    /// What of it has no data (a live cluster's gaps), in words; empty: it is whole, and a policy may decide
    /// on it.
    [[nodiscard]] std::string missing() const;
    /// The same as the network sees it. Meaningless while something is missing.
    void write_input(std::span<float> input) const;

    [[nodiscard]] const StepInfo& info() const;
    [[nodiscard]] const config::Config& config() const;
    [[nodiscard]] const cluster::ClusterBackend& backend() const;
    [[nodiscard]] int steps_per_episode() const;
    void set_stop_token(StopToken stop);

    void append_step_metrics(MetricValues& out) const override;
    void append_episode_metrics(MetricValues& out) const override;

    /// No step with `action` from here can earn more: what a search may skip. Embedded cluster only; may be
    /// infinite.
    [[nodiscard]] double reward_bound(const Action& action) const;

    /// A copy with its own future (what a planner looks ahead with); null where the backend cannot be copied.
    [[nodiscard]] std::unique_ptr<KubernetesEnvironment> clone() const;

  private:
    struct State;
    explicit KubernetesEnvironment(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace trimtab::environment
