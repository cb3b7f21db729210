// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/http/tls_settings.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace trimtab::cluster_api {
namespace {

Expected<QSslKey> read_key(const QByteArray& pem) {
    if (pem.contains("ENCRYPTED"))
        return fail(ErrorCode::unsupported,
                    "The client's private key is encrypted. Decrypt it with `openssl pkey`, or use a token.");
    // A wrong algorithm gives a null key, and nothing in a PKCS#8 text tells which one it is.
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        const QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull()) return key;
    }
    return fail(ErrorCode::parse_error,
                "The client's private key cannot be read. It must be an RSA or EC key in PEM.");
}

}  // namespace

Expected<QSslConfiguration> make_ssl_configuration(const TlsSettings& settings,
                                                   const Credential& credential) {
    if (!QSslSocket::supportsSsl())
        return fail(ErrorCode::unsupported,
                    "This Qt has no TLS. Install Qt's OpenSSL plugin (libqt6network6 and openssl).");
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!settings.ca_pem.isEmpty()) {
        const auto authorities = QSslCertificate::fromData(settings.ca_pem, QSsl::Pem);
        if (authorities.isEmpty())
            return fail(
                ErrorCode::parse_error,
                "The certificate authority holds no certificate in PEM. Give the CA's own certificate.");
        configuration.setCaCertificates(authorities);
    }
    if (!settings.verify) configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (credential.certificate_pem.isEmpty() != credential.key_pem.isEmpty())
        return fail(ErrorCode::invalid_argument,
                    credential.key_pem.isEmpty() ? "The client certificate has no private key. Give both."
                                                 : "The private key has no client certificate. Give both.");
    if (!credential.certificate_pem.isEmpty()) {
        const auto chain = QSslCertificate::fromData(credential.certificate_pem, QSsl::Pem);
        if (chain.isEmpty())
            return fail(ErrorCode::parse_error, "The client certificate cannot be read. It must be in PEM.");
        const auto key = read_key(credential.key_pem);
        if (!key) return Unexpected(key.error());
        configuration.setLocalCertificateChain(chain);
        configuration.setPrivateKey(*key);
    }
    return configuration;
}

}  // namespace trimtab::cluster_api
