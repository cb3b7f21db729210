// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/transport_probe.h"

#include <QDateTime>
#include <QHostInfo>
#include <QSslCertificate>
#include <QSslSocket>
#include <cmath>

#include "core/base/translatable.h"
#include "core/cluster_api/http/event_wait.h"

namespace trimtab::cluster_api {
namespace {

std::int64_t milliseconds(double seconds) { return std::llround(seconds * 1000); }

bool look_up(const std::string& connection, const QString& host, std::int64_t timeout_ms,
             const DoctorSink& sink, StopToken stop) {
    std::optional<QHostInfo> found;
    QObject scope;
    QHostInfo::lookupHost(host, &scope, [&found](const QHostInfo& info) { found = info; });
    wait_until([&found] { return found.has_value(); }, stop, timeout_ms);
    if (found && found->error() == QHostInfo::NoError && !found->addresses().isEmpty()) {
        sink({connection, "name", DoctorResult::passed,
              host.toStdString() + " has the address " + found->addresses().first().toString().toStdString(),
              "", ""});
        return true;
    }
    sink({connection, "name", DoctorResult::failed, "the name " + host.toStdString() + " cannot be resolved",
          translatable("CoreTexts", "it is misspelt, or only known inside the cluster or behind a VPN"),
          host.contains(QLatin1String(".svc"))
              ? "kubectl port-forward -n NAMESPACE svc/NAME LOCAL:PORT, then use http://localhost:LOCAL"
              : "getent hosts " + host.toStdString()});
    return false;
}

bool open_port(const std::string& connection, const QUrl& url, int port, std::int64_t timeout_ms,
               const DoctorSink& sink, StopToken stop) {
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(url.host(), static_cast<quint16>(port));
    wait_until(
        [&socket] {
            return socket.state() == QAbstractSocket::ConnectedState ||
                   socket.state() == QAbstractSocket::UnconnectedState;
        },
        stop, timeout_ms);
    const std::string where = url.host().toStdString() + ":" + std::to_string(port);
    if (socket.state() == QAbstractSocket::ConnectedState) {
        sink({connection, "port", DoctorResult::passed, where + " accepts connections", "", ""});
        return true;
    }
    const bool refused = socket.error() == QAbstractSocket::ConnectionRefusedError;
    sink({connection, "port", DoctorResult::failed,
          refused ? "nothing listens on " + where : where + " does not answer",
          refused ? translatable("CoreTexts", "the service does not run there, or a port-forward has ended")
                  : translatable("CoreTexts", "a firewall drops the packets, or the machine is down"),
          connection == "Prometheus"
              ? "kubectl port-forward -n monitoring svc/prometheus " + std::to_string(port) + ":9090"
          : connection == "Locust" ? "locust -f locustfile.py --web-port " + std::to_string(port)
                                   : "kubectl cluster-info"});
    return false;
}

/// Why a certificate is refused, and what repairs it.
DoctorFinding tls_failure(const std::string& connection, const QSslSocket& socket,
                          const QList<QSslError>& errors) {
    DoctorFinding finding{connection, "TLS", DoctorResult::failed, socket.errorString().toStdString(),
                          "",         ""};
    const std::string ca_key = connection == "Kubernetes" ? "certificate-authority in the kubeconfig"
                               : connection == "Locust"   ? "cluster.locust_ca_file"
                                                          : "cluster.prometheus_ca_file";
    for (const QSslError& error : errors) {
        switch (error.error()) {
            case QSslError::CertificateExpired:
                finding.cause = "the server's certificate ended on " +
                                error.certificate().expiryDate().toString(Qt::ISODate).toStdString();
                finding.fix = "renew the server's certificate; check this machine's clock: date -u";
                return finding;
            case QSslError::CertificateNotYetValid:
                finding.cause = translatable(
                    "CoreTexts", "the server's certificate is not valid yet: one of the two clocks is wrong");
                finding.fix = "date -u";
                return finding;
            case QSslError::HostNameMismatch:
                finding.cause = translatable(
                    "CoreTexts", "the certificate is for another name than the one in the address");
                finding.fix = "use the name that the certificate carries";
                return finding;
            default:
                finding.cause = translatable(
                    "CoreTexts", "the certificate was signed by an authority that is not trusted here");
                finding.fix = "set " + ca_key + " to the authority's PEM file";
        }
    }
    if (errors.isEmpty()) {
        finding.cause = translatable("CoreTexts", "the server does not speak TLS on this port");
        finding.fix = "use http:// instead of https://, or the TLS port";
    }
    return finding;
}

bool shake_hands(const std::string& connection, const QUrl& url, int port, const TlsSettings& tls,
                 std::int64_t timeout_ms, const DoctorSink& sink, StopToken stop) {
    if (url.scheme() != QLatin1String("https")) {
        sink({connection, "TLS", DoctorResult::passed,
              translatable("CoreTexts", "not used: the address begins with http://"), "", ""});
        return true;
    }
    const auto configuration = make_ssl_configuration(tls, {});
    if (!configuration) {
        sink({connection, "TLS", DoctorResult::failed, configuration.error().message,
              translatable("CoreTexts", "the file cannot be used"), ""});
        return false;
    }
    QSslSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.setSslConfiguration(*configuration);
    QList<QSslError> errors;
    bool over = false;
    QObject::connect(&socket, &QSslSocket::sslErrors, &socket, [&](const QList<QSslError>& list) {
        errors = list;
        if (!tls.verify) socket.ignoreSslErrors();
    });
    QObject::connect(&socket, &QSslSocket::disconnected, &socket, [&over] { over = true; });
    QObject::connect(&socket, &QSslSocket::errorOccurred, &socket, [&over] { over = true; });
    const QString name = tls.server_name.isEmpty() ? url.host() : tls.server_name;
    socket.connectToHostEncrypted(url.host(), static_cast<quint16>(port), name);
    wait_until([&] { return over || socket.isEncrypted(); }, stop, timeout_ms);
    if (!socket.isEncrypted()) {
        sink(tls_failure(connection, socket, errors));
        return false;
    }
    if (!tls.verify) {
        sink(
            {connection, "TLS", DoctorResult::passed,
             translatable("CoreTexts",
                          "encrypted, but the certificate is NOT verified: anybody between could read along"),
             "", "give the authority's PEM file instead of switching verification off"});
        return true;
    }
    sink({connection, "TLS", DoctorResult::passed,
          "certificate valid until " +
              socket.peerCertificate().expiryDate().toString(QStringLiteral("yyyy-MM-dd")).toStdString(),
          "", ""});
    return true;
}

}  // namespace

bool probe_transport(const std::string& connection, const QUrl& url, const TlsSettings& tls, bool proxied,
                     double timeout_s, const DoctorSink& sink, StopToken stop) {
    if (proxied) {
        sink({connection, "name", DoctorResult::skipped,
              translatable("CoreTexts", "the proxy of the environment resolves and connects"), "", ""});
        return true;
    }
    const std::int64_t timeout_ms = milliseconds(timeout_s);
    const int port = url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    return look_up(connection, url.host(), timeout_ms, sink, stop) &&
           open_port(connection, url, port, timeout_ms, sink, stop) &&
           shake_hands(connection, url, port, tls, timeout_ms, sink, stop);
}

}  // namespace trimtab::cluster_api
