// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/config/config_table.h"

namespace trimtab::config {

/// Builds the rows of one section; private to the tables of this folder. Every function adds one key and
/// returns it, so that rare properties can be set on the spot.
template <class Section>
class SectionBuilder {
  public:
    SectionBuilder(std::vector<ConfigKey>& rows, std::string name, Section Config::*section)
        : rows_(rows), name_(std::move(name)), section_(section) {}

    ConfigKey& number(std::string key, double Section::*field, std::string unit, double minimum,
                      double maximum, std::string help) {
        ConfigKey& row = add(std::move(key), ValueKind::number, std::move(help));
        set_range(row, std::move(unit), minimum, maximum);
        bind<double>(row, field);
        return row;
    }

    template <class Integer>
    ConfigKey& integer(std::string key, Integer Section::*field, std::string unit, double minimum,
                       double maximum, std::string help) {
        ConfigKey& row = add(std::move(key), ValueKind::integer, std::move(help));
        set_range(row, std::move(unit), minimum, maximum);
        bind<std::int64_t>(row, field);
        return row;
    }

    ConfigKey& boolean(std::string key, bool Section::*field, std::string help) {
        ConfigKey& row = add(std::move(key), ValueKind::boolean, std::move(help));
        bind<bool>(row, field);
        return row;
    }

    ConfigKey& text(std::string key, std::string Section::*field, std::string help) {
        ConfigKey& row = add(std::move(key), ValueKind::text, std::move(help));
        bind<std::string>(row, field);
        return row;
    }

    /// A text of which only some spellings are allowed.
    ConfigKey& choice(std::string key, std::string Section::*field, std::vector<std::string> choices,
                      std::string help) {
        ConfigKey& row = add(std::move(key), ValueKind::choice, std::move(help));
        row.choices = std::move(choices);
        bind<std::string>(row, field);
        return row;
    }

    /// An enumeration; `spellings` in the order of its enumerators, which count from 0.
    template <class Enum, std::enable_if_t<std::is_enum_v<Enum>, int> = 0>
    ConfigKey& choice(std::string key, Enum Section::*field, std::vector<std::string> spellings,
                      std::string help) {
        ConfigKey& row = add(std::move(key), ValueKind::choice, std::move(help));
        row.choices = spellings;
        row.get = [section = section_, field, spellings](const Config& config) -> ConfigValue {
            return spellings.at(static_cast<std::size_t>(config.*section.*field));
        };
        row.set = [section = section_, field, spellings](Config& config, const ConfigValue& value) {
            const auto& spelling = std::get<std::string>(value);
            for (std::size_t i = 0; i < spellings.size(); ++i)
                if (spellings[i] == spelling) config.*section.*field = static_cast<Enum>(i);
        };
        return row;
    }

    ConfigKey& text_list(std::string key, std::vector<std::string> Section::*field,
                         std::vector<std::string> allowed, std::string help) {
        ConfigKey& row = add(std::move(key), ValueKind::text_list, std::move(help));
        row.choices = std::move(allowed);
        bind<std::vector<std::string>>(row, field);
        return row;
    }

    template <class Integer>
    ConfigKey& integer_list(std::string key, std::vector<Integer> Section::*field, double minimum,
                            double maximum, std::string help) {
        ConfigKey& row = add(std::move(key), ValueKind::integer_list, std::move(help));
        set_range(row, {}, minimum, maximum);
        row.get = [section = section_, field](const Config& config) -> ConfigValue {
            const auto& list = config.*section.*field;
            return std::vector<std::int64_t>(list.begin(), list.end());
        };
        row.set = [section = section_, field](Config& config, const ConfigValue& value) {
            const auto& list = std::get<std::vector<std::int64_t>>(value);
            config.*section.*field = std::vector<Integer>(list.begin(), list.end());
        };
        return row;
    }

  private:
    ConfigKey& add(std::string key, ValueKind kind, std::string help) {
        ConfigKey row;
        row.section = name_;
        row.name = std::move(key);
        row.kind = kind;
        row.help = std::move(help);
        return rows_.emplace_back(std::move(row));
    }

    static void set_range(ConfigKey& row, std::string unit, double minimum, double maximum) {
        row.unit = std::move(unit);
        row.minimum = minimum;
        row.maximum = maximum;
    }

    template <class Stored, class Field>
    void bind(ConfigKey& row, Field Section::*field) {
        row.get = [section = section_, field](const Config& config) -> ConfigValue {
            return static_cast<Stored>(config.*section.*field);
        };
        row.set = [section = section_, field](Config& config, const ConfigValue& value) {
            config.*section.*field = static_cast<Field>(std::get<Stored>(value));
        };
    }

    std::vector<ConfigKey>& rows_;
    std::string name_;
    Section Config::*section_;
};

/// Largest whole number that a double, and so JSON, carries exactly: 2^53 - 1.
inline constexpr double largest_integer = 9007199254740991.0;

/// Every pattern that load.patterns and evaluation.patterns may name.
[[nodiscard]] const std::vector<std::string>& load_pattern_names();

// The sections' rows.
void add_environment_keys(std::vector<ConfigKey>& rows);
void add_simulator_keys(std::vector<ConfigKey>& rows);
void add_load_keys(std::vector<ConfigKey>& rows);
void add_agent_keys(std::vector<ConfigKey>& rows);
void add_training_keys(std::vector<ConfigKey>& rows);
void add_evaluation_keys(std::vector<ConfigKey>& rows);
void add_policies_keys(std::vector<ConfigKey>& rows);
void add_cluster_keys(std::vector<ConfigKey>& rows);
void add_figures_keys(std::vector<ConfigKey>& rows);

}  // namespace trimtab::config
