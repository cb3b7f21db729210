// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/rollout_collector.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <string>

namespace trimtab::training {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace

RolloutCollector::RolloutCollector(environment::VectorEnvironment& environments, agent::PpoAgent& agent,
                                   agent::RolloutBuffer& buffer, bool time_limit_bootstrap)
    : environments_(environments),
      agent_(agent),
      buffer_(buffer),
      bootstrap_(time_limit_bootstrap),
      masked_(!buffer.masks.empty()) {}

Expected<void> RolloutCollector::step() {
    const auto n = static_cast<std::size_t>(buffer_.n_envs);
    const auto d = static_cast<std::size_t>(buffer_.observation_size);
    const auto h = static_cast<std::size_t>(buffer_.heads);
    const auto m = static_cast<std::size_t>(buffer_.mask_size);
    const int t = buffer_.steps;
    const std::size_t row = static_cast<std::size_t>(t) * n;

    const auto before = environments_.batch();
    // A sum is finite only where every term is (or where opposite infinities met, which gives NaN).
    if (!std::isfinite(std::accumulate(before.inputs.begin(), before.inputs.end(), 0.0F)))
        return fail(ErrorCode::numeric_error,
                    "an environment returned an observation that is not a number; check its metrics");
    const auto act_start = Clock::now();
    agent_.act(before.inputs, masked_ ? before.masks : std::span<const std::uint8_t>{}, act_);
    act_s_ += seconds_since(act_start);

    std::copy(before.inputs.begin(), before.inputs.end(),
              buffer_.inputs.begin() + static_cast<std::ptrdiff_t>(row * d));
    if (masked_)
        std::copy(before.masks.begin(), before.masks.end(),
                  buffer_.masks.begin() + static_cast<std::ptrdiff_t>(row * m));
    std::copy_n(act_.actions.begin(), n * h, buffer_.actions.begin() + static_cast<std::ptrdiff_t>(row * h));
    std::copy_n(act_.log_probs.begin(), n, buffer_.log_probs.begin() + static_cast<std::ptrdiff_t>(row));
    std::copy_n(act_.values.begin(), n, buffer_.values.begin() + static_cast<std::ptrdiff_t>(row));
    // The value of the state after the previous step is what the agent has just estimated.
    if (t > 0) store_next_values(t - 1, act_.values);

    const auto step_start = Clock::now();
    auto stepped = environments_.step(std::span<const int>(act_.actions.data(), n * h));
    step_s_ += seconds_since(step_start);
    if (!stepped) return stepped;

    const auto after = environments_.batch();
    for (std::size_t i = 0; i < n; ++i) {
        if (!std::isfinite(after.rewards[i]))
            return fail(ErrorCode::numeric_error,
                        "environment " + std::to_string(i) + " returned a reward that is not a number");
        buffer_.rewards[row + i] = static_cast<float>(after.rewards[i]);
        buffer_.episode_end[row + i] = after.terminated[i] != 0 || after.truncated[i] != 0 ? 1 : 0;
        buffer_.next_values[row + i] = 0;
    }
    if (bootstrap_) bootstrap_truncated(t, after);
    ++buffer_.steps;
    return {};
}

void RolloutCollector::finish() {
    if (buffer_.steps == 0) return;
    const auto start = Clock::now();
    values_.resize(static_cast<std::size_t>(buffer_.n_envs));
    agent_.evaluate_values(environments_.batch().inputs, values_);
    store_next_values(buffer_.steps - 1, values_);
    act_s_ += seconds_since(start);
}

void RolloutCollector::store_next_values(int t, std::span<const float> values_of_next) {
    const std::size_t row = static_cast<std::size_t>(t) * static_cast<std::size_t>(buffer_.n_envs);
    for (std::size_t i = 0; i < static_cast<std::size_t>(buffer_.n_envs); ++i)
        if (buffer_.episode_end[row + i] == 0) buffer_.next_values[row + i] = values_of_next[i];
}

void RolloutCollector::bootstrap_truncated(int t, const environment::VectorEnvironment::Batch& batch) {
    const auto d = static_cast<std::size_t>(buffer_.observation_size);
    rows_.clear();
    inputs_.clear();
    for (int i = 0; i < buffer_.n_envs; ++i) {
        const auto e = static_cast<std::size_t>(i);
        if (batch.truncated[e] == 0 || batch.terminated[e] != 0) continue;
        rows_.push_back(i);
        const auto input = batch.final_inputs.subspan(e * d, d);
        inputs_.insert(inputs_.end(), input.begin(), input.end());
    }
    if (rows_.empty()) return;
    values_.resize(rows_.size());
    const auto start = Clock::now();
    agent_.evaluate_values(inputs_, values_);
    act_s_ += seconds_since(start);
    const std::size_t row = static_cast<std::size_t>(t) * static_cast<std::size_t>(buffer_.n_envs);
    for (std::size_t i = 0; i < rows_.size(); ++i)
        buffer_.next_values[row + static_cast<std::size_t>(rows_[i])] = values_[i];
}

}  // namespace trimtab::training
