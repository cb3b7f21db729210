// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/run_library.h"

#include <algorithm>
#include <limits>
#include <map>

#include "core/config/config_table.h"
#include "core/config/config_writer.h"

namespace trimtab::results {
namespace {

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

double summary_value(const Manifest& manifest, const std::string& key) {
    const auto found = manifest.summary.find(key);
    return found == manifest.summary.end() ? not_known : found->second;
}

LibraryRun read_run(RunInfo info) {
    LibraryRun run;
    run.folder = std::move(info.folder);
    run.kind = std::move(info.kind);
    run.state = info.state;
    run.problems = std::move(info.problems);
    run.best_return = run.steps = not_known;
    if (info.manifest) {
        run.seeds = info.manifest->seeds;
        run.started = info.manifest->started;
        run.ended = info.manifest->ended;
        run.config_hash = info.manifest->config_hash;
        run.best_return = summary_value(*info.manifest, "best_return");
        run.steps = summary_value(*info.manifest, "steps");
    }
    if (auto config = read_run_config(run.folder)) {
        run.profile = config->environment.profile;
        run.group = experiment_group(*config);
        run.config = std::make_shared<const config::Config>(std::move(*config));
    } else if (std::filesystem::exists(run.folder / "config.yaml")) {
        run.problems.push_back(config.error().to_string());
    }
    return run;
}

/// Newest first by the time in the name, which also runs whose manifest is lost carry.
std::string stamp(const LibraryRun& run) {
    const std::string name = run.folder.filename().string();
    return name.substr(std::min(name.size(), run.kind.size()));
}

}  // namespace

std::vector<LibraryRun> scan_library(const std::filesystem::path& results_dir,
                                     std::span<const LibraryRun> known, StopToken stop) {
    std::map<std::filesystem::path, const LibraryRun*> before;
    for (const LibraryRun& run : known) before[run.folder] = &run;
    std::vector<LibraryRun> runs;
    std::error_code error;
    for (std::filesystem::directory_iterator at(results_dir, error), end;
         !error && at != end && !stop.stop_requested(); at.increment(error)) {
        std::error_code ignored;
        if (!at->is_directory(ignored)) continue;
        const auto written = std::filesystem::last_write_time(at->path() / "manifest.json", ignored);
        const auto found = before.find(at->path());
        // A running run turns dead without a write, and a run without a manifest may get one.
        const bool settled = !ignored && found != before.end() &&
                             found->second->manifest_written == written &&
                             found->second->state != RunState::running;
        if (settled) {
            runs.push_back(*found->second);
            continue;
        }
        auto info = open_run(at->path());
        if (!info) continue;
        runs.push_back(read_run(std::move(*info)));
        if (!ignored) runs.back().manifest_written = written;
    }
    std::ranges::sort(runs, [](const LibraryRun& a, const LibraryRun& b) { return stamp(a) > stamp(b); });
    return runs;
}

std::vector<ConfigContrast> contrasting_keys(std::span<const config::Config* const> configs) {
    std::vector<ConfigContrast> out;
    if (configs.size() < 2) return out;
    std::map<std::string, std::vector<std::string>> values;
    for (std::size_t i = 1; i < configs.size(); ++i)
        for (const config::ConfigDifference& difference : config::diff(*configs.front(), *configs[i])) {
            auto& row = values[difference.key];
            row.resize(configs.size(), difference.a);
            row[i] = difference.b;
        }
    for (const config::ConfigKey& key : config::config_table()) {
        const auto row = values.find(key.path());
        if (row == values.end()) continue;
        // A key that only takes another's value says nothing of its own.
        const auto followed =
            key.follows.empty() ? values.end() : values.find(key.section + "." + key.follows);
        if (followed != values.end() && followed->second == row->second) continue;
        out.push_back({row->first, key.unit, row->second});
    }
    return out;
}

std::string experiment_group(config::Config config) {
    config.training.seed = 0;
    return config.environment.profile + " " + config::config_hash(config).substr(0, 4);
}

}  // namespace trimtab::results
