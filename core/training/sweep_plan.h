// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/base/expected.h"
#include "core/config/config_reader.h"
#include "core/training/sweep_file.h"

namespace trimtab::training {

/// The largest sweep that is planned; an Indexed Job takes no more indexes either.
inline constexpr int most_sweep_rows = 100000;

/// One configuration of a sweep: a file with one choice of the grid's values. What is compared with others.
struct SweepCase {
    int config = 0;                                             ///< index in SweepFile::configs
    std::vector<std::pair<std::string, std::string>> settings;  ///< grid keys and values
    std::string name;  ///< what tells it from the others: "default, learning_rate=1e-4"
};

/// One run of a sweep.
struct SweepRow {
    int index = 0;
    int case_index = 0;
    std::string pattern;  ///< an entry of SweepFile::patterns
    std::uint64_t seed = 0;
};

/// The table of a sweep's runs, computed row by row: a row costs the same in a sweep of ten and of 100,000.
/// Seeds vary slowest, so that every configuration has its first seed early. Any thread.
class SweepPlan {
  public:
    /// Reads the configurations. invalid_argument where there are more than most_sweep_rows combinations, or
    /// where patterns overlap or are not known.
    [[nodiscard]] static Expected<SweepPlan> make(SweepFile file);

    [[nodiscard]] const SweepFile& file() const { return file_; }
    /// The first file's configuration, with section `set` over it.
    [[nodiscard]] const config::Config& first_config() const { return first_; }
    [[nodiscard]] int rows() const;
    [[nodiscard]] int cases() const { return cases_; }
    [[nodiscard]] SweepCase case_at(int index) const;
    /// index in [0, rows()).
    [[nodiscard]] SweepRow row(int index) const;
    /// The resolved, validated configuration of a row, for one thread each.
    [[nodiscard]] Expected<config::Config> config(const SweepRow& row) const;
    /// The load patterns of an entry of SweepFile::patterns, in the first configuration.
    [[nodiscard]] std::vector<std::string> load_patterns(const std::string& pattern) const;

  private:
    SweepPlan() = default;
    SweepFile file_;
    std::vector<config::ConfigTemplate> templates_;
    config::Config first_;
    int cases_ = 0;
};

/// Names a run by what it computes: the hash of its configuration, without the folder of a trace. Rows of a
/// changed sweep file that ask for the same run have the same key, and so have they on another machine.
[[nodiscard]] std::string sweep_row_key(const config::Config& config);

/// Every row's key, in order. The first row whose configuration is not valid is the error. Parallel.
[[nodiscard]] Expected<std::vector<std::string>> plan_keys(const SweepPlan& plan);

}  // namespace trimtab::training
