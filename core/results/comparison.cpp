// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/comparison.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/results/comparison_contender.h"
#include "core/results/comparison_equal_cost.h"
#include "core/results/comparison_gap.h"
#include "core/results/comparison_metrics.h"
#include "core/results/comparison_pairs.h"
#include "core/results/comparison_summary.h"

namespace trimtab::results {
namespace {

std::string unit_statement(const std::vector<Contender>& contenders) {
    std::string groups;
    bool single_model = false;
    for (const Contender& contender : contenders) {
        single_model = single_model || (contender.model && contender.unit == InferenceUnit::episode);
        if (contender.unit == InferenceUnit::training_seed)
            groups += (groups.empty() ? "" : ", ") + contender.name + " (" + std::to_string(contender.units) +
                      " models)";
    }
    if (!groups.empty())
        return "The unit of inference is the training seed for " + groups +
               ": intervals tell what another training run would do on these test episodes; the other "
               "policies have no "
               "training seed, their own intervals are over episodes, and against models they are held at "
               "their mean.";
    std::string out =
        "The unit of inference is the episode: intervals tell what other episodes of the same load would do.";
    if (single_model) out += " There is one training seed a model, so they say nothing about training again.";
    return out;
}

std::string method_statement(const ComparisonOptions& options, int runs) {
    const auto percent = std::to_string(static_cast<int>(std::lround(100 * options.confidence)));
    return percent + " % intervals by the stratified percentile bootstrap (" +
           std::to_string(options.resamples) + " resamples, seed " + std::to_string(options.seed) +
           ") over " + std::to_string(runs) +
           " paired episodes a pattern. IQM: 25 % trimmed mean over runs x patterns. Effects: Cohen's d_z "
           "(paired), Hedges' g "
           "(unpaired). Tests: Welch, Mann-Whitney and Wilcoxon, corrected by Holm over all pairs and "
           "patterns of a metric. "
           "Over all patterns, effects and tests are of each run's mean over the patterns. "
           "Verdicts rest on the interval of the paired difference in return; with fewer than ten units "
           "Student's interval "
           "must exclude zero as well.";
}

std::vector<std::string> general_notes(const training::EvaluationResult& evaluation,
                                       const std::vector<Contender>& contenders) {
    std::vector<std::string> out;
    std::set<std::uint64_t> seeds;
    for (const Contender& contender : contenders) {
        for (const std::uint64_t seed : contender.training_seeds)
            if (!seeds.insert(seed).second)
                out.push_back("Several models come from training seed " + std::to_string(seed) +
                              ": they are not independent, and are not counted as several training seeds.");
        if (contender.clairvoyant)
            out.push_back("'" + contender.name + "' sees the future load: it is the ceiling, not a baseline" +
                          (contender.units < evaluation.runs
                               ? ", and played " + std::to_string(contender.units) + " episodes a pattern."
                               : "."));
    }
    return out;
}

// The gap is measured on the episodes that the planner played, which may be fewer.
Expected<std::vector<GapClosed>> gaps(const training::EvaluationResult& evaluation,
                                      const ComparisonOptions& options,
                                      const std::vector<Contender>& contenders) {
    const auto planner = std::find_if(contenders.begin(), contenders.end(),
                                      [](const Contender& one) { return one.clairvoyant; });
    if (planner == contenders.end()) return std::vector<GapClosed>{};
    const auto played = played_seeds(evaluation, planner->policies.front());
    const auto restricted = make_contenders(evaluation, options, played);
    if (!restricted) return Unexpected<Error>(restricted.error());
    return closed_gaps(*restricted, evaluation.patterns, options.confidence);
}

}  // namespace

std::string unit_name(InferenceUnit unit) {
    return unit == InferenceUnit::episode ? "episode" : "training seed";
}

std::string verdict_name(Verdict verdict) {
    switch (verdict) {
        case Verdict::better:
            return "better";
        case Verdict::worse:
            return "worse";
        case Verdict::no_difference:
            return "no difference";
        case Verdict::not_judged:
            break;
    }
    return "not judged";
}

Expected<ComparisonResult> compare(const training::EvaluationResult& evaluation,
                                   const ComparisonOptions& options) {
    const auto contenders = make_contenders(evaluation, options);
    if (!contenders) return Unexpected<Error>(contenders.error());
    auto gap_closed = gaps(evaluation, options, *contenders);
    if (!gap_closed) return Unexpected<Error>(gap_closed.error());

    ComparisonResult out;
    out.patterns = evaluation.patterns;
    out.runs = evaluation.runs;
    out.slo_ms = evaluation.slo_ms;
    out.confidence = options.confidence;
    out.resamples = options.resamples;
    out.bootstrap_seed = options.seed;
    out.unit_statement = unit_statement(*contenders);
    out.method_statement = method_statement(options, evaluation.runs);
    out.contenders = summarize_contenders(*contenders, evaluation.patterns, options.confidence);
    out.pairs = compare_pairs(*contenders, evaluation.patterns, options.confidence);
    out.equal_cost =
        compare_at_equal_cost(*contenders, evaluation.patterns, options.statics, options.confidence);
    out.gap_closed = std::move(*gap_closed);
    out.notes = general_notes(evaluation, *contenders);
    return out;
}

}  // namespace trimtab::results
