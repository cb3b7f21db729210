// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/kubernetes/lease_holder.h"

#include <QDateTime>
#include <utility>

namespace trimtab::cluster_api {

LeaseHolder::LeaseHolder(KubernetesClient& client, LeaseSettings settings, QObject* parent)
    : QObject(parent), client_(client), settings_(std::move(settings)) {}

LeaseHolder::~LeaseHolder() = default;

/// A renewal that hangs must leave time for another one before the deadline.
template <class T>
ApiCall<T> LeaseHolder::hurried(ApiCall<T> call) const {
    call.request.attempt_timeout_ms = 1000LL * settings_.renew_deadline_s / 3;
    call.request.deadline_ms = 1000LL * settings_.renew_deadline_s / 2;
    return call;
}

bool LeaseHolder::isOverdue() const {
    return clock().monotonic_ms() - renewed_ms_ >= 1000LL * settings_.renew_deadline_s;
}

bool LeaseHolder::held() const { return state_ == State::held && !isOverdue(); }

std::string LeaseHolder::loss() const {
    if (held()) return {};
    return state_ == State::held ? overdueText() : loss_;
}

std::string LeaseHolder::overdueText() const {
    std::string text =
        "it could not be renewed since " +
        QDateTime::fromMSecsSinceEpoch(renewed_utc_ms_, Qt::UTC).toString(Qt::ISODate).toStdString();
    if (last_error_) text += ": " + last_error_->to_string();
    return text;
}

void LeaseHolder::acquire() {
    if (state_ != State::idle) return;
    state_ = State::acquiring;
    last_error_.reset();
    other_holder_.clear();
    attempt();
}

void LeaseHolder::abandon() {
    state_ = State::idle;
    delete std::exchange(scope_, nullptr);
}

void LeaseHolder::again() {
    if (scope_ != nullptr) scope_->deleteLater();  // this may run within its callback
    scope_ = new QObject(this);
    clock().call_after(1000LL * settings_.retry_s, scope_, [this] {
        if (state_ == State::held)
            renew();
        else
            attempt();
    });
}

void LeaseHolder::attempt() {
    delete std::exchange(scope_, new QObject(this));
    client_.send(hurried(get_lease(settings_.namespace_name, settings_.name)), scope_,
                 [this](const Expected<Lease>& lease) {
                     if (lease) return observe(*lease);
                     if (lease.error().code == ErrorCode::not_found) return create();
                     failed(lease.error());
                 });
}

void LeaseHolder::observe(const Lease& lease) {
    const std::int64_t now_ms = clock().monotonic_ms();
    if (lease.meta.resource_version != observed_version_) {
        observed_version_ = lease.meta.resource_version;
        observed_ms_ = now_ms;
    }
    const bool is_free = lease.holder.empty() || lease.holder == settings_.identity;
    if (is_free || now_ms - observed_ms_ >= 1000LL * lease.duration_s) return take(lease);
    if (std::exchange(other_holder_, lease.holder) != lease.holder)
        Q_EMIT blocked(QString::fromStdString(lease.holder));
    if (state_ == State::acquiring) again();
}

Lease LeaseHolder::mine(Lease lease) const {
    const std::int64_t now_ms = clock().utc_ms();
    if (lease.holder != settings_.identity) {
        lease.acquired_ms = now_ms;
        if (!lease.holder.empty()) ++lease.transitions;
    }
    lease.holder = settings_.identity;
    lease.duration_s = settings_.duration_s;
    lease.renewed_ms = now_ms;
    return lease;
}

void LeaseHolder::take(Lease lease) {
    const std::int64_t sent_ms = clock().monotonic_ms();
    client_.send(hurried(update_lease(mine(std::move(lease)))), scope_,
                 [this, sent_ms](const Expected<Lease>& written) { taken(written, sent_ms); });
}

void LeaseHolder::create() {
    const std::int64_t sent_ms = clock().monotonic_ms();
    Lease lease;
    lease.meta.name = settings_.name;
    lease.meta.namespace_name = settings_.namespace_name;
    client_.send(hurried(create_lease(mine(std::move(lease)))), scope_,
                 [this, sent_ms](const Expected<Lease>& written) { taken(written, sent_ms); });
}

void LeaseHolder::taken(const Expected<Lease>& written, std::int64_t sent_ms) {
    if (!written) return failed(written.error());
    lease_ = *written;
    renewed_ms_ = sent_ms;
    renewed_utc_ms_ = clock().utc_ms() - (clock().monotonic_ms() - sent_ms);
    other_holder_.clear();
    loss_.clear();
    last_error_.reset();
    const bool is_new = state_ != State::held;
    state_ = State::held;
    again();
    if (is_new) Q_EMIT acquired();
}

void LeaseHolder::renew() {
    delete std::exchange(scope_, new QObject(this));
    if (isOverdue()) return lose(ErrorCode::unavailable, overdueText());
    const std::int64_t sent_ms = clock().monotonic_ms();
    client_.send(hurried(update_lease(mine(lease_))), scope_,
                 [this, sent_ms](const Expected<Lease>& written) {
                     if (written) return taken(written, sent_ms);
                     const ErrorCode code = written.error().code;
                     if (code == ErrorCode::conflict || code == ErrorCode::not_found) return reread();
                     failed(written.error());
                 });
}

/// Somebody changed or deleted it: an administrator with an editor, or another Trimtab.
void LeaseHolder::reread() {
    client_.send(hurried(get_lease(settings_.namespace_name, settings_.name)), scope_,
                 [this](const Expected<Lease>& lease) {
                     if (!lease && lease.error().code == ErrorCode::not_found) return create();
                     if (!lease) return failed(lease.error());
                     if (lease->holder == settings_.identity) {
                         lease_ = *lease;
                         return again();
                     }
                     other_holder_ = lease->holder;
                     lose(ErrorCode::conflict, lease->holder.empty() ? "somebody took it away"
                                                                     : "'" + lease->holder + "' took it");
                 });
}

void LeaseHolder::failed(const Error& error) {
    last_error_ = error;
    if (state_ == State::held && isOverdue()) return lose(error.code, overdueText());
    again();
    Q_EMIT troubled(error);
}

void LeaseHolder::lose(ErrorCode code, std::string reason) {
    state_ = State::idle;
    loss_ = std::move(reason);
    if (scope_ != nullptr) std::exchange(scope_, nullptr)->deleteLater();
    Q_EMIT lost(make_error(code, "The Lease was lost: " + loss_ + ". Control stops; only one may control.",
                           "lease " + settings_.name));
}

Expected<void> LeaseHolder::waitUntilHeld(StopToken stop, int timeout_s) {
    const auto is_refused = [this] {
        return last_error_ && last_error_->code == ErrorCode::permission_denied;
    };
    acquire();
    wait_until([&] { return held() || is_refused(); }, stop, 1000LL * timeout_s, clock());
    if (held()) return {};
    abandon();
    if (stop.stop_requested()) return fail(ErrorCode::cancelled, "Stopped while waiting for the Lease.");
    if (is_refused() || (last_error_ && other_holder_.empty())) return Unexpected(*last_error_);
    return fail(ErrorCode::conflict,
                "'" + other_holder_ +
                    "' holds the Lease and renews it. Stop that Trimtab first; only one may control.",
                "lease " + settings_.name);
}

Expected<void> LeaseHolder::releaseAndWait(StopToken stop) {
    if (state_ != State::held) {
        abandon();
        return {};
    }
    abandon();
    Lease lease = lease_;
    lease.holder.clear();
    lease.duration_s = 1;
    lease.renewed_ms = clock().utc_ms();
    const auto written = client_.wait(hurried(update_lease(lease)), stop);
    // Whoever changed it meanwhile has it.
    if (written || written.error().code == ErrorCode::conflict ||
        written.error().code == ErrorCode::not_found)
        return {};
    return Unexpected(written.error());
}

}  // namespace trimtab::cluster_api
