// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <memory>
#include <utility>
#include <vector>

#include "core/cluster_api/http/clock.h"
#include "core/cluster_api/http/credential.h"
#include "core/cluster_api/kubernetes/kubeconfig.h"

class QProcess;

namespace trimtab::cluster_api {

/// What a plugin printed, and until when it holds.
struct ExecResult {
    Credential credential;
    std::int64_t expires_ms = 0;  ///< milliseconds since 1970 UTC; 0: never
};

/// Reads an ExecCredential. Errors never quote the output, which may hold a secret.
[[nodiscard]] Expected<ExecResult> parse_exec_credential(const QByteArray& output,
                                                         const KubeconfigExec& exec);

/// A credential plugin: run without a shell and without a terminal, kept until its credential expires, run
/// once more after a 401. A plugin that hangs is killed with all that it started; one that prints rubbish or
/// without end is an error. Belongs to the thread of its client.
class ExecCredential final : public CredentialProvider {
  public:
    /// `cluster_info`: what KUBERNETES_EXEC_INFO says about the cluster; empty unless the kubeconfig asks for
    /// it.
    ExecCredential(KubeconfigExec exec, QJsonObject cluster_info, Clock& clock,
                   std::int64_t deadline_ms = 25'000);
    ~ExecCredential() override;

    void fetch(bool rejected, QObject* context, Done done) override;

  private:
    void start();
    void read(QProcess& process);
    void kill();
    void finish(Expected<ExecResult> result);
    [[nodiscard]] Unexpected<Error> failed(ErrorCode code, const std::string& sentence) const;

    const KubeconfigExec exec_;
    const QJsonObject cluster_info_;
    Clock& clock_;
    const std::int64_t deadline_ms_;
    std::optional<ExecResult> kept_;
    std::unique_ptr<QProcess> process_;
    QByteArray output_;
    std::vector<std::pair<QPointer<QObject>, Done>> waiting_;
};

}  // namespace trimtab::cluster_api
