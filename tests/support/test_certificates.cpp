// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_certificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

namespace trimtab::tests {
namespace {

constexpr const char* authority_settings = R"([ca]
default_ca = own
[own]
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
unique_subject = no
copy_extensions = copy
[any]
commonName = supplied
)";

bool write(const QString& path, const QByteArray& text) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QStringList new_key(const QString& algorithm) {
    if (algorithm == "rsa") return {"-newkey", "rsa:2048"};
    return {"-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"};
}

}  // namespace

TestCertificates::TestCertificates() {
    write(path("ca.cnf"), authority_settings);
    write(path("index.txt"), {});
    write(path("serial"), "1000\n");
    for (const QString& authority : {QString("ca"), QString("other-ca")})
        run(QStringList{"req", "-x509", "-nodes", "-days", "3650", "-subj", "/CN=" + authority, "-keyout",
                        authority + ".key", "-out", authority + ".crt"} +
            new_key("ec"));
}

bool TestCertificates::run(const QStringList& arguments) {
    if (!valid()) return false;
    QProcess openssl;
    openssl.setWorkingDirectory(folder_.path());
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start("openssl", arguments);
    if (!openssl.waitForStarted() || !openssl.waitForFinished(60000) || openssl.exitCode() != 0)
        error_ = "openssl " + arguments.value(0) + ": " + openssl.errorString() + "\n" + openssl.readAll();
    return valid();
}

bool TestCertificates::make(const QString& name, const QString& names, const QString& algorithm,
                            bool expired) {
    QStringList request{"req",     "-nodes",      "-subj", "/CN=" + name,
                        "-keyout", name + ".key", "-out",  name + ".csr"};
    if (!names.isEmpty()) request += {"-addext", "subjectAltName=" + names};
    const QStringList dates =
        expired ? QStringList{"-startdate", "20200101000000Z", "-enddate", "20210101000000Z"}
                : QStringList{"-startdate", "20200101000000Z", "-enddate", "20491231000000Z"};
    return run(request + new_key(algorithm)) &&
           run(QStringList{"ca", "-batch", "-notext", "-config", "ca.cnf", "-cert", "ca.crt", "-keyfile",
                           "ca.key", "-in", name + ".csr", "-out", name + ".crt"} +
               dates);
}

QByteArray TestCertificates::pem(const QString& file) const {
    QFile stored(path(file));
    return stored.open(QIODevice::ReadOnly) ? stored.readAll() : QByteArray();
}

QSslConfiguration TestCertificates::server(const QString& name) const {
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(pem(name + ".crt")));
    QSslKey key(pem(name + ".key"), QSsl::Ec);
    if (key.isNull()) key = QSslKey(pem(name + ".key"), QSsl::Rsa);
    configuration.setPrivateKey(key);
    configuration.setCaCertificates(QSslCertificate::fromData(pem("ca.crt")));
    configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
    return configuration;
}

}  // namespace trimtab::tests
