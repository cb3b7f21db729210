// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/metrics_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "core/results/atomic_file.h"
#include "core/results/metrics_line.h"

namespace trimtab::results {
namespace {

constexpr std::size_t most_waiting_bytes = 1U << 18;
constexpr std::chrono::milliseconds flush_interval{500};

}  // namespace

MetricsFile::MetricsFile(std::filesystem::path file, int descriptor, std::uint64_t size)
    : file_(std::move(file)),
      descriptor_(descriptor),
      size_(size),
      last_flush_(std::chrono::steady_clock::now()) {}

MetricsFile::~MetricsFile() {
    static_cast<void>(flush());
    ::close(descriptor_);
}

Expected<int> MetricsFile::open_alone(const std::filesystem::path& file, int flags) {
    const int descriptor = ::open(file.c_str(), flags | O_CLOEXEC, 0644);
    if (descriptor < 0) return Unexpected(io_failure("open", file, errno));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return fail(ErrorCode::conflict, "another process is writing to " + file.string() +
                                             "; stop it before you resume this run");
    }
    return descriptor;
}

Expected<std::unique_ptr<MetricsFile>> MetricsFile::create(const std::filesystem::path& file) {
    auto descriptor = open_alone(file, O_WRONLY | O_CREAT | O_EXCL);
    if (!descriptor) return Unexpected(descriptor.error());
    return std::unique_ptr<MetricsFile>(new MetricsFile(file, *descriptor, 0));
}

Expected<std::unique_ptr<MetricsFile>> MetricsFile::reopen(const std::filesystem::path& file,
                                                           std::int64_t rows,
                                                           std::vector<telemetry::Row>& kept) {
    auto descriptor = open_alone(file, O_RDWR);
    if (!descriptor) return Unexpected(descriptor.error());
    std::unique_ptr<MetricsFile> opened(new MetricsFile(file, *descriptor, 0));
    auto text = read_file(file);
    if (!text) return Unexpected(text.error());
    std::size_t at = 0;
    for (std::int64_t i = 0; i < rows; ++i) {
        const std::size_t end = text->find('\n', at);
        auto row = end == std::string::npos
                       ? Expected<telemetry::Row>(fail(ErrorCode::parse_error, "the file ends here"))
                       : parse_metrics_line(std::string_view(*text).substr(at, end - at));
        if (!row)
            return fail(ErrorCode::parse_error,
                        "the checkpoint counts " + std::to_string(rows) + " rows, but line " +
                            std::to_string(i + 1) + " cannot be read (" + row.error().message +
                            "); the folder is damaged, start a new run",
                        file.string());
        kept.push_back(std::move(*row));
        at = end + 1;
    }
    if (::ftruncate(*descriptor, static_cast<off_t>(at)) != 0 || ::lseek(*descriptor, 0, SEEK_END) < 0)
        return Unexpected(io_failure("truncate", file, errno));
    opened->size_ = at;
    return opened;
}

Expected<void> MetricsFile::add(const telemetry::Row& row) {
    append_metrics_line(waiting_, row);
    return waiting_.size() >= most_waiting_bytes ? flush() : Expected<void>();
}

Expected<void> MetricsFile::tick() {
    if (std::chrono::steady_clock::now() - last_flush_ < flush_interval) return {};
    return flush();
}

Expected<void> MetricsFile::flush() {
    last_flush_ = std::chrono::steady_clock::now();
    std::size_t written = 0;
    while (written < waiting_.size()) {
        const ssize_t n = ::write(descriptor_, waiting_.data() + written, waiting_.size() - written);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) {
            const int error = n < 0 ? errno : ENOSPC;
            // A torn line must not stay in front of what a later process appends.
            if (::ftruncate(descriptor_, static_cast<off_t>(size_)) == 0) ::lseek(descriptor_, 0, SEEK_END);
            waiting_.clear();
            return Unexpected(io_failure("write", file_, error));
        }
        written += static_cast<std::size_t>(n);
    }
    size_ += written;
    waiting_.clear();
    return {};
}

Expected<void> MetricsFile::sync() {
    if (auto flushed = flush(); !flushed) return flushed;
    if (::fdatasync(descriptor_) != 0) return Unexpected(io_failure("write", file_, errno));
    return {};
}

}  // namespace trimtab::results
