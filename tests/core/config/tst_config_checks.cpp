// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/config/config_reader.h"

using namespace trimtab::config;

class TestConfigChecks : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void rules_between_keys_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("issue");  // empty: fine
        const auto row = [](const char* name, const char* text, const char* issue) {
            QTest::newRow(name) << QString(text) << QString(issue);
        };
        row("bounds crossed", "environment:\n  max_replicas: 2\n  min_replicas: 3\n",
            "a:3: environment.min_replicas must be at most environment.max_replicas (2)");
        row("start above the bounds", "environment: {max_replicas: 2, initial_replicas_gpu: 2}\n",
            "environment.initial_replicas_cpu must lie between environment.min_replicas and "
            "environment.max_replicas (1 to 2)");
        row("episode not in steps", "environment: {episode_duration: 100}\n",
            "a:1: environment.episode_duration must be a multiple of environment.action_interval (30 s)");
        row("fraction of a second", "environment: {action_interval: 0.5}\n",
            "a:1: environment.action_interval must be a number from 1 to 3600 s, not '0.5'");
        row("step not whole", "environment: {action_interval: 1.5}\n",
            "a:1: environment.action_interval must be whole seconds");
        row("password in an address", "environment: {prometheus_url: 'http://ann:planted@h:9090/x'}\n",
            "a:1: environment.prometheus_url must not hold a user or a password, which would be stored with "
            "every run: name the user in "
            "cluster.prometheus_user or cluster.locust_user, and give the password as a secret");
        row("user in an address", "environment: {locust_url: 'https://ann@h'}\n",
            "a:1: environment.locust_url must not hold a user or a password, which would be stored with "
            "every run: name the user in "
            "cluster.prometheus_user or cluster.locust_user, and give the password as a secret");
        row("password for the load's target", "cluster: {locust_host: 'https://ann:planted@h'}\n",
            "a:1: cluster.locust_host must not hold a user or a password, which would be stored with every "
            "run: give "
            "them to Locust's own file");
        row("at sign in a path", "environment: {prometheus_url: 'http://h:9090/a@b'}\n", "");
        row("minibatch too large", "agent: {batch_size: 4096}\n",
            "a:1: agent.batch_size must be at most agent.buffer_size (2048)");
        row("buffer not in environments", "training: {n_envs: 10}\n",
            "agent.buffer_size must be a multiple of training.n_envs (10), such as 2040 or 2050");
        row("more environments than buffer", "training: {n_envs: 4096}\n",
            "agent.buffer_size must be a multiple of training.n_envs (4096), such as 4096");
        row("ends before its first update", "training: {total_steps: 2000}\n",
            "a:1: training.total_steps makes a run of 2000 steps, which would end before its first update; "
            "it needs "
            "2048 (agent.buffer_size), or agent.update_interval_episodes above 0");
        row("episodes without an update", "training: {total_episodes: 100}\n",
            "a:1: training.total_episodes makes a run of 1000 steps, which would end before its first "
            "update; it needs "
            "2048 (agent.buffer_size), or agent.update_interval_episodes above 0");
        row("episodes with an update",
            "training: {total_episodes: 100}\nagent: {update_interval_episodes: 10}\n", "");
        row("interval longer than the run",
            "training: {total_episodes: 9}\nagent: {update_interval_episodes: 10}\n",
            "a:1: training.total_episodes makes a run of 9 episodes, which would end before its first "
            "update; it needs "
            "10 (agent.update_interval_episodes)");
        row("all weights zero",
            "environment: {latency_weight: 0, throughput_weight: 0, resource_efficiency_weight: 0, "
            "stability_weight: 0}\n",
            "a:1: environment.latency_weight is 0 like all other weights; at least one must be above 0");
        row("users crossed", "load: {min_users: 200}\n",
            "a:1: load.min_users must be at most load.max_users (100)");
        row("no pattern", "load: {patterns: []}\n", "a:1: load.patterns must name at least one pattern");
        row("trace without a file", "load: {patterns: [trace]}\n",
            "load.trace must name a file, because pattern trace is used");
        row("parts above the whole", "load: {trace_train_share: 0.9}\n",
            "a:1: load.trace_train_share and load.trace_validation_share must add up to at most 1");
        row("parts that round", "load: {trace_train_share: 0.9, trace_validation_share: 0.1}\n", "");
        row("think times crossed", "simulator: {think_time_min_s: 3}\n",
            "a:1: simulator.think_time_min_s must be at most simulator.think_time_max_s (2 s)");
        row("policy twice", "evaluation: {policies: [hpa, hpa]}\n",
            "a:1: evaluation.policies names 'hpa' twice");
        row("pattern weighted", "load: {patterns: [ramp, ramp, spike]}\n", "");
    }
    void rules_between_keys() {
        QFETCH(QString, text);
        QFETCH(QString, issue);
        const ParsedConfig parsed = check_config(text.toStdString(), "a");
        const QString found =
            parsed.issues.empty() ? QString() : QString::fromStdString(parsed.issues.front().to_string());
        QCOMPARE(found, issue);
    }
};

QTEST_APPLESS_MAIN(TestConfigChecks)
#include "tst_config_checks.moc"
