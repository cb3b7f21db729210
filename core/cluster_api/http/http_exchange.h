// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkReply>
#include <QPointer>
#include <QSslError>

#include "core/cluster_api/http/http_client.h"

namespace trimtab::cluster_api {

/// One request of an HttpClient with all its attempts. A child of the client; deletes itself after the
/// callback.
class HttpExchange final : public QObject {
    Q_OBJECT

  public:
    HttpExchange(HttpRequest request, NetworkSession& session,
                 std::shared_ptr<CredentialProvider> credentials, const HttpBehaviour& behaviour,
                 QObject* context, HttpClient::Done done, QObject* parent);
    ~HttpExchange() override;

    void start();

  private:
    struct Attempt;

    void fetch_credential(bool rejected);
    void attempt(const Credential& credential);
    void read_body();
    void abandon_attempt();
    void complete();
    void answered();
    void broken(const Error& error, bool before_sending);
    bool repeat_after(std::optional<std::int64_t> retry_after_ms);
    void finish(Expected<HttpResponse> result);
    [[nodiscard]] std::int64_t remaining_ms() const;

    const HttpRequest request_;
    NetworkSession& session_;
    const std::shared_ptr<CredentialProvider> credentials_;
    const HttpBehaviour& behaviour_;
    const QPointer<QObject> context_;
    HttpClient::Done done_;
    std::int64_t started_ms_ = 0;
    int attempts_ = 0;
    bool renewed_ = false;  ///< the credential after a 401
    bool finished_ = false;
    Credential used_;
    HttpResponse response_;
    std::optional<HttpResponse> rejected_;  ///< the 401 to hand over where no new credential comes
    QList<QSslError> tls_errors_;
    QNetworkReply* reply_ = nullptr;
    QObject* attempt_scope_ = nullptr;  ///< owns the attempt's timers and connections
};

/// The answer's head: status and headers.
[[nodiscard]] HttpResponse response_head(const QNetworkReply& reply);

/// Whether a finished reply is an answer of whatever status, instead of a broken connection or broken HTTP.
[[nodiscard]] bool is_complete_answer(const QNetworkReply& reply);

/// Ends a reply that nobody waits for any more.
void leave(QNetworkReply& reply);

/// Whether a JSON body lacks its end.
[[nodiscard]] bool is_cut_json(const HttpResponse& response);

}  // namespace trimtab::cluster_api
