// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDockWidget>
#include <QImage>
#include <QLabel>
#include <QtTest>
#include <set>

#include "tests/app/workbench_fixture.h"
#include "ui/charts/time_chart.h"
#include "ui/settings/theme.h"
#include "ui/views/mode_view.h"

using namespace trimtab;
using namespace trimtab::tests;

namespace {

/// How many colours a picture has, up to `enough`.
int colours_in(const QImage& image, int enough) {
    std::set<QRgb> seen;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            seen.insert(image.pixel(x, y));
            if (static_cast<int>(seen.size()) >= enough) return enough;
        }
    return static_cast<int>(seen.size());
}

QStringList mode_ids(const WorkbenchFixture& bench) {
    QStringList ids;
    for (const auto& command : bench.workbench().actions.commands())
        if (command.spec.id.startsWith(QLatin1String("mode."))) ids << command.spec.id.mid(5);
    return ids;
}

}  // namespace

/// Writes a picture of the whole window in each mode and of every dock, in both looks, to SCREENS_DIR: for
/// eyes. What a program can see of them is tested: nothing is blank, and nothing is cut at the smallest size.
class TestWorkbenchScreens : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void screens_data() {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light-1366x768") << false << QSize(1366, 768);
        QTest::newRow("dark-1366x768") << true << QSize(1366, 768);
        QTest::newRow("light-2560x1440") << false << QSize(2560, 1440);
        QTest::newRow("dark-2560x1440") << true << QSize(2560, 1440);
    }
    void screens() {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        const WorkbenchFixture bench;
        bench.workbench().settings.setColorScheme(dark ? ui::ColorScheme::dark : ui::ColorScheme::light);
        Q_EMIT bench.window().colorSchemeChosen();
        bench.window().resize(size);
        const QDir dir(QStringLiteral(SCREENS_DIR "/") + QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(QDir().mkpath(dir.path()));
        for (const QString& id : mode_ids(bench)) {
            bench.window().showMode(id);
            QTest::qWait(100);
            const QImage screen = bench.window().grab().toImage();
            QVERIFY(screen.save(dir.filePath(id + QStringLiteral(".png"))));
            QVERIFY2(colours_in(screen, 30) == 30, qPrintable(id + " is blank"));
            for (QDockWidget* dock : bench.window().mode(id)->findChildren<QDockWidget*>()) {
                bench.window().mode(id)->raisePanel(dock->objectName());
                QTest::qWait(20);
                const QImage panel = dock->grab().toImage();
                QVERIFY(panel.save(
                    dir.filePath(id + QLatin1Char('-') + dock->objectName() + QStringLiteral(".png"))));
                for (auto* chart : dock->findChildren<ui::TimeChart*>()) {
                    const QColor ground = chart->grab().toImage().pixelColor(2, chart->height() - 3);
                    QVERIFY2((ground.lightnessF() < 0.5) == dark,
                             qPrintable(dock->objectName() + ": " + chart->title() + " keeps another look"));
                }
                QVERIFY2(colours_in(panel, 12) == 12, qPrintable(dock->objectName() + " is blank"));
            }
        }
    }

    void the_window_fits_a_small_screen_in_every_mode() {
        const WorkbenchFixture bench;
        for (const QString& id : mode_ids(bench)) {
            bench.window().showMode(id);
            QTest::qWait(50);
            // A window manager's frame and a panel of the desktop need some pixels too.
            const QSize least = bench.window().minimumSizeHint().expandedTo(bench.window().minimumSize());
            QVERIFY2(
                least.width() <= 1360 && least.height() <= 700,
                qPrintable(QStringLiteral("%1 needs %2x%3").arg(id).arg(least.width()).arg(least.height())));
            for (const QDockWidget* dock : bench.window().mode(id)->findChildren<QDockWidget*>()) {
                const QSize panel = dock->minimumSizeHint();
                QVERIFY2(panel.width() <= 760 && panel.height() <= 420,
                         qPrintable(QStringLiteral("%1 needs %2x%3")
                                        .arg(dock->objectName())
                                        .arg(panel.width())
                                        .arg(panel.height())));
            }
        }
    }
};

QTEST_MAIN(TestWorkbenchScreens)
#include "tst_workbench_screens.moc"
