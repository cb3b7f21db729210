// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/secret_store.h"

#include <qt6keychain/keychain.h>

#include <QPointer>

#include "core/cluster_api/http/event_wait.h"

namespace trimtab::runtime {
namespace {

const QString service = QStringLiteral("trimtab");

}  // namespace

SecretStore::SecretStore(QObject* parent) : QObject(parent) {}

void SecretStore::read(const std::string& name, QObject* context,
                       std::function<void(std::optional<std::string>)> done) {
    if (const auto kept = session_.find(name); kept != session_.end()) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done), secret = kept->second] { done(secret); }, Qt::QueuedConnection);
        return;
    }
    // Deletes itself when it has finished.
    auto* job = new QKeychain::ReadPasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(QString::fromStdString(name));
    connect(job, &QKeychain::Job::finished, context,
            [this, done = std::move(done), self = QPointer<SecretStore>(this)](QKeychain::Job* finished) {
                if (finished->error() == QKeychain::NoError) {
                    done(static_cast<QKeychain::ReadPasswordJob*>(finished)->textData().toStdString());
                    return;
                }
                if (self && finished->error() != QKeychain::EntryNotFound)
                    giveUpKeychain(finished->errorString());
                done(std::nullopt);
            });
    job->start();
}

std::optional<std::string> SecretStore::waitFor(const std::string& name, StopToken stop,
                                                std::int64_t patience_ms) {
    const auto found = std::make_shared<std::optional<std::optional<std::string>>>();
    QObject context;
    read(name, &context, [found](std::optional<std::string> secret) { *found = std::move(secret); });
    if (!cluster_api::wait_until([found] { return found->has_value(); }, stop, patience_ms) &&
        !stop.stop_requested())
        giveUpKeychain(QStringLiteral("it did not answer within %1 s").arg((patience_ms + 999) / 1000));
    return found->value_or(std::nullopt);
}

void SecretStore::store(const std::string& name, const std::string& secret, QObject* context,
                        std::function<void(Place)> done) {
    session_[name] = secret;
    auto* job = new QKeychain::WritePasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(QString::fromStdString(name));
    job->setTextData(QString::fromStdString(secret));
    connect(job, &QKeychain::Job::finished, context,
            [this, done = std::move(done), self = QPointer<SecretStore>(this)](QKeychain::Job* finished) {
                const bool kept = finished->error() == QKeychain::NoError;
                if (self && !kept) giveUpKeychain(finished->errorString());
                done(kept ? Place::keychain : Place::session);
            });
    job->start();
}

void SecretStore::remove(const std::string& name) {
    session_.erase(name);
    auto* job = new QKeychain::DeletePasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(QString::fromStdString(name));
    job->start();
}

void SecretStore::giveUpKeychain(const QString& why) {
    if (!note_.isEmpty()) return;
    note_ = QStringLiteral(
                "No keychain can be used (%1): passwords and tokens are forgotten when the program ends.")
                .arg(why);
    Q_EMIT noteChanged(note_);
}

}  // namespace trimtab::runtime
