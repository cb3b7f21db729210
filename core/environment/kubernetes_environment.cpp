// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/environment/kubernetes_environment.h"

#include <algorithm>
#include <cmath>

#include "core/environment/episode_totals.h"
#include "core/environment/observation.h"
#include "core/environment/reward_function.h"
#include "core/environment/stability.h"
#include "core/load/load_pattern.h"
#include "core/telemetry/metric_registry.h"

namespace trimtab::environment {
namespace {

/// What never changes after construction; shared by clones.
struct Fixed {
    Fixed(const config::Config& config_, BaselineSet baselines_)
        : config(config_),
          baselines(std::move(baselines_)),
          reward(config_),
          table(observation_table(config_.environment)),
          spaces{static_cast<int>(table.size()), action_sizes},
          interval_s(std::max(1, static_cast<int>(std::lround(config_.environment.action_interval)))),
          steps(
              std::max(1, static_cast<int>(std::lround(config_.environment.episode_duration / interval_s)))),
          mean_think_s((config_.simulator.think_time_min_s + config_.simulator.think_time_max_s) / 2) {}

    [[nodiscard]] const Baseline& baseline(const std::string& pattern) const {
        static const Baseline unknown;
        auto found = baselines.find(pattern);
        if (found == baselines.end()) found = baselines.find("");
        return found == baselines.end() ? unknown : found->second;
    }

    config::Config config;
    BaselineSet baselines;
    RewardFunction reward;
    std::vector<ObservationField> table;
    Spaces spaces;
    int interval_s;
    int steps;
    double mean_think_s;
};

/// What one episode changes beside the backend.
struct Episode {
    int step = 0;  ///< of the whole task: begins at start_step
    int start_step = 0;
    bool running = false;
    const Baseline* baseline = nullptr;
    PoolStability gpu, cpu;
    ObservationContext context;
    EpisodeTotals totals;
};

int index_of(int delta) { return std::clamp(delta, -2, 2) + keep_index; }

}  // namespace

struct KubernetesEnvironment::State {
    std::shared_ptr<const Fixed> fixed;
    std::unique_ptr<cluster::ClusterBackend> backend;
    StopToken stop;
    int patience = 0;
    std::int64_t episodes_begun = 0;
    Episode episode;
    StepInfo info;
    std::vector<float> observation;

    /// Active users at the window's end, or in open loop as many as would ask for what arrived.
    [[nodiscard]] double users_now(const cluster::WindowMetrics& m) const {
        return m.open_loop ? equivalent_users(m) : m.current_users;
    }
    [[nodiscard]] double users_mean(const cluster::WindowMetrics& m) const {
        return m.open_loop ? equivalent_users(m) : m.mean_users;
    }
    [[nodiscard]] double equivalent_users(const cluster::WindowMetrics& m) const {
        return m.arrivals_rps * (fixed->mean_think_s + fixed->config.environment.slo_ms / 1000);
    }

    void observe() {
        ObservationContext& c = episode.context;
        c.time_in_episode = static_cast<double>(episode.step) / fixed->steps;
        c.desired_gpu = info.executed.replicas_gpu;
        c.desired_cpu = info.executed.replicas_cpu;
        c.recent_sign_gpu = episode.gpu.recent_sign();
        c.recent_sign_cpu = episode.cpu.recent_sign();
        c.users = users_now(info.metrics);
        // A window without data leaves no trace in what is remembered of earlier ones.
        if (!std::isnan(c.mean_users)) c.previous_users = c.mean_users;
        c.mean_users = users_mean(info.metrics);
        c.users_change = info.metrics.users_change;
        if (!std::isnan(c.throughputs.back()))
            std::rotate(c.throughputs.begin(), c.throughputs.begin() + 1, c.throughputs.end());
        c.throughputs.back() = info.metrics.throughput_rps;
        write_observation(info.metrics, c, fixed->table, observation);
        info.step = episode.step - episode.start_step;
        info.time_s = static_cast<double>(episode.step) * fixed->interval_s;
    }

    /// What the window cannot tell of the observation.
    [[nodiscard]] std::string missing_in(const cluster::WindowMetrics& m) const {
        ObservationContext c;
        c.users = c.previous_users = users_now(m);
        c.mean_users = users_mean(m);
        c.users_change = m.users_change;
        c.throughputs.fill(m.throughput_rps);
        std::vector<float> raw(fixed->table.size());
        write_observation(m, c, fixed->table, raw);
        return missing_entries(raw, fixed->table);
    }

    /// Keeps the allocation for further windows until one has everything that is observed.
    [[nodiscard]] Expected<void> wait_for_data() {
        info.held = 0;
        if (patience == 0) return {};
        for (;;) {
            const std::string missing = missing_in(backend->window());
            if (missing.empty()) return {};
            if (info.held >= patience)
                return fail(ErrorCode::unavailable,
                            "no data for " + missing + " after " + std::to_string(info.held) +
                                " intervals of waiting; trimtab doctor tells which connection has none");
            ++info.held;
            backend->begin_window();
            if (Expected<void> passed = backend->advance(fixed->interval_s, stop); !passed) return passed;
        }
    }

    [[nodiscard]] Expected<void> check_running() const {
        if (episode.running) return {};
        return fail(ErrorCode::invalid_argument, "the episode is over or has not begun; call reset first");
    }

    /// Reward, bookkeeping and observation of the step that was just played from `before`.
    StepResult finish_step(const cluster::Allocation& before) {
        RewardInput input;
        input.metrics = backend->window();
        input.executed = backend->desired();
        input.pattern = info.pattern;
        input.delta_gpu = input.executed.replicas_gpu - before.replicas_gpu;
        input.delta_cpu = input.executed.replicas_cpu - before.replicas_cpu;
        input.flaps = static_cast<int>(episode.gpu.record(input.delta_gpu)) +
                      static_cast<int>(episode.cpu.record(input.delta_cpu));
        input.step = episode.step;
        info.reward = fixed->reward(input, *episode.baseline);
        info.metrics = input.metrics;
        info.executed = input.executed;
        info.flaps = input.flaps;
        episode.totals.add(input.metrics, info.reward, input.delta_gpu != 0 || input.delta_cpu != 0,
                           input.flaps, fixed->config.environment.slo_ms);
        ++episode.step;
        observe();
        StepResult result;
        result.reward = info.reward.total;
        result.truncated = episode.step >= fixed->steps;
        episode.running = !result.truncated;
        return result;
    }
};

KubernetesEnvironment::KubernetesEnvironment(const config::Config& config, BaselineSet baselines,
                                             std::unique_ptr<cluster::ClusterBackend> backend)
    : state_(std::make_unique<State>()) {
    state_->fixed = std::make_shared<const Fixed>(config, std::move(baselines));
    state_->backend = std::move(backend);
    state_->observation.resize(state_->fixed->table.size());
}
KubernetesEnvironment::KubernetesEnvironment(std::unique_ptr<State> state) : state_(std::move(state)) {}
KubernetesEnvironment::~KubernetesEnvironment() = default;

const Spaces& KubernetesEnvironment::spaces() const { return state_->fixed->spaces; }
const std::vector<float>& KubernetesEnvironment::observation() const { return state_->observation; }
const StepInfo& KubernetesEnvironment::info() const { return state_->info; }
const config::Config& KubernetesEnvironment::config() const { return state_->fixed->config; }
const cluster::ClusterBackend& KubernetesEnvironment::backend() const { return *state_->backend; }
int KubernetesEnvironment::steps_per_episode() const { return state_->fixed->steps; }
void KubernetesEnvironment::set_stop_token(StopToken stop) { state_->stop = stop; }

void KubernetesEnvironment::set_patience(int intervals) { state_->patience = intervals; }

std::string KubernetesEnvironment::missing() const {
    return missing_entries(state_->observation, state_->fixed->table);
}

void KubernetesEnvironment::write_input(std::span<float> input) const {
    scale_observation(state_->observation, state_->fixed->table, input);
}

void KubernetesEnvironment::action_mask(std::span<std::uint8_t> mask) const {
    const config::EnvironmentConfig& e = state_->fixed->config.environment;
    fill_action_mask(state_->info.executed, e.min_replicas, e.max_replicas, mask);
}

Expected<void> KubernetesEnvironment::reset(const EpisodeSpec& episode, std::span<float> input) {
    const config::EnvironmentConfig& e = state_->fixed->config.environment;
    Expected<void> begun =
        reset_at(episode, {e.initial_replicas_gpu, e.initial_replicas_cpu, e.initial_placement});
    if (begun) write_input(input);
    return begun;
}

Expected<void> KubernetesEnvironment::reset_at(const EpisodeSpec& spec, const cluster::Allocation& initial) {
    State& s = *state_;
    const config::Config& config = s.fixed->config;
    s.episode = Episode{};
    const std::vector<std::string>& rotation = config.load.patterns;
    std::string pattern = spec.pattern;
    if (pattern.empty()) {
        if (rotation.empty())
            return fail(ErrorCode::invalid_argument, "load.patterns is empty; name at least one pattern");
        pattern = rotation[static_cast<std::size_t>(s.episodes_begun) % rotation.size()];
    }
    const int duration_s = s.fixed->steps * s.fixed->interval_s;
    if (spec.start_offset_s < 0 || spec.start_offset_s >= duration_s)
        return fail(ErrorCode::invalid_argument, "the start offset " + std::to_string(spec.start_offset_s) +
                                                     " s is not within the episode of " +
                                                     std::to_string(duration_s) + " s");
    Expected<load::LoadSchedule> load = load::make_schedule(config.load, pattern, spec.seed, duration_s);
    if (!load) return Unexpected<Error>(load.error());
    s.episode.start_step = spec.start_offset_s / s.fixed->interval_s;
    const auto skipped = std::min(
        static_cast<std::size_t>(s.episode.start_step) * static_cast<std::size_t>(s.fixed->interval_s),
        load->values.size() - 1);
    load->values.erase(load->values.begin(), load->values.begin() + static_cast<std::ptrdiff_t>(skipped));

    if (Expected<void> begun =
            s.backend->reset(spec.seed, *load, initial, config.environment.warm_up, s.stop);
        !begun)
        return begun;
    if (Expected<void> whole = s.wait_for_data(); !whole) return whole;
    ++s.episodes_begun;
    s.episode.step = s.episode.start_step;
    s.episode.running = true;
    s.episode.baseline = &s.fixed->baseline(pattern);
    const int held = s.info.held;
    s.info = StepInfo{};
    s.info.held = held;
    s.info.pattern = std::move(pattern);
    s.info.metrics = s.backend->window();
    s.info.executed = s.backend->desired();
    ObservationContext& c = s.episode.context;
    c.last_action.placement = initial.placement;
    c.throughputs.fill(s.info.metrics.throughput_rps);
    c.mean_users = s.users_mean(s.info.metrics);
    s.observe();
    return {};
}

Expected<StepResult> KubernetesEnvironment::step(std::span<const int> action, std::span<float> input) {
    const Expected<Action> chosen = make_action(action);
    if (!chosen) return Unexpected<Error>(chosen.error());
    Expected<StepResult> result = step(*chosen);
    if (result) write_input(input);
    return result;
}

Expected<StepResult> KubernetesEnvironment::step(const Action& action) {
    State& s = *state_;
    if (Expected<void> running = s.check_running(); !running) return Unexpected<Error>(running.error());
    const config::EnvironmentConfig& e = s.fixed->config.environment;
    const cluster::Allocation before = s.backend->desired();
    const cluster::Allocation wanted = apply_action(before, action, e.min_replicas, e.max_replicas);
    const bool clamped = wanted.replicas_gpu != before.replicas_gpu + action.delta_gpu() ||
                         wanted.replicas_cpu != before.replicas_cpu + action.delta_cpu();
    s.info.proposed = clamped ? std::optional(action) : std::nullopt;
    s.backend->begin_window();
    if (Expected<void> applied = s.backend->apply(wanted); !applied)
        return Unexpected<Error>(applied.error());
    if (Expected<void> passed = s.backend->advance(s.fixed->interval_s, s.stop); !passed)
        return Unexpected<Error>(passed.error());
    if (Expected<void> whole = s.wait_for_data(); !whole) return Unexpected<Error>(whole.error());
    // A gate between here and the cluster (the shield of a live one) may have allowed something else.
    if (const cluster::Allocation now = s.backend->desired(); !(now == wanted)) s.info.proposed = action;
    s.episode.context.last_action = action;
    return s.finish_step(before);
}

Expected<StepResult> KubernetesEnvironment::step_with(const Controller& controller, int interval_s) {
    State& s = *state_;
    if (Expected<void> running = s.check_running(); !running) return Unexpected<Error>(running.error());
    const cluster::Allocation before = s.backend->desired();
    const int slice = interval_s > 0 ? interval_s : s.fixed->interval_s;
    s.info.proposed.reset();
    s.backend->begin_window();
    for (int second = 0; second < s.fixed->interval_s; second += slice) {
        Expected<std::optional<cluster::Allocation>> wanted = controller(second);
        if (!wanted) return Unexpected<Error>(wanted.error());
        if (*wanted) {
            if ((*wanted)->replicas_gpu < 0 || (*wanted)->replicas_cpu < 0)
                return fail(ErrorCode::invalid_argument, "a policy asked for a negative number of replicas");
            if (Expected<void> applied = s.backend->apply(**wanted); !applied)
                return Unexpected<Error>(applied.error());
        }
        const int seconds = std::min(slice, s.fixed->interval_s - second);
        if (Expected<void> passed = s.backend->advance(seconds, s.stop); !passed)
            return Unexpected<Error>(passed.error());
    }
    const cluster::Allocation after = s.backend->desired();
    s.episode.context.last_action = {index_of(after.replicas_gpu - before.replicas_gpu),
                                     index_of(after.replicas_cpu - before.replicas_cpu), after.placement};
    return s.finish_step(before);
}

void KubernetesEnvironment::append_step_metrics(MetricValues& out) const {
    for (int i = 0; i < observation_size; ++i)
        out.emplace_back(telemetry::metric::cpu_utilization + i,
                         state_->observation[static_cast<std::size_t>(i)]);
    append_window_metrics(state_->info.metrics, state_->info.reward, state_->info.executed.placement, out);
}

void KubernetesEnvironment::append_episode_metrics(MetricValues& out) const {
    state_->episode.totals.append(out);
}

double KubernetesEnvironment::reward_bound(const Action& action) const {
    const config::EnvironmentConfig& e = state_->fixed->config.environment;
    const cluster::Allocation before = state_->backend->desired();
    const cluster::Allocation after = apply_action(before, action, e.min_replicas, e.max_replicas);
    const int delta_gpu = after.replicas_gpu - before.replicas_gpu;
    const int delta_cpu = after.replicas_cpu - before.replicas_cpu;
    PoolStability gpu = state_->episode.gpu;
    PoolStability cpu = state_->episode.cpu;
    const int flaps = static_cast<int>(gpu.record(delta_gpu)) + static_cast<int>(cpu.record(delta_cpu));
    return state_->fixed->reward.upper_bound(after, delta_gpu, delta_cpu, flaps, *state_->episode.baseline);
}

std::unique_ptr<KubernetesEnvironment> KubernetesEnvironment::clone() const {
    std::unique_ptr<cluster::ClusterBackend> backend = state_->backend->clone();
    if (!backend) return nullptr;
    auto state = std::make_unique<State>();
    state->fixed = state_->fixed;
    state->backend = std::move(backend);
    state->stop = state_->stop;
    state->episodes_begun = state_->episodes_begun;
    state->episode = state_->episode;
    state->info = state_->info;
    state->observation = state_->observation;
    return std::unique_ptr<KubernetesEnvironment>(new KubernetesEnvironment(std::move(state)));
}

}  // namespace trimtab::environment
