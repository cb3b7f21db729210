// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/config_table.h"

#include <algorithm>
#include <map>

#include "core/config/nearest_name.h"
#include "core/config/section_builder.h"

namespace trimtab::config {

const std::vector<ConfigSection>& config_sections() {
    static const std::vector<ConfigSection> sections = {
        {"environment", "The task: time, replicas, observation and reward."},
        {"simulator", "The embedded cluster's parameters."},
        {"load", "The traffic that the workload meets."},
        {"agent", "PPO."},
        {"training", "Length, seeds and intervals of a training run."},
        {"evaluation", "What a model is compared with, and how often."},
        {"policies", "Options of the policies that a model is compared with."},
        {"cluster", "Which cluster the environment stands on."},
        {"figures", "Figures and reports."},
    };
    return sections;
}

const std::vector<ConfigKey>& config_table() {
    static const std::vector<ConfigKey> table = [] {
        std::vector<ConfigKey> rows;
        add_environment_keys(rows);
        add_simulator_keys(rows);
        add_load_keys(rows);
        add_agent_keys(rows);
        add_training_keys(rows);
        add_evaluation_keys(rows);
        add_policies_keys(rows);
        add_cluster_keys(rows);
        add_figures_keys(rows);
        return rows;
    }();
    return table;
}

const ConfigKey* find_key(std::string_view path) {
    static const std::map<std::string, const ConfigKey*, std::less<>> by_path = [] {
        std::map<std::string, const ConfigKey*, std::less<>> rows;
        for (const ConfigKey& key : config_table()) rows.emplace(key.path(), &key);
        return rows;
    }();
    const auto row = by_path.find(path);
    return row == by_path.end() ? nullptr : row->second;
}

std::string nearest_key(std::string_view path) {
    static const std::vector<std::string> paths = [] {
        std::vector<std::string> out;
        for (const ConfigKey& key : config_table()) out.push_back(key.path());
        return out;
    }();
    static const std::vector<std::string> names = [] {
        std::vector<std::string> out;
        for (const ConfigKey& key : config_table()) out.push_back(key.name);
        return out;
    }();
    if (path.find('.') != std::string_view::npos) return nearest_name(path, paths);
    const auto name = std::find(names.begin(), names.end(), nearest_name(path, names));
    return paths[static_cast<std::size_t>(name - names.begin())];
}

}  // namespace trimtab::config
