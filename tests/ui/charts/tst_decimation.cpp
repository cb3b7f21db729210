// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <limits>

#include "ui/charts/decimation.h"

using namespace trimtab;
using namespace trimtab::ui;

namespace {

std::vector<telemetry::SeriesBucket> series(const std::vector<double>& values) {
    std::vector<telemetry::SeriesBucket> buckets;
    for (std::size_t i = 0; i < values.size(); ++i) {
        telemetry::SeriesBucket bucket;
        bucket.low = {static_cast<std::int64_t>(i), static_cast<std::int64_t>(i),
                      0.1 * static_cast<double>(i), values[i]};
        bucket.high = bucket.low;
        bucket.points = 1;
        bucket.numbers = std::isnan(values[i]) ? 0 : 1;
        bucket.sum = bucket.numbers ? values[i] : 0;
        buckets.push_back(bucket);
    }
    return buckets;
}

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

}  // namespace

class TestDecimation : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void few_points_stay_as_they_are() {
        const auto segments = decimate(series({1, 3, 2}), XAxis::step, 0, 2, 100);
        QCOMPARE(segments, (Segments{{{0, 1}, {1, 3}, {2, 2}}}));
    }

    void a_million_points_become_two_a_column_and_keep_the_one_peak() {
        std::vector<double> values(1'000'000);
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = std::sin(static_cast<double>(i) / 1000.0);
        values[654'321] = 50;
        const auto segments = decimate(series(values), XAxis::step, 0, 999'999, 400);
        QCOMPARE(segments.size(), 1);
        QVERIFY(segments[0].size() <= 2 * 401);
        QVERIFY(segments[0].contains(QPointF(654'321, 50)));
    }

    void nan_interrupts_the_line() {
        const auto segments = decimate(series({1, 2, gap, 4}), XAxis::step, 0, 3, 100);
        QCOMPARE(segments, (Segments{{{0, 1}, {1, 2}}, {{3, 4}}}));
    }

    void a_log_axis_turns_values_that_are_not_positive_into_gaps_and_keeps_the_rest() {
        const auto segments = decimate(series({1, 0, 10}), XAxis::step, 0, 2, 100, true);
        QCOMPARE(segments, (Segments{{{0, 1}}, {{2, 10}}}));
    }

    void the_neighbours_outside_the_view_are_kept_so_that_lines_reach_the_border() {
        const auto segments = decimate(series({0, 1, 2, 3, 4, 5}), XAxis::step, 2.5, 3.5, 100);
        QCOMPARE(segments, (Segments{{{2, 2}, {3, 3}, {4, 4}}}));
    }

    void x_can_be_wall_time() {
        const auto segments = decimate(series({5, 6}), XAxis::wall, 0, 1, 100);
        QCOMPARE(segments[0][1].x(), 0.1);
    }

    void smoothing_is_unbiased_from_the_first_point_on() {
        const auto constant = smooth(series({7, 7, 7}), 0.9);
        for (const auto& bucket : constant) QVERIFY(std::abs(bucket.low.value - 7) < 1e-12);
        // Two points: weights 0.9 and 1 over their sum.
        const auto two = smooth(series({0, 1}), 0.9);
        QVERIFY(std::abs(two[1].low.value - 1 / 1.9) < 1e-12);
    }

    void smoothing_keeps_gaps() { QVERIFY(std::isnan(smooth(series({1, gap, 2}), 0.5)[1].low.value)); }
};

QTEST_APPLESS_MAIN(TestDecimation)
#include "tst_decimation.moc"
