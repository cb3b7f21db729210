// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <cmath>
#include <limits>

#include "ui/figures/figure_export.h"
#include "ui/figures/figure_layout.h"

using namespace trimtab;
using namespace trimtab::results;

namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

/// Curves with a band, a gap, peaks far outside a fixed range, bars and points: what tries to leave the plot
/// area.
FigureSpec example() {
    FigureSpec figure;
    figure.name = "example";
    figure.title = "Example of run_7";
    figure.caption = "Smoothed.";
    figure.provenance = {{"run_7"}, "abc123", "trimtab 0.1.0"};
    FigurePanel curves;
    curves.x.label = "Environment steps";
    curves.y.label = "Episode return";
    curves.y.minimum = -1;
    curves.y.maximum = 1;
    for (int s = 0; s < 3; ++s) {
        FigureSeries series;
        series.name = "series " + std::to_string(s);
        for (int i = 0; i <= 300; ++i) {
            const double y = 1.5 * std::sin(i * 0.1 + s) + (i == 150 ? 40 : 0);
            series.x.push_back(i);
            series.y.push_back(i == 200 ? nan_value : y);
            series.low.push_back(y - 0.3);
            series.high.push_back(y + 0.3);
        }
        curves.series.push_back(series);
    }
    curves.lines = {{0.5, "SLO", false}};
    curves.events = {{100, "scaled"}};
    FigurePanel bars;
    bars.x.label = "Load pattern";
    bars.x.categories = {"ramp", "spike"};
    bars.y.label = "Latency p95";
    bars.y.unit = "ms";
    bars.y.maximum = 400;
    for (const char* name : {"ppo", "hpa"}) {
        FigureSeries series;
        series.name = name;
        series.kind = SeriesKind::bars;
        series.x = {0, 1};
        series.y = {300, 5000};
        series.low = {200, 4000};
        series.high = {900, 6000};
        bars.series.push_back(series);
    }
    figure.layout = FigureLayout::grid;
    figure.panels = {curves, bars};
    return figure;
}

QString run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(20000) || process.exitCode() != 0) return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}

std::filesystem::path path_of(const QTemporaryDir& folder, const char* name) {
    return folder.filePath(QString::fromLatin1(name)).toStdString();
}

QByteArray read(const std::filesystem::path& file) {
    QFile f(QString::fromStdString(file.string()));
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

/// Every corner of a path or polyline of an SVG.
QList<QPointF> corners(const QXmlStreamAttributes& attributes) {
    static const QRegularExpression pair(
        QStringLiteral("(-?[0-9.]+(?:e-?[0-9]+)?),(-?[0-9.]+(?:e-?[0-9]+)?)"));
    QList<QPointF> out;
    auto match = pair.globalMatch(attributes.value(QLatin1String("points")).toString() +
                                  attributes.value(QLatin1String("d")).toString());
    while (match.hasNext()) {
        const auto one = match.next();
        out.append(QPointF(one.captured(1).toDouble(), one.captured(2).toDouble()));
    }
    return out;
}

bool within(const QPointF& p, const FigureRect& r) {
    return p.x() > r.left - 0.01 && p.x() < r.right + 0.01 && p.y() > r.top - 0.01 && p.y() < r.bottom + 0.01;
}

}  // namespace

class TestFigureExport : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_pdf_has_the_journals_width_and_embedded_fonts_data() {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<double>("width");
        QTest::newRow("column") << QStringLiteral("ieee-column") << 252.0;
        QTest::newRow("page") << QStringLiteral("ieee-page") << 515.5;
        QTest::newRow("slide") << QStringLiteral("slide") << 720.0;
    }
    void a_pdf_has_the_journals_width_and_embedded_fonts() {
        QFETCH(QString, preset);
        QFETCH(double, width);
        const QTemporaryDir folder;
        const auto file = path_of(folder, "figure.pdf");
        FigureOptions options;
        options.preset = preset.toStdString();
        const auto written = ui::render_figure(example(), options, file);
        QVERIFY2(written, written ? "" : written.error().to_string().c_str());
        const QString name = QString::fromStdString(file.string());
        const QString info = run(QStringLiteral("pdfinfo"), {name});
        const auto size = QRegularExpression(QStringLiteral("Page size:\\s+([0-9.]+) x")).match(info);
        QVERIFY2(size.hasMatch(), qPrintable(info));
        QVERIFY(std::fabs(size.captured(1).toDouble() - width) <= 0.5);
        QVERIFY(info.contains(QLatin1String("Pages:           1")));
        QVERIFY(info.contains(QLatin1String("config abc123")));

        const QStringList fonts =
            run(QStringLiteral("pdffonts"), {name}).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QVERIFY(fonts.size() > 2);
        for (const QString& font : fonts.mid(2)) {
            QVERIFY2(!font.contains(QLatin1String("Type 3")), qPrintable(font));
            QVERIFY2(font.contains(QRegularExpression(QStringLiteral("\\syes\\s+(yes|no)\\s"))),
                     qPrintable(font));
        }
    }

    void text_has_8_pt_at_final_size() {
        const auto svg = ui::render_figure_svg(example(), {});
        QVERIFY(svg);
        auto sizes = QRegularExpression(QStringLiteral("font-size=\"([0-9.]+)\""))
                         .globalMatch(QString::fromUtf8(*svg));
        QVERIFY(sizes.hasNext());
        while (sizes.hasNext()) {
            const double size = sizes.next().captured(1).toDouble();
            QVERIFY(size >= 8 && size <= 10);
        }
        QVERIFY(svg->contains("width=\"88.9mm\""));  // 252 pt
        QVERIFY(svg->contains("viewBox=\"0 0 252 "));
    }

    void nothing_is_drawn_outside_the_plot_areas_and_legends() {
        const FigureSpec figure = example();
        const auto preset = find_preset("ieee-column");
        const auto font = ui::FigureFont::load(8);
        QVERIFY(font);
        const auto geometry = ui::layoutFigure(figure, *preset, {}, *font);
        QList<FigureRect> allowed;
        for (const ui::PanelGeometry& panel : geometry.panels) {
            allowed.append(panel.plot);
            allowed.append({panel.legend_at.x - 1, panel.legend_at.y - 1,
                            panel.legend_at.x + panel.legend.width + 1,
                            panel.legend_at.y + panel.legend.height + 1});
            QVERIFY(panel.plot.top >=
                    panel.legend_at.y + panel.legend.height - 0.01);  // a legend never lies over data
        }
        QStringList data_colors;
        for (int s = 0; s < 3; ++s)
            for (const double tint : {1.0, 0.55, 0.5, 0.2})
                data_colors.append(QString::fromStdString(series_style(s).color.tint(tint).hex()));

        const auto svg = ui::render_figure_svg(figure, {});
        QVERIFY(svg);
        QXmlStreamReader xml(*svg);
        bool data = false;
        int shapes = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) continue;
            const auto attributes = xml.attributes();
            if (xml.name() == QLatin1String("g"))
                data = data_colors.contains(attributes.value(QLatin1String("stroke")).toString()) ||
                       data_colors.contains(attributes.value(QLatin1String("fill")).toString());
            if (!data || (xml.name() != QLatin1String("path") && xml.name() != QLatin1String("polyline")))
                continue;
            for (const QPointF& p : corners(attributes)) {
                ++shapes;
                QVERIFY2(std::any_of(allowed.begin(), allowed.end(),
                                     [&](const FigureRect& r) { return within(p, r); }),
                         qPrintable(QStringLiteral("%1, %2").arg(p.x()).arg(p.y())));
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(shapes > 500);
    }

    void all_text_stays_on_the_page_data() {
        QTest::addColumn<QString>("preset");
        for (const char* preset : {"ieee-column", "ieee-page", "slide", "screen"})
            QTest::newRow(preset) << QString::fromLatin1(preset);
    }
    void all_text_stays_on_the_page() {
        QFETCH(QString, preset);
        const QTemporaryDir folder;
        const auto file = path_of(folder, "figure.pdf");
        FigureOptions options;
        options.preset = preset.toStdString();
        options.titled = true;
        FigureSpec figure = example();
        figure.caption = QString(QStringLiteral("A long caption. ")).repeated(30).toStdString();
        figure.panels[0].series[0].name =
            "a policy with an extraordinarily long name that does not fit into any legend row at all, ever";
        figure.panels[1].x.categories = {"a long category of the axis", "and another one that is longer"};
        QVERIFY(ui::render_figure(figure, options, file));
        const QString boxes =
            run(QStringLiteral("pdftotext"),
                {QStringLiteral("-bbox"), QString::fromStdString(file.string()), QStringLiteral("-")});
        const auto page =
            QRegularExpression(QStringLiteral("page width=\"([0-9.]+)\" height=\"([0-9.]+)\"")).match(boxes);
        QVERIFY2(page.hasMatch(), qPrintable(boxes.left(500)));
        auto words = QRegularExpression(QStringLiteral("xMin=\"(-?[0-9.]+)\" yMin=\"(-?[0-9.]+)\" "
                                                       "xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">([^<]*)"))
                         .globalMatch(boxes);
        int count = 0;
        while (words.hasNext()) {
            const auto word = words.next();
            ++count;
            QVERIFY2(word.captured(1).toDouble() > -0.5 && word.captured(2).toDouble() > -2,
                     qPrintable(word.captured()));
            QVERIFY2(word.captured(3).toDouble() < page.captured(1).toDouble() + 0.5,
                     qPrintable(word.captured()));
            QVERIFY2(word.captured(4).toDouble() < page.captured(2).toDouble() + 2,
                     qPrintable(word.captured()));
        }
        QVERIFY(count > 50);
    }

    void a_png_knows_its_size_on_paper_and_its_source() {
        const QTemporaryDir folder;
        const auto file = path_of(folder, "figure.png");
        QVERIFY(ui::render_figure(example(), {}, file));
        const QImage image(QString::fromStdString(file.string()));
        QCOMPARE(image.width(), 2100);  // 252 pt at 600 dpi
        QCOMPARE(image.dotsPerMeterX(), 23622);
        QCOMPARE(image.dotsPerMeterY(), 23622);
        QVERIFY(read(file).contains("pHYs"));
        QVERIFY(image.text(QStringLiteral("Source")).contains(QLatin1String("run_7")));
    }

    void every_series_leaves_other_marks_in_grey() {
        // One curve at a time, at the same place: no two pictures may be equal without colour.
        QList<QImage> pictures;
        for (int style = 0; style < 12; ++style) {
            FigureSpec figure = example();
            FigurePanel panel = figure.panels.front();
            panel.y = {};
            panel.series.resize(2);
            panel.series[0].style = style;
            panel.series[0].name = panel.series[1].name = "same name";
            panel.series[1].emphasis = SeriesEmphasis::ceiling;
            figure.panels = {panel};
            FigureOptions options;
            options.grey = true;
            options.png_dpi = 150;
            const auto image = ui::render_figure_image(figure, options);
            QVERIFY(image);
            QVERIFY(image->allGray());
            QVERIFY(!pictures.contains(*image));
            pictures.append(*image);
        }
    }

    void an_anonymous_file_does_not_tell_the_run() {
        const QTemporaryDir folder;
        for (const bool anonymous : {false, true})
            for (const char* name : {"figure.svg", "figure.png", "figure.pdf"}) {
                const auto file = path_of(folder, name);
                FigureOptions options;
                options.anonymous = anonymous;
                QVERIFY(ui::render_figure(example(), options, file));
                QByteArray bytes = read(file);
                bytes.replace('\0', "");  // PDF strings are UTF-16
                bool told = bytes.contains("run_7") || bytes.contains("abc123");
                if (file.extension() == ".png")
                    told = told || !QImage(QString::fromStdString(file.string()))
                                        .text(QStringLiteral("Source"))
                                        .isEmpty();
                QCOMPARE(told, !anonymous);
            }
    }

    void a_decimal_comma_changes_nothing() {
        const auto before = ui::render_figure_svg(example(), {});
        const QLocale system;
        QLocale::setDefault(QLocale(QLocale::German));
        const auto comma = ui::render_figure_svg(example(), {});
        QLocale::setDefault(system);
        QCOMPARE(*comma, *before);
    }

    void two_hundred_series_fit() {
        FigureSpec figure = example();
        FigurePanel panel = figure.panels.front();
        panel.series.resize(1);
        for (int i = 1; i < 200; ++i) {
            panel.series.push_back(panel.series.front());
            panel.series.back().name = "series " + std::to_string(i);
        }
        figure.panels = {panel};
        const auto svg = ui::render_figure_svg(figure, {});
        QVERIFY(svg);
        QVERIFY(svg->contains("+195 more"));
        const auto legend = ui::panelLegend(panel);
        QCOMPARE(legend.entries.size(), std::size_t{8});  // five series, "+N more", the SLO, the events
    }

    void an_empty_panel_tells_the_cause() {
        FigureSpec figure = example();
        figure.panels[1].series.clear();
        figure.panels[1].empty = "no baseline";
        QVERIFY(ui::render_figure_svg(figure, {})->contains("no baseline"));
    }

    void what_cannot_be_drawn_is_an_error_and_leaves_no_file_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("word");
        QTest::newRow("format") << QStringLiteral("figure.gif")
                                << QStringLiteral("pdf, svg, png, tex or csv");
        QTest::newRow("folder") << QStringLiteral("missing/figure.png") << QStringLiteral("missing");
    }
    void what_cannot_be_drawn_is_an_error_and_leaves_no_file() {
        QFETCH(QString, file);
        QFETCH(QString, word);
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(file).toStdString();
        const auto written = ui::render_figure(example(), {}, path);
        QVERIFY(!written);
        QVERIFY2(QString::fromStdString(written.error().to_string()).contains(word),
                 written.error().to_string().c_str());
        QVERIFY(!std::filesystem::exists(path));
    }
};

QTEST_MAIN(TestFigureExport)
#include "tst_figure_export.moc"
