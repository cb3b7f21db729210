// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>

#include "core/cluster_api/prometheus/prometheus_answer.h"
#include "core/cluster_api/prometheus/prometheus_query.h"

using namespace trimtab;
using namespace trimtab::cluster_api;

namespace {

HttpResponse answer(int status, const QByteArray& body, const QByteArray& type = "application/json") {
    return {status, {{"Content-Type", type}}, body};
}

/// A body that Prometheus 2.42 sent.
HttpResponse recorded(int status, const QString& name) {
    QFile file(QString(TRIMTAB_SOURCE_DIR "/tests/core/cluster_api/prometheus/recordings/") + name);
    if (!file.open(QIODevice::ReadOnly)) qFatal("no recording %s", qPrintable(name));
    return answer(status, file.readAll(),
                  name.endsWith(".txt") ? "text/plain; charset=utf-8" : "application/json");
}

PrometheusReading latest(const QString& name, double age_limit_s = 1e12) {
    return latest_value(read_query_answer(recorded(200, name)).value(), 1795457319.8, age_limit_s);
}

bool says(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

class TestPrometheusAnswer : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void reads_vectors_matrices_scalars_and_texts() {
        const auto vector = read_query_answer(recorded(200, "query_p95_vector.json"));
        QVERIFY(vector.has_value());
        QCOMPARE(vector->series.size(), std::size_t(2));
        QCOMPARE(vector->series[1].labels.at("pool"), std::string("gpu"));
        QCOMPARE(vector->series[1].points.at(0).value.value(), 0.09539377289377289);
        QCOMPARE(vector->series[1].points.at(0).time_s, 1795456854.436);
        const auto matrix = read_query_answer(recorded(200, "range_cpu_rate.json"));
        QVERIFY(matrix.has_value());
        QCOMPARE(matrix->type, PrometheusResultType::matrix);
        QCOMPARE(matrix->series[0].points.size(), std::size_t(13));
        QCOMPARE(matrix->series[0].points[9].value.value(), 0.05064088888888889);
        QCOMPARE(read_query_answer(recorded(200, "query_matrix.json"))->series[0].points.size(),
                 std::size_t(3));
        QCOMPARE(latest("query_scalar.json").value.value(), 1.0);
        QCOMPARE(read_query_answer(recorded(200, "query_string.json"))->text, std::string("abc"));
        QCOMPARE(read_query_answer(recorded(200, "range_gpu_util.json"))->series[0].labels.at("exported_pod"),
                 std::string("gpu-0"));
        QCOMPARE(read_build_info(recorded(200, "buildinfo.json")).value(), std::string("2.42.0+ds"));
    }

    void no_data_is_never_a_number() {
        for (const char* name : {"query_p95_no_traffic_nan.json", "query_inf_nan.json"}) {
            const auto result = read_query_answer(recorded(200, name));
            QVERIFY2(result.has_value(), name);
            for (const PrometheusSeries& series : result->series)
                QVERIFY(!series.points.at(0).value.has_value());
        }
        QVERIFY(says(latest("query_empty.json").absence, "empty result"));
        QVERIFY(says(latest("query_inf_nan.json").absence, "not a number"));
        QVERIFY(says(latest("query_p95_vector.json").absence, "2 series"));
        QVERIFY(says(latest("query_string.json").absence, "a text"));
        const auto stale = latest("query_scalar.json", 90);
        QVERIFY(!stale.value.has_value());
        QVERIFY(says(stale.absence, "465 s old"));
    }

    void failures_speak_in_prometheus_words_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("recording");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        const int invalid = static_cast<int>(ErrorCode::invalid_argument);
        const int away = static_cast<int>(ErrorCode::unavailable);
        QTest::addRow("parse") << 400 << "error_parse_400.json" << invalid << "unclosed left parenthesis";
        QTest::addRow("points") << 400 << "error_too_many_points_400.json" << invalid << "11,000 points";
        QTest::addRow("parameter") << 400 << "error_bad_timeout_400.json" << invalid << "valid duration";
        QTest::addRow("execution") << 422 << "error_execution_422.json" << invalid << "same labelset";
        QTest::addRow("timeout") << 503 << "error_timeout_503.json" << away << "timed out";
        QTest::addRow("password") << 401 << "error_401_body.txt"
                                  << static_cast<int>(ErrorCode::permission_denied) << "credential";
    }

    void failures_speak_in_prometheus_words() {
        QFETCH(int, status);
        QFETCH(QString, recording);
        const auto result = read_query_answer(recorded(status, recording));
        QVERIFY(!result.has_value());
        QTEST(static_cast<int>(result.error().code), "code");
        QFETCH(QString, words);
        QVERIFY2(says(result.error().message, qPrintable(words)), result.error().message.c_str());
    }

    void warnings_are_kept() {
        const auto result =
            read_query_answer(answer(200, R"({"status":"success","warnings":["remote read failed"],)"
                                          R"("data":{"resultType":"vector","result":[]}})"));
        QCOMPARE(result->warnings, std::vector<std::string>{"remote read failed"});
    }

    void other_bodies_are_refused_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("code");
        const int parse = static_cast<int>(ErrorCode::parse_error);
        const auto row = [&](const char* name, const QByteArray& body) {
            QTest::addRow("%s", name) << body << QByteArray("application/json") << parse;
        };
        row("empty", "");
        row("truncated", "{\"status\":\"success\",\"data\":{\"resultType\":\"vec");
        row("list", "[1,2]");
        row("no status", R"({"data":{}})");
        row("no data", R"({"status":"success"})");
        row("no result", R"({"status":"success","data":{"resultType":"vector"}})");
        row("other type", R"({"status":"success","data":{"resultType":"stream","result":[]}})");
        row("number without quotes",
            R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,2]}]}})");
        row("value is text",
            R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"x"]}]}})");
        row("no value", R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{}}]}})");
        row("series is a number", R"({"status":"success","data":{"resultType":"vector","result":[7]}})");
        row("deep", QByteArray(100000, '['));
        QTest::addRow("login page") << QByteArray("<html>Sign in</html>") << QByteArray("text/html")
                                    << static_cast<int>(ErrorCode::permission_denied);
        QTest::addRow("text") << QByteArray("hello") << QByteArray("text/plain") << parse;
    }

    void other_bodies_are_refused() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        const auto result = read_query_answer(answer(200, body, type));
        QVERIFY(!result.has_value());
        QTEST(static_cast<int>(result.error().code), "code");
        QVERIFY(result.error().message.size() < 500);
    }

    void the_step_keeps_to_the_limit_of_points_data() {
        QTest::addColumn<double>("span_s");
        QTest::addColumn<double>("wanted_s");
        QTest::addColumn<double>("step_s");
        QTest::addRow("an hour") << 3600.0 << 0.0 << 1.0;
        QTest::addRow("as wanted") << 3600.0 << 15.0 << 15.0;
        QTest::addRow("a day") << 86400.0 << 0.0 << 10.0;
        QTest::addRow("too fine") << 86400.0 << 1.0 << 10.0;
        QTest::addRow("a month") << 30 * 86400.0 << 15.0 << 300.0;
        QTest::addRow("the limit itself") << 10999.0 << 1.0 << 1.0;
        QTest::addRow("one more") << 11000.0 << 1.0 << 2.0;
        QTest::addRow("a century") << 36525 * 86400.0 << 0.0 << 4 * 86400.0;
        QTest::addRow("an instant") << 0.0 << 0.0 << 1.0;
    }

    void the_step_keeps_to_the_limit_of_points() {
        QFETCH(double, span_s);
        QFETCH(double, wanted_s);
        const double step_s = choose_step_s({"up", 1000, 1000 + span_s, wanted_s});
        QTEST(step_s, "step_s");
        QVERIFY(span_s / step_s + 1 <= prometheus_max_points);
    }

    void a_query_is_a_form() {
        const auto request = query_request(RangeQuery{"rate(a[1m])+1", 1795456854.4361, 1795456954, 5});
        QVERIFY(request.has_value());
        QCOMPARE(request->method, QByteArray("POST"));
        QCOMPARE(request->path, QString("/api/v1/query_range"));
        QCOMPARE(request->content_type, QByteArray("application/x-www-form-urlencoded"));
        QCOMPARE(
            request->body,
            QByteArray("query=rate%28a%5B1m%5D%29%2B1&start=1795456854.436&end=1795456954.000&step=5.000"));
        QVERIFY(request->repeatable.value_or(false));
        QVERIFY(!query_request(RangeQuery{"a", 10, 9, 1}));
        QVERIFY(!query_request(RangeQuery{"a", std::nan(""), 9, 1}));
    }
};

QTEST_GUILESS_MAIN(TestPrometheusAnswer)
#include "tst_prometheus_answer.moc"
