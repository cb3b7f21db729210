// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/run_names.h"

#include <array>

namespace trimtab::results {

Expected<std::filesystem::path> create_run_folder(const std::filesystem::path& results_dir,
                                                  const std::string& kind, std::time_t now) {
    std::error_code error;
    std::filesystem::create_directories(results_dir, error);
    if (error)
        return fail(ErrorCode::io_error, "cannot create the results folder " + results_dir.string() + ": " +
                                             error.message() + "; choose another one with --results-dir");
    std::tm local{};
    ::localtime_r(&now, &local);
    std::array<char, 32> stamp{};
    std::strftime(stamp.data(), stamp.size(), "%Y%m%d_%H%M%S", &local);
    const std::string stem = kind + "_" + stamp.data();
    for (int n = 1; n < 10000; ++n) {
        const auto folder = results_dir / (n == 1 ? stem : stem + "_" + std::to_string(n));
        if (std::filesystem::create_directory(folder, error)) return folder;
        if (error)
            return fail(ErrorCode::io_error,
                        "cannot create " + folder.string() + ": " + error.message() +
                            "; choose a results folder that you may write to with --results-dir");
    }
    return fail(ErrorCode::io_error,
                results_dir.string() + " is full of runs of this second; choose another --results-dir");
}

std::filesystem::path without_trailing_slash(const std::filesystem::path& folder) {
    return folder.has_filename() || !folder.has_parent_path() ? folder : folder.parent_path();
}

std::string kind_of_run(const std::string& folder_name) {
    for (const std::string kind : {"training", "evaluation", "comparison", "live"})
        if (folder_name.starts_with(kind + "_")) return kind;
    return {};
}

}  // namespace trimtab::results
