// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>
#include <unistd.h>

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "tests/integration/program.h"

/// The built program from a trained model to a verified bundle: `compare`, `figures`, `report`, `verify`,
/// `pipeline`. All tests share one small training and one comparison.
class TestProgramComparison : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(results_.isValid());
        const ProgramResult trained =
            run_program(QStringList{"train", "--results-dir", results_.path()} + small_training(4096));
        QVERIFY2(trained.code == 0, trained.err);
        training_ = QString::fromUtf8(trained.lines().back());
        compared_ = run_program({"compare", "--model", training_, "--policy", "static-gpu", "--policy", "hpa",
                                 "--runs", "4", "--results-dir", results_.path(), "--json"});
        QVERIFY2(compared_.code == 0, compared_.err);
        comparison_ = only_folder(results_.path(), "comparison_*");
        QVERIFY(!comparison_.isEmpty());
    }

    void compare_gives_a_verdict_for_each_baseline_and_pattern() {
        const QJsonArray pairs = compared_.object()["comparisons"].toArray();
        QStringList baselines;
        for (const QJsonValue& pair : pairs) {
            QCOMPARE(pair["policy"].toString(), QString("ppo"));
            baselines << pair["baseline"].toString();
            for (const char* pattern : {"ramp", "spike", "periodic", "random", "all"}) {
                const QString verdict = pair["patterns"][QLatin1String(pattern)]["verdict"].toString();
                QVERIFY2((QStringList{"better", "worse", "no difference"}.contains(verdict)), pattern);
            }
        }
        QCOMPARE(baselines, (QStringList{"static-gpu", "hpa"}));
    }

    void one_model_speaks_of_episodes_only() {
        const QJsonObject data = compared_.object();
        QCOMPARE(at(data, "contenders.ppo.unit_of_inference").toString(), QString("episode"));
        QCOMPARE(at(data, "contenders.ppo.units").toInt(), 4);
        const QString statement = data["unit_statement"].toString();
        QVERIFY2(statement.contains("one training seed"), qPrintable(statement));
        QVERIFY(read(comparison_ + "/methods.txt").contains("episode"));
    }

    void the_comparison_folder_is_complete_and_sealed() {
        const QJsonObject artefacts = json(comparison_ + "/manifest.json")["artefacts"].toObject();
        for (const char* name : {"rl_comparison_data.json", "rl_comparison_plots.png",
                                 "rl_comparison_report.txt", "report.pdf", "report.html", "methods.txt",
                                 "comparison_table.tex", "comprehensive_evaluation.json", "config.yaml"}) {
            const QByteArray content = read(comparison_ + "/" + name);
            QVERIFY2(!content.isEmpty(), name);
            const QJsonObject recorded = artefacts[QLatin1String(name)].toObject();
            QCOMPARE(recorded["bytes"].toInteger(), qint64(content.size()));
            QCOMPARE(recorded["sha256"].toString().toLatin1(),
                     QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
        }
        QCOMPARE(json(comparison_ + "/rl_comparison_data.json"), compared_.object());
    }

    void foreign_episodes_join_a_comparison() {
        const QJsonArray recorded =
            at(json(comparison_ + "/comprehensive_evaluation.json"), "policies.hpa.episodes").toArray();
        QByteArray lines;
        for (const QJsonValue& value : recorded) {
            QJsonObject episode = value.toObject();
            episode.remove("latency_histogram_us");
            episode["policy"] = "mine";
            episode["episode_return"] = episode["episode_return"].toDouble() + 100;
            lines += QJsonDocument(episode).toJson(QJsonDocument::Compact) + "\n";
        }
        const QString file = write("mine.jsonl", lines);
        QTemporaryDir folder;
        const ProgramResult result = run_program({"compare", "--policy", "hpa", "--episodes", file, "--runs",
                                                  "4", "--results-dir", folder.path(), "--json"});
        QVERIFY2(result.code == 0, result.err);
        const QJsonObject pair = result.object()["comparisons"].toArray().at(0).toObject();
        const bool mine_first = pair["policy"].toString() == "mine";
        QCOMPARE(pair[mine_first ? "baseline" : "policy"].toString(), QString("hpa"));
        const double difference =
            at(pair, "patterns.ramp.metrics.episode_return.difference.value").toDouble();
        QVERIFY2(qAbs(qAbs(difference) - 100) < 1e-9, QByteArray::number(difference));
    }

    void rewards_rank_the_policies_under_each() {
        const QString configs = TRIMTAB_SOURCE_DIR "/configs/";
        const ProgramResult result = run_program(
            {"compare", "--policy", "rule", "--policy", "static-gpu", "--runs", "2", "--rewards",
             configs + "default.yaml," + configs + "kisim.json", "--json", "--results-dir", results_.path()});
        QVERIFY2(result.code == 0, result.err);
        const QJsonArray rankings = result.object()["rankings"].toArray();
        QCOMPARE(rankings.size(), 2);
        for (const QJsonValue& ranking : rankings) {
            QCOMPARE(ranking["scores"].toArray().size(), 2);
            QCOMPARE(ranking["scores"][0]["rank"].toInt(), 1);
            QCOMPARE(ranking["scores"][0]["mean_return"]["n"].toInt(), 2);
        }
        QCOMPARE(rankings[0]["reward"].toString(), QString("default"));
        QCOMPARE(rankings[1]["reward"].toString(), QString("kisim"));
    }

    void figures_come_in_every_format() {
        const ProgramResult result = run_program({"figures", training_, "--format", "pdf,svg,png,tex,csv"});
        QVERIFY2(result.code == 0, result.err);
        QCOMPARE(result.lines().size(), 15);
        const QString curve = training_ + "/figures/reward_curve.";
        QVERIFY(read(curve + "pdf").startsWith("%PDF-"));
        QVERIFY(read(curve + "svg").contains("<svg"));
        QVERIFY(read(curve + "png").startsWith("\x89PNG"));
        QVERIFY(read(curve + "tex").contains("\\begin{tikzpicture}"));
        QVERIFY(read(curve + "csv").count('\n') > 3);
    }

    void a_later_report_is_the_one_that_compare_wrote() {
        const QByteArray report = read(comparison_ + "/report.html");
        QVERIFY(report.contains("whole interval is beyond the target"));
        const ProgramResult again = run_program({"report", comparison_});
        QVERIFY2(again.code == 0, again.err);
        QCOMPARE(QString::fromUtf8(again.lines().back()), comparison_ + "/report.pdf");
        QVERIFY(read(comparison_ + "/report.html") == report);

        const ProgramResult drawn =
            run_program({"figures", comparison_, "--format", "csv", "--out", results_.filePath("drawn")});
        QVERIFY2(drawn.code == 0, drawn.err);
        QVERIFY(drawn.out.contains("/latency_cdf.csv"));
        QCOMPARE(drawn.lines().size(), QDir(comparison_ + "/figures").entryList({"*.pdf"}).size());
    }

    void a_bundle_gives_the_same_numbers() {
        const QString bundle = results_.filePath("artefact.zip");
        const ProgramResult packed = run_program({"report", comparison_, training_, "--bundle", bundle});
        QVERIFY2(packed.code == 0, packed.err);
        QCOMPARE(QString::fromUtf8(packed.lines().back()), bundle);
        const QByteArray before = read(bundle);
        const ProgramResult refused = run_program({"report", comparison_, "--bundle", bundle});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("--force"), refused.err);
        QVERIFY(read(bundle) == before);
        const ProgramResult replaced = run_program({"report", comparison_, "--bundle", bundle, "--force"});
        QVERIFY2(replaced.code == 0, replaced.err);
        QVERIFY2(replaced.err.contains("packing " + training_.toUtf8()), replaced.err);
        const ProgramResult verified = run_program({"verify", bundle});
        QVERIFY2(verified.code == 0, verified.out + verified.err);
        QVERIFY2(verified.out.contains("\nverified: 3 policies gave the same numbers"), verified.out);
        for (const char* policy : {"ppo", "static-gpu", "hpa"})
            QVERIFY2(verified.out.contains(QByteArray(policy) + ": 16 of 16 episodes gave the same numbers"),
                     verified.out);

        QByteArray bytes = read(bundle);
        bytes[bytes.size() / 2] = static_cast<char>(~bytes[bytes.size() / 2]);
        const ProgramResult damaged = run_program({"verify", write("damaged.zip", bytes)});
        QVERIFY2(damaged.code == 1, damaged.out + damaged.err);
    }

    void numbers_that_were_changed_before_packing_are_found() {
        const QString copy = copied_comparison();
        QJsonObject document = json(copy + "/comprehensive_evaluation.json");
        QJsonObject policies = document["policies"].toObject();
        QJsonObject hpa = policies["hpa"].toObject();
        QJsonArray episodes = hpa["episodes"].toArray();
        QJsonObject first = episodes[0].toObject();
        first["episode_return"] = 10;
        episodes[0] = first;
        hpa["episodes"] = episodes;
        policies["hpa"] = hpa;
        document["policies"] = policies;
        overwrite(copy + "/comprehensive_evaluation.json", QJsonDocument(document).toJson());
        const QString bundle = results_.filePath("polished.zip");
        QCOMPARE(run_program({"report", copy, "--bundle", bundle}).code, 0);
        const ProgramResult verified = run_program({"verify", bundle});
        QVERIFY2(verified.code == 1, verified.out + verified.err);
        QVERIFY2(verified.out.contains("hpa: 15 of 16 episodes gave the same numbers"), verified.out);
        QVERIFY2(verified.out.contains("\nNOT verified: "), verified.out);
    }

    void a_missing_model_is_no_verification() {
        const QString copy = copied_comparison();
        QJsonObject document = json(copy + "/comprehensive_evaluation.json");
        QJsonObject policies = document["policies"].toObject();
        QJsonObject ppo = policies["ppo"].toObject();
        ppo["source"] = "/nonexistent/training_20260101_110000/best_model.pt";
        policies["ppo"] = ppo;
        document["policies"] = policies;
        overwrite(copy + "/comprehensive_evaluation.json", QJsonDocument(document).toJson());
        const QString bundle = results_.filePath("without_model.zip");
        const ProgramResult packed = run_program({"report", copy, "--bundle", bundle});
        QCOMPARE(packed.code, 0);
        QVERIFY2(packed.err.contains("verify will say that it is missing"), packed.err);
        const ProgramResult verified = run_program({"verify", bundle});
        QVERIFY2(verified.code == 1, verified.out + verified.err);
        QVERIFY2(verified.out.contains("ppo: not played again, its model"), verified.out);
        QVERIFY2(verified.out.contains("NOT verified: 2 policies gave the same numbers, 1 could not"),
                 verified.out);
    }

    void a_comparison_tells_why_its_policies_decided() {
        const QList<QByteArray> lines = read(comparison_ + "/timelines.jsonl").trimmed().split('\n');
        QCOMPARE(lines.size(), 3 * 4 * 10);  // three policies, the first episode of four patterns, ten steps
        const QJsonObject first = QJsonDocument::fromJson(lines.front()).object();
        QCOMPARE(first["policy"].toString(), QString("ppo"));
        QCOMPARE(first["probabilities"].toArray().size(), 3);
        QVERIFY(first["value"].isDouble() && !first["reason"].toString().isEmpty());
        for (const char* pattern : {"ramp", "spike", "periodic", "random"})
            QVERIFY(QFile::exists(comparison_ + "/figures/replica_timeline_" + pattern + ".pdf"));
    }

    void an_exported_policy_needs_no_trimtab() {
        const QString file = results_.filePath("policy.ts.pt");
        const ProgramResult exported = run_program({"export", training_, file});
        QVERIFY2(exported.code == 0, exported.err);
        QCOMPARE(exported.out.trimmed(), file.toUtf8());
        const ProgramResult again = run_program({"export", training_, file});
        QCOMPARE(again.code, 2);
        QVERIFY2(again.err.contains("--force"), again.err);
        QCOMPARE(run_program({"export", training_, file, "--force"}).code, 0);
        QProcess python;
        python.start("/usr/bin/python3",
                     {"-c",
                      "import sys, json\n"
                      "try: import torch\n"
                      "except ImportError: print('no torch'); sys.exit()\n"
                      "extra = {'trimtab.json': ''}\n"
                      "module = torch.jit.load(sys.argv[1], _extra_files=extra)\n"
                      "told = json.loads(extra['trimtab.json'])\n"
                      "heads, values = module(torch.zeros(4, len(told['inputs'])))\n"
                      "assert values.shape == (4,)\n"
                      "assert [h.shape[1] for h in heads] == [len(h['values']) for h in told['heads']]\n"
                      "assert all(abs(float(h.sum()) - 4) < 1e-5 for h in heads)\n"
                      "print('ok')",
                      file});
        QVERIFY(python.waitForFinished(60000));
        const QByteArray answer = python.readAllStandardOutput().trimmed();
        if (answer == "no torch") QSKIP("Debian's python3-torch is not installed");
        QVERIFY2(answer == "ok", python.readAllStandardError());
    }

    void without_libtorch_the_export_says_what_to_install() {
        const QTemporaryDir elsewhere;
        const QString alone = elsewhere.filePath("trimtab");
        QVERIFY(QFile::copy(TRIMTAB_PROGRAM, alone));
        QProcess program;
        program.start(alone, {"export", training_, elsewhere.filePath("policy.ts.pt")});
        QVERIFY(program.waitForFinished(60000));
        QVERIFY(program.exitCode() != 0);
        const QByteArray told = program.readAllStandardError();
        QVERIFY2(told.contains("install the package trimtab again"), told);
        QVERIFY(!QFile::exists(elsewhere.filePath("policy.ts.pt")));
    }

    void a_pipeline_ends_in_a_report_and_is_done_once() {
        QTemporaryDir folder;
        const ProgramResult first = run_program(small_pipeline(folder.path(), 2048));
        QVERIFY2(first.code == 0, first.err);
        const QString last = QString::fromUtf8(first.lines().back());
        QVERIFY2(last.startsWith("report: ") && last.endsWith("/report.pdf"), qPrintable(last));
        QVERIFY(read(last.mid(8)).startsWith("%PDF-"));
        QVERIFY(QFile::exists(last.mid(8).replace("report.pdf", "figures/reward_curve.pdf")));
        const QStringList folders = QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(folders.size(), 3);

        const ProgramResult second = run_program(small_pipeline(folder.path(), 2048));
        QCOMPARE(second.code, 0);
        QCOMPARE(second.out, first.out);
        QVERIFY2(!second.err.contains("trained"), second.err);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot), folders);
    }

    void an_interrupted_pipeline_goes_on() {
        QTemporaryDir folder;
        QProcess first;
        // As from a terminal, where Ctrl+C reaches the whole process group.
        first.setChildProcessModifier([] { ::setpgid(0, 0); });
        first.start(QStringLiteral(TRIMTAB_PROGRAM), small_pipeline(folder.path(), 60000));
        QVERIFY(first.waitForStarted());
        const auto metrics = [&](const QString& training) {
            return QFileInfo(folder.filePath(training + "/metrics.jsonl")).size();
        };
        QElapsedTimer patience;
        patience.start();
        QStringList trainings;
        const auto underway = [&] {
            trainings = QDir(folder.path()).entryList({"training_*"}, QDir::Dirs);
            return trainings.size() == 2 && metrics(trainings[0]) > 0 && metrics(trainings[1]) > 0;
        };
        while (!underway() && patience.elapsed() < 60000) QThread::msleep(20);
        QCOMPARE(trainings.size(), 2);
        QCOMPARE(::kill(-static_cast<pid_t>(first.processId()), SIGINT), 0);
        QVERIFY(first.waitForFinished(60000));
        QCOMPARE(first.exitCode(), 130);
        for (const QString& training : trainings) {
            QCOMPARE(json(folder.filePath(training + "/manifest.json"))["state"].toString(),
                     QString("stopped"));
            QVERIFY(QFile::exists(folder.filePath(training + "/last.pt")));
        }

        const ProgramResult second = run_program(small_pipeline(folder.path(), 60000));
        QVERIFY2(second.code == 0, second.err);
        QCOMPARE(QDir(folder.path()).entryList({"training_*"}, QDir::Dirs), trainings);
        for (const QString& training : trainings)
            QCOMPARE(json(folder.filePath(training + "/manifest.json"))["state"].toString(),
                     QString("finished"));
    }

    void bad_input_is_answered_in_words_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("words");
        const QString readme = TRIMTAB_SOURCE_DIR "/README.md";
        QTest::newRow("unknown format")
            << QStringList{"figures", training_, "--format", "pdf,gif"} << 2 << QByteArray("'gif'");
        QTest::newRow("unknown preset")
            << QStringList{"figures", training_, "--preset", "a4"} << 2 << QByteArray("ieee-column");
        QTest::newRow("no run to draw")
            << QStringList{"figures", "/nonexistent"} << 2 << QByteArray("not a run folder");
        QTest::newRow("no run to report")
            << QStringList{"report", "/nonexistent"} << 2 << QByteArray("not a run folder");
        QTest::newRow("missing bundle")
            << QStringList{"verify", "/nonexistent.zip"} << 1 << QByteArray("check the path");
        QTest::newRow("no bundle") << QStringList{"verify", readme} << 2 << QByteArray("not a bundle");
        QTest::newRow("missing model")
            << QStringList{"compare", "--model", "/nonexistent.pt"} << 2 << QByteArray("there is no model");
        QTest::newRow("foreign model")
            << QStringList{"compare", "--model", readme} << 2 << QByteArray("README.md");
        QTest::newRow("no episodes") << QStringList{"compare", "--policy", "hpa", "--episodes", readme} << 2
                                     << QByteArray("README.md:1: ");
        QTest::newRow("missing reward")
            << QStringList{"compare", "--policy", "hpa", "--rewards", "/nonexistent.yaml"} << 2
            << QByteArray("no such file");
        QTest::newRow("nothing to export")
            << QStringList{"export", "/nonexistent.pt", "/nonexistent/p.pt"} << 2 << QByteArray("no model");
        QTest::newRow("foreign export")
            << QStringList{"export", readme, "/nonexistent/p.pt"} << 2 << QByteArray("README.md");
        QTest::newRow("export into nowhere")
            << QStringList{"export", training_, "/nonexistent/p.pt"} << 1 << QByteArray("/nonexistent/p.pt");
        QTest::newRow("pipeline of nothing")
            << QStringList{"pipeline", "/nonexistent.yaml"} << 2 << QByteArray("no such file");
    }
    void bad_input_is_answered_in_words() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, words);
        const ProgramResult result = run_program(arguments);
        QVERIFY2(result.code == code, QByteArray::number(result.code) + " " + result.err);
        QVERIFY2(result.err.contains(words), result.err);
        QVERIFY2(result.out.isEmpty(), result.out);
        QVERIFY2(!result.err.contains("episodes\n"), "it is found before anything is played");
    }

    void a_damaged_evaluation_is_named() {
        const QString copy = copied_comparison();
        const QString file = copy + "/comprehensive_evaluation.json";
        overwrite(file, read(file).left(5000));
        for (const char* command : {"figures", "report"}) {
            const ProgramResult result = run_program({command, copy});
            QVERIFY2(result.code == 2, command);
            QVERIFY2(result.err.contains("comprehensive_evaluation.json: "), result.err);
            QVERIFY2(result.err.contains("run the evaluation again"), result.err);
        }
    }

    void a_damaged_pipeline_state_is_named() {
        QTemporaryDir folder;
        overwrite(folder.filePath("pipeline.json"), "[]");
        const ProgramResult result = run_program(small_pipeline(folder.path(), 2048));
        QCOMPARE(result.code, 2);
        QVERIFY2(result.err.contains("remove it to start anew"), result.err);
    }

  private:
    static QStringList small_training(int steps) {
        QStringList out;
        for (const QString& set :
             {QString("training.n_envs=8"), QString("agent.buffer_size=512"), QString("agent.hidden_size=16"),
              QString("training.evaluation_runs=1"), QString("training.evaluation_interval_episodes=1000"),
              QString("training.checkpoint_interval_episodes=100000"),
              QString("training.total_steps=%1").arg(steps)})
            out << "--set" << set;
        return out;
    }

    static QStringList small_pipeline(const QString& folder, int steps) {
        return QStringList{"pipeline",      TRIMTAB_SOURCE_DIR "/configs/quick.yaml",
                           "--results-dir", folder,
                           "--set",         "training.seeds=[3,4]",
                           "--set",         "evaluation.runs=3",
                           "--set",         "evaluation.policies=[static-gpu,rule]"} +
               small_training(steps);
    }

    static QByteArray read(const QString& name) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QJsonObject json(const QString& name) { return QJsonDocument::fromJson(read(name)).object(); }

    static void overwrite(const QString& name, const QByteArray& content) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), qint64(content.size()));
    }

    QString write(const QString& name, const QByteArray& content) const {
        overwrite(results_.filePath(name), content);
        return results_.filePath(name);
    }

    /// The only folder of that name in `parent`; empty where there is none or several.
    static QString only_folder(const QString& parent, const QString& name) {
        const QStringList found = QDir(parent).entryList({name}, QDir::Dirs);
        return found.size() == 1 ? parent + "/" + found.front() : QString();
    }

    /// The comparison's files in a folder of their own.
    QString copied_comparison() {
        const QString copy =
            results_.filePath(QString("copies/%1/comparison_20260101_120000").arg(++copies_));
        QDir().mkpath(copy);
        for (const QString& name : QDir(comparison_).entryList(QDir::Files))
            QFile::copy(comparison_ + "/" + name, copy + "/" + name);
        return copy;
    }

    QTemporaryDir results_;
    QString training_;
    QString comparison_;
    ProgramResult compared_;
    int copies_ = 0;
};

QTEST_APPLESS_MAIN(TestProgramComparison)
#include "tst_program_comparison.moc"
