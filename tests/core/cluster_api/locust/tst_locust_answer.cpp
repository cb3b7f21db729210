// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTest>

#include "core/cluster_api/locust/locust_answer.h"

using namespace trimtab;
using namespace trimtab::cluster_api;

namespace {

const QString recordings = QStringLiteral(TRIMTAB_SOURCE_DIR "/tests/core/cluster_api/locust/recordings/");

HttpResponse answer(int status, const QByteArray& body, const QByteArray& type = "application/json") {
    return {status, {{"Content-Type", type}}, body};
}

/// A body that a Locust of that version sent.
HttpResponse recorded(const QString& version, const QString& name) {
    QFile file(recordings + version + '/' + name);
    if (!file.open(QIODevice::ReadOnly)) qFatal("no recording %s %s", qPrintable(version), qPrintable(name));
    return answer(200, file.readAll());
}

struct Expectation {
    const char* version;
    int users;
    double rps;
    double p50_ms;
    double p95_ms;
    int requests;
};

// Read off the recordings by eye.
constexpr Expectation running[] = {{"2.12.1", 6, 24.4, 53, 240, 217},  {"2.17.0", 4, 21.2, 50, 200, 152},
                                   {"2.20.1", 4, 20.0, 53, 190, 163},  {"2.30.0", 4, 21.6, 49, 160, 169},
                                   {"2.37.14", 4, 21.8, 52, 190, 157}, {"HEAD", 4, 18.6, 49, 200, 158}};

}  // namespace

class TestLocustAnswer : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void every_recorded_version_is_covered() {
        QCOMPARE(QDir(recordings).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(),
                 qsizetype(std::size(running)));
    }

    void reads_every_version_data() {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(std::size(running)); ++i) QTest::addRow("%s", running[i].version) << i;
    }

    void reads_every_version() {
        QFETCH(int, index);
        const Expectation& expected = running[index];
        const QString version = expected.version;
        const auto now = read_statistics(recorded(version, "stats_running.json"));
        QVERIFY2(now.has_value(), now ? "" : now.error().message.c_str());
        QCOMPARE(now->state, LocustState::running);
        QCOMPARE(now->user_count, expected.users);
        QCOMPARE(now->current_rps.value(), expected.rps);
        QCOMPARE(now->current_failures_rps.value(), 0.0);
        QCOMPARE(now->throughput_rps().value(), expected.rps);
        QCOMPARE(now->latency_p50_ms.value(), expected.p50_ms);
        QCOMPARE(now->latency_p95_ms.value(), expected.p95_ms);
        QCOMPARE(now->requests, std::int64_t(expected.requests));

        for (const char* idle : {"stats_ready.json", "stats_stopped.json"}) {
            const auto none = read_statistics(recorded(version, idle));
            QVERIFY(none.has_value());
            QCOMPARE(none->state,
                     QString(idle).contains("ready") ? LocustState::ready : LocustState::stopped);
            QCOMPARE(none->user_count, 0);
            QVERIFY(!none->current_rps.has_value());  // the last run's numbers are not the present's
            QVERIFY(!none->latency_p95_ms.has_value());
            QVERIFY(!none->throughput_rps().has_value());
        }
        const auto swarm = read_swarm_answer(recorded(version, "swarm_ok.json"));
        QVERIFY(swarm.has_value());
        QCOMPARE(swarm->message, std::string("Swarming started"));
        QCOMPARE(swarm->host, std::string("http://127.0.0.1:18080"));
        QVERIFY(!swarm->shape);
        QVERIFY(read_stop_answer(recorded(version, "stop_ok.json")).has_value());
    }

    void a_load_shape_is_seen() {
        for (const char* version : {"2.12.1", "HEAD"})
            QVERIFY(read_swarm_answer(recorded(version, "swarm_shape_ok.json"))->shape);
    }

    void null_and_zero_percentiles_are_no_data_data() {
        QTest::addColumn<QByteArray>("percentiles");
        QTest::addRow("null") << QByteArray(R"("current_response_time_percentile_95":null)");
        QTest::addRow("zero") << QByteArray(R"("current_response_time_percentile_2":0)");
        QTest::addRow("null in the object")
            << QByteArray(R"("current_response_time_percentiles":{"response_time_percentile_0.95":null})");
        QTest::addRow("a text") << QByteArray(R"("current_response_time_percentile_95":"x")");
        QTest::addRow("missing") << QByteArray(R"("a":1)");
    }

    void null_and_zero_percentiles_are_no_data() {
        QFETCH(QByteArray, percentiles);
        const auto now = read_statistics(answer(
            200, R"({"state":"running","user_count":3,"stats":[{"name":"Aggregated","current_rps":2.5,)"
                 R"("current_fail_per_sec":0.5}],)" +
                     percentiles + "}"));
        QVERIFY(now.has_value());
        QVERIFY(!now->latency_p95_ms.has_value());
        QCOMPARE(now->throughput_rps().value(), 2.0);
    }

    void the_rate_is_never_the_top_level_total() {
        // From 2.43.4 on total_rps is the average of the whole run.
        const auto now = read_statistics(answer(
            200, R"({"state":"running","user_count":3,"total_rps":99,"stats":[{"name":"Aggregated"}]})"));
        QVERIFY(!now->current_rps.has_value());
    }

    void all_states_are_known_data() {
        QTest::addColumn<int>("state");
        int state = 0;
        for (const char* word :
             {"ready", "spawning", "running", "stopping", "stopped", "cleanup", "missing", "else"})
            QTest::addRow("%s", word) << state++;
    }

    void all_states_are_known() {
        QFETCH(int, state);
        const QByteArray word = QTest::currentDataTag();
        const auto now = read_statistics(answer(200, "{\"state\":\"" + word + "\",\"stats\":[]}"));
        QCOMPARE(static_cast<int>(now->state), state);
        QCOMPARE(now->state_text, word.toStdString());
    }

    void refusals_are_errors() {
        const auto page = answer(500, "<html>Internal Server Error</html>", "text/html");
        QCOMPARE(read_swarm_answer(page).error().code, ErrorCode::invalid_argument);
        const auto unsuccessful = answer(200, R"({"success":false,"message":"Missing user_count"})");
        const auto refused = read_swarm_answer(unsuccessful);
        QCOMPARE(refused.error().code, ErrorCode::invalid_argument);
        QVERIFY(refused.error().message.find("Missing user_count") != std::string::npos);
        QVERIFY(!read_stop_answer(unsuccessful).has_value());
        const auto login = answer(200, "<!DOCTYPE html><title>Login</title>", "text/html; charset=utf-8");
        QCOMPARE(read_statistics(login).error().code, ErrorCode::permission_denied);
        QCOMPARE(read_swarm_answer(login).error().code, ErrorCode::permission_denied);
        QCOMPARE(read_stop_answer(login).error().code, ErrorCode::permission_denied);
        QCOMPARE(read_reset_answer(login).error().code, ErrorCode::permission_denied);
        QCOMPARE(read_statistics(answer(401, "", "text/html")).error().code, ErrorCode::permission_denied);
        QVERIFY(read_reset_answer(answer(200, "ok", "text/html; charset=utf-8")).has_value());
    }

    void other_bodies_are_refused_data() {
        QTest::addColumn<QByteArray>("body");
        for (const char* body :
             {"", "[]", "7", "{", "{}", R"({"state":1,"stats":[]})", R"({"state":"running"})"})
            QTest::addRow("%s", body) << QByteArray(body);
        QTest::addRow("deep") << QByteArray(100000, '{');
        QTest::addRow("another service") << QByteArray(R"({"status":"success","data":{}})");
    }

    void other_bodies_are_refused() {
        QFETCH(QByteArray, body);
        QCOMPARE(read_statistics(answer(200, body)).error().code, ErrorCode::parse_error);
        QCOMPARE(read_swarm_answer(answer(200, body)).error().code, ErrorCode::parse_error);
    }

    void absurd_numbers_are_survived() {
        const auto now = read_statistics(answer(
            200, R"({"state":"running","user_count":1e300,"stats":[{"name":"Aggregated","num_requests":-5,)"
                 R"("num_failures":1e300,"current_rps":-1,"current_fail_per_sec":"x"}]})"));
        QVERIFY(now.has_value());
        QCOMPARE(now->user_count, 1'000'000'000);
        QCOMPARE(now->requests, std::int64_t(0));
        QVERIFY(!now->current_rps.has_value());
    }
};

QTEST_GUILESS_MAIN(TestLocustAnswer)
#include "tst_locust_answer.moc"
