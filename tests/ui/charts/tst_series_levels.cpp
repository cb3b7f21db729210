// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "ui/charts/series_levels.h"

using namespace trimtab;
using namespace trimtab::ui;

namespace {

const telemetry::SeriesKey key{telemetry::RowKind::episode, 3};

void append(telemetry::SeriesStore& store, int step) {
    telemetry::Row row;
    row.kind = telemetry::RowKind::episode;
    row.step = step;
    row.episode = step / 10;
    row.values = {{3, std::sin(step / 300.0) + 0.2 * std::sin(step * 12.9898)}};
    store.accept(row);
}

double highest(const Segments& segments) {
    double high = -1e9;
    for (const auto& segment : segments)
        for (const QPointF& point : segment) high = std::max(high, point.y());
    return high;
}

}  // namespace

class TestSeriesLevels : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void keeping_up_equals_starting_anew_data() {
        QTest::addColumn<int>("capacity");
        QTest::addColumn<int>("chunk");
        QTest::newRow("one by one") << 4096 << 1;
        QTest::newRow("merging all the time") << 64 << 7;
        QTest::newRow("large chunks") << 1024 << 777;
    }
    void keeping_up_equals_starting_anew() {
        QFETCH(int, capacity);
        QFETCH(int, chunk);
        telemetry::SeriesStore store(static_cast<std::size_t>(capacity));
        SeriesLevels follower;
        follower.setSmoothing(0.9);
        int step = 0;
        for (int round = 0; round < 60; ++round) {
            for (int i = 0; i < chunk; ++i) append(store, step++);
            QVERIFY(follower.read(store, key));
            QVERIFY(!follower.read(store, key));
            SeriesLevels fresh;
            fresh.setSmoothing(0.9);
            QVERIFY(fresh.read(store, key));
            QCOMPARE(follower.points(), static_cast<std::uint64_t>(step));
            for (const bool smoothed : {false, true})
                QCOMPARE(follower.decimated(smoothed, XAxis::step, 0, step, 10, false),
                         fresh.decimated(smoothed, XAxis::step, 0, step, 10, false));
        }
    }

    void a_coarse_level_keeps_the_peak_and_its_place() {
        telemetry::SeriesStore store(1U << 20);
        for (int i = 0; i < 200000; ++i) append(store, i);
        telemetry::Row peak;
        peak.kind = telemetry::RowKind::episode;
        peak.step = 200000;
        peak.values = {{3, 9}};
        store.accept(peak);
        for (int i = 200001; i < 300000; ++i) append(store, i);
        SeriesLevels levels;
        QVERIFY(levels.read(store, key));
        const Segments all = levels.decimated(false, XAxis::step, 0, 300000, 100, false);
        QVERIFY(all[0].size() <= 2 * 101);
        QVERIFY(all[0].contains(QPointF(200000, 9)));
        QVERIFY(highest(levels.decimated(false, XAxis::step, 0, 199000, 100, false)) < 2);
        // x never goes back: a line that does draws strokes that are not in the data.
        for (qsizetype i = 1; i < all[0].size(); ++i) QVERIFY(all[0][i].x() >= all[0][i - 1].x());
    }

    void points_within_a_range_are_counted_exactly() {
        telemetry::SeriesStore store(1U << 12);
        for (int i = 0; i < 3000; ++i) append(store, i);
        SeriesLevels levels;
        QVERIFY(levels.read(store, key));
        QCOMPARE(levels.pointsWithin(XAxis::step, 100, 199), std::uint64_t{100});
        QCOMPARE(levels.pointsWithin(XAxis::step, -5, 5000), std::uint64_t{3000});
        QCOMPARE(levels.pointsWithin(XAxis::step, 2999, 5000), std::uint64_t{1});
        QCOMPARE(levels.pointsWithin(XAxis::step, 4000, 5000), std::uint64_t{0});
        QCOMPARE(levels.pointsWithin(XAxis::episode, 10, 19), std::uint64_t{100});
    }

    void without_smoothing_there_is_no_smoothed_curve() {
        telemetry::SeriesStore store;
        append(store, 1);
        SeriesLevels levels;
        QVERIFY(levels.read(store, key));
        QVERIFY(levels.smoothed().empty());
        levels.setSmoothing(0.5);
        QCOMPARE(levels.smoothed().size(), std::size_t{1});
        levels.setSmoothing(0);
        QVERIFY(levels.decimated(true, XAxis::step, 0, 2, 10, false).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestSeriesLevels)
#include "tst_series_levels.moc"
