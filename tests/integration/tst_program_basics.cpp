// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/integration/program.h"

/// The built program: usage, configurations, pages.
class TestProgramBasics : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void without_a_command_it_tells_the_commands() {
        const ProgramResult result = run_program({});
        QCOMPARE(result.code, 2);
        QVERIFY(result.out.isEmpty());
        QVERIFY(result.err.contains("train"));
    }

    void a_misspelt_command_is_guessed() {
        const ProgramResult result = run_program({"evalaute"});
        QCOMPARE(result.code, 2);
        QVERIFY2(result.err.contains("did you mean 'evaluate'?"), result.err);
    }

    void help_and_version_are_data() {
        QVERIFY(run_program({"--version"}).out.startsWith("trimtab "));
        const ProgramResult help = run_program({"train", "--help"});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains("--resume"));
        QCOMPARE(run_program({"help", "train"}).out, help.out);
    }

    void shipped_configurations_are_fine() {
        const QString folder = QString(TRIMTAB_SOURCE_DIR) + "/configs/";
        const ProgramResult result =
            run_program({"config", "check", folder + "default.yaml", folder + "kisim.json", "--json"});
        QCOMPARE(result.code, 0);
        QCOMPARE(result.array().size(), 2);
        QVERIFY(result.item(1)["valid"].toBool());
    }

    void a_wrong_configuration_is_told_with_its_line() {
        QTemporaryDir folder;
        const QString file = folder.filePath("a.yaml");
        write(file, "agent:\n  gama: 0.9\n  gamma: 2\n");
        const ProgramResult result = run_program({"config", "check", file});
        QCOMPARE(result.code, 2);
        QVERIFY2(result.err.contains(":2: agent.gama is not a known key; did you mean 'agent.gamma'?"),
                 result.err);
        QVERIFY2(result.err.contains(":3: agent.gamma must be a number from 0 to 1, not '2'"), result.err);
    }

    void bad_files_end_with_2_data() {
        QTest::addColumn<QString>("path");
        QTest::newRow("missing") << "/nonexistent/a.yaml";
        QTest::newRow("directory") << "/";
        QTest::newRow("endless device") << "/dev/zero";
        QTest::newRow("empty") << "/dev/null";
    }
    void bad_files_end_with_2() {
        QFETCH(QString, path);
        const ProgramResult result = run_program({"config", "check", path});
        QCOMPARE(result.code, 2);
        QVERIFY(result.err.contains("error"));
    }

    void show_writes_what_can_be_read() {
        QTemporaryDir folder;
        const QString file = folder.filePath("day.yaml");
        const ProgramResult shown =
            run_program({"config", "show", "--profile", "day", "--set", "agent.gamma=0.9", "--comments"});
        QCOMPARE(shown.code, 0);
        write(file, shown.out);
        const ProgramResult diff = run_program({"config", "diff", file});
        QCOMPARE(diff.code, 0);
        QCOMPARE(diff.out, QByteArray("agent.gamma: 0.99 -> 0.9\n"));
        QCOMPARE(
            at(run_program({"config", "show", file, "--json"}).object(), "environment.max_replicas").toInt(),
            20);
    }

    void the_schema_is_json() {
        const ProgramResult result = run_program({"config", "schema"});
        QCOMPARE(result.object()["$schema"].toString(),
                 QString("https://json-schema.org/draft/2020-12/schema"));
    }

    void the_bash_completion_is_a_script() {
        const ProgramResult script = run_program({"generate", "bash"});
        QProcess bash;
        bash.start(
            "bash",
            {"-c",
             script.out +
                 "\nCOMP_WORDS=(trimtab config ch); COMP_CWORD=2; _trimtab; echo \"${COMPREPLY[@]}\""
                 "\nCOMP_WORDS=(trimtab train --set agent.gam); COMP_CWORD=3; compopt() { :; }; _trimtab; "
                 "echo \"${COMPREPLY[@]}\""});
        QVERIFY(bash.waitForFinished());
        QCOMPARE(bash.readAllStandardOutput(), QByteArray("check\nagent.gamma=\n"));
        QCOMPARE(bash.readAllStandardError(), QByteArray());
    }

    void a_full_disk_is_told() {
        QProcess process;
        process.setStandardOutputFile("/dev/full");
        process.start(QStringLiteral(TRIMTAB_PROGRAM), {"config", "show"});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("could not be written"));
    }

  private:
    static void write(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
};

QTEST_APPLESS_MAIN(TestProgramBasics)
#include "tst_program_basics.moc"
