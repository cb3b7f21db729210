// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_server.h"

#include <QPointer>
#include <QSslServer>
#include <QSslSocket>
#include <QTimer>
#include <algorithm>

namespace trimtab::tests {

struct ScriptedServer::Connection {
    QPointer<QTcpSocket> socket;
    int number = 0;
    QByteArray incoming;
    QByteArray stream_path;
    bool streaming = false;
};

namespace {

QByteArray chunk(const QByteArray& bytes) {
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

/// The first complete request at the front of `incoming`, which it leaves.
std::optional<ReceivedRequest> take_request(QByteArray& incoming) {
    const qsizetype head_end = incoming.indexOf("\r\n\r\n");
    if (head_end < 0) return std::nullopt;
    ReceivedRequest request;
    QList<QByteArray> lines = incoming.left(head_end).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers[line.left(colon).trimmed().toLower()] = line.mid(colon + 1).trimmed();
    }
    const qsizetype length = request.headers["content-length"].toLongLong();
    if (incoming.size() < head_end + 4 + length) return std::nullopt;
    request.body = incoming.mid(head_end + 4, length);
    incoming.remove(0, head_end + 4 + length);
    request.method = first.value(0);
    const QByteArray target = first.value(1);
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.left(mark);
    request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    return request;
}

QByteArray head_of(const ScriptedAnswer& answer, const QByteArray& framing) {
    const bool framed = std::any_of(answer.headers.begin(), answer.headers.end(),
                                    [](const auto& header) { return header.first == "Content-Length"; });
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Status\r\n";
    if (!framed) head += framing + "\r\n";
    if (!answer.content_type.isEmpty()) head += "Content-Type: " + answer.content_type + "\r\n";
    for (const auto& [name, value] : answer.headers) head += name + ": " + value + "\r\n";
    return head + "\r\n";
}

void reset(QTcpSocket& socket) {
    socket.flush();
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket.abort();
}

void pour(QPointer<QTcpSocket> socket, const QByteArray& bytes) {
    if (!socket || socket->state() != QAbstractSocket::ConnectedState) return;
    while (socket->bytesToWrite() < 1 << 20) socket->write(bytes);
    QTimer::singleShot(0, socket, [socket, bytes] { pour(socket, bytes); });
}

}  // namespace

ScriptedServer::ScriptedServer(Handler handler, std::optional<QSslConfiguration> tls)
    : handler_(std::move(handler)), secure_(tls.has_value()) {
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        server_ = std::move(server);
    } else {
        server_ = std::make_unique<QTcpServer>();
    }
    connect(server_.get(), &QTcpServer::pendingConnectionAvailable, this, [this] { accept(); });
    reopen();
}

ScriptedServer::~ScriptedServer() {
    for (const auto& connection : open_)
        if (connection->socket) disconnect(connection->socket, nullptr, this, nullptr);
}

QString ScriptedServer::url() const {
    return (secure_ ? "https://127.0.0.1:" : "http://127.0.0.1:") + QString::number(port_);
}
quint16 ScriptedServer::port() const { return port_; }

void ScriptedServer::stopListening() { server_->close(); }
void ScriptedServer::reopen() {
    server_->listen(QHostAddress::LocalHost, port_);
    port_ = server_->serverPort();
}

void ScriptedServer::accept() {
    while (QTcpSocket* socket = server_->nextPendingConnection()) {
        open_.push_back(std::make_unique<Connection>());
        Connection* connection = open_.back().get();
        connection->socket = socket;
        connection->number = ++connections_;
        connect(socket, &QTcpSocket::readyRead, this, [this, connection] { serve(*connection); });
        connect(socket, &QTcpSocket::disconnected, this, [this, connection, socket] {
            socket->deleteLater();
            std::erase_if(open_, [&](const auto& item) { return item.get() == connection; });
        });
        serve(*connection);
    }
}

void ScriptedServer::serve(Connection& connection) {
    const QPointer<QTcpSocket> socket = connection.socket;
    connection.incoming += socket->readAll();
    if (!connection.incoming.isEmpty() && connection.incoming.front() < 'A') {  // TLS, to a server without
        socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        return socket->disconnectFromHost();
    }
    while (socket && socket->state() == QAbstractSocket::ConnectedState && !connection.streaming) {
        auto request = take_request(connection.incoming);
        if (!request) return;
        request->connection = connection.number;
        if (auto* tls = qobject_cast<QSslSocket*>(socket.data())) request->peer = tls->peerCertificate();
        requests_.push_back(*request);
        answer(connection, *request);
    }
}

void ScriptedServer::answer(Connection& connection, const ReceivedRequest& request) {
    const ScriptedAnswer answer = handler_(request);
    QTcpSocket& socket = *connection.socket;
    const QByteArray length = "Content-Length: " + QByteArray::number(answer.body.size());
    const QByteArray half = answer.body.left(answer.body.size() / 2);
    using End = ScriptedAnswer::End;
    switch (answer.end) {
        case End::complete:
            socket.write(head_of(answer, length) + (request.method == "HEAD" ? QByteArray() : answer.body));
            return;
        case End::hang:
            return;
        case End::reset:
            return reset(socket);
        case End::cut:
            socket.write(head_of(answer, length) + half);
            return socket.disconnectFromHost();
        case End::cut_chunk:
            socket.write(head_of(answer, "Transfer-Encoding: chunked") +
                         QByteArray::number(answer.body.size(), 16) + "\r\n" + half);
            return socket.disconnectFromHost();
        case End::stream:
            connection.streaming = true;
            connection.stream_path = request.path;
            socket.write(head_of(answer, "Transfer-Encoding: chunked") +
                         (answer.body.isEmpty() ? QByteArray() : chunk(answer.body)));
            return;
        case End::endless:
            socket.write(head_of(answer, "Transfer-Encoding: chunked"));
            return pour(&socket, chunk(answer.body));
    }
}

std::vector<ScriptedServer::Connection*> ScriptedServer::open_streams(const QByteArray& path_end) const {
    std::vector<Connection*> found;
    for (const auto& connection : open_)
        if (connection->streaming && connection->stream_path.endsWith(path_end))
            found.push_back(connection.get());
    return found;
}

int ScriptedServer::streams(const QByteArray& path_end) const {
    return static_cast<int>(open_streams(path_end).size());
}

void ScriptedServer::push(const QByteArray& bytes, const QByteArray& path_end) {
    for (Connection* connection : open_streams(path_end)) {
        connection->socket->write(chunk(bytes));
        connection->socket->flush();
    }
}

void ScriptedServer::endStreams(bool cleanly, const QByteArray& path_end) {
    for (Connection* connection : open_streams(path_end)) {
        const QPointer<QTcpSocket> socket = connection->socket;
        connection->streaming = false;
        if (cleanly)
            socket->write("0\r\n\r\n");
        else
            reset(*socket);
    }
}

}  // namespace trimtab::tests
