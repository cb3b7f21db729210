// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "core/base/seeded_draw.h"

using namespace trimtab;

/// SIMULATOR 2: counter-based draws, the inverse normal and the lognormal factor.
class SeededDrawTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void golden_draws_data() {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<int>("stream");
        QTest::addColumn<quint64>("entity");
        QTest::addColumn<quint64>("counter");
        QTest::addColumn<quint64>("bits");
        QTest::addColumn<double>("u");
        QTest::newRow("think") << quint64{0} << 1 << quint64{0} << quint64{0} << quint64{0x59ac5a68d6a61dc1}
                               << 0.350286150546;
        QTest::newRow("spike") << quint64{1} << 7 << quint64{1} << quint64{0} << quint64{0x7f9044fcb9c1787d}
                               << 0.498295127583;
        QTest::newRow("random") << quint64{1} << 7 << quint64{3} << quint64{2} << quint64{0x93b0bbd36232dda3}
                                << 0.576915492160;
    }
    void golden_draws() {
        QFETCH(quint64, seed);
        QFETCH(int, stream);
        QFETCH(quint64, entity);
        QFETCH(quint64, counter);
        QFETCH(quint64, bits);
        QFETCH(double, u);
        const auto id = static_cast<DrawStream>(stream);
        QCOMPARE(quint64{draw_bits(seed, id, entity, counter)}, bits);
        QCOMPARE(quint64{keyed_bits(stream_key(seed, id), entity, counter)}, bits);
        QVERIFY(std::abs(uniform_draw(seed, id, entity, counter) - u) < 5e-13);
    }

    void unit_interval_is_open() {
        QVERIFY(unit_interval(0) > 0.0);
        QVERIFY(unit_interval(UINT64_MAX) < 1.0);
    }

    void a_sequence_is_its_counter() {
        DrawSequence first(7, DrawStream::minibatch, 3);
        for (int i = 0; i < 5; ++i) (void)first.next_bits();
        DrawSequence second(7, DrawStream::minibatch, 3);
        second.set_counter(first.counter());
        QCOMPARE(first.next_bits(), second.next_bits());
        QCOMPARE(quint64{draw_bits(7, DrawStream::minibatch, 3, 6)}, quint64{first.next_bits()});
    }

    void integers_below_a_bound_are_uniform() {
        DrawSequence draws(1, DrawStream::bootstrap);
        int counts[6] = {};
        for (int i = 0; i < 60000; ++i) ++counts[draws.next_below(6)];
        for (const int count : counts)
            QVERIFY(std::abs(count - 10000) < 400);  // over four standard errors of 91
    }

    void inverse_normal_agrees_with_tables_data() {
        QTest::addColumn<double>("u");
        QTest::addColumn<double>("z");
        QTest::newRow("median") << 0.5 << 0.0;
        QTest::newRow("97.5 %") << 0.975 << 1.959963984540054;
        QTest::newRow("0.1 %") << 0.001 << -3.090232306167813;
        QTest::newRow("far tail") << 1e-20 << -9.262340089798408;
    }
    void inverse_normal_agrees_with_tables() {
        QFETCH(double, u);
        QFETCH(double, z);
        QVERIFY(std::abs(inverse_normal(u) - z) <= 2e-15 * std::max(1.0, std::abs(z)));
    }

    void inverse_normal_inverts_the_distribution() {
        for (double z = -6; z <= 6; z += 0.37) {
            const double u = 0.5 * std::erfc(-z / std::sqrt(2.0));
            QVERIFY(std::abs(inverse_normal(u) - z) < 1e-8);
        }
    }

    void lognormal_factor_has_mean_one_and_the_given_cv() {
        const LognormalFactor factor(0.3);
        DrawSequence draws(1, DrawStream::gpu_batch);
        double sum = 0, squares = 0;
        const int n = 200000;
        for (int i = 0; i < n; ++i) {
            const double f = factor(draws.next_uniform());
            sum += f;
            squares += f * f;
        }
        const double mean = sum / n;
        QVERIFY(std::abs(mean - 1) < 0.003);
        QVERIFY(std::abs(std::sqrt(squares / n - mean * mean) - 0.3) < 0.003);
        QCOMPARE(LognormalFactor(0)(0.9), 1.0);
    }
};

QTEST_APPLESS_MAIN(SeededDrawTest)
#include "tst_seeded_draw.moc"
