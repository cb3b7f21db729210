// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <memory>

#include "core/base/expected.h"

class QTemporaryDir;

namespace trimtab::test_cluster {

/// Which certificate a server shows.
enum class Shown { good, other_authority, expired };

/// Certificates made for one run by the `openssl` program, in a temporary folder that goes with this object:
/// an authority, servers for localhost and 127.0.0.1, and a client with an RSA and one with an EC key.
class Certificates {
  public:
    [[nodiscard]] static Expected<std::shared_ptr<Certificates>> create();
    ~Certificates();

    [[nodiscard]] QSslCertificate certificate(Shown shown) const;
    [[nodiscard]] QSslKey key(Shown shown) const;
    [[nodiscard]] QSslCertificate authority() const;

    [[nodiscard]] QString authorityFile() const { return file(QStringLiteral("ca.pem")); }
    /// kind: "rsa" or "ec". The common name is trimtab-client.
    [[nodiscard]] QString clientCertificateFile(const QString& kind = QStringLiteral("ec")) const {
        return file(QStringLiteral("client-%1.pem").arg(kind));
    }
    [[nodiscard]] QString clientKeyFile(const QString& kind = QStringLiteral("ec")) const {
        return file(QStringLiteral("client-%1.key").arg(kind));
    }

  private:
    Certificates();
    [[nodiscard]] QString file(const QString& name) const;
    [[nodiscard]] Expected<void> makeAuthority(const QString& name);
    [[nodiscard]] Expected<void> makeSigned(const QString& name, const QString& authority,
                                            const QString& common_name, const QString& algorithm, int days);
    [[nodiscard]] Expected<void> openssl(const QStringList& arguments) const;

    std::unique_ptr<QTemporaryDir> folder_;
};

}  // namespace trimtab::test_cluster
