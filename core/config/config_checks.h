// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/config/config.h"

namespace trimtab::config {

/// Something wrong between keys that are each within their own range.
struct CrossIssue {
    std::string key;  ///< the key to change first
    std::string message;
};

/// Every rule that involves more than one key, such as min_replicas <= max_replicas.
[[nodiscard]] std::vector<CrossIssue> check_across_keys(const Config& config);

}  // namespace trimtab::config
