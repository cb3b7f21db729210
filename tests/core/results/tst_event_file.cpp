// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "core/results/event_file.h"
#include "core/results/event_scalars.h"
#include "core/telemetry/metric_registry.h"

using namespace trimtab;
using namespace trimtab::results;

namespace {

/// The events of the only event file in `folder`, read by the independent decoder.
std::vector<QJsonObject> decode(const QString& folder) {
    const QStringList files = QDir(folder).entryList({"events.out.tfevents.*"}, QDir::Files);
    if (files.size() != 1) return {};
    QProcess decoder;
    decoder.start("python3", {TRIMTAB_SOURCE_DIR "/tests/core/results/decode_event_file.py",
                              folder + "/" + files.first()});
    decoder.waitForFinished();
    if (decoder.exitCode() != 0) qFatal("%s", decoder.readAllStandardError().constData());
    std::vector<QJsonObject> events;
    for (const QByteArray& line : decoder.readAllStandardOutput().split('\n'))
        if (!line.isEmpty()) events.push_back(QJsonDocument::fromJson(line).object());
    return events;
}

}  // namespace

class TestEventFile : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void the_masked_checksum_is_the_published_one() {
        // RFC 3720, appendix B.4: CRC-32C of 32 bytes of zeros is 0x8A9136AA.
        const std::uint32_t crc = 0x8A9136AA;
        QCOMPARE(masked_crc32c(std::string(32, '\0')), ((crc >> 15) | (crc << 17)) + 0xA282EAD8U);
    }

    void an_independent_decoder_reads_what_was_written() {
        if (QStandardPaths::findExecutable("python3").isEmpty()) QSKIP("python3 is not installed");
        if (QStandardPaths::findExecutable("protoc").isEmpty()) QSKIP("protoc is not installed");
        QTemporaryDir folder;
        {
            auto file = EventFile::create(folder.path().toStdString(), 1700000000.25, 0);
            QVERIFY(file.has_value());
            QVERIFY((*file)->add(1700000001.5, 2048,
                                 {{"update/entropy", 3.5}, {"update/approx_kl", -0.0078125}}));
            QVERIFY((*file)->add(1700000002.0, 1LL << 40,
                                 {{"episode/episode_return", std::nan("")}, {"x", 1.0}}));
            QVERIFY((*file)->add(1700000003.0, 4, {{"only", std::nan("")}}));
        }
        const auto events = decode(folder.path());
        QCOMPARE(events.size(), std::size_t{3});
        QCOMPARE(events[0]["file_version"].toString(), "brain.Event:2");
        QCOMPARE(events[1]["wall_time"].toDouble(), 1700000001.5);
        QCOMPARE(events[1]["step"].toInteger(), 2048);
        QCOMPARE(events[1]["scalars"].toObject()["update/entropy"].toDouble(), 3.5);
        QCOMPARE(events[1]["scalars"].toObject()["update/approx_kl"].toDouble(), -0.0078125);
        QCOMPARE(events[2]["step"].toInteger(), 1LL << 40);
        QCOMPARE(events[2]["scalars"].toObject().keys(), QStringList{"x"});
    }

    void a_resumed_run_begins_with_a_session_start_at_its_step() {
        if (QStandardPaths::findExecutable("python3").isEmpty()) QSKIP("python3 is not installed");
        if (QStandardPaths::findExecutable("protoc").isEmpty()) QSKIP("protoc is not installed");
        QTemporaryDir folder;
        QVERIFY(EventFile::create(folder.path().toStdString(), 1700000000, 4097));
        const auto events = decode(folder.path());
        QCOMPARE(events.size(), std::size_t{2});
        QCOMPARE(events[1]["session_status"].toInt(), 1);
        QCOMPARE(events[1]["step"].toInteger(), 4097);
    }

    void two_files_of_one_second_get_two_names() {
        QTemporaryDir folder;
        QVERIFY(EventFile::create(folder.path().toStdString(), 1700000000, 0));
        QVERIFY(EventFile::create(folder.path().toStdString(), 1700000000, 0));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
    }

    void episodes_are_averaged_between_updates() {
        namespace metric = telemetry::metric;
        EventScalars scalars;
        telemetry::Row episode;
        episode.kind = telemetry::RowKind::episode;
        episode.label = "ramp";
        for (const double value : {1.0, 2.0, 6.0}) {
            episode.values = {{metric::episode_return, value}};
            QVERIFY(scalars.add(episode).empty());
        }
        telemetry::Row update;
        update.kind = telemetry::RowKind::update;
        update.values = {{metric::entropy, 2.5}};
        const EventFile::Scalars expected{
            {"update/entropy", 2.5}, {"episode/episode_return", 3.0}, {"episode/episode_return/ramp", 3.0}};
        QCOMPARE(scalars.add(update), expected);
        QCOMPARE(scalars.add(update).size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestEventFile)
#include "tst_event_file.moc"
