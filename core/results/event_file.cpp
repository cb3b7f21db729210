// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/event_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <bit>
#include <cerrno>
#include <cmath>

#include "core/results/atomic_file.h"

namespace trimtab::results {
namespace {

constexpr std::array<std::uint32_t, 256> make_crc_table() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t crc = i;
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0x82F63B78U : 0U);
        table[i] = crc;
    }
    return table;
}
constexpr auto crc_table = make_crc_table();

// Protocol buffers' wire format (protobuf.dev, "Encoding"): a key of field number and wire type, then the
// value.
enum class Wire : std::uint32_t { varint = 0, fixed64 = 1, bytes = 2, fixed32 = 5 };

void put_varint(std::string& out, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out += static_cast<char>((value & 0x7F) | 0x80);
    out += static_cast<char>(value);
}
template <class T>
void put_little_endian(std::string& out, T bits) {
    for (std::size_t i = 0; i < sizeof bits; ++i) out += static_cast<char>((bits >> (8 * i)) & 0xFF);
}
void put_key(std::string& out, std::uint32_t field, Wire wire) {
    put_varint(out, field << 3 | static_cast<std::uint32_t>(wire));
}
void put_bytes(std::string& out, std::uint32_t field, std::string_view bytes) {
    put_key(out, field, Wire::bytes);
    put_varint(out, bytes.size());
    out += bytes;
}
void put_double(std::string& out, std::uint32_t field, double value) {
    put_key(out, field, Wire::fixed64);
    put_little_endian(out, std::bit_cast<std::uint64_t>(value));
}
void put_float(std::string& out, std::uint32_t field, float value) {
    put_key(out, field, Wire::fixed32);
    put_little_endian(out, std::bit_cast<std::uint32_t>(value));
}

// Field numbers of tensorflow/core/util/event.proto and framework/summary.proto.
namespace event_field {
constexpr std::uint32_t wall_time = 1, step = 2, file_version = 3, summary = 5, session_log = 7;
}
namespace summary_field {
constexpr std::uint32_t value = 1, tag = 1, simple_value = 2;
}
constexpr std::uint32_t session_status_field = 1, session_start = 1;

std::string event_head(double wall_time, std::int64_t step) {
    std::string event;
    put_double(event, event_field::wall_time, wall_time);
    put_key(event, event_field::step, Wire::varint);
    put_varint(event, static_cast<std::uint64_t>(step));
    return event;
}

}  // namespace

std::uint32_t masked_crc32c(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes) crc = crc_table[(crc ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (crc >> 8);
    crc ^= 0xFFFFFFFFU;
    return std::rotr(crc, 15) + 0xA282EAD8U;
}

Expected<std::unique_ptr<EventFile>> EventFile::create(const std::filesystem::path& folder, double wall_time,
                                                       std::int64_t first_step) {
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0) host[0] = '\0';
    const std::string stem = "events.out.tfevents." + std::to_string(static_cast<std::int64_t>(wall_time)) +
                             "." + (host[0] != '\0' ? host.data() : "host");
    for (int n = 0;; ++n) {
        const auto file = folder / (stem + "." + std::to_string(n));
        const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0644);
        if (descriptor < 0 && errno == EEXIST) continue;
        if (descriptor < 0) return Unexpected(io_failure("write", file, errno));
        std::unique_ptr<EventFile> created(new EventFile(file, descriptor));
        std::string version = event_head(wall_time, 0);
        put_bytes(version, event_field::file_version, "brain.Event:2");
        if (auto written = created->write_record(version); !written) return Unexpected(written.error());
        if (first_step > 0) {
            std::string log;
            put_key(log, session_status_field, Wire::varint);
            put_varint(log, session_start);
            std::string start = event_head(wall_time, first_step);
            put_bytes(start, event_field::session_log, log);
            if (auto written = created->write_record(start); !written) return Unexpected(written.error());
        }
        return created;
    }
}

EventFile::~EventFile() { ::close(descriptor_); }

Expected<void> EventFile::add(double wall_time, std::int64_t step, const Scalars& scalars) {
    std::string summary;
    for (const auto& [tag, number] : scalars) {
        if (!std::isfinite(number)) continue;
        std::string value;
        put_bytes(value, summary_field::tag, tag);
        put_float(value, summary_field::simple_value, static_cast<float>(number));
        put_bytes(summary, summary_field::value, value);
    }
    if (summary.empty()) return {};
    std::string event = event_head(wall_time, step);
    put_bytes(event, event_field::summary, summary);
    return write_record(event);
}

/// TFRecord: length, its CRC, data, its CRC; all little-endian (tensorflow.org, "TFRecord and
/// tf.train.Example").
Expected<void> EventFile::write_record(std::string_view event) {
    std::string record;
    put_little_endian(record, static_cast<std::uint64_t>(event.size()));
    put_little_endian(record, masked_crc32c(record));
    record += event;
    put_little_endian(record, masked_crc32c(event));
    const ssize_t written = ::write(descriptor_, record.data(), record.size());
    if (written != static_cast<ssize_t>(record.size()))
        return Unexpected(io_failure("write", file_, written < 0 ? errno : ENOSPC));
    return {};
}

}  // namespace trimtab::results
