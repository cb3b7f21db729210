// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDirIterator>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>
#include <cmath>

#include "core/results/bundle.h"
#include "core/telemetry/metric_registry.h"
#include "tests/support/test_cluster/test_cluster.h"
#include "tests/ui/views/workbench_fixture.h"
#include "ui/views/cluster/cluster_mode.h"
#include "ui/views/cluster/cluster_tables.h"
#include "ui/views/cluster/connect_panel.h"
#include "ui/views/cluster/doctor_panel.h"
#include "ui/views/cluster/mode_switch.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/table_view.h"

using namespace trimtab;
using namespace trimtab::ui;
using cluster_api::ConnectionState;
using cluster_api::ControlPhase;
using cluster_api::DecisionEntry;
using cluster_api::DecisionOutcome;
using config::ControlMode;
using test_cluster::FaultKind;

namespace {

constexpr int patience_ms = 60000;
constexpr double speed = 30;

/// The session's seconds pass as fast as the test cluster's. The trend of the load is known after 30 of them.
class FastPacer final : public cluster_api::Pacer {
  public:
    double now_s() const override { return speed * real_.now_s(); }
    Expected<void> wait(double seconds, StopToken stop, const std::function<void()>& idle) override {
        return real_.wait(seconds / speed, stop, idle);
    }

  private:
    cluster_api::RealPacer real_;
};

}  // namespace

/// The Cluster mode against the test cluster, which lives in this thread beside the window.
class TestClusterMode : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        // Journals lie in the person's folders; here these are the test's.
        for (const char* variable : {"HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"})
            qputenv(variable, QFile::encodeName(home.path()));
        test_cluster::TestClusterOptions options;
        options.speed = speed;
        auto started = test_cluster::TestCluster::start(options);
        QVERIFY(started.has_value());
        cluster = std::move(*started);
        // Something for Prometheus to remember from before the session.
        cluster->clock().setSkew(-600);
        cluster->advance(60);
        cluster->clock().setSkew(0);
        const QString kubeconfig = folder.filePath(QStringLiteral("kubeconfig"));
        QVERIFY(cluster->writeKubeconfig(kubeconfig, test_cluster::TestCluster::Identity::token).has_value());
        mode = std::make_unique<ClusterMode>(bench.workbench());
        mode->session().setPacer(std::make_shared<FastPacer>());
        mode->resize(1200, 700);
        mode->show();
        QVERIFY(QTest::qWaitForWindowExposed(mode.get()));
        type("cluster_kubeconfig", kubeconfig);
        type("environment_namespace", QStringLiteral("workloads"));
        type("environment_prometheus_url", cluster->prometheusUrl().toString());
        type("environment_locust_url", cluster->locustUrl().toString());
        QFile settings(folder.filePath(QStringLiteral("cluster.yaml")));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("cluster:\n  confirm_timeout_s: 3600\n");
        settings.close();
        type("clusterConfig", settings.fileName());
        mode->findChild<QCheckBox*>(QStringLiteral("clusterDriveLoad"))->setChecked(true);
    }

    void cleanup() {
        cluster->kubernetes().access().denied.clear();
        cluster->faults().clear();
        mode->findChild<QCheckBox*>(QStringLiteral("clusterDriveLoad"))->setChecked(true);
        if (QTest::currentTestFailed()) stop();
    }
    void cleanupTestCase() { stop(); }

    void every_control_has_a_name() { QCOMPARE(namelessControls(*mode), QStringList()); }

    void the_doctor_tells_every_step() {
        QTest::mouseClick(button("clusterDoctor"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!mode->session().examining(), patience_ms);
        const QString text = findings();
        for (const char* step : {"identity", "permission", "gpu_utilization", "load"})
            QVERIFY2(text.contains(QLatin1String(step)), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("Machine")), qPrintable(text));
        QVERIFY(text.contains(QRegularExpression(QStringLiteral("\\d\\d:\\d\\d:\\d\\d"))));
    }

    void a_report_has_the_findings_and_the_log_and_no_secret() {
        bench.log.add(LogLevel::warning, QStringLiteral("Cluster"),
                      QStringLiteral("token planted-9501 seen"));
        qputenv("TRIMTAB_PROMETHEUS_TOKEN", "planted-9501");
        const QString zip = folder.filePath(QStringLiteral("report.zip"));
        const auto request = mode->connectPanel().request(ControlMode::observe);
        QVERIFY(request.has_value());
        QSignalSpy saved(&mode->session(), &ClusterSession::reportSaved);
        mode->session().saveReport(request->config, bench.log.lastLines(100), bench.results(), zip);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patience_ms);
        qunsetenv("TRIMTAB_PROMETHEUS_TOKEN");
        const QString unpacked = folder.filePath(QStringLiteral("report"));
        QVERIFY(results::extract_bundle(zip.toStdString(), unpacked.toStdString()).has_value());
        const auto read = [&](const char* name) {
            QFile file(unpacked + QStringLiteral("/trimtab-support/") + QLatin1String(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QVERIFY(read("findings.json").contains("gpu_utilization"));
        QVERIFY(read("config.yaml").contains("workloads"));
        QVERIFY2(read("log.txt").contains("Cluster: token [redacted] seen"), read("log.txt").constData());
        QVERIFY(!mode->findChild<DoctorPanel*>()->message().isHidden());
    }

    void a_missing_right_comes_with_a_remedy_to_copy() {
        cluster->kubernetes().access().denied.emplace_back("list deployments");
        QTest::mouseClick(button("doctorAgain"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!mode->session().examining(), patience_ms);
        QVERIFY(button("doctorCopy")->isEnabled());
        QTest::mouseClick(button("doctorCopy"), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("kind: Role")));
    }

    void before_the_first_observation_no_number_is_shown() {
        const auto p95 = [](const cluster_api::ClusterView& view) {
            for (const auto& row : numbersTable(view).rows)
                if (row[0].text.find("p95") != std::string::npos) return row[1].text;
            return std::string();
        };
        cluster_api::ClusterView view;
        QCOMPARE(p95(view), std::string("no data"));
        view.observations = 1;
        view.metrics.latency_p95_ms = 120;
        QCOMPARE(p95(view), std::string("120"));
    }

    void a_query_is_tried_before_it_is_used() {
        auto* text = mode->findChild<QLineEdit*>(QStringLiteral("queryText"));
        auto* answer = mode->findChild<QLabel*>(QStringLiteral("queryAnswer"));
        const QString configured = text->text();
        QVERIFY(!configured.isEmpty());
        QVERIFY(!button("queryUse")->isEnabled());
        QTest::mouseClick(button("queryTry"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(button("queryUse")->isEnabled(), patience_ms);
        QVERIFY2(answer->text().front().isDigit(), qPrintable(answer->text()));
        // Another text has to be tried itself.
        text->setText(QStringLiteral("a_metric_of_nobody"));
        QVERIFY(!button("queryUse")->isEnabled());
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(answer->text().startsWith(QStringLiteral("no data")), patience_ms);
        text->setText(QStringLiteral("sum("));
        QTest::mouseClick(button("queryTry"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(button("queryTry")->isEnabled(), patience_ms);
        QVERIFY(!button("queryUse")->isEnabled());
        text->setText(QStringLiteral("42"));
        QTest::mouseClick(button("queryTry"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(button("queryUse")->isEnabled(), patience_ms);
        QTest::mouseClick(button("queryUse"), Qt::LeftButton);
        const auto request = mode->connectPanel().request(ControlMode::observe);
        QVERIFY(request.has_value());
        QCOMPARE(request->config.cluster.queries[0], std::string("42"));
        mode->connectPanel().setQuery(mode->findChild<QComboBox*>(QStringLiteral("queryName"))->currentText(),
                                      configured);
    }

    void a_session_is_watched_with_history_and_the_timeline_says_what_it_lacks() {
        cluster->kubernetes().access().denied.emplace_back("list events");
        connectWith("rule");
        QVERIFY(table("numbersPanelTable")->text().contains(QStringLiteral("3 / 3")));
        QCOMPARE(table("podsPanelTable")->model()->rowCount(), 6);
        QVERIFY(table("servicesPanelTable")->text().contains(QStringLiteral("connected")));
        QVERIFY(!button("manualApply")->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(known(-600, 0) > 0, patience_ms);
        QTRY_VERIFY_WITH_TIMEOUT(known(0, 1e9) > 0, patience_ms);
        QTRY_VERIFY_WITH_TIMEOUT(!mode->session().eventsNote().isEmpty(), patience_ms);
        auto* note = mode->findChild<QLabel*>(QStringLiteral("eventsNote"));
        QVERIFY(note->text().contains(QStringLiteral("list and watch")));
        QCOMPARE(mode->session().podHistory().tracks().size(), std::size_t{6});
    }

    /// Goes on with that session.
    void it_is_steered_by_mode_by_hand_and_by_pausing() {
        if (!mode->session().running()) connectWith("rule");
        press(ControlMode::shadow);
        QTRY_VERIFY_WITH_TIMEOUT(decided("rule"), patience_ms);
        QVERIFY(table("decisionsPanelTable")->text().contains(QStringLiteral("rule")));
        QCOMPARE(cluster->replicas(cluster::Pool::gpu), 3);

        press(ControlMode::automatic);
        QTRY_VERIFY_WITH_TIMEOUT(button("manualApply")->isEnabled(), patience_ms);
        auto* gpu = mode->findChild<QSpinBox*>(QStringLiteral("manualGPU"));
        gpu->setValue(4);
        QTest::mouseClick(button("manualApply"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(decided("manual"), patience_ms);
        QTRY_VERIFY_WITH_TIMEOUT(!mode->session().marks().isEmpty(), patience_ms);
        QVERIFY(table("timelineTable")->text().contains(QStringLiteral(" → ")));

        QTest::mouseClick(button("controlPause"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(mode->session().view().phase, ControlPhase::paused, patience_ms);
        QVERIFY(!button("manualApply")->isEnabled());
        const std::int64_t writes = mode->session().view().writes;
        const std::int64_t step = mode->session().view().step;
        QTRY_VERIFY_WITH_TIMEOUT(mode->session().view().step >= step + 2, patience_ms);
        QCOMPARE(mode->session().view().writes, writes);
        QTest::mouseClick(button("controlPause"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(mode->session().view().phase, ControlPhase::running, patience_ms);

        // One key ends it, and the next session begins by watching.
        QAction* restore = bench.actions.find(QStringLiteral("cluster.restore"));
        QVERIFY(restore != nullptr);
        QCOMPARE(restore->shortcut(), QKeySequence(Qt::Key_F12));
        restore->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!mode->session().running(), patience_ms);
        QCOMPARE(cluster->replicas(cluster::Pool::gpu), 3);
        QCOMPARE(cluster->replicas(cluster::Pool::cpu), 3);
        QVERIFY(mode->connectPanel().message().text().contains(QStringLiteral("original replicas are back")));
        QCOMPARE(mode->findChild<ModeSwitch*>()->mode(), ControlMode::observe);
        QVERIFY(button("clusterStart")->isEnabled());
    }

    void a_change_waits_for_yes_or_no() {
        connectWith("always-max");
        auto* box = mode->findChild<QGroupBox*>(QStringLiteral("confirmBox"));
        press(ControlMode::confirm);
        QTRY_VERIFY_WITH_TIMEOUT(box->isVisible(), patience_ms);
        const QString question = mode->findChild<QLabel*>(QStringLiteral("confirmQuestion"))->text();
        QVERIFY2(question.contains(QStringLiteral("Change 3 GPU + 3 CPU to 5 GPU + 5 CPU?")),
                 qPrintable(question));
        QTest::mouseClick(button("confirmNo"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(became(DecisionOutcome::declined), patience_ms);
        QCOMPARE(mode->session().view().writes, std::int64_t{0});
        QTRY_VERIFY_WITH_TIMEOUT(box->isVisible(), patience_ms);
        QTest::mouseClick(button("confirmYes"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(became(DecisionOutcome::executed), patience_ms);
    }

    void a_change_by_somebody_else_pauses_and_says_so() {
        if (!mode->session().running()) connectWith("always-max");
        press(ControlMode::automatic);
        QTRY_VERIFY_WITH_TIMEOUT(button("manualApply")->isEnabled(), patience_ms);
        QVERIFY(cluster->scaleAsSomebody(cluster::Pool::cpu, 2));
        QTRY_COMPARE_WITH_TIMEOUT(mode->session().view().phase, ControlPhase::paused, patience_ms);
        const QString panel =
            mode->findChild<QWidget*>(QStringLiteral("controlPanel"))->findChild<InlineMessage*>()->text();
        QVERIFY2(panel.contains(QStringLiteral("paused")) && panel.contains(QStringLiteral("inference-cpu")),
                 qPrintable(panel));
        stop();
        // What somebody else has set is theirs.
        QCOMPARE(cluster->replicas(cluster::Pool::cpu), 2);
        QVERIFY(cluster->scaleAsSomebody(cluster::Pool::cpu, 3));
    }

    void a_service_that_dies_takes_no_number_and_no_replica_with_it_data() {
        QTest::addColumn<QString>("service");
        QTest::addColumn<bool>("counts_replicas");
        QTest::newRow("Prometheus") << QStringLiteral("Prometheus") << false;
        QTest::newRow("Locust") << QStringLiteral("Locust") << false;
        QTest::newRow("Kubernetes") << QStringLiteral("Kubernetes") << true;
    }

    void a_service_that_dies_takes_no_number_and_no_replica_with_it() {
        QFETCH(QString, service);
        QFETCH(bool, counts_replicas);
        // One caller a service, so that one deadline passes and not one after the other.
        mode->findChild<QCheckBox*>(QStringLiteral("clusterDriveLoad"))->setChecked(false);
        connectWith("rule");
        press(ControlMode::automatic);
        QTRY_VERIFY_WITH_TIMEOUT(button("manualApply")->isEnabled(), patience_ms);
        const std::int64_t held = mode->session().view().held_decisions;
        cluster->faults().add({service.toLower().toStdString(), "", "", 1, -1, {FaultKind::reset}});
        cluster->server(service.toLower().toStdString()).resetConnections();
        QTRY_VERIFY_WITH_TIMEOUT(stateOf(service) == ConnectionState::failed, 2 * patience_ms);
        QTRY_VERIFY_WITH_TIMEOUT(table("servicesPanelTable")->text().contains(QStringLiteral("failed")),
                                 patience_ms);
        if (!counts_replicas) {
            QTRY_VERIFY_WITH_TIMEOUT(mode->session().view().held_decisions > held, patience_ms);
            QVERIFY(!mode->session().view().missing.empty());
            QVERIFY2(table("numbersPanelTable")->text().contains(QStringLiteral("no data")),
                     qPrintable(table("numbersPanelTable")->text()));
        }
        cluster->faults().clear();
        QTRY_VERIFY_WITH_TIMEOUT(stateOf(service) == ConnectionState::connected, patience_ms);
        stop();
        QCOMPARE(cluster->replicas(cluster::Pool::gpu), 3);
        QCOMPARE(cluster->replicas(cluster::Pool::cpu), 3);
    }

    void typed_secrets_reach_the_server_and_no_file_and_no_log() {
        const QString secret = QStringLiteral("s3cret-t0ken-of-a-person");
        cluster->prometheus().setAuthorization("Bearer " + secret.toStdString());
        auto* line = mode->findChild<QLineEdit*>(QStringLiteral("secret-prometheus-token"));
        QCOMPARE(line->echoMode(), QLineEdit::Password);
        line->setText(secret);
        mode->findChild<QLineEdit*>(QStringLiteral("secret-locust-password"))->setText(secret);
        connectWith("rule");
        QVERIFY(line->text().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!std::isnan(mode->session().view().metrics.gpu_utilization), patience_ms);
        stop();
        cluster->prometheus().setAuthorization({});
        bench.settings.setMode(QStringLiteral("cluster"));

        int files = 0;
        for (const QString& root : {bench.folder.path(), folder.path(), home.path()})
            for (QDirIterator each(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
                 each.hasNext();) {
                QFile file(each.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(!file.readAll().contains(secret.toUtf8()), qPrintable(file.fileName()));
                ++files;
            }
        QVERIFY(files > 3);
        for (int row = 0; row < bench.log.rowCount(); ++row)
            QVERIFY(!bench.log.index(row, 0).data().toString().contains(secret));
        for (const auto* job : bench.runs.jobs())
            QVERIFY(!QString::fromStdString(job->command_line).contains(secret));
        QTest::mouseClick(mode->findChild<QToolButton*>(QStringLiteral("forget-prometheus-token")),
                          Qt::LeftButton);
    }

    void what_was_typed_is_there_at_the_next_start_but_no_address_with_a_password() {
        type("environment_namespace", QStringLiteral("elsewhere"));
        type("environment_locust_url", QStringLiteral("http://ann:hidden@127.0.0.1:8089"));
        ActionRegistry actions;
        ClusterMode second({bench.runs, bench.pump, bench.settings, actions, bench.log, bench.requests});
        QCOMPARE(second.findChild<QLineEdit*>(QStringLiteral("environment_namespace"))->text(),
                 QStringLiteral("elsewhere"));
        QVERIFY(second.findChild<QLineEdit*>(QStringLiteral("environment_locust_url"))->text().isEmpty());
        type("environment_namespace", QStringLiteral("workloads"));
        type("environment_locust_url", cluster->locustUrl().toString());
    }

    void a_wrong_address_is_told_in_place() {
        type("environment_prometheus_url", QStringLiteral("http://127.0.0.1:1"));
        QSignalSpy failed(&mode->session(), &ClusterSession::failed);
        QTest::mouseClick(button("clusterStart"), Qt::LeftButton);
        QVERIFY(failed.wait(patience_ms));
        QVERIFY(!mode->session().running());
        QVERIFY(mode->connectPanel().message().isVisible());
    }

  private:
    QPushButton* button(const char* name) { return mode->findChild<QPushButton*>(QLatin1String(name)); }
    TableView* table(const char* name) { return mode->findChild<TableView*>(QLatin1String(name)); }
    void type(const char* name, const QString& text) {
        mode->findChild<QLineEdit*>(QLatin1String(name))->setText(text);
    }
    void stop() {
        mode->session().stop();
        QTRY_VERIFY_WITH_TIMEOUT(!mode->session().running(), patience_ms);
    }
    void connectWith(const char* policy) {
        auto* choice = mode->findChild<QComboBox*>(QStringLiteral("clusterPolicy"));
        QVERIFY(choice->findData(QLatin1String(policy)) >= 0);
        choice->setCurrentIndex(choice->findData(QLatin1String(policy)));
        QTest::mouseClick(button("clusterStart"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(mode->session().view().step > 0, patience_ms);
    }
    void press(ControlMode wanted) {
        auto* modes = mode->findChild<ModeSwitch*>();
        QTest::mouseClick(
            modes->findChild<QPushButton*>(QStringLiteral("mode%1").arg(static_cast<int>(wanted))),
            Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(modes->mode(), wanted, patience_ms);
    }
    ConnectionState stateOf(const QString& service) {
        for (const auto& connection : mode->session().view().connections)
            if (connection.name == service.toStdString()) return connection.state;
        return ConnectionState::unused;
    }
    bool any(const std::function<bool(const DecisionEntry&)>& holds) {
        const auto& log = mode->session().decisions();
        for (int row = 0; row < log.rowCount(); ++row)
            if (holds(log.entry(row))) return true;
        return false;
    }
    bool decided(const std::string& who) {
        return any([&who](const auto& entry) { return entry.who.starts_with(who); });
    }
    bool became(DecisionOutcome outcome) {
        return any([outcome](const auto& entry) { return entry.outcome == outcome; });
    }
    /// Numbers of the CPU's utilisation between two times of the charts.
    int known(double from_s, double until_s) {
        int count = 0;
        for (const auto& bucket : mode->session().series().snapshot(
                 {telemetry::RowKind::step, telemetry::metric::cpu_utilization}))
            count += bucket.numbers > 0 && bucket.low.wall_s >= from_s && bucket.low.wall_s < until_s ? 1 : 0;
        return count;
    }
    QString findings() {
        const auto* tree = mode->findChild<QTreeWidget*>(QStringLiteral("doctorFindings"));
        QString text;
        for (int i = 0; i < tree->topLevelItemCount(); ++i)
            for (int column = 0; column < 4; ++column) text += tree->topLevelItem(i)->text(column) + u' ';
        return text;
    }

    QTemporaryDir home;
    WorkbenchFixture bench;
    QTemporaryDir folder;
    std::unique_ptr<test_cluster::TestCluster> cluster;
    std::unique_ptr<ClusterMode> mode;
};

QTEST_MAIN(TestClusterMode)
#include "tst_cluster_mode.moc"
