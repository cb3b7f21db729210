// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "core/results/run_folder.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/figure_preview.h"
#include "ui/widgets/command_line_box.h"
#include "ui/widgets/inline_message.h"

using namespace trimtab;
using namespace trimtab::ui;

namespace {

constexpr int job_ms = 120000;

QString output(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

}  // namespace

/// The export of the sample comparison, copied to where it may be written.
class TestExportDialog : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        folder = std::make_unique<QTemporaryDir>();
        const QDir samples(QStringLiteral(TRIMTAB_SOURCE_DIR "/resources/samples"));
        const QStringList found = samples.entryList({QStringLiteral("comparison_*")}, QDir::Dirs);
        QCOMPARE(found.size(), 1);
        run = folder->filePath(found.front());
        QVERIFY(QDir().mkpath(run));
        const QDir source(samples.filePath(found.front()));
        for (const QString& file : source.entryList(QDir::Files))
            QVERIFY(QFile::copy(source.filePath(file), run + u'/' + file));
        dialog = std::make_unique<ExportDialog>(QStringList{run}, service);
        QSignalSpy drawn(&dialog->preview(), &FigurePreview::drawn);
        dialog->show();
        QVERIFY(drawn.wait(job_ms));
        dialog->setOutFolder(folder->filePath(QStringLiteral("out")));
    }
    void cleanup() { dialog.reset(); }

    void every_figure_of_the_sample_keeps_the_rules() {
        auto* names = dialog->findChild<QListWidget*>(QStringLiteral("exportFigures"));
        QVERIFY(names->count() >= 5);
        for (int i = 0; i < names->count(); ++i) {
            if (i > 0) {
                QSignalSpy drawn(&dialog->preview(), &FigurePreview::drawn);
                names->setCurrentRow(i);
                QVERIFY(drawn.wait(job_ms));
            }
            for (const PreflightCheck& check : dialog->preview().checks())
                QVERIFY2(check.passed,
                         qPrintable(names->item(i)->text() + u' ' + check.rule + u' ' + check.detail));
        }
    }

    void exported_figures_embed_their_fonts_and_have_the_journals_width_data() {
        QTest::addColumn<int>("preset");
        QTest::addColumn<QString>("width");
        QTest::newRow("one column") << 0 << "252(\\.\\d+)?";
        // A PDF page has whole points.
        QTest::newRow("two columns") << 1 << "51[56](\\.\\d+)?";
    }
    void exported_figures_embed_their_fonts_and_have_the_journals_width() {
        QFETCH(int, preset);
        QFETCH(QString, width);
        dialog->findChild<QComboBox*>(QStringLiteral("exportPreset"))->setCurrentIndex(preset);
        click("exportNone");
        QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("exportStart"))->isEnabled());
        auto* names = dialog->findChild<QListWidget*>(QStringLiteral("exportFigures"));
        names->item(0)->setCheckState(Qt::Checked);
        QVERIFY(dialog->findChild<CommandLineBox*>()->commandLine().contains(QStringLiteral("--only")));
        const QStringList files = exported();
        QCOMPARE(files.size(), 1);
        const QString info = output(QStringLiteral("pdfinfo"), {files.front()});
        QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Page size:\\s+%1 x").arg(width))),
                 qPrintable(info));
        const QStringList fonts =
            output(QStringLiteral("pdffonts"), {files.front()}).split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(!fonts.isEmpty());
        for (const QString& font : fonts) {
            QVERIFY2(!font.contains(QStringLiteral("Type 3")), qPrintable(font));
            QVERIFY2(font.contains(QRegularExpression(QStringLiteral("\\byes\\s+(yes|no)\\s+(yes|no)"))),
                     qPrintable(font));
        }
    }

    void all_formats_a_report_and_a_bundle_are_written_in_one_go() {
        for (QCheckBox* box : dialog->findChildren<QCheckBox*>())
            if (box->objectName().startsWith(QLatin1String("format-")) ||
                box->objectName() == QLatin1String("exportReports") ||
                box->objectName() == QLatin1String("exportBundle"))
                box->setChecked(true);
        const int figures = dialog->findChild<QListWidget*>(QStringLiteral("exportFigures"))->count();
        QVERIFY(dialog->findChild<CommandLineBox*>()->commandLine().contains(
            QStringLiteral("&& trimtab report")));
        const QStringList files = exported();
        // Five formats, four parts of the report, the bundle.
        QCOMPARE(files.size(), 5 * figures + 4 + 1);
        for (const QString& file : files) QVERIFY2(QFileInfo(file).size() > 0, qPrintable(file));
        QVERIFY(results::verify_artefacts(run.toStdString())->empty());
    }

    void the_preview_is_seen_in_four_ways() {
        QList<QImage> seen;
        for (int vision = 0; vision < 4; ++vision) {
            dialog->findChild<QAbstractButton*>(QStringLiteral("vision%1").arg(vision))->click();
            seen.append(dialog->preview().shownImage());
            for (int k = 0; k < vision; ++k) QVERIFY(seen[k] != seen[vision]);
        }
        const QImage& grey = seen[1];
        for (int y = 0; y < grey.height(); y += 3)
            for (int x = 0; x < grey.width(); x += 3) QVERIFY(qIsGray(grey.pixel(x, y)));
    }

    void a_folder_that_cannot_be_made_is_told_inline() {
        QFile blocker(folder->filePath(QStringLiteral("file")));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        dialog->setOutFolder(blocker.fileName() + QStringLiteral("/below"));
        QSignalSpy finished(&service, &runtime::RunService::jobFinished);
        click("exportStart");
        QVERIFY(finished.wait(job_ms));
        QVERIFY(dialog->message().isVisibleTo(dialog.get()));
        QVERIFY2(dialog->message().text().contains(QStringLiteral("folder")),
                 qPrintable(dialog->message().text()));
        QVERIFY(dialog->findChild<QPushButton*>(QStringLiteral("exportStart"))->isEnabled());
    }

    void the_shown_figure_can_be_copied() {
        QGuiApplication::clipboard()->clear();
        click("exportCopy");
        QTRY_VERIFY(!QGuiApplication::clipboard()->image().isNull());
    }

  private:
    void click(const char* name) {
        QTest::mouseClick(dialog->findChild<QAbstractButton*>(QLatin1String(name)), Qt::LeftButton);
    }
    QStringList exported() {
        QSignalSpy done(dialog.get(), &ExportDialog::exported);
        click("exportStart");
        return done.wait(job_ms) ? done.front().front().toStringList() : QStringList();
    }

    runtime::RunService service;
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<ExportDialog> dialog;
    QString run;
};

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
