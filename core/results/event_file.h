// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/expected.h"

namespace trimtab::results {

/// CRC-32C (Castagnoli, RFC 3720 appendix B.4) as TFRecord stores it: rotated right by 15 bits plus
/// 0xa282ead8.
[[nodiscard]] std::uint32_t masked_crc32c(std::string_view bytes);

/// TensorBoard's event file: TFRecords of `Event` messages with scalar summaries
/// (tensorflow/core/util/event.proto). Flushed with every call. One thread.
class EventFile {
  public:
    /// Creates events.out.tfevents.<seconds>.<host>.<n> in `folder`. first_step > 0: the run continues there,
    /// and a SessionLog START makes TensorBoard forget what older files have from that step on.
    [[nodiscard]] static Expected<std::unique_ptr<EventFile>> create(const std::filesystem::path& folder,
                                                                     double wall_time,
                                                                     std::int64_t first_step);
    ~EventFile();
    EventFile(const EventFile&) = delete;
    EventFile& operator=(const EventFile&) = delete;

    using Scalars = std::vector<std::pair<std::string, double>>;
    /// One event with all scalars (tag, value); values that are not finite are left out.
    [[nodiscard]] Expected<void> add(double wall_time, std::int64_t step, const Scalars& scalars);

  private:
    EventFile(std::filesystem::path file, int descriptor) : file_(std::move(file)), descriptor_(descriptor) {}
    [[nodiscard]] Expected<void> write_record(std::string_view event);

    std::filesystem::path file_;
    int descriptor_;
};

}  // namespace trimtab::results
