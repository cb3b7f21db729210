// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/training/sweep_plan.h"

namespace trimtab::cluster_api {

/// What a sweep on Kubernetes is: a ConfigMap with the sweep's files and an Indexed Job that runs its rows.
struct SweepManifest {
    std::string name;  ///< of both; tells the rows, so that the same sweep is not submitted twice
    std::string name_space;
    int indexes = 0;  ///< of the Job
    nlohmann::ordered_json config_map;
    nlohmann::ordered_json job;

    /// Both as one YAML stream.
    [[nodiscard]] std::string to_yaml() const;
};

/// The manifest for `rows` of the plan (those that are not finished), whose keys are `keys` (of all rows).
/// One index of the Job runs one row; a row that fails is tried again as often as the sweep says, one with
/// bad input is not, and an eviction does not count. invalid_argument: names that a server would refuse,
/// files that do not fit a ConfigMap or cannot travel, no rows.
[[nodiscard]] Expected<SweepManifest> make_sweep_manifest(const training::SweepPlan& plan,
                                                          const std::vector<int>& rows,
                                                          const std::vector<std::string>& keys,
                                                          const std::string& name_space);

}  // namespace trimtab::cluster_api
