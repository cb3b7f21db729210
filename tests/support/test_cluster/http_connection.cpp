// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/http_connection.h"

#include <sys/socket.h>

#include <QDateTime>
#include <QLocale>
#include <QSslCertificate>
#include <QSslSocket>
#include <algorithm>

namespace trimtab::test_cluster {
namespace {

constexpr qsizetype max_head_bytes = 64 * 1024;
constexpr qint64 huge_piece_bytes = 256 * 1024;

std::string verified_name(const QTcpSocket* socket) {
    const auto* tls = qobject_cast<const QSslSocket*>(socket);
    if (tls == nullptr || tls->peerCertificate().isNull() || !tls->sslHandshakeErrors().isEmpty()) return {};
    return tls->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0).toStdString();
}

}  // namespace

HttpConnection::HttpConnection(QTcpSocket* socket, QObject* parent)
    : QObject(parent), socket_(socket), date_ms_(QDateTime::currentMSecsSinceEpoch()) {
    socket->setParent(this);
    connect(socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(socket, &QTcpSocket::bytesWritten, this, &HttpConnection::fill);
    connect(socket, &QTcpSocket::disconnected, this, [this] {
        streaming_ = false;
        Q_EMIT closed();
        deleteLater();
    });
    QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

void HttpConnection::read() {
    if (!socket_) return;
    buffer_ += socket_->readAll();
    HttpRequest request;
    if (busy_ || !takeRequest(request)) return;
    busy_ = true;
    cut_ = Cut::none;
    request.client_certificate_name = verified_name(socket_);
    Q_EMIT requestReceived(request);
}

bool HttpConnection::takeRequest(HttpRequest& request) {
    const qsizetype end = buffer_.indexOf("\r\n\r\n");
    if (end < 0) {
        if (buffer_.size() > max_head_bytes) reset();
        return false;
    }
    QList<QByteArray> lines = buffer_.left(end).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.headers[line.left(colon).trimmed().toLower().toStdString()] =
                line.mid(colon + 1).trimmed().toStdString();
    }
    const qsizetype length = QByteArray::fromStdString(request.header("content-length")).toLongLong();
    const qsizetype body = end + 4;
    if (first.size() != 3 || length < 0) {
        reset();
        return false;
    }
    if (buffer_.size() < body + length) return false;
    request.method = first[0].toStdString();
    const qsizetype question = first[1].indexOf('?');
    request.path =
        QByteArray::fromPercentEncoding(question < 0 ? first[1] : first[1].left(question)).toStdString();
    if (question >= 0) request.query = decode_form(first[1].mid(question + 1).toStdString());
    request.body = buffer_.mid(body, length).toStdString();
    buffer_.remove(0, body + length);
    return true;
}

QByteArray HttpConnection::head(int status, const std::string& content_type) const {
    const QDateTime date = QDateTime::fromMSecsSinceEpoch(date_ms_, Qt::UTC);
    const std::string_view phrase = reason_phrase(status);
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' +
           QByteArray(phrase.data(), qsizetype(phrase.size())) +
           "\r\nContent-Type: " + QByteArray::fromStdString(content_type) + "\r\nDate: " +
           QLocale::c().toString(date, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1() + "\r\n";
}

void HttpConnection::reply(const HttpResponse& response) {
    QByteArray bytes = head(response.status, response.content_type);
    for (const auto& [name, value] : response.headers)
        bytes += QByteArray::fromStdString(name + ": " + value + "\r\n");
    bytes += "Content-Length: " + QByteArray::number(qlonglong(response.body.size())) + "\r\n\r\n";
    const qsizetype half = bytes.size() + qsizetype(response.body.size()) / 2;
    bytes += QByteArray::fromStdString(response.body);
    if (cut_ == Cut::half_body) bytes.truncate(half);
    write(bytes);
    busy_ = false;
    QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

void HttpConnection::startStream(const std::string& content_type) {
    streaming_ = true;
    if (cut_ == Cut::before_body) {
        reset();
    } else if (socket_) {
        socket_->write(head(200, content_type) + "Transfer-Encoding: chunked\r\n\r\n");
    }
}

void HttpConnection::sendChunk(const QByteArray& bytes) {
    if (!streaming_ || bytes.isEmpty()) return;
    QByteArray piece = QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
    if (cut_ == Cut::half_body) piece.truncate(piece.size() / 2);
    write(piece);
}

void HttpConnection::finishStream() {
    if (!streaming_) return;
    streaming_ = false;
    write("0\r\n\r\n");
    busy_ = false;
    Q_EMIT closed();
    QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

void HttpConnection::write(const QByteArray& bytes) {
    if (!socket_) return;
    if (cut_ == Cut::before_body) {
        reset();
        return;
    }
    socket_->write(bytes);
    if (cut_ != Cut::half_body) return;
    while (socket_ && socket_->bytesToWrite() > 0 && socket_->waitForBytesWritten(1000)) {
    }
    reset();
}

void HttpConnection::replyHuge(qint64 bytes) {
    if (!socket_) return;
    huge_left_ = bytes;
    socket_->write(head(200, "application/json") + "Content-Length: " + QByteArray::number(bytes) +
                   "\r\n\r\n[");
    --huge_left_;
    fill();
}

void HttpConnection::fill() {
    if (huge_left_ <= 0) return;
    while (socket_ && huge_left_ > 0 && socket_->bytesToWrite() < huge_piece_bytes) {
        QByteArray piece(std::min(huge_left_, huge_piece_bytes), ' ');
        for (qsizetype i = 0; i + 1 < piece.size(); i += 2) piece[i] = '0', piece[i + 1] = ',';
        huge_left_ -= piece.size();
        socket_->write(piece);
    }
    if (huge_left_ > 0) return;
    busy_ = false;
    QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

void HttpConnection::reset() {
    if (!socket_) return;
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(socket_->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket_->abort();
}

}  // namespace trimtab::test_cluster
