// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <nlohmann/json.hpp>

#include "app/python/native_environment.h"
#include "core/agent/policy.h"
#include "core/environment/make_environment.h"
#include "core/environment/seed_plan.h"
#include "core/training/episode_player.h"

namespace trimtab::python {

namespace py = pybind11;

namespace {

/// A policy that is a Python function of the raw observation.
class CallablePolicy final : public agent::Policy {
  public:
    CallablePolicy(std::string name, py::function function)
        : name_(std::move(name)), function_(std::move(function)) {}

    [[nodiscard]] std::string name() const override { return name_; }
    void begin_episode(const environment::KubernetesEnvironment&, std::uint64_t) override {}
    [[nodiscard]] Expected<agent::Decision> decide(
        const environment::KubernetesEnvironment& environment) override {
        const std::vector<float>& observation = environment.observation();
        const py::object answer =
            function_(py::array_t<float>(static_cast<py::ssize_t>(observation.size()), observation.data()));
        auto action = environment::make_action(answer.cast<std::vector<int>>());
        if (!action) return Unexpected<Error>(action.error());
        agent::Decision decision;
        decision.action = *action;
        return decision;
    }
    [[nodiscard]] std::unique_ptr<agent::Policy> clone() const override {
        return std::make_unique<CallablePolicy>(name_, function_);
    }

  private:
    std::string name_;
    py::function function_;
};

nlohmann::ordered_json episode_json(const std::string& policy, const training::EpisodeResult& e) {
    nlohmann::ordered_json histogram = nlohmann::ordered_json::array();
    for (std::size_t bin = 0; bin < e.latencies.bins().size(); ++bin)
        if (e.latencies.bins()[bin] > 0)
            // The middle of the bin, so that reading it back counts into the same bin.
            histogram.push_back({0.5 * (cluster::LatencyHistogram::lower_edge_ms(bin) +
                                        cluster::LatencyHistogram::lower_edge_ms(bin + 1)),
                                 e.latencies.bins()[bin]});
    return {{"policy", policy},
            {"pattern", e.pattern},
            {"seed", e.seed},
            {"episode_return", e.episode_return},
            {"latency_p95_ms", e.latency_p95_ms},
            {"throughput_rps", e.throughput_rps},
            {"served_share", e.served_share},
            {"slo_violations", e.slo_violations},
            {"cost_usd", e.cost_usd},
            {"energy_wh", e.energy_wh},
            {"scaling_actions", e.scaling_actions},
            {"flaps", e.flaps},
            {"latency_improvement", e.latency_improvement},
            {"throughput_improvement", e.throughput_improvement},
            {"resource_efficiency", e.resource_efficiency},
            {"stability_bonus", e.stability_bonus},
            {"mean_window_p95_ms", e.mean_window_p95_ms},
            {"mean_ready_gpu", e.mean_ready_gpu},
            {"mean_ready_cpu", e.mean_ready_cpu},
            {"gpu_share", e.gpu_share},
            {"latency_histogram", histogram}};
}

}  // namespace

void evaluate_policy(const py::function& policy, const std::string& name, const std::string& config_file,
                     const std::vector<std::string>& overrides, const std::vector<std::string>& patterns,
                     int runs, const std::string& file) {
    const config::Config config = read_config(config_file, overrides);
    if (runs < 1 || runs > environment::max_runs)
        throw py::value_error("runs must be 1 to " + std::to_string(environment::max_runs));
    auto environment = value_or_raise(environment::make_environment(config));
    CallablePolicy callable(name, policy);
    std::ofstream out(file);
    if (!out) throw std::runtime_error("cannot write " + file);
    for (const environment::EpisodeSpec& spec : environment::planned_episodes(
             environment::SeedUse::test, patterns.empty() ? config.load.patterns : patterns, runs)) {
        if (PyErr_CheckSignals() != 0) throw py::error_already_set();
        out << episode_json(name, value_or_raise(training::play_episode(callable, *environment, spec, false)))
                   .dump()
            << '\n';
    }
    if (!out.flush()) throw std::runtime_error("cannot write " + file + "; is the disk full?");
}

}  // namespace trimtab::python
