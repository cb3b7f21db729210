// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/single_instance.h"

#include <unistd.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QStandardPaths>

namespace trimtab::app {
namespace {

constexpr int connect_ms = 500;
constexpr int answer_ms = 5000;         // a window that is busy starting a run answers late
constexpr qint64 most_bytes = 1 << 20;  // of one message: a line of JSON, an array of absolute paths
constexpr const char* answer = "taken\n";

}  // namespace

SingleInstance::SingleInstance(const std::string& settings_file, QObject* parent) : QObject(parent) {
    const QString place = settings_file.empty()
                              ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
                              : QFileInfo(QString::fromStdString(settings_file)).absoluteFilePath();
    const QByteArray hash = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex();
    name_ = QStringLiteral("trimtab-workbench-%1-%2").arg(::getuid()).arg(QLatin1String(hash.left(12)));
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* socket = server_.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] { readFrom(socket); });
            readFrom(socket);
        }
    });
}

bool SingleInstance::handOver(const std::vector<std::string>& paths) {
    QJsonArray list;
    for (const std::string& path : paths)
        list.append(QDir::cleanPath(QDir::current().absoluteFilePath(QString::fromStdString(path))));
    QLocalSocket socket;
    socket.connectToServer(name_);
    if (!socket.waitForConnected(connect_ms)) return false;
    socket.write(QJsonDocument(list).toJson(QJsonDocument::Compact) + '\n');
    while (!socket.canReadLine())
        if (!socket.waitForReadyRead(answer_ms)) return false;
    return socket.readLine() == answer;
}

bool SingleInstance::listen() {
    if (server_.listen(name_)) return true;
    // Left by a workbench that was killed: nobody answers there.
    QLocalSocket probe;
    probe.connectToServer(name_);
    if (probe.waitForConnected(connect_ms)) return false;
    QLocalServer::removeServer(name_);
    return server_.listen(name_);
}

void SingleInstance::readFrom(QLocalSocket* socket) {
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > most_bytes) socket->abort();
        return;
    }
    const QJsonDocument message = QJsonDocument::fromJson(socket->readLine(most_bytes));
    if (!message.isArray()) return socket->abort();
    QStringList paths;
    for (const QJsonValue& path : message.array()) paths << path.toString();
    socket->write(answer);
    socket->flush();
    Q_EMIT opened(paths);
}

}  // namespace trimtab::app
