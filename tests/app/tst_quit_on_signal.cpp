// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QtTest>
#include <csignal>

#include "app/quit_on_signal.h"
#include "tests/app/workbench_fixture.h"

using namespace trimtab;

class TestQuitOnSignal : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_signal_stops_what_runs_and_ends_the_application_data() {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }
    void a_signal_stops_what_runs_and_ends_the_application() {
        QFETCH(int, number);
        runtime::RunService runs;
        const app::QuitOnSignal quit(runs);
        const auto id = runs.submit(tests::endless_job());
        QTimer::singleShot(20, this, [number] { std::raise(number); });
        // Leaves the loop in any case; what counts is that the run has ended by itself.
        QTimer::singleShot(60000, qApp, &QCoreApplication::quit);
        QCoreApplication::exec();
        QVERIFY(runs.find(id)->state == runtime::JobState::stopped);
    }

    void without_a_run_it_ends_at_once() {
        runtime::RunService runs;
        const app::QuitOnSignal quit(runs);
        bool late = false;
        QTimer::singleShot(20, this, [] { std::raise(SIGINT); });
        QTimer::singleShot(60000, this, [&late] {
            late = true;
            QCoreApplication::quit();
        });
        QCoreApplication::exec();
        QVERIFY(!late);
    }
};

QTEST_MAIN(TestQuitOnSignal)
#include "tst_quit_on_signal.moc"
