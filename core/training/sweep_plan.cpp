// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/sweep_plan.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <sstream>

#include "core/base/parallel_for.h"
#include "core/config/config_writer.h"

namespace trimtab::training {
namespace {

constexpr const char* own_patterns = "all";
constexpr std::size_t key_length = 16;

std::string last_part(const std::string& key) { return key.substr(key.find('.') + 1); }

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> words;
    std::stringstream stream(text);
    for (std::string word; std::getline(stream, word, separator);) words.push_back(word);
    return words;
}

std::string with_commas(std::string pattern) {
    std::replace(pattern.begin(), pattern.end(), '+', ',');
    return pattern;
}

/// Configurations x grid values, or nothing where that is more than can be planned.
Expected<int> count_cases(const SweepFile& file, std::size_t runs_a_case) {
    const auto limit = static_cast<std::size_t>(most_sweep_rows);
    std::size_t rows = runs_a_case;
    std::string product = std::to_string(file.seeds.size()) + " seeds x " +
                          std::to_string(file.patterns.size()) + " patterns x " +
                          std::to_string(file.configs.size()) + " configurations";
    bool too_many = rows * file.configs.size() > limit;
    std::size_t cases = file.configs.size();
    for (const SweepGridKey& key : file.grid) {
        product += " x " + std::to_string(key.values.size()) + " of " + key.key;
        if (!too_many) {
            cases *= key.values.size();
            too_many = rows * cases > limit;
        }
    }
    if (!too_many) return static_cast<int>(cases);
    return fail(ErrorCode::invalid_argument,
                "too many combinations: " + product + " is more than " + std::to_string(most_sweep_rows) +
                    "; sweep fewer values, or split the sweep",
                file.path.string());
}

}  // namespace

Expected<SweepPlan> SweepPlan::make(SweepFile file) {
    SweepPlan plan;
    std::set<std::string> stems;
    for (const auto& path : file.configs) {
        auto read = config::ConfigTemplate::read({path, file.overrides});
        if (!read) return Unexpected<Error>(read.error());
        auto config = read->with({});
        if (!config) return Unexpected<Error>(config.error());
        if (!stems.insert(path.stem().string()).second)
            return fail(ErrorCode::invalid_argument,
                        "sweep.configs has two files named " + path.stem().string() +
                            "; rename one, the result tells them apart by it",
                        file.path.string());
        if (plan.templates_.empty()) plan.first_ = std::move(*config);
        plan.templates_.push_back(std::move(*read));
    }
    if (file.seeds.empty()) file.seeds = plan.first_.training.seeds;
    const auto cases = count_cases(file, file.seeds.size() * file.patterns.size());
    if (!cases) return Unexpected<Error>(cases.error());
    plan.cases_ = *cases;
    plan.file_ = std::move(file);
    std::set<std::string> seen;
    for (const std::string& entry : plan.file_.patterns)
        for (const std::string& pattern : plan.load_patterns(entry))
            if (!seen.insert(pattern).second)
                return fail(ErrorCode::invalid_argument,
                            "sweep.patterns: load pattern '" + pattern +
                                "' stands in two entries; an entry is what one agent trains on, and the "
                                "comparison needs each pattern once",
                            plan.file_.path.string());
    for (const std::string& entry : plan.file_.patterns) {
        SweepRow probe;
        probe.pattern = entry;
        if (auto config = plan.config(probe); !config)
            return fail(config.error().code, config.error().message, plan.file_.path.string());
    }
    return plan;
}

int SweepPlan::rows() const { return cases_ * static_cast<int>(file_.patterns.size() * file_.seeds.size()); }

SweepCase SweepPlan::case_at(int index) const {
    SweepCase out;
    std::map<std::string, int> short_names;
    for (const SweepGridKey& key : file_.grid) ++short_names[last_part(key.key)];
    for (auto key = file_.grid.rbegin(); key != file_.grid.rend(); ++key) {
        const int count = static_cast<int>(key->values.size());
        out.settings.emplace_back(key->key, key->values[static_cast<std::size_t>(index % count)]);
        index /= count;
    }
    std::reverse(out.settings.begin(), out.settings.end());
    out.config = index;
    if (file_.configs.size() > 1 || out.settings.empty())
        out.name = file_.configs[static_cast<std::size_t>(index)].stem().string();
    for (const auto& [key, value] : out.settings)
        out.name += (out.name.empty() ? "" : ", ") +
                    (short_names[last_part(key)] > 1 ? key : last_part(key)) + "=" + value;
    return out;
}

SweepRow SweepPlan::row(int index) const {
    SweepRow out;
    out.index = index;
    const int patterns = static_cast<int>(file_.patterns.size());
    out.pattern = file_.patterns[static_cast<std::size_t>(index % patterns)];
    index /= patterns;
    out.case_index = index % cases_;
    out.seed = file_.seeds[static_cast<std::size_t>(index / cases_)];
    return out;
}

Expected<config::Config> SweepPlan::config(const SweepRow& row) const {
    const SweepCase one = case_at(row.case_index);
    std::vector<std::string> overrides;
    for (const std::string key : {"training.threads=", "evaluation.threads="})
        if (std::none_of(file_.overrides.begin(), file_.overrides.end(),
                         [&](const std::string& set) { return set.starts_with(key); }))
            overrides.push_back(key + "1");  // rows run side by side
    if (row.pattern != own_patterns) {
        overrides.push_back("load.patterns=" + with_commas(row.pattern));
        overrides.push_back("evaluation.patterns=" + with_commas(row.pattern));
    }
    for (const auto& [key, value] : one.settings) overrides.push_back(key + "=" + value);
    overrides.push_back("training.seed=" + std::to_string(row.seed));
    auto config = templates_[static_cast<std::size_t>(one.config)].with(overrides);
    if (!config)
        return fail(config.error().code,
                    "row " + std::to_string(row.index) + " (" + one.name + "): " + config.error().message);
    return config;
}

std::vector<std::string> SweepPlan::load_patterns(const std::string& pattern) const {
    if (pattern != own_patterns) return split(pattern, '+');
    return first_.evaluation.patterns.empty() ? first_.load.patterns : first_.evaluation.patterns;
}

std::string sweep_row_key(const config::Config& config) {
    config::Config portable = config;
    portable.load.trace = std::filesystem::path(config.load.trace).filename().string();
    return config::config_hash(portable).substr(0, key_length);
}

Expected<std::vector<std::string>> plan_keys(const SweepPlan& plan) {
    std::vector<std::string> keys(static_cast<std::size_t>(plan.rows()));
    std::mutex mutex;
    int first_wrong = plan.rows();
    Error error;
    parallel_for(plan.rows(), 0, [&](int index, int) {
        const auto config = plan.config(plan.row(index));
        if (config) {
            keys[static_cast<std::size_t>(index)] = sweep_row_key(*config);
            return;
        }
        const std::lock_guard lock(mutex);
        if (index > first_wrong) return;
        first_wrong = index;
        error = config.error();
    });
    if (first_wrong < plan.rows()) return Unexpected<Error>(error);
    std::map<std::string, std::size_t> rows;
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (const auto [same, fresh] = rows.emplace(keys[i], i); !fresh)
            return fail(ErrorCode::invalid_argument,
                        "rows " + std::to_string(same->second) + " and " + std::to_string(i) +
                            " ask for the same run: a grid value repeats what another key or file says; "
                            "remove one of them",
                        plan.file().path.string());
    return keys;
}

}  // namespace trimtab::training
