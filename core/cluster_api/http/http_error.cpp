// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/http/http_error.h"

#include <utility>

namespace trimtab::cluster_api {
namespace {

std::string tls_sentence(const QList<QSslError>& errors) {
    // Qt reports several for one cause; the most telling one decides.
    const QSslError* chosen = nullptr;
    const auto weight = [](const QSslError& error) {
        switch (error.error()) {
            case QSslError::CertificateExpired:
            case QSslError::CertificateNotYetValid:
                return 4;
            case QSslError::HostNameMismatch:
                return 3;
            case QSslError::SelfSignedCertificate:
            case QSslError::SelfSignedCertificateInChain:
                return 2;
            default:
                return 1;
        }
    };
    for (const QSslError& error : errors)
        if (chosen == nullptr || weight(error) > weight(*chosen)) chosen = &error;
    if (chosen == nullptr)
        return "the TLS handshake failed. Check that the address speaks https, and that the server accepts "
               "the client "
               "certificate";
    switch (chosen->error()) {
        case QSslError::CertificateExpired:
            return "the server's certificate expired on " +
                   chosen->certificate().expiryDate().toUTC().toString(Qt::ISODate).toStdString() +
                   ". Renew it there, and check this machine's clock";
        case QSslError::CertificateNotYetValid:
            return "the server's certificate is valid only from " +
                   chosen->certificate().effectiveDate().toUTC().toString(Qt::ISODate).toStdString() +
                   ". Check the clocks of this machine and of the server";
        case QSslError::HostNameMismatch:
            return "the server's certificate is for another name. Use a name that stands in it, or set the "
                   "TLS server "
                   "name (tls-server-name)";
        default:
            return "the server's certificate is not signed by a trusted authority (" +
                   chosen->errorString().toStdString() +
                   "). Give the authority's certificate (certificate-authority)";
    }
}

}  // namespace

TransportStep transport_step(QNetworkReply::NetworkError error) {
    switch (error) {
        case QNetworkReply::HostNotFoundError:
            return TransportStep::name;
        case QNetworkReply::SslHandshakeFailedError:
            return TransportStep::tls;
        case QNetworkReply::ProxyConnectionRefusedError:
        case QNetworkReply::ProxyConnectionClosedError:
        case QNetworkReply::ProxyNotFoundError:
        case QNetworkReply::ProxyTimeoutError:
        case QNetworkReply::ProxyAuthenticationRequiredError:
        case QNetworkReply::UnknownProxyError:
            return TransportStep::proxy;
        case QNetworkReply::ConnectionRefusedError:
        case QNetworkReply::TemporaryNetworkFailureError:
        case QNetworkReply::UnknownNetworkError:
            return TransportStep::connection;
        default:
            return TransportStep::answer;
    }
}

std::string origin_text(const QUrl& url) {
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)
        .toStdString();
}

Error transport_error(QNetworkReply::NetworkError error, const QList<QSslError>& tls_errors,
                      const QUrl& url) {
    const std::string origin = origin_text(url);
    const auto unavailable = [&](const std::string& sentence) {
        return make_error(ErrorCode::unavailable, sentence, origin);
    };
    switch (transport_step(error)) {
        case TransportStep::name:
            return unavailable("The name '" + url.host().toStdString() +
                               "' cannot be resolved. Check the address, and this machine's DNS.");
        case TransportStep::tls:
            return unavailable("No secure connection: " + tls_sentence(tls_errors) + ".");
        case TransportStep::proxy:
            return unavailable(
                error == QNetworkReply::ProxyAuthenticationRequiredError
                    ? "The proxy asks for a user and a password. Put them into the proxy's URL."
                    : "The proxy cannot be reached or broke off. Check HTTPS_PROXY, NO_PROXY or "
                      "proxy-url.");
        case TransportStep::connection:
            return unavailable(
                error == QNetworkReply::ConnectionRefusedError
                    ? "Nothing listens there. Check address and port, and that the service runs."
                    : "The network does not reach this address. Check route, VPN and firewall.");
        case TransportStep::answer:
            break;
    }
    if (error == QNetworkReply::RemoteHostClosedError)
        return unavailable(
            "The server closed the connection before its answer was complete. Try again; check its log "
            "if it stays so.");
    if (error == QNetworkReply::TimeoutError)
        return unavailable("The connection timed out. Check route, VPN and firewall.");
    return unavailable("The answer cannot be understood as HTTP. Check the port, and http against https.");
}

Error status_error(const HttpResponse& response, const std::string& service) {
    const std::string said = excerpt(response.body);
    const std::string tail = said.empty() ? "" : " It said: " + said;
    const std::string status = std::to_string(response.status);
    const auto make = [&](ErrorCode code, const std::string& sentence) {
        return make_error(code, service + " " + sentence + tail);
    };
    switch (response.status) {
        case 401:
            return make(ErrorCode::permission_denied,
                        "does not accept the credential (401). Check token, or user and password.");
        case 403:
            return make(ErrorCode::permission_denied,
                        "refuses the request (403). Give the account the right, or use another one.");
        case 404:
            return make(ErrorCode::not_found,
                        "does not know this path (404). Check the address and its path.");
        case 407:
            return make(ErrorCode::permission_denied,
                        "is behind a proxy that wants a password (407). Put it into the proxy's URL.");
        case 409:
            return make(ErrorCode::conflict, "reports a conflict (409). Read the object again.");
        case 429:
            return make(ErrorCode::unavailable, "has too many requests (429). Ask less often.");
        default:
            break;
    }
    if (response.status >= 500)
        return make(ErrorCode::unavailable,
                    "has a fault of its own (" + status + "). Try again; check its log.");
    if (response.status >= 300 && response.status < 400)
        return make(ErrorCode::invalid_argument, "redirects (" + status + ") to '" +
                                                     excerpt(response.header("location")) +
                                                     "', which is not followed. Use the final address.");
    return make(ErrorCode::invalid_argument, "refuses the request (" + status + ").");
}

Expected<HttpResponse> require_json(Expected<HttpResponse> response, const std::string& service) {
    if (!response) return response;
    if (!response->ok()) return Unexpected(status_error(*response, service));
    if (response->is_json()) return response;
    if (response->content_type() == "text/html")
        return fail(
            ErrorCode::permission_denied,
            service +
                " answered with a web page: probably its login form. Give the credential, and check the "
                "address.");
    return fail(ErrorCode::parse_error,
                service + " answered '" + excerpt(response->content_type(), 60) +
                    "' instead of JSON. Check the address; something else answers there.");
}

}  // namespace trimtab::cluster_api
