// SPDX-License-Identifier: GPL-3.0-or-later
// A query that answers nothing: which metric is missing, who serves it, what it may be called.
#include <QTest>

#include "core/cluster_api/live/metric_names.h"
#include "core/config/cluster_queries.h"
#include "tests/support/test_cluster/test_cluster.h"

using namespace trimtab;
using namespace trimtab::cluster_api;

class TestMetricNames : public QObject {
    Q_OBJECT

    std::unique_ptr<test_cluster::TestCluster> cluster_;

    QueryAbsence absence_of(const std::string& promql) const {
        PrometheusClient client(*make_endpoint(cluster_->prometheusUrl().toString()),
                                std::make_shared<FixedCredential>(Credential{}));
        return explain_absence(client, promql, {});
    }

    std::string default_query(config::QueryId id) const {
        const auto& contents = cluster_->contents();
        return config::expand_query(
            config::QueryTexts()[static_cast<std::size_t>(id)],
            {contents.namespace_, contents.gpu_deployment, contents.cpu_deployment, 60});
    }

    static bool has(const std::string& text, const char* part) {
        return text.find(part) != std::string::npos;
    }

  private Q_SLOTS:
    void init() {
        auto started = test_cluster::TestCluster::start({});
        QVERIFY(started.has_value());
        cluster_ = std::move(*started);
    }

    void an_exporter_is_known_by_the_name_of_its_metric() {
        const auto exporter = [](const char* metric) {
            const MetricSource* source = metric_source(metric);
            return source == nullptr ? std::string() : std::string(source->exporter);
        };
        QCOMPARE(exporter("kube_pod_container_resource_requests"), std::string("kube-state-metrics"));
        QVERIFY(has(exporter("container_cpu_usage_seconds_total"), "cAdvisor"));
        QCOMPARE(exporter("DCGM_FI_DEV_GPU_UTIL"), std::string("dcgm-exporter"));
        QCOMPARE(exporter("vllm:num_requests_running"), std::string("vLLM"));
        QCOMPARE(exporter("my_own_metric"), std::string());
        for (const config::ClusterQuery& query : config::cluster_queries())
            QVERIFY(query.metric.empty() || metric_source(query.metric) != nullptr);
    }

    void similar_names_are_those_that_may_have_been_meant() {
        const std::vector<std::string> known = {"go_goroutines", "container_cpu_usage_seconds_total",
                                                "http_request_duration_seconds_bucket",
                                                "http_request_duration_seconds_count", "up"};
        const auto first = [&](const char* name) {
            const auto similar = similar_metrics(name, known);
            return similar.empty() ? std::string() : similar.front();
        };
        QCOMPARE(first("container_cpu_usage_second_total"), std::string("container_cpu_usage_seconds_total"));
        QCOMPARE(first("seconds_request_http_duration_bucket"),
                 std::string("http_request_duration_seconds_bucket"));
        QCOMPARE(first("DCGM_FI_DEV_GPU_UTIL"), std::string());
        QCOMPARE(first(""), std::string());
        QCOMPARE(first("up"), std::string());
        QVERIFY(similar_metrics("http_request_duration_seconds", known, 1).size() == 1);
    }

    void without_an_exporter_the_metric_and_its_exporter_are_named() {
        cluster_->prometheus().removeMetrics({"DCGM_FI_DEV_GPU_UTIL"});
        const QueryAbsence absence = absence_of(default_query(config::QueryId::gpu_utilization));
        QCOMPARE(absence.metric, std::string("DCGM_FI_DEV_GPU_UTIL"));
        QVERIFY2(has(absence.cause, "no metric DCGM_FI_DEV_GPU_UTIL: dcgm-exporter serves it"),
                 absence.cause.c_str());
        QVERIFY(has(absence.look, "dcgm-exporter"));
        QCOMPARE(absence.meant, std::string());
    }

    void the_second_metric_of_a_query_is_found_missing_as_well() {
        cluster_->prometheus().removeMetrics({"kube_pod_container_resource_requests"});
        const QueryAbsence absence = absence_of(default_query(config::QueryId::cpu_utilization));
        QCOMPARE(absence.metric, std::string("kube_pod_container_resource_requests"));
        // kube_deployment_spec_replicas is still there, so the exporter runs.
        QVERIFY2(has(absence.cause, "but others of kube-state-metrics"), absence.cause.c_str());
        QCOMPARE(absence.look, std::string());
    }

    void a_misspelt_name_is_told_with_the_right_one() {
        const QueryAbsence absence = absence_of("sum(rate(inference_request_total[60s]))");
        QCOMPARE(absence.metric, std::string("inference_request_total"));
        QCOMPARE(absence.meant, std::string("inference_requests_total"));
        QVERIFY2(has(absence.cause, "similar names there: inference_requests_total"), absence.cause.c_str());
    }

    void a_label_that_fits_nothing_is_told_with_the_values_there() {
        const QueryAbsence absence = absence_of("sum(inference_clients{namespace=\"prod\"})");
        QCOMPARE(absence.metric, std::string());
        QVERIFY2(has(absence.cause, "has inference_clients, but none of its series has namespace=\"prod\""),
                 absence.cause.c_str());
        QVERIFY(has(absence.cause, ("there: " + cluster_->contents().namespace_).c_str()));
        QVERIFY(has(absence_of("inference_clients{pod=\"a\"}").cause, "they have no label pod"));
        QVERIFY(has(absence_of("up{job=~\"a|b\"}").cause, "none of its series has job=~\"a|b\""));
    }

    void labels_that_never_come_together_are_told() {
        const QueryAbsence absence =
            absence_of("kube_pod_container_resource_requests{resource=\"cpu\",pod!~\".*\"}");
        QVERIFY2(has(absence.cause, "none of its series"), absence.cause.c_str());
    }

    void one_of_two_alternatives_is_enough_to_look_at_the_other() {
        const QueryAbsence absence = absence_of("inference_clients{namespace=\"prod\"} or other_clients");
        QVERIFY2(has(absence.cause, "namespace=\"prod\""), absence.cause.c_str());
        QVERIFY(has(absence_of("one_metric or other_metric").cause, "no metric one_metric"));
    }

    void a_window_that_is_too_short_is_told_where_everything_is_there() {
        QVERIFY(has(absence_of("rate(inference_requests_total[1s])").cause, "must hold two samples"));
    }

    void a_prometheus_that_does_not_answer_explains_nothing() {
        cluster_->prometheus().setAuthorization("Bearer other");
        QCOMPARE(absence_of("inference_clients").cause, std::string());
    }
};

QTEST_GUILESS_MAIN(TestMetricNames)
#include "tst_metric_names.moc"
