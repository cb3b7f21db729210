// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

namespace trimtab::cluster_api {

/// A source of numbers in (0, 1).
using UniformSource = std::function<double()>;

/// When and how often a request is sent again.
struct RetryPolicy {
    int max_attempts = 4;  ///< with the first one; 1 never repeats
    std::int64_t first_delay_ms = 200;
    std::int64_t longest_delay_ms = 10'000;
};

/// Exponential back-off of which the upper half is jitter: before retry 1, 2, ... `uniform` in (0, 1).
/// A server's Retry-After is the least delay.
[[nodiscard]] std::int64_t retry_delay_ms(const RetryPolicy& policy, int retry, double uniform,
                                          std::optional<std::int64_t> retry_after_ms = std::nullopt);

/// Statuses that say "later": 429, 503, 504.
[[nodiscard]] bool is_retried_status(int status);

/// Numbers from the system's generator.
[[nodiscard]] UniformSource system_uniform();

}  // namespace trimtab::cluster_api
