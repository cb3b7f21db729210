// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QUrl>
#include <functional>
#include <memory>

#include "tests/support/test_cluster/certificates.h"
#include "tests/support/test_cluster/cluster_clock.h"
#include "tests/support/test_cluster/faults.h"
#include "tests/support/test_cluster/http_connection.h"

namespace trimtab::test_cluster {

/// One service on loopback over HTTP, or TLS where certificates are given; faults come before its handler.
class HttpServer final : public QTcpServer {
    Q_OBJECT

  public:
    /// Answers now, or keeps the connection (a watch) and answers later.
    using Handler = std::function<void(const HttpRequest& request, HttpConnection& connection)>;
    /// The body and type that the service gives to a failure.
    using Failure = std::function<HttpResponse(int status)>;

    HttpServer(std::string service, FaultPlan& faults, ClusterClock& clock, Handler handler, Failure failure,
               QObject* parent);

    void useTls(std::shared_ptr<Certificates> certificates) { certificates_ = std::move(certificates); }
    /// For the next `handshakes` connections (-1: all); open ones are reset.
    void show(Shown shown, int handshakes = -1);
    /// port 0: any free one.
    [[nodiscard]] Expected<void> start(quint16 port);
    [[nodiscard]] QUrl url() const;
    void resetConnections();
    /// Those that now wait or stream.
    [[nodiscard]] int openConnections() const;

  protected:
    void incomingConnection(qintptr descriptor) override;

  private:
    void serve(QTcpSocket* socket);
    void handle(const HttpRequest& request, HttpConnection& connection);
    void inject(const Fault& fault, const HttpRequest& request, HttpConnection& connection);

    const std::string service_;
    FaultPlan& faults_;
    ClusterClock& clock_;
    const Handler handler_;
    const Failure failure_;
    std::shared_ptr<Certificates> certificates_;
    Shown shown_ = Shown::good;
    int handshakes_left_ = -1;
};

}  // namespace trimtab::test_cluster
