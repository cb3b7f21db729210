// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/journal.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "core/base/sha256.h"
#include "core/results/atomic_file.h"

namespace trimtab::cluster_api {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::uint64_t largest_journal = 64 * 1024;
constexpr int most_replicas = 1000;

Unexpected<Error> damaged(const std::string& what) {
    return fail(ErrorCode::parse_error, "the journal is damaged: " + what);
}

}  // namespace

std::string encode_journal(const JournalEntry& entry) {
    const Json document = {{"trimtab_journal", 1},
                           {"cluster", entry.cluster},
                           {"context", entry.context},
                           {"namespace", entry.namespace_},
                           {"gpu_deployment", entry.gpu_deployment},
                           {"cpu_deployment", entry.cpu_deployment},
                           {"replicas_gpu", entry.replicas_gpu},
                           {"replicas_cpu", entry.replicas_cpu},
                           {"placement", entry.placement},
                           {"holder", entry.holder},
                           {"ours_gpu", entry.ours_gpu},
                           {"ours_cpu", entry.ours_cpu},
                           {"utc_s", entry.utc_s}};
    return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Expected<JournalEntry> decode_journal(const std::string& text) {
    const Json document = Json::parse(text, nullptr, false);
    if (!document.is_object() || !document.contains("trimtab_journal")) return damaged("it is not a journal");
    JournalEntry entry;
    try {
        entry.cluster = document.at("cluster").get<std::string>();
        entry.context = document.at("context").get<std::string>();
        entry.namespace_ = document.at("namespace").get<std::string>();
        entry.gpu_deployment = document.at("gpu_deployment").get<std::string>();
        entry.cpu_deployment = document.at("cpu_deployment").get<std::string>();
        entry.replicas_gpu = document.at("replicas_gpu").get<int>();
        entry.replicas_cpu = document.at("replicas_cpu").get<int>();
        entry.placement = document.at("placement").get<std::string>();
        entry.holder = document.at("holder").get<std::string>();
        entry.ours_gpu = document.at("ours_gpu").get<std::vector<int>>();
        entry.ours_cpu = document.at("ours_cpu").get<std::vector<int>>();
        entry.utc_s = document.at("utc_s").get<double>();
    } catch (const Json::exception& exception) {
        return damaged(exception.what());
    }
    for (const int replicas : {entry.replicas_gpu, entry.replicas_cpu})
        if (replicas < 0 || replicas > most_replicas)
            return damaged("it wants " + std::to_string(replicas) + " replicas");
    return entry;
}

std::filesystem::path Journal::default_folder() {
    if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && *state == '/')
        return std::filesystem::path(state) / "trimtab" / "journal";
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home != nullptr && *home != '\0' ? home : ".") / ".local" / "state" /
           "trimtab" / "journal";
}

std::filesystem::path Journal::file_of(const std::string& cluster, const std::string& namespace_,
                                       const std::string& gpu_deployment,
                                       const std::string& cpu_deployment) const {
    // Names may hold anything: their hash is a file name.
    const std::string key = cluster + '\n' + namespace_ + '\n' + gpu_deployment + '\n' + cpu_deployment;
    return folder_ / (sha256_hex(key).substr(0, 24) + ".json");
}

Expected<void> Journal::store(const JournalEntry& entry) {
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (error)
        return fail(ErrorCode::io_error,
                    "cannot make the journal's folder " + folder_.string() + ": " + error.message() +
                        "; nothing is scaled without a journal. Set XDG_STATE_HOME to a folder that can be "
                        "written");
    return results::write_file_atomically(
        file_of(entry.cluster, entry.namespace_, entry.gpu_deployment, entry.cpu_deployment),
        encode_journal(entry) + "\n");
}

Expected<std::optional<JournalEntry>> Journal::find(const std::string& cluster, const std::string& namespace_,
                                                    const std::string& gpu_deployment,
                                                    const std::string& cpu_deployment) const {
    const auto file = file_of(cluster, namespace_, gpu_deployment, cpu_deployment);
    const auto text = results::read_file(file, largest_journal);
    if (!text && text.error().code == ErrorCode::not_found) return std::optional<JournalEntry>();
    if (!text) return Unexpected<Error>(text.error());
    auto entry = decode_journal(*text);
    if (!entry) {
        entry.error().context = file.string();
        return Unexpected<Error>(entry.error());
    }
    return std::optional<JournalEntry>(*entry);
}

std::vector<JournalEntry> Journal::all(std::vector<std::string>* problems) const {
    std::vector<JournalEntry> entries;
    std::error_code error;
    for (const auto& file : std::filesystem::directory_iterator(folder_, error)) {
        if (file.path().extension() != ".json") continue;
        const auto text = results::read_file(file.path(), largest_journal);
        auto entry = text ? decode_journal(*text) : Expected<JournalEntry>(Unexpected<Error>(text.error()));
        if (entry)
            entries.push_back(std::move(*entry));
        else if (problems != nullptr)
            problems->push_back(file.path().string() + ": " + entry.error().message);
    }
    std::ranges::sort(entries, {}, &JournalEntry::utc_s);
    return entries;
}

Expected<void> Journal::remove(const JournalEntry& entry) {
    const auto file = file_of(entry.cluster, entry.namespace_, entry.gpu_deployment, entry.cpu_deployment);
    std::error_code error;
    std::filesystem::remove(file, error);
    if (error) return fail(ErrorCode::io_error, "cannot remove " + file.string() + ": " + error.message());
    return {};
}

}  // namespace trimtab::cluster_api
