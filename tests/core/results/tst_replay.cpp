// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <fstream>

#include "core/agent/policy_factory.h"
#include "core/environment/make_environment.h"
#include "core/results/counterfactual.h"
#include "core/results/live_recorder.h"
#include "core/results/replay_cluster.h"
#include "core/results/simulator_fit.h"
#include "core/telemetry/metric_registry.h"

using namespace trimtab;
namespace metric = telemetry::metric;

namespace {

/// Records `episodes` of a policy on the embedded cluster, as a live session does.
void record(const config::Config& config, const std::string& policy_name, int episodes,
            const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    auto recorder = results::LiveRecorder::create(folder, config, "test");
    QVERIFY(recorder.has_value());
    auto environment = environment::make_environment(config, {});
    auto policy = agent::make_policy(policy_name, config);
    QVERIFY(environment.has_value() && policy.has_value());
    std::int64_t step = 0;
    for (int episode = 0; episode < episodes; ++episode) {
        const auto& patterns = config.load.patterns;
        const auto seed = static_cast<std::uint64_t>(100 + episode);
        const std::string pattern = patterns[static_cast<std::size_t>(episode) % patterns.size()];
        QVERIFY((*environment)->reset_at({seed, pattern}, {3, 3}).has_value());
        (*policy)->begin_episode(**environment, seed);
        for (bool over = false; !over;) {
            const auto result = agent::play_step(**policy, **environment);
            QVERIFY(result.has_value());
            telemetry::Row row;
            row.step = ++step;
            row.episode = episode;
            row.time_s = (*environment)->info().time_s;
            row.label = pattern;
            (*environment)->append_step_metrics(row.values);
            QVERIFY((*recorder)->row(row).has_value());
            over = result->truncated;
        }
    }
    QVERIFY((*recorder)->finish(results::RunState::finished, "", {}).has_value());
}

}  // namespace

class TestReplay : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_policy_that_sees_its_own_recording_decides_the_same_data() {
        QTest::addColumn<QString>("policy");
        for (const char* name : {"rule", "always-max", "hold"}) QTest::newRow(name) << name;
    }
    void a_policy_that_sees_its_own_recording_decides_the_same() {
        QFETCH(QString, policy);
        const QTemporaryDir folder;
        const config::Config config;
        record(config, policy.toStdString(), 4, folder.filePath("run").toStdString());
        const auto episodes = results::recorded_episodes(folder.filePath("run").toStdString());
        QVERIFY(episodes.has_value());
        QCOMPARE(episodes->size(), std::size_t{4});
        auto again = agent::make_policy(policy.toStdString(), config);
        auto other = agent::make_policy("hpa", config);
        agent::Policy* const policies[] = {again->get(), other->get()};
        const auto replayed = results::replay_policies(config, *episodes, policies, {});
        QVERIFY2(replayed.has_value(), replayed ? "" : replayed.error().to_string().c_str());
        QCOMPARE(replayed->steps.size(), std::size_t{36});  // nine decisions of ten windows
        QCOMPARE(replayed->policies[1], std::string("hpa"));
        if (policy == "always-max") {
            // Set at the start in an evaluation; here it asks for its allocation all along.
            for (const auto& step : replayed->steps) QCOMPARE(step.choices[0].wanted.replicas_gpu, 10);
        } else {
            QCOMPARE(replayed->agreement[0], 1.0);
        }
        QVERIFY(replayed->agreement[1] < 1.0);
        QCOMPARE(replayed->steps_without_data, std::int64_t{0});
    }

    void windows_without_data_are_not_asked_about() {
        const QTemporaryDir folder;
        const config::Config config;
        const auto run = std::filesystem::path(folder.filePath("run").toStdString());
        record(config, "rule", 1, run);
        auto episodes = results::recorded_episodes(run);
        for (auto& [id, value] : (*episodes)[0][4].values)
            if (id == metric::gpu_utilization) value = std::nan("");
        auto rule = agent::make_policy("rule", config);
        agent::Policy* const policies[] = {rule->get()};
        const auto replayed = results::replay_policies(config, *episodes, policies, {});
        QCOMPARE(replayed->steps_without_data, std::int64_t{1});
        QVERIFY(replayed->steps[4].choices[0].no_data);
        QCOMPARE(replayed->steps[4].choices[0].wanted, replayed->steps[4].before);
        // The gap is no disagreement, and without any data there is nothing to agree on.
        QCOMPARE(replayed->agreement[0], 1.0);
        for (telemetry::Row& row : (*episodes)[0])
            for (auto& [id, value] : row.values)
                if (id == metric::gpu_utilization) value = std::nan("");
        const auto blind = results::replay_policies(config, *episodes, policies, {});
        QCOMPARE(blind->steps_without_data, static_cast<std::int64_t>(blind->steps.size()));
        QVERIFY(std::isnan(blind->agreement[0]));
    }

    void a_recording_without_a_pattern_is_replayed() {
        const QTemporaryDir folder;
        const config::Config config;
        const auto run = std::filesystem::path(folder.filePath("run").toStdString());
        record(config, "rule", 1, run);
        auto episodes = results::recorded_episodes(run);
        for (telemetry::Row& row : (*episodes)[0]) row.label.clear();
        auto rule = agent::make_policy("rule", config);
        agent::Policy* const policies[] = {rule->get()};
        const auto replayed = results::replay_policies(config, *episodes, policies, {});
        QVERIFY2(replayed.has_value(), replayed ? "" : replayed.error().to_string().c_str());
        QCOMPARE(replayed->agreement[0], 1.0);
        QVERIFY(replayed->steps[0].pattern.empty());
    }

    void a_folder_without_steps_is_refused() {
        const QTemporaryDir folder;
        QVERIFY(!results::recorded_episodes(folder.filePath("nothing").toStdString()));
    }

    void a_fit_says_how_much_it_lacks() {
        const QTemporaryDir folder;
        config::Config config;
        config.environment.episode_duration = 5 * config.environment.action_interval;
        const auto run = std::filesystem::path(folder.filePath("run").toStdString());
        record(config, "rule", 1, run);
        const auto fit = results::fit_simulator(run, config, {});
        QVERIFY(!fit);
        QVERIFY2(fit.error().message.find("the recording has 4 of 5") != std::string::npos,
                 fit.error().message.c_str());
    }

    /// A recording of a cluster with other parameters: the fit finds them.
    void the_fit_finds_what_the_recording_was_made_with() {
        const QTemporaryDir folder;
        config::Config truth;
        truth.simulator.cpu_image_s = 0.11;
        truth.simulator.gpu_batch_alpha_s = 0.018;
        truth.simulator.gpu_batch_tau0_s = 0.04;
        truth.simulator.gpu_startup_mean_s = 45;
        const auto run = std::filesystem::path(folder.filePath("run").toStdString());
        record(truth, "rule", 8, run);
        const auto fit = results::fit_simulator(run, config::Config{}, {});
        QVERIFY2(fit.has_value(), fit ? "" : fit.error().to_string().c_str());
        for (const auto& parameter : fit->parameters)
            qInfo("%s %g -> %g %s", parameter.key.c_str(), parameter.before, parameter.after,
                  parameter.note.c_str());
        qInfo("p95 %.1f -> %.1f %%, held out %.1f %%; throughput %.1f -> %.1f %%; gpu %.1f -> %.1f points",
              fit->before.latency_p95_percent, fit->after.latency_p95_percent,
              fit->held_out.latency_p95_percent, fit->before.throughput_percent,
              fit->after.throughput_percent, fit->before.gpu_utilization_points,
              fit->after.gpu_utilization_points);
        const auto near = [](double found, double true_value, double tolerance) {
            return std::abs(found / true_value - 1) < tolerance;
        };
        QVERIFY(near(fit->simulator.cpu_image_s, 0.11, 0.08));
        // The batch law's two numbers trade off; what matters is the time of a full batch.
        const auto batch_s = [](const config::SimulatorConfig& s) {
            return s.gpu_batch_tau0_s + 10 * s.gpu_batch_alpha_s;
        };
        QVERIFY(near(batch_s(fit->simulator), batch_s(truth.simulator), 0.05));
        QVERIFY(near(fit->simulator.gpu_startup_mean_s, 45, 0.35));
        QVERIFY(fit->after.latency_p95_percent < fit->before.latency_p95_percent / 2);
        QVERIFY(fit->held_out.windows >= 15);
        QVERIFY(fit->held_out.latency_p95_percent < 25);
    }

    void timed_startups_are_used_as_they_are() {
        const QTemporaryDir folder;
        config::Config config;
        const auto run = std::filesystem::path(folder.filePath("run").toStdString());
        record(config, "hold", 1, run);
        {
            std::ofstream file(run / "metrics.jsonl", std::ios::app);
            for (const int age : {60, 70, 65, 75, 55, 65})
                file
                    << R"({"kind":"event","step":1,"episode":0,"time_s":0,"wall_s":1,"label":"pod-ready gpu","startup_s":)"
                    << age << "}\n";
        }
        const auto fit = results::fit_simulator(run, config, {});
        QVERIFY2(fit.has_value(), fit ? "" : fit.error().to_string().c_str());
        QCOMPARE(fit->startups_gpu, 6);
        QCOMPARE(fit->simulator.gpu_startup_mean_s, 60.0);  // half a probe period earlier
        QCOMPARE(fit->simulator.cpu_startup_mean_s, config.simulator.cpu_startup_mean_s);
    }
};

QTEST_APPLESS_MAIN(TestReplay)
#include "tst_replay.moc"
