// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_rows.h"

#include <cmath>
#include <limits>
#include <string>

#include "core/telemetry/metric_registry.h"

namespace trimtab::training {
namespace {

namespace metric = telemetry::metric;

telemetry::Row summary_row(const PolicyResult& policy, const std::string* pattern) {
    telemetry::Row row;
    row.kind = telemetry::RowKind::evaluation;
    row.label = pattern != nullptr ? *pattern : all_patterns;
    double n = 0, sum = 0, squares = 0, served = 0, violations = 0, cost = 0, actions = 0;
    cluster::LatencyHistogram latencies;
    for (const EpisodeResult& e : policy.episodes) {
        if (pattern != nullptr && e.pattern != *pattern) continue;
        n += 1;
        sum += e.episode_return;
        squares += e.episode_return * e.episode_return;
        served += e.served_share;
        violations += e.slo_violations;
        cost += e.cost_usd;
        actions += e.scaling_actions;
        latencies.merge(e.latencies);
    }
    const double mean = sum / n;
    const double variance = n > 1 ? std::fmax(0.0, (squares - n * mean * mean) / (n - 1)) : 0.0;
    row.values = {{metric::evaluation_return, mean},
                  {metric::evaluation_return_std, std::sqrt(variance)},
                  {metric::evaluation_served_share, served / n},
                  {metric::evaluation_slo_violations, violations / n},
                  {metric::evaluation_cost_usd, cost / n},
                  {metric::evaluation_scaling_actions, actions / n}};
    if (!latencies.empty())
        row.values.emplace_back(metric::evaluation_latency_p95_ms, latencies.quantile(0.95));
    return row;
}

}  // namespace

telemetry::Row episode_row(const environment::FinishedEpisode& finished) {
    telemetry::Row row;
    row.kind = telemetry::RowKind::episode;
    row.label = finished.spec.pattern;
    row.values = {{metric::episode_return, finished.episode_return},
                  {metric::episode_length, finished.length}};
    for (const auto& [id, value] : finished.metrics)
        if (id != metric::episode_return && id != metric::episode_length) row.values.emplace_back(id, value);
    return row;
}

telemetry::Row update_row(const agent::UpdateStatistics& s, double steps_per_s) {
    telemetry::Row row;
    row.kind = telemetry::RowKind::update;
    row.values = {{metric::policy_loss, s.policy_loss},
                  {metric::value_loss, s.value_loss},
                  {metric::entropy, s.entropy},
                  {metric::approx_kl, s.approx_kl},
                  {metric::clip_fraction, s.clip_fraction},
                  {metric::explained_variance, s.explained_variance},
                  {metric::gradient_norm, s.gradient_norm},
                  {metric::learning_rate, s.learning_rate},
                  {metric::entropy_coef, s.entropy_coef},
                  {metric::epochs, s.epochs},
                  {metric::steps_per_s, steps_per_s}};
    return row;
}

std::vector<telemetry::Row> evaluation_rows(const EvaluationResult& result) {
    std::vector<telemetry::Row> rows;
    if (result.policies.empty() || result.policies.front().episodes.empty()) return rows;
    const PolicyResult& policy = result.policies.front();
    for (const std::string& pattern : result.patterns) rows.push_back(summary_row(policy, &pattern));
    rows.push_back(summary_row(policy, nullptr));
    return rows;
}

double mean_return(const EvaluationResult& result) {
    if (result.policies.empty() || result.policies.front().episodes.empty())
        return std::numeric_limits<double>::quiet_NaN();
    double sum = 0;
    for (const EpisodeResult& e : result.policies.front().episodes) sum += e.episode_return;
    return sum / static_cast<double>(result.policies.front().episodes.size());
}

}  // namespace trimtab::training
