// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/atomic_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace trimtab::results {
namespace {

int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        // A device that takes nothing and reports nothing would keep this loop forever.
        if (written == 0) return ENOSPC;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

std::string advice(int error_number) {
    switch (error_number) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return "free some space or choose another results folder";
        case EACCES:
        case EPERM:
        case EROFS:
            return "choose a results folder that you may write to";
        default:
            return "check the path";
    }
}

}  // namespace

Error io_failure(const std::string& verb, const std::filesystem::path& file, int error_number) {
    return make_error(ErrorCode::io_error, "cannot " + verb + " " + file.string() + ": " +
                                               std::strerror(error_number) + "; " + advice(error_number));
}

Expected<void> write_file_atomically(const std::filesystem::path& file, std::string_view bytes,
                                     Durability durability) {
    std::string hidden_name = ".";
    hidden_name += file.filename().string();
    hidden_name += ".tmp";
    const std::filesystem::path temporary = file.parent_path() / hidden_name;
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0) return Unexpected(io_failure("write", file, errno));
    int error = write_all(descriptor, bytes);
    if (error == 0 && durability == Durability::power && ::fsync(descriptor) != 0) error = errno;
    // Some file systems report a full disk only here.
    if (::close(descriptor) != 0 && error == 0) error = errno;
    if (error == 0 && ::rename(temporary.c_str(), file.c_str()) != 0) error = errno;
    if (error != 0) {
        ::unlink(temporary.c_str());
        return Unexpected(io_failure("write", file, error));
    }
    if (durability == Durability::power) {
        const int folder = ::open(file.has_parent_path() ? file.parent_path().c_str() : ".",
                                  O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder >= 0) {
            ::fsync(folder);
            ::close(folder);
        }
    }
    return {};
}

Expected<std::string> read_file(const std::filesystem::path& file, std::uint64_t limit) {
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status))
        return fail(ErrorCode::not_found, file.string() + " does not exist");
    if (std::filesystem::is_directory(status))
        return fail(ErrorCode::not_found, file.string() + " is a directory, not a file");
    const std::uint64_t size = std::filesystem::file_size(file, error);
    if (error) return fail(ErrorCode::io_error, "cannot read " + file.string() + ": " + error.message());
    if (size > limit)
        return fail(ErrorCode::io_error, file.string() + " has " + std::to_string(size) +
                                             " bytes, more than the " + std::to_string(limit) +
                                             " that are read; is it the right file?");
    std::ifstream in(file, std::ios::binary);
    std::string bytes(size, '\0');
    if (!in || !in.read(bytes.data(), static_cast<std::streamsize>(size)))
        return fail(ErrorCode::io_error, "cannot read " + file.string() + "; check its permissions");
    return bytes;
}

}  // namespace trimtab::results
