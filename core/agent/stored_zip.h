// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "core/base/expected.h"

namespace trimtab::agent {

/// Entries of a zip without compression (PKWARE APPNOTE 6.3), by name.
using ZipEntries = std::map<std::string, std::string_view, std::less<>>;

/// Appends entries and closes the directory; every entry's data begins at a multiple of 64 bytes, as PyTorch
/// does.
class StoredZipWriter {
  public:
    void add(const std::string& name, std::string_view data);
    [[nodiscard]] std::string finish();

  private:
    std::string bytes_;
    std::string directory_;
    std::uint16_t entries_ = 0;
};

/// Every uncompressed entry of a zip, with its checksum verified; refers to `bytes`. Compressed entries are
/// left out; encrypted, split, truncated or overlapping archives are a `parse_error`.
[[nodiscard]] Expected<ZipEntries> read_stored_zip(std::string_view bytes);

/// CRC-32 of ISO 3309, as zip has it.
[[nodiscard]] std::uint32_t crc32(std::string_view data);

}  // namespace trimtab::agent
