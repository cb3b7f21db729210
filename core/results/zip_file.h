// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/expected.h"

namespace trimtab::results {

/// Writes a ZIP file (PKWARE APPNOTE 6.3) with stored, uncompressed entries of a fixed date: equal contents
/// give equal bytes. Entries and the whole stay below 4 GiB.
class ZipWriter {
  public:
    [[nodiscard]] static Expected<ZipWriter> create(const std::filesystem::path& file);

    /// `read` gives the entry's next piece, empty at its end; it is called for the whole entry twice, for its
    /// checksum and for its bytes, each after a call of `rewind`.
    struct Source {
        std::function<Expected<void>()> rewind;
        std::function<Expected<std::string_view>()> read;
    };
    [[nodiscard]] Expected<void> add(const std::string& name, const Source& source);
    [[nodiscard]] Expected<void> add(const std::string& name, std::string_view bytes);
    /// Writes the directory. Nothing can be added afterwards.
    [[nodiscard]] Expected<void> finish();

  private:
    struct Entry {
        std::string name;
        std::uint32_t crc = 0, size = 0, offset = 0;
    };
    ZipWriter(std::filesystem::path file, std::ofstream out) : file_(std::move(file)), out_(std::move(out)) {}
    [[nodiscard]] Expected<void> write(std::string_view bytes);

    std::filesystem::path file_;
    std::ofstream out_;
    std::uint64_t written_ = 0;
    std::vector<Entry> entries_;
};

/// An entry of a ZIP file that is being read.
struct ZipEntry {
    std::string name;
    std::uint32_t crc = 0;
    std::uint64_t size = 0;
    std::uint64_t offset = 0;  ///< of its bytes
};

/// The stored entries of a ZIP file. parse_error for a damaged file, unsupported for compressed entries.
[[nodiscard]] Expected<std::vector<ZipEntry>> read_zip_directory(const std::filesystem::path& file);

/// Hands an entry's bytes to `take`, piece by piece, and checks its checksum.
[[nodiscard]] Expected<void> read_zip_entry(const std::filesystem::path& file, const ZipEntry& entry,
                                            const std::function<Expected<void>(std::string_view)>& take);

}  // namespace trimtab::results
