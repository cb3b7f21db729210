// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <memory>

#include "core/cluster_api/http/credential.h"
#include "core/cluster_api/http/http_message.h"
#include "core/cluster_api/http/proxy.h"
#include "core/cluster_api/http/tls_settings.h"

namespace trimtab::cluster_api {

/// To which server, and how.
struct HttpEndpoint {
    QUrl base_url;  ///< http or https, with the path that stands before every request's; no user or password
    TlsSettings tls;
    QNetworkProxy proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    /// Allowed where the server offers it over TLS. Off: every watch has connections of its own, so that
    /// HTTP/1.1 blocks nothing, and one way to speak is tested in all its faults.
    bool http2 = false;
};

/// The endpoint of a URL with the environment's proxy. Refuses other schemes, an empty host, and a user or
/// password within the URL (a log would show them).
[[nodiscard]] Expected<HttpEndpoint> make_endpoint(
    const QString& base_url, const TlsSettings& tls = {},
    const EnvironmentReader& environment = process_environment());

/// The connections of one identity at one endpoint: one QNetworkAccessManager, thrown away when the client
/// certificate changes. Qt would send a request of the new identity through a connection of the old one, and
/// would not verify a changed authority again.
class NetworkSession {
  public:
    explicit NetworkSession(HttpEndpoint endpoint) : endpoint_(std::move(endpoint)) {}

    /// The reply belongs to the caller. An error where the identity cannot be used.
    [[nodiscard]] Expected<QNetworkReply*> send(const HttpRequest& request, const Credential& credential);
    [[nodiscard]] const HttpEndpoint& endpoint() const { return endpoint_; }
    /// What the proxy is told; none without one.
    [[nodiscard]] Credential proxy_credential() const;
    [[nodiscard]] QUrl url_of(const HttpRequest& request) const;

  private:
    [[nodiscard]] Expected<void> assume(const Credential& credential);

    HttpEndpoint endpoint_;
    Credential identity_;
    QSslConfiguration tls_;
    std::shared_ptr<QNetworkAccessManager> manager_;
};

}  // namespace trimtab::cluster_api
