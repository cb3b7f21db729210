// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/config/cluster_queries.h"
#include "core/config/config_reader.h"

using namespace trimtab::config;

class TestClusterQueries : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void placeholders_are_replaced_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");
        QTest::newRow("namespace") << "up{namespace=\"$namespace\"}"
                                   << "up{namespace=\"serving\"}";
        QTest::newRow("both deployments") << "($gpu_deployment|$cpu_deployment)"
                                          << "(triton|onnx)";
        QTest::newRow("window") << "rate(x[$window])"
                                << "rate(x[90s])";
        QTest::newRow("another dollar") << "label_replace(x,\"a\",\"$1\",\"b\",\"(.*)$\")"
                                        << "label_replace(x,\"a\",\"$1\",\"b\",\"(.*)$\")";
        QTest::newRow("unknown name") << "$windows"
                                      << "$windows";
        QTest::newRow("nothing") << ""
                                 << "";
    }
    void placeholders_are_replaced() {
        QFETCH(QString, query);
        QFETCH(QString, expected);
        const QueryVariables variables{"serving", "triton", "onnx", 90};
        QCOMPARE(QString::fromStdString(expand_query(query.toStdString(), variables)), expected);
    }

    void defaults_have_no_placeholder_left() {
        QCOMPARE(cluster_queries().size(), query_count);
        for (const ClusterQuery& query : cluster_queries()) {
            const std::string sent = expand_query(query.promql, {"ns", "g", "c", 60});
            QVERIFY2(sent.find('$') == std::string::npos, sent.c_str());
        }
    }

    void a_query_of_the_file_replaces_the_default() {
        const auto config = parse_config("cluster:\n  query_gpu_utilization: avg(my_gpu)\n", "a.yaml");
        QVERIFY(config.has_value());
        QCOMPARE(config->cluster.queries[static_cast<std::size_t>(QueryId::gpu_utilization)],
                 std::string("avg(my_gpu)"));
        QVERIFY(!config->cluster.queries[static_cast<std::size_t>(QueryId::cpu_utilization)].empty());
    }

    void contradictions_are_refused_data() {
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<QString>("key");
        QTest::newRow("one deployment twice") << "gpu_deployment: a, cpu_deployment: a"
                                              << "cluster.cpu_deployment";
        QTest::newRow("no deployment") << "gpu_deployment: ''"
                                       << "cluster.gpu_deployment";
        QTest::newRow("placement without an object") << "placement: httproute"
                                                     << "cluster.placement_object";
        QTest::newRow("two weights") << "placement_gpu_weights: [1, 2]"
                                     << "cluster.placement_gpu_weights";
        QTest::newRow("fallback before the guard") << "slo_guard_samples: 5, slo_fallback_samples: 4"
                                                   << "cluster.slo_fallback_samples";
        QTest::newRow("replay of nothing") << "backend: replay"
                                           << "cluster.recording";
        QTest::newRow("no latency anywhere") << "traffic_source: prometheus"
                                             << "cluster.query_latency_p95";
    }
    void contradictions_are_refused() {
        QFETCH(QString, yaml);
        QFETCH(QString, key);
        const ParsedConfig parsed = check_config("cluster: {" + yaml.toStdString() + "}", "a.yaml");
        QCOMPARE(parsed.issues.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(parsed.issues.front().key), key);
    }
};

QTEST_APPLESS_MAIN(TestClusterQueries)
#include "tst_cluster_queries.moc"
