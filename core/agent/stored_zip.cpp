// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/stored_zip.h"

#include <algorithm>
#include <array>
#include <optional>

namespace trimtab::agent {

namespace {

constexpr std::uint32_t local_signature = 0x04034b50;
constexpr std::uint32_t directory_signature = 0x02014b50;
constexpr std::uint32_t end_signature = 0x06054b50;
constexpr std::uint32_t end64_signature = 0x06064b50;
constexpr std::uint32_t locator64_signature = 0x07064b50;
constexpr std::size_t local_header_size = 30;
constexpr std::size_t directory_header_size = 46;
constexpr std::size_t end_size = 22;
constexpr std::size_t end64_size = 56;
constexpr std::size_t locator64_size = 20;
constexpr std::size_t alignment = 64;
constexpr std::uint64_t most_entries = 100000;

void put16(std::string& out, std::uint64_t value) {
    for (int shift = 0; shift < 16; shift += 8) out += static_cast<char>((value >> shift) & 0xFF);
}

void put32(std::string& out, std::uint64_t value) {
    for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>((value >> shift) & 0xFF);
}

/// Little-endian fields at checked offsets; reading past the end gives nothing.
class Fields {
  public:
    explicit Fields(std::string_view bytes) : bytes_(bytes) {}

    [[nodiscard]] std::optional<std::uint64_t> read(std::uint64_t offset, std::size_t size) const {
        if (offset > bytes_.size() || bytes_.size() - offset < size) return std::nullopt;
        std::uint64_t value = 0;
        for (std::size_t i = size; i-- > 0;) {
            value = (value << 8) | static_cast<unsigned char>(bytes_[static_cast<std::size_t>(offset) + i]);
        }
        return value;
    }
    [[nodiscard]] std::uint64_t u16(std::uint64_t offset) const { return read(offset, 2).value_or(0); }
    [[nodiscard]] std::uint64_t u32(std::uint64_t offset) const { return read(offset, 4).value_or(0); }
    [[nodiscard]] std::uint64_t u64(std::uint64_t offset) const { return read(offset, 8).value_or(0); }
    [[nodiscard]] bool holds(std::uint64_t offset, std::uint64_t size) const {
        return offset <= bytes_.size() && size <= bytes_.size() - offset;
    }

  private:
    std::string_view bytes_;
};

Unexpected<Error> broken(const std::string& what) { return fail(ErrorCode::parse_error, what); }

struct Directory {
    std::uint64_t offset = 0;
    std::uint64_t entries = 0;
};

/// The end record is the last thing in the file; PyTorch adds the 64-bit one before it.
Expected<Directory> find_directory(std::string_view bytes) {
    const Fields fields(bytes);
    const std::size_t furthest = std::min<std::size_t>(bytes.size(), end_size + 0xFFFF);
    for (std::size_t back = end_size; back <= furthest; ++back) {
        const std::size_t at = bytes.size() - back;
        if (fields.u32(at) != end_signature) continue;
        Directory directory{fields.u32(at + 16), fields.u16(at + 10)};
        if (at >= locator64_size && fields.u32(at - locator64_size) == locator64_signature) {
            const std::uint64_t end64 = fields.u64(at - locator64_size + 8);
            if (!fields.holds(end64, end64_size) || fields.u32(end64) != end64_signature) {
                return broken("its 64-bit directory record is damaged");
            }
            directory = {fields.u64(end64 + 48), fields.u64(end64 + 32)};
        }
        if (directory.entries > most_entries) return broken("it claims too many entries");
        return directory;
    }
    return broken("it has no zip directory at its end: it is truncated");
}

struct EntryHeader {
    std::uint64_t method = 0, flags = 0, checksum = 0, stored_size = 0, size = 0, local_offset = 0;
};

/// Sizes and offset that do not fit 32 bits stand in the extra field with id 1, in this order.
bool read_zip64_extra(std::string_view extra, EntryHeader& header) {
    const Fields fields(extra);
    for (std::uint64_t at = 0; fields.holds(at, 4);) {
        const std::uint64_t id = fields.u16(at);
        const std::uint64_t size = fields.u16(at + 2);
        if (!fields.holds(at + 4, size)) return false;
        if (id == 1) {
            std::uint64_t field = at + 4;
            for (std::uint64_t* value : {&header.size, &header.stored_size, &header.local_offset}) {
                if (*value != 0xFFFFFFFF) continue;
                if (field + 8 > at + 4 + size) return false;
                *value = fields.u64(field);
                field += 8;
            }
        }
        at += 4 + size;
    }
    return true;
}

/// The data of an entry, found through its local header.
Expected<std::string_view> entry_data(std::string_view bytes, const EntryHeader& header,
                                      const std::string& name) {
    const Fields fields(bytes);
    if ((header.flags & 1U) != 0) return broken("entry '" + name + "' is encrypted");
    if (header.size != header.stored_size) return broken("entry '" + name + "' has two sizes");
    if (!fields.holds(header.local_offset, local_header_size) ||
        fields.u32(header.local_offset) != local_signature) {
        return broken("entry '" + name + "' has no header");
    }
    const std::uint64_t data = header.local_offset + local_header_size +
                               fields.u16(header.local_offset + 26) + fields.u16(header.local_offset + 28);
    if (!fields.holds(data, header.size)) return broken("entry '" + name + "' reaches beyond the file's end");
    return bytes.substr(static_cast<std::size_t>(data), static_cast<std::size_t>(header.size));
}

}  // namespace

std::uint32_t crc32(std::string_view data) {
    // Four tables: the checksum of byte i of a word, advanced past the bytes after it.
    static const auto tables = [] {
        std::array<std::array<std::uint32_t, 256>, 4> t{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            std::uint32_t value = i;
            for (int bit = 0; bit < 8; ++bit) value = (value >> 1) ^ ((value & 1U) != 0 ? 0xEDB88320U : 0U);
            t[0][i] = value;
        }
        for (std::uint32_t i = 0; i < 256; ++i) {
            for (std::size_t k = 1; k < 4; ++k) t[k][i] = (t[k - 1][i] >> 8) ^ t[0][t[k - 1][i] & 0xFF];
        }
        return t;
    }();
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(data[i]));
    };
    std::uint32_t value = 0xFFFFFFFFU;
    std::size_t i = 0;
    for (; i + 4 <= data.size(); i += 4) {
        value ^= byte(i) | byte(i + 1) << 8 | byte(i + 2) << 16 | byte(i + 3) << 24;
        value = tables[3][value & 0xFF] ^ tables[2][(value >> 8) & 0xFF] ^ tables[1][(value >> 16) & 0xFF] ^
                tables[0][value >> 24];
    }
    for (; i < data.size(); ++i) value = (value >> 8) ^ tables[0][(value ^ byte(i)) & 0xFF];
    return value ^ 0xFFFFFFFFU;
}

void StoredZipWriter::add(const std::string& name, std::string_view data) {
    const std::uint64_t offset = bytes_.size();
    const std::uint64_t checksum = crc32(data);
    const std::size_t unpadded = bytes_.size() + local_header_size + name.size() + 4;
    const std::size_t padding = (alignment - unpadded % alignment) % alignment;

    std::string common;   // the fields that the local and the directory header share
    put16(common, 20);    // version needed: 2.0
    put16(common, 0);     // flags
    put16(common, 0);     // stored
    put16(common, 0);     // time: constant, so that equal content gives equal bytes
    put16(common, 0x21);  // date: 1980-01-01
    put32(common, checksum);
    put32(common, data.size());
    put32(common, data.size());
    put16(common, name.size());

    put32(bytes_, local_signature);
    bytes_ += common;
    put16(bytes_, padding + 4);
    bytes_ += name;
    put16(bytes_, 0x4246);  // the extra field that PyTorch pads with, "FB"
    put16(bytes_, padding);
    bytes_.append(padding, 'Z');
    bytes_ += data;

    put32(directory_, directory_signature);
    put16(directory_, 20);  // made by
    directory_ += common;
    put16(directory_, 0);  // extra
    put16(directory_, 0);  // comment
    put16(directory_, 0);  // disk
    put16(directory_, 0);  // attributes
    put32(directory_, 0);
    put32(directory_, offset);
    directory_ += name;
    ++entries_;
}

std::string StoredZipWriter::finish() {
    const std::size_t directory_offset = bytes_.size();
    std::string out = std::move(bytes_);
    out += directory_;
    put32(out, end_signature);
    put16(out, 0);
    put16(out, 0);
    put16(out, entries_);
    put16(out, entries_);
    put32(out, directory_.size());
    put32(out, directory_offset);
    put16(out, 0);
    bytes_.clear();
    directory_.clear();
    entries_ = 0;
    return out;
}

Expected<ZipEntries> read_stored_zip(std::string_view bytes) {
    const Fields fields(bytes);
    const Expected<Directory> directory = find_directory(bytes);
    if (!directory) return Unexpected(directory.error());
    ZipEntries entries;
    std::uint64_t at = directory->offset;
    std::uint64_t total = 0;
    for (std::uint64_t i = 0; i < directory->entries; ++i) {
        if (!fields.holds(at, directory_header_size) || fields.u32(at) != directory_signature) {
            return broken("its zip directory is damaged");
        }
        EntryHeader header{fields.u16(at + 10), fields.u16(at + 8),  fields.u32(at + 16),
                           fields.u32(at + 20), fields.u32(at + 24), fields.u32(at + 42)};
        const std::uint64_t name_size = fields.u16(at + 28);
        const std::uint64_t extra_size = fields.u16(at + 30);
        const std::uint64_t comment_size = fields.u16(at + 32);
        if (!fields.holds(at + directory_header_size, name_size + extra_size + comment_size)) {
            return broken("its zip directory is damaged");
        }
        const auto name_at = static_cast<std::size_t>(at + directory_header_size);
        const std::string name(bytes.substr(name_at, static_cast<std::size_t>(name_size)));
        const auto extra =
            bytes.substr(name_at + static_cast<std::size_t>(name_size), static_cast<std::size_t>(extra_size));
        if (!read_zip64_extra(extra, header)) return broken("entry '" + name + "' has damaged sizes");

        at += directory_header_size + name_size + extra_size + comment_size;
        if (header.method != 0) continue;
        const Expected<std::string_view> data = entry_data(bytes, header, name);
        if (!data) return Unexpected(data.error());
        total += data->size();
        // Without compression the entries cannot hold more than the file: overlapping ones are an attack on
        // the reader.
        if (total > bytes.size()) return broken("its entries overlap");
#ifndef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION  // a fuzzer would hardly ever get past a checksum
        if (crc32(*data) != header.checksum)
            return broken("the checksum of entry '" + name + "' is wrong: it is damaged");
#endif
        if (!entries.emplace(name, *data).second) return broken("it has two entries named '" + name + "'");
    }
    return entries;
}

}  // namespace trimtab::agent
