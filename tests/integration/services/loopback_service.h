// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace trimtab::tests {

/// A port of loopback that nothing listened on a moment ago.
inline quint16 free_port() {
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

/// A service of the distribution, started by a test and stopped with this object.
class LoopbackService {
  public:
    ~LoopbackService() { stop(); }

    /// False where the program is missing or its port is not open after half a minute; output() may say why.
    bool start(const QString& program, const QStringList& arguments, quint16 port) {
        process_.setProcessChannelMode(QProcess::MergedChannels);
        process_.start(program, arguments);
        if (!process_.waitForStarted()) return false;
        return QTest::qWaitFor(
                   [this, port] {
                       if (process_.state() == QProcess::NotRunning) return true;
                       QTcpSocket socket;
                       socket.connectToHost(QHostAddress::LocalHost, port);
                       return socket.waitForConnected(100);
                   },
                   30000) &&
               process_.state() == QProcess::Running;
    }

    void stop() {
        if (process_.state() == QProcess::NotRunning) return;
        process_.terminate();
        if (process_.waitForFinished(5000)) return;
        process_.kill();
        process_.waitForFinished(5000);
    }

    [[nodiscard]] QByteArray output() { return process_.readAll(); }

  private:
    QProcess process_;
};

}  // namespace trimtab::tests
