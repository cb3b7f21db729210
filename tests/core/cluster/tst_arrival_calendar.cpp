// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>

#include "core/base/seeded_draw.h"
#include "core/cluster/arrival_calendar.h"

using namespace trimtab;
using cluster::ArrivalCalendar;
using cluster::second_start;
using cluster::Tick;
using cluster::ticks_per_second;

namespace {

using Arrivals = std::vector<std::pair<Tick, std::uint32_t>>;

/// The rest of the running second.
Arrivals walk(ArrivalCalendar& calendar, int second) {
    Arrivals arrivals;
    while (calendar.next_time() < second_start(second + 1)) {
        const Tick time = calendar.next_time();
        arrivals.emplace_back(time, calendar.pop());
    }
    return arrivals;
}

}  // namespace

class ArrivalCalendarTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_second_is_walked_in_order_data() {
        QTest::addColumn<int>("clients");
        for (const int n : {0, 1, 2, 30, 100, 255, 256, 5000})
            QTest::newRow(qPrintable(QString::number(n))) << n;
    }
    void a_second_is_walked_in_order() {
        QFETCH(int, clients);
        ArrivalCalendar calendar;
        calendar.configure(3);
        Arrivals expected;
        for (int c = 0; c < clients; ++c) {
            const auto client = static_cast<std::uint32_t>(c);
            calendar.reserve(client + 1U);  // grows under way, and keeps what is there
            const Tick time = second_start(2) + (draw_bits(1, DrawStream::think, client, 0) >> 32);
            calendar.insert(time, client);
            expected.emplace_back(time, client);
        }
        std::sort(expected.begin(), expected.end());
        for (const int second : {0, 1}) {
            calendar.begin_second(second);
            QVERIFY(walk(calendar, second).empty());
        }
        calendar.begin_second(2);
        QVERIFY(walk(calendar, 2) == expected);
        QCOMPARE(calendar.next_time(), second_start(3));
    }

    void an_arrival_within_the_running_second_finds_its_place() {
        ArrivalCalendar calendar;
        calendar.configure(2);
        calendar.reserve(4);
        const Tick tenth = ticks_per_second / 10;
        calendar.insert(3 * tenth, 0);
        calendar.insert(8 * tenth, 1);
        calendar.begin_second(0);
        calendar.insert(1 * tenth, 2);  // before all
        QCOMPARE(calendar.next_time(), 1 * tenth);
        QCOMPARE(calendar.pop(), 2U);
        QCOMPARE(calendar.pop(), 0U);
        calendar.insert(9 * tenth, 2);  // behind all
        calendar.insert(5 * tenth, 3);
        QVERIFY(walk(calendar, 0) == (Arrivals{{5 * tenth, 3}, {8 * tenth, 1}, {9 * tenth, 2}}));
    }

    void configuring_again_forgets_all() {
        ArrivalCalendar calendar;
        calendar.configure(2);
        calendar.reserve(1);
        calendar.insert(5, 0);
        calendar.configure(10);
        calendar.begin_second(0);
        QVERIFY(walk(calendar, 0).empty());
    }
};

QTEST_APPLESS_MAIN(ArrivalCalendarTest)
#include "tst_arrival_calendar.moc"
