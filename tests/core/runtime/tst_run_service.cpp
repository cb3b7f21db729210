// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QtTest>
#include <atomic>
#include <memory>
#include <stdexcept>
#include <thread>

#include "core/runtime/run_service.h"

using namespace trimtab;
using namespace trimtab::runtime;

namespace {

Job make_job(std::function<JobResult(JobContext&)> run, JobLane lane = JobLane::compute) {
    return {"test", "A test job", "trimtab test", lane, std::move(run)};
}

/// A fake agent's training: emits rows until it is stopped.
JobResult train_until_stopped(JobContext& context) {
    std::int64_t step = 0;
    while (context.stop().wait_while_paused()) {
        telemetry::Row row;
        row.step = ++step;
        context.accept(row);
        context.report({0.5, 1.0, "training"});
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return std::any(step);
}

}  // namespace

class TestRunService : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_job_runs_on_another_thread_and_hands_back_its_value() {
        RunService service;
        const QSignalSpy finished(&service, &RunService::jobFinished);
        std::thread::id ran_on;
        const JobId id = service.submit(make_job([&ran_on](JobContext&) -> JobResult {
            ran_on = std::this_thread::get_id();
            return std::any(42);
        }));
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(ran_on != std::this_thread::get_id());
        QCOMPARE(std::any_cast<int>(service.find(id)->result->value()), 42);
        QVERIFY(service.find(id)->state == JobState::finished);
    }

    void an_error_and_an_exception_both_end_as_failed_with_a_message() {
        RunService service;
        const QSignalSpy idle(&service, &RunService::idle);
        const JobId error = service.submit(make_job([](JobContext&) -> JobResult {
            return fail(ErrorCode::io_error, "The disk is full. Free some space.");
        }));
        const JobId thrown = service.submit(
            make_job([](JobContext&) -> JobResult { throw std::runtime_error("broken backend"); }));
        QTRY_COMPARE(idle.count(), 1);
        QVERIFY(service.find(error)->state == JobState::failed);
        QVERIFY(service.find(error)->result->error().code == ErrorCode::io_error);
        QVERIFY(service.find(thrown)->state == JobState::failed);
        QVERIFY(service.find(thrown)->result->error().message.find("broken backend") != std::string::npos);
    }

    void compute_jobs_wait_for_one_another_and_background_jobs_do_not() {
        RunService service;
        const JobId first = service.submit(make_job(train_until_stopped));
        const JobId second = service.submit(make_job([](JobContext&) -> JobResult { return std::any(1); }));
        const JobId beside = service.submit(
            make_job([](JobContext&) -> JobResult { return std::any(2); }, JobLane::background));
        QTRY_VERIFY(service.find(beside)->state == JobState::finished);
        QVERIFY(service.find(second)->state == JobState::queued);
        service.stop(first);
        QTRY_VERIFY(service.find(second)->state == JobState::finished);
        QVERIFY(service.find(first)->state == JobState::stopped);
    }

    void pause_holds_the_rows_and_resume_lets_them_flow() {
        RunService service;
        const JobId id = service.submit(make_job(train_until_stopped));
        std::size_t seen = 0;
        const auto rows = [&] { return seen += service.display().drain().size(); };
        QTRY_VERIFY(rows() > 0);
        service.pause(id);
        QVERIFY(service.find(id)->state == JobState::paused);
        QTest::qWait(50);
        const std::size_t held = rows();
        QTest::qWait(50);
        QCOMPARE(rows(), held);
        service.resume(id);
        QTRY_VERIFY(rows() > held);
        service.stop(id);
        QTRY_VERIFY(service.find(id)->state == JobState::stopped);
    }

    void a_queued_job_can_be_removed() {
        RunService service;
        const JobId running = service.submit(make_job(train_until_stopped));
        const JobId queued = service.submit(make_job([](JobContext&) -> JobResult { return std::any(1); }));
        service.stop(queued);
        QVERIFY(service.find(queued)->state == JobState::stopped);
        service.stop(running);
        QTRY_VERIFY(!service.busy());
    }

    void every_observer_hears_of_every_change() {
        RunService service;
        QSignalSpy first(&service, &RunService::jobChanged);
        QSignalSpy second(&service, &RunService::jobChanged);
        const QSignalSpy finished(&service, &RunService::jobFinished);
        service.submit(make_job([](JobContext& context) -> JobResult {
            JobProgress progress;
            progress.fraction = 1;
            context.report(progress);
            return std::any(1);
        }));
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(first.count(), second.count());
        QVERIFY(first.count() >= 3);  // running, progress, finished
    }

    void progress_is_known_when_the_end_is() {
        RunService service;
        const QSignalSpy finished(&service, &RunService::jobFinished);
        const JobId id = service.submit(make_job([](JobContext& context) -> JobResult {
            JobProgress progress;
            progress.fraction = 1;
            progress.folder = "/rl/training_1";
            context.report(progress);
            return std::any(1);
        }));
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(service.find(id)->progress.fraction, 1.0);
        QVERIFY(service.find(id)->progress.folder == "/rl/training_1");
    }

    void a_paused_job_can_be_stopped() {
        RunService service;
        const JobId id = service.submit(make_job(train_until_stopped));
        QTRY_VERIFY(service.find(id)->state == JobState::running);
        service.pause(id);
        service.stop(id);
        QTRY_VERIFY(service.find(id)->state == JobState::stopped);
    }

    void what_fails_on_its_way_to_a_stop_is_a_failure() {
        RunService service;
        const JobId id = service.submit(make_job([](JobContext& context) -> JobResult {
            while (context.stop().wait_while_paused())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return fail(ErrorCode::io_error, "The last checkpoint cannot be written.");
        }));
        QTRY_VERIFY(service.find(id)->state == JobState::running);
        service.stop(id);
        QTRY_VERIFY(service.find(id)->result.has_value());
        QVERIFY(service.find(id)->state == JobState::failed);
    }

    void a_job_may_be_submitted_from_the_end_of_another() {
        RunService service;
        JobId next = 0;
        connect(&service, &RunService::jobFinished, this, [&service, &next](JobId) {
            if (next == 0)
                next = service.submit(make_job([](JobContext&) -> JobResult { return std::any(2); }));
        });
        service.submit(make_job([](JobContext&) -> JobResult { return std::any(1); }));
        QTRY_VERIFY(next != 0 && service.find(next)->state == JobState::finished);
    }

    void stopping_everything_empties_the_queue() {
        RunService service;
        const QSignalSpy idle(&service, &RunService::idle);
        for (int i = 0; i < 4; ++i) service.submit(make_job(train_until_stopped));
        service.stopAll();
        QTRY_VERIFY(!service.busy());
        QTRY_COMPARE(idle.count(), 1);
        for (const JobStatus* job : service.jobs()) QVERIFY(job->state == JobState::stopped);
    }

    void what_is_asked_of_an_unknown_job_changes_nothing() {
        RunService service;
        service.pause(7);
        service.resume(7);
        service.stop(7);
        QVERIFY(service.find(7) == nullptr);
        QVERIFY(!service.busy());
    }

    void the_destructor_stops_and_joins_what_still_runs() {
        const auto ended = std::make_shared<std::atomic<bool>>(false);
        {
            RunService service;
            const QSignalSpy changed(&service, &RunService::jobChanged);
            service.submit(make_job([ended](JobContext& context) {
                JobResult result = train_until_stopped(context);
                ended->store(true);
                return result;
            }));
            QTRY_VERIFY(changed.count() > 1);
        }
        QVERIFY(ended->load());
    }

    void a_full_display_drops_and_counts_instead_of_waiting() {
        RunService service(4);
        const QSignalSpy finished(&service, &RunService::jobFinished);
        service.submit(make_job([](JobContext& context) -> JobResult {
            for (int i = 0; i < 100; ++i) context.accept({});
            return std::any();
        }));
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(service.display().drain().size(), std::size_t{4});
        QCOMPARE(service.display().dropped(), std::uint64_t{96});
    }
};

QTEST_GUILESS_MAIN(TestRunService)
#include "tst_run_service.moc"
