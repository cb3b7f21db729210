// SPDX-License-Identifier: GPL-3.0-or-later
// The client against the distribution's Prometheus, which scrapes a small target of this test.
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "core/cluster_api/prometheus/prometheus_client.h"
#include "tests/core/cluster_api/http/client_fixture.h"
#include "tests/integration/services/loopback_service.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;

namespace {

// The bcrypt hash of "loopback", at its cheapest.
const QByteArray password_file =
    "basic_auth_users:\n  tester: $2b$04$E7x.0ChD3BjwXqm6d6IjmOjSk1wOV9DToPawfda/.gcoo6cNbDXs2\n";

void write(const QString& path, const QByteArray& text) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) qFatal("cannot write a file");
}

}  // namespace

class TestRealPrometheus : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();

    void tells_its_version() {
        const auto version = client()->waitForVersion();
        QVERIFY2(version.has_value(), version ? "" : version.error().message.c_str());
        QVERIFY(version->find('.') != std::string::npos);
    }

    void gives_the_targets_numbers() {
        const auto value = [&] {
            return client()->waitForValue("probe_value", 60).value_or(PrometheusReading()).value;
        };
        QTRY_VERIFY_WITH_TIMEOUT(value().has_value(), 20000);
        QCOMPARE(value().value(), 42.5);
        const auto twice = client()->wait(InstantQuery{"probe_pair", {}});
        QVERIFY(twice.has_value());
        QCOMPARE(twice->series.size(), std::size_t(2));
        QVERIFY(!latest_value(*twice, 0, 60).value.has_value());
    }

    void no_traffic_is_no_data_and_traffic_is_a_number() {
        const std::string p95 = "histogram_quantile(0.95, rate(probe_seconds_bucket[10s]))";
        std::string absence;
        const auto without = [&] {
            const auto reading = client()->waitForValue(p95, 60);
            if (!reading || reading->value) return false;
            absence = reading->absence;
            return absence.find("not a number") != std::string::npos;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(without(), absence.c_str(), 30000);
        requests_a_scrape_ = 10;
        const auto value = [&] {
            return client()->waitForValue(p95, 60).value_or(PrometheusReading()).value;
        };
        QTRY_VERIFY_WITH_TIMEOUT(value().has_value(), 30000);
        QVERIFY(*value() > 0 && *value() <= 0.5);
        const auto infinite = client()->waitForValue("probe_value / 0", 60);
        QVERIFY(infinite.has_value() && !infinite->value.has_value());
        const auto unknown = client()->waitForValue("no_such_metric", 60);
        QVERIFY(unknown.has_value() && unknown->absence.find("empty") != std::string::npos);
    }

    void a_span_of_a_year_keeps_to_the_limit_of_points() {
        const double now_s = static_cast<double>(system_clock().utc_ms()) / 1000;
        const auto range = client()->wait(RangeQuery{"probe_value", now_s - 366 * 86400.0, now_s, 1});
        QVERIFY2(range.has_value(), range ? "" : range.error().message.c_str());
        QTRY_VERIFY_WITH_TIMEOUT(
            client()->wait(RangeQuery{"probe_value", now_s - 60, now_s + 60, 1})->series.at(0).points.size() >
                2,
            20000);
    }

    void refuses_in_its_own_words() {
        const auto parse = client()->wait(InstantQuery{"sum(", {}});
        QCOMPARE(parse.error().code, ErrorCode::invalid_argument);
        QVERIFY(parse.error().message.find("unclosed left parenthesis") != std::string::npos);
        const auto execution = client()->wait(InstantQuery{R"(-{__name__=~"probe_value|probe_other"})", {}});
        QCOMPARE(execution.error().code, ErrorCode::invalid_argument);
        QVERIFY(execution.error().message.find("same labelset") != std::string::npos);
    }

    void takes_a_query_longer_than_a_url() {
        const std::string query = "probe_value or probe_value{label=\"" + std::string(60000, 'x') + "\"}";
        const auto result = client()->wait(InstantQuery{query, {}});
        QVERIFY2(result.has_value(), result ? "" : result.error().message.c_str());
    }

    void wants_its_password() {
        const auto refused = client("wrong")->wait(InstantQuery{"up", {}});
        QCOMPARE(refused.error().code, ErrorCode::permission_denied);
    }

    void a_target_that_died_is_no_data() {
        target_->stopListening();
        const auto gone = [&] {
            const auto reading = client()->waitForValue("probe_value", 60);
            return reading.has_value() && !reading->value.has_value();
        };
        QTRY_VERIFY_WITH_TIMEOUT(gone(), 30000);
        target_->reopen();
    }

    void cleanupTestCase() {
        service_.stop();
        if (port_ == 0) return;
        const auto away = client()->wait(InstantQuery{"up", {}});
        QCOMPARE(away.error().code, ErrorCode::unavailable);
    }

  private:
    [[nodiscard]] std::unique_ptr<PrometheusClient> client(const std::string& password = "loopback") const {
        return std::make_unique<PrometheusClient>(
            *make_endpoint(QStringLiteral("http://127.0.0.1:%1/monitoring").arg(port_), {}, no_environment()),
            std::make_shared<FixedCredential>(Credential::basic("tester", password)), hasty());
    }

    QTemporaryDir folder_;
    std::unique_ptr<ScriptedServer> target_;
    LoopbackService service_;
    quint16 port_ = 0;
    int requests_a_scrape_ = 0;
    int requests_ = 100;
};

void TestRealPrometheus::initTestCase() {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("prometheus"));
    if (program.isEmpty()) QSKIP("prometheus is not installed (package prometheus).");
    target_ = std::make_unique<ScriptedServer>([this](const ReceivedRequest&) -> ScriptedAnswer {
        requests_ += requests_a_scrape_;
        const QByteArray count = QByteArray::number(requests_);
        return {.body =
                    "probe_value 42.5\nprobe_other 1\nprobe_pair{side=\"a\"} 1\nprobe_pair{side=\"b\"} 2\n"
                    "# TYPE probe_seconds histogram\nprobe_seconds_bucket{le=\"0.5\"} " +
                    count + "\nprobe_seconds_bucket{le=\"+Inf\"} " + count + "\nprobe_seconds_sum 1\n" +
                    "probe_seconds_count " + count + "\n",
                .content_type = "text/plain; version=0.0.4"};
    });
    write(
        folder_.filePath("prometheus.yml"),
        "global: {scrape_interval: 1s}\nscrape_configs:\n- job_name: probe\n  static_configs:\n  - targets: "
        "['127.0.0.1:" +
            QByteArray::number(target_->port()) + "']\n");
    write(folder_.filePath("web.yml"), password_file);
    port_ = free_port();
    const bool started = service_.start(
        program,
        {"--config.file=" + folder_.filePath("prometheus.yml"),
         "--web.config.file=" + folder_.filePath("web.yml"),
         "--storage.tsdb.path=" + folder_.filePath("data"),
         QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port_),
         QStringLiteral("--web.external-url=http://127.0.0.1:%1/monitoring").arg(port_), "--log.level=warn"},
        port_);
    QVERIFY2(started, service_.output().constData());
    QTRY_VERIFY_WITH_TIMEOUT(client()->waitForVersion().has_value(), 20000);
}

QTEST_GUILESS_MAIN(TestRealPrometheus)
#include "tst_real_prometheus.moc"
