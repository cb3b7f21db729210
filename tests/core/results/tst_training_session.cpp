// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <regex>

#include "core/agent/actor_critic_torch.h"
#include "core/agent/checkpoint.h"
#include "core/base/seeded_draw.h"
#include "core/config/config_reader.h"
#include "core/results/atomic_file.h"
#include "core/results/run_folder.h"
#include "core/results/training_session.h"

using namespace trimtab;
using namespace trimtab::results;
namespace fs = std::filesystem;

namespace {

const char* const small_run =
    "agent: {buffer_size: 80, batch_size: 40, ppo_epochs: 2, hidden_size: 16, num_layers: 1, "
    "normalize_observation: true}\n"
    "training: {total_steps: 2000, n_envs: 4, seed: 5, threads: 2, evaluation_runs: 1,\n"
    "           evaluation_interval_episodes: 60, checkpoint_interval_episodes: 50}\n";

config::Config small_config(const std::vector<std::string>& overrides = {}) {
    auto config = config::parse_config(small_run, "small.yaml", overrides);
    if (!config) qFatal("%s", config.error().to_string().c_str());
    return *config;
}

/// metrics.jsonl without the two wall-clock fields.
std::string timeless_metrics(const fs::path& folder) {
    const auto text = read_file(folder / "metrics.jsonl").value_or(std::string("(missing)"));
    static const std::regex wall("\"wall_s\":[^,}]*|\"steps_per_s\":[^,}]*");
    return std::regex_replace(text, wall, "");
}

/// Name and bytes of every file of weights except last.pt, which also holds wall-clock times.
std::map<std::string, std::string> weights(const fs::path& folder) {
    std::map<std::string, std::string> out;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() == ".pt" && name != "last.pt") out[name] = *read_file(entry.path());
    }
    return out;
}

}  // namespace

class TestTrainingSession : public QObject {
    Q_OBJECT

    QTemporaryDir dir_;
    fs::path dir() const { return dir_.path().toStdString(); }
    fs::path whole_;  // the run that nothing interrupts

  private Q_SLOTS:
    void initTestCase() {
        TrainingRequest request;
        request.config = small_config();
        request.results_dir = dir() / "whole";
        request.command_line = "trimtab train";
        const auto run = run_training(request, {});
        QVERIFY2(run, run ? "" : run.error().to_string().c_str());
        QVERIFY(run->summary.finished);
        whole_ = run->folder;
    }

    void a_run_leaves_a_complete_folder() {
        for (const char* name : {"best_model.pt", "last.pt", "training_progress.json", "metrics.jsonl",
                                 "config.yaml", "manifest.json"})
            QVERIFY2(fs::exists(whole_ / name), name);
        const QDir folder(QString::fromStdString(whole_.string()));
        QVERIFY(!folder.entryList({"model_episode_*.pt"}).isEmpty());
        QVERIFY(!folder.entryList({"evaluation_episode_*.json"}).isEmpty());
        QCOMPARE(folder.entryList({"events.out.tfevents.*"}).size(), 1);
        const auto run = open_run(whole_);
        QVERIFY(run && run->problems.empty());
        QCOMPARE(run->state, RunState::finished);
        QCOMPARE(run->manifest->summary.at("steps"), 2000.0);
        QVERIFY(verify_artefacts(whole_)->empty());
        const auto config = read_run_config(whole_);
        QVERIFY(config && config->training.total_steps == 2000);
        const auto data = read_metrics(whole_);
        QVERIFY(data && data->damaged_lines == 0 && !data->torn_end);
        QVERIFY(agent::load_checkpoint(*resolve_model(whole_)).has_value());
    }

    void hooks_see_the_run() {
        class Sink final : public telemetry::RowSink {
          public:
            void accept(const telemetry::Row&) override { ++rows; }
            std::size_t rows = 0;
        } sink;
        TrainingRequest request;
        request.config = small_config();
        request.results_dir = dir() / "hooks";
        TrainingHooks hooks;
        hooks.display = &sink;
        fs::path began;
        TrainingStatus last;
        int pictures = 0;
        hooks.began = [&](const fs::path& folder) { began = folder; };
        hooks.progress = [&](const TrainingStatus& status) { last = status; };
        hooks.draw_progress = [&](const TrainingProgress& progress, const fs::path& png) -> Expected<void> {
            ++pictures;
            QTest::qVerify(!progress.episode_rewards().empty() && png.filename() == "training_progress.png",
                           "", "", __FILE__, __LINE__);
            return fail(ErrorCode::io_error, "no picture today");
        };
        const auto run = run_training(request, {}, hooks);
        QVERIFY(run.has_value());
        QCOMPARE(began, run->folder);
        QVERIFY(pictures >= 1);
        QCOMPARE(last.fraction, 1.0);
        QCOMPARE(last.steps, std::int64_t{2000});
        QVERIFY(std::isfinite(last.recent_return) && std::isfinite(last.best_return));
        QCOMPARE(sink.rows, read_metrics(run->folder)->rows.size());
        QCOMPARE(timeless_metrics(run->folder), timeless_metrics(whole_));
    }

    void a_killed_and_resumed_run_equals_the_uninterrupted_one_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 3; ++seed) QTest::addRow("seed %d", seed) << seed;
    }
    void a_killed_and_resumed_run_equals_the_uninterrupted_one() {
        QFETCH(int, seed);
        const fs::path results = dir() / ("killed" + std::to_string(seed));
        std::ofstream(dir() / "small.yaml") << small_run;
        QString folder;
        int kills = 0;
        bool done = false;
        DrawSequence moments(static_cast<std::uint64_t>(seed), DrawStream::random_policy);
        for (int attempt = 0; attempt < 40 && !done; ++attempt) {
            QProcess program;
            const QString small = QString::fromStdString((dir() / "small.yaml").string());
            const QStringList arguments =
                folder.isEmpty() ? QStringList{"new", small, QString::fromStdString(results.string())}
                                 : QStringList{"resume", folder};
            program.start(TRAIN_PROBE, arguments);
            QVERIFY(program.waitForStarted());
            while (!program.canReadLine() && program.waitForReadyRead()) {
            }
            if (folder.isEmpty()) folder = QString::fromUtf8(program.readLine()).trimmed();
            // The first attempts are killed early and late in turn; the last one may finish.
            if (kills < 5) {
                const auto wait_ms = static_cast<int>(moments.next_below(120));
                if (!program.waitForFinished(wait_ms)) {
                    program.kill();
                    program.waitForFinished();
                    ++kills;
                    // Killed before the first checkpoint there is nothing to continue.
                    if (!fs::exists(fs::path(folder.toStdString()) / "last.pt")) folder.clear();
                    continue;
                }
            }
            program.waitForFinished(60000);
            QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
            done = true;
        }
        QVERIFY(done);
        QVERIFY2(kills > 0, "the run was over before a kill could meet it");
        const fs::path run = folder.toStdString();
        QCOMPARE(timeless_metrics(run), timeless_metrics(whole_));
        QVERIFY(weights(run) == weights(whole_));
        QCOMPARE(open_run(run)->state, RunState::finished);
    }

    void a_finished_run_can_be_resumed_and_has_nothing_left_to_do() {
        const fs::path copy = dir() / "copy" / whole_.filename();
        fs::create_directories(copy.parent_path());
        fs::copy(whole_, copy);
        TrainingRequest request;
        request.resume = copy;
        const auto run = run_training(request, {});
        QVERIFY2(run, run ? "" : run.error().to_string().c_str());
        QVERIFY(run->summary.finished);
        QCOMPARE(timeless_metrics(copy), timeless_metrics(whole_));
        QVERIFY(weights(copy) == weights(whole_));
    }

    void a_run_starts_from_the_weights_of_another() {
        TrainingRequest request;
        request.config = small_config({"training.init_from=" + whole_.string(), "training.total_steps=80",
                                       "training.evaluation_runs=0", "agent.learning_rate=1e-9",
                                       "agent.learning_rate_final=1e-9"});
        request.results_dir = dir() / "from";
        const auto run = run_training(request, {});
        QVERIFY2(run, run ? "" : run.error().to_string().c_str());
        auto begun = agent::load_checkpoint(run->folder / "last.pt");
        auto source = agent::load_checkpoint(*resolve_model(whole_));
        QVERIFY(begun && source);
        const std::vector<float> input(10, 0.25F);
        std::vector<float> a(13), b(13);
        begun->agent.probabilities(input, {}, a);
        source->agent.probabilities(input, {}, b);
        for (std::size_t i = 0; i < a.size(); ++i) QVERIFY(std::abs(a[i] - b[i]) < 1e-3F);
    }

    void what_cannot_run_leaves_no_folder() {
        TrainingRequest request;
        request.results_dir = dir() / "refused";
        request.config = small_config();
        request.config.training.total_steps = 10;
        const auto refused = run_training(request, {});
        QVERIFY(!refused && refused.error().code == ErrorCode::invalid_argument);
        request.config = small_config({"training.init_from=" + (dir() / "none.pt").string()});
        const auto missing = run_training(request, {});
        QVERIFY(!missing && missing.error().code == ErrorCode::not_found);
        request.config = small_config({"training.init_from=" + whole_.string(), "agent.hidden_size=32"});
        const auto other_size = run_training(request, {});
        QVERIFY(!other_size && other_size.error().code == ErrorCode::invalid_argument);
        if (!agent::cuda_available()) {
            request.config = small_config({"agent.device=cuda"});
            const auto no_device = run_training(request, {});
            QVERIFY(!no_device && no_device.error().code == ErrorCode::unsupported);
        }
        request.resume = dir() / "no_such_run";
        const auto lost = run_training(request, {});
        QVERIFY(!lost && lost.error().code == ErrorCode::not_found);
        QVERIFY(!fs::exists(request.results_dir) || fs::is_empty(request.results_dir));
    }

    void a_stopped_run_says_so() {
        RunControl control;
        TrainingRequest request;
        request.config = small_config();
        request.results_dir = dir() / "stopped";
        TrainingHooks hooks;
        class Stopper final : public telemetry::RowSink {
          public:
            explicit Stopper(RunControl& control) : control_(control) {}
            void accept(const telemetry::Row& row) override {
                if (row.step >= 400) control_.request_stop();
            }

          private:
            RunControl& control_;
        } stopper(control);
        hooks.display = &stopper;
        const auto run = run_training(request, StopToken(control), hooks);
        QVERIFY(run && !run->summary.finished);
        QCOMPARE(open_run(run->folder)->state, RunState::stopped);
        TrainingRequest rest;
        rest.resume = run->folder;
        const auto resumed = run_training(rest, {});
        QVERIFY(resumed && resumed->summary.finished);
        QCOMPARE(timeless_metrics(run->folder), timeless_metrics(whole_));
        QVERIFY(weights(run->folder) == weights(whole_));
    }

    void an_estimate_is_positive() {
        const auto estimate = estimate_training(small_config());
        QVERIFY2(estimate, estimate ? "" : estimate.error().to_string().c_str());
        QVERIFY(estimate->wall_s > 0 && estimate->steps_per_s > 0);
        QVERIFY(estimate->disk_bytes > 10000);
    }
};

QTEST_GUILESS_MAIN(TestTrainingSession)
#include "tst_training_session.moc"
