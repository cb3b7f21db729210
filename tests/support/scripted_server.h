// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTcpServer>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QTcpSocket;

namespace trimtab::tests {

/// What a client sent.
struct ReceivedRequest {
    QByteArray method;
    QByteArray path;                           ///< without the query
    QByteArray query;                          ///< as sent
    std::map<QByteArray, QByteArray> headers;  ///< names in lower case
    QByteArray body{};
    QSslCertificate peer;  ///< the client's certificate; null without
    int connection = 0;    ///< counted from 1
};

/// What the server does about it.
struct ScriptedAnswer {
    enum class End {
        complete,   ///< the whole answer; the connection stays open
        hang,       ///< nothing at all
        reset,      ///< the connection is reset before a byte
        cut,        ///< the head and the first half of the body, then the end
        cut_chunk,  ///< the same with Transfer-Encoding: chunked, within a chunk
        stream,     ///< chunked; the body as first chunk, more through push()
        endless     ///< the body again and again without end
    };
    int status = 200;
    QByteArray body{};
    QByteArray content_type = "application/json";
    std::vector<std::pair<QByteArray, QByteArray>> headers{};
    End end = End::complete;
};

/// A small HTTP/1.1 server on loopback, over TLS where a configuration is given. Lives in the thread that
/// made it.
class ScriptedServer final : public QObject {
    Q_OBJECT

  public:
    using Handler = std::function<ScriptedAnswer(const ReceivedRequest&)>;

    explicit ScriptedServer(Handler handler, std::optional<QSslConfiguration> tls = std::nullopt);
    ~ScriptedServer() override;

    void setHandler(Handler handler) { handler_ = std::move(handler); }
    [[nodiscard]] QString url() const;  ///< "https://127.0.0.1:PORT"
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] const std::vector<ReceivedRequest>& requests() const { return requests_; }
    void forgetRequests() { requests_.clear(); }
    [[nodiscard]] int connections() const { return connections_; }

    /// Streams that are open now, whose path ends so.
    [[nodiscard]] int streams(const QByteArray& path_end = {}) const;
    /// Sends one chunk to each of them.
    void push(const QByteArray& bytes, const QByteArray& path_end = {});
    /// Ends them: as a server does whose time is up, or by cutting the connection.
    void endStreams(bool cleanly, const QByteArray& path_end = {});
    /// Refuses connections until reopen().
    void stopListening();
    void reopen();

  private:
    struct Connection;
    void accept();
    void serve(Connection& connection);
    void answer(Connection& connection, const ReceivedRequest& request);
    [[nodiscard]] std::vector<Connection*> open_streams(const QByteArray& path_end) const;

    Handler handler_;
    std::unique_ptr<QTcpServer> server_;
    std::vector<std::unique_ptr<Connection>> open_;
    std::vector<ReceivedRequest> requests_;
    quint16 port_ = 0;
    int connections_ = 0;
    bool secure_ = false;
};

}  // namespace trimtab::tests
