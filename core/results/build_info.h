// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace trimtab::results {

/// What this program was built from and with; fixed at build time.
struct BuildInfo {
    std::string version;     ///< "0.1.0"
    std::string git_commit;  ///< full hash, "-dirty" behind it for changed sources; "unknown" outside git
    std::string compiler;    ///< "GNU 12.2.0"
    std::string build_type;
    std::map<std::string, std::string> libraries;  ///< name -> version
};
[[nodiscard]] const BuildInfo& build_info();

/// "trimtab 0.1.0 (1a2b3c4d)".
[[nodiscard]] std::string program_name();

/// Where it runs: processor, cores (usable), memory_mib, system, host.
[[nodiscard]] std::map<std::string, std::string> machine_info();

}  // namespace trimtab::results
