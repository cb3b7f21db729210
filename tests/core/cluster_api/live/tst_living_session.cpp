// SPDX-License-Identifier: GPL-3.0-or-later
// A journal on the Deployments whose session lives and keeps its Lease.
#include <QTemporaryDir>
#include <QTest>

#include "core/agent/policy_factory.h"
#include "core/cluster_api/live/control_session.h"
#include "tests/core/cluster_api/live/fake_cluster.h"

using namespace trimtab;
using namespace trimtab::cluster_api;

class TestLivingSession : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void it_is_watched_and_not_taken_for_a_dead_one_data() {
        QTest::addColumn<int>("mode");
        QTest::newRow("observe") << static_cast<int>(config::ControlMode::observe);
        QTest::newRow("shadow") << static_cast<int>(config::ControlMode::shadow);
        QTest::newRow("auto") << static_cast<int>(config::ControlMode::automatic);
    }
    void it_is_watched_and_not_taken_for_a_dead_one() {
        QFETCH(int, mode);
        QTemporaryDir folder;
        FakeWorkload workload;
        FakeSource source;
        FakePacer pacer;
        ControlDesk desk;
        ControlOptions options;
        options.config.cluster.mode = static_cast<config::ControlMode>(mode);
        options.journal_folder = folder.filePath(QStringLiteral("journal")).toStdString();
        options.recording = folder.filePath(QStringLiteral("run")).toStdString();
        std::filesystem::create_directories(options.recording);
        options.max_steps = 2;
        const JournalEntry entry{workload.cluster(), "fake", "default", "inference-gpu",
                                 "inference-cpu",    2,      4,         "",
                                 "living",           {},     {},        1};
        workload.annotations = {encode_journal(entry), encode_journal(entry)};
        workload.replicas = {5, 3};
        workload.errors["acquire_lease"] =
            make_error(ErrorCode::conflict, "'living' holds the Lease and renews it.");
        const auto policy = agent::make_policy("rule", options.config);
        QVERIFY(policy.has_value());
        ControlSession session(options, {workload, source, pacer, policy->get(), desk});
        const auto run = session.run({});
        QCOMPARE(run.has_value(), !acts(options.config.cluster.mode));
        QCOMPARE(workload.replicas, (std::array<int, 2>{5, 3}));
        QVERIFY(!workload.annotations[0].empty());
        std::string refused;
        for (const ControlEvent& event : desk.drain())
            if (const auto* view = std::get_if<std::shared_ptr<const ClusterView>>(&event))
                refused = (*view)->control_refused;
        if (run) QVERIFY2(refused.find("'living' holds the Lease") != std::string::npos, refused.c_str());
    }
};

QTEST_GUILESS_MAIN(TestLivingSession)
#include "tst_living_session.moc"
