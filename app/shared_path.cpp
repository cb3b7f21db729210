// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shared_path.h"

#include <filesystem>

namespace trimtab::app {

std::string shared_path(const std::string& word) {
    std::error_code error;
    if (!word.starts_with("configs/") || std::filesystem::exists(word, error)) return word;
    const auto bin = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (const char* above : {"../share/trimtab", "../../.."}) {
        const auto shared = (bin / above / word).lexically_normal();
        if (std::filesystem::exists(shared, error)) return shared.string();
    }
    return word;
}

}  // namespace trimtab::app
