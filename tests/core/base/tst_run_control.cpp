// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <atomic>
#include <thread>

#include "core/base/run_control.h"

using namespace trimtab;

class RunControlTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_default_token_never_stops() {
        const StopToken token;
        QVERIFY(!token.stop_requested());
        QVERIFY(!token.paused());
        QVERIFY(token.wait_while_paused());
    }

    void a_token_sees_stop_and_pause() {
        RunControl control;
        const StopToken token(control);
        control.set_paused(true);
        QVERIFY(token.paused());
        control.set_paused(false);
        QVERIFY(token.wait_while_paused());
        control.request_stop();
        QVERIFY(token.stop_requested());
        QVERIFY(!token.wait_while_paused());
    }

    void a_stop_ends_a_pause() {
        RunControl control;
        control.set_paused(true);
        std::atomic<bool> goes_on{true};
        std::thread worker([&] { goes_on = StopToken(control).wait_while_paused(); });
        control.request_stop();
        worker.join();
        QVERIFY(!goes_on);
    }

    void resuming_ends_a_pause() {
        RunControl control;
        control.set_paused(true);
        std::atomic<bool> goes_on{false};
        std::thread worker([&] { goes_on = StopToken(control).wait_while_paused(); });
        control.set_paused(false);
        worker.join();
        QVERIFY(goes_on);
    }
};

QTEST_APPLESS_MAIN(RunControlTest)
#include "tst_run_control.moc"
