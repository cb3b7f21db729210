// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "core/results/evaluation_folder.h"
#include "core/runtime/comparison_jobs.h"
#include "core/runtime/run_service.h"

using namespace trimtab;
using namespace trimtab::runtime;

class TestComparisonJobs : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void the_command_line_says_what_the_request_says() {
        const EvaluationRequest request{{"rl/a run"}, {"hpa", "rule"}, {"evaluation.runs=5"}, {}, "rl"};
        QCOMPARE(evaluation_command_line("compare", request),
                 std::string("trimtab compare --model 'rl/a run' --policy hpa --policy rule --set "
                             "evaluation.runs=5 --results-dir rl"));
        QCOMPARE(compare_job(request, {}).command_line, evaluation_command_line("compare", request));
        QCOMPARE(evaluate_job(request, {}).command_line, evaluation_command_line("evaluate", request));
    }

    void an_evaluation_reports_progress_and_leaves_a_folder() {
        const JobStatus* job = run(evaluate_job(request({"static-gpu"}), {}));
        QVERIFY(job->state == JobState::finished);
        QVERIFY(!progressed_.isEmpty());
        QVERIFY(std::ranges::all_of(progressed_, [](double share) { return share <= 1; }));
        const auto folder = std::any_cast<std::filesystem::path>(**job->result);
        const auto evaluation = results::read_evaluation(folder);
        QVERIFY(evaluation);
        QCOMPARE(evaluation->policies.size(), std::size_t(1));
        QCOMPARE(evaluation->runs, 2);
    }

    void the_drawing_is_asked_for_and_its_error_is_the_jobs() {
        bool asked = false;
        const JobStatus* job =
            run(compare_job(request({"static-gpu", "static-cpu"}),
                            [&](const results::ComparisonRun& compared, const config::Config& config,
                                const std::filesystem::path&) -> Expected<void> {
                                asked =
                                    compared.comparison.contenders.size() == 2 && config.evaluation.runs == 2;
                                return fail(ErrorCode::io_error, "the disk is full");
                            }));
        QVERIFY(asked);
        QVERIFY(job->state == JobState::failed);
        QCOMPARE(job->result->error().message, std::string("the disk is full"));
    }

    void a_wrong_request_is_an_error_value_data() {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("policy");
        QTest::newRow("no such model") << "nowhere.pt" << QString();
        QTest::newRow("no such policy") << QString() << "oracle";
    }
    void a_wrong_request_is_an_error_value() {
        QFETCH(QString, model);
        QFETCH(QString, policy);
        EvaluationRequest wrong = request({});
        wrong.results_dir = folder_.filePath(QStringLiteral("wrong")).toStdString();
        if (!model.isEmpty()) wrong.models = {folder_.filePath(model).toStdString()};
        if (!policy.isEmpty()) wrong.policies = {policy.toStdString()};
        const JobStatus* job = run(compare_job(wrong, {}));
        QVERIFY(job->state == JobState::failed);
        const QString message = QString::fromStdString(job->result->error().to_string());
        QVERIFY2(message.contains(model) && message.contains(policy), qPrintable(message));
        QVERIFY(!QDir(folder_.filePath(QStringLiteral("wrong"))).exists());
    }

    void a_stop_ends_it_without_a_folder() {
        EvaluationRequest long_one = request({"planner"});
        long_one.overrides = {"evaluation.runs=200", "environment.baseline=published"};
        const QString results = folder_.filePath(QStringLiteral("stopped"));
        long_one.results_dir = results.toStdString();
        RunService service;
        QSignalSpy finished(&service, &RunService::jobFinished);
        const JobId id = service.submit(evaluate_job(long_one, {}));
        service.stop(id);
        QVERIFY(finished.count() > 0 || finished.wait(60000));
        QVERIFY(service.find(id)->state == JobState::stopped);
        QVERIFY(!QDir(results).exists());
    }

  private:
    EvaluationRequest request(std::vector<std::string> policies) const {
        return {{},
                std::move(policies),
                {"evaluation.runs=2", "evaluation.patterns=spike", "evaluation.bootstrap_resamples=200",
                 "environment.baseline=published", "evaluation.published_improvements=false"},
                {},
                folder_.path().toStdString()};
    }

    const JobStatus* run(Job job) {
        progressed_.clear();
        service_ = std::make_unique<RunService>();
        QSignalSpy finished(service_.get(), &RunService::jobFinished);
        connect(service_.get(), &RunService::jobChanged, this, [this](JobId id) {
            const JobStatus* status = service_->find(id);
            if (status->progress.fraction >= 0) progressed_.append(status->progress.fraction);
        });
        const JobId id = service_->submit(std::move(job));
        finished.wait(60000);
        return service_->find(id);
    }

    QTemporaryDir folder_;
    std::unique_ptr<RunService> service_;
    QList<double> progressed_;
};

QTEST_GUILESS_MAIN(TestComparisonJobs)
#include "tst_comparison_jobs.moc"
