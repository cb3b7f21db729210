// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/manifest.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <ctime>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/base/sha256.h"
#include "core/results/atomic_file.h"
#include "core/results/build_info.h"

namespace trimtab::results {
namespace {

using nlohmann::json;

constexpr std::array<const char*, 5> state_names{"running", "finished", "stopped", "failed", "dead"};
constexpr std::uint64_t largest_manifest = 64U << 20;

std::string iso_time(double seconds) {
    if (seconds <= 0) return {};
    const auto whole = static_cast<std::time_t>(seconds);
    std::tm utc{};
    ::gmtime_r(&whole, &utc);
    std::array<char, 40> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &utc);
    std::array<char, 8> fraction{};
    std::snprintf(fraction.data(), fraction.size(), ".%03d",
                  static_cast<int>((seconds - std::floor(seconds)) * 1000));
    return std::string(text.data()) + fraction.data() + "Z";
}

/// 0 where the text is no time.
double parse_time(const std::string& text) {
    std::tm utc{};
    int milliseconds = 0;
    if (std::sscanf(text.c_str(), "%d-%d-%dT%d:%d:%d.%dZ", &utc.tm_year, &utc.tm_mon, &utc.tm_mday,
                    &utc.tm_hour, &utc.tm_min, &utc.tm_sec, &milliseconds) < 6)
        return 0;
    utc.tm_year -= 1900;
    utc.tm_mon -= 1;
    return static_cast<double>(::timegm(&utc)) + milliseconds / 1000.0;
}

std::string text_of(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::map<std::string, std::string> texts_of(const json& object, const char* key) {
    std::map<std::string, std::string> out;
    const auto found = object.find(key);
    if (found == object.end() || !found->is_object()) return out;
    for (const auto& [name, value] : found->items())
        if (value.is_string()) out[name] = value.get<std::string>();
    return out;
}

}  // namespace

std::string state_name(RunState state) { return state_names[static_cast<std::size_t>(state)]; }

RunState Manifest::state_at(double now) const {
    return state == RunState::running && now - heartbeat > heartbeat_limit_s ? RunState::dead : state;
}

double wall_clock() {
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

Manifest new_manifest(std::string kind, std::string name) {
    Manifest m;
    m.kind = std::move(kind);
    m.name = std::move(name);
    m.started = m.heartbeat = wall_clock();
    m.version = build_info().version;
    m.git_commit = build_info().git_commit;
    m.compiler = build_info().compiler;
    m.libraries = build_info().libraries;
    m.machine = machine_info();
    return m;
}

std::string encode_manifest(const Manifest& m) {
    json artefacts = json::object();
    for (const auto& [name, artefact] : m.artefacts)
        artefacts[name] = {{"sha256", artefact.sha256}, {"bytes", artefact.bytes}};
    const json document = {{"format", 1},
                           {"kind", m.kind},
                           {"name", m.name},
                           {"state", state_name(m.state)},
                           {"started", iso_time(m.started)},
                           {"heartbeat", iso_time(m.heartbeat)},
                           {"ended", iso_time(m.ended)},
                           {"command_line", m.command_line},
                           {"config_hash", m.config_hash},
                           {"seeds", m.seeds},
                           {"resumed", m.resumed},
                           {"error", m.error},
                           {"summary", m.summary},
                           {"program",
                            {{"name", "trimtab"},
                             {"version", m.version},
                             {"git_commit", m.git_commit},
                             {"compiler", m.compiler},
                             {"libraries", m.libraries}}},
                           {"machine", m.machine},
                           {"artefacts", artefacts}};
    // Command lines and messages may hold bytes that are not UTF-8.
    return document.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

Expected<Manifest> decode_manifest(const std::string& text) {
    const json document = json::parse(text, nullptr, false);
    if (!document.is_object())
        return fail(ErrorCode::parse_error,
                    "the manifest is not a JSON object; the run's description is lost");
    Manifest m;
    m.kind = text_of(document, "kind");
    m.name = text_of(document, "name");
    const std::string state = text_of(document, "state");
    const auto known = std::find(state_names.begin(), state_names.end(), state);
    if (known == state_names.end())
        return fail(ErrorCode::parse_error, "the manifest has no known \"state\"");
    m.state = static_cast<RunState>(known - state_names.begin());
    m.started = parse_time(text_of(document, "started"));
    m.heartbeat = parse_time(text_of(document, "heartbeat"));
    m.ended = parse_time(text_of(document, "ended"));
    m.command_line = text_of(document, "command_line");
    m.config_hash = text_of(document, "config_hash");
    m.error = text_of(document, "error");
    if (document.contains("resumed") && document["resumed"].is_number_integer())
        m.resumed = document["resumed"].get<int>();
    if (document.contains("seeds") && document["seeds"].is_array())
        for (const json& seed : document["seeds"])
            if (seed.is_number_unsigned()) m.seeds.push_back(seed.get<std::uint64_t>());
    if (document.contains("summary") && document["summary"].is_object())
        for (const auto& [key, value] : document["summary"].items())
            if (value.is_number()) m.summary[key] = value.get<double>();
    const json program = document.contains("program") && document["program"].is_object() ? document["program"]
                                                                                         : json::object();
    m.version = text_of(program, "version");
    m.git_commit = text_of(program, "git_commit");
    m.compiler = text_of(program, "compiler");
    m.libraries = texts_of(program, "libraries");
    m.machine = texts_of(document, "machine");
    if (document.contains("artefacts") && document["artefacts"].is_object())
        for (const auto& [name, value] : document["artefacts"].items())
            if (value.is_object() && value.contains("bytes") && value["bytes"].is_number_unsigned())
                m.artefacts[name] = {text_of(value, "sha256"), value["bytes"].get<std::uint64_t>()};
    return m;
}

Expected<void> write_manifest(const std::filesystem::path& folder, const Manifest& manifest, bool durable) {
    return write_file_atomically(folder / "manifest.json", encode_manifest(manifest),
                                 durable ? Durability::power : Durability::process);
}

Expected<Manifest> read_manifest(const std::filesystem::path& folder) {
    auto text = read_file(folder / "manifest.json", largest_manifest);
    if (!text) return Unexpected(text.error());
    auto manifest = decode_manifest(*text);
    if (!manifest) {
        Error error = manifest.error();
        error.context = (folder / "manifest.json").string();
        return Unexpected(error);
    }
    return manifest;
}

Expected<void> add_artefacts(const std::filesystem::path& folder, Manifest& manifest) {
    manifest.artefacts.clear();
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (!entry.is_regular_file() || name == "manifest.json" || name.starts_with('.')) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        Sha256 hash;
        Artefact artefact;
        std::vector<char> piece(1U << 16);
        while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
            hash.update(piece.data(), static_cast<std::size_t>(in.gcount()));
            artefact.bytes += static_cast<std::uint64_t>(in.gcount());
        }
        if (in.bad() || !in.eof()) return fail(ErrorCode::io_error, "cannot read " + entry.path().string());
        artefact.sha256 = hash.hex_digest();
        manifest.artefacts[name] = artefact;
    }
    if (error) return fail(ErrorCode::io_error, "cannot list " + folder.string() + ": " + error.message());
    return {};
}

}  // namespace trimtab::results
