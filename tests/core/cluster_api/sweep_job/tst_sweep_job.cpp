// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "core/cluster_api/kubernetes/connect.h"
#include "core/cluster_api/sweep_job/sweep_job.h"
#include "tests/core/cluster_api/sweep_job/sweep_fixture.h"
#include "tests/support/test_cluster/test_cluster.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::tests;
using test_cluster::Fault;
using test_cluster::FaultKind;
using test_cluster::FaultRule;
using test_cluster::Json;

/// Submitting and following a sweep on the test cluster, whose Jobs this test completes by hand.
class TestSweepJob : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        cluster_ = std::move(*test_cluster::TestCluster::start({}));
        const QString kubeconfig = folder_.filePath("kubeconfig");
        QVERIFY(
            cluster_->writeKubeconfig(kubeconfig, test_cluster::TestCluster::Identity::token).has_value());
        auto connection = connect_with_kubeconfig(*load_kubeconfig(kubeconfig));
        QVERIFY(connection.has_value());
        HttpBehaviour hasty;
        hasty.retry.max_attempts = 1;
        client_ = std::make_unique<KubernetesClient>(std::move(*connection), hasty);
        auto made = SweepFixture::manifest(sweep_.plan(SweepFixture::with_volume));
        QVERIFY(made.has_value());
        manifest_ = std::move(*made);
    }
    void cleanup() { client_.reset(); }

    void it_is_submitted_once_and_followed_to_its_end() {
        QCOMPARE(*submit_sweep(*client_, manifest_), Submission::submitted);
        QVERIFY(stored("jobs.batch") != nullptr);
        QVERIFY(stored("configmaps") != nullptr);
        QCOMPARE(*submit_sweep(*client_, manifest_), Submission::present);
        std::vector<int> succeeded;
        const auto end = follow_sweep(*client_, manifest_, 10, {}, [&](const SweepJobStatus& status) {
            succeeded.push_back(status.succeeded);
            const int now = static_cast<int>(succeeded.size());
            setStatus(now < 4 ? Json{{"active", 4 - now}, {"succeeded", now}}
                              : Json{{"succeeded", 4},
                                     {"conditions", {{{"type", "Complete"}, {"status", "True"}}}}});
        });
        QVERIFY2(end.has_value(), end ? "" : end.error().to_string().c_str());
        QVERIFY(end->complete && !end->failed);
        QCOMPARE(succeeded, (std::vector<int>{0, 1, 2, 3, 4}));
    }

    void indexes_that_fail_for_ever_are_counted() {
        QVERIFY(submit_sweep(*client_, manifest_).has_value());
        setStatus({{"succeeded", 1},
                   {"failedIndexes", "0,2-3"},
                   {"conditions",
                    {{{"type", "Failed"},
                      {"status", "True"},
                      {"reason", "FailedIndexes"},
                      {"message", "Job has failed indexes"}}}}});
        const auto end = follow_sweep(*client_, manifest_, 10, {}, [](const auto&) {});
        QVERIFY(end.has_value());
        QVERIFY(end->failed && !end->complete);
        QCOMPARE(end->failed_indexes, 3);
        QCOMPARE(end->reason, std::string("FailedIndexes"));
    }

    void an_image_that_does_not_exist_ends_it() {
        QVERIFY(submit_sweep(*client_, manifest_).has_value());
        setStatus({{"active", 4}});
        const Json waiting = {{"waiting", {{"reason", "ErrImagePull"}, {"message", "manifest unknown"}}}};
        cluster_->store().put(
            {"pods", "research", manifest_.name + "-0-abcde"},
            {{"metadata",
              {{"name", manifest_.name + "-0-abcde"},
               {"namespace", "research"},
               {"labels", {{"batch.kubernetes.io/job-name", manifest_.name}}}}},
             {"spec", {{"containers", {{{"name", "run"}}}}}},
             {"status",
              {{"phase", "Pending"},
               {"containerStatuses", {{{"name", "run"}, {"ready", false}, {"state", waiting}}}}}}},
            cluster_->clock().text());
        const auto end = follow_sweep(*client_, manifest_, 10, {}, [](const auto&) {});
        QVERIFY(!end.has_value());
        QVERIFY2(end.error().message.find("cannot pull the image (ErrImagePull: manifest unknown)") !=
                     std::string::npos,
                 end.error().message.c_str());
        QVERIFY(stored("jobs.batch") == nullptr);
        QVERIFY(stored("configmaps") == nullptr);
    }

    void a_cluster_that_refuses_leaves_nothing_behind_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("first_call");
        QTest::newRow("the ConfigMap, asked") << "configmaps?" << 1;
        QTest::newRow("the Job, asked") << "jobs?" << 1;
        QTest::newRow("the ConfigMap, made") << "configmaps?" << 2;
        QTest::newRow("the Job, made") << "jobs?" << 2;
    }

    void a_cluster_that_refuses_leaves_nothing_behind() {
        QFETCH(QString, path);
        QFETCH(int, first_call);
        cluster_->faults().add({"kubernetes", "POST", path.toStdString(), first_call, -1,
                                Fault{.kind = FaultKind::status, .status = 403}});
        const auto submitted = submit_sweep(*client_, manifest_);
        QVERIFY(!submitted.has_value());
        QCOMPARE(submitted.error().code, ErrorCode::permission_denied);
        QVERIFY(stored("jobs.batch") == nullptr);
        QVERIFY(stored("configmaps") == nullptr);
    }

    void an_answer_that_is_lost_is_no_second_job() {
        cluster_->faults().add(
            {"kubernetes", "POST", "jobs?", 2, 1, Fault{.kind = FaultKind::applied_then_reset}});
        const auto submitted = submit_sweep(*client_, manifest_);
        QVERIFY2(submitted.has_value(), submitted ? "" : submitted.error().to_string().c_str());
        QVERIFY(stored("jobs.batch") != nullptr);
        QVERIFY(stored("configmaps") != nullptr);
    }

    void a_pause_of_the_server_is_waited_for() {
        QVERIFY(submit_sweep(*client_, manifest_).has_value());
        cluster_->faults().add(
            {"kubernetes", "GET", "jobs/", 1, 3, Fault{.kind = FaultKind::status, .status = 503}});
        setStatus({{"succeeded", 4}, {"conditions", {{{"type", "Complete"}, {"status", "True"}}}}});
        QVERIFY(follow_sweep(*client_, manifest_, 10, {}, [](const auto&) {}).has_value());
    }

    void a_stop_leaves_the_job_alone() {
        QVERIFY(submit_sweep(*client_, manifest_).has_value());
        RunControl control;
        const auto end = follow_sweep(*client_, manifest_, 10, StopToken(control),
                                      [&](const auto&) { control.request_stop(); });
        QVERIFY(!end.has_value());
        QCOMPARE(end.error().code, ErrorCode::cancelled);
        QVERIFY(stored("jobs.batch") != nullptr);
        QVERIFY(remove_sweep(*client_, manifest_).has_value());
        QVERIFY(stored("jobs.batch") == nullptr);
        QVERIFY(remove_sweep(*client_, manifest_).has_value());  // nothing to remove is no error
    }

  private:
    const test_cluster::StoredObject* stored(const char* resource) const {
        return cluster_->store().find({resource, "research", manifest_.name});
    }
    void setStatus(const Json& status) {
        Json job = stored("jobs.batch")->json();
        job["status"] = status;
        cluster_->store().put({"jobs.batch", "research", manifest_.name}, job, cluster_->clock().text());
    }

    QTemporaryDir folder_;
    SweepFixture sweep_;
    std::unique_ptr<test_cluster::TestCluster> cluster_;
    std::unique_ptr<KubernetesClient> client_;
    SweepManifest manifest_;
};

QTEST_GUILESS_MAIN(TestSweepJob)
#include "tst_sweep_job.moc"
