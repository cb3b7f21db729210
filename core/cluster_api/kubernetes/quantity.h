// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace trimtab::cluster_api {

/// A Kubernetes quantity in its base unit: "228090101n" is 0.228090101 (cores), "133464Ki" 136667136 (bytes),
/// "2", "1.5", "1e3", "500m", "3Gi". Nothing for any other text.
[[nodiscard]] std::optional<double> parse_quantity(const std::string& text);

}  // namespace trimtab::cluster_api
