// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <limits>
#include <thread>

#include "core/telemetry/metric_registry.h"
#include "core/telemetry/row_channel.h"
#include "core/telemetry/series_store.h"

using namespace trimtab::telemetry;

namespace {

Row episode_row(std::int64_t step, double value, std::string label = "ramp") {
    Row row;
    row.kind = RowKind::episode;
    row.step = step;
    row.episode = step;
    row.label = std::move(label);
    row.values = {{metric::episode_return, value}};
    return row;
}

const SeriesKey returns{RowKind::episode, metric::episode_return};

}  // namespace

class TestSeriesStore : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void short_series_keep_every_point() {
        SeriesStore store(64);
        for (int i = 0; i < 64; ++i) store.accept(episode_row(i, i * 0.5, i % 2 == 0 ? "ramp" : "spike"));
        const auto buckets = store.snapshot(returns);
        QCOMPARE(buckets.size(), std::size_t{64});
        QCOMPARE(buckets[7].low.value, 3.5);
        QCOMPARE(buckets[7].high.step, std::int64_t{7});
        QCOMPARE(store.labels().at(buckets[7].label), std::string("spike"));
    }

    void a_million_points_keep_their_peaks_in_bounded_memory() {
        SeriesStore store(1024);
        const int peak_at = 654321, dip_at = 123456, count = 1000000;
        double sum = 0;
        for (int i = 0; i < count; ++i) {
            const double value = i == peak_at ? 1000 : i == dip_at ? -1000 : std::sin(i * 0.001);
            sum += value;
            store.accept(episode_row(i, value));
        }
        const auto buckets = store.snapshot(returns);
        QVERIFY(buckets.size() <= 1024);
        QVERIFY(buckets.size() >= 512);
        QCOMPARE(store.version(returns), std::uint64_t{1000000});
        std::uint64_t points = 0;
        double total = 0, highest = -1e9, lowest = 1e9;
        std::int64_t highest_at = -1, lowest_at = -1, last = -1;
        for (const auto& b : buckets) {
            points += b.points;
            total += b.sum;
            if (b.high.value > highest) highest = b.high.value, highest_at = b.high.step;
            if (b.low.value < lowest) lowest = b.low.value, lowest_at = b.low.step;
            QVERIFY(std::min(b.low.step, b.high.step) > last);
            last = std::max(b.low.step, b.high.step);
        }
        QCOMPARE(points, std::uint64_t{1000000});
        QVERIFY(std::abs(total - sum) < 1e-6);
        QCOMPARE(highest_at, std::int64_t{peak_at});
        QCOMPARE(lowest_at, std::int64_t{dip_at});
    }

    void a_copy_that_is_updated_equals_a_snapshot_data() {
        QTest::addColumn<int>("capacity");
        for (const int capacity : {2, 4, 64, 4096}) QTest::addRow("%d", capacity) << capacity;
    }
    void a_copy_that_is_updated_equals_a_snapshot() {
        QFETCH(int, capacity);
        SeriesStore store(static_cast<std::size_t>(capacity));
        std::vector<SeriesBucket> copy;
        std::uint64_t seen = 0;
        int next = 0;
        for (int round = 0; round < 60; ++round) {
            for (int i = 0; i < (round * 7) % 23; ++i, ++next) store.accept(episode_row(next, next % 11));
            seen = store.update(returns, seen, copy);
            const auto whole = store.snapshot(returns);
            QCOMPARE(seen, store.version(returns));
            QCOMPARE(copy.size(), whole.size());
            for (std::size_t i = 0; i < whole.size(); ++i) {
                QCOMPARE(copy[i].points, whole[i].points);
                QCOMPARE(copy[i].sum, whole[i].sum);
                QCOMPARE(copy[i].high.step, whole[i].high.step);
            }
        }
        QVERIFY(next > 500);
    }

    void gaps_stay_gaps() {
        SeriesStore store(2);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const double v : {nan, nan, 1.0, nan}) store.accept(episode_row(0, v));
        const auto buckets = store.snapshot(returns);
        QCOMPARE(buckets.size(), std::size_t{2});
        QVERIFY(buckets[0].has_gap() && std::isnan(buckets[0].mean()) && std::isnan(buckets[0].low.value));
        QVERIFY(buckets[1].has_gap());
        QCOMPARE(buckets[1].mean(), 1.0);
    }

    void reading_while_writing_sees_whole_prefixes() {
        SeriesStore store(256);
        std::thread writer([&] {
            for (int i = 0; i < 50000; ++i) store.accept(episode_row(i, i));
        });
        std::uint64_t seen = 0;
        while (seen < 50000) {
            const auto buckets = store.snapshot(returns);
            std::uint64_t points = 0;
            for (const auto& b : buckets) points += b.points;
            QVERIFY(points >= seen);
            if (!buckets.empty()) QCOMPARE(buckets.back().high.value, static_cast<double>(points - 1));
            seen = points;
        }
        writer.join();
    }

    void a_lossless_channel_delivers_every_row_in_order() {
        RowChannel channel(8, Delivery::lossless);
        std::thread sender([&] {
            for (int i = 0; i < 1000; ++i) channel.accept(episode_row(i, i));
            channel.close();
        });
        std::int64_t next = 0;
        for (auto rows = channel.wait_and_drain(); !rows.empty(); rows = channel.wait_and_drain())
            for (const Row& row : rows) QCOMPARE(row.step, next++);
        sender.join();
        QCOMPARE(next, std::int64_t{1000});
        QCOMPARE(channel.dropped(), std::uint64_t{0});
    }

    void a_lossy_channel_counts_what_it_drops_and_keeps_room_for_rare_rows() {
        RowChannel channel(100, Delivery::lossy);
        for (int i = 0; i < 1000; ++i) channel.accept(episode_row(i, i));
        Row update;
        update.kind = RowKind::update;
        channel.accept(update);
        const auto rows = channel.drain();
        QCOMPARE(rows.back().kind, RowKind::update);
        QCOMPARE(rows.size() + channel.dropped(), std::size_t{1001});
        QVERIFY(rows.size() >= 50 && rows.size() <= 100);
        channel.accept(update);
        QCOMPARE(channel.drain().size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(TestSeriesStore)
#include "tst_series_store.moc"
