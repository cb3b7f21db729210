// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>
#include <string>

#include "core/cluster_api/kubernetes/api_calls.h"
#include "core/cluster_api/kubernetes/kubernetes_client.h"

namespace trimtab::cluster_api {

/// Which Lease, and how it is kept; the times are those of Kubernetes' own leader election.
struct LeaseSettings {
    std::string namespace_name;
    std::string name;
    std::string identity;       ///< unique to this process
    int duration_s = 15;        ///< how long others wait after the last renewal
    int renew_deadline_s = 10;  ///< without a renewal for so long, it counts as lost
    int retry_s = 2;            ///< between renewals, and between attempts to get it
};

/// Holds a Lease, so that only one Trimtab controls a Deployment. Others' leases expire by this machine's
/// clock, counted from when their last change was seen, so clocks may differ. Renewals need the thread's
/// event loop (wait_until()). Belongs to the thread of its client, which must outlive it.
class LeaseHolder final : public QObject {
    Q_OBJECT

  public:
    enum class State { idle, acquiring, held };

    LeaseHolder(KubernetesClient& client, LeaseSettings settings, QObject* parent = nullptr);
    ~LeaseHolder() override;

    /// Tries now and every retry_s until it is held, or release().
    void acquire();
    /// acquire(), waiting. conflict: somebody else holds it, and renewed it within `timeout_s` (which must be
    /// longer than the lease of a holder that died); permission_denied at once; `cancelled` on a stop.
    [[nodiscard]] Expected<void> waitUntilHeld(StopToken stop = {}, int timeout_s = 20);
    /// Gives it back, so that the next one need not wait; nothing where it is not held.
    [[nodiscard]] Expected<void> releaseAndWait(StopToken stop = {});
    /// Stops renewing without a word to the server.
    void abandon();

    [[nodiscard]] State state() const { return state_; }
    /// Whether a write may rely on it now. Decided by the clock, so it also holds when no event was handled
    /// meanwhile.
    [[nodiscard]] bool held() const;
    /// Who holds it instead; empty where nobody does.
    [[nodiscard]] const std::string& otherHolder() const { return other_holder_; }
    /// Why it is not held any more, in words; empty while it is held, and where it never was.
    [[nodiscard]] std::string loss() const;

  Q_SIGNALS:
    void acquired();
    /// Somebody else holds it; once for each holder.
    void blocked(const QString& holder);
    /// It was held and is not any more: stop writing at once. The state is idle.
    void lost(const trimtab::Error& error);
    /// An attempt failed; it is repeated.
    void troubled(const trimtab::Error& error);

  private:
    void attempt();
    void observe(const Lease& lease);
    void take(Lease lease);
    void create();
    void taken(const Expected<Lease>& written, std::int64_t sent_ms);
    void renew();
    void reread();
    void failed(const Error& error);
    void lose(ErrorCode code, std::string reason);
    [[nodiscard]] std::string overdueText() const;
    void again();
    [[nodiscard]] bool isOverdue() const;
    [[nodiscard]] Lease mine(Lease lease) const;
    template <class T>
    ApiCall<T> hurried(ApiCall<T> call) const;
    [[nodiscard]] Clock& clock() const { return *client_.http().behaviour().clock; }

    KubernetesClient& client_;
    const LeaseSettings settings_;
    State state_ = State::idle;
    Lease lease_;                      ///< as last written by us
    std::string observed_version_;     ///< of somebody else's
    std::int64_t observed_ms_ = 0;     ///< when that version was first seen
    std::int64_t renewed_ms_ = 0;      ///< when the last successful renewal was sent
    std::int64_t renewed_utc_ms_ = 0;  ///< the same as a date
    std::string other_holder_;
    std::string loss_;
    std::optional<Error> last_error_;
    QObject* scope_ = nullptr;  ///< owns the pending request or pause
};

}  // namespace trimtab::cluster_api
