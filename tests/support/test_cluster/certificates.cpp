// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/certificates.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace trimtab::test_cluster {
namespace {

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString stem(Shown shown) {
    switch (shown) {
        case Shown::other_authority:
            return QStringLiteral("other-server");
        case Shown::expired:
            return QStringLiteral("expired-server");
        default:
            return QStringLiteral("server");
    }
}

const QStringList ec_key{QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                         QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes")};
const QStringList rsa_key{QStringLiteral("-newkey"), QStringLiteral("rsa:2048"), QStringLiteral("-nodes")};

}  // namespace

Certificates::Certificates() : folder_(std::make_unique<QTemporaryDir>()) {}
Certificates::~Certificates() = default;

QString Certificates::file(const QString& name) const { return folder_->filePath(name); }

Expected<std::shared_ptr<Certificates>> Certificates::create() {
    const std::shared_ptr<Certificates> made(new Certificates);
    const QString ca = QStringLiteral("ca");
    const QString other = QStringLiteral("other-ca");
    const QString host = QStringLiteral("localhost");
    const QString client = QStringLiteral("trimtab-client");
    const QString ec = QStringLiteral("ec");
    for (const QString& authority : {ca, other})
        if (auto done = made->makeAuthority(authority); !done) return Unexpected<Error>(done.error());
    struct Wanted {
        QString name, authority, common_name, algorithm;
        int days;
    };
    for (const Wanted& wanted : {Wanted{stem(Shown::good), ca, host, ec, 30},
                                 Wanted{stem(Shown::other_authority), other, host, ec, 30},
                                 Wanted{stem(Shown::expired), ca, host, ec, -1},
                                 Wanted{QStringLiteral("client-ec"), ca, client, ec, 30},
                                 Wanted{QStringLiteral("client-rsa"), ca, client, QStringLiteral("rsa"), 30}})
        if (auto done = made->makeSigned(wanted.name, wanted.authority, wanted.common_name, wanted.algorithm,
                                         wanted.days);
            !done)
            return Unexpected<Error>(done.error());
    return made;
}

Expected<void> Certificates::makeAuthority(const QString& name) {
    QStringList arguments{QStringLiteral("req"), QStringLiteral("-x509")};
    arguments << ec_key << QStringLiteral("-keyout") << file(name + QStringLiteral(".key"))
              << QStringLiteral("-out") << file(name + QStringLiteral(".pem")) << QStringLiteral("-subj")
              << QStringLiteral("/CN=") + name << QStringLiteral("-days") << QStringLiteral("30")
              << QStringLiteral("-addext") << QStringLiteral("keyUsage=critical,keyCertSign,cRLSign");
    return openssl(arguments);
}

Expected<void> Certificates::makeSigned(const QString& name, const QString& authority,
                                        const QString& common_name, const QString& algorithm, int days) {
    QStringList request{QStringLiteral("req")};
    request << (algorithm == QStringLiteral("ec") ? ec_key : rsa_key) << QStringLiteral("-keyout")
            << file(name + QStringLiteral(".key")) << QStringLiteral("-out")
            << file(name + QStringLiteral(".csr")) << QStringLiteral("-subj")
            << QStringLiteral("/O=testers/CN=") + common_name << QStringLiteral("-addext")
            << QStringLiteral("subjectAltName=DNS:localhost,IP:127.0.0.1");
    if (auto done = openssl(request); !done) return done;
    return openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"),
                    file(name + QStringLiteral(".csr")), QStringLiteral("-CA"),
                    file(authority + QStringLiteral(".pem")), QStringLiteral("-CAkey"),
                    file(authority + QStringLiteral(".key")), QStringLiteral("-days"), QString::number(days),
                    QStringLiteral("-copy_extensions"), QStringLiteral("copyall"), QStringLiteral("-out"),
                    file(name + QStringLiteral(".pem"))});
}

Expected<void> Certificates::openssl(const QStringList& arguments) const {
    QProcess program;
    program.start(QStringLiteral("openssl"), arguments);
    if (!program.waitForStarted())
        return fail(ErrorCode::unsupported, "The program openssl is missing: install the package openssl.");
    if (!program.waitForFinished() || program.exitCode() != 0)
        return fail(ErrorCode::internal, "openssl failed: " + program.readAllStandardError().toStdString());
    return {};
}

QSslCertificate Certificates::certificate(Shown shown) const {
    return QSslCertificate(contents(file(stem(shown) + QStringLiteral(".pem"))));
}

QSslKey Certificates::key(Shown shown) const {
    return QSslKey(contents(file(stem(shown) + QStringLiteral(".key"))), QSsl::Ec);
}

QSslCertificate Certificates::authority() const { return QSslCertificate(contents(authorityFile())); }

}  // namespace trimtab::test_cluster
