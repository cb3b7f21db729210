// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "core/telemetry/metric_registry.h"
#include "ui/figures/report_export.h"
#include "ui/figures/training_progress_picture.h"

using namespace trimtab;
using namespace trimtab::results;

namespace {

FigureSpec figure() {
    FigureSpec out;
    out.name = "curve";
    out.title = "Curve";
    out.caption = "A curve of training_7.";
    out.provenance.run_ids = {"training_7"};
    FigurePanel panel;
    panel.x.label = "Environment steps";
    panel.y.label = "Episode return";
    FigureSeries series;
    series.x = {0, 1, 2};
    series.y = {1, 2, 3};
    panel.series = {series};
    out.panels = {panel};
    return out;
}

Report report(std::size_t rows) {
    ReportTable table;
    table.caption = "A long table: with rows.";
    table.header = {"Policy", "Return", "Whole-run p95 (ms)"};
    for (std::size_t i = 0; i < rows; ++i)
        table.rows.push_back({"row-" + std::to_string(i), ReportCell("1 < 2 & 3", i == 0), "500"});
    return {"Report", {{"Tables", {"A paragraph.", table}}, {"Figures", {figure(), figure()}}}};
}

QString run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(20000) || process.exitCode() != 0) return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}

}  // namespace

class TestReportExport : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_pdf_has_every_row_on_a4_pages_with_embedded_fonts() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("report.pdf"));
        QVERIFY(ui::write_report(report(150), {}, file.toStdString()));
        const QString info = run(QStringLiteral("pdfinfo"), {file});
        QVERIFY2(info.contains(QLatin1String("A4")), qPrintable(info));
        const QString text =
            run(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), file, QStringLiteral("-")});
        for (int i = 0; i < 150; ++i)
            QVERIFY2(text.contains(QStringLiteral("row-%1 ").arg(i)), qPrintable(QString::number(i)));
        QVERIFY(text.contains(QLatin1String("continued")));
        QVERIFY(text.contains(QLatin1String("1 < 2 & 3")));
        QCOMPARE(text.count(QLatin1String("Environment steps")),
                 2);  // text of the figures, not a bitmap of it
        const QStringList fonts =
            run(QStringLiteral("pdffonts"), {file}).split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
        QVERIFY(!fonts.isEmpty());
        for (const QString& font : fonts)
            QVERIFY2(!font.contains(QLatin1String("Type 3")) && font.contains(QLatin1String(" yes ")),
                     qPrintable(font));
    }

    void html_holds_the_figures() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("report.html"));
        QVERIFY(ui::write_report(report(3), {}, file.toStdString()));
        QFile html(file);
        QVERIFY(html.open(QIODevice::ReadOnly));
        const QByteArray bytes = html.readAll();
        QCOMPARE(bytes.count("<svg"), 2);
        QVERIFY(bytes.contains("<b>1 &lt; 2 &amp; 3</b>"));
    }

    void text_and_errors() {
        const QTemporaryDir folder;
        QVERIFY(ui::write_report(report(3), {}, folder.filePath(QStringLiteral("r.txt")).toStdString()));
        const auto word =
            ui::write_report(report(3), {}, folder.filePath(QStringLiteral("r.doc")).toStdString());
        QVERIFY(!word);
        QVERIFY(word.error().code == ErrorCode::unsupported);
        QVERIFY(
            !ui::write_report(report(3), {}, folder.filePath(QStringLiteral("missing/r.pdf")).toStdString()));
    }

    void training_progress_is_drawn_as_soon_as_there_is_something() {
        const QTemporaryDir folder;
        const std::filesystem::path png =
            folder.filePath(QStringLiteral("training_progress.png")).toStdString();
        TrainingProgress progress;
        QVERIFY(ui::draw_training_progress(progress, png));
        QVERIFY(!std::filesystem::exists(png));
        telemetry::Row row;
        row.kind = telemetry::RowKind::episode;
        row.label = "ramp";
        row.values = {{telemetry::metric::episode_return, 1.5}, {telemetry::metric::episode_length, 10}};
        progress.add(row);
        QVERIFY(ui::draw_training_progress(progress, png));
        QVERIFY(std::filesystem::file_size(png) > 1000);
    }
};

QTEST_MAIN(TestReportExport)
#include "tst_report_export.moc"
