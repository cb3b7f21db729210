// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/base/sha256.h"

using namespace trimtab;

/// The test vectors of FIPS 180-4's example documents (NIST, "SHA256.pdf" and "SHA2_Additional.pdf").
class TestSha256 : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void vectors_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("digest");
        QTest::newRow("empty") << QByteArray()
                               << QByteArray(
                                      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("abc") << QByteArray("abc")
                             << QByteArray(
                                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("two blocks")
            << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
            << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        QTest::newRow("0xbd") << QByteArray("\xbd", 1)
                              << QByteArray(
                                     "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b");
        QTest::newRow("55 zeros") << QByteArray(55, '\0')
                                  << QByteArray(
                                         "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7");
        QTest::newRow("56 zeros") << QByteArray(56, '\0')
                                  << QByteArray(
                                         "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb");
        QTest::newRow("64 zeros") << QByteArray(64, '\0')
                                  << QByteArray(
                                         "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b");
        QTest::newRow("a million a")
            << QByteArray(1000000, 'a')
            << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    void vectors() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, digest);
        const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        QCOMPARE(QByteArray::fromStdString(sha256_hex(view)), digest);
    }

    void pieces_give_the_same_as_the_whole() {
        std::string text;
        for (int i = 0; i < 300; ++i) text += static_cast<char>(i);
        for (const std::size_t piece : {1u, 3u, 63u, 64u, 65u, 200u}) {
            Sha256 hash;
            for (std::size_t at = 0; at < text.size(); at += piece) hash.update(text.substr(at, piece));
            QCOMPARE(hash.hex_digest(), sha256_hex(text));
        }
    }

    void feeding_goes_on_after_a_digest() {
        Sha256 hash;
        hash.update("ab");
        QCOMPARE(hash.hex_digest(), sha256_hex("ab"));
        hash.update("c");
        QCOMPARE(hash.hex_digest(), sha256_hex("abc"));
    }
};

QTEST_APPLESS_MAIN(TestSha256)
#include "tst_sha256.moc"
