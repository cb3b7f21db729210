// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "core/config/config_writer.h"
#include "core/results/sweep_session.h"

namespace trimtab::results {
namespace {

/// Seeds of a configuration whose rows of every pattern are finished, with those rows.
using SeedRows = std::map<std::uint64_t, std::vector<int>>;

SeedRows complete_rows(const training::SweepPlan& plan, const std::vector<SweepRowRecord>& records, int one) {
    SeedRows rows;
    for (int index = 0; index < plan.rows(); ++index) {
        const training::SweepRow row = plan.row(index);
        if (row.case_index == one &&
            records[static_cast<std::size_t>(index)].state == SweepRowState::finished)
            rows[row.seed].push_back(index);
    }
    std::erase_if(rows, [&](const auto& seed) { return seed.second.size() < plan.file().patterns.size(); });
    return rows;
}

/// The configurations to compare: the best ones that have a complete seed.
std::vector<int> chosen_cases(const SweepResult& result) {
    std::vector<int> chosen;
    for (const int index : ranked_cases(result))
        if (result.cases[static_cast<std::size_t>(index)].seeds > 0 && chosen.size() < most_compared_cases)
            chosen.push_back(index);
    return chosen;
}

training::SweepRow row_of(const training::SweepPlan& plan, int case_index) {
    training::SweepRow row;
    row.case_index = case_index;
    row.pattern = plan.file().patterns.front();
    return row;
}

/// A key in which two configurations' test episodes differ; empty: they met the same.
std::string different_task(const config::Config& a, const config::Config& b) {
    static const std::set<std::string> agents_own = {"environment.extended_observation"};
    for (const config::ConfigDifference& difference : config::diff(a, b)) {
        const std::string section = difference.key.substr(0, difference.key.find('.'));
        const bool of_task = section == "environment" || section == "simulator" || section == "load" ||
                             section == "evaluation";
        if (of_task && !agents_own.contains(difference.key)) return difference.key;
    }
    return {};
}

/// One training seed of a configuration: its models of all patterns as one policy.
Expected<training::PolicyResult> seed_policy(const std::vector<int>& rows, const std::string& name,
                                             std::uint64_t seed, const std::vector<SweepRowRecord>& records,
                                             const std::filesystem::path& sweep,
                                             const std::vector<std::string>& patterns) {
    training::PolicyResult out;
    out.contender = name;
    out.policy = name + " #" + std::to_string(seed);
    out.training_seed = seed;
    for (const int row : rows) {
        const SweepRowRecord& record = records[static_cast<std::size_t>(row)];
        auto evaluation = read_sweep_evaluation(sweep, record.key);
        if (!evaluation) return Unexpected(evaluation.error());
        if (evaluation->policies.empty())
            return fail(ErrorCode::parse_error, "holds no policy",
                        sweep_row_folder(sweep, record.key).string());
        if (out.source.empty()) out.source = evaluation->policies.front().source;
        for (training::EpisodeResult& episode : evaluation->policies.front().episodes)
            out.episodes.push_back(std::move(episode));
    }
    std::stable_sort(out.episodes.begin(), out.episodes.end(), [&](const auto& a, const auto& b) {
        const auto place = [&](const std::string& pattern) {
            return std::find(patterns.begin(), patterns.end(), pattern) - patterns.begin();
        };
        return place(a.pattern) < place(b.pattern);
    });
    return out;
}

}  // namespace

Expected<config::Config> sweep_comparison_config(const training::SweepPlan& plan, const SweepResult& result) {
    const std::vector<int> chosen = chosen_cases(result);
    if (chosen.empty())
        return fail(
            ErrorCode::unsupported,
            "no configuration has a seed with every pattern finished, so there is nothing to compare");
    auto config = plan.config(row_of(plan, chosen.front()));
    if (!config) return config;
    for (const int other : chosen) {
        const auto another = plan.config(row_of(plan, other));
        if (!another) return another;
        if (const std::string key = different_task(*config, *another); !key.empty())
            return fail(ErrorCode::unsupported,
                        "the configurations differ in " + key +
                            ", so they did not meet the same test episodes; the baselines are left out");
    }
    std::vector<std::string> patterns;
    for (const std::string& entry : plan.file().patterns)
        for (const std::string& pattern : plan.load_patterns(entry)) patterns.push_back(pattern);
    config->load.patterns = patterns;
    config->evaluation.patterns = patterns;
    config->evaluation.threads = plan.first_config().evaluation.threads;
    if (!plan.file().policies.empty()) config->evaluation.policies = plan.file().policies;
    return config;
}

Expected<ComparisonRun> compare_sweep(const training::SweepPlan& plan, const SweepResult& result,
                                      const std::vector<SweepRowRecord>& records,
                                      const std::filesystem::path& sweep, StopToken stop,
                                      const EvaluationHooks& hooks) {
    const auto config = sweep_comparison_config(plan, result);
    if (!config) return Unexpected(config.error());
    auto evaluation = evaluate_policies(*config, {}, config->evaluation.policies, stop, hooks);
    if (!evaluation) return Unexpected(evaluation.error());
    std::vector<training::PolicyResult> models;
    for (const int index : chosen_cases(result)) {
        const std::string& name = result.cases[static_cast<std::size_t>(index)].setting.name;
        for (const auto& [seed, rows] : complete_rows(plan, records, index)) {
            auto policy = seed_policy(rows, name, seed, records, sweep, evaluation->patterns);
            if (!policy) return Unexpected(policy.error());
            models.push_back(std::move(*policy));
        }
    }
    evaluation->policies.insert(evaluation->policies.begin(), std::make_move_iterator(models.begin()),
                                std::make_move_iterator(models.end()));
    auto comparison = compare(*evaluation, {.confidence = config->evaluation.confidence,
                                            .resamples = config->evaluation.bootstrap_resamples});
    if (!comparison) return Unexpected(comparison.error());
    comparison->notes.push_back(
        "The models are those of sweep " + result.name + ": its best " +
        std::to_string(chosen_cases(result).size()) + " of " + std::to_string(result.cases.size()) +
        " configurations by " + result.metric +
        ". They were chosen by the same test episodes, which flatters the best; confirm it on new seeds.");
    return ComparisonRun{std::move(*evaluation), std::move(*comparison)};
}

}  // namespace trimtab::results
