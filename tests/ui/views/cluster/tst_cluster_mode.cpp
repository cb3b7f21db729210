// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/support/test_cluster/test_cluster.h"
#include "tests/ui/views/workbench_fixture.h"
#include "ui/views/cluster/cluster_mode.h"
#include "ui/views/cluster/mode_switch.h"
#include "ui/widgets/table_view.h"

using namespace trimtab;
using namespace trimtab::ui;

namespace {

constexpr int patience_ms = 60000;

}  // namespace

/// The Cluster mode against the test cluster, which lives in this thread beside the window.
class TestClusterMode : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        test_cluster::TestClusterOptions options;
        options.speed = 10;
        auto started = test_cluster::TestCluster::start(options);
        QVERIFY(started.has_value());
        cluster = std::move(*started);
        const QString kubeconfig = folder.filePath(QStringLiteral("kubeconfig"));
        QVERIFY(cluster->writeKubeconfig(kubeconfig, test_cluster::TestCluster::Identity::token).has_value());
        mode = std::make_unique<ClusterMode>(bench.workbench());
        mode->resize(1200, 700);
        mode->show();
        QVERIFY(QTest::qWaitForWindowExposed(mode.get()));
        type("cluster_kubeconfig", kubeconfig);
        type("environment_namespace", QStringLiteral("workloads"));
        type("environment_prometheus_url", cluster->prometheusUrl().toString());
        type("environment_locust_url", cluster->locustUrl().toString());
        mode->findChild<QSpinBox*>(QStringLiteral("clusterInterval"))->setValue(1);
    }

    void the_doctor_tells_every_step() {
        QTest::mouseClick(button("clusterDoctor"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!mode->session().examining(), patience_ms);
        const QString text = table("doctorPanelTable")->text();
        for (const char* step : {"identity", "permission", "gpu_utilization", "load"})
            QVERIFY2(text.contains(QLatin1String(step)), qPrintable(text));
    }

    void a_session_is_watched_steered_and_stopped() {
        auto* policy = mode->findChild<QComboBox*>(QStringLiteral("clusterPolicy"));
        policy->setCurrentIndex(policy->findData(QStringLiteral("rule")));
        QTest::mouseClick(button("clusterStart"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(mode->session().view().step >= 1, patience_ms);
        QVERIFY(table("numbersPanelTable")->text().contains(QStringLiteral("3 / 3")));
        QCOMPARE(table("podsPanelTable")->model()->rowCount(), 6);
        QVERIFY(table("servicesPanelTable")->text().contains(QStringLiteral("connected")));
        QVERIFY(!button("manualApply")->isEnabled());

        auto* modes = mode->findChild<ModeSwitch*>();
        QTest::mouseClick(modes->findChild<QPushButton*>(QStringLiteral("mode1")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(modes->mode(), config::ControlMode::shadow, patience_ms);
        QTRY_VERIFY_WITH_TIMEOUT(!mode->session().decisions().empty(), patience_ms);
        QVERIFY(table("decisionsPanelTable")->text().contains(QStringLiteral("rule")));

        QTest::mouseClick(modes->findChild<QPushButton*>(QStringLiteral("mode3")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(modes->mode(), config::ControlMode::automatic, patience_ms);
        QVERIFY(button("manualApply")->isEnabled());
        mode->findChild<QSpinBox*>(QStringLiteral("manualGPU"))->setValue(4);
        QTest::mouseClick(button("manualApply"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            std::ranges::any_of(mode->session().decisions(),
                                [](const auto& entry) { return entry.who.starts_with("manual"); }),
            patience_ms);

        QTest::mouseClick(button("clusterStop"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!mode->session().running(), patience_ms);
        QCOMPARE(cluster->replicas(cluster::Pool::gpu), 3);
        QVERIFY(button("clusterStart")->isEnabled());
    }

    void a_wrong_address_is_told_in_place() {
        type("environment_prometheus_url", QStringLiteral("http://127.0.0.1:1"));
        QTest::mouseClick(button("clusterStart"), Qt::LeftButton);
        QSignalSpy failed(&mode->session(), &ClusterSession::failed);
        QVERIFY(failed.wait(patience_ms));
        QVERIFY(!mode->session().running());
    }

  private:
    QPushButton* button(const char* name) { return mode->findChild<QPushButton*>(QLatin1String(name)); }
    TableView* table(const char* name) { return mode->findChild<TableView*>(QLatin1String(name)); }
    void type(const char* name, const QString& text) {
        mode->findChild<QLineEdit*>(QLatin1String(name))->setText(text);
    }

    WorkbenchFixture bench;
    QTemporaryDir folder;
    std::unique_ptr<test_cluster::TestCluster> cluster;
    std::unique_ptr<ClusterMode> mode;
};

QTEST_MAIN(TestClusterMode)
#include "tst_cluster_mode.moc"
