// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "core/cluster_api/live/control_session.h"
#include "core/cluster_api/live/session_records.h"
#include "core/cluster_api/live/session_view.h"

namespace trimtab::cluster_api {

/// How far a session is.
struct SessionProgress {
    std::int64_t steps = 0;
    std::int64_t episodes = 0;  ///< begun

    /// The one that an episode begins with is no new one, except for the first: no time has passed.
    [[nodiscard]] std::int64_t observations() const { return episodes > 0 ? steps + 1 : 0; }
};

/// What a session tells: its view once a second and after every change, notices, and what it met as lines of
/// the audit log. One thread; everything must outlive it.
class SessionReport {
  public:
    SessionReport(const ControlOptions& options, const ControlParts& parts, const SessionProgress& progress,
                  const ViewSources& sources, ControlGate& gate);

    /// What only the session knows: mode, policy, pause, confirmation. publish() adds the rest.
    ClusterView view;

    void enter(ControlPhase phase);
    void publish();
    /// publish(), unless that was less than a second ago.
    void keep_up();
    void notice(NoticeLevel level, std::string text);
    /// A notice that the audit log keeps, too.
    void remark(NoticeLevel level, const std::string& text);
    void restored(const RestoreReport& report, const std::string& why);

    /// "manual (ann@host)"
    [[nodiscard]] std::string who(const std::string& what) const;
    [[nodiscard]] SessionRecords::Place place() const;

  private:
    const ControlOptions& options_;
    const ControlParts& parts_;
    const SessionProgress& progress_;
    const ViewSources sources_;
    ControlGate& gate_;
    const double started_s_;
    double published_s_;
};

}  // namespace trimtab::cluster_api
