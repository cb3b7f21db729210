// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "ui/models/experiment_document.h"

using namespace trimtab;
using namespace trimtab::ui;

class TestExperimentDocument : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_field_changes_its_line_and_keeps_comments() {
        ExperimentDocument document;
        document.start(QStringLiteral("agent:\n  gamma: 0.9  # mine\n"), {}, QStringLiteral("a"));
        const QSignalSpy changed(&document, &ExperimentDocument::changed);
        QVERIFY(document.setValue(QStringLiteral("agent.gamma"), QStringLiteral(" 0.8 ")).has_value());
        QCOMPARE(document.text(), QStringLiteral("agent:\n  gamma: 0.8  # mine\n"));
        QCOMPARE(document.config().agent.gamma, 0.8);
        QCOMPARE(changed.count(), 1);
        QVERIFY(document.setValue(QStringLiteral("agent.gamma"), QStringLiteral("0.8")).has_value());
        QCOMPARE(changed.count(), 1);
    }

    void differences_and_defaults_follow_the_profile() {
        ExperimentDocument document;
        document.start(QStringLiteral("environment:\n  profile: day\nagent:\n  gamma: 0.5\n"), {},
                       QStringLiteral("a"));
        const ConfigFieldState gamma = document.field("agent.gamma");
        QVERIFY(gamma.inText && gamma.differs);
        QCOMPARE(gamma.line, 4);
        const ConfigFieldState duration = document.field("environment.episode_duration");
        QCOMPARE(duration.typed, QStringLiteral("3600"));
        QVERIFY(!duration.inText && !duration.differs);
        QCOMPARE(document.differences(), 1);
        QVERIFY(document.resetValue(QStringLiteral("agent.gamma")).has_value());
        QCOMPARE(document.text(), QStringLiteral("environment:\n  profile: day\n"));
        QCOMPARE(document.field("agent.gamma").typed, gamma.defaultValue);
    }

    void a_key_that_follows_another_shows_what_holds() {
        ExperimentDocument document;
        QVERIFY(document.setValue(QStringLiteral("agent.learning_rate"), QStringLiteral("1e-3")).has_value());
        const ConfigFieldState last = document.field("agent.learning_rate_final");
        QCOMPARE(last.typed, QStringLiteral("0.001"));
        QVERIFY(!last.differs);
    }

    void a_wrong_value_is_an_issue_at_its_field_and_line() {
        ExperimentDocument document;
        QVERIFY(document.setValue(QStringLiteral("agent.gamma"), QStringLiteral("2")).has_value());
        QVERIFY(!document.valid() && document.readable());
        const ConfigFieldState gamma = document.field("agent.gamma");
        QVERIFY2(gamma.issue.contains(QStringLiteral("from 0 to 1")), qPrintable(gamma.issue));
        QCOMPARE(document.issues().front().line, gamma.line);
        QVERIFY(gamma.line > 0);
        QVERIFY(document.setValue(QStringLiteral("agent.gamma"), QStringLiteral("0.9")).has_value());
        QVERIFY(document.valid());
    }

    void text_that_is_no_yaml_keeps_the_fields_and_refuses_them() {
        ExperimentDocument document;
        QVERIFY(document.setValue(QStringLiteral("agent.gamma"), QStringLiteral("0.7")).has_value());
        document.setText(QStringLiteral("agent:\n  gamma: [0.7\n"));
        QVERIFY(!document.valid() && !document.readable());
        QCOMPARE(document.field("agent.gamma").typed, QStringLiteral("0.7"));
        const auto refused = document.setValue(QStringLiteral("agent.gamma"), QStringLiteral("0.6"));
        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().code == ErrorCode::parse_error);
        document.undoStack().undo();
        QVERIFY(document.valid());
    }

    void undo_covers_fields_and_text_and_typing_is_one_step() {
        ExperimentDocument document;
        const QString first = document.text();
        QVERIFY(document.setValue(QStringLiteral("training.seed"), QStringLiteral("5")).has_value());
        const QString second = document.text();
        for (const char letter : {'#', ' ', 'a'}) document.setText(document.text() + QLatin1Char(letter));
        QCOMPARE(document.undoStack().count(), 2);
        QVERIFY(document.modified());
        document.undoStack().undo();
        QCOMPARE(document.text(), second);
        document.undoStack().undo();
        QCOMPARE(document.text(), first);
        QVERIFY(!document.modified());
        document.undoStack().redo();
        QCOMPARE(document.config().training.seed, std::uint64_t{5});
    }

    void files_are_loaded_and_saved() {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("a.yaml"));
        ExperimentDocument document;
        QVERIFY(document.setValue(QStringLiteral("training.seed"), QStringLiteral("5")).has_value());
        QVERIFY(document.save(file).has_value());
        QVERIFY(!document.modified());
        ExperimentDocument other;
        const QSignalSpy titled(&other, &ExperimentDocument::titleChanged);
        QVERIFY(other.load(file).has_value());
        QCOMPARE(other.text(), document.text());
        QCOMPARE(other.title(), QStringLiteral("a.yaml"));
        QCOMPARE(titled.count(), 1);
        QVERIFY(other.load(dir.filePath(QStringLiteral("none.yaml"))).error().code == ErrorCode::not_found);
        QVERIFY(!document.save(dir.filePath(QStringLiteral("no/such/a.yaml"))).has_value());
        QFile binary(dir.filePath(QStringLiteral("b.yaml")));
        QVERIFY(binary.open(QIODevice::WriteOnly));
        binary.write(QByteArray("\xff\xfe\x00", 3));
        binary.close();
        QVERIFY(other.load(binary.fileName()).error().code == ErrorCode::parse_error);
        QCOMPARE(other.text(), document.text());
    }
};

QTEST_GUILESS_MAIN(TestExperimentDocument)
#include "tst_experiment_document.moc"
