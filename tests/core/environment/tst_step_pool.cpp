// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <chrono>
#include <thread>

#include "core/environment/step_pool.h"

using trimtab::environment::StepPool;

class TestStepPool : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyItemIsDoneOnceInEveryBatch_data() {
        QTest::addColumn<int>("threads");
        for (const int threads : {1, 2, 3, 8}) QTest::addRow("%d threads", threads) << threads;
    }
    void everyItemIsDoneOnceInEveryBatch() {
        QFETCH(int, threads);
        StepPool pool(threads);
        std::vector<int> done(37, 0);
        for (int batch = 0; batch < 2000; ++batch)
            pool.run(static_cast<int>(done.size()), [&](int i) { ++done[static_cast<std::size_t>(i)]; });
        for (const int count : done) QCOMPARE(count, 2000);
    }

    void batchesOfDifferentSizesFollowOneAnother() {
        StepPool pool(4);
        int total = 0;
        for (int size = 0; size < 200; ++size) {
            std::vector<int> done(static_cast<std::size_t>(size), 0);
            pool.run(size, [&](int i) { done[static_cast<std::size_t>(i)] = 1; });
            for (const int one : done) total += one;
        }
        QCOMPARE(total, 199 * 200 / 2);
    }

    void workersWakeUpAfterAPause() {
        StepPool pool(3);
        std::vector<int> done(16, 0);
        for (int batch = 0; batch < 5; ++batch) {
            std::this_thread::sleep_for(std::chrono::milliseconds(3));
            pool.run(16, [&](int i) { ++done[static_cast<std::size_t>(i)]; });
        }
        for (const int count : done) QCOMPARE(count, 5);
    }
};

QTEST_APPLESS_MAIN(TestStepPool)
#include "tst_step_pool.moc"
