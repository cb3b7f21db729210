// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/integration/program.h"
#include "tests/integration/small_sweep.h"
#include "tests/support/test_cluster/test_cluster.h"

using namespace trimtab;
using test_cluster::Fault;
using test_cluster::FaultKind;
using test_cluster::Json;
using test_cluster::TestCluster;

/// The built program: `sweep --on kubernetes` on the test cluster, whose Jobs this test carries out.
class TestProgramKubernetes : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        files_.reset(new SmallSweep);
        cluster_ = std::move(*TestCluster::start({}));
        QVERIFY(
            cluster_->writeKubeconfig(files_->path("kubeconfig"), TestCluster::Identity::token).has_value());
        writeSweep("registry.example/trimtab:0.1");
    }

    void a_detached_sweep_is_submitted_once() {
        const ProgramResult first = run({"--detach"});
        QVERIFY2(first.code == 0 && first.err.contains("was submitted, with 4 runs"), first.err);
        QCOMPARE(jobs().size(), std::size_t{1});
        QCOMPARE(jobs().front()["spec"]["completions"].get<int>(), 4);
        const ProgramResult second = run({"--detach"});
        QVERIFY2(second.code == 0 && second.err.contains("is there already"), second.err);
        QCOMPARE(jobs().size(), std::size_t{1});
    }

    void indexes_that_fail_for_ever_leave_a_partial_result() {
        // Two runs are finished, as if they had come from the volume; the Job is about the other two.
        for (const char* row : {"0", "1"}) QCOMPARE(run({"--index", row}, false).code, 0);
        QProcess program;
        program.start(QStringLiteral(TRIMTAB_PROGRAM), words({"--on", "kubernetes", "--no-baselines"}));
        QTRY_VERIFY_WITH_TIMEOUT(!jobs().empty(), 60000);
        Json job = jobs().front();
        QCOMPARE(job["spec"]["completions"].get<int>(), 2);
        job["status"] = {{"failedIndexes", "0-1"},
                         {"conditions",
                          {{{"type", "Failed"},
                            {"status", "True"},
                            {"reason", "FailedIndexes"},
                            {"message", "Job has failed indexes"}}}}};
        cluster_->store().put({"jobs.batch", "research", job["metadata"]["name"]}, job,
                              cluster_->clock().text());
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 120000);
        const QByteArray said = program.readAllStandardError();
        QCOMPARE(program.exitCode(), 1);
        QVERIFY2(said.contains("its indexes 0-1; see the pods' logs"), said);
        const QByteArray report = program.readAllStandardOutput();
        QVERIFY2(report.contains("2 of 4 runs are finished"), report);
        QVERIFY(QFile::exists(files_->results() + "/sweep_report.pdf"));
    }

    void an_image_that_does_not_exist_removes_the_job() {
        QProcess program;
        program.start(QStringLiteral(TRIMTAB_PROGRAM), words({"--on", "kubernetes"}));
        QTRY_VERIFY_WITH_TIMEOUT(!jobs().empty(), 60000);
        Json job = jobs().front();
        const std::string name = job["metadata"]["name"];
        job["status"] = {{"active", 2}};
        cluster_->store().put({"jobs.batch", "research", name}, job, cluster_->clock().text());
        const Json waiting = {{"waiting", {{"reason", "ErrImagePull"}, {"message", "manifest unknown"}}}};
        cluster_->store().put(
            {"pods", "research", name + "-0-abcde"},
            {{"metadata",
              {{"name", name + "-0-abcde"},
               {"namespace", "research"},
               {"labels", {{"batch.kubernetes.io/job-name", name}}}}},
             {"spec", {{"containers", {{{"name", "run"}}}}}},
             {"status",
              {{"phase", "Pending"},
               {"containerStatuses", {{{"name", "run"}, {"ready", false}, {"state", waiting}}}}}}},
            cluster_->clock().text());
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 120000);
        const QByteArray said = program.readAllStandardError();
        QCOMPARE(program.exitCode(), 2);
        QVERIFY2(said.contains("cannot pull the image (ErrImagePull: manifest unknown)"), said);
        QVERIFY(nothingIsLeft());
    }

    void a_cluster_that_refuses_the_job_leaves_nothing() {
        cluster_->faults().add(
            {"kubernetes", "POST", "jobs?", 1, -1, Fault{.kind = FaultKind::status, .status = 403}});
        const ProgramResult result = run({});
        QCOMPARE(result.code, 3);
        QVERIFY2(result.err.contains("403"), result.err);
        QVERIFY(nothingIsLeft());
    }

    void names_that_kubernetes_refuses_are_told_before_anything_is_sent() {
        writeSweep("Trimtab Image");
        const ProgramResult result = run({});
        QCOMPARE(result.code, 2);
        QVERIFY2(result.err.contains("kubernetes.image must be an image's reference"), result.err);
        QVERIFY(nothingIsLeft());
    }

  private:
    void writeSweep(const QByteArray& image) const {
        files_->write("s.yaml",
                      SmallSweep::text(1024) +
                          "kubernetes:\n  namespace: research\n  volume_claim: results\n  image: \"" + image +
                          "\"\n");
    }
    QStringList words(const QStringList& more) const {
        return QStringList{"sweep",        files_->path("s.yaml"),    "--results-dir", files_->path("rl"),
                           "--kubeconfig", files_->path("kubeconfig")} +
               more;
    }
    /// To its end, while the cluster of this thread answers.
    ProgramResult run(const QStringList& more, bool there = true) const {
        QProcess process;
        process.start(QStringLiteral(TRIMTAB_PROGRAM),
                      words(there ? QStringList{"--on", "kubernetes"} + more : more));
        ProgramResult result;
        const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 120000);
        result.out = process.readAllStandardOutput();
        result.err = process.readAllStandardError();
        if (ended && process.exitStatus() == QProcess::NormalExit) result.code = process.exitCode();
        return result;
    }
    std::vector<Json> jobs() const {
        std::vector<Json> out;
        for (const auto& object : cluster_->store().list({"jobs.batch", "research", "", {}}))
            out.push_back(object.json());
        return out;
    }
    /// Neither on the cluster nor here.
    bool nothingIsLeft() const {
        return jobs().empty() && cluster_->store().list({"configmaps", "research", "", {}}).empty() &&
               !QFile::exists(files_->path("rl"));
    }

    QScopedPointer<SmallSweep> files_;
    std::unique_ptr<TestCluster> cluster_;
};

QTEST_GUILESS_MAIN(TestProgramKubernetes)
#include "tst_program_kubernetes.moc"
