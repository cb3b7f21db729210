// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "tests/integration/program.h"

/// The built program: `train`, `--resume`, `evaluate`, `doctor`, `bench`.
class TestProgramTraining : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(results_.isValid()); }

    void train_leaves_a_run_folder_and_names_it_last() {
        const ProgramResult result = run_program(small_run(4096));
        QVERIFY2(result.code == 0, result.err);
        folder_ = QString::fromUtf8(result.lines().back());
        const QStringList files = QDir(folder_).entryList(QDir::Files);
        for (const char* name : {"best_model.pt", "last.pt", "training_progress.json",
                                 "training_progress.png", "metrics.jsonl", "config.yaml", "manifest.json"})
            QVERIFY2(files.contains(name), name);
        QCOMPARE(manifest(folder_)["state"].toString(), QString("finished"));
        QVERIFY(manifest(folder_)["command_line"].toString().startsWith("trimtab train --results-dir"));
        QVERIFY2(result.err.contains("100 %"), result.err);
        QVERIFY2(!result.err.contains('\r') && !result.err.contains('\x1b'),
                 "plain lines where there is no terminal");
    }

    void the_json_summary_comes_before_the_folder() {
        const ProgramResult result = run_program(small_run(1024) << "--json");
        QCOMPARE(result.code, 0);
        QCOMPARE(result.lines().size(), 2);
        const QJsonObject summary = QJsonDocument::fromJson(result.lines()[0]).object();
        QCOMPARE(summary["run"].toString(), QString::fromUtf8(result.lines()[1]));
        QVERIFY(summary["finished"].toBool());
        QCOMPARE(summary["updates"].toInt(), 2);
    }

    void evaluate_scores_the_model() {
        QVERIFY(!folder_.isEmpty());
        const ProgramResult result =
            run_program({"evaluate", "--model", folder_, "--policy", "static-gpu", "--runs", "3",
                         "--patterns", "ramp,spike", "--results-dir", results_.path(), "--json"});
        QVERIFY2(result.code == 0, result.err);
        const QJsonObject ramp = at(result.object(), "patterns.ramp").toObject();
        for (const char* key : {"mean", "std", "min", "max", "se"})
            QVERIFY2(ramp["episode_return"].toObject()[key].isDouble(), key);
        QCOMPARE(at(ramp, "episode_return.n").toInt(), 3);
        for (const char* key : {"latency_p95_ms", "cost_usd", "slo_violations"})
            QVERIFY2(ramp[key].isDouble(), key);
        QVERIFY(!result.object()["patterns"].toObject().contains("random"));
        QCOMPARE(result.object()["policies"].toObject().keys(), (QStringList{"ppo", "static-gpu"}));
        QCOMPARE(QDir(results_.path()).entryList({"evaluation_*"}).size(), 1);
    }

    void evaluate_tells_a_table() {
        const ProgramResult result = run_program(
            {"evaluate", "--policy", "static-cpu", "--runs", "2", "--results-dir", results_.path()});
        QVERIFY2(result.code == 0, result.err);
        QCOMPARE(result.lines().size(), 6);  // header, four patterns, all
        QVERIFY(result.lines()[0].contains("return"));
    }

    void an_interrupted_run_goes_on() {
        QProcess first;
        start_training(first, small_run(2000000));
        QThread::msleep(300);
        interrupt(first);
        const QString folder = QString::fromUtf8(first.readAllStandardOutput().trimmed());
        QCOMPARE(manifest(folder)["state"].toString(), QString("stopped"));
        QVERIFY(QFile::exists(folder + "/last.pt"));

        QProcess second;
        start_training(second, {"train", "--resume", folder});
        interrupt(second);
        QCOMPARE(QString::fromUtf8(second.readAllStandardOutput().trimmed()), folder);
    }

    void bad_requests_leave_nothing_behind_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("unknown key") << QStringList{"train", "--set", "agent.gama=1"} << 2;
        QTest::newRow("no update") << QStringList{"train", "--set", "training.total_steps=10"} << 2;
        QTest::newRow("resume nothing") << QStringList{"train", "--resume", "/nonexistent"} << 2;
        QTest::newRow("resume with a config") << QStringList{"train", "--resume", "/tmp", "--seed", "1"} << 2;
        QTest::newRow("missing model") << QStringList{"evaluate", "--model", "/nonexistent.pt"} << 2;
        QTest::newRow("foreign model")
            << QStringList{"evaluate", "--model", TRIMTAB_SOURCE_DIR "/README.md"} << 2;
        QTest::newRow("missing start")
            << QStringList{"train", "--init-from", "/nonexistent.pt", "--set", "training.total_steps=2048"}
            << 2;
        QTest::newRow("nothing to evaluate") << QStringList{"evaluate"} << 2;
        QTest::newRow("unknown policy") << QStringList{"evaluate", "--policy", "statik-gpu"} << 2;
        QTest::newRow("unknown pattern")
            << QStringList{"evaluate", "--policy", "static-gpu", "--patterns", "rmap"} << 2;
        QTest::newRow("unwritable results")
            << QStringList{"train", "--set", "training.total_steps=2048", "--results-dir", "/dev/null/rl"}
            << 1;
    }
    void bad_requests_leave_nothing_behind() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QTemporaryDir folder;
        const bool has_folder = arguments.contains("--results-dir") || arguments.contains("--resume");
        if (!has_folder) arguments << "--results-dir" << folder.path();
        const ProgramResult result = run_program(arguments);
        QVERIFY2(result.code == code, QByteArray::number(result.code) + " " + result.err);
        QVERIFY(result.out.isEmpty());
        QVERIFY(result.err.contains("error: "));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void doctor_passes_here() {
        const ProgramResult result = run_program({"doctor", "--offline", "--json"});
        QVERIFY2(result.code == 0, result.out + result.err);
        QCOMPARE(result.array().size(), 6);
        for (const QJsonValue& check : result.array()) QVERIFY(check.toObject()["passed"].toBool());
    }

    void bench_has_its_keys() {
        const ProgramResult result = run_program({"bench", "--seconds", "0.05", "--json"});
        QVERIFY2(result.code == 0, result.err);
        const QJsonObject measured = result.object();
        for (const char* key : {"simulator_steps_per_s", "simulator_ns_per_request", "act_us_b1",
                                "act_us_b64", "update_us_mb64", "sgemm_gflops", "update_floor_ratio",
                                "learner_steps_per_s", "learner_steps_per_s_1env", "training_steps_per_s",
                                "training_steps_per_s_1core", "evaluation_episodes_per_s",
                                "planner_seconds_per_episode", "peak_rss_mb", "blas", "torch", "threads"})
            QVERIFY2(measured.contains(key), key);
        QVERIFY(measured["simulator_steps_per_s"].toDouble() > 0);
    }

    void bench_says_from_where_a_gpu_pays() {
        const ProgramResult result = run_program({"bench", "--devices", "--seconds", "0.05", "--json"});
        QVERIFY2(result.code == 0, result.err);
        const QJsonArray rows = result.object()["minibatches"].toArray();
        QCOMPARE(rows.size(), 9);
        const bool cuda = result.object()["cuda"].toBool();
        for (const QJsonValue& row : rows) {
            QVERIFY(row["cpu_us"].toDouble() > 0);
            QCOMPARE(row["cuda_us"].isDouble(), cuda);
        }
        if (!cuda) QVERIFY(result.object()["conclusion"].toString().startsWith("no CUDA device"));
    }

  private:
    QStringList small_run(int steps) const {
        QStringList out = {"train", "--results-dir", results_.path()};
        for (const QString& set :
             {QString("training.n_envs=8"), QString("agent.buffer_size=512"), QString("agent.hidden_size=16"),
              QString("training.evaluation_runs=1"), QString("training.evaluation_interval_episodes=1000"),
              QString("training.checkpoint_interval_episodes=100000"),
              QString("training.total_steps=%1").arg(steps)})
            out << "--set" << set;
        return out;
    }

    /// Returns once the run folder is announced.
    static void start_training(QProcess& process, const QStringList& arguments) {
        process.start(QStringLiteral(TRIMTAB_PROGRAM), arguments);
        process.setReadChannel(QProcess::StandardError);
        QByteArray told;
        while (!told.contains("training in ") && process.waitForReadyRead(60000)) told += process.readAll();
        QVERIFY2(told.contains("training in "), told);
    }

    /// What Ctrl+C does; the program ends in its own time.
    static void interrupt(QProcess& process) {
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
    }

    static QJsonObject manifest(const QString& folder) {
        QFile file(folder + "/manifest.json");
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }

    QTemporaryDir results_;
    QString folder_;
};

QTEST_APPLESS_MAIN(TestProgramTraining)
#include "tst_program_training.moc"
