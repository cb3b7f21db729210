// SPDX-License-Identifier: GPL-3.0-or-later
// What the doctor says about each trouble that a cluster can be in.
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "core/cluster_api/live/doctor.h"
#include "tests/support/test_cluster/test_cluster.h"

using namespace trimtab;
using namespace trimtab::cluster_api;

class TestDoctor : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<test_cluster::TestCluster> cluster_;
    config::Config config_;
    std::vector<DoctorFinding> findings_;

    void examine() {
        findings_.clear();
        const auto healthy = examine_connections(
            config_, [](const std::string&) { return std::nullopt; },
            [this](const DoctorFinding& finding) { findings_.push_back(finding); }, {});
        QVERIFY2(healthy.has_value(), healthy ? "" : healthy.error().to_string().c_str());
        QCOMPARE(*healthy, std::ranges::none_of(findings_, [](const DoctorFinding& f) {
            return f.result == DoctorResult::failed;
        }));
    }

    /// The finding of a step; empty where there is none.
    DoctorFinding found(const std::string& connection, const std::string& step) const {
        const auto it = std::ranges::find_if(
            findings_, [&](const auto& f) { return f.connection == connection && f.step == step; });
        return it == findings_.end() ? DoctorFinding{} : *it;
    }
    bool failed(const std::string& connection, const std::string& step) const {
        return found(connection, step).result == DoctorResult::failed;
    }

    /// Changes an object as its owner would, without anybody reacting.
    void change(const test_cluster::ObjectKey& key, const std::function<void(test_cluster::Json&)>& edit) {
        const auto* object = cluster_->store().find(key);
        QVERIFY(object != nullptr);
        test_cluster::Json json = object->json();
        edit(json);
        disconnect(&cluster_->store(), nullptr, nullptr, nullptr);
        cluster_->store().put(key, json, cluster_->clock().text());
    }
    test_cluster::ObjectKey gpu_deployment() const {
        return {"deployments.apps", cluster_->contents().namespace_, cluster_->contents().gpu_deployment};
    }

  private Q_SLOTS:
    void init() {
        auto started = test_cluster::TestCluster::start({});
        QVERIFY(started.has_value());
        cluster_ = std::move(*started);
        // The cluster has lived until now.
        cluster_->clock().setSkew(-300);
        cluster_->advance(300);
        const QString kubeconfig = folder_.filePath(QStringLiteral("kubeconfig"));
        QVERIFY(
            cluster_->writeKubeconfig(kubeconfig, test_cluster::TestCluster::Identity::token).has_value());
        config_ = {};
        config_.cluster.kubeconfig = kubeconfig.toStdString();
        config_.cluster.request_timeout_s = 5;
        config_.environment.namespace_ = cluster_->contents().namespace_;
        config_.environment.prometheus_url = cluster_->prometheusUrl().toString().toStdString();
        config_.environment.locust_url = cluster_->locustUrl().toString().toStdString();
        config_.cluster.drive_load = true;
    }

    void a_sound_cluster_passes_every_step() {
        examine();
        for (const DoctorFinding& finding : findings_)
            QVERIFY2(finding.result == DoctorResult::passed,
                     (finding.connection + " " + finding.step + ": " + finding.text).c_str());
        const std::string workload = found("Kubernetes", "workload").text;
        QVERIFY2(workload.find("/3 ready") != std::string::npos, workload.c_str());
        QVERIFY(found("Kubernetes", "lease").step.empty());
    }

    void a_count_that_nobody_has_taken_is_said_in_words() {
        change(gpu_deployment(), [](test_cluster::Json& json) {
            json["metadata"]["generation"] = json["metadata"].value("generation", 1) + 1;
        });
        examine();
        const std::string text = found("Kubernetes", "workload").text;
        QVERIFY2(text.find("has not said yet how many are ready") != std::string::npos, text.c_str());
        QVERIFY2(text.find("-1") == std::string::npos, text.c_str());
    }

    void pods_that_do_not_come_are_a_finding() {
        change(gpu_deployment(), [](test_cluster::Json& json) {
            json["status"].erase("readyReplicas");
            json["status"]["conditions"] = test_cluster::Json::array();
        });
        examine();
        QVERIFY(failed("Kubernetes", "pods"));
        QVERIFY(found("Kubernetes", "pods").fix.find(cluster_->contents().gpu_deployment) !=
                std::string::npos);
    }

    void replicas_outside_the_bounds_hinder_control_only() {
        config_.environment.min_replicas = 5;
        examine();
        QVERIFY(!failed("Kubernetes", "bounds"));
        QVERIFY(found("Kubernetes", "bounds").text.find("outside environment.min_replicas") !=
                std::string::npos);
        config_.cluster.mode = config::ControlMode::automatic;
        examine();
        QVERIFY(failed("Kubernetes", "bounds"));
        QVERIFY(found("Kubernetes", "bounds").fix.find("kubectl scale") != std::string::npos);
    }

    void a_lease_that_another_holds_is_a_finding() {
        const test_cluster::ObjectKey key{"leases.coordination.k8s.io", cluster_->contents().namespace_,
                                          config_.cluster.lease_name};
        cluster_->store().put(key,
                              {{"apiVersion", "coordination.k8s.io/v1"},
                               {"kind", "Lease"},
                               {"metadata", {{"name", key.name}, {"namespace", key.namespace_}}},
                               {"spec",
                                {{"holderIdentity", "somebody@elsewhere"},
                                 {"leaseDurationSeconds", 3600},
                                 {"renewTime", cluster_->clock().text()}}}},
                              cluster_->clock().text());
        config_.cluster.mode = config::ControlMode::automatic;
        examine();
        QVERIFY(failed("Kubernetes", "lease"));
        QVERIFY(found("Kubernetes", "lease").text.find("somebody@elsewhere") != std::string::npos);
        change(key, [](test_cluster::Json& json) { json["spec"]["leaseDurationSeconds"] = 0; });
        cluster_->advance(1);
        examine();
        QVERIFY(!failed("Kubernetes", "lease"));
    }

    void a_missing_metrics_server_is_a_finding_where_it_is_asked() {
        config_.cluster.usage_source = config::UsageSource::metrics_server;
        examine();
        QVERIFY2(found("Kubernetes", "metrics-server").text.find("it measures") != std::string::npos,
                 found("Kubernetes", "metrics-server").text.c_str());
        cluster_->kubernetes().pod_metrics = nullptr;
        examine();
        QVERIFY(found("Kubernetes", "metrics-server").text.find("no pod") != std::string::npos);
        test_cluster::FaultRule rule;
        rule.path_contains = "metrics.k8s.io";
        rule.calls = -1;
        rule.fault = {test_cluster::FaultKind::status, 404};
        cluster_->faults().add(rule);
        examine();
        QVERIFY(failed("Kubernetes", "metrics-server"));
        QVERIFY(found("Kubernetes", "metrics-server").fix.find("v1beta1.metrics.k8s.io") !=
                std::string::npos);
    }

    void a_missing_metric_is_named_with_its_exporter() {
        cluster_->prometheus().removeMetrics({"DCGM_FI_DEV_GPU_UTIL"});
        examine();
        const DoctorFinding finding = found("Prometheus", "metric gpu_utilization");
        QCOMPARE(finding.result, DoctorResult::failed);
        QVERIFY2(finding.cause.find("dcgm-exporter serves it") != std::string::npos, finding.cause.c_str());
        QVERIFY(finding.fix.find("cluster.query_gpu_utilization") != std::string::npos);
    }

    void a_misspelt_metric_has_the_right_query_as_its_remedy() {
        config_.cluster.traffic_source = config::TrafficSource::prometheus;
        config_.cluster.queries[static_cast<std::size_t>(config::QueryId::throughput)] =
            "sum(rate(inference_request_total{namespace=\"$namespace\"}[$window]))";
        examine();
        const DoctorFinding finding = found("Prometheus", "metric throughput");
        QCOMPARE(finding.result, DoctorResult::failed);
        QVERIFY2(
            finding.fix.find("'sum(rate(inference_requests_total{namespace=\"$namespace\"}[$window]))'") !=
                std::string::npos,
            finding.fix.c_str());
    }

    void a_load_that_nobody_drives_is_a_finding() {
        config_.cluster.drive_load = false;
        examine();
        QVERIFY(failed("Locust", "load"));
        QVERIFY(found("Locust", "load").fix.find("cluster.drive_load") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
