// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>

#include "tests/integration/program.h"
#include "tests/integration/small_sweep.h"

/// The built program: `sweep` on local processes.
class TestProgramSweep : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() { files_.reset(new SmallSweep); }

    void a_sweep_ends_in_one_comparison() {
        files_->write("s.yaml", SmallSweep::text(1024) + "  policies: [static-gpu, hpa]\n");
        const ProgramResult result = run({});
        QVERIFY2(result.code == 0, result.err);
        QVERIFY2(result.out.contains("Best by its interval: "), result.out);
        QVERIFY(result.out.contains("4 of 4 runs are finished"));
        const QDir rl(files_->results());
        for (const char* name : {"sweep_report.txt", "sweep_report.html", "sweep_report.pdf",
                                 "sweep_result.json", "sweep_result.csv", "sweep_table.csv"})
            QVERIFY2(rl.exists(name), name);
        QCOMPARE(rl.entryList({"training_*"}).size(), 4);
        const QStringList comparisons = rl.entryList({"comparison_*"}, QDir::Dirs);
        QCOMPARE(comparisons.size(), 1);
        const QByteArray report = SmallSweep::read(rl.filePath(comparisons[0] + "/rl_comparison_report.txt"));
        for (const char* contender : {"learning_rate=1e-4", "learning_rate=3e-4", "static-gpu", "hpa"})
            QVERIFY2(report.contains(contender), contender);
        // A later report reads the same contenders from the folder.
        const ProgramResult later = run_program({"report", rl.filePath(comparisons[0])});
        QVERIFY2(later.code == 0, later.err);

        const auto before = times();
        const ProgramResult again = run({"--json"});
        QCOMPARE(again.code, 0);
        QCOMPARE(at(again.object(), "runs.finished").toInt(), 4);
        QVERIFY(
            again.object()["configurations"].toArray().at(0).toObject()["mean"].toObject()["low"].isDouble());
        QCOMPARE(times(), before);  // nothing ran again
        QCOMPARE(rl.entryList({"comparison_*"}, QDir::Dirs).size(), 1);
    }

    void a_killed_sweep_goes_on_and_repeats_nothing() {
        files_->write("s.yaml", SmallSweep::text(60000));
        QProcess first;
        first.start(QStringLiteral(TRIMTAB_PROGRAM), words({"--no-baselines"}));
        QTRY_VERIFY_WITH_TIMEOUT(finished_rows() >= 2, 120000);
        first.kill();
        QVERIFY(first.waitForFinished());
        QTRY_VERIFY_WITH_TIMEOUT(children().isEmpty(), 60000);  // the rows do not outlive their sweep
        const auto before = times();
        QVERIFY(before.size() < 4);
        const ProgramResult second = run({"--no-baselines", "--json"});
        QVERIFY2(second.code == 0, second.err);
        QCOMPARE(at(second.object(), "runs.finished").toInt(), 4);
        const double occupied = at(second.object(), "processes.occupied_fraction").toDouble();
        QVERIFY2(occupied > 0 && occupied <= 1, second.out);
        QVERIFY(at(second.object(), "processes.cpu_s").toDouble() > 0);
        const auto after = times();
        for (auto it = before.begin(); it != before.end(); ++it) QCOMPARE(after[it.key()], it.value());
        // An interrupted row went on in its own folder: no row has two.
        QVERIFY(QDir(files_->results()).entryList({"training_*"}).size() <= 6);
    }

    void killed_at_ten_moments_it_repeats_nothing_and_loses_nothing() {
        files_->write("s.yaml", SmallSweep::text(12000, "1..4") + "  retries: 0\n");
        // Often enough for some runs to be killed between two checkpoints and others before the first.
        files_->write(
            "base.yaml",
            SmallSweep::read(files_->path("base.yaml")).replace("episodes: 100000", "episodes: 200"));
        QRandomGenerator moments(7);
        for (int kill = 0; kill < 10; ++kill) {
            const auto before = times();
            QProcess process;
            process.start(QStringLiteral(TRIMTAB_PROGRAM), words({"--no-baselines"}));
            QVERIFY(process.waitForStarted());
            if (process.waitForFinished(moments.bounded(50, 3000))) break;  // a fast machine is done
            process.kill();
            QVERIFY(process.waitForFinished());
            // Every other time the runs die with it and write nothing more; else they stop by themselves.
            for (const qint64 pid : children())
                if (kill % 2 == 0) ::kill(static_cast<pid_t>(pid), SIGKILL);
            QTRY_VERIFY_WITH_TIMEOUT(children().isEmpty(), 60000);
            const auto after = times();
            for (auto it = before.begin(); it != before.end(); ++it) QCOMPARE(after[it.key()], it.value());
        }
        const ProgramResult rest = run({"--no-baselines", "--json"});
        QVERIFY2(rest.code == 0, rest.err);
        QCOMPARE(at(rest.object(), "runs.finished").toInt(), 8);
        // What was killed and went on gave the same numbers as what never was.
        const ProgramResult calm = run_program({"sweep", files_->path("s.yaml"), "--results-dir",
                                                files_->path("calm"), "--no-baselines", "--json"});
        QCOMPARE(calm.code, 0);
        QCOMPARE(rest.object()["configurations"], calm.object()["configurations"]);
    }

    void an_interrupted_sweep_says_how_to_go_on() {
        files_->write("s.yaml", SmallSweep::text(2000000));
        QProcess process;
        process.start(QStringLiteral(TRIMTAB_PROGRAM), words({}));
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(files_->results()).entryList({"training_*"}).isEmpty(), 60000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(process.readAllStandardError().contains("run the same command again to continue"));
        const ProgramResult partial = run({"--collect", "--no-baselines", "--json"});
        QCOMPARE(partial.code, 1);
        QVERIFY(partial.object()["partial"].toBool());
        QCOMPARE(at(partial.object(), "runs.finished").toInt(), 0);
    }

    void a_row_that_fails_does_not_end_the_others() {
        files_->write("s.yaml", SmallSweep::text(1024) + "  retries: 1\n");
        const QByteArray table = run({"--plan"}).out;
        const QByteArray key = table.split('\n').at(1).split(',').at(1);
        // Its evaluation cannot be written where a folder stands.
        QVERIFY(QDir().mkpath(files_->results() + "/rows/" + key + "/comprehensive_evaluation.json"));
        const ProgramResult result = run({"--no-baselines", "--json"});
        QCOMPARE(result.code, 1);
        QVERIFY2(result.err.contains("row 0: training ended with"), result.err);
        QCOMPARE(at(result.object(), "runs.finished").toInt(), 3);
        QCOMPARE(at(result.object(), "runs.failed").toInt(), 1);
        const QByteArray record = SmallSweep::read(files_->results() + "/rows/" + key + "/row.json");
        QCOMPARE(QJsonDocument::fromJson(record).object()["failures"].toInt(), 2);  // tried again once
        QVERIFY(QDir(files_->results() + "/rows/" + key).rmdir("comprehensive_evaluation.json"));
        QCOMPARE(run({"--no-baselines"}).code, 0);
    }

    void the_plan_and_the_array_script_are_shown() {
        files_->write("s.yaml", SmallSweep::text(1024));
        const ProgramResult plan = run({"--plan"});
        QCOMPARE(plan.lines().size(), 5);
        QVERIFY(plan.lines()[1].startsWith("0,"));
        QCOMPARE(run({"--plan", "--json"}).object()["runs"].toInt(), 4);
        const ProgramResult script = run({"--on", "slurm", "--render"});
        QVERIFY(script.out.startsWith("#!/bin/bash\n"));
        QVERIFY(script.out.contains("#SBATCH --array=0-3\n"));
        QVERIFY(!QFile::exists(files_->results()));
        QCOMPARE(run({"--index", "4"}).code, 2);
        QCOMPARE(run({"--set", "agent.gama=1", "--plan"}).code, 2);
    }

    void slurm_is_asked_data() {
        QTest::addColumn<QByteArray>("sbatch");
        QTest::addColumn<QByteArray>("squeue");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("words");
        const QByteArray runs =
            "for task in 0 1 2 3; do SLURM_ARRAY_TASK_ID=$task bash slurm.sh >&2; done; echo '7;c'";
        QTest::newRow("runs") << runs << QByteArray("true") << 0
                              << QByteArray("job 7 was submitted, with 4 runs");
        QTest::newRow("runs nothing") << QByteArray("echo 7") << QByteArray("true") << 1
                                      << QByteArray("4 of 4 runs are not finished; see ");
        QTest::newRow("refused") << QByteArray("echo 'sbatch: error: Invalid account' >&2; exit 1")
                                 << QByteArray("true") << 2
                                 << QByteArray(
                                        "Slurm refuses the job (Invalid account); correct section slurm");
        QTest::newRow("silent") << runs << QByteArray("echo 'Unable to contact slurm controller' >&2; exit 1")
                                << 3 << QByteArray("Unable to contact slurm controller");
        QTest::newRow("absent") << QByteArray() << QByteArray() << 0
                                << QByteArray("there is no sbatch here; submit with: sbatch ");
    }

    void slurm_is_asked() {
        QFETCH(QByteArray, sbatch);
        QFETCH(QByteArray, squeue);
        QFETCH(int, code);
        QFETCH(QByteArray, words);
        files_->write("s.yaml", SmallSweep::text(1024));
        QVERIFY(QDir().mkdir(files_->path("bin")));
        for (const auto& [name, text] : {std::pair{"bin/sbatch", sbatch}, std::pair{"bin/squeue", squeue}}) {
            if (text.isEmpty()) continue;
            files_->write(name, "#!/bin/sh\n" + text + "\n");
            QFile::setPermissions(files_->path(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
        for (const char* tool : {"bash", "sh"}) QFile::link("/bin/bash", files_->path("bin/") + tool);
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", files_->path("bin").toUtf8());
        const ProgramResult result = run({"--on", "slurm", "--no-baselines"});
        qputenv("PATH", before);
        QVERIFY2(result.code == code, result.err);
        QVERIFY2(result.err.contains(words), result.err);
        QCOMPARE(finished_rows(), code == 0 && !sbatch.isEmpty() ? 4 : 0);
        QCOMPARE(QFile::exists(files_->results() + "/slurm.sh"), code != 3);
    }

  private:
    QStringList words(const QStringList& more) const {
        return QStringList{"sweep", files_->path("s.yaml"), "--results-dir", files_->path("rl")} + more;
    }
    ProgramResult run(const QStringList& more) const { return run_program(words(more)); }

    /// When each finished row was recorded, by key.
    QMap<QString, qint64> times() const {
        QMap<QString, qint64> out;
        QDirIterator it(files_->results() + "/rows", {"row.json"}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QFileInfo info(it.next());
            if (SmallSweep::read(info.filePath()).contains("\"finished\""))
                out[info.dir().dirName()] = info.lastModified().toMSecsSinceEpoch();
        }
        return out;
    }
    int finished_rows() const { return static_cast<int>(times().size()); }

    /// Processes whose command line names this test's folder.
    QList<qint64> children() const {
        QList<qint64> out;
        for (const QString& pid : QDir("/proc").entryList({"[0-9]*"}, QDir::Dirs))
            if (SmallSweep::read("/proc/" + pid + "/cmdline").contains(files_->path("s.yaml").toUtf8()))
                out << pid.toLongLong();
        return out;
    }

    QScopedPointer<SmallSweep> files_;
};

QTEST_GUILESS_MAIN(TestProgramSweep)
#include "tst_program_sweep.moc"
