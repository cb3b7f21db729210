// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTest>

#include "tests/integration/program.h"
#include "tests/integration/slurm_daemons.h"
#include "tests/integration/small_sweep.h"

/// The built program: `sweep --on slurm` on a Slurm of its own on loopback.
class TestProgramSlurm : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        if (!slurm_.start()) QSKIP(qPrintable("no Slurm: " + slurm_.reason));
    }

    void init() { files_.reset(new SmallSweep); }

    void a_sweep_is_submitted_followed_and_collected() {
        files_->write("s.yaml", SmallSweep::text(1024));
        const ProgramResult result = run({"--json"});
        QVERIFY2(result.code == 0, result.err);
        QVERIFY2(result.err.contains(" was submitted, with 4 runs"), result.err);
        QCOMPARE(at(result.object(), "runs.finished").toInt(), 4);
        QVERIFY(!result.object()["partial"].toBool());
        QCOMPARE(trainings().size(), 4);
        const ProgramResult again = run({});
        QCOMPARE(again.code, 0);
        QVERIFY2(!again.err.contains("was submitted"), again.err);
        QCOMPARE(trainings().size(), 4);
    }

    void a_row_that_fails_is_tried_again_and_then_alone_submitted() {
        files_->write("s.yaml", SmallSweep::text(1024) + "  retries: 1\n");
        const QByteArray key = run({"--plan"}).lines().at(1).split(',').at(1);
        // Its evaluation cannot be written where a folder stands.
        const QString blocked = files_->results() + "/rows/" + key + "/comprehensive_evaluation.json";
        QVERIFY(QDir().mkpath(blocked));
        const ProgramResult result = run({"--json"});
        QCOMPARE(result.code, 1);
        QVERIFY2(result.err.contains("1 of 4 runs are not finished"), result.err);
        QCOMPARE(at(result.object(), "runs.failed").toInt(), 1);
        QVERIFY(result.object()["partial"].toBool());
        QCOMPARE(QJsonDocument::fromJson(
                     SmallSweep::read(files_->results() + "/rows/" + key + "/row.json"))["failures"]
                     .toInt(),
                 2);
        QVERIFY(QDir().rmdir(blocked));
        const ProgramResult again = run({});
        QVERIFY2(again.code == 0, again.err);
        QVERIFY2(again.err.contains(" was submitted, with 1 runs"), again.err);
    }

    void a_cancelled_job_keeps_its_checkpoints_and_goes_on() {
        files_->write("s.yaml", SmallSweep::text(30000));
        QProcess follower;
        follower.start(QStringLiteral(TRIMTAB_PROGRAM), words({}));
        QTRY_VERIFY_WITH_TIMEOUT(trainings().size() >= 2, 60000);
        follower.kill();
        QVERIFY(follower.waitForFinished());
        // The job outlives who follows it, and is found again instead of submitted twice.
        const ProgramResult found = run({"--detach"});
        QCOMPARE(found.code, 0);
        QVERIFY2(found.err.contains("of this sweep is there already"), found.err);
        const QByteArray job = found.out.trimmed();
        SlurmDaemons::ask("scancel", {job});
        QTRY_VERIFY_WITH_TIMEOUT(SlurmDaemons::ask("squeue", {"--noheader"}).isEmpty(), 60000);
        const auto states = [this] {
            QStringList out;
            for (const QString& name : trainings())
                out << QJsonDocument::fromJson(
                           SmallSweep::read(files_->results() + "/" + name + "/manifest.json"))["state"]
                           .toString();
            return out;
        };
        // Each run that was cut off wrote its last checkpoint first.
        QCOMPARE(states().count("stopped") + states().count("finished"), states().size());
        const ProgramResult partial = run({"--collect", "--json"});
        QCOMPARE(partial.code, 1);
        QVERIFY(partial.object()["partial"].toBool());
        const ProgramResult rest = run({"--json"});
        QVERIFY2(rest.code == 0, rest.err);
        QCOMPARE(at(rest.object(), "runs.finished").toInt(), 4);
        QCOMPARE(states(), QStringList(4, "finished"));  // each in its own folder, none begun twice
    }

    void what_slurm_refuses_leaves_nothing_queued() {
        files_->write("s.yaml", SmallSweep::text(1024) + "slurm:\n  partition: nowhere\n");
        const ProgramResult result = run({});
        QCOMPARE(result.code, 2);
        QVERIFY2(result.err.contains("Slurm refuses the job (invalid partition specified: nowhere"),
                 result.err);
        QVERIFY(SlurmDaemons::ask("squeue", {"--noheader"}).isEmpty());
    }

  private:
    QStringList trainings() const { return QDir(files_->results()).entryList({"training_*"}, QDir::Dirs); }

    QStringList words(const QStringList& more) const {
        return QStringList{"sweep",         files_->path("s.yaml"), "--on", "slurm", "--no-baselines",
                           "--results-dir", files_->path("rl")} +
               more;
    }
    ProgramResult run(const QStringList& more) const { return run_program(words(more)); }

    SlurmDaemons slurm_;
    QScopedPointer<SmallSweep> files_;
};

QTEST_GUILESS_MAIN(TestProgramSlurm)
#include "tst_program_slurm.moc"
