// SPDX-License-Identifier: GPL-3.0-or-later
// The live stack end to end: a control session over HTTP against the test cluster.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include "core/agent/checkpoint.h"
#include "core/agent/policy_factory.h"
#include "core/agent/ppo_policy.h"
#include "core/cluster_api/live/audit_log.h"
#include "core/cluster_api/live/live_training.h"
#include "core/environment/observation.h"
#include "core/results/run_folder.h"
#include "tests/core/cluster_api/live/live_bench.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using config::ControlMode;
using test_cluster::FaultKind;

namespace {

config::Config live_config(ControlMode mode) {
    config::Config config;
    config.cluster.mode = mode;
    config.cluster.drive_load = true;
    config.cluster.lease = false;  // of the wall clock; see the tests of processes
    config.cluster.shield_cooldown_down_s = 0;
    config.load.patterns = {"spike"};
    config.cluster.rate_window_s = 60;
    return config;
}

/// Goes up and down, so that a short session writes in both directions.
class Waving final : public agent::Policy {
  public:
    std::string name() const override { return "waving"; }
    void begin_episode(const environment::KubernetesEnvironment&, std::uint64_t) override {}
    Expected<agent::Decision> decide(const environment::KubernetesEnvironment&) override {
        agent::Decision decision;
        const bool up = turn_++ % 2 == 0;
        decision.action = environment::Action{up ? 4 : 1, up ? 1 : 3, cluster::Placement::balanced};
        return decision;
    }
    std::unique_ptr<agent::Policy> clone() const override { return nullptr; }

  private:
    int turn_ = 0;
};

bool within_bounds(const LiveBench& bench) {
    for (const auto& write : bench.cluster->replicaHistory())
        if (write.after < 1 || write.after > 10) return false;
    return true;
}

int stored_writes(const LiveBench& bench) {
    int count = 0;
    for (const auto& write : bench.cluster->replicaHistory())
        count += write.dry_run || write.before == write.after ? 0 : 1;
    return count;
}

}  // namespace

class TestLiveControl : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_rule_acts_over_http_and_the_replicas_come_back() {
        LiveBench bench(live_config(ControlMode::automatic));
        auto rule = agent::make_policy("rule", bench.config);
        const auto summary = bench.run(rule->get(), 10);
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QCOMPARE(summary->steps, std::int64_t{10});
        QVERIFY(summary->writes > 0);
        QVERIFY(within_bounds(bench));
        QCOMPARE(bench.cluster->replicas(cluster::Pool::gpu), 3);
        QCOMPARE(bench.cluster->replicas(cluster::Pool::cpu), 3);
        // Every stored write has its line, and a dry run before it.
        const auto audit = read_audit_log(bench.options().recording / "audit.jsonl");
        QVERIFY(audit.has_value());
        int ordered = 0;
        for (const auto& entry : audit->entries) ordered += entry.outcome == DecisionOutcome::ordered ? 1 : 0;
        QVERIFY(ordered > 0);
        int dry = 0;
        for (const auto& write : bench.cluster->replicaHistory()) dry += write.dry_run ? 1 : 0;
        QVERIFY(dry >= stored_writes(bench));
    }

    void a_network_decides_over_http_as_it_does_directly_data() {
        QTest::addColumn<QString>("model");
        QTest::newRow("untrained") << QString();
        QTest::newRow("trained default agent")
            << QStringLiteral(TRIMTAB_SOURCE_DIR "/resources/samples/training_20261125_182402");
    }

    /// The decisions of a network over HTTP are those that it takes directly on the same observations.
    void a_network_decides_over_http_as_it_does_directly() {
        QFETCH(QString, model);
        auto config = live_config(ControlMode::automatic);
        config.load.patterns = {"ramp"};
        config.environment.extended_observation = true;
        config.agent.hidden_size = 32;
        LiveBench bench(config);
        const environment::Spaces spaces{environment::extended_observation_size, environment::action_sizes};
        auto made = agent::PpoAgent::create(config.agent, spaces, 7);
        if (!model.isEmpty()) {
            const auto file = results::resolve_model(model.toStdString());
            QVERIFY(file.has_value());
            auto checkpoint = agent::load_checkpoint(*file);
            QVERIFY2(checkpoint.has_value(), checkpoint ? "" : checkpoint.error().to_string().c_str());
            made = std::move(checkpoint->agent);
        }
        QVERIFY(made.has_value());
        auto policy = agent::PpoPolicy::from_agent(*made, "ppo");
        QVERIFY(policy.has_value());
        const auto summary = bench.run(policy->get(), 10);
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QCOMPARE(summary->missing_samples, std::int64_t{0});
        const auto audit = read_audit_log(bench.options().recording / "audit.jsonl");
        const auto table = environment::observation_table(config.environment);
        std::vector<float> input(table.size());
        agent::ActOutput output;
        int compared = 0;
        int moves = 0;
        for (const auto& entry : audit->entries) {
            if (entry.outcome == DecisionOutcome::restored || entry.outcome == DecisionOutcome::ordered)
                continue;
            environment::scale_observation(entry.observation, table, input);
            made->act_greedy(input, {}, output);
            const environment::Action action{output.actions[0], output.actions[1],
                                             static_cast<cluster::Placement>(output.actions[2])};
            QCOMPARE(entry.proposed, environment::apply_action(entry.before, action, 1, 10));
            ++compared;
            moves += entry.outcome == DecisionOutcome::executed ? 1 : 0;
        }
        QVERIFY(moves > 0);
        QCOMPARE(compared, 10);
    }

    void somebody_else_pauses_control_and_keeps_what_they_set() {
        LiveBench bench(live_config(ControlMode::automatic));
        bool changed = false;
        bool paused = false;
        bench.desk.set_listener([&](const ControlEvent& event) {
            const auto* view = std::get_if<std::shared_ptr<const ClusterView>>(&event);
            if (view == nullptr) return;
            if ((*view)->step == 2 && !changed)
                changed = bench.cluster->scaleAsSomebody(cluster::Pool::cpu, 9);
            paused = paused || (*view)->phase == ControlPhase::paused;
        });
        auto rule = agent::make_policy("rule", bench.config);
        const auto summary = bench.run(rule->get(), 5);
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QVERIFY(changed && paused);
        QCOMPARE(bench.cluster->replicas(cluster::Pool::cpu), 9);
        QCOMPARE(bench.cluster->replicas(cluster::Pool::gpu), 3);
    }

    void a_missing_metric_holds() {
        LiveBench bench(live_config(ControlMode::automatic));
        const std::string query = config::expand_query(config::cluster_queries()[2].promql,
                                                       {"workloads", "inference-gpu", "inference-cpu", 60});
        bench.cluster->prometheus().set(query, [](const test_cluster::WorkloadSecond&, int) {
            return std::vector<test_cluster::PrometheusSample>{};
        });
        Waving policy;
        const auto summary = bench.run(&policy, 3);
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QCOMPARE(summary->held_decisions, std::int64_t{3});
        QCOMPARE(stored_writes(bench), 0);
    }

    void control_is_refused_where_an_autoscaler_may_be() {
        LiveBench bench(live_config(ControlMode::automatic));
        bench.cluster->kubernetes().access().denied.push_back("list horizontalpodautoscalers");
        Waving policy;
        const auto summary = bench.run(&policy, 2);
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, ErrorCode::permission_denied);
        QCOMPARE(stored_writes(bench), 0);
    }

    void no_file_of_a_session_holds_a_secret() {
        LiveBench bench(live_config(ControlMode::automatic));
        QFile kubeconfig(bench.folder.filePath(QStringLiteral("kubeconfig")));
        QVERIFY(kubeconfig.open(QIODevice::ReadOnly));
        const QRegularExpression token_line(QStringLiteral("token: *\"?([^\"\\n]+)"));
        const QString token = token_line.match(QString::fromUtf8(kubeconfig.readAll())).captured(1);
        QVERIFY(token.size() > 3);
        // A refused write makes an error text too.
        test_cluster::FaultRule rule;
        rule.method = "PATCH";
        rule.first_call = 2;
        rule.fault.kind = FaultKind::status;
        rule.fault.status = 401;
        bench.cluster->faults().add(rule);
        std::string said;
        bench.desk.set_listener([&said](const ControlEvent& event) {
            if (const auto* notice = std::get_if<ControlNotice>(&event)) said += notice->text;
            if (const auto* entry = std::get_if<DecisionEntry>(&event)) said += encode_decision(*entry);
        });
        Waving policy;
        static_cast<void>(bench.run(&policy, 3));
        QVERIFY(!said.empty());
        QVERIFY(!QString::fromStdString(said).contains(token));
        int files = 0;
        for (QDirIterator it(bench.folder.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            const QString path = it.next();
            if (path.endsWith(QStringLiteral("/kubeconfig"))) continue;
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(token.toUtf8()), qPrintable(path));
            ++files;
        }
        QVERIFY(files >= 4);
    }

    void training_acts_through_the_shield_and_gives_the_replicas_back() {
        auto config = live_config(ControlMode::automatic);
        config.training.n_envs = 1;
        config.training.total_steps = 40;
        config.agent.buffer_size = 20;
        config.agent.batch_size = 10;
        config.agent.hidden_size = 16;
        LiveBench bench(config);
        results::TrainingRequest request;
        request.config = bench.config;
        request.results_dir = bench.folder.filePath(QStringLiteral("rl")).toStdString();
        const auto run = train_on({*bench.workload, *bench.source, bench, nullptr, bench.desk}, request,
                                  bench.options().journal_folder, {});
        QVERIFY2(run.has_value(), run ? "" : run.error().to_string().c_str());
        QCOMPARE(run->summary.steps, std::int64_t{40});
        QCOMPARE(run->summary.updates, std::int64_t{2});
        QVERIFY(stored_writes(bench) > 4);
        QVERIFY(within_bounds(bench));
        QCOMPARE(bench.cluster->replicas(cluster::Pool::gpu), 3);
        QCOMPARE(bench.cluster->replicas(cluster::Pool::cpu), 3);
        QVERIFY(Journal(bench.options().journal_folder).all().empty());
        QVERIFY(read_audit_log(run->folder / "audit.jsonl").has_value());
    }

    void training_is_refused_unless_it_was_asked_for_on_purpose() {
        auto config = live_config(ControlMode::observe);
        config.training.n_envs = 1;
        LiveBench bench(config);
        results::TrainingRequest request;
        request.config = bench.config;
        const ControlParts parts{*bench.workload, *bench.source, bench, nullptr, bench.desk};
        QVERIFY(!train_on(parts, request, bench.options().journal_folder, {}));
        request.config.cluster.mode = ControlMode::automatic;
        request.config.training.n_envs = 4;
        QVERIFY(!train_on(parts, request, bench.options().journal_folder, {}));
        QCOMPARE(stored_writes(bench), 0);
    }
};

QTEST_GUILESS_MAIN(TestLiveControl)
#include "tst_live_control.moc"
