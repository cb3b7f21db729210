// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <string>

namespace trimtab::test_cluster {

/// The time that the cluster's answers show: the wall clock, or a start plus the simulated seconds, and a
/// skew.
class ClusterClock {
  public:
    /// From now on the shown time follows setElapsed() instead of the wall clock.
    void followSimulation() { start_ms_ = QDateTime::currentMSecsSinceEpoch(); }
    void setElapsed(double seconds) { elapsed_ms_ = static_cast<qint64>(seconds * 1000); }
    void setSkew(qint64 seconds) { skew_ms_ = seconds * 1000; }

    [[nodiscard]] qint64 nowMs() const {
        return (start_ms_ > 0 ? start_ms_ + elapsed_ms_ : QDateTime::currentMSecsSinceEpoch()) + skew_ms_;
    }

    /// 2026-11-23T18:11:42Z, as Kubernetes writes times; `micro` adds six decimals, as in a Lease.
    [[nodiscard]] std::string text(bool micro = false) const { return text(nowMs(), micro); }
    [[nodiscard]] static std::string text(qint64 ms, bool micro = false) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
        const QString format = micro ? QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz'000Z'")
                                     : QStringLiteral("yyyy-MM-ddTHH:mm:ss'Z'");
        return time.toString(format).toStdString();
    }

  private:
    qint64 start_ms_ = 0;
    qint64 elapsed_ms_ = 0;
    qint64 skew_ms_ = 0;
};

}  // namespace trimtab::test_cluster
