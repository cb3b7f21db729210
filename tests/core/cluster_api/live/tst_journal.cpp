// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <limits>

#include "core/cluster_api/live/audit_log.h"
#include "core/cluster_api/live/journal.h"

using namespace trimtab;
using namespace trimtab::cluster_api;

namespace {

JournalEntry entry() {
    return {"https://api.example:6443",
            "prod",
            "serving",
            "inference-gpu",
            "inference-cpu",
            4,
            2,
            R"({"pool":"gpu"})",
            "ann@host/1-2",
            {4, 5},
            {2},
            1700000000.25};
}

DecisionEntry decision(int step) {
    DecisionEntry d;
    d.utc_s = 1700000000.5 + step;
    d.step = step;
    d.mode = config::ControlMode::automatic;
    d.who = "ppo (ann)";
    d.observation = {12.5F, std::numeric_limits<float>::quiet_NaN(), 3};
    d.before = {3, 3, cluster::Placement::balanced};
    d.proposed = {5, 3, cluster::Placement::prefer_gpu};
    d.executed = {4, 3, cluster::Placement::balanced};
    d.outcome = DecisionOutcome::executed;
    d.why = "probability 0.40 \"quoted\"\nsecond line";
    d.shield = "GPU 3 -> 5 cut to 4";
    return d;
}

}  // namespace

class TestJournal : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void an_entry_is_found_until_it_is_removed() {
        const QTemporaryDir folder;
        Journal journal(folder.filePath("state/journal").toStdString());
        QVERIFY(journal.store(entry()).has_value());
        const auto found =
            journal.find(entry().cluster, entry().namespace_, entry().gpu_deployment, entry().cpu_deployment);
        QVERIFY(found.has_value() && found->has_value());
        QCOMPARE(**found, entry());
        QVERIFY(!journal.find("https://other", "serving", "inference-gpu", "inference-cpu")->has_value());
        QCOMPARE(journal.all().size(), std::size_t{1});
        QVERIFY(journal.remove(entry()).has_value());
        QVERIFY(journal.all().empty());
    }

    void damaged_journals_are_refused_with_a_reason_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray::fromStdString(encode_journal(entry())).left(90);
        QTest::newRow("another document") << QByteArray(R"({"replicas": 3})");
        QTest::newRow("a list") << QByteArray("[1,2]");
        QByteArray huge = QByteArray::fromStdString(encode_journal(entry()));
        QTest::newRow("replicas beyond reason")
            << huge.replace("\"replicas_gpu\":4", "\"replicas_gpu\":400000");
        QByteArray text = QByteArray::fromStdString(encode_journal(entry()));
        QTest::newRow("replicas as text") << text.replace("\"replicas_gpu\":4", "\"replicas_gpu\":\"4\"");
    }
    void damaged_journals_are_refused_with_a_reason() {
        QFETCH(QByteArray, text);
        const auto decoded = decode_journal(text.toStdString());
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::parse_error);
    }

    void a_damaged_file_is_told_and_hides_no_other() {
        const QTemporaryDir folder;
        Journal journal(folder.path().toStdString());
        QVERIFY(journal.store(entry()).has_value());
        QFile broken(folder.filePath("broken.json"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{");
        broken.close();
        std::vector<std::string> problems;
        QCOMPARE(journal.all(&problems).size(), std::size_t{1});
        QCOMPARE(problems.size(), std::size_t{1});
    }

    void a_folder_that_cannot_be_written_is_an_error() {
        Journal journal("/proc/trimtab");
        const auto stored = journal.store(entry());
        QVERIFY(!stored);
        QVERIFY(stored.error().message.find("XDG_STATE_HOME") != std::string::npos);
    }

    void every_decision_comes_back() {
        const QTemporaryDir folder;
        const auto file = folder.filePath("audit.jsonl").toStdString();
        {
            auto log = AuditLog::open(file);
            QVERIFY(log.has_value());
            for (int i = 0; i < 3; ++i) QVERIFY((*log)->add(decision(i), i == 1).has_value());
        }
        const auto read = read_audit_log(file);
        QVERIFY(read.has_value());
        QCOMPARE(read->entries.size(), std::size_t{3});
        QCOMPARE(read->damaged_lines, 0);
        const DecisionEntry& second = read->entries[1];
        QCOMPARE(encode_decision(second), encode_decision(decision(1)));
        QVERIFY(std::isnan(second.observation[1]));
        QCOMPARE(second.proposed, decision(1).proposed);
    }

    void a_line_torn_by_a_crash_costs_itself_only() {
        const QTemporaryDir folder;
        const auto file = folder.filePath("audit.jsonl").toStdString();
        {
            auto log = AuditLog::open(file);
            QVERIFY((*log)->add(decision(0), true).has_value());
        }
        QFile torn(QString::fromStdString(file));
        QVERIFY(torn.open(QIODevice::Append));
        torn.write(R"({"utc_s":170000)");
        torn.close();
        {
            auto log = AuditLog::open(file);
            QVERIFY((*log)->add(decision(2), true).has_value());
        }
        const auto read = read_audit_log(file);
        QCOMPARE(read->entries.size(), std::size_t{2});
        QCOMPARE(read->damaged_lines, 1);
        QCOMPARE(read->entries[1].step, std::int64_t{2});
    }
};

QTEST_APPLESS_MAIN(TestJournal)
#include "tst_journal.moc"
