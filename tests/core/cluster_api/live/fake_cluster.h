// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/cluster_api/live/observation_source.h"
#include "core/cluster_api/live/pacer.h"
#include "core/cluster_api/live/workload.h"

namespace trimtab::cluster_api {

/// Two Deployments in memory, whose pods are ready at once. Errors are handed out by the name of a call.
class FakeWorkload final : public Workload {
  public:
    std::array<int, 2> replicas = {3, 3};
    std::array<std::string, 2> annotations;
    std::string placement;                   ///< what place() was told last
    std::map<std::string, Error> errors;     ///< by call: "scale", "read" ...
    std::map<std::string, int> error_calls;  ///< how often an error is given; absent: always
    std::vector<std::string> calls;
    std::vector<std::array<int, 2>> history = {{3, 3}};
    bool lease_held = false;
    std::string lease_loss = "not held";
    std::string other_holder;  ///< that the Lease is waited for
    std::function<void(const std::string&)> waiting;
    bool applies_although_it_fails = false;
    std::function<void()> before_scale;

    ConnectionView connection() const override {
        return {"Kubernetes", cluster(), ConnectionState::connected, "", true};
    }
    std::string cluster() const override { return "https://fake:6443"; }
    std::string context() const override { return "fake"; }
    std::string holder() const override { return "tester"; }
    Expected<void> connect(StopToken) override { return call("connect"); }
    WorkloadStatus status() const override {
        WorkloadStatus s;
        for (std::size_t p = 0; p < 2; ++p) {
            s.pools[p] = {replicas[p], replicas[p], "", annotations[p]};
            for (int i = 0; i < replicas[p]; ++i)
                s.pods.push_back({"pod-" + std::to_string(p) + "-" + std::to_string(i),
                                  static_cast<cluster::Pool>(p), "Ready", "", "node", 1000, 0});
        }
        return s;
    }
    Expected<WorkloadStatus> read(StopToken) override {
        if (auto ok = call("read"); !ok) return Unexpected<Error>(ok.error());
        return status();
    }
    Expected<void> check_ownership(StopToken) override { return call("check_ownership"); }
    void set_waiting(std::function<void(const std::string&)> told) override { waiting = std::move(told); }
    Expected<void> acquire_lease(StopToken) override {
        if (!other_holder.empty() && waiting) waiting("waiting for " + other_holder);
        auto ok = call("acquire_lease");
        if (ok) lease_held = true;
        return ok;
    }
    void release_lease(StopToken) override {
        static_cast<void>(call("release_lease"));
        lease_held = false;
    }
    bool holds_lease() const override { return lease_held; }
    std::string lease_text() const override { return lease_held ? "held" : lease_loss; }
    Expected<void> preflight(cluster::Pool, int, StopToken) override { return call("preflight"); }
    Expected<void> scale(cluster::Pool pool, int expected, int wanted, StopToken) override {
        const auto p = static_cast<std::size_t>(pool);
        if (before_scale) before_scale();
        auto ok = call("scale");
        if (!ok && !applies_although_it_fails) return ok;
        if (replicas[p] != expected) return fail(ErrorCode::conflict, "the count has changed");
        replicas[p] = wanted;
        history.push_back(replicas);
        return ok;
    }
    Expected<void> annotate(const std::string& journal, StopToken) override {
        auto ok = call("annotate");
        if (ok) annotations = {journal, journal};
        return ok;
    }
    Expected<void> remove_annotation(const std::string& holder, StopToken) override {
        auto ok = call("remove_annotation");
        for (std::string& annotation : annotations)
            if (const auto entry = decode_journal(annotation); ok && entry && entry->holder == holder)
                annotation.clear();
        return ok;
    }
    Expected<std::string> read_placement(StopToken) override { return std::string("{\"weight\":50}"); }
    Expected<void> place(cluster::Placement wanted, StopToken) override {
        auto ok = call("place");
        if (ok) placement = std::to_string(static_cast<int>(wanted));
        return ok;
    }
    Expected<void> restore_placement(const std::string& original, StopToken) override {
        placement = original;
        return call("restore_placement");
    }

  private:
    Expected<void> call(const std::string& name) {
        calls.push_back(name);
        const auto found = errors.find(name);
        if (found == errors.end()) return {};
        const auto left = error_calls.find(name);
        if (left != error_calls.end() && left->second-- <= 0) return {};
        return Unexpected<Error>(found->second);
    }
};

class FakeSource final : public ObservationSource {
  public:
    TrafficSample traffic_now{200, 20, 0, 40};
    UsageSample usage_now{50, 30, 60};
    std::vector<int> users;
    bool stopped = false;

    std::vector<ConnectionView> connections() const override { return {}; }
    Expected<void> connect(StopToken) override { return {}; }
    TrafficSample traffic(StopToken) override { return traffic_now; }
    UsageSample usage(StopToken) override { return usage_now; }
    Expected<void> set_users(int count, double, StopToken) override {
        users.push_back(count);
        return {};
    }
    Expected<void> stop_load(StopToken) override {
        stopped = true;
        return {};
    }
};

/// Time that passes at once, in tenths of a second; `at` is called at the given seconds.
class FakePacer final : public Pacer {
  public:
    std::multimap<double, std::function<void()>> at;

    double now_s() const override { return now_tenths_ / 10.0; }
    Expected<void> wait(double seconds, StopToken stop, const std::function<void()>& idle) override {
        const long end = now_tenths_ + std::lround(seconds * 10);
        do {
            if (stop.stop_requested()) return fail(ErrorCode::cancelled, "stopped");
            while (!at.empty() && at.begin()->first <= now_s()) {
                auto action = std::move(at.begin()->second);
                at.erase(at.begin());
                action();
            }
            if (idle) idle();
            ++now_tenths_;
        } while (now_tenths_ < end);
        now_tenths_ = end;
        return {};
    }

  private:
    long now_tenths_ = 0;
};

}  // namespace trimtab::cluster_api
