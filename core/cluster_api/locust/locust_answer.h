// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/expected.h"
#include "core/cluster_api/http/http_message.h"

namespace trimtab::cluster_api {

/// Where a Locust stands. `other`: a word that is not known here.
enum class LocustState { ready, spawning, running, stopping, stopped, cleanup, missing, other };

/// What /stats/requests says, in the spelling of every release from 2.12. Rates and percentiles are the
/// present ones; they are absent where Locust has none, and while no test runs: it then goes on showing the
/// last run's.
struct LocustStatistics {
    LocustState state = LocustState::other;
    std::string state_text;
    int user_count = 0;
    std::optional<double> current_rps;           ///< requests a second, failures among them
    std::optional<double> current_failures_rps;  ///< of those
    std::optional<double> latency_p50_ms;
    std::optional<double> latency_p95_ms;
    std::int64_t requests = 0;  ///< since the start or the last reset
    std::int64_t failures = 0;

    /// Successes a second.
    [[nodiscard]] std::optional<double> throughput_rps() const;
    [[nodiscard]] bool runs() const {
        return state == LocustState::spawning || state == LocustState::running;
    }
};

/// An HTML page with status 200 is the login form: permission_denied. Other bodies that are not statistics
/// are a parse_error.
[[nodiscard]] Expected<LocustStatistics> read_statistics(const HttpResponse& response);

/// What an accepted /swarm says.
struct SwarmAnswer {
    std::string message;
    std::string host;
    bool shape = false;  ///< a load shape runs and ignores the number of users
};

/// A 500, which Locust gives to bad fields, and `"success": false` are invalid_argument.
[[nodiscard]] Expected<SwarmAnswer> read_swarm_answer(const HttpResponse& response);
[[nodiscard]] Expected<void> read_stop_answer(const HttpResponse& response);
/// Locust answers a reset with the text "ok".
[[nodiscard]] Expected<void> read_reset_answer(const HttpResponse& response);

}  // namespace trimtab::cluster_api
