// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslConfiguration>
#include <QString>

#include "core/base/expected.h"
#include "core/cluster_api/http/credential.h"

namespace trimtab::cluster_api {

/// How the server proves who it is. Verification is on unless a person switched it off for this connection.
struct TlsSettings {
    QByteArray ca_pem{};    ///< trusted instead of the system's authorities; empty takes the system's
    QString server_name{};  ///< name that the certificate must carry, instead of the URL's host; empty for
                            ///< the latter
    bool verify = true;     ///< false accepts any certificate: show it wherever the connection is shown
};

/// The configuration of one identity. Errors name the part that cannot be read and how to repair it; private
/// keys may be RSA, EC or DSA in PEM, not encrypted.
[[nodiscard]] Expected<QSslConfiguration> make_ssl_configuration(const TlsSettings& settings,
                                                                 const Credential& credential);

}  // namespace trimtab::cluster_api
