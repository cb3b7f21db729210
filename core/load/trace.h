// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/expected.h"
#include "core/load/load_schedule.h"

namespace trimtab::load {

/// A recorded load: one value for every `step_s` seconds, without a hole.
struct Trace {
    LoadKind kind = LoadKind::open;
    int step_s = 1;
    std::vector<double> values;  ///< users or req/s, >= 0
    std::string format;          ///< csv, azure-functions, locust-history, prometheus-range or common-log
    std::string comments;        ///< the `#` lines of a CSV file (source and licence), without the sign

    [[nodiscard]] int duration_s() const { return step_s * static_cast<int>(values.size()); }
};

/// Reads a trace file (at most 512 MiB). `format` is one of Trace::format or auto. Errors name file and line:
/// a hole, a negative or non-finite value, a time that goes backwards, nothing to read, a directory.
[[nodiscard]] Expected<Trace> read_trace(const std::filesystem::path& file,
                                         const std::string& format = "auto");

/// The same from text in memory; `name` stands for the file in messages.
[[nodiscard]] Expected<Trace> parse_trace(std::string_view text, const std::string& name,
                                          const std::string& format = "auto");

}  // namespace trimtab::load
