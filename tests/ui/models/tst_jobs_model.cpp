// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QtTest>
#include <atomic>
#include <memory>

#include "ui/models/jobs_model.h"

using namespace trimtab;
using namespace trimtab::ui;
using runtime::JobLane;

namespace {

runtime::Job job(const char* title, JobLane lane,
                 std::function<runtime::JobResult(runtime::JobContext&)> run) {
    return {"test", title, lane == JobLane::compute ? "trimtab train" : "", lane, std::move(run)};
}

}  // namespace

class TestJobsModel : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void runs_appear_newest_first_and_reading_a_file_does_not() {
        runtime::RunService runs;
        JobsModel model(runs);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto quick = [](runtime::JobContext&) -> runtime::JobResult { return std::any(1); };
        runs.submit(job("first", JobLane::compute, quick));
        runs.submit(job("reading", JobLane::background, quick));
        const auto second = runs.submit(job("second", JobLane::compute, quick));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.jobAt(0), second);
        QCOMPARE(model.index(1, JobsModel::titleColumn).data().toString(), QStringLiteral("first"));
        QTRY_COMPARE(model.index(0, JobsModel::stateColumn).data().toString(), QStringLiteral("finished"));
        QCOMPARE(model.jobAt(7), runtime::JobId{0});
    }

    void a_failed_run_tells_why_and_what_to_do() {
        runtime::RunService runs;
        JobsModel model(runs);
        runs.submit(job("broken", JobLane::compute, [](runtime::JobContext&) -> runtime::JobResult {
            return fail(ErrorCode::io_error, "The disk is full.");
        }));
        QTRY_COMPARE(model.index(0, JobsModel::stateColumn).data().toString(), QStringLiteral("failed"));
        QCOMPARE(model.index(0, JobsModel::progressColumn).data().toString(),
                 QStringLiteral("The disk is full."));
        QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains("free space"));
    }

    void progress_and_time_left_follow_the_run() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        runtime::RunService runs;
        JobsModel model(runs);
        const auto release = std::make_shared<std::atomic<bool>>(false);
        runs.submit(
            job("long", JobLane::compute, [release](runtime::JobContext& context) -> runtime::JobResult {
                runtime::JobProgress progress;
                progress.fraction = 0.25;
                progress.eta_s = 90;
                progress.text = "57344 steps";
                context.report(progress);
                while (!release->load() && context.stop().wait_while_paused()) QThread::msleep(1);
                return std::any(1);
            }));
        QTRY_COMPARE(model.index(0, 0).data(JobsModel::fractionRole).toDouble(), 0.25);
        QCOMPARE(model.index(0, JobsModel::progressColumn).data().toString(),
                 QStringLiteral("1 min 30 s left, 57,344 steps"));
        release->store(true);
        QTRY_COMPARE(model.index(0, JobsModel::stateColumn).data().toString(), QStringLiteral("finished"));
    }
};

QTEST_GUILESS_MAIN(TestJobsModel)
#include "tst_jobs_model.moc"
