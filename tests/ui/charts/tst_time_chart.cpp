// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QtTest>

#include "core/telemetry/metric_registry.h"
#include "ui/charts/chart_tools.h"
#include "ui/charts/chart_view_state.h"
#include "ui/charts/crosshair_group.h"
#include "ui/charts/time_chart.h"

using namespace trimtab;
using namespace trimtab::ui;
namespace metric = trimtab::telemetry::metric;

namespace {

const telemetry::SeriesKey return_key{telemetry::RowKind::episode, metric::episode_return};

void append(telemetry::SeriesStore& store, std::int64_t step, double value) {
    telemetry::Row row;
    row.kind = telemetry::RowKind::episode;
    row.step = step;
    row.episode = step / 10;
    row.values = {{metric::episode_return, value}};
    store.accept(row);
}

ChartCurve curve(const telemetry::SeriesStore& store) {
    return {&store, return_key, {QStringLiteral("return"), Qt::blue}, true};
}

}  // namespace

class TestTimeChart : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        store = std::make_unique<telemetry::SeriesStore>();
        for (int i = 0; i <= 100; ++i) append(*store, i, i);
        chart = std::make_unique<TimeChart>(QStringLiteral("Return"), QString());
        chart->addCurve(curve(*store));
        chart->resize(400, 250);
        chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(chart.get()));
        chart->refresh();
    }
    void cleanup() {
        chart.reset();
        store.reset();
    }

    void an_empty_chart_says_why() {
        telemetry::SeriesStore empty;
        TimeChart blank(QStringLiteral("Return"), QString());
        blank.addCurve(curve(empty));
        QCOMPARE(blank.summary(), QStringLiteral("return: no data"));
        // Nor are there numbers at its axes: the plot takes their place, until there is a point.
        blank.resize(400, 250);
        blank.show();
        QVERIFY(QTest::qWaitForWindowExposed(&blank));
        const double left = blank.findChild<PlotSurface*>()->plotRect().left();
        append(empty, 5, 1000);
        blank.refresh();
        QVERIFY(blank.findChild<PlotSurface*>()->plotRect().left() > left + 10);
    }

    void long_series_are_read_one_an_event_and_one_chart_after_the_other() {
        telemetry::SeriesStore longOne;
        for (int i = 1; i <= 20000; ++i) append(longOne, i, i);
        TimeChart second(QStringLiteral("Second"), QString());
        for (TimeChart* each : {chart.get(), &second}) {
            each->clearCurves();
            each->addCurve(curve(longOne));
            each->addCurve(curve(longOne));
        }
        second.resize(400, 250);
        second.show();
        QVERIFY(QTest::qWaitForWindowExposed(&second));
        chart->refresh();
        for (const TimeChart* each : {chart.get(), &second}) QTRY_COMPARE(each->view().second, 20000.0);
        for (int i = 20001; i <= 40000; ++i) append(longOne, i, i);
        // What another timer sees between the turns: (the first chart has read, the second has).
        QList<std::pair<bool, bool>> seen;
        QTimer other;
        connect(&other, &QTimer::timeout, this, [&] {
            seen.append({chart->view().second == 40000, second.view().second == 40000});
        });
        other.start(0);
        chart->refresh();
        second.refresh();
        QCOMPARE(chart->view().second, 20000.0);
        QTRY_COMPARE(second.view().second, 40000.0);
        QVERIFY(seen.contains(std::pair(true, false)));
        QVERIFY(!seen.contains(std::pair(false, true)));
    }

    void one_point_alone_stands_on_an_axis_from_the_origin() {
        telemetry::SeriesStore one;
        append(one, 30720, 5);
        TimeChart lone(QStringLiteral("Return"), QString());
        lone.addCurve(curve(one));
        lone.show();
        QVERIFY(QTest::qWaitForWindowExposed(&lone));
        lone.refresh();
        QCOMPARE(lone.view(), std::pair(0.0, 31000.0));
    }

    void one_value_alone_stands_on_an_axis_of_its_size_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("large") << 1000.0 << 900.0 << 1100.0;
        QTest::newRow("negative") << -2.0 << -2.2 << -1.8;
        QTest::newRow("zero") << 0.0 << 0.0 << 1.0;
    }

    void one_value_alone_stands_on_an_axis_of_its_size() {
        QFETCH(const double, value);
        QFETCH(const double, low);
        QFETCH(const double, high);
        telemetry::SeriesStore flat;
        for (int i = 0; i < 3; ++i) append(flat, 10 * i, value);
        ChartViewState view;
        view.addCurve(curve(flat), 0, -1);
        QVERIFY(view.readNew());
        const ChartFrame frame = view.frame(100);
        QVERIFY2(std::abs(frame.yMin - low) < 1e-9 && std::abs(frame.yMax - high) < 1e-9,
                 qPrintable(QStringLiteral("%1 to %2").arg(frame.yMin).arg(frame.yMax)));
    }

    void the_summary_speaks_for_the_picture() {
        QVERIFY(chart->summary().contains(QStringLiteral("last 100")));
        QVERIFY(chart->summary().contains(QStringLiteral("smallest 0")));
        QCOMPARE(chart->accessibleDescription(), chart->summary());
    }

    void zooming_counts_the_points_outside_and_a_double_click_brings_them_back() {
        QCOMPARE(chart->badge(), QString());
        chart->setView(20, 40);
        QVERIFY(chart->zoomed());
        QVERIFY2(chart->badge().startsWith(QStringLiteral("80 ")), qPrintable(chart->badge()));
        QTest::mouseDClick(chart.get(), Qt::LeftButton);
        QVERIFY(!chart->zoomed());
        QCOMPARE(chart->badge(), QString());
    }

    void the_wheel_zooms_and_the_keys_pan_and_reset() {
        QTest::keyClick(chart.get(), Qt::Key_Plus);
        QVERIFY(chart->zoomed());
        QTest::keyClick(chart.get(), Qt::Key_Right);
        QVERIFY(chart->zoomed());
        QTest::keyClick(chart.get(), Qt::Key_0);
        QVERIFY(!chart->zoomed());
    }

    void dragging_a_rectangle_zooms_into_it() {
        QTest::mousePress(chart.get(), Qt::LeftButton, {}, {150, 120});
        QTest::mouseMove(chart.get(), {250, 120});
        QTest::mouseRelease(chart.get(), Qt::LeftButton, {}, {250, 120});
        QVERIFY(chart->zoomed());
    }

    void pause_freezes_the_picture_and_says_so() {
        chart->setPaused(true);
        append(*store, 101, 500);
        chart->refresh();
        QVERIFY(!chart->summary().contains(QStringLiteral("500")));
        chart->setPaused(false);
        QVERIFY(chart->summary().contains(QStringLiteral("500")));
    }

    void charts_of_one_group_share_the_crosshair() {
        CrosshairGroup group;
        const QSignalSpy moved(&group, &CrosshairGroup::moved);
        chart->setCrosshairGroup(&group);
        QTest::mouseMove(chart.get(), {200, 120});
        QTest::mouseMove(chart.get(), {220, 120});
        QTRY_VERIFY(group.position().has_value());
        QVERIFY(*group.position() > 0 && *group.position() < 100);
        QVERIFY(moved.count() >= 1);
    }

    void charts_below_each_other_begin_at_the_same_pixel_and_show_the_same_stretch() {
        telemetry::SeriesStore longer;
        for (int i = 50; i <= 300; ++i) append(longer, i, 1e6 + 1e5 * i);
        TimeChart other(QStringLiteral("Other"), QStringLiteral("much longer unit"));
        other.addCurve(curve(longer));
        other.resize(400, 250);
        other.show();
        QVERIFY(QTest::qWaitForWindowExposed(&other));
        ChartTools tools;
        tools.setSmoothing(0);
        tools.add(chart.get());
        tools.add(&other);
        tools.refresh();
        const auto lefts = [&] {
            return std::pair(chart->findChild<PlotSurface*>()->plotRect().left(),
                             other.findChild<PlotSurface*>()->plotRect().left());
        };
        QVERIFY(lefts().first < lefts().second);
        tools.alignCharts();
        QVERIFY2(std::abs(lefts().first - lefts().second) <= 1, "the plots begin apart");
        QCOMPARE(chart->view(), other.view());
        QCOMPARE(chart->view().first, 0.0);
        QVERIFY(chart->view().second >= 300);
        // It follows what comes.
        append(longer, 900, 5e9);
        tools.refresh();
        QCOMPARE(chart->view(), other.view());
        QVERIFY(std::abs(lefts().first - lefts().second) <= 1);
    }

    void a_log_axis_survives_values_that_are_not_positive() {
        append(*store, 102, -5);
        chart->setLogarithmic(true);
        chart->refresh();
        QVERIFY(chart->logarithmic());
        QVERIFY(!chart->grab().isNull());
    }

    void smoothing_and_axes_change_without_new_data() {
        chart->setSmoothing(0.9);
        chart->setXAxis(XAxis::episode);
        chart->setSlidingWindow(5.0);
        QVERIFY(chart->xAxis() == XAxis::episode);
        QVERIFY(!chart->grab().isNull());
    }

  private:
    std::unique_ptr<telemetry::SeriesStore> store;
    std::unique_ptr<TimeChart> chart;
};

QTEST_MAIN(TestTimeChart)
#include "tst_time_chart.moc"
