// SPDX-License-Identifier: GPL-3.0-or-later
// Libraries: Trimtab::config
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/config/config_reader.h"
#include "core/config/config_writer.h"

/// Any bytes give issues or a configuration; a configuration survives being written and read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace trimtab::config;
    const std::string text(reinterpret_cast<const char*>(data), size);
    const ParsedConfig parsed = check_config(text, "fuzz");
    if (!parsed.issues.empty()) return 0;
    const ParsedConfig again = check_config(to_yaml(parsed.config, {.only_differences = true}), "written");
    if (!again.issues.empty() || !diff(parsed.config, again.config).empty()) std::abort();
    return 0;
}
