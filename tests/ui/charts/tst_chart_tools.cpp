// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QToolBar>
#include <QVBoxLayout>
#include <QtTest>

#include "ui/charts/chart_board.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/chart_tools.h"

using namespace trimtab;
using namespace trimtab::ui;

namespace {

void append(telemetry::SeriesStore& store, std::int64_t step,
            std::initializer_list<std::pair<int, double>> values) {
    telemetry::Row row;
    row.kind = telemetry::RowKind::episode;
    row.step = step;
    row.episode = step / 10;
    row.wall_s = 0.5 * static_cast<double>(step);
    row.values.assign(values.begin(), values.end());
    store.accept(row);
}

ChartCurve curve(const telemetry::SeriesStore& store, int metric, const QString& name) {
    return {&store, {telemetry::RowKind::episode, metric}, {name, Qt::blue}, true};
}

}  // namespace

class TestChartTools : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        store = std::make_unique<telemetry::SeriesStore>();
        for (int i = 0; i < 100; ++i) append(*store, i, {{1, i}, {2, 100 - i}});
        window = std::make_unique<QWidget>();
        tools = std::make_unique<ChartTools>();
        auto* column = new QVBoxLayout(window.get());
        column->addWidget(tools->toolBar(window.get()));
        for (TimeChart** chart : {&first, &second}) {
            *chart = new TimeChart(chart == &first ? QStringLiteral("First") : QStringLiteral("Second"), {});
            (*chart)->addCurve(curve(*store, chart == &first ? 1 : 2, QStringLiteral("a \"b\", c")));
            tools->add(*chart);
            column->addWidget(*chart);
        }
        window->resize(900, 600);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }
    void cleanup() {
        window.reset();
        tools.reset();
        store.reset();
    }

    void zooming_one_chart_zooms_all_and_reset_frees_all() {
        tools->setCurrent(first);
        trigger("chart.zoomIn");
        QVERIFY(first->zoomed() && second->zoomed());
        QCOMPARE(first->view(), second->view());
        const auto before = second->view();
        trigger("chart.panRight");
        QVERIFY(second->view().first > before.first);
        trigger("chart.reset");
        QVERIFY(!first->zoomed() && !second->zoomed());
    }

    void a_click_chooses_the_chart_for_log_table_and_picture() {
        QTest::mouseClick(second, Qt::LeftButton, {}, QPoint(100, 100));
        QVERIFY(tools->current() == second);
        trigger("chart.log");
        QVERIFY(second->logarithmic() && !first->logarithmic());
        tools->setCurrent(first);
        QVERIFY(!tools->action(QStringLiteral("chart.log"))->isChecked());
        const QSignalSpy copied(tools.get(), &ChartTools::pictureCopied);
        trigger("chart.copy");
        QCOMPARE(copied.count(), 1);
        QVERIFY(!QApplication::clipboard()->pixmap().isNull());
    }

    void pause_window_axis_and_smoothing_reach_every_chart() {
        trigger("chart.pause");
        QVERIFY(first->paused() && second->paused());
        trigger("chart.pause");
        QVERIFY(!second->paused());
        auto* axis = window->findChild<QComboBox*>(QStringLiteral("chartXAxis"));
        axis->setCurrentIndex(1);
        QVERIFY(second->xAxis() == XAxis::episode);
        auto* width = window->findChild<QComboBox*>(QStringLiteral("chartWindow"));
        QVERIFY(width->count() > 2);
        auto* slider = window->findChild<QSlider*>(QStringLiteral("chartSmoothing"));
        slider->setValue(50);
        QVERIFY(std::abs(first->smoothing() - 0.99) < 1e-9);
        QVERIFY(window->findChild<QLabel*>(QStringLiteral("chartSmoothingText"))
                    ->text()
                    .contains(QStringLiteral("100")));
        slider->setValue(0);
        QCOMPARE(second->smoothing(), 0.0);
    }

    void charts_of_their_own_axis_are_left_alone() {
        auto* own = new TimeChart(QStringLiteral("Own"), {});
        own->addCurve(curve(*store, 1, QStringLiteral("x")));
        tools->add(own, false);
        window->layout()->addWidget(own);
        QTest::qWait(0);
        tools->setCurrent(first);
        trigger("chart.zoomIn");
        QVERIFY(!own->zoomed());
        tools->setXAxis(XAxis::wall);
        QVERIFY(own->xAxis() == XAxis::step);
    }

    void the_table_has_every_number_sorts_and_copies_csv() {
        first->addCurve(curve(*store, 2, QStringLiteral("other")));
        tools->showTable(first);
        auto* table = window->findChild<ChartTable*>();
        QVERIFY(table != nullptr);
        const QAbstractItemModelTester tester(&table->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table->model().rowCount(), 100);
        QCOMPARE(table->model().columnCount(), 5);
        auto* view = table->findChild<QTableView*>(QStringLiteral("chartTableView"));
        view->sortByColumn(ChartTableModel::firstCurve + 1, Qt::AscendingOrder);
        QCOMPARE(view->model()->index(0, 0).data(ChartTableModel::numberRole).toDouble(), 99.0);
        append(*store, 100, {{1, 7}});
        QTest::mouseClick(table->findChild<QPushButton*>(QStringLiteral("chartTableAgain")), Qt::LeftButton);
        QCOMPARE(table->model().rowCount(), 101);
        QTest::mouseClick(table->findChild<QPushButton*>(QStringLiteral("chartTableCopy")), Qt::LeftButton);
        const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines[0], QStringLiteral("step,episode,wall time (s),\"a \"\"b\"\", c\",other"));
        QCOMPARE(lines[1], QStringLiteral("0,0,0,0,100"));
        QCOMPARE(lines[101], QStringLiteral("100,10,50,7,"));
    }

    void a_merged_series_says_how_many_points_a_row_is() {
        telemetry::SeriesStore small(4);
        for (int i = 0; i < 16; ++i) append(small, i, {{1, i}});
        ChartTableModel model;
        model.read({curve(small, 1, QStringLiteral("x"))});
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.pointsPerRow(), 4U);
        QCOMPARE(model.index(0, 3).data(ChartTableModel::numberRole).toDouble(), 1.5);
    }

    void a_board_has_as_many_columns_as_fit() {
        ChartBoard board;
        for (int i = 0; i < 6; ++i) board.add(new TimeChart(QStringLiteral("c%1").arg(i), {}));
        board.resize(760, 500);
        board.show();
        QVERIFY(QTest::qWaitForWindowExposed(&board));
        QCOMPARE(board.charts()[0]->y(), board.charts()[1]->y());
        QVERIFY(board.charts()[2]->y() > board.charts()[1]->y());
        board.resize(1200, 500);
        QTRY_COMPARE(board.charts()[0]->y(), board.charts()[2]->y());
        QVERIFY(board.charts()[3]->y() > board.charts()[2]->y());
    }

  private:
    void trigger(const char* name) { tools->action(QLatin1String(name))->trigger(); }

    std::unique_ptr<telemetry::SeriesStore> store;
    std::unique_ptr<QWidget> window;
    std::unique_ptr<ChartTools> tools;
    TimeChart* first = nullptr;
    TimeChart* second = nullptr;
};

QTEST_MAIN(TestChartTools)
#include "tst_chart_tools.moc"
