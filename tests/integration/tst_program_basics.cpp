// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
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

    void every_command_and_option_is_in_the_manual_and_completed() {
        const QString man = QString::fromUtf8(run_program({"generate", "man"}).out).remove('\\');
        QString script = QString::fromUtf8(run_program({"generate", "bash"}).out) +
                         "\ncompopt() { :; }\nask() { COMP_WORDS=(trimtab \"$@\"); COMP_CWORD=$#; _trimtab; "
                         "echo \"${COMPREPLY[*]}\"; }\n";
        QList<QStringList> asked;  // the words typed, then what has to be offered
        const auto ask = [&](const QStringList& typed, const QStringList& wanted) {
            asked << (typed.isEmpty() ? QStringList{"trimtab"} : typed) + QStringList{"->"} + wanted;
            script += "ask '" + typed.join("' '") + "'\n";
        };
        const QStringList commands = rows(run_program({"--help"}).out, "Commands:");
        QVERIFY(commands.size() > 15);
        ask({""}, commands);
        for (const QString& command : commands) {
            const QByteArray page = run_program({"help", command}).out;
            const QStringList below = rows(page, "Commands:");
            if (!below.isEmpty()) ask({command, ""}, below);
            for (const QString& last : below.isEmpty() ? QStringList{""} : below) {
                const QStringList path = last.isEmpty() ? QStringList{command} : QStringList{command, last};
                const QByteArray help = last.isEmpty() ? page : run_program(QStringList{"help"} + path).out;
                const QStringList own = rows(help, "Options:");
                ask(path + QStringList{"--"}, own + rows(help, "Options of every command:"));
                const QString title = "\n.SS \"trimtab " + path.join(' ');
                QVERIFY2(man.contains(title), qPrintable(title));
                const QString section = man.section(title, 1).section("\n.S", 0, 0);
                for (const QString& option : own)
                    QVERIFY2(section.contains("\n"
                                              "fB" +
                                              option + "fR"),
                             qPrintable(path.join(' ') + ' ' + option));
            }
        }
        QProcess bash;
        bash.start("bash", {"-c", script});
        QVERIFY(bash.waitForFinished());
        QCOMPARE(bash.readAllStandardError(), QByteArray());
        const QStringList answers = QString::fromUtf8(bash.readAllStandardOutput()).split('\n');
        for (qsizetype i = 0; i < asked.size(); ++i) {
            QStringList wanted = asked[i].mid(asked[i].indexOf("->") + 1);
            QStringList offered = answers.value(i).split(' ', Qt::SkipEmptyParts);
            wanted.sort();
            offered.sort();
            QVERIFY2(offered == wanted, qPrintable(asked[i].join(' ') + "\noffered: " + offered.join(' ')));
        }
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
    /// First words of the rows below a heading of a page.
    static QStringList rows(const QByteArray& page, const QString& heading) {
        static const QRegularExpression row("^  (\\S+)");
        QStringList words;
        bool below = false;
        for (const QString& line : QString::fromUtf8(page).split('\n')) {
            if (!line.startsWith(' ')) below = line == heading;
            const auto match = row.match(line);
            if (below && match.hasMatch()) words << match.captured(1);
        }
        return words;
    }

    static void write(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
};

QTEST_APPLESS_MAIN(TestProgramBasics)
#include "tst_program_basics.moc"
