// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>
#include <limits>

#include "core/results/figure_axis.h"

using namespace trimtab::results;

namespace {

std::string texts(const std::vector<AxisTick>& ticks) {
    std::string out;
    for (const AxisTick& tick : ticks) out += (out.empty() ? "" : " ") + tick.text;
    return out;
}

FigurePanel panel_of(std::vector<double> y, AxisScale scale = AxisScale::linear) {
    FigurePanel panel;
    panel.y.scale = scale;
    FigureSeries series;
    for (std::size_t i = 0; i < y.size(); ++i) series.x.push_back(static_cast<double>(i));
    series.y = std::move(y);
    panel.series.push_back(series);
    return panel;
}

}  // namespace

class TestFigureAxis : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void ticks_stand_at_round_values_data() {
        QTest::addColumn<double>("minimum");
        QTest::addColumn<double>("maximum");
        QTest::addColumn<bool>("logarithmic");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<QString>("expected");
        QTest::newRow("returns") << -1.3 << 5.6 << false << 5 << QStringLiteral("0 2 4");
        QTest::newRow("negative") << -4.0 << 4.0 << false << 4 << QStringLiteral("\u22124 \u22122 0 2 4");
        QTest::newRow("quarter") << 0.0 << 1.0 << false << 4 << QStringLiteral("0.00 0.25 0.50 0.75 1.00");
        QTest::newRow("million steps")
            << 0.0 << 1e6 << false << 5 << QStringLiteral("0.0 0.2 0.4 0.6 0.8 1.0");
        QTest::newRow("thousands") << 0.0 << 60000.0 << false << 6 << QStringLiteral("0 10 20 30 40 50 60");
        QTest::newRow("decades") << 80.0 << 12000.0 << true << 4 << QStringLiteral("100 1000 10000");
        QTest::newRow("within a decade") << 120.0 << 900.0 << true << 5 << QStringLiteral("200 500");
    }
    void ticks_stand_at_round_values() {
        QFETCH(double, minimum);
        QFETCH(double, maximum);
        QFETCH(bool, logarithmic);
        QFETCH(int, wanted);
        QFETCH(QString, expected);
        const AxisRange range{minimum, maximum, logarithmic ? AxisScale::logarithmic : AxisScale::linear};
        const auto ticks = nice_ticks(range, wanted);
        QCOMPARE(QString::fromStdString(texts(ticks)), expected);
        for (const AxisTick& tick : ticks) {
            QVERIFY(range.position(tick.value) >= -1e-9);
            QVERIFY(range.position(tick.value) <= 1 + 1e-9);
        }
    }

    void ticks_of_counts_stand_at_whole_numbers() {
        QCOMPARE(texts(nice_ticks({0, 6.8}, 3, true)), std::string("0 5"));
        QCOMPARE(texts(nice_ticks({0, 6.8}, 4, true)), std::string("0 2 4 6"));
        QCOMPARE(texts(nice_ticks({0, 1.8}, 5, true)), std::string("0 1"));
        QCOMPARE(texts(nice_ticks({0, 1.8}, 5, false)), std::string("0.0 0.5 1.0 1.5"));
    }

    void large_numbers_move_their_power_to_the_title() {
        FigureAxis axis;
        axis.label = "Cost";
        axis.unit = "USD";
        QCOMPARE(axis_exponent({0, 1e6}), 6);
        QCOMPARE(axis_exponent({0, 9999}), 0);
        QCOMPARE(axis_exponent({0, 1e-5}), -6);
        QCOMPARE(axis_title(axis, 0), std::string("Cost (USD)"));
        QCOMPARE(axis_title(axis, 3), std::string("Cost (10\u00b3 USD)"));
        QCOMPARE(axis_title(axis, -6), std::string("Cost (10\u207b\u2076 USD)"));
    }

    void a_log_axis_leaves_out_values_at_or_below_zero_and_says_so() {
        const FigurePanel panel = panel_of({-5, 0, 10, 1000}, AxisScale::logarithmic);
        const AxisRange range = y_range(panel);
        QVERIFY(range.minimum > 5);
        QVERIFY(range.maximum > 1000);
        QVERIFY(std::isnan(range.position(0)));
        QCOMPARE(panel_notes(panel),
                 (std::vector<std::string>{"2 values at or below 0 not shown on the log axis"}));
    }

    void points_outside_a_fixed_range_are_counted() {
        FigurePanel panel = panel_of({1, 2, 30});
        panel.y.minimum = 0;
        panel.y.maximum = 10;
        QCOMPARE(panel_notes(panel), (std::vector<std::string>{"1 point lies outside the range shown"}));
    }

    void nan_and_single_values_give_a_usable_range() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const AxisRange single = y_range(panel_of({nan, 5, nan}));
        QVERIFY(single.minimum < 5 && single.maximum > 5);
        const AxisRange none = y_range(panel_of({nan, nan}));
        QVERIFY(none.minimum < none.maximum);
        const AxisRange none_log = y_range(panel_of({nan}, AxisScale::logarithmic));
        QVERIFY(none_log.minimum > 0 && none_log.minimum < none_log.maximum);
    }

    void bars_stand_on_zero() {
        FigurePanel panel = panel_of({3, 4});
        QVERIFY(y_range(panel).minimum > 2);
        panel.series.front().kind = SeriesKind::bars;
        QCOMPARE(y_range(panel).minimum, 0.0);
    }

    void numbers_for_a_person() {
        QCOMPARE(format_number(0.2), std::string("0.2"));
        QCOMPARE(format_number(-12.5), std::string("\u221212.5"));
        QCOMPARE(format_number(1e6), std::string("1000000"));
        QCOMPARE(format_number(1.5e9), std::string("1.5e9"));
        QCOMPARE(format_number(3e-7), std::string("3e\u22127"));
        QCOMPARE(format_number(std::numeric_limits<double>::quiet_NaN()), std::string("n/a"));
    }
};

QTEST_APPLESS_MAIN(TestFigureAxis)
#include "tst_figure_axis.moc"
