// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/results/comparison.h"
#include "core/results/comparison_pooled_p95.h"
#include "core/statistics/stratified_resamples.h"

namespace trimtab::results {

/// Episodes counted by what makes their numbers special.
struct EpisodeNotes {
    int episodes = 0;
    int without_success = 0;    ///< no request was answered in time
    int without_latencies = 0;  ///< no histogram recorded
};

/// One policy, or the models of several training seeds, as samples: what every comparison reads. The patterns
/// are those of the evaluation; index `patterns` (one past the last) stands for the mean over all of them.
class Contender {
  public:
    std::string name;
    std::vector<std::string> policies;
    std::vector<std::string> sources;
    std::vector<std::uint64_t> training_seeds;
    bool clairvoyant = false;
    bool candidate = false;
    bool model = false;
    InferenceUnit unit = InferenceUnit::episode;
    int units = 0;
    std::vector<EpisodeNotes> notes;  ///< [pattern]
    UnitLatencies latencies;          ///< [pattern][unit]

    /// Why a metric has no numbers on a pattern (or on any, for all patterns); empty: it has.
    [[nodiscard]] const std::string& problem(std::size_t metric, std::size_t pattern) const;

    /// double[units]; over all patterns each unit's mean over them.
    [[nodiscard]] const std::vector<double>& values(std::size_t metric, std::size_t pattern) const;
    /// Per pattern, [1][units] or [patterns][units] over all.
    [[nodiscard]] statistics::StratifiedScores scores(std::size_t metric, std::size_t pattern) const;

    [[nodiscard]] double mean(std::size_t metric, std::size_t pattern) const;
    /// The mean in every resample, double[resamples]; drawn when first asked for, so one thread at a time.
    [[nodiscard]] const std::vector<double>& means(std::size_t metric, std::size_t pattern) const;

    /// The draws that go with scores() and with latencies_of().
    [[nodiscard]] statistics::StratifiedResamples draws(std::size_t pattern) const;
    [[nodiscard]] UnitLatencies latencies_of(std::size_t pattern) const;

    /// Fills a metric's values of a pattern, or says why it has none; resample() once all are filled.
    void set_values(std::size_t metric, std::size_t pattern, std::vector<double> values, std::string problem);
    void resample(std::shared_ptr<const statistics::StratifiedResamples> drawn);

  private:
    std::shared_ptr<const statistics::StratifiedResamples> resamples_;
    struct Cell {
        std::vector<double> values;
        mutable std::vector<double> means;  // of every resample; empty until asked for
        std::string problem;
    };
    std::vector<std::vector<Cell>> cells_;  // [metric][pattern], the last pattern: all of them
};

/// The unit of a comparison among several contenders: the training seed if any of them has several models.
[[nodiscard]] InferenceUnit joint_unit(std::span<const Contender* const> contenders);

/// How many units such a comparison has: the fewest of those contenders that have that unit.
[[nodiscard]] int joint_units(std::span<const Contender* const> contenders);

/// A contender's mean in every resample of such a comparison, double[resamples]: drawn where its unit is
/// `unit`, else held.
[[nodiscard]] std::vector<double> drawn_means(const Contender& contender, std::size_t metric,
                                              std::size_t pattern, InferenceUnit unit);

/// Which seeds to read of each pattern; absent: all.
using SeedSelection = std::optional<std::vector<std::set<std::uint64_t>>>;

/// Groups, checks (paired seeds, equal runs) and samples an evaluation; errors as compare().
[[nodiscard]] Expected<std::vector<Contender>> make_contenders(const training::EvaluationResult& evaluation,
                                                               const ComparisonOptions& options,
                                                               const SeedSelection& only = std::nullopt);

/// The seeds of each pattern that a policy played.
[[nodiscard]] std::vector<std::set<std::uint64_t>> played_seeds(const training::EvaluationResult& evaluation,
                                                                const std::string& policy);

}  // namespace trimtab::results
