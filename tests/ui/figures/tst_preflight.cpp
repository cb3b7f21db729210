// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>

#include "ui/figures/color_vision.h"
#include "ui/figures/figure_export.h"
#include "ui/figures/figure_hit.h"
#include "ui/figures/figure_painter.h"
#include "ui/figures/preflight.h"

using namespace trimtab;
using namespace trimtab::ui;

namespace {

results::FigureSpec twoCurves() {
    results::FigureSpec figure;
    figure.name = "two";
    figure.title = "Two curves";
    results::FigurePanel panel;
    panel.x.label = "Step";
    panel.y.label = "Value";
    for (const char* name : {"a", "b"}) {
        results::FigureSeries series;
        series.name = name;
        for (int i = 0; i < 5; ++i) {
            series.x.push_back(i);
            series.y.push_back(i + panel.series.size());
        }
        panel.series.push_back(series);
    }
    figure.panels = {panel};
    return figure;
}

const PreflightCheck& named(const std::vector<PreflightCheck>& checks, const QString& part) {
    return *std::ranges::find_if(checks, [&](const auto& check) { return check.rule.contains(part); });
}

}  // namespace

class TestPreflight : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_proper_figure_passes_every_rule_data() {
        QTest::addColumn<QString>("preset");
        for (const char* preset : {"ieee-column", "ieee-page"}) QTest::newRow(preset) << QString(preset);
    }
    void a_proper_figure_passes_every_rule() {
        QFETCH(QString, preset);
        const results::FigureOptions options{.preset = preset.toStdString()};
        const auto pdf = render_figure_pdf(twoCurves(), options);
        QVERIFY(pdf);
        const auto checks = preflight(twoCurves(), options, *pdf);
        QCOMPARE(checks.size(), std::size_t(6));
        for (const PreflightCheck& check : checks)
            QVERIFY2(check.passed, qPrintable(check.rule + u' ' + check.detail));
    }

    void every_broken_rule_is_found() {
        results::FigureSpec figure = twoCurves();
        figure.panels[0].y.scale = results::AxisScale::logarithmic;
        figure.panels[0].series[0].y[0] = -1;
        figure.panels[0].series[1].style = 0;
        figure.panels[0].series[0].style = 0;
        const results::FigureOptions options{.png_dpi = 96};
        const auto pdf = render_figure_pdf(figure, {.preset = "ieee-page"});
        QVERIFY(pdf);
        const auto checks = preflight(figure, options, *pdf);
        for (const char* rule : {"Width", "grey", "Nothing outside", "600 dpi"})
            QVERIFY2(!named(checks, QLatin1String(rule)).passed, rule);
        const auto empty = preflight(figure, options, QByteArray());
        QVERIFY(!named(empty, QStringLiteral("Fonts")).passed);
    }

    void dichromats_lose_red_against_green_and_keep_blue_data() {
        QTest::addColumn<int>("vision");
        QTest::newRow("deuteranopia") << static_cast<int>(ColorVision::deuteranopia);
        QTest::newRow("protanopia") << static_cast<int>(ColorVision::protanopia);
    }
    void dichromats_lose_red_against_green_and_keep_blue() {
        QFETCH(int, vision);
        QImage image(4, 1, QImage::Format_RGB32);
        image.setPixelColor(0, 0, QColor(200, 80, 0));
        image.setPixelColor(1, 0, QColor(0, 160, 60));
        image.setPixelColor(2, 0, QColor(0, 80, 220));
        image.setPixelColor(3, 0, Qt::white);
        const QImage seen = seenWith(static_cast<ColorVision>(vision), image);
        const auto hue = [&](int x) { return seen.pixelColor(x, 0).hslHue(); };
        const auto apart = [](int a, int b) { return std::min(std::abs(a - b), 360 - std::abs(a - b)); };
        QVERIFY(apart(hue(0), hue(1)) < 30);
        QVERIFY(apart(hue(0), hue(2)) > 100);
        QCOMPARE(seen.pixelColor(3, 0).lightness() > 250, true);
    }

    void the_value_under_the_pointer_is_found_and_said() {
        const results::FigureSpec figure = twoCurves();
        const auto font = FigureFont::load(8);
        QVERIFY(font);
        const auto preset = results::find_preset("ieee-column");
        const FigureGeometry geometry = layoutFigure(figure, *preset, {}, *font);
        const PanelGeometry& panel = geometry.panels.front();
        // The third value of the second curve.
        const results::FigurePoint at{panel.plot.left + panel.plot.width() * panel.x.position(2),
                                      panel.plot.bottom - panel.plot.height() * panel.y.position(3)};
        const auto hit = nearestValue(figure, geometry, *font, {at.x + 2, at.y - 1}, 6);
        QVERIFY(hit);
        QCOMPARE(hit->series, std::size_t(1));
        QCOMPARE(hit->index, std::size_t(2));
        QCOMPARE(valueText(figure, *hit), QStringLiteral("b, Step 2: 3"));
        QVERIFY(!nearestValue(figure, geometry, *font, {at.x + 40, at.y + 60}, 3));
        QVERIFY(figureSummary(figure).contains(QStringLiteral("a: 5 values, last 4, smallest 0, largest 4")));
    }

    void greys_stand_between_the_ground_and_its_text() {
        QImage image(10, 10, QImage::Format_RGB32);
        QPainter painter(&image);
        const FigureInk dark(painter,
                             {.screen = true, .paper = QColor(30, 30, 30), .text = QColor(230, 230, 230)});
        QCOMPARE(dark.color({255, 255, 255}), QColor(30, 30, 30));
        QCOMPARE(dark.color({0, 0, 0}), QColor(230, 230, 230));
        QVERIFY(dark.color(ink_black).lightness() > 200);
        const results::FigureColor orange = results::series_style(1).color;
        QCOMPARE(dark.color(orange), QColor(orange.red, orange.green, orange.blue));
        // A tint goes towards the ground, not towards white.
        QVERIFY(dark.color(dark.tint(orange, 0.2)).lightness() < 90);
        const FigureInk paper(painter, {});
        QCOMPARE(paper.tint(orange, 0.2), orange.tint(0.2));
    }
};

QTEST_MAIN(TestPreflight)
#include "tst_preflight.moc"
