// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "ui/settings/settings.h"
#include "ui/settings/theme.h"

using namespace trimtab::ui;

namespace {

/// Relative luminance of WCAG 2.
double luminance(const QColor& c) {
    const auto part = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace

class TestSettings : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void what_is_set_is_there_at_the_next_start() {
        const QTemporaryDir dir;
        const QString file = dir.filePath("s.ini");
        {
            Settings settings(file);
            settings.setColorScheme(ColorScheme::dark);
            settings.setResultsDir("/data/rl");
            settings.setMode("train");
            settings.setLayout("train", "layout");
            settings.setUnsavedConfig("agent: {gamma: 0.9}\n");
            settings.addRecentRun("/rl/a");
            settings.addRecentRun("/rl/b");
            settings.addRecentRun("/rl/a");
        }
        const Settings settings(file);
        QVERIFY(settings.colorScheme() == ColorScheme::dark);
        QCOMPARE(settings.resultsDir(), QStringLiteral("/data/rl"));
        QCOMPARE(settings.mode(), QStringLiteral("train"));
        QCOMPARE(settings.layout("train"), QByteArray("layout"));
        QCOMPARE(settings.layout("compare"), QByteArray());
        QCOMPARE(settings.unsavedConfig(), QStringLiteral("agent: {gamma: 0.9}\n"));
        QCOMPARE(settings.recentRuns(), QStringList({"/rl/a", "/rl/b"}));
        QVERIFY(settings.problem().isEmpty());
    }

    void twelve_recent_entries_are_kept() {
        const QTemporaryDir dir;
        Settings settings(dir.filePath("s.ini"));
        for (int i = 0; i < 20; ++i) settings.addRecentConfig(QString::number(i));
        QCOMPARE(settings.recentConfigs().size(), 12);
        QCOMPARE(settings.recentConfigs().first(), QStringLiteral("19"));
    }

    void a_broken_file_reads_as_defaults_and_says_so() {
        const QTemporaryDir dir;
        QFile file(dir.filePath("s.ini"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[look]\n\x01\x02 this is no settings file\n]]]\ncolorScheme\n");
        file.close();
        Settings settings(file.fileName());
        QVERIFY(settings.colorScheme() == ColorScheme::system);
        settings.setMode("train");
        QVERIFY2(settings.problem().contains(file.fileName()), qPrintable(settings.problem()));
        QVERIFY(settings.problem().contains("fresh"));
    }

    void a_place_that_cannot_be_written_is_told() {
        const QTemporaryDir dir;
        QFile file(dir.filePath("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        // Below a file nothing can be made, also not by root.
        Settings settings(dir.filePath("file/s.ini"));
        settings.setMode("train");
        QCOMPARE(settings.mode(), QStringLiteral("train"));
        QVERIFY(!settings.writable());
        QVERIFY(settings.problem().contains("--settings"));
    }

    void text_can_be_read_on_every_background_of_both_looks() {
        for (const bool dark : {false, true}) {
            applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), dark);
            const ThemeColors& c = themeColors();
            QCOMPARE(c.dark, dark);
            for (const QColor& back : {c.window, c.base, c.raised}) {
                QVERIFY(contrast(c.text, back) >= 7);
                for (const QColor& ink : {c.mutedText, c.good, c.warning, c.danger, c.accent})
                    QVERIFY2(contrast(ink, back) >= 4.5,
                             qPrintable(QStringLiteral("%1 on %2").arg(ink.name(), back.name())));
            }
            QVERIFY(contrast(c.onAccent, c.accent) >= 4.5);
        }
    }

    void an_icon_takes_the_colour_of_the_look() {
        auto& application = *qobject_cast<QApplication*>(QCoreApplication::instance());
        const QIcon icon = themedIcon("pause");
        QVERIFY(!icon.isNull());
        applyTheme(application, false);
        const QImage light = icon.pixmap(24, 24).toImage();
        applyTheme(application, true);
        const QImage dark = icon.pixmap(24, 24).toImage();
        QVERIFY(light != dark);
        QVERIFY(themedIcon("no such drawing").isNull());
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
