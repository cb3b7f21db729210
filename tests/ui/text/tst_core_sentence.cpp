// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "core/agent/checkpoint.h"
#include "core/agent/policy_factory.h"
#include "core/config/config_reader.h"
#include "core/results/run_folder.h"
#include "core/training/sweep_file.h"
#include "core/training/sweep_plan.h"
#include "ui/text/core_sentence.h"
#include "ui/text/translations.h"

using namespace trimtab;
using namespace trimtab::ui;

namespace {

const QRegularExpression placeholder(QStringLiteral("%[1-9]"));

/// Every string literal of core, those that stand behind one another joined as the compiler joins them.
QStringList coreLiterals() {
    static const QRegularExpression literals(
        QStringLiteral(R"re("((?:[^"\\\n]|\\.)*)"(?:\s*"((?:[^"\\\n]|\\.)*)")*)re"));
    static const QRegularExpression one(QStringLiteral(R"re("((?:[^"\\\n]|\\.)*)")re"));
    QStringList all;
    QDirIterator files(QStringLiteral(TRIMTAB_SOURCE_DIR "/core"), {QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) continue;
        const QString text = QString::fromUtf8(file.readAll());
        for (auto it = literals.globalMatch(text); it.hasNext();) {
            QString joined;
            for (auto part = one.globalMatch(it.next().captured()); part.hasNext();)
                joined += part.next().captured(1);
            all << joined.replace(QLatin1String("\\\""), QLatin1String("\""));
        }
    }
    return all;
}

/// Core says it: within a literal, or from the end of one to the beginning of another.
bool isSaid(const QString& fixed, const QStringList& literals) {
    const auto some = [&](auto fits) { return std::any_of(literals.begin(), literals.end(), fits); };
    if (some([&](const QString& literal) { return literal.contains(fixed); })) return true;
    const auto begins = [&](const QString& part) {
        return part.isEmpty() || some([&](const QString& literal) { return literal.startsWith(part); });
    };
    for (qsizetype cut = 1; cut < fixed.size(); ++cut) {
        const QString behind = fixed.mid(cut);
        if (!some([&](const QString& literal) { return literal.endsWith(fixed.left(cut)); })) continue;
        if (begins(behind)) return true;
        // A word between them, as the verb in "cannot " + verb + " ".
        const qsizetype word = behind.indexOf(QLatin1Char(' '));
        if (word > 0 && literals.contains(behind.left(word)) && begins(behind.mid(word))) return true;
    }
    return false;
}

std::string first_issue(const std::string& text) {
    const auto checked = config::check_config(text, "a.yaml");
    return checked.issues.empty() ? "no issue" : checked.issues.front().to_string();
}

QString write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(bytes);
    return path;
}

template <class Result>
std::string said(const Result& result) {
    return result ? "no error" : result.error().message;
}

}  // namespace

/// What core says as a finished English sentence, found again and told in the person's language.
class TestCoreSentence : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void core_says_every_sentence_of_the_table() {
        const QStringList literals = coreLiterals();
        QVERIFY(literals.size() > 3000);
        QStringList gone;
        for (const char* sentence : coreSentences())
            for (const QString& fixed : QString::fromUtf8(sentence).split(placeholder, Qt::SkipEmptyParts))
                if (!isSaid(fixed, literals)) gone << QString::fromUtf8(sentence);
        QVERIFY2(gone.isEmpty(), qPrintable(gone.join(QLatin1Char('\n'))));
    }

    void every_sentence_is_reached_data() { languages(); }
    void every_sentence_is_reached() {
        // A general one that stands before a special one would take it.
        QFETCH(QString, code);
        const Translations translations(code);
        for (const char* sentence : coreSentences()) {
            QString english = QString::fromUtf8(sentence);
            QString wanted = QCoreApplication::translate("CoreTexts", sentence);
            QVERIFY(wanted != english);
            for (int i = 1; i <= 9; ++i) {
                const QString argument = QStringLiteral("N%1").arg(i);
                english.replace(QStringLiteral("%%1").arg(i), argument);
                wanted.replace(QStringLiteral("%%1").arg(i), argument);
            }
            QCOMPARE(coreSentence(english.toStdString()), wanted);
        }
    }

    void a_mistake_is_told_with_its_place_data() {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        const auto row = [](const char* name, const std::string& english, const char* german) {
            QTest::newRow(name) << QString::fromStdString(english) << QString::fromUtf8(german);
        };
        row("range", first_issue("agent:\n  gamma: 2\n"),
            "a.yaml:2: agent.gamma muss eine Zahl von 0 bis 1 sein, nicht '2'");
        row("unknown key", first_issue("agent: {gama: 0.9}\n"),
            "a.yaml:1: agent.gama ist kein bekannter Schlüssel; war „agent.gamma“ gemeint?");
        row("nothing", first_issue("agent:\n  gamma:\n"),
            "a.yaml:2: agent.gamma muss eine Zahl von 0 bis 1 sein, nicht leer");
        row("choice", first_issue("environment: {profile: dai}\n"),
            "a.yaml:1: environment.profile muss eines von default, published, kisim, day sein, nicht 'dai'; "
            "war „day“ gemeint?");
        row("two keys", first_issue("environment: {min_replicas: 9, max_replicas: 5}\n"),
            "a.yaml:1: environment.min_replicas darf höchstens environment.max_replicas (5) sein");
        row("no file", said(config::load_config({"/nonexistent/a.yaml", {}})),
            "es gibt keine solche Datei; bitte den Pfad prüfen");
        row("policy", said(agent::make_policy("hpb", config::Config())), "");
    }
    void a_mistake_is_told_with_its_place() {
        QFETCH(QString, english);
        QFETCH(QString, german);
        const Translations translations(QStringLiteral("de"));
        if (german.isEmpty())
            QVERIFY2(coreSentence(english.toStdString()) != english, qPrintable(english));
        else
            QCOMPARE(coreSentence(english.toStdString()), german);
    }

    void every_line_is_told() {
        const Translations translations(QStringLiteral("de"));
        const auto read =
            config::parse_config("agent: {gamma: 2, gama: 1}\nload: {patterns: []}\n", "a.yaml");
        QVERIFY(!read);
        const QStringList lines = errorSentence(read.error()).split(QLatin1Char('\n'));
        QVERIFY(lines.size() >= 3);
        for (const QString& line : lines) QVERIFY2(!line.contains(QLatin1String("must ")), qPrintable(line));
    }

    void checkpoints_runs_and_sweeps_are_told_data() { languages(); }
    void checkpoints_runs_and_sweeps_are_told() {
        QFETCH(QString, code);
        const QTemporaryDir dir;
        const auto path = [&](const char* name, const QByteArray& bytes) {
            return std::filesystem::path(write(dir.filePath(QLatin1String(name)), bytes).toStdString());
        };
        const auto sweep = [&](const QByteArray& text) {
            const auto file = training::read_sweep_file(path("sweep.yaml", text));
            return file ? said(training::SweepPlan::make(*file)) : file.error().message;
        };
        path("base.yaml", "agent: {gamma: 0.9}\n");
        const std::vector<std::string> sentences{
            said(agent::load_checkpoint(path("empty.pt", ""))),
            said(agent::load_checkpoint(path("text.pt", "This is no checkpoint."))),
            said(agent::load_checkpoint(path("half.pt", "PK\x03\x04 and then the disk was full"))),
            said(agent::load_checkpoint(dir.filePath(QStringLiteral("none.pt")).toStdString())),
            said(results::open_run(dir.path().toStdString())),
            sweep("sweep: {configs: [base.yaml], seeds: 1..100000}\n"
                  "grid: {agent.gamma: [0.9, 0.8], agent.learning_rate: [0.1, 0.2]}\n"),
            sweep("sweep: {configs: [base.yaml], seds: [1]}\n"),
            sweep("sweep: {configs: [other.yaml]}\n"),
            sweep("sweep: {configs: [base.yaml], seeds: [1, 1]}\n"),
            sweep("sweep: {configs: [base.yaml]}\ngrid: {training.seed: [1, 2]}\n")};
        const Translations translations(code);
        for (const std::string& english : sentences) {
            QVERIFY(english != "no error");
            QVERIFY2(coreSentence(english) != QString::fromStdString(english), english.c_str());
        }
    }

    void names_and_foreign_words_stay() {
        const Translations translations(QStringLiteral("de"));
        QCOMPARE(coreSentence("policy none is given twice; give it once"),
                 QStringLiteral("die Strategie none ist zweimal angegeben; einmal genügt"));
        for (const char* foreign : {"", "error code 17 of the moon", "/rl/a.pt", "%1 of %2"})
            QCOMPARE(coreSentence(foreign), QString::fromUtf8(foreign));
        // What a server answers is no pattern.
        QCOMPARE(coreSentence("there is no model /rl/%1 (.*)\\1"),
                 QStringLiteral("es gibt kein Modell /rl/%1 (.*)\\1"));
    }

    void english_is_what_core_said() {
        const Translations translations(QStringLiteral("en"));
        for (const std::string& english : {first_issue("agent: {gamma: 2}\n"), std::string("a: b: c\nd")})
            QCOMPARE(coreSentence(english), QString::fromStdString(english));
        QCOMPARE(errorSentence(make_error(ErrorCode::io_error, "cannot be read", "a.yaml:3")),
                 QStringLiteral("a.yaml:3: cannot be read"));
    }

  private:
    static void languages() {
        QTest::addColumn<QString>("code");
        for (const char* code : {"de", "zh_CN"}) QTest::newRow(code) << QString::fromLatin1(code);
    }
};

QTEST_GUILESS_MAIN(TestCoreSentence)
#include "tst_core_sentence.moc"
