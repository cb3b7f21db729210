// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>
#include <cmath>

#include "core/cluster/quantile_table.h"

using namespace trimtab;
using cluster::QuantileTable;
using cluster::ServiceDistribution;

class QuantileTableTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void stays_close_to_the_exact_quantile_data() {
        QTest::addColumn<bool>("exponential");
        QTest::addColumn<double>("cv");
        QTest::addColumn<double>("relative_error");
        QTest::newRow("lognormal 0.1") << false << 0.1 << 1e-6;
        QTest::newRow("lognormal 0.3") << false << 0.3 << 5e-6;
        QTest::newRow("lognormal 1") << false << 1.0 << 5e-5;
        QTest::newRow("exponential") << true << 0.0 << 5e-6;
    }
    void stays_close_to_the_exact_quantile() {
        QFETCH(bool, exponential);
        QFETCH(double, cv);
        QFETCH(double, relative_error);
        const QuantileTable table(
            exponential ? ServiceDistribution::exponential : ServiceDistribution::lognormal, cv);
        double largest = 0;
        DrawSequence draws(1, DrawStream::gpu_batch);
        for (int i = 0; i < 300000; ++i) {
            const std::uint64_t bits = draws.next_bits();
            const double exact = table.exact(unit_interval(bits));
            largest = std::max(largest, std::abs(table(bits) - exact) / std::max(exact, 0.01));
        }
        QVERIFY2(largest < relative_error, qPrintable(QString::number(largest)));
    }

    void without_variation_the_factor_is_one() {
        const QuantileTable table(ServiceDistribution::lognormal, 0);
        for (const std::uint64_t bits : {std::uint64_t{0}, std::uint64_t{1} << 63, UINT64_MAX})
            QVERIFY(std::abs(table(bits) - 1) < 1e-12);
    }

    void extreme_draws_are_finite_and_positive() {
        for (const auto law : {ServiceDistribution::lognormal, ServiceDistribution::exponential}) {
            const QuantileTable table(law, 0.3);
            for (const std::uint64_t bits : {std::uint64_t{0}, UINT64_MAX}) {
                QVERIFY(table(bits) > 0);
                QVERIFY(std::isfinite(table(bits)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(QuantileTableTest)
#include "tst_quantile_table.moc"
