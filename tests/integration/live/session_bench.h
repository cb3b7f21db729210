// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <memory>
#include <string>

#include "core/agent/policy.h"
#include "core/cluster_api/http/clock.h"
#include "core/cluster_api/live/control_session.h"
#include "core/config/config.h"
#include "tests/support/test_cluster/test_cluster.h"

namespace trimtab::tests {

/// Deadlines and pauses that pass faster than the machine's clock; the date is the test cluster's.
class SwiftClock final : public cluster_api::Clock {
  public:
    SwiftClock(const test_cluster::ClusterClock& date, int factor) : date_(date), factor_(factor) {}
    [[nodiscard]] std::int64_t monotonic_ms() const override {
        return factor_ * cluster_api::system_clock().monotonic_ms();
    }
    [[nodiscard]] std::int64_t utc_ms() const override { return date_.nowMs(); }
    void call_after(std::int64_t delay_ms, QObject* context, std::function<void()> action) override {
        cluster_api::system_clock().call_after(delay_ms / factor_, context, std::move(action));
    }

  private:
    const test_cluster::ClusterClock& date_;
    std::int64_t factor_;
};

/// Time is the test cluster's: waiting lets it simulate, and delivers what it sends.
class ClusterPacer final : public cluster_api::Pacer {
  public:
    explicit ClusterPacer(test_cluster::TestCluster& cluster) : cluster_(cluster) {}
    [[nodiscard]] double now_s() const override { return cluster_.workload().timeS() + owed_s_; }
    [[nodiscard]] Expected<void> wait(double seconds, StopToken stop,
                                      const std::function<void()>& idle) override;
    /// Milliseconds for what was sent over loopback to arrive, after each simulated second.
    int delivery_ms = 1;
    /// Called after each simulated second.
    std::function<void(double time_s)> each_second;

  private:
    test_cluster::TestCluster& cluster_;
    double owed_s_ = 0;  ///< waited and not simulated yet: the cluster moves by whole seconds
};

/// The machine's time, with a call before every look.
class WatchedPacer final : public cluster_api::Pacer {
  public:
    explicit WatchedPacer(std::function<void()> each_look) : each_look_(std::move(each_look)) {}
    [[nodiscard]] double now_s() const override { return real_.now_s(); }
    [[nodiscard]] Expected<void> wait(double seconds, StopToken stop,
                                      const std::function<void()>& idle) override;

  private:
    cluster_api::RealPacer real_;
    std::function<void()> each_look_;
};

/// The two Deployments of a test cluster under control sessions, all in this thread.
class SessionBench {
  public:
    explicit SessionBench(const test_cluster::TestClusterOptions& options,
                          std::shared_ptr<test_cluster::Certificates> certificates = nullptr);

    /// One session from connecting to restoring; `policy` null observes. Recorded in the folder `name`.
    [[nodiscard]] Expected<cluster_api::ControlSummary> run(agent::Policy* policy, config::ControlMode mode,
                                                            std::int64_t max_steps, const std::string& name);
    [[nodiscard]] std::filesystem::path folder(const std::string& name) const {
        return folder_.filePath(QString::fromStdString(name)).toStdString();
    }
    [[nodiscard]] std::filesystem::path journal_folder() const { return folder("journal"); }

    std::unique_ptr<test_cluster::TestCluster> cluster;
    config::Config config;
    std::shared_ptr<cluster_api::ControlDesk> desk = std::make_shared<cluster_api::ControlDesk>();
    std::function<void(double time_s)> each_second;
    int delivery_ms = 1;  ///< as ClusterPacer has it
    /// The machine's time instead: for a cluster that runs by itself (TestClusterOptions::speed).
    bool in_real_time = false;
    std::function<void()> each_look;  ///< in real time: before every look of the session at its watches

  private:
    QTemporaryDir folder_;
};

}  // namespace trimtab::tests
