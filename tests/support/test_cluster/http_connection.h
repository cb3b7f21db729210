// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QTcpSocket>

#include "tests/support/test_cluster/http_message.h"

namespace trimtab::test_cluster {

/// How an answer is spoilt on its way out.
enum class Cut {
    none,
    before_body,  ///< the request was carried out, the connection is reset before a byte of the answer
    half_body     ///< half of the answer, or of a stream's next piece, then a reset
};

/// One connection of HTTP/1.1 with keep-alive: one request at a time, answered whole or as a chunked stream.
/// Deletes itself when the peer goes. Lives in its server's thread.
class HttpConnection final : public QObject {
    Q_OBJECT

  public:
    /// Takes the socket over; an encrypted one has finished its handshake.
    HttpConnection(QTcpSocket* socket, QObject* parent);

    void reply(const HttpResponse& response);

    void startStream(const std::string& content_type);
    void sendChunk(const QByteArray& bytes);
    void finishStream();
    [[nodiscard]] bool streaming() const { return streaming_; }

    /// A 200 whose body has `bytes` bytes of JSON text without an end; written as fast as the peer reads.
    void replyHuge(qint64 bytes);

    /// Spoils the answer of the present request.
    void setCut(Cut cut) { cut_ = cut; }
    /// Ends the connection with a RST.
    void reset();
    /// The time that the Date header shows, in ms since the epoch.
    void setDate(qint64 ms) { date_ms_ = ms; }

  Q_SIGNALS:
    void requestReceived(const trimtab::test_cluster::HttpRequest& request);
    /// The peer went, or the stream was finished.
    void closed();

  private:
    void read();
    /// Whether a whole request was taken out of the buffer.
    [[nodiscard]] bool takeRequest(HttpRequest& request);
    void write(const QByteArray& bytes);
    void fill();
    [[nodiscard]] QByteArray head(int status, const std::string& content_type) const;

    QPointer<QTcpSocket> socket_;
    QByteArray buffer_;
    bool busy_ = false;  ///< a request waits for its answer
    bool streaming_ = false;
    Cut cut_ = Cut::none;
    qint64 huge_left_ = 0;
    qint64 date_ms_ = 0;
};

}  // namespace trimtab::test_cluster
