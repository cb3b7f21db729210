// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QtTest>

#include "core/base/shell_words.h"

using namespace trimtab;

class TestShellWords : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_shell_reads_back_what_was_quoted_data() {
        QTest::addColumn<QString>("word");
        for (const char* word :
             {"plain", "", "two words", "it's", "$HOME", "a\"b", "*", "tab\tand\\back", "a;b|c&d"})
            QTest::newRow(*word != '\0' ? word : "empty") << QString::fromLatin1(word);
    }
    void a_shell_reads_back_what_was_quoted() {
        QFETCH(QString, word);
        const std::vector<std::string> words = {"printf", "%s", word.toStdString()};
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"),
                    {QStringLiteral("-c"), QString::fromStdString(shell_line(words))});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), word);
    }
    void a_safe_word_stays_as_it_is() {
        QCOMPARE(shell_quoted("rl/training_1/best_model.pt"), std::string("rl/training_1/best_model.pt"));
        QCOMPARE(shell_quoted("a b"), std::string("'a b'"));
    }
};

QTEST_GUILESS_MAIN(TestShellWords)
#include "tst_shell_words.moc"
