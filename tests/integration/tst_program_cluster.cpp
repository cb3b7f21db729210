// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/integration/program.h"

/// The built program on the embedded cluster: `env` and `simulate`.
class TestProgramCluster : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void env_steps_by_hand() {
        const ProgramResult result =
            run_program({"env", "--pattern", "spike", "--seed", "3"}, "3,2,1\n\n 2, 2 ,0\n");
        QCOMPARE(result.code, 0);
        QCOMPARE(result.lines().size(), 3);
        const QJsonObject reset = parse(result.lines()[0]);
        QCOMPARE(reset["observation"].toArray().size(), 10);
        QCOMPARE(at(reset, "info.pattern").toString(), QString("spike"));
        QVERIFY(!reset.contains("reward"));
        const QJsonObject first = parse(result.lines()[1]);
        QCOMPARE(first["observation"].toArray()[5].toInt(), 4);
        QCOMPARE(at(first, "info.executed.replicas_gpu").toInt(), 4);
        QCOMPARE(first["truncated"].toBool(), false);
        const QJsonObject second = parse(result.lines()[2]);
        QCOMPARE(at(second, "info.executed.placement").toString(), QString("prefer-gpu"));
        QCOMPARE(at(second, "info.time_s").toDouble(), 60.0);
    }

    void env_is_a_function_of_its_seed() {
        const QStringList base = {"env", "--pattern", "random", "--action", "2,2,1"};
        const QByteArray first = run_program(base + QStringList{"--seed", "7"}).out;
        QCOMPARE(run_program(base + QStringList{"--seed", "7"}).out, first);
        QVERIFY(run_program(base + QStringList{"--seed", "8"}).out != first);
    }

    void env_ends_with_the_episode_as_truncated() {
        const ProgramResult result = run_program({"env"}, QByteArray("2,2,1\n").repeated(50));
        QCOMPARE(result.code, 0);
        QCOMPARE(result.lines().size(), 11);
        const QJsonObject last = parse(result.lines().back());
        QVERIFY(last["truncated"].toBool());
        QVERIFY(!last["terminated"].toBool());
    }

    void env_tells_what_the_bounds_changed() {
        const ProgramResult result =
            run_program({"env", "--set", "environment.max_replicas=3", "--action", "4,2,1"});
        const QJsonObject step = parse(result.lines().back());
        QCOMPARE(at(step, "info.executed.replicas_gpu").toInt(), 3);
        QCOMPARE(at(step, "info.proposed").toArray(), (QJsonArray{4, 2, 1}));
    }

    void env_has_the_scenarios_and_the_long_observation() {
        const ProgramResult result =
            run_program({"env", "--profile", "day", "--set", "environment.extended_observation=true"});
        QCOMPARE(parse(result.lines().front())["observation"].toArray().size(), 31);
        QCOMPARE(at(parse(result.lines().front()), "info.pattern").toString(), QString("day"));
    }

    void env_refuses_what_is_no_action_data() {
        QTest::addColumn<QString>("action");
        for (const char* text : {"5,2,1", "2,2", "2,2,1,0", "2,2,x", "-1,2,1", "2,2,1,", ","})
            QTest::newRow(text) << text;
    }
    void env_refuses_what_is_no_action() {
        QFETCH(QString, action);
        const ProgramResult result = run_program({"env", "--action", action});
        QCOMPARE(result.code, 2);
        QVERIFY2(result.err.contains("is not an action"), result.err);
    }

    void simulate_answers_in_json() {
        const ProgramResult result = run_program({"simulate", "--users", "10", "--gpu", "1", "--cpu", "1",
                                                  "--placement", "gpu", "--replications", "20", "--json"});
        QCOMPARE(result.code, 0);
        const QJsonObject state = result.object();
        // SIMULATOR 8: 5.934 req/s and 315.1 ms over 200 replications; a tenth of them here.
        QVERIFY(std::abs(at(state, "throughput_rps.mean").toDouble() - 5.934) < 0.15);
        QVERIFY(std::abs(at(state, "latency_p95_ms.pooled").toDouble() - 314.1) < 20);
        QVERIFY(at(state, "latency_p95_ms.se").toDouble() > 0);
        QVERIFY(std::abs(state["gpu_utilization"].toDouble() - 65.1) < 3);
        QVERIFY(state["cpu_utilization"].isDouble());
        QVERIFY(state["cost_usd"].toDouble() > 0);
    }

    void simulate_ranges_make_a_grid() {
        const ProgramResult result = run_program({"simulate", "--rps", "5:15:5", "--gpu", "1:2", "--cpu", "1",
                                                  "--placement", "gpu,cpu", "--replications", "2", "--json"});
        QCOMPARE(result.code, 0);
        QCOMPARE(result.array().size(), 12);
        QCOMPARE(result.item(11)["rps"].toDouble(), 15.0);
        QCOMPARE(result.item(11)["gpu"].toInt(), 2);
        QCOMPARE(result.item(11)["placement"].toString(), QString("cpu"));
        const ProgramResult table =
            run_program({"simulate", "--users", "10", "--gpu", "1:3", "--cpu", "1", "--replications", "2"});
        QCOMPARE(table.lines().size(), 4);
        QVERIFY(table.lines()[0].contains("p95 ms"));
    }

    void simulate_refuses_nonsense_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no load") << QStringList{"--gpu", "1"};
        QTest::newRow("two loads") << QStringList{"--users", "1", "--rps", "1"};
        QTest::newRow("negative") << QStringList{"--users", "-5"};
        QTest::newRow("half a user") << QStringList{"--users", "1.5"};
        QTest::newRow("NaN") << QStringList{"--rps", "nan"};
        QTest::newRow("backwards") << QStringList{"--users", "5:1"};
        QTest::newRow("no step") << QStringList{"--users", "1:5:0"};
        QTest::newRow("a huge grid") << QStringList{"--users", "1:1000", "--gpu", "1:100"};
        QTest::newRow("placement") << QStringList{"--users", "1", "--placement", "tpu"};
        QTest::newRow("window") << QStringList{"--users", "1", "--window", "0"};
    }
    void simulate_refuses_nonsense() {
        QFETCH(QStringList, arguments);
        const ProgramResult result = run_program(QStringList{"simulate"} + arguments);
        QCOMPARE(result.code, 2);
        QVERIFY(result.out.isEmpty());
        QVERIFY(!result.err.isEmpty());
    }

  private:
    static QJsonObject parse(const QByteArray& line) { return QJsonDocument::fromJson(line).object(); }
};

QTEST_APPLESS_MAIN(TestProgramCluster)
#include "tst_program_cluster.moc"
