// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/simulator_fit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

#include "core/cluster/simulated_cluster.h"
#include "core/results/counterfactual.h"
#include "core/results/replay_cluster.h"
#include "core/results/run_folder.h"
#include "core/results/simplex_search.h"
#include "core/telemetry/metric_registry.h"

namespace trimtab::results {
namespace {

constexpr int least_windows = 8;
constexpr double held_out_share = 0.25;
constexpr int seeds = 4;  // simulations that are averaged, so that the search does not follow one draw
constexpr double warm_up_s = 60;
constexpr int evaluations = 250;     // of each search
constexpr double first_edge = 0.35;  // a factor of 1.4

/// One recorded episode as input and target of a simulation.
struct RecordedEpisode {
    load::LoadSchedule load;
    std::vector<cluster::Allocation> allocations;  ///< one a window
    std::vector<cluster::WindowMetrics> windows;   ///< recorded
    std::vector<bool> held_out;
};

/// Users of every second between two windows' ends, so that their mean is the recorded one.
void append_users(std::vector<double>& values, double from, double to, double mean, int seconds) {
    const double share = to == from ? 0.5 : (mean - from) / (to - from);
    const bool gradual = std::abs(share - 0.5) < 0.1;
    for (int s = 0; s < seconds; ++s) {
        const double at = (s + 0.5) / seconds;
        const double users = gradual ? from + (to - from) * at : (at < 1 - share ? from : to);
        values.push_back(std::max(0.0, std::round(users)));
    }
}

RecordedEpisode make_episode(const std::vector<telemetry::Row>& rows, int step_s) {
    RecordedEpisode episode;
    double users = 0;
    for (const telemetry::Row& row : rows) {
        const cluster::WindowMetrics m = window_of_row(row, step_s);
        const bool first = episode.windows.empty();
        const bool known = std::isfinite(m.mean_users) && std::isfinite(m.arrivals_rps);
        if (first) episode.load.kind = m.open_loop ? load::LoadKind::open : load::LoadKind::closed;
        if (!known)
            append_users(episode.load.values, users, users, users, step_s);
        else if (m.open_loop)
            episode.load.values.insert(episode.load.values.end(), static_cast<std::size_t>(step_s),
                                       m.arrivals_rps);
        else
            append_users(episode.load.values, first ? m.mean_users : users, m.current_users, m.mean_users,
                         step_s);
        if (known) users = m.open_loop ? m.arrivals_rps : m.current_users;
        episode.allocations.push_back(allocation_of_row(row));
        episode.windows.push_back(m);
        episode.held_out.push_back(false);
    }
    return episode;
}

class FitProblem {
  public:
    FitProblem(std::vector<RecordedEpisode> episodes, int step_s, StopToken stop)
        : episodes_(std::move(episodes)), step_s_(step_s), stop_(stop) {}

    /// Squared errors summed, split into fitted and held-out windows.
    struct Sums {
        double log_p95 = 0, throughput = 0, gpu = 0, cpu = 0, ready = 0;
        int n_p95 = 0, n_throughput = 0, n_gpu = 0, n_cpu = 0, n_ready = 0, windows = 0;
    };

    Expected<Sums> errors(const config::SimulatorConfig& simulator, bool held_out) const {
        Sums sums;
        for (int seed = 1; seed <= seeds; ++seed)
            for (const RecordedEpisode& episode : episodes_)
                if (auto played = play(simulator, episode, static_cast<std::uint64_t>(seed), held_out, sums);
                    !played)
                    return Unexpected<Error>(played.error());
        return sums;
    }

  private:
    Expected<void> play(const config::SimulatorConfig& simulator, const RecordedEpisode& episode,
                        std::uint64_t seed, bool held_out, Sums& sums) const {
        cluster::SimulatedCluster cluster(simulator);
        if (auto begun = cluster.reset(seed, episode.load, episode.allocations.front(), warm_up_s, stop_);
            !begun)
            return begun;
        for (std::size_t i = 0; i < episode.windows.size(); ++i) {
            cluster.begin_window();
            if (auto applied = cluster.apply(episode.allocations[i]); !applied) return applied;
            if (auto passed = cluster.advance(step_s_, stop_); !passed) return passed;
            // What happened before the recording began is not known: its first window is no target.
            if (i > 0 && episode.held_out[i] == held_out) add(episode.windows[i], cluster.window(), sums);
        }
        return {};
    }

    static void add(const cluster::WindowMetrics& recorded, const cluster::WindowMetrics& simulated,
                    Sums& sums) {
        const auto square = [](double& sum, int& count, double error) {
            if (!std::isfinite(error)) return;
            sum += error * error;
            ++count;
        };
        ++sums.windows;
        square(sums.log_p95, sums.n_p95, std::log(simulated.latency_p95_ms / recorded.latency_p95_ms));
        square(sums.throughput, sums.n_throughput,
               (simulated.throughput_rps - recorded.throughput_rps) / std::max(1.0, recorded.throughput_rps));
        if (recorded.mean_ready_gpu > 0)
            square(sums.gpu, sums.n_gpu, (simulated.gpu_utilization - recorded.gpu_utilization) / 100);
        if (recorded.mean_ready_cpu > 0)
            square(sums.cpu, sums.n_cpu, (simulated.cpu_utilization - recorded.cpu_utilization) / 100);
        square(sums.ready, sums.n_ready, simulated.mean_ready_gpu - recorded.mean_ready_gpu);
        square(sums.ready, sums.n_ready, simulated.mean_ready_cpu - recorded.mean_ready_cpu);
    }

    std::vector<RecordedEpisode> episodes_;
    int step_s_;
    StopToken stop_;
};

double root_mean(double sum, int count) {
    return count > 0 ? std::sqrt(sum / count) : std::numeric_limits<double>::quiet_NaN();
}

FitError to_error(const FitProblem::Sums& s) {
    return {100 * (std::exp(root_mean(s.log_p95, s.n_p95)) - 1),
            100 * root_mean(s.throughput, s.n_throughput),
            100 * root_mean(s.gpu, s.n_gpu),
            100 * root_mean(s.cpu, s.n_cpu),
            root_mean(s.ready, s.n_ready),
            s.windows / seeds};
}

/// What the search of the service times makes small: a factor 1.1 of latency weighs as much as ten points of
/// utilisation.
double service_cost(const FitProblem::Sums& s) {
    const auto mean = [](double sum, int count) { return count > 0 ? sum / count : 0.0; };
    return mean(s.log_p95, s.n_p95) + mean(s.throughput, s.n_throughput) + mean(s.gpu, s.n_gpu) +
           mean(s.cpu, s.n_cpu);
}

/// A parameter that may be searched, and when the recording says anything about it.
struct Candidate {
    const char* key;
    double config::SimulatorConfig::*field;
    bool told = false;
    std::string note;
};

/// Searches those candidates that the recording tells of, and puts what it finds into `simulator`.
void search(const FitProblem& problem, const std::vector<Candidate>& candidates,
            const std::function<double(const FitProblem::Sums&)>& cost, config::SimulatorConfig& simulator,
            StopToken stop) {
    std::vector<double config::SimulatorConfig::*> searched;
    std::vector<double> start;
    // In logarithms: every parameter is a positive time, and a step means a factor.
    for (const Candidate& candidate : candidates)
        if (candidate.told) {
            searched.push_back(candidate.field);
            start.push_back(std::log(std::max(1e-4, simulator.*candidate.field)));
        }
    const auto with = [&](std::span<const double> point) {
        config::SimulatorConfig changed = simulator;
        for (std::size_t i = 0; i < searched.size(); ++i)
            changed.*searched[i] = std::clamp(std::exp(point[i]), 1e-5, 600.0);
        return changed;
    };
    const std::vector<double> best = simplex_search(
        [&](std::span<const double> point) {
            const auto sums = problem.errors(with(point), false);
            return sums ? cost(*sums) : std::numeric_limits<double>::infinity();
        },
        start, first_edge, evaluations, stop);
    simulator = with(best);
}

struct Startups {
    int count = 0;
    double mean_s = 0, cv = 0;
};

Startups timed_startups(const std::vector<telemetry::Row>& events, const std::string& label) {
    std::vector<double> ages_s;
    for (const telemetry::Row& row : events)
        if (row.label == label)
            for (const auto& [id, value] : row.values)
                if (id == telemetry::metric::startup_s && std::isfinite(value)) ages_s.push_back(value);
    Startups out;
    out.count = static_cast<int>(ages_s.size());
    if (ages_s.empty()) return out;
    out.mean_s = std::accumulate(ages_s.begin(), ages_s.end(), 0.0) / out.count;
    double squares = 0;
    for (const double age : ages_s) squares += (age - out.mean_s) * (age - out.mean_s);
    out.cv = out.count > 1 && out.mean_s > 0 ? std::sqrt(squares / (out.count - 1)) / out.mean_s : 0;
    return out;
}

/// Whether the pool grew while it was recorded, so that windows tell of start-ups.
bool grew(const std::vector<RecordedEpisode>& episodes, int cluster::Allocation::*pool) {
    for (const RecordedEpisode& episode : episodes)
        for (std::size_t i = 1; i < episode.allocations.size(); ++i)
            if (episode.allocations[i].*pool > episode.allocations[i - 1].*pool) return true;
    return false;
}

/// Enough timed start-ups fix the container's time: Ready comes half a probe period later on average.
void use_startups(const Startups& startups, double probe_period_s, Candidate& mean, double& mean_s,
                  double& cv) {
    constexpr int enough = 5;
    if (startups.count < enough) return;
    mean_s = std::max(1.0, startups.mean_s - probe_period_s / 2);
    cv = std::clamp(startups.cv, 0.0, 2.0);
    mean.told = false;
    mean.note = "from " + std::to_string(startups.count) + " timed start-ups";
}

std::size_t windows_of(const std::vector<RecordedEpisode>& episodes) {
    std::size_t count = 0;
    for (const RecordedEpisode& episode : episodes) count += episode.windows.size();
    return count;
}

}  // namespace

Expected<SimulatorFit> fit_simulator(const std::filesystem::path& folder, const config::Config& config,
                                     StopToken stop) {
    const auto rows = recorded_episodes(folder);
    if (!rows) return Unexpected<Error>(rows.error());
    const auto events = read_metrics(folder, {telemetry::RowKind::event});
    if (!events) return Unexpected<Error>(events.error());
    const int step_s = std::max(1, static_cast<int>(std::lround(config.environment.action_interval)));
    std::vector<RecordedEpisode> episodes;
    std::vector<std::pair<std::size_t, std::size_t>> known;
    bool gpu = false;
    bool cpu = false;
    for (const auto& episode : *rows) {
        episodes.push_back(make_episode(episode, step_s));
        const auto& windows = episodes.back().windows;
        for (std::size_t i = 1; i < windows.size(); ++i) {
            if (!std::isfinite(windows[i].latency_p95_ms) || !std::isfinite(windows[i].throughput_rps))
                continue;
            known.emplace_back(episodes.size() - 1, i);
            gpu = gpu || (windows[i].mean_ready_gpu > 0 && windows[i].gpu_utilization > 1);
            cpu = cpu || (windows[i].mean_ready_cpu > 0 && windows[i].cpu_utilization > 1);
        }
    }
    if (known.size() < static_cast<std::size_t>(least_windows))
        return fail(ErrorCode::not_found,
                    "a fit needs " + std::to_string(least_windows) +
                        " windows with both a p95 and a throughput after an episode's first, and the "
                        "recording has " +
                        std::to_string(known.size()) + " of " + std::to_string(windows_of(episodes)) +
                        "; record for longer, or let trimtab doctor tell why they have no data");
    const auto first_held_out =
        static_cast<std::size_t>((1 - held_out_share) * static_cast<double>(known.size()));
    for (std::size_t i = first_held_out; i < known.size(); ++i)
        episodes[known[i].first].held_out[known[i].second] = true;

    const std::string unused = "kept: the recording shows no traffic on this pool";
    const std::string quiet = "kept: no pod started while it was recorded";
    std::array<Candidate, 5> candidates = {
        {{"cpu_image_s", &config::SimulatorConfig::cpu_image_s, cpu, cpu ? "" : unused},
         {"gpu_batch_alpha_s", &config::SimulatorConfig::gpu_batch_alpha_s, gpu, gpu ? "" : unused},
         {"gpu_batch_tau0_s", &config::SimulatorConfig::gpu_batch_tau0_s, gpu, gpu ? "" : unused},
         {"gpu_startup_mean_s", &config::SimulatorConfig::gpu_startup_mean_s, true, ""},
         {"cpu_startup_mean_s", &config::SimulatorConfig::cpu_startup_mean_s, true, ""}}};
    for (const auto& [index, pool] :
         {std::pair{3, &cluster::Allocation::replicas_gpu}, {4, &cluster::Allocation::replicas_cpu}})
        if (!grew(episodes, pool)) {
            candidates[static_cast<std::size_t>(index)].told = false;
            candidates[static_cast<std::size_t>(index)].note = quiet;
        }

    SimulatorFit fit;
    fit.simulator = config.simulator;
    fit.simulator.scrape_interval_s = 0;
    const Startups gpu_startups = timed_startups(events->rows, "pod-ready gpu");
    const Startups cpu_startups = timed_startups(events->rows, "pod-ready cpu");
    fit.startups_gpu = gpu_startups.count;
    fit.startups_cpu = cpu_startups.count;
    const FitProblem problem(std::move(episodes), step_s, stop);
    const auto before = problem.errors(fit.simulator, false);
    if (!before) return Unexpected<Error>(before.error());
    fit.before = to_error(*before);
    use_startups(gpu_startups, fit.simulator.gpu_probe_period_s, candidates[3],
                 fit.simulator.gpu_startup_mean_s, fit.simulator.gpu_startup_cv);
    use_startups(cpu_startups, fit.simulator.cpu_probe_period_s, candidates[4],
                 fit.simulator.cpu_startup_mean_s, fit.simulator.cpu_startup_cv);

    // Start-ups first: when pods are ready does not depend on how fast they serve.
    const auto startup_cost = [](const FitProblem::Sums& sums) { return sums.ready; };
    search(problem, {candidates[3], candidates[4]}, startup_cost, fit.simulator, stop);
    search(problem, {candidates[0], candidates[1], candidates[2]}, service_cost, fit.simulator, stop);
    if (stop.stop_requested())
        return fail(ErrorCode::cancelled, "Stopped while the simulator was being fitted.");
    const auto after = problem.errors(fit.simulator, false);
    const auto held_out = problem.errors(fit.simulator, true);
    if (!after) return Unexpected<Error>(after.error());
    if (!held_out) return Unexpected<Error>(held_out.error());
    fit.after = to_error(*after);
    fit.held_out = to_error(*held_out);
    for (const Candidate& candidate : candidates)
        fit.parameters.push_back({std::string("simulator.") + candidate.key,
                                  config.simulator.*candidate.field, fit.simulator.*candidate.field,
                                  candidate.note});
    fit.simulator.scrape_interval_s = config.simulator.scrape_interval_s;
    return fit;
}

}  // namespace trimtab::results
