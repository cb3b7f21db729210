// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "ui/models/open_requests.h"

using namespace trimtab::ui;

namespace {

QString write(const QTemporaryDir& dir, const QString& name, const QByteArray& text) {
    const QString path = dir.filePath(name);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(text);
    return path;
}

}  // namespace

class TestOpenRequests : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_path_is_known_by_its_name_and_first_bytes_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const char* text, LogPlace::Kind kind) {
            QTest::newRow(name) << QString(name) << QByteArray(text) << static_cast<int>(kind);
        };
        row("a.yaml", "agent: {}", LogPlace::Kind::config);
        row("a.YML", "agent: {}", LogPlace::Kind::config);
        row("a.json", "{\"agent\": {}}", LogPlace::Kind::config);
        row("range.json", "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\"}}",
            LogPlace::Kind::trace);
        row("a.csv", "t_s,rps", LogPlace::Kind::trace);
        row("access.log", "x", LogPlace::Kind::trace);
        row("best_model.pt", "x", LogPlace::Kind::checkpoint);
        row("a.docx", "x", LogPlace::Kind::none);
    }
    void a_path_is_known_by_its_name_and_first_bytes() {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        const QTemporaryDir dir;
        QCOMPARE(static_cast<int>(OpenRequests::placeOf(write(dir, name, text)).kind), kind);
    }

    void a_folder_is_a_run_and_so_is_a_document_of_one() {
        const QTemporaryDir dir;
        QCOMPARE(static_cast<int>(OpenRequests::placeOf(dir.path()).kind),
                 static_cast<int>(LogPlace::Kind::run));
        write(dir, "training_1/manifest.json", "{}");
        const LogPlace place = OpenRequests::placeOf(write(dir, "training_1/training_progress.json", "{}"));
        QCOMPARE(static_cast<int>(place.kind), static_cast<int>(LogPlace::Kind::run));
        QCOMPARE(place.target, dir.filePath("training_1"));
    }

    void what_cannot_be_opened_is_refused_with_a_reason() {
        OpenRequests requests;
        QSignalSpy refused(&requests, &OpenRequests::refused);
        QVERIFY(!requests.openPath("/nowhere/at/all.yaml"));
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused.first().at(1).toString().contains("no such file"));
    }

    void a_place_asks_for_what_it_is() {
        OpenRequests requests;
        QSignalSpy config(&requests, &OpenRequests::configRequested);
        QSignalSpy job(&requests, &OpenRequests::jobRequested);
        requests.openPlace({LogPlace::Kind::config, "a.yaml", 12});
        requests.openPlace({LogPlace::Kind::job, "7", 0});
        requests.openPlace({});
        QCOMPARE(config.first().at(1).toInt(), 12);
        QCOMPARE(job.first().at(0).value<trimtab::runtime::JobId>(), trimtab::runtime::JobId{7});
    }
};

QTEST_GUILESS_MAIN(TestOpenRequests)
#include "tst_open_requests.moc"
