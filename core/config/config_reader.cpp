// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/config_reader.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <set>
#include <system_error>

#include "core/config/config_checks.h"
#include "core/config/config_document.h"
#include "core/config/profiles.h"

namespace trimtab::config {
namespace {

const char* const override_file = "--set";

/// An entry of a layer, ready to be applied.
struct Assignment {
    const ConfigKey* key = nullptr;
    ConfigValue value;
};

Expected<Config> config_or_error(ParsedConfig parsed) {
    if (parsed.issues.empty()) return std::move(parsed.config);
    std::string message;
    for (const ConfigIssue& issue : parsed.issues) {
        if (!message.empty()) message += '\n';
        message += issue.to_string();
    }
    return fail(ErrorCode::invalid_argument, message);
}

Expected<std::string> read_file(const std::filesystem::path& file) {
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status))
        return fail(ErrorCode::not_found, "there is no such file; check the path", file.string());
    if (std::filesystem::is_directory(status))
        return fail(ErrorCode::invalid_argument, "is a directory; give a YAML or JSON file in it",
                    file.string());
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return fail(ErrorCode::io_error, std::string("cannot be opened: ") + std::strerror(errno),
                    file.string());
    // One byte more than is allowed, so that a longer file, or an endless device, is told from a fitting one.
    std::string text(largest_document + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (stream.bad()) return fail(ErrorCode::io_error, "cannot be read", file.string());
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

}  // namespace

/// Collects assignments in the order of the layers, then builds the configuration from them.
class ConfigLayers {
  public:
    void add_file(const std::string& text, const std::string& file) {
        Document document = read_document(text, file);
        issues_ = std::move(document.issues);
        for (const DocumentEntry& entry : document.entries) {
            const std::string path = entry.section + "." + entry.name;
            const ConfigKey* key = find_key(path);
            if (key == nullptr)
                add_unknown(file, entry.line, path);
            else
                add_value(file, entry.line, *key, parse_value(*key, entry.value));
        }
    }

    void add_override(const std::string& text) {
        const auto equals = text.find('=');
        const std::string path = text.substr(0, equals);
        if (!is_utf8_text(text)) {
            issues_.push_back({override_file, 0, {}, "is not a text in UTF-8"});
            return;
        }
        if (equals == std::string::npos) {
            issues_.push_back({override_file, 0, text, "must look like section.key=value"});
            return;
        }
        const ConfigKey* key = find_key(path);
        if (key == nullptr)
            add_unknown(override_file, 0, path);
        else
            add_value(override_file, 0, *key,
                      value_from_text(*key, std::string_view(text).substr(equals + 1)));
    }

    ParsedConfig resolve() && {
        ParsedConfig out;
        std::string profile = "default";
        for (const Assignment& assignment : assignments_)
            if (assignment.key->path() == "environment.profile")
                profile = std::get<std::string>(assignment.value);
        apply_profile(out.config, profile);
        for (const Assignment& assignment : assignments_) assignment.key->set(out.config, assignment.value);
        follow(out.config);
        for (const CrossIssue& issue : check_across_keys(out.config)) add_cross(issue);
        out.issues = std::move(issues_);
        return out;
    }

  private:
    struct Place {
        std::string file;
        int line = 0;
    };

    void add_unknown(const std::string& file, int line, const std::string& path) {
        issues_.push_back(
            {file, line, path, "is not a known key; did you mean '" + nearest_key(path) + "'?"});
    }

    void add_value(const std::string& file, int line, const ConfigKey& key, Expected<ConfigValue> value) {
        places_[key.path()] = {file, line};
        if (value)
            assignments_.push_back({&key, std::move(*value)});
        else
            issues_.push_back({file, line, key.path(), value.error().message});
    }

    void add_cross(const CrossIssue& issue) {
        const auto place = places_.find(issue.key);
        if (place == places_.end())
            issues_.push_back({{}, 0, issue.key, issue.message});
        else
            issues_.push_back({place->second.file, place->second.line, issue.key, issue.message});
    }

    void follow(Config& config) const {
        for (const ConfigKey& key : config_table()) {
            if (key.follows.empty() || places_.count(key.path()) > 0) continue;
            const std::string leader = key.section + "." + key.follows;
            if (places_.count(leader) > 0) key.set(config, find_key(leader)->get(config));
        }
    }

    std::vector<Assignment> assignments_;
    std::map<std::string, Place> places_;
    std::vector<ConfigIssue> issues_;
};

std::string ConfigIssue::to_string() const {
    std::string out = file;
    if (line > 0) out.append(":").append(std::to_string(line));
    if (!out.empty()) out += ": ";
    out += key.empty() ? "the file" : key;
    return out + " " + message;
}

ParsedConfig check_config(const std::string& text, const std::string& name,
                          const std::vector<std::string>& overrides) {
    ConfigLayers layers;
    layers.add_file(text, name);
    for (const std::string& text_of_override : overrides) layers.add_override(text_of_override);
    return std::move(layers).resolve();
}

Expected<Config> parse_config(const std::string& text, const std::string& name,
                              const std::vector<std::string>& overrides) {
    return config_or_error(check_config(text, name, overrides));
}

Expected<ConfigTemplate> ConfigTemplate::read(const ConfigSources& sources) {
    auto layers = std::make_shared<ConfigLayers>();
    if (!sources.file.empty()) {
        const auto text = read_file(sources.file);
        if (!text) return Unexpected<Error>(text.error());
        layers->add_file(*text, sources.file.string());
    }
    for (const std::string& text : sources.overrides) layers->add_override(text);
    ConfigTemplate out;
    out.sources_ = sources;
    out.layers_ = std::move(layers);
    return out;
}

Expected<Config> ConfigTemplate::with(const std::vector<std::string>& overrides) const {
    ConfigLayers layers = *layers_;
    for (const std::string& text : overrides) layers.add_override(text);
    auto config = config_or_error(std::move(layers).resolve());
    if (config && !sources_.file.empty()) find_trace_beside(*config, sources_.file);
    return config;
}

Expected<Config> load_config(const ConfigSources& sources) {
    const auto read = ConfigTemplate::read(sources);
    if (!read) return Unexpected<Error>(read.error());
    return read->with({});
}

void find_trace_beside(Config& config, const std::filesystem::path& file) {
    const std::filesystem::path trace = config.load.trace;
    if (trace.empty() || trace.is_absolute()) return;
    const std::filesystem::path beside = (file.parent_path() / trace).lexically_normal();
    std::error_code error;
    if (std::filesystem::exists(beside, error)) config.load.trace = beside.string();
}

Expected<Config> profile_defaults(const std::string& profile) {
    const ConfigKey* key = find_key("environment.profile");
    const auto value = value_from_text(*key, profile);
    if (!value) return fail(ErrorCode::invalid_argument, value.error().message, "environment.profile");
    Config config;
    apply_profile(config, profile);
    return config;
}

}  // namespace trimtab::config
