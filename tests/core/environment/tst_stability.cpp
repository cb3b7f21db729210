// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/environment/reward.h"
#include "core/environment/stability.h"

using namespace trimtab::environment;

class TestStability : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void referenceSequence() {
        const QVector<int> changes = {+1, -1, 0, 0, +1, 0, 0, -2};
        const QVector<double> expected = {0.75, 0.25, 1, 1, 0.25, 1, 1, 0};
        PoolStability pool;
        for (int i = 0; i < changes.size(); ++i) {
            const int flaps = pool.record(changes[i]) ? 1 : 0;
            QCOMPARE(stability_bonus(changes[i], 0, flaps), expected[i]);
        }
    }

    void fourStepsLaterIsNoFlap() {
        PoolStability pool;
        QVERIFY(!pool.record(+1));
        for (int i = 0; i < 3; ++i) QVERIFY(!pool.record(0));
        QVERIFY(!pool.record(-1));
    }

    void goingOnInOneDirectionIsNoFlap() {
        PoolStability pool;
        QVERIFY(!pool.record(-1));
        QVERIFY(!pool.record(-2));
    }

    void recentSignLastsWhileAReversalWouldBeAFlap() {
        PoolStability pool;
        QCOMPARE(pool.recent_sign(), 0);
        pool.record(-2);
        QCOMPARE(pool.recent_sign(), -1);
        pool.record(0);
        pool.record(0);
        QCOMPARE(pool.recent_sign(), -1);
        pool.record(0);
        QCOMPARE(pool.recent_sign(), 0);
    }
};

QTEST_APPLESS_MAIN(TestStability)
#include "tst_stability.moc"
