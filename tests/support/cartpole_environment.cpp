// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cartpole_environment.h"

#include <cmath>
#include <numbers>

#include "core/base/seeded_draw.h"

namespace trimtab::test {

namespace {

constexpr double gravity = 9.8;
constexpr double cart_mass = 1.0;
constexpr double pole_mass = 0.1;
constexpr double total_mass = cart_mass + pole_mass;
constexpr double half_length = 0.5;
constexpr double force_n = 10.0;
constexpr double step_s = 0.02;
constexpr double angle_limit = 12 * 2 * std::numbers::pi / 360;
constexpr double position_limit = 2.4;
constexpr int step_limit = 500;

}  // namespace

Expected<void> CartPoleEnvironment::reset(const environment::EpisodeSpec& episode, std::span<float> input) {
    DrawSequence draws(episode.seed, DrawStream::load_pattern);
    for (double& x : state_) x = 0.1 * draws.next_uniform() - 0.05;
    steps_ = 0;
    write(input);
    return {};
}

Expected<environment::StepResult> CartPoleEnvironment::step(std::span<const int> action,
                                                            std::span<float> input) {
    auto& [position, velocity, angle, angular_velocity] = state_;
    const double force = action[0] == 1 ? force_n : -force_n;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    const double push =
        (force + pole_mass * half_length * angular_velocity * angular_velocity * sine) / total_mass;
    const double angular_acceleration =
        (gravity * sine - cosine * push) /
        (half_length * (4.0 / 3.0 - pole_mass * cosine * cosine / total_mass));
    const double acceleration = push - pole_mass * half_length * angular_acceleration * cosine / total_mass;
    position += step_s * velocity;
    velocity += step_s * acceleration;
    angle += step_s * angular_velocity;
    angular_velocity += step_s * angular_acceleration;
    ++steps_;
    write(input);

    environment::StepResult result;
    result.reward = 1;
    result.terminated = std::abs(position) > position_limit || std::abs(angle) > angle_limit;
    result.truncated = steps_ >= step_limit;
    return result;
}

void CartPoleEnvironment::write(std::span<float> input) const {
    for (std::size_t i = 0; i < state_.size(); ++i) input[i] = static_cast<float>(state_[i]);
}

}  // namespace trimtab::test
