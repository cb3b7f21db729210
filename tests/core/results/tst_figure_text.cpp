// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>
#include <limits>
#include <locale>
#include <sstream>

#include "core/results/figure_csv.h"
#include "core/results/figure_tex.h"

using namespace trimtab::results;

namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

FigureSpec example() {
    FigureSpec figure;
    figure.name = "example";
    figure.title = "Example of run_7";
    figure.caption = "Return of 100 % of run_7.";
    figure.provenance = {{"run_7"}, "abc123", "trimtab 0.1.0"};
    FigurePanel panel;
    panel.x.label = "Environment steps";
    panel.y.label = "Return & cost_usd";
    panel.y.unit = "% of runs";
    FigureSeries line;
    line.name = "run_7, \"raw\"";
    line.x = {0, 1, 2};
    line.y = {1.0 / 3, nan_value, -2.5e-7};
    line.low = {0.25, nan_value, -1};
    line.high = {0.5, nan_value, 1};
    panel.series = {line};
    panel.lines = {{0.5, "SLO", false}};
    figure.panels = {panel};
    return figure;
}

struct Comma : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
};

std::vector<std::string> rows_of(const std::string& csv) {
    std::vector<std::string> rows;
    std::istringstream in(csv);
    for (std::string line; std::getline(in, line);)
        if (!line.starts_with("#")) rows.push_back(line);
    return rows;
}

}  // namespace

class TestFigureText : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void csv_holds_every_number_exactly() {
        const auto csv = figure_to_csv(example(), {});
        QVERIFY(csv);
        const auto rows = rows_of(*csv);
        QCOMPARE(rows[0], std::string("panel,series,kind,category,x,y,low,high"));
        QCOMPARE(rows[1], std::string("1,\"run_7, \"\"raw\"\"\",line,,0,0.3333333333333333,0.25,0.5"));
        QCOMPARE(rows[2], std::string("1,\"run_7, \"\"raw\"\"\",line,,1,nan,nan,nan"));
        QCOMPARE(rows[3], std::string("1,\"run_7, \"\"raw\"\"\",line,,2,-2.5e-07,-1,1"));
        QCOMPARE(rows[4], std::string("1,SLO,reference_line,,,0.5,,"));
        QCOMPARE(std::stod(rows[1].substr(rows[1].find("0.333"))), 1.0 / 3);
    }

    void csv_names_categories() {
        FigureSpec figure = example();
        FigurePanel& panel = figure.panels.front();
        panel.x.categories = {"ramp", "spike", "a,b"};
        panel.series.front().kind = SeriesKind::bars;
        const auto csv = figure_to_csv(figure, {});
        QVERIFY(csv);
        QVERIFY(csv->find(",bars,ramp,0,") != std::string::npos);
        QVERIFY(csv->find(",bars,\"a,b\",2,") != std::string::npos);
    }

    void a_decimal_comma_of_the_system_changes_nothing() {
        const std::string csv = *figure_to_csv(example(), {}), tex = *figure_to_tex(example(), {});
        const std::locale before = std::locale::global(std::locale(std::locale::classic(), new Comma));
        const auto csv_comma = figure_to_csv(example(), {}), tex_comma = figure_to_tex(example(), {});
        std::locale::global(before);
        QCOMPARE(*csv_comma, csv);
        QCOMPARE(*tex_comma, tex);
    }

    void tex_is_balanced_and_escaped() {
        for (const bool radar : {false, true}) {
            FigureSpec figure = example();
            if (radar) {
                FigurePanel& panel = figure.panels.front();
                panel.kind = PanelKind::radar;
                panel.x.categories = {"Latency", "Cost_usd", "SLO"};
                panel.series.front().kind = SeriesKind::radar;
            }
            const auto tex = figure_to_tex(figure, {});
            QVERIFY(tex);
            int depth = 0, brackets = 0;
            std::size_t begins = 0, ends = 0;
            std::istringstream in(*tex);
            for (std::string line; std::getline(in, line);) {
                if (line.starts_with("%")) continue;
                for (std::size_t i = 0; i < line.size(); ++i) {
                    const bool escaped = i > 0 && line[i - 1] == '\\';
                    if (escaped) continue;
                    depth += (line[i] == '{') - (line[i] == '}');
                    brackets += (line[i] == '[') - (line[i] == ']');
                    QVERIFY(depth >= 0);
                    QVERIFY2(line[i] != '%' && line[i] != '#' && line[i] != '&', line.c_str());
                    if (line[i] == '_') QVERIFY2(false, line.c_str());
                }
                begins += line.find("\\begin{") != std::string::npos;
                ends += line.find("\\end{") != std::string::npos;
            }
            QCOMPARE(depth, 0);
            QCOMPARE(brackets, 0);
            QCOMPARE(begins, std::size_t{2});
            QCOMPARE(ends, std::size_t{2});
        }
    }

    void tex_keeps_gaps_bands_and_intervals() {
        FigureSpec figure = example();
        QVERIFY(figure_to_tex(figure, {})->find("1 nan") != std::string::npos);
        figure.panels.front().series.front().kind = SeriesKind::scatter;
        QVERIFY(figure_to_tex(figure, {})->find("y explicit") != std::string::npos);
    }

    void a_long_curve_is_thinned_out_for_tex_only() {
        FigureSpec figure = example();
        FigureSeries& series = figure.panels.front().series.front();
        series = {};
        for (int i = 0; i < 100'000; ++i) {
            series.x.push_back(i);
            series.y.push_back(std::sin(i * 1e-3));
        }
        const auto tex = figure_to_tex(figure, {});
        QVERIFY(tex->size() < 60'000);
        QVERIFY(tex->find("thinned out") != std::string::npos);
        QCOMPARE(rows_of(*figure_to_csv(figure, {})).size(), std::size_t{100'002});
    }

    void anonymous_files_do_not_tell_the_run() {
        FigureOptions options;
        options.anonymous = true;
        for (const auto& text : {figure_to_csv(example(), options), figure_to_tex(example(), options)}) {
            QVERIFY(text);
            for (const char* secret : {"run_7", "run\\_7", "abc123", "trimtab"})
                QVERIFY2(text->find(secret) == std::string::npos, secret);
            QVERIFY(text->find("run 1") != std::string::npos);
        }
        QVERIFY(figure_to_csv(example(), {})->find("abc123") != std::string::npos);
    }

    void a_figure_that_cannot_be_drawn_says_why() {
        FigureSpec figure = example();
        figure.panels.front().series.front().y.pop_back();
        const auto lengths = figure_to_csv(figure, {});
        QVERIFY(!lengths);
        QVERIFY(lengths.error().message.find("2 values for 3 positions") != std::string::npos);

        figure = example();
        figure.panels.front().series.front().y = {nan_value, nan_value, nan_value};
        const auto empty = figure_to_tex(figure, {});
        QVERIFY(!empty);
        QVERIFY(empty.error().code == trimtab::ErrorCode::numeric_error);

        FigureOptions options;
        options.preset = "postcard";
        const auto preset = figure_to_tex(example(), options);
        QVERIFY(!preset);
        QVERIFY(preset.error().message.find("ieee-column") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestFigureText)
#include "tst_figure_text.moc"
