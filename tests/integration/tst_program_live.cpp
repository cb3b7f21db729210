// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include "tests/integration/program.h"
#include "tests/support/test_cluster/loopback_client.h"

/// The built program on a cluster: `monitor`, `control` and what they say without a kubeconfig. The cluster
/// is trimtab-test-cluster, a process of its own.
class TestProgramLive : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<QProcess> cluster_;
    QJsonObject addresses_;

    QString address(const char* name) const { return addresses_.value(QLatin1String(name)).toString(); }

    /// Nothing of the person's own is read: no kubeconfig, no journal.
    QProcessEnvironment surroundings() const {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"KUBECONFIG", "KUBERNETES_SERVICE_HOST", "KUBERNETES_SERVICE_PORT"})
            environment.remove(QLatin1String(name));
        environment.insert(QStringLiteral("HOME"), folder_->path());
        environment.insert(QStringLiteral("XDG_STATE_HOME"), folder_->filePath(QStringLiteral("state")));
        return environment;
    }

    /// The command with the cluster's addresses; a step a second.
    QStringList on_cluster(const QStringList& command) const {
        QStringList arguments = command;
        for (const QString& setting :
             {QStringLiteral("cluster.kubeconfig=") + folder_->filePath(QStringLiteral("kubeconfig")),
              QStringLiteral("environment.prometheus_url=") + address("prometheus"),
              QStringLiteral("environment.locust_url=") + address("locust"),
              QStringLiteral("environment.namespace=workloads"),
              QStringLiteral("environment.action_interval=1"),
              QStringLiteral("environment.episode_duration=60"), QStringLiteral("environment.warm_up=0"),
              QStringLiteral("environment.baseline=published"), QStringLiteral("cluster.backend=live"),
              QStringLiteral("cluster.shield_cooldown_down_s=0"),
              QStringLiteral("cluster.slo_guard_samples=0"),
              QStringLiteral("cluster.slo_fallback_samples=0")})
            arguments << QStringLiteral("--set") << setting;
        return arguments;
    }

    void start(QProcess& process, const QStringList& arguments) const {
        process.setProcessEnvironment(surroundings());
        process.start(QStringLiteral(TRIMTAB_PROGRAM), arguments);
        process.closeWriteChannel();
    }

    ProgramResult run(const QStringList& arguments) const {
        QProcess process;
        start(process, arguments);
        ProgramResult result;
        const bool ended = process.waitForFinished(240000);
        result.out = process.readAllStandardOutput();
        result.err = process.readAllStandardError();
        if (ended && process.exitStatus() == QProcess::NormalExit) result.code = process.exitCode();
        return result;
    }

    QJsonDocument asked(const char* path) const {
        trimtab::test_cluster::LoopbackClient client;
        return QJsonDocument::fromJson(client.get(QUrl(address("admin")), QLatin1String(path)).body);
    }
    /// Changes of replicas that were stored.
    int writes() const {
        int count = 0;
        for (const QJsonValue& write : asked("/writes").array())
            count += write.toObject().value("dry_run").toBool() ? 0 : 1;
        return count;
    }
    bool has_its_replicas() const {
        const QJsonObject state = asked("/state").object();
        return state.value("spec_gpu").toInt() == 3 && state.value("spec_cpu").toInt() == 3;
    }
    /// The first file of that name under the run folders.
    QByteArray left(const char* name) const {
        QDirIterator files(folder_->filePath(QStringLiteral("rl")), {QLatin1String(name)}, QDir::Files,
                           QDirIterator::Subdirectories);
        if (!files.hasNext()) return {};
        QFile file(files.next());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QJsonObject parse(const QByteArray& line) { return QJsonDocument::fromJson(line).object(); }

  private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        cluster_ = std::make_unique<QProcess>();
        cluster_->start(QStringLiteral(TRIMTAB_TEST_CLUSTER),
                        {"--kubeconfig", folder_->filePath(QStringLiteral("kubeconfig")), "--identity",
                         "token", "--speed", "5"});
        QTRY_VERIFY_WITH_TIMEOUT(cluster_->canReadLine(), 60000);
        addresses_ = parse(cluster_->readLine());
        QVERIFY(!address("admin").isEmpty());
        // Somebody's load, so that there is traffic to see.
        trimtab::test_cluster::LoopbackClient client;
        QCOMPARE(client.form(QUrl(address("locust")), QStringLiteral("/swarm"), "user_count=40&spawn_rate=40")
                     .status,
                 200);
        QTRY_VERIFY_WITH_TIMEOUT(client.get(QUrl(address("locust")), QStringLiteral("/stats/requests"))
                                         .json()
                                         .value("state", "") == "running",
                                 60000);
    }
    void cleanup() {
        cluster_->kill();
        cluster_->waitForFinished();
    }

    void monitor_counts_what_it_has_seen() {
        const ProgramResult result =
            run(on_cluster({"monitor", "--json", "--ticks", "3", "--interval", "1"}));
        QVERIFY2(result.code == 0, result.err);
        QCOMPARE(result.lines().size(), 3);
        for (int i = 0; i < 3; ++i) {
            const QJsonObject picture = parse(result.lines()[i]);
            QCOMPARE(picture["tick"].toInt(), i + 1);
            QCOMPARE(at(picture, "pools.gpu.ready").toInt(-1), 3);
            QVERIFY(picture["throughput_rps"].isDouble());
            // A count needs time to count in; the first picture is of a moment.
            QCOMPARE(picture["failures"].isNull(), i == 0);
            QCOMPARE(picture["cost_usd"].isNull(), i == 0);
        }
        QCOMPARE(writes(), 0);
    }

    void monitor_prints_lines_for_people() {
        const ProgramResult result = run(on_cluster({"monitor", "--ticks", "1"}));
        QVERIFY2(result.code == 0, result.err);
        QCOMPARE(result.lines().size(), 1);
        QVERIFY2(result.out.contains("  tick 1  gpu 3/3  cpu 3/3  p95 "), result.out);
        QVERIFY2(!result.out.contains("nan"), result.out);
    }

    void what_monitor_records_has_no_reward_and_can_be_replayed() {
        const QString results = folder_->filePath(QStringLiteral("rl"));
        const ProgramResult result = run(
            on_cluster({"monitor", "--ticks", "4", "--interval", "1", "--record", "--results-dir", results}));
        QVERIFY2(result.code == 0, result.err);
        const QByteArray rows = left("metrics.jsonl");
        QCOMPARE(rows.trimmed().split('\n').size(), 3);
        QVERIFY2(rows.contains("\"throughput_rps\"") && !rows.contains("\"reward\""), rows);
        const QString recording = QDir(results).entryList({"live_*"}).value(0);
        const ProgramResult replayed = run({"replay", results + "/" + recording, "--policy", "static-gpu"});
        QVERIFY2(replayed.code == 0, replayed.err);
        // So early the load has no trend: nobody is asked, and no wish is made up.
        const ProgramResult lines =
            run({"replay", results + "/" + recording, "--policy", "static-gpu", "--json"});
        const QJsonObject step = parse(lines.lines().first());
        QVERIFY2(step["pattern"].isNull(), lines.out);
        QVERIFY2(at(step, "would.static-gpu.replicas_gpu").isNull(), lines.out);
        QVERIFY2(at(step, "would.static-gpu.reason").toString().contains("load_trend"), lines.out);
        QVERIFY2(!lines.err.contains("%"), lines.err);
        const ProgramResult fitted = run({"fit", results + "/" + recording});
        QCOMPARE(fitted.code, 2);
        QVERIFY2(fitted.err.contains("the recording has 2 of 3"), fitted.err);
    }

    void shadow_decides_and_changes_nothing() {
        const ProgramResult result = run(on_cluster({"control", "--policy", "static-gpu", "--mode", "shadow",
                                                     "--steps", "2", "--no-recording", "--json"}));
        QVERIFY2(result.code == 0, result.err);
        QCOMPARE(result.lines().size(), 2);
        for (int i = 0; i < 2; ++i) {
            const QJsonObject decision = parse(result.lines()[i]);
            QCOMPARE(decision["step"].toInt(-1), i);
            QCOMPARE(decision["mode"].toString(), QString("shadow"));
            QCOMPARE(decision["executed"], decision["before"]);
        }
        QCOMPARE(writes(), 0);
    }

    void auto_acts_and_puts_everything_back() {
        const ProgramResult result =
            run(on_cluster({"control", "--policy", "static-gpu", "--mode", "auto", "--steps", "36",
                            "--results-dir", folder_->filePath(QStringLiteral("rl"))}));
        QVERIFY2(result.code == 0, result.err);
        QVERIFY2(writes() >= 2, result.out);  // there and back
        QVERIFY(has_its_replicas());
        QVERIFY2(result.out.contains("executed"), result.out);
        QVERIFY2(result.err.contains("restored: inference-gpu"), result.err);
        QVERIFY(left("audit.jsonl").contains("\"restored\""));
        const ProgramResult again = run(on_cluster({"control", "--restore"}));
        QCOMPARE(again.code, 0);
        QCOMPARE(again.out.trimmed(), QByteArray("nothing to restore"));
    }

    void a_refusal_is_told_once() {
        const ProgramResult result =
            run(on_cluster({"control", "--policy", "static-gpu", "--mode", "auto", "--set",
                            "environment.max_replicas=2", "--set", "environment.initial_replicas_gpu=2",
                            "--set", "environment.initial_replicas_cpu=2", "--no-recording"}));
        QCOMPARE(result.code, 1);
        QVERIFY2(result.err.count("inference-gpu has 3 replicas, outside") == 1, result.err);
        QCOMPARE(writes(), 0);
    }

    void a_foreign_change_pauses_and_a_person_lets_it_go_on() {
        QProcess control;
        control.setProcessEnvironment(surroundings());
        control.setStandardOutputFile(QProcess::nullDevice());
        control.start(QStringLiteral(TRIMTAB_PROGRAM),
                      on_cluster({"control", "--policy", "static-gpu", "--mode", "auto", "--no-recording"}));
        QByteArray said;
        const auto says = [&](const char* text) {
            said += control.readAllStandardError();
            return said.contains(text);
        };
        QTRY_VERIFY_WITH_TIMEOUT(writes() > 0, 240000);
        trimtab::test_cluster::LoopbackClient client;
        client.send("POST", QUrl(address("admin")), QStringLiteral("/scale?pool=gpu&replicas=7"));
        QTRY_VERIFY2_WITH_TIMEOUT(says("g and Enter goes on"), said, 60000);
        QVERIFY2(says("control is paused: somebody else changed inference-gpu"), said);
        control.write("what?\ng\n");
        QTRY_VERIFY2_WITH_TIMEOUT(says("control goes on"), said, 60000);
        control.terminate();
        QVERIFY(control.waitForFinished(60000));
        QCOMPARE(control.exitCode(), 130);
        QVERIFY(has_its_replicas());  // what was accepted counts as the session's own
    }

    /// With the Lease, which a dead session still holds for its time.
    void restore_waits_for_the_lease_of_the_dead() {
        QProcess control;
        control.setStandardOutputFile(QProcess::nullDevice());
        control.setStandardErrorFile(QProcess::nullDevice());
        start(control, on_cluster({"control", "--policy", "static-gpu", "--mode", "auto", "--no-recording"}));
        QTRY_VERIFY_WITH_TIMEOUT(writes() > 0, 240000);
        control.kill();
        QVERIFY(control.waitForFinished());
        QVERIFY(!has_its_replicas());
        const ProgramResult restored = run(on_cluster({"control", "--restore"}));
        QVERIFY2(restored.code == 0, restored.err);
        QVERIFY2(restored.out.contains("waiting for the Lease, which ") && restored.out.contains(" -> 3"),
                 restored.out);
        QVERIFY(has_its_replicas());
    }

    void without_a_kubeconfig_it_is_said_what_to_do_data() {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("monitor") << QStringList{"monitor"};
        QTest::newRow("control") << QStringList{"control", "--policy", "rule", "--mode", "shadow"};
        QTest::newRow("control --restore") << QStringList{"control", "--restore"};
        QTest::newRow("doctor") << QStringList{"doctor"};
        QTest::newRow("train") << QStringList{"train", "--set", "cluster.mode=auto", "--set",
                                              "training.n_envs=1"};
    }
    void without_a_kubeconfig_it_is_said_what_to_do() {
        QFETCH(QStringList, command);
        const ProgramResult result =
            run(command + QStringList{"--set", "cluster.backend=live", "--set",
                                      "environment.prometheus_url=" + address("prometheus"), "--set",
                                      "environment.locust_url=" + address("locust")});
        QVERIFY2(result.code > 0, QByteArray::number(result.code));
        const QByteArray said = result.out + result.err;
        const QByteArray file = folder_->filePath(QStringLiteral(".kube/config")).toUtf8();
        QVERIFY2(said.contains("There is no kubeconfig: KUBECONFIG is not set, " + file + " does not exist"),
                 said);
        QVERIFY2(said.contains("cluster.kubeconfig"), said);
    }
};

QTEST_GUILESS_MAIN(TestProgramLive)
#include "tst_program_live.moc"
