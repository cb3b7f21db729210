// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <cstring>

#include "core/agent/checkpoint.h"
#include "core/agent/stored_zip.h"
#include "core/agent/tensor_archive.h"
#include "core/agent/tensor_pickle.h"
#include "core/agent/torchscript.h"
#include "tests/core/agent/ppo_fixture.h"

using namespace trimtab;
using namespace trimtab::agent;

namespace {

/// An agent that has learnt a little, so that every part of its state is in use.
PpoAgent trained_agent(bool shared = true, bool normalise = true) {
    config::AgentConfig config = test::small_agent();
    config.shared_network = shared;
    config.normalize_observation = normalise;
    PpoAgent agent =
        std::move(PpoAgent::create(config, test::kubernetes_spaces(), 0xFEDCBA9876543210ULL).value());
    RolloutBuffer buffer = test::noise_rollout(agent, 16, 4, 1);
    for (int i = 0; i < 3; ++i) {
        if (!agent.update(buffer, 0)) qFatal("the update failed");
    }
    return agent;
}

const std::map<std::string, std::string> metadata{{"config", "{\"ä\": 1}"}, {"empty", ""}};

std::string checkpoint_bytes() {
    static const std::string bytes = encode_checkpoint(trained_agent(), metadata, true).value();
    return bytes;
}

void write_file(const QString& path, const std::string& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write %s", qPrintable(path));
    file.write(bytes.data(), static_cast<qint64>(bytes.size()));
}

std::filesystem::path native(const QString& path) { return path.toStdString(); }

const QString no_torch = "no torch";

/// Runs a script of this folder with Debian's Python; no_torch where that Python or its torch is missing.
QString python(const QString& script, const QStringList& arguments, QString* error = nullptr) {
    QProcess process;
    process.setProgram("/usr/bin/python3");
    process.setArguments(QStringList{QString(TRIMTAB_SOURCE_DIR) + "/tests/core/agent/" + script} +
                         arguments);
    process.start();
    if (!process.waitForStarted()) return no_torch;
    if (!process.waitForFinished(120000)) return {};
    if (error != nullptr) *error = QString::fromUtf8(process.readAllStandardError());
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

/// A valid archive of one float tensor "x", with its pickle replaced.
std::string archive_with_pickle(const std::string& pickle) {
    const std::string data(16, '\0');
    StoredZipWriter zip;
    zip.add("archive/data.pkl", pickle);
    zip.add("archive/data/0", data);
    return zip.finish();
}

std::string pickle_of_x(std::vector<std::int64_t> shape) {
    return write_tensor_pickle({{"x", {ElementType::float32, std::move(shape), {}}}});
}

}  // namespace

class TestCheckpoint : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aRoundTripKeepsEveryBit_data();
    void aRoundTripKeepsEveryBit();
    void aResumedAgentLearnsTheSame();
    void weightsAloneAreEnoughToAct();
    void equalAgentsGiveEqualFiles();
    void archiveKeepsTensorsOfEveryType();
    void checksumsAreThoseOfZip();
    void truncatedFilesAreRefused();
    void damagedFilesAreRefused();
    void foreignFilesAreRefused_data();
    void foreignFilesAreRefused();
    void hostilePicklesAreRefused_data();
    void hostilePicklesAreRefused();
    void pathsAreChecked();
    void pythonReadsCheckpointAndTorchScript();
    void filesOfPythonAreCheckedNotExecuted();
};

void TestCheckpoint::aRoundTripKeepsEveryBit_data() {
    QTest::addColumn<bool>("shared");
    QTest::addColumn<bool>("normalise");
    QTest::newRow("shared") << true << false;
    QTest::newRow("separate, normalised") << false << true;
}

void TestCheckpoint::aRoundTripKeepsEveryBit() {
    QFETCH(bool, shared);
    QFETCH(bool, normalise);
    const PpoAgent agent = trained_agent(shared, normalise);
    const std::string bytes = encode_checkpoint(agent, metadata, true).value();
    const auto decoded = decode_checkpoint(bytes, "a.pt");
    QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().to_string().c_str());
    QVERIFY(decoded->metadata == metadata);
    QVERIFY(decoded->agent.spaces() == agent.spaces());
    QCOMPARE(decoded->agent.config().hidden_size, 20);
    QCOMPARE(decoded->agent.config().shared_network, shared);
    QVERIFY(encode_checkpoint(decoded->agent, metadata, true).value() == bytes);
}

void TestCheckpoint::aResumedAgentLearnsTheSame() {
    PpoAgent agent = trained_agent();
    PpoAgent resumed =
        std::move(decode_checkpoint(encode_checkpoint(agent, {}, true).value(), "a.pt")->agent);
    for (PpoAgent* one : {&agent, &resumed}) {
        RolloutBuffer buffer = test::noise_rollout(*one, 16, 4, 9);
        QVERIFY(one->update(buffer, 0.5).has_value());
    }
    QVERIFY(encode_checkpoint(agent, {}, true).value() == encode_checkpoint(resumed, {}, true).value());
}

void TestCheckpoint::weightsAloneAreEnoughToAct() {
    PpoAgent agent = trained_agent();
    const std::string small = encode_checkpoint(agent, {}, false).value();
    QVERIFY(small.size() < encode_checkpoint(agent, {}, true).value().size());
    auto decoded = decode_checkpoint(small, "a.pt");
    QVERIFY(decoded.has_value());
    const std::vector<float> input(10, 0.25F);
    std::vector<float> a(13), b(13);
    agent.probabilities(input, {}, a);
    decoded->agent.probabilities(input, {}, b);
    QCOMPARE(a, b);
}

void TestCheckpoint::equalAgentsGiveEqualFiles() {
    QVERIFY(encode_checkpoint(trained_agent(), metadata, true).value() == checkpoint_bytes());
}

void TestCheckpoint::archiveKeepsTensorsOfEveryType() {
    const float floats[] = {1.5F, -2.0F, 3.0F, 4.0F, 5.0F, 6.0F};
    const double doubles[] = {M_PI};
    const std::int64_t integers[] = {-1, std::int64_t{1} << 62};
    const auto bytes_of = [](const auto& values) {
        return std::string_view(reinterpret_cast<const char*>(values), sizeof values);
    };
    TensorArchive archive;
    archive["f"] = {ElementType::float32, {2, 3}, bytes_of(floats)};
    archive["d"] = {ElementType::float64, {1}, bytes_of(doubles)};
    archive["i"] = {ElementType::int64, {2}, bytes_of(integers)};
    archive["text"] = {ElementType::uint8, {5}, "hello"};
    archive["none"] = {ElementType::uint8, {0}, ""};
    const std::string file = write_tensor_archive(archive);
    const auto read = read_tensor_archive(file, "a.pt");
    QVERIFY2(read.has_value(), read ? "" : read.error().to_string().c_str());
    QCOMPARE(read->size(), archive.size());
    for (const auto& [name, tensor] : archive) {
        QVERIFY(read->at(name).type == tensor.type);
        QVERIFY(read->at(name).shape == tensor.shape);
        QVERIFY(read->at(name).bytes == tensor.bytes);
    }
}

void TestCheckpoint::checksumsAreThoseOfZip() {
    QCOMPARE(crc32("123456789"), 0xCBF43926U);  // the check value of ISO 3309
    QCOMPARE(crc32(""), 0U);
}

void TestCheckpoint::truncatedFilesAreRefused() {
    const std::string whole = checkpoint_bytes();
    QVERIFY(decode_checkpoint(whole, "a.pt").has_value());
    for (std::size_t length = 0; length < whole.size();
         length += length < 300 || length > whole.size() - 300 ? 1 : 997) {
        const auto decoded = decode_checkpoint(whole.substr(0, length), "a.pt");
        QVERIFY2(!decoded.has_value(), qPrintable(QString::number(length)));
        QCOMPARE(decoded.error().code, ErrorCode::parse_error);
        QCOMPARE(decoded.error().context, std::string("a.pt"));
    }
}

void TestCheckpoint::damagedFilesAreRefused() {
    const std::string whole = checkpoint_bytes();
    DrawSequence draws(1, DrawStream::bootstrap);
    int accepted = 0;
    for (int i = 0; i < 400; ++i) {
        std::string damaged = whole;
        const std::size_t at = draws.next_below(damaged.size());
        damaged[at] = static_cast<char>(damaged[at] ^ static_cast<char>(1 + draws.next_below(255)));
        // A few bytes mean nothing: padding, times, attributes.
        if (decode_checkpoint(damaged, "a.pt").has_value()) ++accepted;
    }
    QVERIFY2(accepted < 200, qPrintable(QString::number(accepted)));
    for (int i = 0; i < 200; ++i) {
        std::string noise(draws.next_below(5000), '\0');
        for (char& c : noise) c = static_cast<char>(draws.next_below(256));
        QVERIFY(!decode_checkpoint(noise, "noise").has_value());
        QVERIFY(!decode_checkpoint("PK\x03\x04" + noise, "noise").has_value());
    }
}

void TestCheckpoint::foreignFilesAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const auto zip = [](const std::string& name, const std::string& data) {
        StoredZipWriter writer;
        writer.add(name, data);
        return QByteArray::fromStdString(writer.finish());
    };
    QTest::newRow("empty file") << QByteArray() << "empty";
    QTest::newRow("text") << QByteArray("hello, world") << "not a zip";
    QTest::newRow("a zip of something else") << zip("readme.txt", "hello") << "something else";
    QTest::newRow("a TorchScript module") << QByteArray::fromStdString([] {
        StoredZipWriter writer;
        writer.add("m/data.pkl", pickle_of_x({4}));
        writer.add("m/constants.pkl", "x");
        return writer.finish();
    }()) << "TorchScript";
    QTest::newRow("tensors of something else")
        << QByteArray::fromStdString(archive_with_pickle(pickle_of_x({4}))) << "format_version";
    QTest::newRow("more than its record holds")
        << QByteArray::fromStdString(archive_with_pickle(pickle_of_x({5}))) << "its record";
    QTest::newRow("an enormous shape")
        << QByteArray::fromStdString(archive_with_pickle(pickle_of_x({1LL << 40, 1LL << 40})))
        << "its record";
    QTest::newRow("a negative shape")
        << QByteArray::fromStdString(archive_with_pickle(pickle_of_x({-4}))) << "its record";
}

void TestCheckpoint::foreignFilesAreRefused() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const auto decoded = decode_checkpoint(bytes.toStdString(), "file.pt");
    QVERIFY(!decoded.has_value());
    QCOMPARE(decoded.error().code, ErrorCode::parse_error);
    QVERIFY2(QString::fromStdString(decoded.error().message).contains(says), decoded.error().message.c_str());
}

void TestCheckpoint::hostilePicklesAreRefused_data() {
    QTest::addColumn<QByteArray>("pickle");
    QTest::addColumn<QString>("says");
    QTest::newRow("a call") << QByteArray(
                                   "\x80\x02"
                                   "cos\nsystem\nX\x02\0\0\0id\x85R.",
                                   23)
                            << "os.system";
    QTest::newRow("an instance") << QByteArray("\x80\x02(ios\nsystem\n.", 15) << "opcode";
    QTest::newRow("nothing") << QByteArray() << "truncated";
    QTest::newRow("no stop") << QByteArray("\x80\x02}") << "truncated";
    QTest::newRow("pop of an empty stack") << QByteArray("\x80\x02R.") << "damaged";
    QTest::newRow("memo of nothing") << QByteArray("\x80\x02h\x05.") << "damaged";
    QTest::newRow("mark without end") << QByteArray("\x80\x02t.") << "damaged";
    QTest::newRow("a text beyond the end") << QByteArray(
                                                  "\x80\x02X\xff\xff\xff\xff"
                                                  "a.")
                                           << "truncated";
    QTest::newRow("a tuple") << QByteArray("\x80\x02).") << "dict";
    QTest::newRow("an entry that is no tensor")
        << QByteArray("\x80\x02}X\x01\0\0\0aK\x01s.", 13) << "not a tensor";
    QTest::newRow("a hundred thousand values") << QByteArray(100000, 'N') << "too many";
    QTest::newRow("a long integer") << QByteArray("\x80\x02\x8a\xff.") << "64 bits";
}

void TestCheckpoint::hostilePicklesAreRefused() {
    QFETCH(QByteArray, pickle);
    QFETCH(QString, says);
    const auto decoded = decode_checkpoint(archive_with_pickle(pickle.toStdString()), "file.pt");
    QVERIFY(!decoded.has_value());
    QCOMPARE(decoded.error().code, ErrorCode::parse_error);
    QVERIFY2(QString::fromStdString(decoded.error().message).contains(says), decoded.error().message.c_str());
}

void TestCheckpoint::pathsAreChecked() {
    const QTemporaryDir folder;
    const auto directory = load_checkpoint(native(folder.path()));
    QCOMPARE(directory.error().code, ErrorCode::invalid_argument);
    const auto missing = load_checkpoint(native(folder.filePath("missing.pt")));
    QCOMPARE(missing.error().code, ErrorCode::not_found);
    write_file(folder.filePath("good.pt"), checkpoint_bytes());
    QVERIFY(load_checkpoint(native(folder.filePath("good.pt"))).has_value());
    QFile large(folder.filePath("large.pt"));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(600LL << 20));  // sparse
    QCOMPARE(load_checkpoint(native(large.fileName())).error().code, ErrorCode::invalid_argument);
}

void TestCheckpoint::pythonReadsCheckpointAndTorchScript() {
    const QTemporaryDir folder;
    PpoAgent agent = trained_agent();
    write_file(folder.filePath("a.pt"), encode_checkpoint(agent, metadata, true).value());
    const auto script = encode_torchscript(agent, {{"trimtab.json", "{}"}});
    QVERIFY(script.has_value());
    write_file(folder.filePath("script.pt"), *script);
    const auto refused = decode_checkpoint(*script, "script.pt");
    QVERIFY(!refused.has_value());
    QVERIFY2(refused.error().message.find("TorchScript") != std::string::npos,
             refused.error().message.c_str());

    std::vector<float> input(10), outputs(13), value(1);
    test::Numbers(8).fill_normal(input);
    agent.probabilities(input, {}, outputs);
    agent.evaluate_values(input, value);
    outputs.push_back(value[0]);
    const auto joined = [](const std::vector<float>& numbers) {
        QStringList texts;
        for (const float number : numbers) texts << QString::number(static_cast<double>(number), 'g', 9);
        return texts.join(',');
    };
    QString error;
    const QString answer = python(
        "read_checkpoint.py",
        {folder.filePath("a.pt"), folder.filePath("script.pt"), "=" + joined(input), "=" + joined(outputs)},
        &error);
    if (answer == no_torch) QSKIP("Debian's python3-torch is not installed");
    QVERIFY2(answer == "ok", qPrintable(error));
}

void TestCheckpoint::filesOfPythonAreCheckedNotExecuted() {
    const QTemporaryDir folder;
    write_file(folder.filePath("a.pt"), checkpoint_bytes());
    QString error;
    const QString answer = python("write_foreign_files.py", {folder.filePath("a.pt"), folder.path()}, &error);
    if (answer == no_torch) QSKIP("Debian's python3-torch is not installed");
    QVERIFY2(answer == "ok", qPrintable(error));

    const auto same = load_checkpoint(native(folder.filePath("same.pt")));
    QVERIFY2(same.has_value(), same ? "" : same.error().to_string().c_str());
    QVERIFY(encode_checkpoint(same->agent, same->metadata, true).value() == checkpoint_bytes());

    const struct {
        const char* file;
        ErrorCode code;
        const char* says;
    } cases[] = {
        {"wrong_shape.pt", ErrorCode::invalid_argument, "[3, 3], but its settings ask for [20, 10]"},
        {"wrong_type.pt", ErrorCode::parse_error, "element type"},
        {"nan.pt", ErrorCode::numeric_error, "'value.bias' holds NaN"},
        {"missing.pt", ErrorCode::parse_error, "no tensor 'policy.bias'"},
        {"state_dict.pt", ErrorCode::parse_error, "format_version"},
        {"not_contiguous.pt", ErrorCode::parse_error, "not contiguous"},
        {"number.pt", ErrorCode::parse_error, "'epoch' is not a tensor"},
        {"list.pt", ErrorCode::parse_error, "more than a dict of tensors"},
        {"module.pt", ErrorCode::parse_error, "torch.nn.modules.linear.Linear"},
        {"legacy.pt", ErrorCode::parse_error, "not a zip"},
        {"hostile.pt", ErrorCode::parse_error, "posix.system"},
    };
    for (const auto& [file, code, says] : cases) {
        const auto loaded = load_checkpoint(native(folder.filePath(file)));
        QVERIFY2(!loaded.has_value(), file);
        QVERIFY2(loaded.error().message.find(says) != std::string::npos,
                 (std::string(file) + ": " + loaded.error().to_string()).c_str());
        QVERIFY2(loaded.error().code == code, file);
    }
    QVERIFY(!QFile::exists(folder.filePath("executed")));
}

QTEST_APPLESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
