// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/config/config.h"

namespace trimtab::config {

class ConfigLayers;  // of config_reader.cpp

/// One thing wrong in a configuration, with its place. line 0: not from a file.
struct ConfigIssue {
    std::string file;
    int line = 0;
    std::string key;      ///< "agent.gamma"
    std::string message;  ///< what is wrong, the allowed range, the nearest known key
    [[nodiscard]] std::string to_string() const;
};

/// Layers of a configuration, later ones win: defaults, the profile's defaults, the file, the overrides.
struct ConfigSources {
    std::filesystem::path file;          ///< YAML or JSON, empty: none
    std::vector<std::string> overrides;  ///< "section.key=value", as of --set
};

/// Reads, resolves and validates. On failure the error's message lists every issue, one a line.
[[nodiscard]] Expected<Config> load_config(const ConfigSources& sources);

/// A configuration file that is read once and resolved with many overrides, as a sweep does. Any thread.
class ConfigTemplate {
  public:
    [[nodiscard]] static Expected<ConfigTemplate> read(const ConfigSources& sources);
    /// As load_config() with these overrides behind the sources'.
    [[nodiscard]] Expected<Config> with(const std::vector<std::string>& overrides) const;

  private:
    ConfigTemplate() = default;
    ConfigSources sources_;
    std::shared_ptr<const ConfigLayers> layers_;
};

/// Makes `load.trace` the file beside the configuration `file` where there is one, so that it is found from
/// any working directory; load_config() does it by itself.
void find_trace_beside(Config& config, const std::filesystem::path& file);

/// The same from text in memory (the editor); `name` stands for the file in messages.
[[nodiscard]] Expected<Config> parse_config(const std::string& text, const std::string& name,
                                            const std::vector<std::string>& overrides = {});

/// As parse_config, but every issue as a value, for inline display; `config` is valid where issues is empty.
struct ParsedConfig {
    Config config;
    std::vector<ConfigIssue> issues;
};
[[nodiscard]] ParsedConfig check_config(const std::string& text, const std::string& name,
                                        const std::vector<std::string>& overrides = {});

/// The defaults of a profile (default, published, kisim, day).
[[nodiscard]] Expected<Config> profile_defaults(const std::string& profile);

}  // namespace trimtab::config
