// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace trimtab::app {

/// A word of a command line that names a shipped configuration ("configs/quick.yaml"): where there is no such
/// file here, the one beside the installation (<prefix>/share/trimtab) or in the source tree of the build.
/// Every other word comes back as it is.
[[nodiscard]] std::string shared_path(const std::string& word);

}  // namespace trimtab::app
