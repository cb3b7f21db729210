// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sweep_kubernetes.h"

#include <QProcess>

#include "core/cluster_api/kubernetes/connect.h"
#include "core/cluster_api/sweep_job/sweep_job.h"

namespace trimtab::app {
namespace {

using cluster_api::SweepJobStatus;
using cluster_api::SweepManifest;

constexpr int look_every_ms = 2000;

Expected<SweepManifest> manifest_of(const ClusterSweep& sweep, const std::string& connection_namespace) {
    std::vector<int> rows;
    for (int row = 0; row < sweep.plan.rows(); ++row)
        if (sweep.records[static_cast<std::size_t>(row)].state != results::SweepRowState::finished)
            rows.push_back(row);
    const std::string& wanted = sweep.plan.file().kubernetes.name_space;
    return cluster_api::make_sweep_manifest(sweep.plan, rows, sweep.keys,
                                            wanted.empty() ? connection_namespace : wanted);
}

std::string progress_text(const SweepJobStatus& status, int indexes) {
    std::string text = std::to_string(status.succeeded) + " of " + std::to_string(indexes) + " runs";
    if (status.failed_indexes > 0) text += ", " + std::to_string(status.failed_indexes) + " failed";
    if (status.suspended) return text + ", waiting to be admitted";
    if (!status.waiting.empty()) return text + ", " + status.waiting;
    return text + ", " + std::to_string(status.active) + " pods";
}

}  // namespace

Expected<std::string> render_sweep(const ClusterSweep& sweep) {
    std::string name_space = "default";
    if (const auto connection =
            cluster_api::connect_by_default(QString::fromStdString(sweep.kubeconfig), sweep.context))
        name_space = connection->namespace_name;
    else if (!sweep.kubeconfig.empty() || !sweep.context.empty())
        return Unexpected<Error>(connection.error());
    const auto manifest = manifest_of(sweep, name_space);
    if (!manifest) return Unexpected<Error>(manifest.error());
    return manifest->to_yaml();
}

Expected<bool> run_sweep_on_kubernetes(const ClusterSweep& sweep, bool detach, Session& session) {
    auto connection =
        cluster_api::connect_by_default(QString::fromStdString(sweep.kubeconfig), sweep.context);
    if (!connection) return Unexpected<Error>(connection.error());
    for (const std::string& note : connection->notes) session.console.warning(note);
    const auto manifest = manifest_of(sweep, connection->namespace_name);
    if (!manifest) return Unexpected<Error>(manifest.error());
    cluster_api::KubernetesClient client(std::move(*connection));
    const auto submitted = cluster_api::submit_sweep(client, *manifest, session.stop);
    if (!submitted) return Unexpected<Error>(submitted.error());
    session.console.info("Job " + manifest->name + " in namespace " + manifest->name_space +
                         (*submitted == cluster_api::Submission::present ? " is there already, with "
                                                                         : " was submitted, with ") +
                         std::to_string(manifest->indexes) + " runs");
    if (detach) return false;
    const auto end = cluster_api::follow_sweep(
        client, *manifest, look_every_ms, session.stop, [&](const SweepJobStatus& status) {
            session.console.progress(
                static_cast<double>(status.succeeded + status.failed_indexes) / manifest->indexes, -1,
                progress_text(status, manifest->indexes));
        });
    session.console.end_progress();
    if (!end) return Unexpected<Error>(end.error());
    if (end->failed)
        session.console.warning("the Job failed (" + end->reason + ": " + end->message + ")" +
                                (end->failed_list.empty() ? "" : "; its indexes " + end->failed_list) +
                                "; see the pods' logs, and `kubectl delete job " + manifest->name +
                                " --namespace " + manifest->name_space + "` before the next try");
    if (auto got = download_sweep(sweep.plan, sweep.folder, session); !got)
        return Unexpected<Error>(got.error());
    return true;
}

Expected<void> download_sweep(const training::SweepPlan& plan, const std::filesystem::path& folder,
                              Session& session) {
    const std::string& command = plan.file().kubernetes.download;
    if (command.empty()) return {};
    session.console.info("running: " + command);
    QProcess shell;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("TRIMTAB_SWEEP_FOLDER",
                       QString::fromStdString(std::filesystem::absolute(folder).string()));
    shell.setProcessEnvironment(environment);
    shell.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    shell.start("/bin/sh", {"-c", QString::fromStdString(command)});
    while (!shell.waitForFinished(100) && shell.state() != QProcess::NotRunning)
        if (session.stop.stop_requested()) {
            shell.terminate();
            shell.waitForFinished(5000);
            return fail(ErrorCode::cancelled, "stopped while the results were fetched");
        }
    if (shell.exitStatus() == QProcess::NormalExit && shell.exitCode() == 0) return {};
    return fail(ErrorCode::io_error,
                "kubernetes.download ended with " + std::to_string(shell.exitCode()) +
                    "; correct it, then fetch the results with --on kubernetes --collect",
                plan.file().path.string());
}

}  // namespace trimtab::app
