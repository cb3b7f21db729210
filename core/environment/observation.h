// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "core/cluster/window_metrics.h"
#include "core/config/environment_config.h"
#include "core/environment/action.h"

namespace trimtab::environment {

inline constexpr int observation_size = 10;
inline constexpr int extended_observation_size = 31;
inline constexpr int remembered_throughputs = 5;

/// How a raw value becomes an input of about [-1, 1].
enum class InputScale {
    affine,   ///< (x - center) / half_range
    log_p95,  ///< log10(max(x, 50) / 1000)
};

/// One entry of the observation: the single source of CSV columns, chart labels, documentation and input
/// scaling.
struct ObservationField {
    std::string name;
    std::string unit;
    double minimum = 0;
    double maximum = 0;
    std::string meaning;
    InputScale scale = InputScale::affine;
    double center = 0;
    double half_range = 1;
};

/// The ten entries of DESIGN 3.1, and the 21 of SIMULATOR 10 where `extended_observation` is set. Bounds and
/// scales follow max_replicas, throughput_bound and users_scale.
[[nodiscard]] std::vector<ObservationField> observation_table(const config::EnvironmentConfig& config);

/// What the observation depends on beside the window's metrics.
struct ObservationContext {
    double time_in_episode = 0;  ///< 0..1
    int desired_gpu = 0, desired_cpu = 0;
    Action last_action;
    int recent_sign_gpu = 0, recent_sign_cpu = 0;  ///< of the last change while it is younger than 3 steps
    std::array<double, remembered_throughputs>
        throughputs{};          ///< req/s, oldest first, the present window last
    double users = 0;           ///< active users now
    double mean_users = 0;      ///< of the present window
    double previous_users = 0;  ///< mean of the window before
    double users_change = 0;    ///< relative, within the window
};

/// Writes the raw values, float32[10] or float32[31] by the size of `out`, clipped to their bounds.
void write_observation(const cluster::WindowMetrics& metrics, const ObservationContext& context,
                       std::span<const ObservationField> table, std::span<float> out);

/// Names of the entries that are not finite (no live data), comma-separated; empty: the observation is whole.
[[nodiscard]] std::string missing_entries(std::span<const float> raw,
                                          std::span<const ObservationField> table);

/// Raw values to network inputs. A value that is not finite (no live data) becomes 0, the middle.
void scale_observation(std::span<const float> raw, std::span<const ObservationField> table,
                       std::span<float> input);

}  // namespace trimtab::environment
