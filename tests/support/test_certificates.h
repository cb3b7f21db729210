// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslConfiguration>
#include <QString>
#include <QTemporaryDir>

namespace trimtab::tests {

/// Certificates made by the program openssl in a temporary folder; files are "NAME.crt" and "NAME.key". `ca`
/// signs them; `other-ca` is a stranger.
class TestCertificates {
  public:
    TestCertificates();
    /// False where openssl is missing or fails: skip the test, with error() as the reason.
    [[nodiscard]] bool valid() const { return error_.isEmpty(); }
    [[nodiscard]] QString error() const { return error_; }

    /// Makes a certificate signed by `ca`. `names` is a subjectAltName ("IP:127.0.0.1,DNS:localhost"); empty
    /// for a client. algorithm: "rsa" or "ec". expired: its time was over in 2021.
    bool make(const QString& name, const QString& names, const QString& algorithm = "ec",
              bool expired = false);

    [[nodiscard]] QString path(const QString& file) const { return folder_.filePath(file); }
    [[nodiscard]] QByteArray pem(const QString& file) const;
    /// For a server with that certificate; it asks for the client's, and accepts that none comes.
    [[nodiscard]] QSslConfiguration server(const QString& name) const;

  private:
    bool run(const QStringList& arguments);

    QTemporaryDir folder_;
    QString error_;
};

}  // namespace trimtab::tests
