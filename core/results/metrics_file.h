// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/telemetry/row.h"

namespace trimtab::results {

/// metrics.jsonl while a run writes it: append-only, handed to the system at most half a second after a row
/// was added (given that add() or tick() is called), so that SIGKILL costs less than a second. Held by one
/// process at a time.
class MetricsFile {
  public:
    /// A new, empty file. `conflict` where another process writes to it.
    [[nodiscard]] static Expected<std::unique_ptr<MetricsFile>> create(const std::filesystem::path& file);

    /// Opens an existing file and cuts it after its first `rows` lines, which are returned in `kept`.
    /// parse_error where it has fewer whole lines.
    [[nodiscard]] static Expected<std::unique_ptr<MetricsFile>> reopen(const std::filesystem::path& file,
                                                                       std::int64_t rows,
                                                                       std::vector<telemetry::Row>& kept);
    ~MetricsFile();
    MetricsFile(const MetricsFile&) = delete;
    MetricsFile& operator=(const MetricsFile&) = delete;

    [[nodiscard]] Expected<void> add(const telemetry::Row& row);
    [[nodiscard]] Expected<void> tick();   ///< flushes what is old enough
    [[nodiscard]] Expected<void> flush();  ///< hands everything to the system
    [[nodiscard]] Expected<void> sync();   ///< flush(), and to the disk

  private:
    MetricsFile(std::filesystem::path file, int descriptor, std::uint64_t size);
    [[nodiscard]] static Expected<int> open_alone(const std::filesystem::path& file, int flags);

    std::filesystem::path file_;
    int descriptor_;
    std::uint64_t size_;  // of whole lines on disk
    std::string waiting_;
    std::chrono::steady_clock::time_point last_flush_;
};

}  // namespace trimtab::results
