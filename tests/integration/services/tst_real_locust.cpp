// SPDX-License-Identifier: GPL-3.0-or-later
// The client and the load controller against the distribution's Locust, which swarms a small server of this
// test.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "core/cluster_api/locust/load_controller.h"
#include "tests/core/cluster_api/http/client_fixture.h"
#include "tests/integration/services/loopback_service.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;

namespace {

const QString python = QStringLiteral("/usr/bin/python3");
constexpr int patience_ms = 30000;

const QByteArray visitors =
    "from locust import HttpUser, constant, task\n"
    "class Visitor(HttpUser):\n"
    "    wait_time = constant(0.05)\n"
    "    @task\n"
    "    def work(self):\n"
    "        self.client.get('/work')\n";
const QByteArray shape =
    "from locust import LoadTestShape\n"
    "class Steps(LoadTestShape):\n"
    "    def tick(self):\n"
    "        return (2, 2) if self.get_run_time() < 60 else None\n";

bool locust_is_installed() {
    QProcess probe;
    probe.start(python, {"-c", "import locust"});
    return probe.waitForFinished(60000) && probe.exitCode() == 0;
}

}  // namespace

class TestRealLocust : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        if (!locust_is_installed()) QSKIP("Locust is not installed (package python3-locust).");
        target_ = std::make_unique<ScriptedServer>([this](const ReceivedRequest&) -> ScriptedAnswer {
            return {.status = failing_ ? 500 : 200, .body = "{}"};
        });
        installed_ = true;
    }

    void a_swarm_is_started_changed_and_stopped() {
        LoopbackService service;
        LocustClient client = start(service, visitors);
        QCOMPARE(client.statistics()->state, LocustState::ready);
        QVERIFY(!client.statistics()->current_rps.has_value());

        const auto started = client.swarm({3, 10, {}, {}});
        QVERIFY2(started.has_value(), started ? "" : started.error().message.c_str());
        QVERIFY(!started->shape);
        QVERIFY(eventually(client, [](const LocustStatistics& now) {
            return now.state == LocustState::running && now.user_count == 3 &&
                   now.current_rps.value_or(0) > 1 && now.latency_p95_ms.value_or(0) > 0;
        }));
        QVERIFY(client.swarm({6, 10, {}, {}}).has_value());
        QVERIFY(eventually(client, [](const LocustStatistics& now) { return now.user_count == 6; }));
        failing_ = true;
        QVERIFY(eventually(client, [](const LocustStatistics& now) {
            return now.current_failures_rps.value_or(0) > 0 &&
                   now.throughput_rps().value() < now.current_rps.value();
        }));
        failing_ = false;
        QVERIFY(client.swarm({1, 10, {}, {}}).has_value());
        QVERIFY(eventually(client, [](const LocustStatistics& now) { return now.user_count == 1; }));
        const std::int64_t before = client.statistics()->requests;
        QVERIFY(client.resetStatistics().has_value());
        // Locust goes on showing what it computed last for some seconds.
        QVERIFY(eventually(client, [before](const LocustStatistics& now) { return now.requests < before; }));
        QVERIFY(client.stop().has_value());
        QVERIFY(eventually(client, [](const LocustStatistics& now) {
            return now.state == LocustState::stopped && now.user_count == 0 && !now.current_rps.has_value();
        }));

        service.stop();
        QCOMPARE(client.stop().error().code, ErrorCode::unavailable);
    }

    void the_users_follow_a_schedule() {
        LoopbackService service;
        LocustClient client = start(service, visitors);
        LoadController load(client, {}, 20);
        QVERIFY(load.begin({"constant", load::LoadKind::closed, {2, 2, 5, 0}}).has_value());
        for (const auto& [second, users] : {std::pair(0, 2), std::pair(2, 5), std::pair(3, 0)}) {
            QVERIFY(load.follow(second).has_value());
            QVERIFY(eventually(
                client, [users = users](const LocustStatistics& now) { return now.user_count == users; }));
        }
        QVERIFY(load.finish().has_value());
        QVERIFY(eventually(client,
                           [](const LocustStatistics& now) { return now.state == LocustState::stopped; }));
    }

    void a_load_shape_is_told_to_be_in_the_way() {
        LoopbackService service;
        LocustClient client = start(service, visitors + shape);
        LoadController load(client, {}, 20);
        QVERIFY(load.begin({"constant", load::LoadKind::closed, {9}}).has_value());
        QCOMPARE(load.follow(0).error().code, ErrorCode::unsupported);
        QVERIFY(client.stop().has_value());
    }

  private:
    LocustClient start(LoopbackService& service, const QByteArray& text) {
        const QString path = folder_.filePath(QStringLiteral("locustfile.py"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write a file");
        file.close();
        const quint16 port = free_port();
        if (installed_ && !service.start(python,
                                         {"-m", "locust", "-f", path, "--web-host", "127.0.0.1", "--web-port",
                                          QString::number(port), "--host", target_->url()},
                                         port))
            qFatal("Locust did not start: %s", service.output().constData());
        HttpBehaviour behaviour = hasty();
        behaviour.clock = &system_clock();  // statistics are asked again as fast as this one passes
        return LocustClient(
            *make_endpoint(QStringLiteral("http://127.0.0.1:%1").arg(port), {}, no_environment()),
            std::make_shared<FixedCredential>(), behaviour);
    }

    template <class Condition>
    static bool eventually(LocustClient& client, Condition condition) {
        return QTest::qWaitFor(
            [&] {
                const auto now = client.statistics();
                return now.has_value() && condition(*now);
            },
            patience_ms);
    }

    QTemporaryDir folder_;
    std::unique_ptr<ScriptedServer> target_;
    bool installed_ = false;
    bool failing_ = false;
};

QTEST_GUILESS_MAIN(TestRealLocust)
#include "tst_real_locust.moc"
