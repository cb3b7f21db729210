// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <thread>

#include "core/base/bounded_channel.h"

using namespace trimtab;

class BoundedChannelTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void offer_drops_and_counts_when_full() {
        BoundedChannel<int> channel(2);
        QVERIFY(channel.offer(1));
        QVERIFY(channel.offer(2));
        QVERIFY(!channel.offer(3));
        QCOMPARE(channel.dropped(), std::uint64_t{1});
        QCOMPARE(channel.drain(), (std::vector<int>{1, 2}));
        QVERIFY(channel.drain().empty());
        QVERIFY(channel.offer(4));
    }

    void push_waits_for_room_and_loses_nothing() {
        BoundedChannel<int> channel(3);
        const int count = 2000;
        std::thread writer([&channel] {
            for (int i = 0; i < count; ++i) (void)channel.push(i);
            channel.close();
        });
        std::vector<int> received;
        for (;;) {
            const auto batch = channel.wait_and_drain();
            if (batch.empty()) break;
            received.insert(received.end(), batch.begin(), batch.end());
        }
        writer.join();
        QCOMPARE(received.size(), std::size_t{count});
        for (int i = 0; i < count; ++i) QCOMPARE(received[static_cast<std::size_t>(i)], i);
        QCOMPARE(channel.dropped(), std::uint64_t{0});
    }

    void close_wakes_a_waiting_writer_and_keeps_what_waits() {
        BoundedChannel<int> channel(1);
        QVERIFY(channel.push(1));
        bool taken = true;
        std::thread writer([&] { taken = channel.push(2); });
        channel.close();
        writer.join();
        QVERIFY(!taken);
        QVERIFY(!channel.push(3));
        QVERIFY(!channel.offer(4));
        QCOMPARE(channel.wait_and_drain(), (std::vector<int>{1}));
        QVERIFY(channel.wait_and_drain().empty());
    }

    void moves_values_that_cannot_be_copied() {
        BoundedChannel<std::unique_ptr<int>> channel(1);
        QVERIFY(channel.push(std::make_unique<int>(7)));
        QCOMPARE(*channel.drain().front(), 7);
    }
};

QTEST_APPLESS_MAIN(BoundedChannelTest)
#include "tst_bounded_channel.moc"
