// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_run.h"

#include <algorithm>
#include <cmath>

#include "core/agent/checkpoint.h"
#include "core/base/parallel_for.h"
#include "core/telemetry/metric_registry.h"
#include "core/training/training_rows.h"

namespace trimtab::training {
namespace {

using telemetry::Row;

/// Step rows of environment 0 that a long run keeps, about.
constexpr std::int64_t step_rows_wanted = 50000;
constexpr double keep_alive_interval_s = 0.25;

/// Adds the time of its scope to a phase.
class PhaseTimer {
  public:
    explicit PhaseTimer(double& phase) : phase_(phase), start_(TrainingRun::Clock::now()) {}
    ~PhaseTimer() { phase_ += seconds_since(start_); }
    PhaseTimer(const PhaseTimer&) = delete;
    PhaseTimer& operator=(const PhaseTimer&) = delete;

  private:
    double& phase_;
    TrainingRun::Clock::time_point start_;
};

}  // namespace

double TrainingRun::wall_s() const { return wall_before + seconds_since(started); }

bool TrainingRun::done() const {
    const auto& t = setup.training;
    return t.total_episodes > 0 ? position.episodes >= t.total_episodes : position.steps >= t.total_steps;
}

double TrainingRun::progress() const {
    const auto& t = setup.training;
    const double share = t.total_episodes > 0
                             ? static_cast<double>(position.episodes) / static_cast<double>(t.total_episodes)
                             : static_cast<double>(position.steps) / static_cast<double>(t.total_steps);
    return std::min(1.0, share);
}

bool TrainingRun::crossed(std::int64_t before, int interval) const {
    return interval > 0 && position.episodes / interval > before / interval;
}

Expected<void> TrainingRun::prepare() {
    const auto& t = setup.training;
    std::vector<std::unique_ptr<environment::Environment>> made;
    for (int i = 0; i < t.n_envs; ++i) {
        auto one = setup.make_environment(i);
        if (!one) return Unexpected(one.error());
        made.push_back(std::move(*one));
    }
    const environment::Spaces spaces = made.front()->spaces();
    environments = std::make_unique<environment::VectorEnvironment>(std::move(made), setup.episode_plan,
                                                                    resolve_threads(t.threads));

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
    steps_at_update_ = position.steps;
    first_env_k_ = position.positions.front().k;
    first_env_step_ =
        static_cast<int>(position.positions.front().actions.size() / spaces.action_sizes.size());
    return {};
}

Expected<void> TrainingRun::emit(Row row) {
    row.step = position.steps;
    row.episode = position.episodes;
    row.wall_s = wall_s();
    ++position.rows;
    const PhaseTimer timer(phases.output_s);
    return output.row(row);
}

Expected<void> TrainingRun::keep_alive() {
    if (seconds_since(last_alive_) < keep_alive_interval_s) return {};
    last_alive_ = Clock::now();
    const PhaseTimer timer(phases.output_s);
    return output.keep_alive();
}

Expected<bool> TrainingRun::wait_while_paused(StopToken stop) {
    if (stop.paused()) {
        const Clock::time_point pause = Clock::now();
        while (stop.paused() && !stop.stop_requested()) {
            if (auto alive = keep_alive(); !alive) return Unexpected(alive.error());
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        const Clock::duration paused = Clock::now() - pause;
        started += paused;
        last_update_ += paused;
    }
    return !stop.stop_requested();
}

int TrainingRun::rollout_length() const {
    const auto& t = setup.training;
    if (t.total_episodes > 0) return buffer->capacity;
    const std::int64_t left = (t.total_steps - position.steps + t.n_envs - 1) / t.n_envs;
    return static_cast<int>(std::min<std::int64_t>(buffer->capacity, left));
}

Expected<RolloutEnd> TrainingRun::collect(StopToken stop) {
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

Expected<void> TrainingRun::record_step(const environment::VectorEnvironment::Batch& batch) {
    const auto& t = setup.training;
    // A run of one environment would write more step rows than anybody reads: whole episodes of it are left
    // out.
    const std::int64_t stride = std::max<std::int64_t>(1, t.total_steps / t.n_envs / step_rows_wanted);
    ++first_env_step_;
    if (!batch.first_env_metrics.empty() && (t.total_episodes > 0 || first_env_k_ % stride == 0)) {
        Row row;
        row.kind = telemetry::RowKind::step;
        const environment::EpisodeSpec episode = setup.episode_plan(0, first_env_k_);
        row.time_s = episode.start_offset_s + first_env_step_ * setup.step_s;
        row.label = episode.pattern;
        row.values.assign(batch.first_env_metrics.begin(), batch.first_env_metrics.end());
        if (auto emitted = emit(std::move(row)); !emitted) return emitted;
    }
    for (const auto& finished : batch.finished) {
        if (finished.env == 0) {
            first_env_k_ = finished.k + 1;
            first_env_step_ = 0;
        }
        // The return of an episode that was entered in its middle says nothing beside those of whole ones.
        if (finished.spec.start_offset_s > 0) continue;
        ++position.episodes;
        if (auto emitted = emit(episode_row(finished)); !emitted) return emitted;
    }
    return keep_alive();
}

Expected<RolloutEnd> TrainingRun::update(StopToken stop, double progress_before) {
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
    const double elapsed = std::max(1e-9, seconds_since(last_update_));
    const double speed = static_cast<double>(position.steps - steps_at_update_) / elapsed;
    last_update_ = Clock::now();
    steps_at_update_ = position.steps;
    if (auto emitted = emit(update_row(*statistics, speed)); !emitted) return Unexpected(emitted.error());
    return RolloutEnd::complete;
}

Expected<bool> TrainingRun::evaluate_if_due(StopToken stop) {
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

Expected<void> TrainingRun::checkpoint_if_due() {
    const bool last = done() && position.checkpoint_episode != position.episodes;
    if (!last && !crossed(position.checkpoint_episode, setup.training.checkpoint_interval_episodes))
        return {};
    if (auto written = write_checkpoint(CheckpointKind::episode); !written) return written;
    position.checkpoint_episode = position.episodes;
    boundary_saved = false;
    return {};
}

Expected<void> TrainingRun::write_checkpoint(CheckpointKind kind) {
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

}  // namespace trimtab::training
