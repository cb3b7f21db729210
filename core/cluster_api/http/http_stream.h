// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkReply>
#include <QObject>

#include "core/cluster_api/http/http_client.h"

namespace trimtab::cluster_api {

/// One long answer that is read while it comes, as a watch is. It keeps a connection of its own: over
/// HTTP/1.1 six open watches would block every other request to the host. Belongs to the thread of its
/// client, which must outlive it.
class HttpStream final : public QObject {
    Q_OBJECT

  public:
    explicit HttpStream(const HttpClient& client, QObject* parent = nullptr);
    ~HttpStream() override;

    /// Starts; closes what was open. `idle_timeout_ms`: longest silence before the server counts as hung;
    /// until the head has come it is the request's attempt_timeout_ms. The deadline and retries do not apply.
    void open(const HttpRequest& request, std::int64_t idle_timeout_ms);
    /// Ends it without a signal.
    void close();
    [[nodiscard]] bool active() const { return active_; }

  Q_SIGNALS:
    /// Status 200..299; the head only.
    void opened(const trimtab::cluster_api::HttpResponse& head);
    /// A piece of the body, of any length. The receiver may close() the stream, not destroy it.
    void received(const QByteArray& chunk);
    /// The end, once for each open(). After a status 200..299: that head with an empty body. Other statuses:
    /// the whole answer. Or why the connection broke.
    void ended(const trimtab::Expected<trimtab::cluster_api::HttpResponse>& result);

  private:
    void connect_to_server(bool rejected);
    void read();
    void complete();
    void watch_silence();
    void finish(Expected<HttpResponse> result);
    void drop();

    NetworkSession session_;
    std::shared_ptr<CredentialProvider> credentials_;
    HttpBehaviour behaviour_;
    HttpRequest request_;
    std::int64_t idle_timeout_ms_ = 0;
    std::int64_t last_byte_ms_ = 0;
    bool active_ = false;
    bool announced_ = false;
    bool renewed_ = false;
    Credential used_;
    HttpResponse refused_;  ///< body of a status outside 200..299
    QList<QSslError> tls_errors_;
    QNetworkReply* reply_ = nullptr;
    QObject* scope_ = nullptr;  ///< owns timers and connections of the present try
};

}  // namespace trimtab::cluster_api
