// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/config_writer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/sha256.h"
#include "core/config/config_table.h"
#include "core/config/config_value.h"
#include "core/config/profiles.h"

namespace trimtab::config {
namespace {

using Json = nlohmann::ordered_json;

Json json_value(const ConfigValue& value) {
    return std::visit([](const auto& held) { return Json(held); }, value);
}

/// On one line, without building a document: a sweep's plan asks this of every row.
std::string compact_json(const Config& config) {
    std::string out;
    const std::string* section = nullptr;
    for (const ConfigKey& key : config_table()) {
        if (section == nullptr || *section != key.section) {
            out.append(section == nullptr ? "{\"" : "},\"").append(key.section).append("\":{");
            section = &key.section;
        } else {
            out += ',';
        }
        out.append("\"").append(key.name).append("\":");
        out += json_value(key.get(config)).dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    return out + "}}";
}

/// Plain where no reader could take it for anything else, else in double quotes as JSON escapes it.
std::string yaml_text(const std::string& text) {
    static const std::string safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:";
    static const std::vector<std::string> words = {"true", "false", "null", "yes", "no", "on",
                                                   "off",  "nan",   "inf",  "y",   "n"};
    std::string lower = text;
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    const bool starts_with_letter = !lower.empty() && lower.front() >= 'a' && lower.front() <= 'z';
    const bool plain = starts_with_letter && text.back() != ':' &&
                       text.find_first_not_of(safe) == std::string::npos &&
                       std::find(words.begin(), words.end(), lower) == words.end();
    return plain ? text : Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Whether the reader would find the same value without the key being written.
bool is_implied(const ConfigKey& key, const Config& config, const Config& defaults) {
    const ConfigValue value = key.get(config);
    if (key.follows.empty()) return value == key.get(defaults);
    const ConfigKey* leader = find_key(key.section + "." + key.follows);
    const bool leader_is_written = !is_implied(*leader, config, defaults);
    return value == (leader_is_written ? leader->get(config) : key.get(defaults));
}

}  // namespace

std::string yaml_value(const ConfigKey& key, const ConfigValue& value) {
    // `none` and other choices never need quotes.
    if (const auto* text = std::get_if<std::string>(&value))
        return key.kind == ValueKind::choice ? *text : yaml_text(*text);
    if (const auto* list = std::get_if<std::vector<std::string>>(&value)) {
        std::string out = "[";
        for (const std::string& item : *list) out.append(out.size() > 1 ? ", " : "").append(yaml_text(item));
        return out + "]";
    }
    return value_to_text(value);
}

std::string to_yaml(const Config& config, YamlOptions options) {
    Config defaults;
    apply_profile(defaults, config.environment.profile);
    std::string out;
    for (const ConfigSection& section : config_sections()) {
        std::string body;
        for (const ConfigKey& key : config_table()) {
            if (key.section != section.name) continue;
            const bool is_profile = key.path() == "environment.profile";
            if (options.only_differences && !is_profile && is_implied(key, config, defaults)) continue;
            if (options.comments) body += "  # " + key.help + " It is " + allowed_values(key) + ".\n";
            body += "  " + key.name + ": " + yaml_value(key, key.get(config)) + "\n";
        }
        if (body.empty()) continue;
        if (options.comments) out += (out.empty() ? "# " : "\n# ") + section.help + "\n";
        out += section.name + ":\n" + body;
    }
    return out;
}

std::string to_json(const Config& config, int indent) {
    if (indent < 0) return compact_json(config);
    Json document = Json::object();
    for (const ConfigKey& key : config_table()) document[key.section][key.name] = json_value(key.get(config));
    return document.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string config_hash(const Config& config) { return sha256_hex(to_json(config, -1)); }

std::vector<ConfigDifference> diff(const Config& a, const Config& b) {
    std::vector<ConfigDifference> out;
    for (const ConfigKey& key : config_table()) {
        const ConfigValue in_a = key.get(a);
        const ConfigValue in_b = key.get(b);
        if (in_a != in_b) out.push_back({key.path(), value_to_text(in_a), value_to_text(in_b)});
    }
    return out;
}

}  // namespace trimtab::config
