// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/control_view.h"

#include <chrono>

namespace trimtab::cluster_api {

std::string outcome_name(DecisionOutcome outcome) {
    static constexpr std::array<const char*, 9> names = {
        "kept", "executed", "shadowed", "held", "declined", "failed", "restored", "noted", "ordered"};
    return names[static_cast<std::size_t>(outcome)];
}

std::string mode_name(config::ControlMode mode) {
    static constexpr std::array<const char*, 4> names = {"observe", "shadow", "confirm", "auto"};
    return names[static_cast<std::size_t>(mode)];
}

std::string phase_name(ControlPhase phase) {
    static constexpr std::array<const char*, 6> names = {"connecting", "running", "paused",
                                                         "restoring",  "stopped", "failed"};
    return names[static_cast<std::size_t>(phase)];
}

bool acts(config::ControlMode mode) {
    return mode == config::ControlMode::confirm || mode == config::ControlMode::automatic;
}

double utc_now_s() {
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

}  // namespace trimtab::cluster_api
