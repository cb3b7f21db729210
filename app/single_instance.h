// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>
#include <string>
#include <vector>

class QLocalSocket;

namespace trimtab::app {

/// One workbench a person and home: what a second one was given opens in the first. A local socket that only
/// this user may use, named after the user and where the settings are: the file given, else the folder of
/// configurations (XDG_CONFIG_HOME, or .config in HOME). GUI thread.
class SingleInstance final : public QObject {
    Q_OBJECT

  public:
    explicit SingleInstance(const std::string& settings_file, QObject* parent = nullptr);

    /// True when another workbench has taken the paths (relative ones are made absolute) and this one should
    /// end. Waits at most some seconds for a busy one.
    [[nodiscard]] bool handOver(const std::vector<std::string>& paths);
    /// Takes what others hand over from now on. False where the socket cannot be made; then every start opens
    /// a window of its own.
    bool listen();
    [[nodiscard]] QString name() const { return name_; }  ///< of the socket

  Q_SIGNALS:
    /// Somebody started a second one; to be brought to the front, and to open the paths (may be none).
    void opened(const QStringList& paths);

  private:
    void readFrom(QLocalSocket* socket);

    QString name_;
    QLocalServer server_;
};

}  // namespace trimtab::app
