// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>
#include <set>

#include "tests/ui/translations/ts_file.h"
#include "ui/text/core_text.h"
#include "ui/text/error_text.h"
#include "ui/text/translations.h"

using namespace trimtab;
using namespace trimtab::tests;

namespace {

const QString sources = QStringLiteral(TRIMTAB_SOURCE_DIR);

QString tsPath(const QString& language) {
    return sources + QStringLiteral("/resources/translations/trimtab_%1.ts").arg(language);
}

/// What a translation must repeat: placeholders, tags, and the patterns of file dialogs.
QStringList fixedParts(const QString& text) {
    static const QRegularExpression part(
        QStringLiteral("%L?(?:\\d+|n)|<[^>]+>|\\*\\.\\w+|;;|environment\\.\\w+|training\\.\\w+|load\\.\\w+"));
    QStringList parts;
    for (auto it = part.globalMatch(text); it.hasNext();) parts << it.next().captured();
    parts.sort();
    return parts;
}

qsizetype accelerators(const QString& text) {
    static const QRegularExpression one(QStringLiteral("&[^&\\s]"));
    return text.count(one);
}

/// ":" for a colon, "..." for an ellipsis, whatever the script; empty: neither.
QString ending(QString text) {
    text = text.trimmed();
    static const QRegularExpression chinese(QStringLiteral("\\(&.\\)"));
    text.remove(chinese);
    if (text.endsWith(QLatin1Char(':')) || text.endsWith(QChar(0xFF1A))) return QStringLiteral(":");
    return text.endsWith(QChar(0x2026)) || text.endsWith(QLatin1String("...")) ? QStringLiteral("...")
                                                                               : QString();
}

bool startsWithSpace(const QString& text) { return !text.isEmpty() && text.front().isSpace(); }

/// A name, a unit or a format: the same in every language.
bool hasWords(const QString& text) {
    static const QRegularExpression words(QStringLiteral("[a-z]{3,}.*[a-z]{3,}"));
    return words.match(text).hasMatch();
}

}  // namespace

/// The .ts files against the sources and against themselves, and the languages as the program loads them.
class TestTranslations : public QObject {
    Q_OBJECT

    static void addLanguages() {
        QTest::addColumn<QString>("language");
        for (const char* language : {"de", "zh_CN"}) QTest::newRow(language) << QString::fromLatin1(language);
    }

  private Q_SLOTS:
    void every_text_of_the_sources_is_there_and_none_is_left_over_data() { addLanguages(); }
    void every_text_of_the_sources_is_there_and_none_is_left_over() {
        QFETCH(QString, language);
        const QTemporaryDir dir;
        const QString table = dir.filePath(QStringLiteral("core_texts.cpp"));
        QCOMPARE(QProcess::execute(QStringLiteral(LIST_CORE_TEXTS), {table}), 0);
        const QString fresh = dir.filePath(QStringLiteral("fresh.ts"));
        QProcess update;
        update.setWorkingDirectory(sources);
        update.start(QStringLiteral(LUPDATE),
                     {QStringLiteral("-silent"), QStringLiteral("-I"), QStringLiteral("."),
                      QStringLiteral("-tr-function-alias"), QStringLiteral("translate+=translatable"),
                      QStringLiteral("ui"), QStringLiteral("app"), QStringLiteral("core/cluster_api/live"),
                      QStringLiteral("core/cluster_api/prometheus"), QStringLiteral("core/runtime"), table,
                      QStringLiteral("-ts"), fresh});
        QVERIFY(update.waitForFinished(60000) && update.exitCode() == 0);
        const QByteArray said = update.readAllStandardError();
        QVERIFY2(!said.contains("lacks Q_OBJECT"), said.constData());
        std::set<QString> wanted, there;
        for (const TsMessage& message : readTs(fresh)) wanted.insert(message.key());
        for (const TsMessage& message : readTs(tsPath(language))) there.insert(message.key());
        QVERIFY(wanted.size() > 900);
        for (const QString& key : wanted)
            if (there.count(key) == 0) qWarning("is missing: %s", qPrintable(key));
        for (const QString& key : there)
            if (wanted.count(key) == 0) qWarning("is no longer used: %s", qPrintable(key));
        QVERIFY2(wanted == there, "build the target update_translations and translate what is unfinished");
    }

    void every_text_is_translated_and_keeps_its_placeholders_data() { addLanguages(); }
    void every_text_is_translated_and_keeps_its_placeholders() {
        QFETCH(QString, language);
        QStringList problems;
        int same = 0;
        const std::vector<TsMessage> messages = readTs(tsPath(language));
        for (const TsMessage& message : messages)
            for (const QString& text : message.translations) {
                const auto problem = [&](const char* what) {
                    problems << QStringLiteral("%1: %2 -> %3").arg(what, message.key(), text);
                };
                if (message.unfinished || text.isEmpty()) problem("unfinished");
                if (fixedParts(text) != fixedParts(message.source)) problem("placeholders");
                if (accelerators(text) != accelerators(message.source)) problem("accelerator");
                if (ending(text) != ending(message.source)) problem("ending");
                if (language != QLatin1String("zh_CN") &&
                    startsWithSpace(text) != startsWithSpace(message.source))
                    problem("space");
                if (hasWords(message.source) && text == message.source) ++same;
            }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
        // Names stay; a file that was filled with the English texts would not pass.
        QVERIFY2(same * 50 < static_cast<int>(messages.size()), qPrintable(QString::number(same)));
    }

    void a_number_takes_the_form_of_its_language_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("planned");
        QTest::addColumn<QString>("text");
        QTest::newRow("one in English") << "en" << 1 << "%1 of 1 run finished";
        QTest::newRow("none in English") << "en" << 0 << "%1 of 0 runs finished";
        QTest::newRow("two in English") << "en" << 2 << "%1 of 2 runs finished";
        QTest::newRow("one in German") << "de" << 1 << u"%1 von 1 Lauf beendet"_qs;
        QTest::newRow("two in German") << "de" << 2 << u"%1 von 2 L\u00e4ufen beendet"_qs;
        QTest::newRow("one in Chinese")
            << "zh_CN" << 1 << u"1 \u4e2a\u8fd0\u884c\u4e2d\u5df2\u5b8c\u6210 %1 \u4e2a"_qs;
    }
    void a_number_takes_the_form_of_its_language() {
        QFETCH(QString, code);
        QFETCH(int, planned);
        const ui::Translations translations(code);
        QTEST(QCoreApplication::translate("trimtab::ui::SweepPanel", "%1 of %n run(s) finished", nullptr,
                                          planned),
              "text");
    }

    void english_has_both_forms_of_every_plural() {
        std::set<QString> plurals, english;
        for (const TsMessage& message : readTs(tsPath(QStringLiteral("de"))))
            if (message.translations.size() == 2) plurals.insert(message.key());
        for (const TsMessage& message : readTs(tsPath(QStringLiteral("en")))) {
            english.insert(message.key());
            QCOMPARE(message.translations.size(), 2);
            for (const QString& text : message.translations) {
                QVERIFY2(!message.unfinished && !text.isEmpty() && !text.contains(QLatin1String("(s)")),
                         qPrintable(message.key()));
                QCOMPARE(fixedParts(text), fixedParts(message.source));
            }
        }
        QVERIFY(plurals.size() > 10);
        QVERIFY(plurals == english);
    }

    void a_language_speaks_from_the_program_itself_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("metric");
        QTest::newRow("English") << "en"
                                 << "Stopped"
                                 << "Desired GPU replicas";
        QTest::newRow("German") << "de"
                                << "Angehalten" << u"Gew\u00fcnschte GPU-Replikate"_qs;
        QTest::newRow("Chinese") << "zh_CN" << u"\u5df2\u505c\u6b62"_qs
                                 << u"\u671f\u671b\u7684 GPU \u526f\u672c\u6570"_qs;
    }
    void a_language_speaks_from_the_program_itself() {
        QFETCH(QString, code);
        QFETCH(QString, title);
        QFETCH(QString, metric);
        {
            const ui::Translations translations(code);
            QCOMPARE(translations.language(), code);
            QCOMPARE(ui::errorText(ErrorCode::cancelled).title, title);
            QCOMPARE(ui::coreText("Desired GPU replicas"), metric);
            QCOMPARE(ui::coreText("static-gpu"), QStringLiteral("static-gpu"));
            QCOMPARE(ui::coreText("no Role gives this right") == QLatin1String("no Role gives this right"),
                     code == QLatin1String("en"));
        }
        QCOMPARE(ui::errorText(ErrorCode::cancelled).title, QStringLiteral("Stopped"));
    }

    void an_unknown_language_is_english() {
        const ui::Translations translations(QStringLiteral("fr"));
        QCOMPARE(translations.language(), QStringLiteral("en"));
    }

    void a_region_speaks_its_language() {
        const ui::Translations translations(QStringLiteral("de_AT"));
        QCOMPARE(translations.language(), QStringLiteral("de"));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
