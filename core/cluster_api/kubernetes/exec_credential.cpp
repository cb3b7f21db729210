// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/kubernetes/exec_credential.h"

#include <signal.h>
#include <unistd.h>

#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>

#include "core/cluster_api/http/http_message.h"

namespace trimtab::cluster_api {
namespace {

constexpr qsizetype largest_output = 1024 * 1024;

std::string plugin_name(const KubeconfigExec& exec) { return "exec plugin " + exec.command; }

}  // namespace

Expected<ExecResult> parse_exec_credential(const QByteArray& output, const KubeconfigExec& exec) {
    const auto wrong = [&](const std::string& sentence) {
        return fail(ErrorCode::parse_error, sentence, plugin_name(exec));
    };
    const auto object = parse_json_object(output);
    if (!object) return wrong("It did not print an ExecCredential in JSON. Run it by hand and look.");
    std::optional<Error> error;
    const FieldReader root(*object, "ExecCredential", error);
    if (root.text("kind") != "ExecCredential")
        return wrong("What it printed is not of the kind ExecCredential. Run it by hand and look.");
    if (root.text("apiVersion") != exec.api_version)
        return wrong("It printed another apiVersion than the kubeconfig names. Make both the same.");
    const FieldReader status = root.object("status");
    ExecResult result;
    result.credential.secret = status.text("token");
    if (!result.credential.secret.empty()) result.credential.scheme = Credential::Scheme::bearer;
    result.credential.certificate_pem = QByteArray::fromStdString(status.text("clientCertificateData"));
    result.credential.key_pem = QByteArray::fromStdString(status.text("clientKeyData"));
    result.expires_ms = status.time_ms("expirationTimestamp");
    if (error) return wrong("A field of the credential that it printed is of the wrong type.");
    if (result.credential.certificate_pem.isEmpty() != result.credential.key_pem.isEmpty())
        return wrong("It printed a client certificate without its key, or a key without its certificate.");
    if (result.credential == Credential{})
        return wrong("It printed neither a token nor a certificate. Log in again.");
    return result;
}

ExecCredential::ExecCredential(KubeconfigExec exec, QJsonObject cluster_info, Clock& clock,
                               std::int64_t deadline_ms)
    : exec_(std::move(exec)),
      cluster_info_(std::move(cluster_info)),
      clock_(clock),
      deadline_ms_(deadline_ms) {}

ExecCredential::~ExecCredential() { kill(); }

void ExecCredential::fetch(bool rejected, QObject* context, Done done) {
    const bool valid = kept_ && (kept_->expires_ms == 0 || clock_.utc_ms() < kept_->expires_ms);
    if (valid && !rejected) return done(kept_->credential);
    waiting_.emplace_back(context, std::move(done));
    if (!process_) start();
}

Unexpected<Error> ExecCredential::failed(ErrorCode code, const std::string& sentence) const {
    return fail(code, sentence, plugin_name(exec_));
}

void ExecCredential::start() {
    output_.clear();
    const QString command = QString::fromStdString(exec_.command);
    const QString program = command.contains('/') ? command : QStandardPaths::findExecutable(command);
    if (program.isEmpty())
        return finish(
            failed(ErrorCode::not_found, "The program is not in PATH. Install it. " + exec_.install_hint));
    QJsonObject spec{{"interactive", false}};
    if (!cluster_info_.isEmpty()) spec["cluster"] = cluster_info_;
    const QJsonObject info{{"apiVersion", QString::fromStdString(exec_.api_version)},
                           {"kind", "ExecCredential"},
                           {"spec", spec}};
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto& [name, value] : exec_.environment)
        environment.insert(QString::fromStdString(name), QString::fromStdString(value));
    environment.insert("KUBERNETES_EXEC_INFO", QJsonDocument(info).toJson(QJsonDocument::Compact));
    QStringList arguments;
    for (const std::string& argument : exec_.arguments) arguments << QString::fromStdString(argument);

    process_ = std::make_unique<QProcess>();
    QProcess* process = process_.get();
    process->setProcessEnvironment(environment);
    process->setStandardInputFile(QProcess::nullDevice());
    // A group of its own, so that what the plugin started ends with it.
    process->setChildProcessModifier([] { ::setpgid(0, 0); });
    QObject::connect(process, &QProcess::readyReadStandardOutput, process,
                     [this, process] { read(*process); });
    QObject::connect(process, &QProcess::readyReadStandardError, process,
                     [this, process] { read(*process); });
    QObject::connect(process, &QProcess::errorOccurred, process, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(failed(
                ErrorCode::io_error,
                "The program cannot be started. Check that it may be executed. " + exec_.install_hint));
    });
    QObject::connect(
        process, &QProcess::finished, process, [this, process](int code, QProcess::ExitStatus status) {
            read(*process);
            if (!process_) return;
            if (status != QProcess::NormalExit || code != 0)
                return finish(
                    failed(ErrorCode::permission_denied,
                           "It failed with exit code " + std::to_string(code) +
                               ". Run it by hand to see what it says; you may have to log in again."));
            finish(parse_exec_credential(output_, exec_));
        });
    clock_.call_after(deadline_ms_, process, [this, process] {
        if (process_.get() != process) return;
        finish(failed(ErrorCode::unavailable,
                      "It printed nothing complete within " + std::to_string(deadline_ms_ / 1000) +
                          " s and was killed. Run it by hand; it may wait for a login."));
    });
    process->start(program, arguments);
}

void ExecCredential::read(QProcess& process) {
    output_ += process.readAllStandardOutput();
    // What it says is never quoted: it may hold the very secret.
    process.readAllStandardError();
    if (output_.size() > largest_output)
        finish(failed(ErrorCode::parse_error,
                      "It printed more than 1 MiB and was killed. Run it by hand and look."));
}

void ExecCredential::kill() {
    if (!process_) return;
    process_->disconnect();
    if (process_->processId() > 0) ::kill(-static_cast<pid_t>(process_->processId()), SIGKILL);
    process_->kill();
    process_->waitForFinished(1000);
    // This may run within one of its signals.
    process_.release()->deleteLater();
}

void ExecCredential::finish(Expected<ExecResult> result) {
    kill();
    output_.fill('\0');
    if (result) kept_ = *result;
    const auto waiting = std::exchange(waiting_, {});
    for (const auto& [context, done] : waiting)
        if (context) done(result ? Expected<Credential>(result->credential) : Unexpected(result.error()));
}

}  // namespace trimtab::cluster_api
