// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <thread>

#include "core/agent/checkpoint.h"
#include "core/telemetry/metric_registry.h"
#include "core/training/rollout_collector.h"
#include "core/training/trainer_checks.h"
#include "core/training/training_rows.h"
#include "core/training/training_state.h"

namespace trimtab::training {
namespace {

using Clock = std::chrono::steady_clock;
using telemetry::Row;

/// Step rows of environment 0 that a long run keeps, about.
constexpr std::int64_t step_rows_wanted = 50000;
constexpr double keep_alive_interval_s = 0.25;
/// A rollout shorter than this is finished before a stop takes effect, so that last.pt needs not be written
/// at each.
constexpr double short_rollout_s = 1.0;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Adds the time of its scope to a phase.
class PhaseTimer {
  public:
    explicit PhaseTimer(double& phase) : phase_(phase), start_(Clock::now()) {}
    ~PhaseTimer() { phase_ += seconds_since(start_); }
    PhaseTimer(const PhaseTimer&) = delete;
    PhaseTimer& operator=(const PhaseTimer&) = delete;

  private:
    double& phase_;
    Clock::time_point start_;
};

enum class RolloutEnd { complete, abandoned };

}  // namespace

struct Trainer::State {
    State(TrainerSetup s, TrainingOutput& o) : setup(std::move(s)), output(o) {}

    TrainerSetup setup;
    TrainingOutput& output;
    std::optional<agent::PpoAgent> agent;
    TrainingState position;  // at the last boundary, and running within a rollout
    bool resumed = false;
    PhaseTimes phases;

    std::unique_ptr<environment::VectorEnvironment> environments;
    std::optional<agent::RolloutBuffer> buffer;
    std::optional<RolloutCollector> collector;

    Clock::time_point started;
    double wall_before = 0;  // of the run before this process
    Clock::time_point last_written, last_alive, last_update;
    std::int64_t steps_at_update = 0;
    bool boundary_saved = false;  // last.pt holds the last boundary
    double rollout_s = 0;         // wall time of the last rollout and update
    std::int64_t first_env_k = 0;
    int first_env_step = 0;

    [[nodiscard]] double wall_s() const { return wall_before + seconds_since(started); }
    [[nodiscard]] bool done() const {
        const auto& t = setup.training;
        return t.total_episodes > 0 ? position.episodes >= t.total_episodes : position.steps >= t.total_steps;
    }
    [[nodiscard]] double progress() const {
        const auto& t = setup.training;
        const double share =
            t.total_episodes > 0
                ? static_cast<double>(position.episodes) / static_cast<double>(t.total_episodes)
                : static_cast<double>(position.steps) / static_cast<double>(t.total_steps);
        return std::min(1.0, share);
    }
    [[nodiscard]] bool crossed(std::int64_t before, int interval) const {
        return interval > 0 && position.episodes / interval > before / interval;
    }

    Expected<void> prepare();
    Expected<void> emit(Row row);
    Expected<void> keep_alive();
    Expected<bool> wait_while_paused(StopToken stop);
    Expected<RolloutEnd> collect(StopToken stop);
    Expected<void> record_step(const environment::VectorEnvironment::Batch& batch);
    Expected<RolloutEnd> update(StopToken stop, double progress_before);
    Expected<bool> evaluate_if_due(StopToken stop);
    Expected<void> checkpoint_if_due();
    Expected<void> write_checkpoint(CheckpointKind kind);
    [[nodiscard]] int rollout_length() const;
};

Expected<void> Trainer::State::prepare() {
    const auto& t = setup.training;
    std::vector<std::unique_ptr<environment::Environment>> made;
    for (int i = 0; i < t.n_envs; ++i) {
        auto one = setup.make_environment(i);
        if (!one) return Unexpected(one.error());
        made.push_back(std::move(*one));
    }
    const environment::Spaces spaces = made.front()->spaces();
    const int threads =
        t.threads > 0 ? t.threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    environments =
        std::make_unique<environment::VectorEnvironment>(std::move(made), setup.episode_plan, threads);

    if (agent && !(agent->spaces() == spaces))
        return fail(ErrorCode::invalid_argument,
                    "the checkpoint's observation or action layout is not this configuration's; use the "
                    "run's own configuration");
    if (!agent) {
        auto created = agent::PpoAgent::create(setup.agent, spaces, t.seed);
        if (!created) return Unexpected(created.error());
        agent = std::move(*created);
        if (setup.initialise) {
            if (auto initialised = setup.initialise(*agent); !initialised) return initialised;
        }
    }
    agent->set_update_threads(std::max(1, t.update_threads));
    buffer.emplace(setup.agent.buffer_size / t.n_envs, t.n_envs, spaces, setup.agent.action_masking);
    collector.emplace(*environments, *agent, *buffer, setup.agent.time_limit_bootstrap);

    position.seed = t.seed;
    auto begun = resumed ? environments->restore(position.positions) : environments->reset();
    if (!begun) return begun;
    position.positions = environments->positions();
    first_env_k = position.positions.front().k;
    first_env_step = static_cast<int>(position.positions.front().actions.size() / spaces.action_sizes.size());
    return {};
}

Expected<void> Trainer::State::emit(Row row) {
    row.step = position.steps;
    row.episode = position.episodes;
    row.wall_s = wall_s();
    ++position.rows;
    const PhaseTimer timer(phases.output_s);
    return output.row(row);
}

Expected<void> Trainer::State::keep_alive() {
    if (seconds_since(last_alive) < keep_alive_interval_s) return {};
    last_alive = Clock::now();
    const PhaseTimer timer(phases.output_s);
    return output.keep_alive();
}

/// False when a stop was requested.
Expected<bool> Trainer::State::wait_while_paused(StopToken stop) {
    while (stop.paused() && !stop.stop_requested()) {
        if (auto alive = keep_alive(); !alive) return Unexpected(alive.error());
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return !stop.stop_requested();
}

int Trainer::State::rollout_length() const {
    const auto& t = setup.training;
    if (t.total_episodes > 0) return buffer->capacity;
    const std::int64_t left = (t.total_steps - position.steps + t.n_envs - 1) / t.n_envs;
    return static_cast<int>(std::min<std::int64_t>(buffer->capacity, left));
}

/// Fills the buffer, or a part of it where episodes decide. Abandons the rollout on a stop if last.pt holds
/// the boundary it began at; else it is a short one and is finished first.
Expected<RolloutEnd> Trainer::State::collect(StopToken stop) {
    buffer->clear();
    const int length = rollout_length();
    const std::int64_t episodes_before = position.episodes;
    const int interval = setup.agent.update_interval_episodes;
    while (buffer->steps < length && !done()) {
        auto running = wait_while_paused(stop);
        if (!running) return Unexpected(running.error());
        if (!*running && boundary_saved) return RolloutEnd::abandoned;
        if (auto stepped = collector->step(); !stepped) return Unexpected(stepped.error());
        position.steps += setup.training.n_envs;
        if (auto recorded = record_step(environments->batch()); !recorded)
            return Unexpected(recorded.error());
        if (interval > 0 && position.episodes - episodes_before >= interval) break;
    }
    collector->finish();
    return RolloutEnd::complete;
}

Expected<void> Trainer::State::record_step(const environment::VectorEnvironment::Batch& batch) {
    const auto& t = setup.training;
    // A run of one environment would write more step rows than anybody reads: whole episodes of it are left
    // out.
    const std::int64_t stride = std::max<std::int64_t>(1, t.total_steps / t.n_envs / step_rows_wanted);
    ++first_env_step;
    if (!batch.first_env_metrics.empty() && (t.total_episodes > 0 || first_env_k % stride == 0)) {
        Row row;
        row.kind = telemetry::RowKind::step;
        row.time_s = first_env_step * setup.step_s;
        row.label = setup.episode_plan(0, first_env_k).pattern;
        row.values.assign(batch.first_env_metrics.begin(), batch.first_env_metrics.end());
        if (auto emitted = emit(std::move(row)); !emitted) return emitted;
    }
    for (const auto& finished : batch.finished) {
        if (finished.env == 0) {
            first_env_k = finished.k + 1;
            first_env_step = 0;
        }
        // The return of an episode that was entered in its middle says nothing beside those of whole ones.
        if (finished.spec.start_offset_s > 0) continue;
        ++position.episodes;
        if (auto emitted = emit(episode_row(finished)); !emitted) return emitted;
    }
    return keep_alive();
}

Expected<RolloutEnd> Trainer::State::update(StopToken stop, double progress_before) {
    const int full = buffer->capacity * buffer->n_envs;
    const bool leftover = buffer->steps < buffer->capacity && setup.agent.update_interval_episodes <= 0;
    if (buffer->steps == 0 || (leftover && buffer->rows() < std::min(setup.agent.batch_size, full)))
        return RolloutEnd::complete;
    Expected<agent::UpdateStatistics> statistics = [&] {
        const PhaseTimer timer(phases.update_s);
        compute_advantages(*buffer, setup.agent.gamma, setup.agent.gae_lambda);
        return agent->update(*buffer, progress_before, boundary_saved ? stop : StopToken{});
    }();
    if (!statistics) {
        if (statistics.error().code == ErrorCode::cancelled) return RolloutEnd::abandoned;
        return Unexpected(statistics.error());
    }
    ++position.updates;
    const double elapsed = std::max(1e-9, seconds_since(last_update));
    const double speed = static_cast<double>(position.steps - steps_at_update) / elapsed;
    last_update = Clock::now();
    steps_at_update = position.steps;
    if (auto emitted = emit(update_row(*statistics, speed)); !emitted) return Unexpected(emitted.error());
    return RolloutEnd::complete;
}

/// False when the evaluation was cancelled; it is then still due.
Expected<bool> Trainer::State::evaluate_if_due(StopToken stop) {
    const bool last = done() && position.evaluated_update != position.updates;
    if (!setup.evaluate ||
        (!last && !crossed(position.evaluation_episode, setup.training.evaluation_interval_episodes)))
        return true;
    Expected<EvaluationResult> result = [&] {
        const PhaseTimer timer(phases.evaluate_s);
        return setup.evaluate(*agent, stop);
    }();
    if (!result) {
        if (result.error().code == ErrorCode::cancelled) return false;
        return Unexpected(result.error());
    }
    const double score = mean_return(*result);
    const bool best =
        !std::isnan(score) && (std::isnan(position.best_return) || score > position.best_return);
    if (best) position.best_return = score;
    for (Row& row : evaluation_rows(*result)) {
        if (row.label == all_patterns)
            row.values.emplace_back(telemetry::metric::best_return, position.best_return);
        if (auto emitted = emit(std::move(row)); !emitted) return Unexpected(emitted.error());
    }
    {
        const PhaseTimer timer(phases.output_s);
        if (auto written = output.evaluation(position.episodes, *result); !written)
            return Unexpected(written.error());
    }
    if (best) {
        if (auto written = write_checkpoint(CheckpointKind::best); !written)
            return Unexpected(written.error());
    }
    position.evaluation_episode = position.episodes;
    position.evaluated_update = position.updates;
    boundary_saved = false;
    return true;
}

Expected<void> Trainer::State::checkpoint_if_due() {
    const bool last = done() && position.checkpoint_episode != position.episodes;
    if (!last && !crossed(position.checkpoint_episode, setup.training.checkpoint_interval_episodes))
        return {};
    if (auto written = write_checkpoint(CheckpointKind::episode); !written) return written;
    position.checkpoint_episode = position.episodes;
    boundary_saved = false;
    return {};
}

Expected<void> Trainer::State::write_checkpoint(CheckpointKind kind) {
    const PhaseTimer timer(phases.output_s);
    const bool whole = kind == CheckpointKind::last;
    std::map<std::string, std::string> metadata{{"config", setup.config_json},
                                                {"provenance", setup.provenance}};
    if (whole) {
        position.wall_s = wall_s();
        metadata["trainer"] = encode_state(position);
    }
    auto bytes = agent::encode_checkpoint(*agent, metadata, whole);
    if (!bytes) return Unexpected(bytes.error());
    if (auto written = output.checkpoint(kind, position.episodes, *bytes); !written) return written;
    if (whole) {
        boundary_saved = true;
        last_written = Clock::now();
    }
    return {};
}

Trainer::Trainer(TrainerSetup setup, TrainingOutput& output)
    : state_(std::make_unique<State>(std::move(setup), output)) {}
Trainer::~Trainer() = default;

agent::PpoAgent* Trainer::agent() { return state_->agent ? &*state_->agent : nullptr; }

Expected<ResumePoint> Trainer::resume(const std::string& last_checkpoint) {
    State& s = *state_;
    auto checkpoint = agent::decode_checkpoint(last_checkpoint, "last.pt");
    if (!checkpoint) return Unexpected(checkpoint.error());
    const auto text = checkpoint->metadata.find("trainer");
    if (text == checkpoint->metadata.end())
        return fail(ErrorCode::invalid_argument,
                    "this checkpoint holds weights only; resume from the run's last.pt, or use --init-from");
    auto position = decode_state(text->second, checkpoint->agent.spaces().action_sizes.size());
    if (!position) return Unexpected(position.error());
    if (auto fits = check_resume(s.setup, *position); !fits) return Unexpected(fits.error());
    s.agent = std::move(checkpoint->agent);
    s.position = std::move(*position);
    s.resumed = true;
    return ResumePoint{s.position.rows, s.position.steps};
}

Expected<TrainingSummary> Trainer::run(StopToken stop) {
    State& s = *state_;
    s.started = s.last_alive = s.last_update = Clock::now();
    s.wall_before = s.position.wall_s;
    if (auto checked = check_setup(s.setup); !checked) return Unexpected(checked.error());
    if (auto prepared = s.prepare(); !prepared) return Unexpected(prepared.error());
    s.steps_at_update = s.position.steps;
    if (s.resumed) {
        s.boundary_saved = true;
        s.last_written = Clock::now();
    } else if (auto written = s.write_checkpoint(CheckpointKind::last); !written) {
        return Unexpected(written.error());
    }

    bool stopped = false;
    while (true) {
        auto evaluated = s.evaluate_if_due(stop);
        if (!evaluated) return Unexpected(evaluated.error());
        if (*evaluated) {
            if (auto written = s.checkpoint_if_due(); !written) return Unexpected(written.error());
        }
        stopped = !*evaluated || (stop.stop_requested() && !s.done());
        const bool due = seconds_since(s.last_written) >= s.setup.last_checkpoint_interval_s ||
                         s.rollout_s >= short_rollout_s;
        if (!s.boundary_saved && (stopped || s.done() || due)) {
            if (auto written = s.write_checkpoint(CheckpointKind::last); !written)
                return Unexpected(written.error());
        }
        if (stopped || s.done()) break;

        const auto rollout_start = Clock::now();
        TrainingState boundary = s.position;
        const double progress_before = s.progress();
        auto end = s.collect(stop);
        if (!end) return Unexpected(end.error());
        if (*end == RolloutEnd::complete) end = s.update(stop, progress_before);
        if (!end) return Unexpected(end.error());
        if (*end == RolloutEnd::abandoned) {
            s.position = std::move(boundary);
            stopped = true;
            break;
        }
        s.boundary_saved = false;
        s.position.positions = s.environments->positions();
        s.rollout_s = seconds_since(rollout_start);
        if (auto alive = s.keep_alive(); !alive) return Unexpected(alive.error());
    }
    if (!stopped && s.position.updates == 0)
        return fail(ErrorCode::invalid_argument,
                    "the run ended without an update: its steps never filled agent.buffer_size; lower it, "
                    "train longer, or set "
                    "agent.update_interval_episodes");

    s.phases.act_s = s.collector->act_s();
    s.phases.collect_s = s.collector->step_s();
    return TrainingSummary{s.position.steps, s.position.episodes,    s.position.updates,
                           s.wall_s(),       s.position.best_return, !stopped,
                           s.phases};
}

}  // namespace trimtab::training
