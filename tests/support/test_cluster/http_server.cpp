// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/http_server.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

namespace trimtab::test_cluster {

HttpServer::HttpServer(std::string service, FaultPlan& faults, ClusterClock& clock, Handler handler,
                       Failure failure, QObject* parent)
    : QTcpServer(parent),
      service_(std::move(service)),
      faults_(faults),
      clock_(clock),
      handler_(std::move(handler)),
      failure_(std::move(failure)) {}

Expected<void> HttpServer::start(quint16 port) {
    if (listen(QHostAddress::LocalHost, port)) return {};
    return fail(ErrorCode::unavailable,
                "Port " + std::to_string(port) + " cannot be opened: " + errorString().toStdString());
}

QUrl HttpServer::url() const {
    QUrl url;
    url.setScheme(certificates_ ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(serverPort());
    return url;
}

void HttpServer::show(Shown shown, int handshakes) {
    shown_ = shown;
    handshakes_left_ = handshakes;
    resetConnections();
}

void HttpServer::resetConnections() {
    for (HttpConnection* connection : findChildren<HttpConnection*>(Qt::FindDirectChildrenOnly))
        connection->reset();
}

int HttpServer::openConnections() const {
    return static_cast<int>(findChildren<HttpConnection*>(Qt::FindDirectChildrenOnly).size());
}

void HttpServer::incomingConnection(qintptr descriptor) {
    if (!certificates_) {
        auto* socket = new QTcpSocket(this);
        if (!socket->setSocketDescriptor(descriptor)) return socket->deleteLater();
        return serve(socket);
    }
    auto* socket = new QSslSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) return socket->deleteLater();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificates_->certificate(shown_));
    configuration.setPrivateKey(certificates_->key(shown_));
    configuration.setCaCertificates({certificates_->authority()});
    configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
    socket->setSslConfiguration(configuration);
    if (handshakes_left_ > 0 && --handshakes_left_ == 0) shown_ = Shown::good;
    connect(socket, &QSslSocket::sslErrors, socket, [socket] { socket->ignoreSslErrors(); });
    connect(socket, &QSslSocket::encrypted, this, [this, socket] {
        disconnect(socket, &QSslSocket::disconnected, socket, nullptr);
        serve(socket);
    });
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    socket->startServerEncryption();
}

void HttpServer::serve(QTcpSocket* socket) {
    auto* connection = new HttpConnection(socket, this);
    connect(connection, &HttpConnection::requestReceived, this,
            [this, connection](const HttpRequest& request) { handle(request, *connection); });
}

void HttpServer::handle(const HttpRequest& request, HttpConnection& connection) {
    const std::optional<Fault> fault = faults_.next(service_, request);
    if (fault && fault->kind == FaultKind::clock_skew) clock_.setSkew(fault->amount);
    connection.setDate(clock_.nowMs());
    if (fault && fault->kind != FaultKind::clock_skew) return inject(*fault, request, connection);
    handler_(request, connection);
}

void HttpServer::inject(const Fault& fault, const HttpRequest& request, HttpConnection& connection) {
    switch (fault.kind) {
        case FaultKind::latency:
            QTimer::singleShot(static_cast<int>(fault.amount), &connection,
                               [this, request, to = QPointer(&connection)] { handler_(request, *to); });
            return;
        case FaultKind::status: {
            HttpResponse response = failure_(fault.status);
            if (fault.retry_after_s > 0)
                response.headers.emplace_back("Retry-After", std::to_string(fault.retry_after_s));
            return connection.reply(response);
        }
        case FaultKind::hang:
            return;
        case FaultKind::reset:
            return connection.reset();
        case FaultKind::applied_then_reset:
            connection.setCut(Cut::before_body);
            return handler_(request, connection);
        case FaultKind::half_body:
            connection.setCut(Cut::half_body);
            return handler_(request, connection);
        case FaultKind::not_json:
            return connection.reply(
                {200, "text/html; charset=utf-8", "<!DOCTYPE html><title>Sign in</title>"});
        case FaultKind::wrong_type:
            return connection.reply({200, "application/json", "[\"another\", 7]"});
        case FaultKind::huge_body:
            return connection.replyHuge(fault.amount);
        case FaultKind::wrong_ca:
            return show(Shown::other_authority, 1);
        case FaultKind::expired_certificate:
            return show(Shown::expired, 1);
        case FaultKind::clock_skew:
            return;
    }
}

}  // namespace trimtab::test_cluster
