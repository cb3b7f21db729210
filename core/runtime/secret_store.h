// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "core/base/expected.h"
#include "core/base/run_control.h"

namespace trimtab::runtime {

/// Passwords and tokens: in the system's keychain, and where there is none, in this program's memory until it
/// ends, with a note that a view shows. Never in a file, a log or an error's text. Belongs to one thread with
/// an event loop.
class SecretStore final : public QObject {
    Q_OBJECT

  public:
    enum class Place { keychain, session };

    explicit SecretStore(QObject* parent = nullptr);

    /// Calls `done` once, later: the secret, or nothing where none is kept under that name.
    void read(const std::string& name, QObject* context,
              std::function<void(std::optional<std::string>)> done);
    /// The same, waiting while events are handled; for a command line. A keychain that does not answer within
    /// `patience_ms` is given up: see note().
    [[nodiscard]] std::optional<std::string> waitFor(const std::string& name, StopToken stop = {},
                                                     std::int64_t patience_ms = 30'000);

    /// Keeps it; `done` hears where. Any error of the keychain means that there is none.
    void store(const std::string& name, const std::string& secret, QObject* context,
               std::function<void(Place)> done);
    void remove(const std::string& name);

    /// Why secrets are forgotten when the program ends; empty while a keychain takes them.
    [[nodiscard]] const QString& note() const { return note_; }

  Q_SIGNALS:
    void noteChanged(const QString& note);

  private:
    void giveUpKeychain(const QString& why);

    std::map<std::string, std::string> session_;
    QString note_;
};

}  // namespace trimtab::runtime
