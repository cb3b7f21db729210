// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <filesystem>
#include <memory>
#include <string>

#include "tests/support/test_cluster/loopback_client.h"

namespace trimtab::tests {

/// One test cluster in a process of its own, and sessions of the program against it, which are killed.
class KillLane {
  public:
    static constexpr int original = 3;
    static constexpr int least = 1;
    static constexpr int most = 6;

    /// Starts the cluster; false where it does not say its addresses.
    [[nodiscard]] bool start();
    ~KillLane();

    void startControl();
    void killControl();
    /// `trimtab control --restore`; its standard error where it fails.
    [[nodiscard]] std::string restore();

    /// Accepted changes of replicas so far.
    [[nodiscard]] QJsonArray writes();
    /// Whether a Deployment has not its original replicas.
    [[nodiscard]] bool moved();
    [[nodiscard]] std::filesystem::path journalFolder() const;
    /// What is wrong with bounds and audit logs of all that was written; empty: nothing.
    [[nodiscard]] std::string damage();

  private:
    void run(QProcess& process, const QStringList& command);
    [[nodiscard]] QString address(const char* service) const {
        return addresses_.value(QLatin1String(service)).toString();
    }

    QTemporaryDir folder_;
    QProcess cluster_;
    std::unique_ptr<QProcess> control_;
    QJsonObject addresses_;
    test_cluster::LoopbackClient client_;
};

}  // namespace trimtab::tests
