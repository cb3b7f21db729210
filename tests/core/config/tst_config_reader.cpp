// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "core/config/config_reader.h"
#include "core/config/config_writer.h"

using namespace trimtab;
using namespace trimtab::config;

class TestConfigReader : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void the_original_projects_blocks_load_unchanged() {
        const auto config = load_config({TRIMTAB_SOURCE_DIR "/tests/core/config/original_project.json", {}});
        QVERIFY2(config.has_value(), config ? "" : config.error().message.c_str());
        const EnvironmentConfig& e = config->environment;
        QCOMPARE(e.namespace_, std::string("workloads"));
        QCOMPARE(e.prometheus_url, std::string("http://10.0.0.1:30090"));
        QCOMPARE(e.locust_url, std::string("http://10.0.0.2:8089"));
        QCOMPARE(e.episode_duration, 600.0);
        QCOMPARE(e.action_interval, 60.0);
        QCOMPARE(e.max_replicas, 8);
        QCOMPARE(e.min_replicas, 2);
        QCOMPARE(e.latency_weight, 0.5);
        QCOMPARE(e.throughput_weight, 0.2);
        QCOMPARE(e.resource_efficiency_weight, 0.15);
        QCOMPARE(e.stability_weight, 0.15);
        const AgentConfig& a = config->agent;
        QCOMPARE(a.learning_rate, 1e-3);
        QCOMPARE(a.hidden_size, 128);
        QCOMPARE(a.num_layers, 3);
        QCOMPARE(a.buffer_size, 1024);
        QCOMPARE(a.batch_size, 32);
        QCOMPARE(a.ppo_epochs, 10);
        QCOMPARE(a.gamma, 0.98);
        QCOMPARE(a.gae_lambda, 0.9);
        QCOMPARE(a.clip_epsilon, 0.1);
        QCOMPARE(a.entropy_coef, 0.02);
        QCOMPARE(a.value_coef, 1.0);
        QCOMPARE(a.max_grad_norm, 1.5);
        QCOMPARE(a.update_interval_episodes, 10);
    }

    void later_layers_win() {
        const auto config =
            parse_config("environment: {profile: day, max_replicas: 15}\nagent: {gamma: 0.9}\n", "a.yaml",
                         {"agent.gamma=0.8", "training.seeds=4,5", "load.patterns=[ramp, day]"});
        QVERIFY2(config.has_value(), config ? "" : config.error().message.c_str());
        QCOMPARE(config->environment.episode_duration, 3600.0);  // of the profile
        QCOMPARE(config->simulator.gpu_quota, 20);               // of the profile
        QCOMPARE(config->environment.max_replicas, 15);          // of the file, over the profile's 20
        QCOMPARE(config->agent.gamma, 0.8);                      // of --set, over the file's 0.9
        QCOMPARE(config->training.seeds, (std::vector<std::uint64_t>{4, 5}));
        QCOMPARE(config->load.patterns, (std::vector<std::string>{"ramp", "day"}));
    }

    void the_profile_may_come_from_an_override() {
        const auto config =
            parse_config("training: {n_envs: 32}\n", "a.yaml", {"environment.profile=published"});
        QVERIFY(config.has_value());
        QCOMPARE(config->simulator.images_per_request, 1);
        QCOMPARE(config->load.profile, LoadProfile::published);
        QCOMPARE(config->environment.baseline, BaselineTable::published);
    }

    void a_final_value_follows_its_start_until_it_is_set() {
        const auto followed = parse_config("agent: {learning_rate: 0.001, entropy_coef: 0.05}\n", "a");
        QCOMPARE(followed->agent.learning_rate_final, 0.001);
        QCOMPARE(followed->agent.entropy_coef_final, 0.05);
        const auto annealed =
            parse_config("agent: {learning_rate_final: 0}\n", "a", {"agent.learning_rate=0.001"});
        QCOMPARE(annealed->agent.learning_rate, 0.001);
        QCOMPARE(annealed->agent.learning_rate_final, 0.0);
    }

    void mistakes_name_their_place_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("issue");
        const auto row = [](const char* name, const char* text, const char* issue) {
            QTest::newRow(name) << QString(text) << QString(issue);
        };
        row("unknown key", "agent:\n  gama: 0.9\n",
            "a.yaml:2: agent.gama is not a known key; did you mean 'agent.gamma'?");
        row("unknown section", "agnet:\n  gamma: 0.9\n",
            "a.yaml:1: agnet is not a section; did you mean 'agent'?");
        row("key at the top", "\ngamma: 0.9\n",
            "a.yaml:2: gamma is not a section; did you mean 'agent.gamma'?");
        row("out of range", "agent:\n\n  gamma: 1.5\n",
            "a.yaml:3: agent.gamma must be a number from 0 to 1, not '1.5'");
        row("wrong type", "agent: {gamma: high}\n",
            "a.yaml:1: agent.gamma must be a number from 0 to 1, not 'high'");
        row("number in quotes", "agent: {\"gamma\": \"0.9\"}",
            "a.yaml:1: agent.gamma must be a number from 0 to 1, not the text \"0.9\"");
        row("list for a number", "agent: {gamma: [1]}",
            "a.yaml:1: agent.gamma must be a number from 0 to 1, not a list");
        row("block for a number", "agent: {gamma: {a: 1}}",
            "a.yaml:1: agent.gamma must be a number from 0 to 1, not a block of keys");
        row("no value", "agent:\n  gamma:\n",
            "a.yaml:2: agent.gamma must be a number from 0 to 1, not nothing");
        row("fraction", "training: {n_envs: 1.5}\n",
            "a.yaml:1: training.n_envs must be a whole number from 1 to 65536, not '1.5'");
        row("with unit", "environment: {max_replicas: 5000}\n",
            "a.yaml:1: environment.max_replicas must be a whole number from 1 to 1000 pods, not '5000'");
        row("NaN", "agent: {gamma: .nan}\n",
            "a.yaml:1: agent.gamma is not a finite number; it must be a number from 0 to 1");
        row("infinity", "agent: {gamma: -.inf}\n",
            "a.yaml:1: agent.gamma is not a finite number; it must be a number from 0 to 1");
        row("too large to hold", "agent: {gamma: 1e999}\n",
            "a.yaml:1: agent.gamma must be a number from 0 to 1, not '1e999'");
        row("not a boolean", "agent: {shared_network: yes}\n",
            "a.yaml:1: agent.shared_network must be true or false, not 'yes'");
        row("unknown choice", "agent: {device: graphics}\n",
            "a.yaml:1: agent.device must be one of auto, cpu, cuda, not 'graphics'");
        row("near choice", "load: {jitter: mlid}\n",
            "a.yaml:1: load.jitter must be one of none, mild, wide, not 'mlid'; did you mean 'mild'?");
        row("key twice", "{\"agent\": {\"gamma\": 0.9,\n \"gamma\": 0.8}}",
            "a.yaml:2: agent.gamma is given twice; keep one of them");
        row("section twice", "agent: {gamma: 0.9}\nagent: {gamma: 0.8}\n",
            "a.yaml:2: agent is given twice; put its keys together");
        row("section of one value", "agent: 5\n", "a.yaml:1: agent must hold keys, not '5'");
        row("section of a list", "agent: [gamma]\n", "a.yaml:1: agent must hold keys, not a list");
    }
    void mistakes_name_their_place() {
        QFETCH(QString, text);
        QFETCH(QString, issue);
        const ParsedConfig parsed = check_config(text.toStdString(), "a.yaml");
        QVERIFY(!parsed.issues.empty());
        QCOMPARE(QString::fromStdString(parsed.issues.front().to_string()), issue);
    }

    void every_mistake_is_told_at_once() {
        const auto config = parse_config("agent:\n  gama: 1\n  gae_lambda: 7\ntraining: {seed: -1}\n",
                                         "a.yaml", {"agent.nothing=1", "no equals sign"});
        QVERIFY(!config);
        QCOMPARE(config.error().code, ErrorCode::invalid_argument);
        QCOMPARE(QString::fromStdString(config.error().message).split('\n').size(), 5);
        QVERIFY(config.error().message.find("--set: agent.nothing is not a known key") != std::string::npos);
        QVERIFY(config.error().message.find("--set: no equals sign must look like section.key=value") !=
                std::string::npos);
    }

    void numbers_are_read_as_people_write_them() {
        const auto config = parse_config(
            "training: {total_steps: 2e6, n_envs: 8.0}\nagent: {gamma: +.5, gae_lambda: 1}\n", "a");
        QVERIFY2(config.has_value(), config ? "" : config.error().message.c_str());
        QCOMPARE(config->training.total_steps, std::int64_t{2000000});
        QCOMPARE(config->training.n_envs, 8);
        QCOMPARE(config->agent.gamma, 0.5);
    }

    void an_empty_section_changes_nothing() {
        const auto config = parse_config("agent:\ntraining:\n  seed: 3\n", "a");
        QVERIFY(config.has_value());
        QCOMPARE(config->training.seed, std::uint64_t{3});
    }

    void profiles_set_what_their_scenario_says() {
        const auto day = profile_defaults("day");
        QCOMPARE(day->environment.max_replicas, 20);
        QCOMPARE(day->environment.throughput_bound, 200.0);
        QCOMPARE(day->environment.users_scale, 250.0);
        QCOMPARE(day->environment.baseline_static_gpu_replicas, 6);
        QCOMPARE(day->load.patterns, std::vector<std::string>{"day"});
        const auto kisim = profile_defaults("kisim");
        QCOMPARE(kisim->environment.reward, RewardForm::kisim);
        QCOMPARE(kisim->load.jitter, LoadJitter::none);
        QVERIFY(profile_defaults("default")->environment.profile == "default");
        const auto unknown = profile_defaults("dya");
        QVERIFY(!unknown);
        QVERIFY(unknown.error().message.find("did you mean 'day'") != std::string::npos);
    }

    void files_are_read_from_disk() {
        QTemporaryDir folder;
        write(folder.filePath("trace.csv"), "t_s,rps\n0,1\n");
        write(folder.filePath("a.yaml"), "load: {patterns: [trace], trace: trace.csv}\n");
        const auto config = load_config({folder.filePath("a.yaml").toStdString(), {"training.seed=9"}});
        QVERIFY2(config.has_value(), config ? "" : config.error().to_string().c_str());
        QCOMPARE(config->load.trace, folder.filePath("trace.csv").toStdString());
        QCOMPARE(config->training.seed, std::uint64_t{9});
    }

    void missing_files_and_directories_are_told_apart() {
        QTemporaryDir folder;
        const auto missing = load_config({folder.filePath("none.yaml").toStdString(), {}});
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::not_found);
        const auto directory = load_config({folder.path().toStdString(), {}});
        QVERIFY(!directory);
        QCOMPARE(directory.error().code, ErrorCode::invalid_argument);
        QVERIFY(directory.error().message.find("directory") != std::string::npos);
    }

    void without_a_file_the_defaults_hold() {
        const auto config = load_config({});
        QVERIFY(config.has_value());
        QVERIFY(diff(*config, Config()).empty());
    }

  private:
    static void write(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
};

QTEST_APPLESS_MAIN(TestConfigReader)
#include "tst_config_reader.moc"
