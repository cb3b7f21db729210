// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkReply>
#include <QSslError>
#include <QUrl>
#include <string>

#include "core/base/expected.h"
#include "core/cluster_api/http/http_message.h"

namespace trimtab::cluster_api {

/// Where a connection failed, in the order of its steps.
enum class TransportStep { name, connection, proxy, tls, answer };

[[nodiscard]] TransportStep transport_step(QNetworkReply::NetworkError error);

/// What a failed connection means, in a sentence with the next step; `url` gives the host that is named.
[[nodiscard]] Error transport_error(QNetworkReply::NetworkError error, const QList<QSslError>& tls_errors,
                                    const QUrl& url);

/// "https://host:port" as it may stand in a message: without user, password, path and query.
[[nodiscard]] std::string origin_text(const QUrl& url);

/// The error of a status outside 200..299 of `service` ("Prometheus"), with an excerpt of the body: 401 and
/// 403 are permission_denied, 404 not_found, 409 conflict, 429 and 5xx unavailable, 3xx and other 4xx
/// invalid_argument.
[[nodiscard]] Error status_error(const HttpResponse& response, const std::string& service);

/// The response, where its status is 200..299 and its body JSON by its Content-Type; else an error. An HTML
/// page with status 200 is a login form: permission_denied.
[[nodiscard]] Expected<HttpResponse> require_json(Expected<HttpResponse> response,
                                                  const std::string& service);

}  // namespace trimtab::cluster_api
