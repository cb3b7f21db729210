// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/command_line_secrets.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <algorithm>
#include <memory>

#include "core/runtime/secret_store.h"

namespace trimtab::runtime {
namespace {

/// The bus's socket in the file system; empty where it has none (an abstract one, say).
QString bus_socket() {
    const QString address = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    if (address.isEmpty()) return qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus");
    const QString prefix = QStringLiteral("unix:path=");
    return address.startsWith(prefix) ? address.mid(prefix.size()).section(',', 0, 0) : QString();
}

/// Qt connects to the bus without a deadline: a word is exchanged with it first. A bus refuses an empty AUTH
/// with the ways that it knows.
bool bus_answers(std::int64_t patience_ms) {
    const QString path = bus_socket();
    if (path.isEmpty()) return true;
    const int wait_ms = static_cast<int>(std::min<std::int64_t>(patience_ms, 5000));
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(wait_ms)) return false;
    socket.write(QByteArray(1, '\0') + "AUTH\r\n");
    return socket.waitForReadyRead(wait_ms);
}

/// The keychain as a reader; made at the first question, when the thread has its event loop.
class Keychain {
  public:
    Keychain(std::function<void(const std::string&)> tell, StopToken stop, std::int64_t patience_ms)
        : tell_(std::move(tell)), stop_(stop), patience_ms_(patience_ms) {}

    std::optional<std::string> ask(const std::string& name) {
        if (has_session_bus() && !silent_ && !store_ && !bus_answers(patience_ms_)) {
            silent_ = true;
            tell_("the session's D-Bus does not answer, so no keychain can be asked. Set " +
                  cluster_api::secret_variable(name) + " or " + cluster_api::secret_variable(name) +
                  "_FILE instead.");
        }
        if (has_session_bus() && !silent_ && (!store_ || store_->note().isEmpty())) {
            if (!store_) store_ = std::make_unique<SecretStore>();
            if (auto secret = store_->waitFor(name, stop_, patience_ms_)) return secret;
            if (!store_->note().isEmpty())
                tell_(store_->note().toStdString() + " Set " + cluster_api::secret_variable(name) + " or " +
                      cluster_api::secret_variable(name) + "_FILE instead.");
        }
        if (name.ends_with("-password"))
            tell_("no " + name + " is known: set " + cluster_api::secret_variable(name) + ", let " +
                  cluster_api::secret_variable(name) +
                  "_FILE name a file with it, or store it in the keychain with the window");
        return std::nullopt;
    }

  private:
    std::function<void(const std::string&)> tell_;
    StopToken stop_;
    std::int64_t patience_ms_;
    bool silent_ = false;  ///< the bus
    std::unique_ptr<SecretStore> store_;
};

}  // namespace

bool has_session_bus() {
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
}

cluster_api::SecretReader command_line_secrets(std::function<void(const std::string&)> tell, StopToken stop,
                                               std::int64_t patience_ms) {
    const auto keychain = std::make_shared<Keychain>(std::move(tell), stop, patience_ms);
    return cluster_api::first_of(cluster_api::environment_secrets(),
                                 [keychain](const std::string& name) { return keychain->ask(name); });
}

}  // namespace trimtab::runtime
