// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/zip_file.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include "core/results/atomic_file.h"

namespace trimtab::results {
namespace {

constexpr std::uint32_t local_header = 0x04034b50, central_header = 0x02014b50, end_of_directory = 0x06054b50;
constexpr std::size_t local_size = 30, central_size = 46, end_size = 22;
constexpr std::uint64_t limit = 0xffffffffU;
constexpr std::uint16_t version = 20, utf8_names = 0x0800, stored = 0;
constexpr std::uint16_t first_date = 0x0021;  // 1 January 1980, the earliest that the format knows
constexpr std::size_t piece = std::size_t{1} << 20;

void put16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value & 0xff);
    out += static_cast<char>(value >> 8 & 0xff);
}
void put32(std::string& out, std::uint32_t value) {
    put16(out, value & 0xffff);
    put16(out, value >> 16);
}
std::uint32_t get(const std::string& bytes, std::size_t at, int size) {
    std::uint32_t value = 0;
    for (int i = size - 1; i >= 0; --i)
        value = value << 8 | static_cast<std::uint8_t>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

/// CRC-32 of ISO 3309 (reflected polynomial EDB88320).
class Crc32 {
  public:
    void update(std::string_view bytes) {
        for (const char c : bytes)
            state_ = state_ >> 8 ^ table()[(state_ ^ static_cast<std::uint8_t>(c)) & 0xff];
    }
    [[nodiscard]] std::uint32_t value() const { return ~state_; }

  private:
    static const std::array<std::uint32_t, 256>& table() {
        static const auto values = [] {
            std::array<std::uint32_t, 256> out{};
            for (std::uint32_t i = 0; i < 256; ++i) {
                out[i] = i;
                for (int bit = 0; bit < 8; ++bit)
                    out[i] = out[i] >> 1 ^ ((out[i] & 1) != 0 ? 0xedb88320U : 0);
            }
            return out;
        }();
        return values;
    }
    std::uint32_t state_ = 0xffffffffU;
};

/// What local and central header have in common, from "version needed" to the lengths.
void put_common(std::string& out, std::uint32_t crc, std::uint32_t size, std::size_t name_size) {
    put16(out, version);
    put16(out, utf8_names);
    put16(out, stored);
    put16(out, 0);
    put16(out, first_date);
    put32(out, crc);
    put32(out, size);
    put32(out, size);
    put16(out, static_cast<std::uint32_t>(name_size));
    put16(out, 0);
}

Unexpected<Error> damaged(const std::filesystem::path& file, const std::string& what) {
    return fail(ErrorCode::parse_error, "this is not a bundle, or it is damaged: " + what + "; get it again",
                file.string());
}

}  // namespace

Expected<ZipWriter> ZipWriter::create(const std::filesystem::path& file) {
    errno = 0;
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    if (!out) return Unexpected(io_failure("write", file, errno));
    return ZipWriter(file, std::move(out));
}

Expected<void> ZipWriter::write(std::string_view bytes) {
    errno = 0;
    if (!out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        return Unexpected(io_failure("write", file_, errno));
    written_ += bytes.size();
    return {};
}

Expected<void> ZipWriter::add(const std::string& name, const Source& source) {
    Crc32 crc;
    std::uint64_t size = 0;
    const auto pass = [&](const std::function<Expected<void>(std::string_view)>& take) -> Expected<void> {
        if (auto rewound = source.rewind(); !rewound) return rewound;
        for (;;) {
            const auto bytes = source.read();
            if (!bytes) return Unexpected(bytes.error());
            if (bytes->empty()) return {};
            if (auto taken = take(*bytes); !taken) return taken;
        }
    };
    const auto checksum = [&](std::string_view bytes) -> Expected<void> {
        crc.update(bytes);
        size += bytes.size();
        return {};
    };
    if (auto read = pass(checksum); !read) return read;
    if (size >= limit || written_ + size + local_size >= limit)
        return fail(ErrorCode::unsupported,
                    "a bundle holds less than 4 GiB; leave out checkpoints that are not needed", name);
    Entry entry{name, crc.value(), static_cast<std::uint32_t>(size), static_cast<std::uint32_t>(written_)};
    std::string header;
    put32(header, local_header);
    put_common(header, entry.crc, entry.size, name.size());
    if (auto written = write(header + name); !written) return written;
    crc = {};
    const std::uint64_t begin = written_;
    const auto copy = [&](std::string_view bytes) -> Expected<void> {
        crc.update(bytes);
        return write(bytes);
    };
    if (auto copied = pass(copy); !copied) return copied;
    if (crc.value() != entry.crc || written_ - begin != size)
        return fail(ErrorCode::conflict, "the file changed while it was packed; wait until its run has ended",
                    name);
    entries_.push_back(std::move(entry));
    return {};
}

Expected<void> ZipWriter::add(const std::string& name, std::string_view bytes) {
    bool done = false;
    return add(name, {[&]() -> Expected<void> {
                          done = false;
                          return {};
                      },
                      [&]() -> Expected<std::string_view> {
                          if (done) return std::string_view();
                          done = true;
                          return bytes;
                      }});
}

Expected<void> ZipWriter::finish() {
    const std::uint64_t begin = written_;
    std::string directory;
    for (const Entry& entry : entries_) {
        put32(directory, central_header);
        put16(directory, version);
        put_common(directory, entry.crc, entry.size, entry.name.size());
        put16(directory, 0);  // comment
        put16(directory, 0);  // disk
        put16(directory, 0);
        put32(directory, 0);
        put32(directory, entry.offset);
        directory += entry.name;
    }
    if (entries_.size() > 0xfffe || begin + directory.size() + end_size >= limit)
        return fail(ErrorCode::unsupported, "a bundle holds less than 65,535 files and 4 GiB",
                    file_.string());
    std::string end;
    put32(end, end_of_directory);
    put32(end, 0);
    put16(end, static_cast<std::uint32_t>(entries_.size()));
    put16(end, static_cast<std::uint32_t>(entries_.size()));
    put32(end, static_cast<std::uint32_t>(directory.size()));
    put32(end, static_cast<std::uint32_t>(begin));
    put16(end, 0);
    if (auto written = write(directory + end); !written) return written;
    errno = 0;
    out_.close();
    if (!out_) return Unexpected(io_failure("write", file_, errno));
    return {};
}

Expected<std::vector<ZipEntry>> read_zip_directory(const std::filesystem::path& file) {
    errno = 0;
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    if (!in) return Unexpected(io_failure("read", file, errno));
    const auto total = static_cast<std::uint64_t>(in.tellg());
    const auto bytes_at = [&](std::uint64_t at, std::uint64_t size) {
        std::string bytes(size, '\0');
        in.seekg(static_cast<std::streamoff>(at));
        in.read(bytes.data(), static_cast<std::streamsize>(size));
        return bytes;
    };
    // The last record may be followed by a comment of up to 64 KiB.
    const std::uint64_t tail_size = std::min<std::uint64_t>(total, end_size + 0xffff);
    if (tail_size < end_size) return damaged(file, "it is too short");
    const std::string tail = bytes_at(total - tail_size, tail_size);
    const std::size_t end = tail.rfind("PK\x05\x06");
    if (end == std::string::npos || end + end_size > tail.size()) return damaged(file, "it has no directory");
    const std::uint32_t count = get(tail, end + 10, 2), size = get(tail, end + 12, 4),
                        begin = get(tail, end + 16, 4);
    if (std::uint64_t{begin} + size > total) return damaged(file, "its directory is cut off");
    const std::string directory = bytes_at(begin, size);
    std::vector<ZipEntry> entries;
    std::size_t at = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (at + central_size > directory.size() || get(directory, at, 4) != central_header)
            return damaged(file, "its directory");
        const std::size_t name_size = get(directory, at + 28, 2);
        const std::size_t extra = get(directory, at + 30, 2) + get(directory, at + 32, 2);
        if (at + central_size + name_size + extra > directory.size()) return damaged(file, "its directory");
        ZipEntry entry{directory.substr(at + central_size, name_size), get(directory, at + 16, 4),
                       get(directory, at + 24, 4), 0};
        if (get(directory, at + 10, 2) != stored)
            return fail(ErrorCode::unsupported,
                        "the bundle was packed again with compression; unpack it and verify the folder",
                        file.string());
        const std::uint64_t local = get(directory, at + 42, 4);
        if (local + local_size > total) return damaged(file, entry.name);
        const std::string header = bytes_at(local, local_size);
        if (get(header, 0, 4) != local_header) return damaged(file, entry.name);
        entry.offset = local + local_size + get(header, 26, 2) + get(header, 28, 2);
        if (entry.offset + entry.size > total) return damaged(file, entry.name + " is cut off");
        entries.push_back(std::move(entry));
        at += central_size + name_size + extra;
    }
    if (!in) return damaged(file, "it cannot be read to its end");
    return entries;
}

Expected<void> read_zip_entry(const std::filesystem::path& file, const ZipEntry& entry,
                              const std::function<Expected<void>(std::string_view)>& take) {
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    if (!in) return Unexpected(io_failure("read", file, errno));
    in.seekg(static_cast<std::streamoff>(entry.offset));
    Crc32 crc;
    std::string buffer(piece, '\0');
    for (std::uint64_t left = entry.size; left > 0;) {
        const std::uint64_t size = std::min<std::uint64_t>(left, piece);
        if (!in.read(buffer.data(), static_cast<std::streamsize>(size)))
            return damaged(file, entry.name + " is cut off");
        const std::string_view bytes(buffer.data(), size);
        crc.update(bytes);
        if (auto taken = take(bytes); !taken) return taken;
        left -= size;
    }
    if (crc.value() != entry.crc) return damaged(file, entry.name + " has another checksum");
    return {};
}

}  // namespace trimtab::results
