// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>

#include "core/results/comparison_contender.h"
#include "core/results/comparison_metrics.h"

namespace trimtab::results {
namespace {

using training::EpisodeResult;
using training::EvaluationResult;
using training::PolicyResult;

using Episodes = std::vector<const EpisodeResult*>;  // of one pattern, by seed
using EpisodeTable = std::vector<Episodes>;          // [pattern]

bool is_model(const PolicyResult& policy) { return policy.source.ends_with(".pt"); }

const PolicyResult* find_policy(const EvaluationResult& evaluation, const std::string& name) {
    for (const PolicyResult& policy : evaluation.policies)
        if (policy.policy == name) return &policy;
    return nullptr;
}

std::string common_stem(const std::vector<std::string>& names) {
    std::string stem = names.front();
    for (const std::string& name : names) {
        const auto [end, unused] = std::mismatch(stem.begin(), stem.end(), name.begin(), name.end());
        stem.erase(end, stem.end());
    }
    const auto last = stem.find_last_not_of("0123456789-_ /#@:.");
    stem.erase(last == std::string::npos ? 0 : last + 1);
    return stem.empty() ? "models" : stem;
}

// Policies that say themselves what they belong to, as those of a sweep do.
std::vector<ContenderGroup> named_groups(const EvaluationResult& evaluation) {
    std::vector<ContenderGroup> groups;
    for (const PolicyResult& policy : evaluation.policies) {
        if (policy.contender.empty()) continue;
        auto found = std::find_if(groups.begin(), groups.end(), [&](const ContenderGroup& group) {
            return group.name == policy.contender;
        });
        if (found == groups.end()) found = groups.insert(groups.end(), {policy.contender, {}});
        found->policies.push_back(policy.policy);
    }
    return groups;
}

// All models together, unless two of them are known to come from one training seed: those are not
// independent.
std::vector<ContenderGroup> default_groups(const EvaluationResult& evaluation) {
    if (auto named = named_groups(evaluation); !named.empty()) return named;
    ContenderGroup models;
    std::set<std::uint64_t> seeds;
    bool repeated = false;
    for (const PolicyResult& policy : evaluation.policies) {
        if (!is_model(policy)) continue;
        models.policies.push_back(policy.policy);
        if (policy.training_seed != 0) repeated = !seeds.insert(policy.training_seed).second || repeated;
    }
    if (models.policies.size() < 2 || repeated) return {};
    models.name = common_stem(models.policies);
    const auto taken = [&](const PolicyResult& policy) {
        return policy.policy == models.name && !is_model(policy);
    };
    if (std::any_of(evaluation.policies.begin(), evaluation.policies.end(), taken)) models.name += " models";
    return {models};
}

EpisodeTable episodes_of(const EvaluationResult& evaluation, const PolicyResult& policy,
                         const SeedSelection& only) {
    EpisodeTable table(evaluation.patterns.size());
    for (const EpisodeResult& episode : policy.episodes) {
        const auto found = std::find(evaluation.patterns.begin(), evaluation.patterns.end(), episode.pattern);
        if (found == evaluation.patterns.end()) continue;
        const auto pattern = static_cast<std::size_t>(found - evaluation.patterns.begin());
        if (only && !(*only)[pattern].contains(episode.seed)) continue;
        table[pattern].push_back(&episode);
    }
    for (Episodes& episodes : table)
        std::stable_sort(episodes.begin(), episodes.end(),
                         [](const EpisodeResult* a, const EpisodeResult* b) { return a->seed < b->seed; });
    return table;
}

Expected<void> check_runs(const EvaluationResult& evaluation, const PolicyResult& policy,
                          const EpisodeTable& table) {
    for (std::size_t pattern = 0; pattern < table.size(); ++pattern) {
        if (table[pattern].empty())
            return fail(ErrorCode::invalid_argument, "policy '" + policy.policy +
                                                         "' has no episode of pattern '" +
                                                         evaluation.patterns[pattern] +
                                                         "': evaluate it on every pattern of the comparison");
        if (table[pattern].size() != table[0].size())
            return fail(ErrorCode::invalid_argument,
                        "policy '" + policy.policy + "' has " + std::to_string(table[0].size()) +
                            " episodes of pattern '" + evaluation.patterns[0] + "' and " +
                            std::to_string(table[pattern].size()) + " of '" + evaluation.patterns[pattern] +
                            "': evaluate the same number of runs of each");
    }
    return {};
}

Expected<void> check_same_seeds(const EvaluationResult& evaluation, const PolicyResult& reference,
                                const EpisodeTable& expected, const PolicyResult& policy,
                                const EpisodeTable& table) {
    for (std::size_t pattern = 0; pattern < table.size(); ++pattern) {
        const Episodes& want = expected[pattern];
        const Episodes& have = table[pattern];
        if (policy.clairvoyant) {
            // The planner is slow: fewer episodes will do, as long as the others played them too.
            const auto known = [&](const EpisodeResult* one) {
                return std::any_of(want.begin(), want.end(),
                                   [&](const EpisodeResult* other) { return other->seed == one->seed; });
            };
            if (std::all_of(have.begin(), have.end(), known)) continue;
        }
        const auto same = [](const EpisodeResult* a, const EpisodeResult* b) { return a->seed == b->seed; };
        if (std::equal(want.begin(), want.end(), have.begin(), have.end(), same)) continue;
        return fail(ErrorCode::invalid_argument,
                    "policies '" + reference.policy + "' and '" + policy.policy +
                        "' did not meet the same episodes of pattern '" + evaluation.patterns[pattern] +
                        "' (" + std::to_string(want.size()) + " and " + std::to_string(have.size()) +
                        " episodes, or other seeds): evaluate both on the same seeds; unpaired results are "
                        "not compared");
    }
    return {};
}

std::string not_a_number(const ComparisonMetric& metric, const EpisodeResult& episode,
                         const std::string& policy) {
    return std::string(metric.name) + " of policy '" + policy + "' is not a number in pattern '" +
           episode.pattern + "', seed " + std::to_string(episode.seed) + ": repeat that evaluation";
}

void fill_pattern(Contender& contender, std::size_t pattern, const std::vector<EpisodeTable>& members) {
    const auto metrics = comparison_metrics();
    for (std::size_t metric = 0; metric < metrics.size(); ++metric) {
        std::vector<double> values;
        std::string problem;
        for (std::size_t member = 0; member < members.size(); ++member) {
            double sum = 0;
            for (const EpisodeResult* episode : members[member][pattern]) {
                const double value = metrics[metric].value(*episode);
                if (!std::isfinite(value) && problem.empty())
                    problem = not_a_number(metrics[metric], *episode, contender.policies[member]);
                sum += value;
                if (contender.unit == InferenceUnit::episode) values.push_back(value);
            }
            if (contender.unit == InferenceUnit::training_seed)
                values.push_back(sum / static_cast<double>(members[member][pattern].size()));
        }
        contender.set_values(metric, pattern, std::move(values), std::move(problem));
    }
    for (const EpisodeTable& member : members) {
        auto merged = std::make_shared<cluster::LatencyHistogram>();
        for (const EpisodeResult* episode : member[pattern]) {
            ++contender.notes[pattern].episodes;
            contender.notes[pattern].without_success += episode->served_share == 0;
            contender.notes[pattern].without_latencies += episode->latencies.empty();
            if (contender.unit == InferenceUnit::training_seed)
                merged->merge(episode->latencies);
            else
                contender.latencies[pattern].emplace_back(std::shared_ptr<void>(), &episode->latencies);
        }
        if (contender.unit == InferenceUnit::training_seed) contender.latencies[pattern].push_back(merged);
    }
}

Contender make_contender(const EvaluationResult& evaluation, const std::string& name,
                         const std::vector<const PolicyResult*>& members,
                         const std::vector<EpisodeTable>& tables) {
    Contender out;
    out.name = name;
    for (const PolicyResult* member : members) {
        out.policies.push_back(member->policy);
        out.sources.push_back(member->source);
        if (member->training_seed != 0) out.training_seeds.push_back(member->training_seed);
        out.clairvoyant = out.clairvoyant || member->clairvoyant;
        out.model = out.model || is_model(*member);
    }
    out.unit = members.size() > 1 ? InferenceUnit::training_seed : InferenceUnit::episode;
    out.units = static_cast<int>(members.size() > 1 ? members.size() : tables.front().front().size());
    out.notes.resize(evaluation.patterns.size());
    out.latencies.resize(evaluation.patterns.size());
    for (std::size_t pattern = 0; pattern < evaluation.patterns.size(); ++pattern)
        fill_pattern(out, pattern, tables);
    return out;
}

Expected<void> check_options(const EvaluationResult& evaluation, const ComparisonOptions& options) {
    if (evaluation.policies.empty() || evaluation.patterns.empty())
        return fail(ErrorCode::invalid_argument,
                    "there is nothing to compare: evaluate at least one policy on one pattern");
    if (!(options.confidence > 0 && options.confidence < 1))
        return fail(ErrorCode::invalid_argument, "the confidence lies between 0 and 1: give 0.95 for 95 %");
    if (options.resamples < 100 || options.resamples > 1000000)
        return fail(ErrorCode::invalid_argument,
                    "the number of bootstrap resamples lies in 100..1000000: 2000 is usual");
    std::set<std::string> names;
    for (const PolicyResult& policy : evaluation.policies) {
        if (!names.insert(policy.policy).second)
            return fail(ErrorCode::invalid_argument,
                        "two policies are called '" + policy.policy + "': rename one of them");
    }
    std::set<std::string> grouped;
    for (const ContenderGroup& group : options.groups) {
        if (group.policies.empty())
            return fail(ErrorCode::invalid_argument,
                        "group '" + group.name + "' is empty: name its policies");
        for (const std::string& policy : group.policies) {
            if (!names.contains(policy) || !grouped.insert(policy).second)
                return fail(ErrorCode::invalid_argument, "group '" + group.name + "' names policy '" +
                                                             policy +
                                                             "', which was not evaluated or is already in a "
                                                             "group: name each evaluated policy once");
        }
    }
    return {};
}

Expected<void> mark_candidates(std::vector<Contender>& contenders, const ComparisonOptions& options) {
    const bool any_model =
        std::any_of(contenders.begin(), contenders.end(), [](const auto& c) { return c.model; });
    for (Contender& contender : contenders)
        contender.candidate =
            !contender.clairvoyant && options.candidates.empty() && (contender.model || !any_model);
    for (const std::string& name : options.candidates) {
        const auto found =
            std::find_if(contenders.begin(), contenders.end(), [&](const auto& c) { return c.name == name; });
        if (found == contenders.end() || found->clairvoyant)
            return fail(ErrorCode::invalid_argument,
                        "candidate '" + name +
                            "' was not evaluated, or sees the future: name an evaluated policy or group");
        found->candidate = true;
    }
    return {};
}

using ResamplesPointer = std::shared_ptr<const statistics::StratifiedResamples>;

// Contenders of episodes share their draws, because they met the same episodes; groups of models each have
// their own, because their training seeds are independent.
void resample_all(std::vector<Contender>& contenders, int patterns, const ComparisonOptions& options) {
    std::map<int, ResamplesPointer> by_runs;
    std::uint64_t group = 0;
    for (Contender& contender : contenders) {
        if (contender.unit == InferenceUnit::training_seed) {
            contender.resample(std::make_shared<const statistics::StratifiedResamples>(
                statistics::StratifiedResamples::clustered(contender.units, patterns, options.resamples,
                                                           options.seed + ++group)));
            continue;
        }
        ResamplesPointer& shared = by_runs[contender.units];
        if (!shared) {
            const std::vector<int> runs(static_cast<std::size_t>(patterns), contender.units);
            shared = std::make_shared<const statistics::StratifiedResamples>(runs, options.resamples,
                                                                             options.seed);
        }
        contender.resample(shared);
    }
}

}  // namespace

std::vector<std::set<std::uint64_t>> played_seeds(const EvaluationResult& evaluation,
                                                  const std::string& policy) {
    std::vector<std::set<std::uint64_t>> out(evaluation.patterns.size());
    const PolicyResult* found = find_policy(evaluation, policy);
    if (found == nullptr) return out;
    const EpisodeTable table = episodes_of(evaluation, *found, std::nullopt);
    for (std::size_t pattern = 0; pattern < table.size(); ++pattern)
        for (const EpisodeResult* episode : table[pattern]) out[pattern].insert(episode->seed);
    return out;
}

Expected<std::vector<Contender>> make_contenders(const EvaluationResult& evaluation,
                                                 const ComparisonOptions& options,
                                                 const SeedSelection& only) {
    if (auto ok = check_options(evaluation, options); !ok) return Unexpected<Error>(ok.error());
    const PolicyResult* reference = &evaluation.policies.front();
    for (const PolicyResult& policy : evaluation.policies) {
        if (!policy.clairvoyant) {
            reference = &policy;
            break;
        }
    }
    const EpisodeTable expected = episodes_of(evaluation, *reference, only);
    std::map<std::string, EpisodeTable> tables;
    for (const PolicyResult& policy : evaluation.policies) {
        EpisodeTable table = episodes_of(evaluation, policy, only);
        if (auto ok = check_runs(evaluation, policy, table); !ok) return Unexpected<Error>(ok.error());
        if (auto ok = check_same_seeds(evaluation, *reference, expected, policy, table); !ok)
            return Unexpected<Error>(ok.error());
        tables[policy.policy] = std::move(table);
    }

    const auto groups = options.groups.empty() ? default_groups(evaluation) : options.groups;
    std::vector<Contender> out;
    std::set<std::string> done;
    for (const PolicyResult& policy : evaluation.policies) {
        if (done.contains(policy.policy)) continue;
        ContenderGroup group{policy.policy, {policy.policy}};
        for (const ContenderGroup& one : groups) {
            if (std::find(one.policies.begin(), one.policies.end(), policy.policy) != one.policies.end())
                group = one;
        }
        std::vector<const PolicyResult*> members;
        std::vector<EpisodeTable> member_tables;
        for (const std::string& name : group.policies) {
            members.push_back(find_policy(evaluation, name));
            member_tables.push_back(tables[name]);
            done.insert(name);
        }
        out.push_back(make_contender(evaluation, group.name, members, member_tables));
    }
    if (auto ok = mark_candidates(out, options); !ok) return Unexpected<Error>(ok.error());
    resample_all(out, static_cast<int>(evaluation.patterns.size()), options);
    return out;
}

}  // namespace trimtab::results
