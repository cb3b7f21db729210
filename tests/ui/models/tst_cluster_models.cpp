// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "ui/models/decision_log_model.h"
#include "ui/models/pod_history.h"
#include "ui/models/pod_list_model.h"
#include "ui/models/timeline_model.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::ui;

namespace {

PodView pod(const std::string& name, const std::string& phase, double age_s = 0,
            cluster::Pool pool = cluster::Pool::gpu) {
    PodView view;
    view.name = name;
    view.phase = phase;
    view.age_s = age_s;
    view.pool = pool;
    return view;
}

TimelineEntry at(double utc_s, const QString& text) {
    TimelineEntry entry;
    entry.utc_s = utc_s;
    entry.text = text;
    return entry;
}

QString cell(const QAbstractItemModel& model, int row, int column) {
    return model.index(row, column).data().toString();
}

}  // namespace

/// The tables of the Cluster mode and what they are made of.
class TestClusterModels : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void decisions_say_what_was_wanted_what_was_done_and_why() {
        DecisionLogModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        DecisionEntry entry;
        entry.who = "rule (ann@host)";
        entry.mode = config::ControlMode::automatic;
        entry.before = {3, 3, cluster::Placement::balanced};
        entry.proposed = {7, 3, cluster::Placement::balanced};
        entry.executed = {5, 3, cluster::Placement::balanced};
        entry.outcome = DecisionOutcome::executed;
        entry.why = "p95 is high";
        entry.shield = "at most 2 replicas a step";
        model.add(entry);
        entry.outcome = DecisionOutcome::failed;
        entry.error = "409 Conflict";
        model.add(entry);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 0, DecisionLogModel::outcomeColumn), QStringLiteral("failed"));
        QVERIFY(cell(model, 0, DecisionLogModel::whyColumn).contains(QStringLiteral("409")));
        QCOMPARE(cell(model, 1, DecisionLogModel::whoColumn), QStringLiteral("rule (ann@host)"));
        QCOMPARE(cell(model, 1, DecisionLogModel::modeColumn), QStringLiteral("Auto"));
        QCOMPARE(cell(model, 1, DecisionLogModel::gpuColumn), QStringLiteral("3 → 5 (wanted 7)"));
        QCOMPARE(cell(model, 1, DecisionLogModel::cpuColumn), QStringLiteral("3"));
        const QString why = cell(model, 1, DecisionLogModel::whyColumn);
        QVERIFY(why.contains(QStringLiteral("p95 is high")) && why.contains(QStringLiteral("at most 2")));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        DecisionLogModel day;  // the tester looks at every row after every change
        for (int i = 0; i < 5100; ++i) day.add(entry);
        QCOMPARE(day.rowCount(), 5000);
    }

    void pods_change_in_place() {
        PodListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPods({pod("cpu-a", "Ready", 0, cluster::Pool::cpu), pod("gpu-a", "Ready")});
        QCOMPARE(cell(model, 0, PodListModel::nameColumn), QStringLiteral("gpu-a"));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        auto waits = pod("gpu-b", "Pending");
        waits.reason = "Unschedulable";
        model.setPods({pod("gpu-a", "Ready"), waits, pod("cpu-a", "Ready", 0, cluster::Pool::cpu)});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(cell(model, 1, PodListModel::phaseColumn), QStringLiteral("Pending: Unschedulable"));
        model.setPods({});
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(reset.isEmpty());
    }

    void the_timeline_is_ordered_by_time_and_a_repeated_event_is_one_line() {
        TimelineModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.add(at(100, QStringLiteral("first")));
        model.add(at(300, QStringLiteral("third")));
        ClusterEvent event{"uid-1", 200, true, "Pod gpu-a", "FailedScheduling", "no room", 1};
        model.add(event);
        QCOMPARE(cell(model, 1, TimelineModel::objectColumn), QStringLiteral("Pod gpu-a"));
        event.utc_s = 400;
        event.count = 4;
        model.add(event);
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(cell(model, 0, TimelineModel::textColumn).contains(QStringLiteral("4")));
        QCOMPARE(cell(model, 2, TimelineModel::textColumn), QStringLiteral("first"));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        TimelineModel day;  // the tester looks at every row after every change
        for (int i = 0; i < 2100; ++i) day.add(at(500 + i, QStringLiteral("more")));
        QCOMPARE(day.rowCount(), 2000);
        QCOMPARE(day.entry(0).utc_s, 2599.0);
    }

    void the_history_of_pods_knows_who_came_changed_and_went() {
        PodHistory history;
        QVERIFY(history.take({pod("a", "Ready", 50)}, 1000).empty());
        QCOMPARE(history.tracks().front().created_s, 950.0);
        auto changes = history.take({pod("a", "Terminating", 60), pod("b", "Pending")}, 1010);
        QCOMPARE(changes.size(), std::size_t{2});
        QCOMPARE(changes[0].before, std::string("Ready"));
        QCOMPARE(changes[0].after, std::string("Terminating"));
        QVERIFY(changes[1].before.empty());
        changes = history.take({pod("b", "Ready")}, 1020);
        QCOMPARE(changes.size(), std::size_t{2});
        QVERIFY(changes[0].after.empty());
        QVERIFY(history.tracks()[0].gone);
        QCOMPARE(history.tracks()[0].spans.size(), std::size_t{2});
        QCOMPARE(history.tracks()[1].spans.back().phase, std::string("Ready"));
        // An hour later only the living one is kept.
        history.take({pod("b", "Ready")}, 5000);
        QCOMPARE(history.tracks().size(), std::size_t{1});
        QCOMPARE(history.tracks()[0].name, std::string("b"));
    }
};

QTEST_GUILESS_MAIN(TestClusterModels)
#include "tst_cluster_models.moc"
