// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/http/http_stream.h"

#include <QPointer>
#include <algorithm>
#include <utility>

#include "core/cluster_api/http/bounded_read.h"
#include "core/cluster_api/http/http_error.h"
#include "core/cluster_api/http/http_exchange.h"
#include "core/cluster_api/http/redaction.h"

namespace trimtab::cluster_api {

HttpStream::HttpStream(const HttpClient& client, QObject* parent)
    : QObject(parent),
      session_(client.endpoint()),
      credentials_(client.credentials()),
      behaviour_(client.behaviour()) {}

HttpStream::~HttpStream() { drop(); }

void HttpStream::open(const HttpRequest& request, std::int64_t idle_timeout_ms) {
    drop();
    request_ = request;
    idle_timeout_ms_ = idle_timeout_ms;
    active_ = true;
    announced_ = false;
    renewed_ = false;
    connect_to_server(false);
}

void HttpStream::close() { drop(); }

void HttpStream::drop() {
    active_ = false;
    delete std::exchange(scope_, nullptr);
    if (QNetworkReply* reply = std::exchange(reply_, nullptr)) {
        leave(*reply);
    }
}

void HttpStream::connect_to_server(bool rejected) {
    delete std::exchange(scope_, nullptr);
    scope_ = new QObject(this);
    credentials_->fetch(rejected, scope_, [this, rejected](Expected<Credential> credential) {
        if (!active_) return;
        if (rejected && (!credential || *credential == used_)) return finish(std::move(refused_));
        if (!credential) return finish(Unexpected(credential.error()));
        used_ = *credential;
        refused_ = {};
        tls_errors_.clear();
        auto sent = session_.send(request_, used_);
        if (!sent) return finish(Unexpected(sent.error()));
        reply_ = *sent;
        last_byte_ms_ = behaviour_.clock->monotonic_ms();
        watch_silence();
        connect(reply_, &QNetworkReply::sslErrors, scope_,
                [this](const QList<QSslError>& errors) { tls_errors_ = errors; });
        connect(reply_, &QNetworkReply::metaDataChanged, scope_, [this] { read(); });
        connect(reply_, &QNetworkReply::readyRead, scope_, [this] { read(); });
        connect(reply_, &QNetworkReply::finished, scope_, [this] { complete(); });
    });
}

void HttpStream::watch_silence() {
    // The head comes at once, also where nothing happens afterwards.
    const std::int64_t limit_ms =
        announced_ ? idle_timeout_ms_ : std::min(idle_timeout_ms_, request_.attempt_timeout_ms);
    const std::int64_t silent_ms = behaviour_.clock->monotonic_ms() - last_byte_ms_;
    if (silent_ms >= limit_ms)
        return finish(fail(ErrorCode::unavailable,
                           "Nothing came for " + std::to_string(limit_ms / 1000) +
                               " s, so the server or the way to it hangs. Connecting again.",
                           origin_text(session_.endpoint().base_url)));
    // Armed anew for the rest: a timer a chunk would cost more than the chunk.
    behaviour_.clock->call_after(limit_ms - silent_ms, scope_, [this] { watch_silence(); });
}

void HttpStream::read() {
    if (reply_ == nullptr) return;
    last_byte_ms_ = behaviour_.clock->monotonic_ms();
    const HttpResponse head = response_head(*reply_);
    if (!head.ok()) {
        if (head.status == 0) return;
        read_up_to(*reply_, refused_.body, request_.response_limit);
        return;
    }
    const QPointer<QNetworkReply> reply = reply_;
    if (!announced_) {
        announced_ = true;
        Q_EMIT opened(head);
    }
    if (!active_ || reply_ != reply) return;
    const QByteArray chunk = reply_->readAll();
    if (!chunk.isEmpty()) Q_EMIT received(chunk);
}

void HttpStream::complete() {
    const QPointer<QNetworkReply> reply = reply_;
    read();
    if (!active_ || reply_ != reply) return;  // the receiver closed it, or opened another
    HttpResponse head = response_head(*reply_);
    const QNetworkReply::NetworkError error = reply_->error();
    const bool answered = is_complete_answer(*reply_);
    reply_->deleteLater();
    reply_ = nullptr;
    if (!answered)
        return finish(Unexpected(transport_error(error, tls_errors_, session_.endpoint().base_url)));
    if (head.ok()) return finish(std::move(head));
    head.body = refused_.body;
    redact(head, used_);
    redact(head, session_.proxy_credential());
    if (head.status == 401 && !renewed_) {
        renewed_ = true;
        refused_ = std::move(head);
        // Later: this runs within the signal of a connection that the next try deletes.
        QMetaObject::invokeMethod(
            scope_, [this] { connect_to_server(true); }, Qt::QueuedConnection);
        return;
    }
    finish(std::move(head));
}

void HttpStream::finish(Expected<HttpResponse> result) {
    QObject* scope = std::exchange(scope_, nullptr);
    if (QNetworkReply* reply = std::exchange(reply_, nullptr)) {
        // Only our own connections: abort() reaches the network through a signal of the reply.
        disconnect(reply, nullptr, scope, nullptr);
        leave(*reply);
    }
    if (scope != nullptr) scope->deleteLater();
    scope_ = new QObject(this);
    // Later: the receiver may open the stream again while one of our functions still runs.
    QMetaObject::invokeMethod(
        scope_,
        [this, result = std::move(result)] {
            active_ = false;
            std::exchange(scope_, nullptr)->deleteLater();
            Q_EMIT ended(result);
        },
        Qt::QueuedConnection);
}

}  // namespace trimtab::cluster_api
