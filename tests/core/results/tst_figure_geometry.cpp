// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/results/figure_geometry.h"
#include "core/results/figure_smoothing.h"
#include "core/results/figure_style.h"

using namespace trimtab::results;

namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
const FigureRect unit{0, 0, 10, 10};

}  // namespace

class TestFigureGeometry : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_line_is_cut_at_the_border_and_continues_inside() {
        const FigurePolyline line{{-5, 5}, {5, 5}, {5, 20}, {8, 20}, {8, 5}};
        const auto parts = clip_polyline(line, unit);
        QCOMPARE(parts.size(), std::size_t{2});
        QCOMPARE(parts[0], (FigurePolyline{{0, 5}, {5, 5}, {5, 10}}));
        QCOMPARE(parts[1], (FigurePolyline{{8, 10}, {8, 5}}));
    }

    void gaps_stay_gaps_and_a_lone_point_stays() {
        const FigurePolyline line{{1, 1}, {2, 2}, {3, nan_value}, {4, 4}, {5, nan_value}, {6, 6}, {7, 7}};
        const auto parts = clip_polyline(line, unit);
        QCOMPARE(parts.size(), std::size_t{3});
        QCOMPARE(parts[1], (FigurePolyline{{4, 4}}));
    }

    void a_polygon_is_cut_to_the_rectangle() {
        const FigurePolyline cut = clip_polygon({{-5, -5}, {5, -5}, {5, 5}, {-5, 5}}, unit);
        QCOMPARE(cut.size(), std::size_t{4});
        for (const FigurePoint& p : cut) QVERIFY(unit.contains(p));
        QVERIFY(clip_polygon({{20, 20}, {30, 20}, {30, 30}}, unit).empty());
    }

    void a_million_points_keep_their_peaks_and_gaps() {
        FigurePolyline line;
        for (int i = 0; i < 1'000'000; ++i) line.push_back({i * 250e-6, std::sin(i * 1e-4)});
        line[123'456].y = 40;
        line[654'321].y = nan_value;
        const FigurePolyline kept = decimate_polyline(line, 0.25);
        QVERIFY(kept.size() < 4100);
        QVERIFY(std::any_of(kept.begin(), kept.end(), [](const FigurePoint& p) { return p.y == 40; }));
        QCOMPARE(
            std::count_if(kept.begin(), kept.end(), [](const FigurePoint& p) { return std::isnan(p.y); }), 1);
        QVERIFY(
            std::is_sorted(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.x < b.x; }));
        QCOMPARE(kept.front(), line.front());
        QCOMPARE(kept.back(), line.back());
    }

    void a_step_holds_its_value_until_the_next() {
        QCOMPARE(step_polyline(FigurePolyline{{0, 1}, {2, 3}}), (FigurePolyline{{0, 1}, {2, 1}, {2, 3}}));
    }

    void hatching_stays_inside() {
        for (const double angle : {0.0, 45.0, 90.0, 135.0}) {
            const auto lines = hatch_lines(unit, angle, 2);
            QVERIFY(lines.size() >= 4);
            for (const FigurePolyline& line : lines)
                for (const FigurePoint& p : line) {
                    QVERIFY(p.x > -1e-9 && p.x < 10 + 1e-9);
                    QVERIFY(p.y > -1e-9 && p.y < 10 + 1e-9);
                }
        }
    }

    void smoothing_does_not_start_at_zero() {
        const auto smooth = debiased_ema(std::vector<double>{4, 4, nan_value, 4}, 0.9);
        QCOMPARE(smooth[0], 4.0);
        QCOMPARE(smooth[1], 4.0);
        QVERIFY(std::isnan(smooth[2]));
        QCOMPARE(smooth[3], 4.0);
        // Two values at weight w: (w (1-w) a + (1-w) b) / (1 - w^2).
        QCOMPARE(debiased_ema(std::vector<double>{1, 2}, 0.5)[1], (0.25 * 1 + 0.5 * 2) / 0.75);
    }

    void curves_are_read_between_their_points_and_not_beyond() {
        const std::vector<double> x{0, 10}, y{0, 5}, at{-1, 0, 4, 10, 11};
        const auto values = interpolate(x, y, at);
        QVERIFY(std::isnan(values[0]));
        QCOMPARE(values[1], 0.0);
        QCOMPARE(values[2], 2.0);
        QCOMPARE(values[3], 5.0);
        QVERIFY(std::isnan(values[4]));
    }

    void every_two_of_45_series_differ_in_grey() {
        for (int a = 0; a < 45; ++a)
            for (int b = a + 1; b < 45; ++b) {
                const SeriesStyle one = series_style(a), other = series_style(b);
                QVERIFY2(one.dash != other.dash || one.marker != other.marker,
                         qPrintable(QStringLiteral("%1 and %2").arg(a).arg(b)));
            }
    }

    void every_two_of_nine_bars_and_points_differ_in_grey_and_no_curve_is_yellow() {
        for (int a = 0; a < 9; ++a) {
            const FigureColor color = series_style(a).color;
            QVERIFY(color.grey().red < 180);
            QVERIFY(!(color == FigureColor{240, 228, 66}));
            for (int b = a + 1; b < 9; ++b) {
                QVERIFY(series_style(a).hatch != series_style(b).hatch);
                QVERIFY(series_style(a).marker != series_style(b).marker);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestFigureGeometry)
#include "tst_figure_geometry.moc"
