// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace trimtab {

/// SHA-256 (FIPS 180-4), fed piece by piece. One caller at a time.
class Sha256 {
  public:
    using Digest = std::array<std::uint8_t, 32>;

    void update(const void* data, std::size_t size);
    void update(std::string_view bytes) { update(bytes.data(), bytes.size()); }

    /// The digest of all that was fed so far; more can be fed afterwards.
    [[nodiscard]] Digest digest() const;
    /// The same as 64 lower-case hexadecimal digits.
    [[nodiscard]] std::string hex_digest() const;

  private:
    void pad();
    void process_block(const std::uint8_t* block);

    std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                           0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<std::uint8_t, 64> block_{};
    std::size_t block_size_ = 0;  ///< bytes waiting in block_
    std::uint64_t total_size_ = 0;
};

/// The digest of `bytes` as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace trimtab
