// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/bundle.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <map>
#include <set>

#include "core/base/sha256.h"
#include "core/results/atomic_file.h"
#include "core/results/zip_file.h"

namespace trimtab::results {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t piece = std::size_t{1} << 20;

/// Files by their name in the bundle.
using FileList = std::map<std::string, fs::path>;

/// A name that stays inside the folder it is unpacked into.
bool safe_name(const std::string& name) {
    const fs::path path(name);
    if (name.empty() || path.is_absolute() || name.find('\\') != std::string::npos ||
        name.find('\0') != std::string::npos || name.find('\n') != std::string::npos || name.back() == '/')
        return false;
    return std::none_of(path.begin(), path.end(),
                        [](const fs::path& part) { return part == ".." || part == "." || part.empty(); });
}

Expected<FileList> files_below(const fs::path& folder, const std::string& prefix) {
    FileList files;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (it->is_symlink() || !it->is_regular_file()) continue;
        const std::string name = prefix + it->path().lexically_relative(folder).generic_string();
        if (name.ends_with(".tmp") || !safe_name(name)) continue;
        files.emplace(name, it->path());
    }
    if (error) return Unexpected(io_failure("read", folder, error.value()));
    return files;
}

Expected<FileList> files_of(const std::vector<fs::path>& run_folders) {
    FileList files;
    std::set<std::string> names;
    for (const fs::path& given : run_folders) {
        std::error_code error;
        const fs::path folder = fs::weakly_canonical(given, error);
        if (error || !fs::is_directory(folder))
            return fail(ErrorCode::not_found, "there is no such run folder", given.string());
        const std::string name = folder.filename().string();
        if (!names.insert(name).second)
            return fail(ErrorCode::invalid_argument, "two run folders have this name; rename one of them",
                        name);
        auto below = files_below(folder, name + "/");
        if (!below) return below;
        files.merge(*below);
    }
    if (files.empty())
        return fail(ErrorCode::not_found, "there is no file to pack; name at least one run folder");
    return files;
}

/// One file, read piece by piece as often as asked.
class FileSource {
  public:
    explicit FileSource(fs::path file) : file_(std::move(file)), buffer_(piece, '\0') {}

    Expected<void> rewind() {
        errno = 0;
        in_ = std::ifstream(file_, std::ios::binary);
        if (!in_) return Unexpected(io_failure("read", file_, errno));
        return {};
    }
    Expected<std::string_view> read() {
        in_.read(buffer_.data(), static_cast<std::streamsize>(piece));
        if (in_.bad()) return Unexpected(io_failure("read", file_, errno));
        return std::string_view(buffer_.data(), static_cast<std::size_t>(in_.gcount()));
    }

  private:
    fs::path file_;
    std::ifstream in_;
    std::string buffer_;
};

Expected<std::string> hash_of(const fs::path& file) {
    FileSource source(file);
    if (auto opened = source.rewind(); !opened) return Unexpected(opened.error());
    Sha256 sha;
    for (;;) {
        const auto bytes = source.read();
        if (!bytes) return Unexpected(bytes.error());
        if (bytes->empty()) return sha.hex_digest();
        sha.update(*bytes);
    }
}

Expected<BundleSummary> write_entries(const FileList& files, const fs::path& file) {
    auto zip = ZipWriter::create(file);
    if (!zip) return Unexpected(zip.error());
    BundleSummary summary;
    std::string hashes;
    for (const auto& [name, path] : files) {
        FileSource source(path);
        Sha256 sha;
        const auto rewind = [&] {
            sha = {};
            return source.rewind();
        };
        const auto read = [&] {
            auto bytes = source.read();
            if (bytes) {
                sha.update(*bytes);
                summary.bytes += bytes->size();
            }
            return bytes;
        };
        if (auto added = zip->add(name, {rewind, read}); !added) return Unexpected(added.error());
        hashes += sha.hex_digest() + "  " + name + "\n";
        ++summary.files;
    }
    summary.bytes /= 2;  // every file was read twice
    if (auto added = zip->add(bundle_hashes, hashes); !added) return Unexpected(added.error());
    if (auto finished = zip->finish(); !finished) return Unexpected(finished.error());
    return summary;
}

/// name -> hash of a SHA256SUMS file.
Expected<std::map<std::string, std::string>> parse_hashes(const std::string& text, const fs::path& bundle) {
    std::map<std::string, std::string> hashes;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        at = end + 1;
        if (line.size() < 67 || line.find_first_not_of("0123456789abcdef") != 64 ||
            line.substr(64, 2) != "  ")
            return fail(ErrorCode::parse_error,
                        std::string(bundle_hashes) + " is damaged; get the bundle again", bundle.string());
        hashes[line.substr(66)] = line.substr(0, 64);
    }
    return hashes;
}

BundleCheck compare_hashes(const std::map<std::string, std::string>& expected,
                           const std::map<std::string, std::string>& found) {
    BundleCheck check;
    for (const auto& [name, hash] : expected) {
        check.files.push_back(name);
        const auto file = found.find(name);
        if (file == found.end())
            check.problems.push_back(name + " is missing");
        else if (file->second != hash)
            check.problems.push_back(name + " is not the file that was packed: its hash is another");
    }
    for (const auto& [name, hash] : found)
        if (!expected.contains(name) && name != bundle_hashes)
            check.problems.push_back(name + " was added after packing");
    return check;
}

Expected<BundleCheck> verify_folder(const fs::path& folder) {
    const auto text = read_file(folder / bundle_hashes);
    if (!text) return Unexpected(text.error());
    const auto expected = parse_hashes(*text, folder);
    if (!expected) return Unexpected(expected.error());
    const auto files = files_below(folder, "");
    if (!files) return Unexpected(files.error());
    std::map<std::string, std::string> found;
    for (const auto& [name, path] : *files) {
        auto hash = hash_of(path);
        if (!hash) return Unexpected(hash.error());
        found[name] = *hash;
    }
    return compare_hashes(*expected, found);
}

}  // namespace

Expected<BundleSummary> write_bundle(const std::vector<fs::path>& run_folders, const fs::path& zip) {
    const auto files = files_of(run_folders);
    if (!files) return Unexpected(files.error());
    const fs::path part = zip.string() + ".tmp";
    auto summary = write_entries(*files, part);
    std::error_code error;
    if (summary) {
        fs::rename(part, zip, error);
        if (error) summary = Unexpected(io_failure("write", zip, error.value()));
    }
    if (!summary) fs::remove(part, error);
    return summary;
}

Expected<BundleCheck> verify_bundle(const fs::path& bundle) {
    if (fs::is_directory(bundle)) return verify_folder(bundle);
    const auto entries = read_zip_directory(bundle);
    if (!entries) return Unexpected(entries.error());
    std::map<std::string, std::string> found;
    std::string hashes;
    for (const ZipEntry& entry : *entries) {
        Sha256 sha;
        const bool list = entry.name == bundle_hashes;
        const auto read = read_zip_entry(bundle, entry, [&](std::string_view bytes) -> Expected<void> {
            sha.update(bytes);
            if (list) hashes += bytes;
            return {};
        });
        // A damaged entry still has a hash: the one that does not fit names it.
        if (!read && list) return Unexpected(read.error());
        found[entry.name] = sha.hex_digest();
    }
    if (!found.contains(bundle_hashes))
        return fail(ErrorCode::parse_error,
                    std::string("this ZIP file has no ") + bundle_hashes + ", so it is no bundle",
                    bundle.string());
    const auto expected = parse_hashes(hashes, bundle);
    if (!expected) return Unexpected(expected.error());
    return compare_hashes(*expected, found);
}

Expected<void> extract_bundle(const fs::path& zip, const fs::path& folder) {
    const auto entries = read_zip_directory(zip);
    if (!entries) return Unexpected(entries.error());
    for (const ZipEntry& entry : *entries)
        if (!safe_name(entry.name))
            return fail(ErrorCode::parse_error,
                        "the bundle holds a file name that leaves its folder: '" + entry.name + "'",
                        zip.string());
    for (const ZipEntry& entry : *entries) {
        const fs::path file = folder / entry.name;
        std::error_code error;
        fs::create_directories(file.parent_path(), error);
        if (error) return Unexpected(io_failure("create", file.parent_path(), error.value()));
        if (fs::exists(file))
            return fail(ErrorCode::conflict, "this file exists; unpack into an empty folder", file.string());
        errno = 0;
        std::ofstream out(file, std::ios::binary);
        if (!out) return Unexpected(io_failure("write", file, errno));
        const auto write = [&](std::string_view bytes) -> Expected<void> {
            if (!out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())))
                return Unexpected(io_failure("write", file, errno));
            return {};
        };
        if (auto read = read_zip_entry(zip, entry, write); !read) return read;
        out.close();
        if (!out) return Unexpected(io_failure("write", file, errno));
    }
    return {};
}

}  // namespace trimtab::results
