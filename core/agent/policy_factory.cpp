// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/policy_factory.h"

#include <functional>

#include "core/agent/calibration.h"
#include "core/agent/keda_policy.h"
#include "core/agent/planner_policy.h"
#include "core/agent/random_policy.h"
#include "core/agent/static_policy.h"
#include "core/environment/baseline_table.h"

namespace trimtab::agent {
namespace {

using cluster::Allocation;
using cluster::Placement;
using config::Config;

using Made = Expected<std::unique_ptr<Policy>>;

template <class T, class... Args>
Made make(Args&&... args) {
    return std::unique_ptr<Policy>(std::make_unique<T>(std::forward<Args>(args)...));
}

Made make_static(const std::string& name, const Allocation& allocation) {
    return make<StaticPolicy>(name, allocation);
}

Expected<SearchSetup> search_setup(const Config& config, const MakePolicyOptions& options) {
    environment::MeasureOptions measure;
    measure.threads = options.threads;
    measure.stop = options.stop;
    Expected<environment::BaselineSet> baselines = environment::baselines_for(config, measure);
    if (!baselines) return Unexpected<Error>(baselines.error());
    SearchSetup setup;
    setup.config = config;
    setup.baselines = std::move(*baselines);
    setup.patterns = config.evaluation.patterns.empty() ? config.load.patterns : config.evaluation.patterns;
    setup.runs = config.evaluation.calibration_runs;
    setup.threads = options.threads;
    setup.stop = options.stop;
    return setup;
}

std::string describe(const Allocation& allocation) {
    return std::to_string(allocation.replicas_gpu) + " GPU, " + std::to_string(allocation.replicas_cpu) +
           " CPU, placement " +
           environment::action_table()[2].values[static_cast<std::size_t>(allocation.placement)];
}

std::string with_budget(const std::string& setting, const SearchResult& search) {
    return setting + " (" + search.budget + ")";
}

Made make_best_static(const SearchSetup& setup) {
    const Expected<CalibratedStatic> found = calibrate_static(setup);
    if (!found) return Unexpected<Error>(found.error());
    return make<StaticPolicy>("best-static", found->allocation,
                              with_budget(describe(found->allocation), found->search));
}

Made make_calibrated_hpa(const SearchSetup& setup) {
    const Expected<CalibratedHpa> found = calibrate_hpa(setup);
    if (!found) return Unexpected<Error>(found.error());
    return make<HpaPolicy>("hpa-calibrated", found->options,
                           with_budget(describe(found->options), found->search));
}

Made make_calibrated_rule(const SearchSetup& setup) {
    const Expected<CalibratedRule> found =
        calibrate_rule(setup, setup.config.policies.rule_calibrated_per_pattern);
    if (!found) return Unexpected<Error>(found.error());
    std::string setting = describe(found->options);
    if (!found->by_pattern.empty()) {
        setting.clear();
        for (const auto& [pattern, options] : found->by_pattern)
            setting += (setting.empty() ? "" : "; ") + pattern + ": " + describe(options);
    }
    return make<RulePolicy>("rule-calibrated", found->options, found->by_pattern,
                            with_budget(setting, found->search));
}

Made make_searched(const std::string& name, const Config& config, const MakePolicyOptions& options) {
    const Expected<SearchSetup> setup = search_setup(config, options);
    if (!setup) return Unexpected<Error>(setup.error());
    if (name == "best-static") return make_best_static(*setup);
    if (name == "hpa-calibrated") return make_calibrated_hpa(*setup);
    return make_calibrated_rule(*setup);
}

}  // namespace

const std::vector<PolicyEntry>& policy_table() {
    static const std::vector<PolicyEntry> table = {
        {"static-gpu", "GPU replicas of the baseline, no CPU pods, never scaled"},
        {"static-cpu", "CPU replicas of the baseline, no GPU pods, never scaled"},
        {"best-static", "The best fixed allocation, searched on calibration seeds", true},
        {"hold", "The initial allocation, never scaled"},
        {"always-max", "max_replicas of each pool, never scaled"},
        {"always-min", "min_replicas of each pool, never scaled"},
        {"random", "Any action with equal probability"},
        {"rule", "Replicas in proportion to the estimated arrivals"},
        {"rule-calibrated", "The rule, its numbers searched on calibration seeds", true},
        {"hpa", "Kubernetes HorizontalPodAutoscaler v2, one a pool"},
        {"hpa-calibrated", "The autoscaler, its numbers searched on calibration seeds", true},
        {"keda", "KEDA scaled objects driven by arrivals a second"},
        {"planner", "Search over the true future: a ceiling, never a baseline"},
    };
    return table;
}

Expected<std::unique_ptr<Policy>> make_policy(const std::string& name, const Config& config,
                                              const MakePolicyOptions& options) {
    const config::EnvironmentConfig& e = config.environment;
    if (name == "static-gpu")
        return make_static(name, {e.baseline_static_gpu_replicas, 0, Placement::prefer_gpu});
    if (name == "static-cpu")
        return make_static(name, {0, e.baseline_static_cpu_replicas, Placement::prefer_cpu});
    if (name == "hold")
        return make_static(name, {e.initial_replicas_gpu, e.initial_replicas_cpu, e.initial_placement});
    if (name == "always-max") return make_static(name, {e.max_replicas, e.max_replicas, Placement::balanced});
    if (name == "always-min") return make_static(name, {e.min_replicas, e.min_replicas, Placement::balanced});
    if (name == "random") return make<RandomPolicy>();
    if (name == "rule") return make<RulePolicy>(name, rule_options(config.policies));
    if (name == "hpa") return make<HpaPolicy>(name, hpa_options(config));
    if (name == "keda") return make<KedaPolicy>(config);
    if (name == "planner") return make<PlannerPolicy>(planner_options(config));
    std::string known;
    for (const PolicyEntry& entry : policy_table()) {
        if (entry.name == name && entry.searched) return make_searched(name, config, options);
        known += (known.empty() ? "" : ", ") + entry.name;
    }
    return fail(ErrorCode::not_found, "there is no policy '" + name + "'; choose one of " + known);
}

}  // namespace trimtab::agent
