// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QtTest>
#include <atomic>
#include <stdexcept>

#include "core/runtime/background_task.h"

using namespace trimtab;
using namespace trimtab::runtime;

namespace {

/// Waits until it is told to stop.
Expected<int> untilStopped(StopToken stop) {
    while (!stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return fail(ErrorCode::cancelled, "stopped");
}

}  // namespace

class TestBackgroundTask : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void the_value_arrives_in_this_thread() {
        BackgroundTask task;
        int got = 0;
        bool here = false;
        QThread* const mine = QThread::currentThread();
        task.run<int>([](StopToken) -> Expected<int> { return 7; },
                      [&](Expected<int> value) {
                          got = value.value();
                          here = QThread::currentThread() == mine;
                      });
        QVERIFY(task.busy());
        QTRY_COMPARE(got, 7);
        QVERIFY(here);
        QTRY_VERIFY(!task.busy());
    }

    void the_newest_wins() {
        BackgroundTask task;
        QStringList got;
        task.run<int>(untilStopped, [&](Expected<int>) { got << QStringLiteral("first"); });
        task.run<int>([](StopToken) -> Expected<int> { return 2; },
                      [&](Expected<int>) { got << QStringLiteral("second"); });
        task.run<int>([](StopToken) -> Expected<int> { return 3; },
                      [&](Expected<int>) { got << QStringLiteral("third"); });
        QTRY_COMPARE(got, QStringList{QStringLiteral("third")});
    }

    void cancelling_drops_the_result_and_lets_the_next_run() {
        BackgroundTask task;
        bool dropped = true;
        int got = 0;
        task.run<int>(untilStopped, [&](Expected<int>) { dropped = false; });
        task.cancel();
        task.run<int>([](StopToken) -> Expected<int> { return 4; }, [&](Expected<int> v) { got = *v; });
        QTRY_COMPARE(got, 4);
        QVERIFY(dropped);
    }

    void an_exception_becomes_an_error() {
        BackgroundTask task;
        std::optional<Error> error;
        task.run<int>([](StopToken) -> Expected<int> { throw std::runtime_error("broke"); },
                      [&](Expected<int> value) { error = value.error(); });
        QTRY_VERIFY(error.has_value());
        QVERIFY(error->message.find("broke") != std::string::npos);
    }

    void asking_again_from_the_answer_works() {
        BackgroundTask task;
        QSignalSpy busy(&task, &BackgroundTask::busyChanged);
        int got = 0;
        task.run<int>([](StopToken) -> Expected<int> { return 1; },
                      [&](Expected<int>) {
                          task.run<int>([](StopToken) -> Expected<int> { return 2; },
                                        [&](Expected<int> v) { got = *v; });
                      });
        QTRY_COMPARE(got, 2);
        QTRY_VERIFY(!task.busy());
        QCOMPARE(busy.back().front().toBool(), false);
    }

    void destruction_stops_and_joins() {
        std::atomic<bool> ended = false;
        {
            BackgroundTask task;
            task.run<int>(
                [&](StopToken stop) {
                    auto result = untilStopped(stop);
                    ended = true;
                    return result;
                },
                [](Expected<int>) {});
        }
        QVERIFY(ended);
    }
};

QTEST_GUILESS_MAIN(TestBackgroundTask)
#include "tst_background_task.moc"
