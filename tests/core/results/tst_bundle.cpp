// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "core/results/bundle.h"
#include "core/results/zip_file.h"

using namespace trimtab;
using namespace trimtab::results;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const QByteArray& bytes) {
    fs::create_directories(file.parent_path());
    QFile f(QString::fromStdString(file.string()));
    QVERIFY(f.open(QIODevice::WriteOnly));
    f.write(bytes);
}

QByteArray read(const fs::path& file) {
    QFile f(QString::fromStdString(file.string()));
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

/// A run folder with a small file, a large one and one in a folder of its own.
fs::path example_run(const fs::path& folder) {
    const fs::path run = folder / "evaluation_20260101_120000";
    write(run / "manifest.json", "{}\n");
    write(run / "metrics.jsonl", QByteArray(3'000'000, 'x'));
    write(run / "figures" / "radar.svg", "<svg/>");
    write(run / "manifest.json.tmp", "half");
    fs::create_symlink("/etc/passwd", run / "link");
    return run;
}

}  // namespace

class TestBundle : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_bundle_holds_every_file_with_its_hash() {
        const QTemporaryDir temp;
        const fs::path folder = temp.path().toStdString(), zip = folder / "out.zip";
        const auto summary = write_bundle({example_run(folder)}, zip);
        QVERIFY2(summary, summary ? "" : summary.error().to_string().c_str());
        QCOMPARE(summary->files, std::size_t{3});
        QCOMPARE(summary->bytes, std::uint64_t{3'000'009});
        const auto check = verify_bundle(zip);
        QVERIFY(check);
        QVERIFY(check->problems.empty());
        QCOMPARE(check->files, (std::vector<std::string>{"evaluation_20260101_120000/figures/radar.svg",
                                                         "evaluation_20260101_120000/manifest.json",
                                                         "evaluation_20260101_120000/metrics.jsonl"}));
        QVERIFY(!fs::exists(zip.string() + ".tmp"));
    }

    void other_programs_read_it() {
        const QTemporaryDir temp;
        const fs::path folder = temp.path().toStdString(), zip = folder / "out.zip";
        QVERIFY(write_bundle({example_run(folder)}, zip));
        QProcess python;
        python.start(
            QStringLiteral("python3"),
            {QStringLiteral("-c"),
             QStringLiteral(
                 "import hashlib,sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n"
                 "s=dict(reversed(l.split('  ')) for l in z.read('SHA256SUMS').decode().splitlines())\n"
                 "assert all(hashlib.sha256(z.read(n)).hexdigest()==h for n,h in s.items())\nprint(len(s))"),
             QString::fromStdString(zip.string())});
        QVERIFY(python.waitForFinished(30000));
        QCOMPARE(python.readAllStandardError(), QByteArray());
        QCOMPARE(python.readAllStandardOutput().trimmed(), QByteArray("3"));
    }

    void the_same_files_give_the_same_bytes() {
        const QTemporaryDir temp;
        const fs::path folder = temp.path().toStdString();
        const fs::path run = example_run(folder);
        QVERIFY(write_bundle({run}, folder / "a.zip"));
        fs::last_write_time(run / "manifest.json", fs::file_time_type::clock::now() - std::chrono::hours(9));
        QVERIFY(write_bundle({run}, folder / "b.zip"));
        QCOMPARE(read(folder / "a.zip"), read(folder / "b.zip"));
    }

    void one_changed_byte_is_found() {
        const QTemporaryDir temp;
        const fs::path folder = temp.path().toStdString(), zip = folder / "out.zip";
        QVERIFY(write_bundle({example_run(folder)}, zip));
        QByteArray bytes = read(zip);
        bytes[bytes.indexOf("xxxx") + 100'000] = 'y';
        write(zip, bytes);
        const auto check = verify_bundle(zip);
        QVERIFY(check);
        QCOMPARE(check->problems.size(), std::size_t{1});
        QVERIFY(check->problems.front().find("metrics.jsonl is not the file that was packed") !=
                std::string::npos);
    }

    void an_unpacked_bundle_is_checked_too() {
        const QTemporaryDir temp;
        const fs::path folder = temp.path().toStdString(), zip = folder / "out.zip",
                       unpacked = folder / "unpacked";
        const fs::path run = example_run(folder);
        QVERIFY(write_bundle({run}, zip));
        QVERIFY(extract_bundle(zip, unpacked));
        QCOMPARE(read(unpacked / run.filename() / "metrics.jsonl"), read(run / "metrics.jsonl"));
        QVERIFY(verify_bundle(unpacked)->problems.empty());
        fs::remove(unpacked / run.filename() / "manifest.json");
        write(unpacked / "more.txt", "?");
        QCOMPARE(verify_bundle(unpacked)->problems,
                 (std::vector<std::string>{"evaluation_20260101_120000/manifest.json is missing",
                                           "more.txt was added after packing"}));
        const auto again = extract_bundle(zip, unpacked);
        QVERIFY(!again);
        QVERIFY(again.error().code == ErrorCode::conflict);
    }

    void names_that_leave_the_folder_are_refused_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("up") << QStringLiteral("run/../../evil");
        QTest::newRow("absolute") << QStringLiteral("/tmp/evil");
        QTest::newRow("backslash") << QStringLiteral("..\\evil");
        QTest::newRow("empty") << QString();
    }
    void names_that_leave_the_folder_are_refused() {
        QFETCH(QString, name);
        const QTemporaryDir temp;
        const fs::path zip = temp.filePath(QStringLiteral("evil.zip")).toStdString();
        auto writer = ZipWriter::create(zip);
        QVERIFY(writer);
        QVERIFY(writer->add(name.toStdString(), "evil"));
        QVERIFY(writer->finish());
        const auto extracted = extract_bundle(zip, temp.filePath(QStringLiteral("out")).toStdString());
        QVERIFY(!extracted);
        QVERIFY(extracted.error().message.find("leaves its folder") != std::string::npos);
    }

    void what_is_no_bundle_says_so_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello, this is no ZIP file at all");
        QTest::newRow("end only, huge directory")
            << QByteArray("PK\x05\x06\0\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff\0\0\0\x7f\0\0", 22);
    }
    void what_is_no_bundle_says_so() {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir temp;
        const fs::path zip = temp.filePath(QStringLiteral("x.zip")).toStdString();
        write(zip, bytes);
        const auto check = verify_bundle(zip);
        QVERIFY(!check);
        QVERIFY(check.error().code == ErrorCode::parse_error);
    }

    void every_cut_of_a_bundle_is_an_error_or_a_problem() {
        const QTemporaryDir temp;
        const fs::path folder = temp.path().toStdString(), zip = folder / "out.zip";
        const fs::path run = folder / "training_1";
        write(run / "a", "some bytes");
        write(run / "b", "more bytes");
        QVERIFY(write_bundle({run}, zip));
        const QByteArray whole = read(zip);
        for (qsizetype size = 0; size < whole.size(); ++size) {
            write(zip, whole.left(size));
            const auto check = verify_bundle(zip);
            QVERIFY2(!check || !check->problems.empty(), qPrintable(QString::number(size)));
        }
    }

    void missing_folders_and_equal_names_are_errors() {
        const QTemporaryDir temp;
        const fs::path folder = temp.path().toStdString();
        QVERIFY(write_bundle({folder / "missing"}, folder / "out.zip").error().code == ErrorCode::not_found);
        const fs::path run = example_run(folder), other = example_run(folder / "other");
        QVERIFY(write_bundle({run, other}, folder / "out.zip").error().code == ErrorCode::invalid_argument);
        QVERIFY(!write_bundle({run}, folder / "missing" / "out.zip"));
        QVERIFY(!fs::exists(folder / "out.zip"));
    }
};

QTEST_APPLESS_MAIN(TestBundle)
#include "tst_bundle.moc"
