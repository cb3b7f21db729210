// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/http/network_session.h"

#include <QLoggingCategory>
#include <algorithm>
#include <utility>

#include "core/cluster_api/http/http_error.h"

namespace trimtab::cluster_api {
namespace {

Q_LOGGING_CATEGORY(http_log, "trimtab.http", QtWarningMsg)

QByteArray authorization(const Credential& credential) {
    switch (credential.scheme) {
        case Credential::Scheme::bearer:
            return "Bearer " + QByteArray::fromStdString(credential.secret);
        case Credential::Scheme::basic:
            return "Basic " + QByteArray::fromStdString(credential.user + ':' + credential.secret).toBase64();
        case Credential::Scheme::none:
            break;
    }
    return {};
}

}  // namespace

Expected<HttpEndpoint> make_endpoint(const QString& base_url, const TlsSettings& tls,
                                     const EnvironmentReader& environment) {
    HttpEndpoint endpoint;
    endpoint.base_url = QUrl(base_url.trimmed(), QUrl::StrictMode);
    const QUrl& url = endpoint.base_url;
    if (!url.userInfo().isEmpty())
        return fail(ErrorCode::invalid_argument,
                    "The address holds a user or a password. Take it out, and store it as the connection's "
                    "credential.");
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http" && url.scheme() != "https"))
        return fail(ErrorCode::invalid_argument, "This is not an address. Write it as https://HOST:PORT.",
                    excerpt(base_url.toUtf8(), 100));
    if (url.hasQuery() || url.hasFragment())
        return fail(ErrorCode::invalid_argument, "The address must end with its path, without '?' and '#'.",
                    origin_text(url));
    endpoint.tls = tls;
    auto proxy = proxy_from_environment(url, environment);
    if (!proxy) return Unexpected(proxy.error());
    endpoint.proxy = *proxy;
    return endpoint;
}

Credential NetworkSession::proxy_credential() const {
    const QNetworkProxy& proxy = endpoint_.proxy;
    if (proxy.password().isEmpty()) return {};
    return Credential::basic(proxy.user().toStdString(), proxy.password().toStdString());
}

QUrl NetworkSession::url_of(const HttpRequest& request) const {
    QUrl url = endpoint_.base_url;
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith('/')) path.chop(1);
    url.setPath(path + request.path, QUrl::TolerantMode);
    if (!request.query.empty())
        url.setQuery(QString::fromLatin1(encode_form(request.query)), QUrl::StrictMode);
    return url;
}

Expected<void> NetworkSession::assume(const Credential& credential) {
    const bool same =
        credential.certificate_pem == identity_.certificate_pem && credential.key_pem == identity_.key_pem;
    if (manager_ && same) return {};
    auto tls = make_ssl_configuration(endpoint_.tls, credential);
    if (!tls) return Unexpected(tls.error());
    tls_ = *tls;
    identity_ = credential;
    // Replies in flight stop with their manager; within one's own signal it must live a little longer.
    manager_ = std::shared_ptr<QNetworkAccessManager>(new QNetworkAccessManager,
                                                      [](QNetworkAccessManager* old) { old->deleteLater(); });
    manager_->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager_->setProxy(endpoint_.proxy);
    return {};
}

Expected<QNetworkReply*> NetworkSession::send(const HttpRequest& request, const Credential& credential) {
    const QByteArray proof = authorization(credential);
    const bool breaks_header =
        std::any_of(proof.begin(), proof.end(), [](char c) { return c >= 0 && c < ' '; });
    if (breaks_header)
        return fail(ErrorCode::invalid_argument,
                    "The token holds a line break or another control character. Store it again without.");
    const auto assumed = assume(credential);
    if (!assumed) return Unexpected(assumed.error());
    QNetworkRequest outgoing(url_of(request));
    outgoing.setSslConfiguration(tls_);
    if (!endpoint_.tls.server_name.isEmpty()) outgoing.setPeerVerifyName(endpoint_.tls.server_name);
    outgoing.setAttribute(QNetworkRequest::Http2AllowedAttribute, endpoint_.http2);
    outgoing.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    outgoing.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    outgoing.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute})
        outgoing.setAttribute(attribute, QNetworkRequest::Manual);
    // Qt's own guard against archive bombs would also stop large lists; our limit counts what comes out.
    outgoing.setDecompressedSafetyCheckThreshold(-1);
    outgoing.setRawHeader("User-Agent", "trimtab");
    if (!request.accept.isEmpty()) outgoing.setRawHeader("Accept", request.accept);
    if (!request.content_type.isEmpty()) outgoing.setRawHeader("Content-Type", request.content_type);
    if (!proof.isEmpty()) outgoing.setRawHeader("Authorization", proof);
    for (const auto& [name, value] : request.headers) outgoing.setRawHeader(name, value);
    qCDebug(http_log).noquote() << request.method << QString::fromStdString(origin_text(outgoing.url()))
                                << outgoing.url().path();
    return manager_->sendCustomRequest(outgoing, request.method, request.body);
}

}  // namespace trimtab::cluster_api
