// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <limits>

#include "core/base/seeded_draw.h"
#include "core/cluster/latency_histogram.h"
#include "core/cluster/window_statistics.h"

using namespace trimtab;
using cluster::LatencyHistogram;

class LatencyHistogramTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void an_empty_one_has_no_quantile() {
        const LatencyHistogram histogram;
        QVERIFY(histogram.empty());
        QVERIFY(std::isnan(histogram.quantile(0.95)));
    }

    void bins_are_narrow_and_adjoin() {
        LatencyHistogram histogram;
        histogram.add(1);
        for (std::size_t bin = 0; bin + 1 < histogram.bins().size(); ++bin) {
            const double width =
                LatencyHistogram::lower_edge_ms(bin + 1) / LatencyHistogram::lower_edge_ms(bin);
            QVERIFY(width > 1 && width <= 1.008);
        }
        QCOMPARE(LatencyHistogram::lower_edge_ms(0), 1.0);
        QVERIFY(LatencyHistogram::lower_edge_ms(histogram.bins().size()) > 100000);
    }

    void quantiles_are_right_to_a_bin_and_survive_merging() {
        LatencyHistogram whole, left, right;
        std::vector<float> values;
        const LognormalFactor factor(1.0);
        DrawSequence draws(3, DrawStream::gpu_batch);
        for (int i = 0; i < 20000; ++i) {
            const auto latency_ms = static_cast<float>(400 * factor(draws.next_uniform()));
            values.push_back(latency_ms);
            whole.add(static_cast<double>(latency_ms));
            (i % 3 == 0 ? left : right).add(static_cast<double>(latency_ms));
        }
        left.merge(right);
        QCOMPARE(left.count(), std::uint64_t{20000});
        for (const double q : {0.01, 0.5, 0.95, 0.99, 1.0}) {
            const double exact = cluster::order_quantile(std::span<float>(values), q);
            QVERIFY(std::abs(whole.quantile(q) / exact - 1) < 0.008);
            QCOMPARE(left.quantile(q), whole.quantile(q));
        }
    }

    void values_outside_are_counted_at_the_ends() {
        LatencyHistogram histogram;
        histogram.add(0.01);
        histogram.add(1e9);
        histogram.add(std::numeric_limits<double>::infinity());
        QCOMPARE(histogram.count(), std::uint64_t{3});
        QCOMPARE(histogram.bins().front(), std::uint64_t{1});
        QCOMPARE(histogram.bins().back(), std::uint64_t{2});
    }

    void counts_can_be_added_at_once() {
        LatencyHistogram histogram;
        histogram.add(10, 95);
        histogram.add(1000, 5);
        QVERIFY(histogram.quantile(0.95) < 11);
        QVERIFY(histogram.quantile(0.951) > 990);
    }
};

QTEST_APPLESS_MAIN(LatencyHistogramTest)
#include "tst_latency_histogram.moc"
