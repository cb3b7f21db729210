// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/http/retry_policy.h"

#include <QRandomGenerator>
#include <algorithm>

namespace trimtab::cluster_api {

std::int64_t retry_delay_ms(const RetryPolicy& policy, int retry, double uniform,
                            std::optional<std::int64_t> retry_after_ms) {
    const int doublings = std::clamp(retry - 1, 0, 30);
    const std::int64_t full = std::min(policy.longest_delay_ms, policy.first_delay_ms << doublings);
    const auto jittered = full / 2 + static_cast<std::int64_t>(uniform * static_cast<double>(full) / 2);
    // All clients that were told the same second must not come back in the same millisecond.
    return retry_after_ms ? std::max(jittered, *retry_after_ms + jittered / 4) : jittered;
}

bool is_retried_status(int status) { return status == 429 || status == 503 || status == 504; }

UniformSource system_uniform() {
    return [] { return QRandomGenerator::global()->generateDouble(); };
}

}  // namespace trimtab::cluster_api
