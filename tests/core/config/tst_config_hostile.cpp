// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/config/config_document.h"
#include "core/config/config_reader.h"

using namespace trimtab::config;

/// Files made to hurt: each ends in an issue, quickly and without a crash.
class TestConfigHostile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void refused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("empty") << QByteArray() << "is empty";
        QTest::newRow("only a comment") << QByteArray("# nothing here\n") << "is empty";
        QTest::newRow("null") << QByteArray("~\n") << "is empty";
        QTest::newRow("a word") << QByteArray("hello\n") << "is not a configuration";
        QTest::newRow("a list") << QByteArray("- agent\n") << "is a list";
        QTest::newRow("binary") << QByteArray(
                                       "\x7f"
                                       "ELF\0\0\1",
                                       7)
                                << "is not a text";
        QTest::newRow("latin-1") << QByteArray("load: {trace: caf\xe9}\n") << "is not a text";
        QTest::newRow("overlong") << QByteArray("load: {trace: \xc0\xaf}\n") << "is not a text";
        QTest::newRow("cut in a character") << QByteArray("load: {trace: \xe2\x82") << "is not a text";
        QTest::newRow("10 MB of brackets") << QByteArray(10 * 1024 * 1024, '[') << "is larger than";
        QTest::newRow("100,000 brackets") << QByteArray(100000, '[') << "where a key belongs";
        QTest::newRow("deep maps") << QByteArray("{a: ").repeated(50000) << "where a key belongs";
        QTest::newRow("deep closed maps")
            << QByteArray("{a: ").repeated(200) + "1" + QByteArray("}").repeated(200)
            << "is nested too deeply";
        QTest::newRow("deep closed lists")
            << "agent: {gamma: " + QByteArray("[").repeated(30000) + QByteArray("]").repeated(30000) + "}"
            << "is nested too deeply";
        QTest::newRow("deep blocks") << deep_blocks(300) << "is nested too deeply";
        QTest::newRow("deep dashes") << QByteArray("agent:\n  gamma: \n   ") +
                                            QByteArray("- ").repeated(50000)
                                     << "is nested too deeply";
        QTest::newRow("deep keys") << QByteArray("? ").repeated(50000) << "where a key belongs";
        QTest::newRow("alias bomb")
            << QByteArray("a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nagent: *c\n")
            << "anchor or alias";
        QTest::newRow("alias to nothing") << QByteArray("agent: *unknown\n") << "is not valid YAML";
        QTest::newRow("merge key") << QByteArray("agent: &a {gamma: 1}\ntraining:\n  <<: *a\n")
                                   << "anchor or alias";
        QTest::newRow("two documents")
            << QByteArray("agent: {gamma: 1}\n---\nagent: {gamma: 0}\n") << "more than one document";
        QTest::newRow("open quote") << QByteArray("agent: {gamma: \"0.9}\n") << "is not valid YAML";
        QTest::newRow("tabs") << QByteArray("agent:\n\tgamma: 1\n") << "is not valid YAML";
        QTest::newRow("list as key") << QByteArray("[a, b]: 1\n") << "where a key belongs";
        QTest::newRow("thousands of mistakes") << many_mistakes(5000) << "too many mistakes";
        QTest::newRow("a long list") << "training: {seeds: [" + QByteArray("1, ").repeated(5000) + "1]}"
                                     << "at most 1000";
    }
    void refused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        const ParsedConfig parsed = check_config(bytes.toStdString(), "hostile.yaml");
        QString all;
        for (const ConfigIssue& issue : parsed.issues)
            all += QString::fromStdString(issue.to_string()) + "\n";
        QVERIFY2(all.contains(words), qPrintable(all.left(2000)));
        QVERIFY(parsed.issues.size() < 100);
    }

    void overrides_are_checked_too() {
        const ParsedConfig parsed =
            check_config("agent: {gamma: 1}", "a", {"load.trace=\xff", "=", "", "agent.gamma="});
        QCOMPARE(parsed.issues.size(), 4U);
    }

    void text_may_be_any_language() {
        QVERIFY(is_utf8_text("Zürich, 東京, 🚀"));
        QVERIFY(!is_utf8_text("\xed\xa0\x80"));      // a surrogate
        QVERIFY(!is_utf8_text("\xf4\x90\x80\x80"));  // past U+10FFFF
    }

  private:
    static QByteArray deep_blocks(int depth) {
        QByteArray out;
        for (int i = 0; i < depth; ++i) out += QByteArray(i, ' ') + "a:\n";
        return out;
    }

    static QByteArray many_mistakes(int count) {
        QByteArray out = "agent:\n";
        for (int i = 0; i < count; ++i) out += "  gamma: 1\n";
        return out;
    }
};

QTEST_APPLESS_MAIN(TestConfigHostile)
#include "tst_config_hostile.moc"
