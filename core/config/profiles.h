// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/config/config.h"

namespace trimtab::config {

/// Every scenario that environment.profile may name.
[[nodiscard]] const std::vector<std::string>& profile_names();

/// Sets what `profile` changes of the defaults (SIMULATOR 3, 6, 9); an unknown name changes nothing.
void apply_profile(Config& config, const std::string& profile);

}  // namespace trimtab::config
