// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/pod_set.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trimtab::cluster {

int StartupLaw::ready_after_s(double u) const {
    const double container_s = mean_s * LognormalFactor(cv)(u);
    const double probes = std::max(0.0, std::ceil((container_s - probe_delay_s) / probe_period_s));
    return static_cast<int>(std::ceil(probe_delay_s + probes * probe_period_s));
}

void PodSet::begin(std::uint64_t seed, int replicas, int now_s) {
    key_ = stream_key(seed, DrawStream::startup);
    pods_.clear();
    next_serial_ = ready_ = starting_ = 0;
    next_ready_s_ = std::numeric_limits<int>::max();
    for (int i = 0; i < replicas; ++i) {
        const bool runs = quota_left();
        pods_.push_back({next_serial_++, runs ? PodPhase::ready : PodPhase::pending, now_s, now_s});
        ready_ += runs ? 1 : 0;
    }
}

void PodSet::scale(int replicas, int now_s, std::vector<int>& removed) {
    while (desired() < replicas) {
        pods_.push_back({next_serial_++, PodPhase::pending, now_s, now_s});
        if (quota_left()) start(pods_.back(), now_s);
    }
    while (desired() > replicas)
        remove_newest(pending() > 0   ? PodPhase::pending
                      : starting_ > 0 ? PodPhase::starting
                                      : PodPhase::ready,
                      removed);
}

void PodSet::make_ready(int now_s, std::vector<int>& became_ready) {
    if (now_s < next_ready_s_) return;
    next_ready_s_ = std::numeric_limits<int>::max();
    for (Pod& pod : pods_) {
        if (pod.phase != PodPhase::starting) continue;
        if (pod.ready_s > now_s) {
            next_ready_s_ = std::min(next_ready_s_, pod.ready_s);
            continue;
        }
        pod.phase = PodPhase::ready;
        pod.ready_s = now_s;
        --starting_;
        ++ready_;
        became_ready.push_back(pod.serial);
    }
}

void PodSet::start(Pod& pod, int now_s) {
    pod.phase = PodPhase::starting;
    pod.started_s = now_s;
    const auto serial = static_cast<std::uint64_t>(pod.serial);
    pod.ready_s = now_s + law_.ready_after_s(unit_interval(keyed_bits(key_, entity_, serial)));
    next_ready_s_ = std::min(next_ready_s_, pod.ready_s);
    ++starting_;
}

void PodSet::remove_newest(PodPhase phase, std::vector<int>& removed) {
    const auto newest =
        std::find_if(pods_.rbegin(), pods_.rend(), [phase](const Pod& p) { return p.phase == phase; });
    if (phase == PodPhase::ready) {
        removed.push_back(newest->serial);
        --ready_;
    } else if (phase == PodPhase::starting) {
        --starting_;
    }
    pods_.erase(std::next(newest).base());
}

}  // namespace trimtab::cluster
