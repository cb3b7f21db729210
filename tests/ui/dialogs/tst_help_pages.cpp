// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QListWidget>
#include <QRegularExpression>
#include <QTextBrowser>
#include <QtTest>
#include <map>
#include <set>

#include "tests/ui/translations/ts_file.h"
#include "ui/dialogs/help_dialog.h"
#include "ui/models/action_registry.h"
#include "ui/text/translations.h"

using namespace trimtab::ui;
using trimtab::tests::readTs;

namespace {

QString page(const QString& path) {
    QFile file(QStringLiteral(":/help/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList parts(const QString& text, const char* pattern) {
    const QRegularExpression one(QString::fromLatin1(pattern), QRegularExpression::MultilineOption);
    QStringList found;
    for (auto it = one.globalMatch(text); it.hasNext();) found << it.next().captured(1);
    return found;
}

QStringList sorted(QStringList list) {
    list.sort();
    return list;
}

/// As the window shows it: without accelerator and ellipsis.
QString plain(QString text) {
    static const QRegularExpression decoration(QStringLiteral("\\(&.\\)|&|\\x{2026}"));
    return text.remove(decoration);
}

}  // namespace

/// The pages of the help in the other languages against the English ones and against the window's own words.
class TestHelpPages : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_page_says_the_same_in_every_language_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("name");
        for (const char* language : {"de", "zh_CN"})
            for (const QString& file : QDir(QStringLiteral(":/help")).entryList(QDir::Files))
                QTest::addRow("%s %s", language, qPrintable(file))
                    << QString::fromLatin1(language) << QFileInfo(file).completeBaseName();
    }
    void a_page_says_the_same_in_every_language() {
        QFETCH(QString, language);
        QFETCH(QString, name);
        const QString english = page(name + QStringLiteral(".md"));
        const QString other = page(language + QLatin1Char('/') + name + QStringLiteral(".md"));
        QVERIFY(!english.isEmpty());
        QVERIFY2(!other.isEmpty(), "there is no such page");
        QVERIFY(other != english);
        for (const char* pattern : {"^(#+) ", "^(\\||\\*|\\d\\.) "})  // headings, rows of tables and lists
            QCOMPARE(parts(other, pattern), parts(english, pattern));
        const auto blocks = [](const QString& text) { return parts(text.simplified(), "```(.*?)```"); };
        QCOMPARE(blocks(other), blocks(english));
        const auto prose = [](QString text) {
            return text.simplified().remove(QRegularExpression("```.*?```"));
        };
        for (const char* pattern : {"\\]\\(([^)]+)\\)", "`([^`]+)`"})  // links, what is typed
            QCOMPARE(sorted(parts(prose(other), pattern)), sorted(parts(prose(english), pattern)));
    }

    void a_page_calls_the_controls_what_the_window_calls_them_data() {
        a_page_says_the_same_in_every_language_data();
    }
    void a_page_calls_the_controls_what_the_window_calls_them() {
        QFETCH(QString, language);
        QFETCH(QString, name);
        std::multimap<QString, QString> words;
        const QString table =
            QStringLiteral(TRIMTAB_SOURCE_DIR "/resources/translations/trimtab_%1.ts").arg(language);
        for (const auto& message : readTs(table))
            words.emplace(plain(message.source), plain(message.translations.value(0)));
        const QString other = page(language + QLatin1Char('/') + name + QStringLiteral(".md")).simplified();
        for (const QString& bold :
             parts(page(name + QStringLiteral(".md")).simplified(), "\\*\\*([^*]+)\\*\\*")) {
            const auto [begin, end] = words.equal_range(bold);
            if (begin == end) continue;  // not a control's text
            const bool named = std::any_of(begin, end, [&](const auto& word) {
                return other.contains(QStringLiteral("**%1**").arg(word.second));
            });
            QVERIFY2(named, qPrintable(bold + QStringLiteral(": ") + begin->second));
        }
    }

    void the_links_of_the_pages_lead_to_pages() {
        const QStringList names = QDir(QStringLiteral(":/help")).entryList(QDir::Files);
        QVERIFY(names.size() >= 10);
        for (const QString& name : names)
            for (const QString& link : parts(page(name), "\\]\\(([^):]+)\\)"))
                QVERIFY2(names.contains(link) || link == QLatin1String("shortcuts.md"),
                         qPrintable(name + QStringLiteral(" -> ") + link));
    }

    void the_help_speaks_the_language_of_the_window_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("title");
        QTest::newRow("English") << "en"
                                 << "Troubleshooting";
        QTest::newRow("German") << "de" << u"Hilfe bei St\u00f6rungen"_qs;
        QTest::newRow("Chinese") << "zh_CN" << u"\u6545\u969c\u6392\u9664"_qs;
    }
    void the_help_speaks_the_language_of_the_window() {
        QFETCH(QString, language);
        QFETCH(QString, title);
        const Translations translations(language);
        QCOMPARE(spokenLanguage(), language);
        const ActionRegistry actions;
        HelpDialog help(actions);
        help.showPage(QStringLiteral("80-troubleshooting"));
        QCOMPARE(help.findChild<QListWidget*>("helpPages")->currentItem()->text(), title);
        QVERIFY(help.findChild<QTextBrowser*>("helpText")->toPlainText().startsWith(title));
        help.showPage(QStringLiteral("70-simulator"));
        QVERIFY(help.findChild<QTextBrowser*>("helpText")->toPlainText().size() > 500);
    }

    void another_language_for_a_moment_gives_the_first_one_back() {
        const Translations german(QStringLiteral("de"));
        {
            const Translations chinese(QStringLiteral("zh_CN"));
            QCOMPARE(spokenLanguage(), QStringLiteral("zh_CN"));
        }
        QCOMPARE(spokenLanguage(), QStringLiteral("de"));
    }
};

QTEST_MAIN(TestHelpPages)
#include "tst_help_pages.moc"
