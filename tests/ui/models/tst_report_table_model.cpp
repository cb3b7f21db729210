// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QFont>
#include <QtTest>

#include "ui/models/report_table_model.h"
#include "ui/settings/theme.h"

using namespace trimtab;
using namespace trimtab::ui;

class TestReportTableModel : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void it_keeps_the_contract_and_shows_best_and_verdict() {
        ReportTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(
            {"", {"Policy", "Return", "Verdict"}, {{"a", {"2.5 [2, 3]", true}, "better"}, {"b", "10.1"}}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.columnCount(), 3);
        QVERIFY(model.index(0, 1).data(Qt::FontRole).value<QFont>().bold());
        QCOMPARE(model.index(0, 2).data(Qt::ForegroundRole).value<QColor>(), themeColors().good);
        // A short row is no error.
        QVERIFY(!model.index(1, 2).data().isValid());
    }

    void numbers_sort_by_value() {
        ReportTableModel model;
        model.setTable({"", {"n"}, {{"10.1 [9, 11]"}, {"9.5"}, {"none"}}});
        model.sort(0, Qt::DescendingOrder);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("10.1 [9, 11]"));
        model.sort(0, Qt::AscendingOrder);
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("9.5"));
    }

    void every_value_of_a_figure_has_a_row() {
        results::FigureSpec figure;
        figure.panels.resize(1);
        figure.panels[0].x.categories = {"ramp", "spike"};
        results::FigureSeries bars;
        bars.name = "ppo";
        bars.kind = results::SeriesKind::bars;
        bars.x = {0, 1};
        bars.y = {1, NAN};
        bars.low = {0.5, NAN};
        bars.high = {1.5, NAN};
        figure.panels[0].series = {bars};
        const auto table = figureDataTable(figure);
        QCOMPARE(table.rows.size(), std::size_t(2));
        QCOMPARE(table.rows[0][2].text, std::string("ramp"));
        QCOMPARE(table.rows[0][4].text, std::string("0.5"));
        QCOMPARE(table.rows[1][3].text, std::string());
    }
};

QTEST_MAIN(TestReportTableModel)
#include "tst_report_table_model.moc"
