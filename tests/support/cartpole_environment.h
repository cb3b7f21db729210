// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "core/environment/environment.h"

namespace trimtab::test {

/// CartPole-v1 as Gymnasium defines it: Barto, Sutton and Anderson's pole on a cart (1983), Euler steps of 20
/// ms, reward 1 a step, terminated beyond 12 degrees or 2.4 m, truncated after 500 steps. One head: push left
/// or right.
class CartPoleEnvironment final : public environment::Environment {
  public:
    [[nodiscard]] const environment::Spaces& spaces() const override { return spaces_; }
    [[nodiscard]] Expected<void> reset(const environment::EpisodeSpec& episode,
                                       std::span<float> input) override;
    [[nodiscard]] Expected<environment::StepResult> step(std::span<const int> action,
                                                         std::span<float> input) override;

    /// Position m, velocity m/s, angle rad, angular velocity rad/s.
    [[nodiscard]] const std::array<double, 4>& state() const { return state_; }
    void set_state(const std::array<double, 4>& state) { state_ = state; }

  private:
    void write(std::span<float> input) const;

    environment::Spaces spaces_{4, {2}};
    std::array<double, 4> state_{};
    int steps_ = 0;
};

}  // namespace trimtab::test
