// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>

#include "core/load/trace.h"

using namespace trimtab;
using load::LoadKind;
using load::parse_trace;

/// DESIGN 3.3: trace formats, and what is said about files that are wrong.
class TraceTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void csv_keeps_its_comments() {
        const auto trace =
            parse_trace("# source: a lab\n# licence: CC0-1.0\nt_s,rps\n0,1.5\n10,2\r\n20,0\n", "a.csv");
        QVERIFY(trace);
        QVERIFY(trace->kind == LoadKind::open);
        QCOMPARE(trace->step_s, 10);
        QCOMPARE(trace->values, (std::vector<double>{1.5, 2, 0}));
        QCOMPARE(trace->comments, std::string("source: a lab\nlicence: CC0-1.0\n"));
        QCOMPARE(trace->format, std::string("csv"));
        QVERIFY(parse_trace("t_s,users\n0,3\n", "a.csv")->kind == LoadKind::closed);
    }

    void azure_functions_rows_are_summed() {
        const auto trace = parse_trace(
            "HashOwner,HashApp,HashFunction,Trigger,1,2,3\na,b,c,http,60,0,30\na,b,d,timer,60,120,30\n",
            "azure.csv");
        QVERIFY(trace);
        QCOMPARE(trace->format, std::string("azure-functions"));
        QCOMPARE(trace->step_s, 60);
        QCOMPARE(trace->values, (std::vector<double>{2, 2, 1}));
    }

    void locust_history_gives_users() {
        const auto trace = parse_trace(
            "Timestamp,User Count,Type,Name,Requests/s\n"
            "1700000000,5,GET,\"/a,b\",1.0\n1700000000,5,,Aggregated,1.0\n"
            "1700000002,8,,Aggregated,1.0\n1700000003,9,,Aggregated,1.0\n",
            "stats_history.csv");
        QVERIFY(trace);
        QCOMPARE(trace->format, std::string("locust-history"));
        QVERIFY(trace->kind == LoadKind::closed);
        QCOMPARE(trace->values, (std::vector<double>{5, 5, 8, 9}));  // a skipped second is held
    }

    void prometheus_series_are_summed() {
        const auto trace = parse_trace(
            R"({"status":"success","data":{"resultType":"matrix","result":[
                {"metric":{"pod":"a"},"values":[[1700000000,"1"],[1700000015,"2"]]},
                {"metric":{"pod":"b"},"values":[[1700000000,"0.5"],[1700000015,"0"]]}]}})",
            "range.json");
        QVERIFY(trace);
        QCOMPARE(trace->format, std::string("prometheus-range"));
        QCOMPARE(trace->step_s, 15);
        QCOMPARE(trace->values, (std::vector<double>{1.5, 2}));
    }

    void a_log_is_counted_by_second() {
        const auto trace = parse_trace(
            "127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] \"GET /a HTTP/1.0\" 200 2326\n"
            "127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] \"GET /b HTTP/1.0\" 200 1\n"
            "127.0.0.1 - - [10/Oct/2000:22:55:39 +0200] \"GET /c HTTP/1.0\" 404 -\n",
            "access.log");
        QVERIFY(trace);
        QCOMPARE(trace->format, std::string("common-log"));
        QCOMPARE(trace->values, (std::vector<double>{2, 0, 0, 1}));
    }

    void bad_traces_are_named_with_their_line_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char* name, const char* text, const char* place, const char* word) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(place) << QByteArray(word);
        };
        row("empty", "", "t", "no values");
        row("header only", "t_s,rps\n", "t", "no values");
        row("no header", "0,1\n1,2\n", "t:1", "t_s,rps");
        row("hole", "t_s,rps\n0,1\n10,1\n30,1\n", "t:4", "hole");
        row("missing value", "t_s,rps\n0,1\n10,\n", "t:3", "missing");
        row("negative", "t_s,rps\n0,1\n10,-1\n", "t:3", "negative");
        row("backwards", "t_s,rps\n0,1\n10,1\n5,1\n", "t:4", "forward");
        row("standing still", "t_s,rps\n0,1\n0,1\n", "t:3", "forward");
        row("not a number", "t_s,rps\n0,fast\n", "t:2", "not a number");
        row("nan", "t_s,rps\n0,nan\n", "t:2", "not finite");
        row("infinite", "t_s,rps\n0,inf\n", "t:2", "not finite");
        row("huge time", "t_s,rps\n0,1\n1e300,1\n", "t:3", "apart");
        row("half seconds", "t_s,rps\n0,1\n0.5,1\n", "t:3", "whole seconds");
        row("columns", "t_s,rps\n0,1,2\n", "t:2", "two columns");
        row("azure hole", "HashOwner,HashApp,HashFunction,Trigger,1,2\na,b,c,http,60\n", "t:2", "missing");
        row("azure negative", "HashOwner,HashApp,HashFunction,Trigger,1\na,b,c,http,-1\n", "t:2",
            "from 0 on");
        row("locust hole",
            "Timestamp,User Count,Type,Name\n1,1,,Aggregated\n2,1,,Aggregated\n9,1,,Aggregated\n", "t:4",
            "hole");
        row("json cut off", "{\"status\":\"success\",\n\"data\":{", "t:2", "JSON");
        row("json number too large", "{\"status\":6e767}", "t", "too large");
        row("json error answer", "{\"status\":\"error\"}", "t", "range query");
        row("json nan",
            R"({"status":"success","data":{"resultType":"matrix","result":[{"values":[[0,"NaN"]]}]}})",
            "series 1, sample 1", "finite");
        row("json shape", R"({"status":"success","data":{"resultType":"matrix","result":[5]}})", "series 1",
            "values");
        row("log backwards",
            "a - - [10/Oct/2000:13:55:36 -0700] \"G\"\na - - [10/Oct/2000:13:55:35 -0700] \"G\"\n", "t:2",
            "backwards");
        row("log date", "a - - [32/Oct/2000:13:55:36 -0700] \"G\"\n", "t:1", "time");
    }
    void bad_traces_are_named_with_their_line() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, place);
        QFETCH(QByteArray, word);
        const auto trace = parse_trace(text.toStdString(), "t");
        QVERIFY(!trace);
        const QByteArray message = QByteArray::fromStdString(trace.error().to_string());
        QVERIFY2(QByteArray::fromStdString(trace.error().context).endsWith(place), message);
        QVERIFY2(message.contains(word), message);
    }

    void files_that_cannot_be_read_are_named() {
        QTemporaryDir folder;
        QVERIFY(!load::read_trace(folder.path().toStdString()));
        QVERIFY(load::read_trace((folder.path() + "/none.csv").toStdString()).error().code ==
                ErrorCode::not_found);
        QVERIFY(load::read_trace("").error().code == ErrorCode::not_found);
        const std::string file = (folder.path() + "/a.csv").toStdString();
        std::ofstream(file) << "t_s,rps\n0,1\n";
        QVERIFY(load::read_trace(file));
        QVERIFY(!load::read_trace(file, "parquet"));
        QVERIFY(!load::read_trace(file, "common-log"));
    }

    void the_sample_traces_can_be_read_data() {
        QTest::addColumn<int>("duration_s");
        QTest::newRow("office-day.csv") << 86400;
        QTest::newRow("flash-crowd.csv") << 3600;
        QTest::newRow("bursty-api.csv") << 7200;
    }
    void the_sample_traces_can_be_read() {
        QFETCH(int, duration_s);
        const auto trace =
            load::read_trace(std::string(TRIMTAB_SOURCE_DIR "/configs/traces/") + QTest::currentDataTag());
        QVERIFY2(trace, trace ? "" : trace.error().to_string().c_str());
        QCOMPARE(trace->duration_s(), duration_s);
        QVERIFY(trace->comments.find("CC0-1.0") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TraceTest)
#include "tst_trace.moc"
