// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/training_session.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <memory>

#include "core/agent/checkpoint.h"
#include "core/agent/ppo_policy.h"
#include "core/config/config_reader.h"
#include "core/config/config_writer.h"
#include "core/environment/baseline_table.h"
#include "core/environment/make_environment.h"
#include "core/environment/seed_plan.h"
#include "core/results/atomic_file.h"
#include "core/results/build_info.h"
#include "core/results/run_folder.h"
#include "core/results/run_names.h"
#include "core/results/run_recorder.h"
#include "core/telemetry/metric_registry.h"
#include "core/training/evaluator.h"

namespace trimtab::results {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t largest_checkpoint = 512ULL << 20;
constexpr double picture_interval_s = 10;
/// Share of the run's time that drawing the picture may take.
constexpr double picture_share = 0.02;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

int steps_per_episode(const config::EnvironmentConfig& environment) {
    return static_cast<int>(environment.episode_duration / environment.action_interval + 0.5);
}

/// Rows and files go to the recorder, then to whoever watches.
class SessionOutput final : public training::TrainingOutput {
  public:
    SessionOutput(const config::TrainingConfig& training, const TrainingHooks& hooks)
        : training_(training), hooks_(hooks) {}

    std::unique_ptr<RunRecorder> recorder;

    Expected<void> row(const telemetry::Row& row) override {
        if (auto recorded = recorder->row(row); !recorded) return recorded;
        if (!first_) first_ = row;
        last_ = row;
        for (const auto& [id, value] : row.values)
            if (id == telemetry::metric::best_return) best_return_ = value;
        if (hooks_.display != nullptr) hooks_.display->accept(row);
        return {};
    }
    Expected<void> checkpoint(training::CheckpointKind kind, std::int64_t episode,
                              const std::string& bytes) override {
        return recorder->checkpoint(kind, episode, bytes);
    }
    Expected<void> evaluation(std::int64_t episode, const training::EvaluationResult& result) override {
        return recorder->evaluation(episode, result);
    }
    Expected<void> keep_alive() override {
        if (hooks_.progress) hooks_.progress(status());
        if (seconds_since(last_picture_) > std::max(picture_interval_s, picture_cost_s_ / picture_share))
            draw_picture();
        return recorder->keep_alive();
    }

    /// A picture that cannot be drawn is no reason to end a run.
    void draw_picture() {
        if (!hooks_.draw_progress) return;
        const auto start = Clock::now();
        static_cast<void>(
            hooks_.draw_progress(recorder->progress(), recorder->folder() / "training_progress.png"));
        last_picture_ = Clock::now();
        picture_cost_s_ = seconds_since(start);
    }

    [[nodiscard]] TrainingStatus status() const {
        TrainingStatus s;
        s.steps = last_.step;
        s.episodes = last_.episode;
        const double done =
            training_.total_episodes > 0
                ? static_cast<double>(s.episodes) / static_cast<double>(training_.total_episodes)
                : static_cast<double>(s.steps) / static_cast<double>(training_.total_steps);
        s.fraction = std::clamp(done, 0.0, 1.0);
        const double elapsed = first_ ? last_.wall_s - first_->wall_s : 0;
        s.steps_per_s = elapsed > 0 ? static_cast<double>(s.steps - first_->step) / elapsed : 0;
        const double total = s.fraction > 0 ? static_cast<double>(s.steps) / s.fraction : 0;
        s.eta_s = s.steps_per_s > 0 ? (total - static_cast<double>(s.steps)) / s.steps_per_s : -1;
        s.recent_return = recorder->progress().recent_return();
        s.best_return = best_return_;
        return s;
    }

  private:
    const config::TrainingConfig training_;
    const TrainingHooks& hooks_;
    std::optional<telemetry::Row> first_;  // of this process, so that a resumed run tells its own speed
    telemetry::Row last_;
    double best_return_ = std::numeric_limits<double>::quiet_NaN();
    Clock::time_point last_picture_ = Clock::now();
    double picture_cost_s_ = 0;
};

/// The trainer of a configuration on the embedded cluster.
Expected<training::TrainerSetup> make_setup(const config::Config& config, StopToken stop) {
    environment::MeasureOptions measure;
    measure.stop = stop;
    auto baselines = environment::baselines_for(config, measure);
    if (!baselines) return Unexpected(baselines.error());

    training::TrainerSetup setup;
    setup.agent = config.agent;
    setup.training = config.training;
    setup.make_environment =
        [config, baselines = *baselines](int) -> Expected<std::unique_ptr<environment::Environment>> {
        auto made = environment::make_environment(config, baselines);
        if (!made) return Unexpected(made.error());
        return std::unique_ptr<environment::Environment>(std::move(*made));
    };
    setup.episode_plan = environment::training_plan(config);
    setup.episode_steps = steps_per_episode(config.environment);
    setup.step_s = config.environment.action_interval;
    setup.config_json = config::to_json(config, -1);
    setup.provenance = program_name();
    if (!config.training.init_from.empty()) {
        // Read now, so that a missing or foreign file is found before there is a run folder.
        auto model = resolve_model(config.training.init_from);
        if (!model) return Unexpected(model.error());
        auto checkpoint = agent::load_checkpoint(*model);
        if (!checkpoint) return Unexpected(checkpoint.error());
        const auto source = std::make_shared<agent::PpoAgent>(std::move(checkpoint->agent));
        setup.initialise = [source](agent::PpoAgent& fresh) { return fresh.copy_weights(*source); };
    }
    return setup;
}

/// Validation episodes of the greedy agent; `alive` is called between episodes.
auto make_evaluation(const config::Config& config, const std::function<void()>& alive) {
    return [config, alive](agent::PpoAgent& agent, StopToken stop) -> Expected<training::EvaluationResult> {
        training::EvaluationPlan plan = training::evaluation_plan(config);
        plan.runs = config.training.evaluation_runs;
        plan.seeds = environment::SeedUse::validation;
        plan.threads = config.training.threads;
        plan.timelines = 0;
        auto policy = agent::PpoPolicy::from_agent(agent, "ppo");
        if (!policy) return Unexpected(policy.error());
        const agent::Policy* const policies[] = {policy->get()};
        return training::evaluate(config, policies, plan, stop, [&](int, int) { alive(); });
    };
}

std::map<std::string, double> summary_numbers(const training::TrainingSummary& s) {
    std::map<std::string, double> numbers{{"steps", static_cast<double>(s.steps)},
                                          {"episodes", static_cast<double>(s.episodes)},
                                          {"updates", static_cast<double>(s.updates)},
                                          {"wall_s", s.wall_s},
                                          {"collect_s", s.phases.collect_s},
                                          {"act_s", s.phases.act_s},
                                          {"update_s", s.phases.update_s},
                                          {"evaluate_s", s.phases.evaluate_s},
                                          {"output_s", s.phases.output_s}};
    if (!std::isnan(s.best_return)) numbers["best_return"] = s.best_return;
    return numbers;
}

struct Resumed {
    config::Config config;
    std::string last_checkpoint;
};

Expected<Resumed> read_resumed(const std::filesystem::path& folder) {
    if (auto run = open_run(folder); !run) return Unexpected(run.error());
    Resumed resumed;
    auto config = read_run_config(folder);
    if (!config) return Unexpected(config.error());
    resumed.config = std::move(*config);
    auto bytes = read_file(folder / "last.pt", largest_checkpoint);
    if (!bytes)
        return fail(bytes.error().code,
                    "this run cannot be continued: " + bytes.error().message + "; start a new run");
    resumed.last_checkpoint = std::move(*bytes);
    return resumed;
}

/// Counts bytes and forgets everything else: for the probe of an estimate.
class ProbeOutput final : public training::TrainingOutput {
  public:
    Expected<void> row(const telemetry::Row& row) override {
        episode_rows += row.kind == telemetry::RowKind::episode ? 1 : 0;
        return {};
    }
    Expected<void> checkpoint(training::CheckpointKind, std::int64_t, const std::string& bytes) override {
        largest = std::max(largest, bytes.size());
        return {};
    }
    Expected<void> evaluation(std::int64_t, const training::EvaluationResult&) override { return {}; }

    std::int64_t episode_rows = 0;
    std::size_t largest = 0;
};

}  // namespace

Expected<TrainingRunResult> run_training(const TrainingRequest& request, StopToken stop,
                                         const TrainingHooks& hooks) {
    const bool resume = !request.resume.empty();
    const std::filesystem::path resumed_folder = without_trailing_slash(request.resume);
    Resumed resumed;
    if (resume) {
        auto read = read_resumed(resumed_folder);
        if (!read) return Unexpected(read.error());
        resumed = std::move(*read);
    }
    const config::Config config = resume ? resumed.config : request.config;
    auto setup = make_setup(config, stop);
    if (!setup) return Unexpected(setup.error());
    if (request.make_environment) setup->make_environment = request.make_environment;
    SessionOutput output(config.training, hooks);
    setup->last_checkpoint_interval_s = request.last_checkpoint_interval_s;
    if (config.training.evaluation_runs > 0)
        setup->evaluate =
            make_evaluation(config, [&output] { static_cast<void>(output.recorder->keep_alive()); });

    training::Trainer trainer(std::move(*setup), output);
    training::ResumePoint resumed_at;
    if (resume) {
        auto point = trainer.resume(resumed.last_checkpoint);
        if (!point) return Unexpected(point.error());
        resumed_at = *point;
    }
    // Before there is a folder: a run that cannot train leaves none, and changes none.
    if (auto prepared = trainer.prepare(); !prepared) return Unexpected(prepared.error());
    if (resume) {
        auto recorder = RunRecorder::resume(resumed_folder, config, resumed_at.rows, resumed_at.steps);
        if (!recorder) return Unexpected(recorder.error());
        output.recorder = std::move(*recorder);
    } else {
        auto folder = create_run_folder(request.results_dir, "training");
        if (!folder) return Unexpected(folder.error());
        auto recorder = RunRecorder::create(*folder, config, request.command_line);
        if (!recorder) return Unexpected(recorder.error());
        output.recorder = std::move(*recorder);
    }
    const std::filesystem::path folder = output.recorder->folder();
    if (hooks.began) hooks.began(folder);

    auto summary = trainer.run(stop);
    if (!summary) {
        static_cast<void>(output.recorder->finish(RunState::failed, summary.error().to_string(), {}));
        Error error = summary.error();
        if (error.context.empty()) error.context = folder.string();
        return Unexpected(error);
    }
    if (hooks.progress) hooks.progress(output.status());
    output.draw_picture();
    const RunState state = summary->finished ? RunState::finished : RunState::stopped;
    if (auto finished = output.recorder->finish(state, "", summary_numbers(*summary)); !finished)
        return Unexpected(finished.error());
    return TrainingRunResult{folder, *summary};
}

Expected<TrainingEstimate> estimate_training(const config::Config& config, StopToken stop) {
    config::Config probe = config;
    const int rollout =
        std::max(1, config.agent.buffer_size / std::max(1, config.training.n_envs)) * config.training.n_envs;
    probe.training.total_episodes = 0;
    probe.training.total_steps = 2 * rollout;
    probe.training.init_from.clear();
    auto setup = make_setup(probe, stop);
    if (!setup) return Unexpected(setup.error());
    ProbeOutput output;
    training::Trainer trainer(std::move(*setup), output);
    auto summary = trainer.run(stop);
    if (!summary) return Unexpected(summary.error());

    const int episode_steps = steps_per_episode(config.environment);
    const auto& t = config.training;
    const double steps = t.total_episodes > 0 ? static_cast<double>(t.total_episodes) * episode_steps
                                              : static_cast<double>(t.total_steps);
    const double episodes =
        t.total_episodes > 0 ? static_cast<double>(t.total_episodes) : steps / episode_steps;
    TrainingEstimate estimate;
    estimate.steps_per_s = static_cast<double>(summary->steps) / summary->wall_s;
    const double evaluations =
        t.evaluation_runs > 0 ? std::min(episodes / t.evaluation_interval_episodes, steps / rollout) : 0;
    const double evaluation_steps =
        evaluations * t.evaluation_runs * static_cast<double>(config.load.patterns.size()) * episode_steps;
    estimate.wall_s = (steps + evaluation_steps) / estimate.steps_per_s;
    // Sizes of a line in metrics.jsonl, for episodes also in training_progress.json; weights are a
    // third of last.pt.
    constexpr double episode_row_bytes = 420 + 90, step_row_bytes = 850;
    const double checkpoints =
        std::min(episodes / std::max(1, t.checkpoint_interval_episodes), steps / rollout);
    const double kept =
        t.keep_checkpoints > 0 ? std::min<double>(t.keep_checkpoints, checkpoints) : checkpoints;
    const double model = static_cast<double>(output.largest) / 3;
    estimate.disk_bytes = static_cast<std::uint64_t>(static_cast<double>(output.largest) +
                                                     (kept + 1) * model + episodes * episode_row_bytes +
                                                     std::min(steps / t.n_envs, 50000.0) * step_row_bytes);
    return estimate;
}

}  // namespace trimtab::results
