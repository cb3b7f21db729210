// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTimer>

#include "tests/support/test_cluster/certificates.h"
#include "tests/support/test_cluster/object_store.h"

namespace trimtab::test_cluster {

/// What a test asks the servers with, independent of the product's clients: one request at a time, events are
/// delivered meanwhile.
class LoopbackClient {
  public:
    struct Answer {
        int status = 0;  ///< 0: no answer
        QNetworkReply::NetworkError error = QNetworkReply::NoError;
        QByteArray body;
        QByteArray warning;
        QByteArray retry_after;
        [[nodiscard]] Json json() const { return Json::parse(body.begin(), body.end(), nullptr, false); }
    };

    void trust(const QSslCertificate& authority) { tls_.setCaCertificates({authority}); }

    Answer send(const QByteArray& method, const QUrl& base, const QString& target,
                const QByteArray& body = {}, const QByteArray& content_type = "application/json",
                int patience_ms = 20000) {
        QNetworkRequest request(QUrl(base.toString() + target));
        request.setSslConfiguration(tls_);
        if (!body.isEmpty()) request.setHeader(QNetworkRequest::ContentTypeHeader, content_type);
        if (!authorization.isEmpty()) request.setRawHeader("Authorization", authorization);
        QNetworkReply* reply = manager_.sendCustomRequest(request, method, body);
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(patience_ms, &loop, &QEventLoop::quit);
        loop.exec();
        const Answer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                            reply->isFinished() ? reply->error() : QNetworkReply::TimeoutError,
                            reply->readAll(), reply->rawHeader("Warning"), reply->rawHeader("Retry-After")};
        reply->abort();
        reply->deleteLater();
        return answer;
    }

    Answer get(const QUrl& base, const QString& target) { return send("GET", base, target); }
    Answer merge(const QUrl& base, const QString& target, const Json& patch) {
        return send("PATCH", base, target, QByteArray::fromStdString(patch.dump()),
                    "application/merge-patch+json");
    }
    Answer form(const QUrl& base, const QString& target, const QByteArray& fields) {
        return send("POST", base, target, fields, "application/x-www-form-urlencoded");
    }

    QByteArray authorization;

  private:
    QNetworkAccessManager manager_;
    QSslConfiguration tls_ = QSslConfiguration::defaultConfiguration();
};

}  // namespace trimtab::test_cluster
