// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer.h"

#include "core/agent/checkpoint.h"
#include "core/training/trainer_checks.h"
#include "core/training/training_run.h"

namespace trimtab::training {
namespace {

/// A rollout shorter than this is finished before a stop takes effect, so that last.pt need not be written at
/// each.
constexpr double short_rollout_s = 1.0;

}  // namespace

struct Trainer::State : TrainingRun {
    using TrainingRun::TrainingRun;
};

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
    const auto config = checkpoint->metadata.find("config");
    if (config != checkpoint->metadata.end() && config->second != s.setup.config_json)
        return fail(ErrorCode::invalid_argument,
                    "the run's configuration is not what its checkpoint was made with; undo the change of "
                    "config.yaml, or "
                    "start a new run from these weights with --init-from");
    if (auto fits = check_resume(s.setup, *position); !fits) return Unexpected(fits.error());
    s.agent = std::move(checkpoint->agent);
    s.position = std::move(*position);
    s.resumed = true;
    return ResumePoint{s.position.rows, s.position.steps};
}

Expected<void> Trainer::prepare() {
    if (state_->prepared()) return {};
    if (auto checked = check_setup(state_->setup); !checked) return checked;
    return state_->prepare();
}

Expected<TrainingSummary> Trainer::run(StopToken stop) {
    State& s = *state_;
    s.started = TrainingRun::Clock::now();
    s.wall_before = s.position.wall_s;
    if (auto prepared = prepare(); !prepared) return Unexpected(prepared.error());
    if (s.resumed) {
        s.boundary_saved = true;
        s.last_written = TrainingRun::Clock::now();
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

        const auto rollout_start = TrainingRun::Clock::now();
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
