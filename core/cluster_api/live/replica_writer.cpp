// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/replica_writer.h"

#include <algorithm>
#include <utility>

namespace trimtab::cluster_api {
namespace {

constexpr int restore_attempts = 6;
constexpr double first_pause_s = 0.5;

const std::string& deployment(const config::Config& config, std::size_t pool) {
    return pool == 0 ? config.cluster.gpu_deployment : config.cluster.cpu_deployment;
}

bool contains(const std::vector<int>& list, int value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

std::string arrow(const std::string& name, int from, int to) {
    return name + " " + std::to_string(from) + " -> " + std::to_string(to);
}

void append(std::string& text, const std::string& part) { text += (text.empty() ? "" : "; ") + part; }

}  // namespace

ReplicaWriter::ReplicaWriter(const config::Config& config, Workload& workload, Journal journal, Pacer& pacer)
    : config_(config), workload_(workload), journal_(std::move(journal)), pacer_(pacer) {}

Expected<void> ReplicaWriter::take_control(StopToken stop) {
    if (in_control_) return {};
    if (auto owned = workload_.check_ownership(stop); !owned) return owned;
    const auto status = workload_.read(stop);
    if (!status) return Unexpected<Error>(status.error());
    const config::EnvironmentConfig& e = config_.environment;
    for (std::size_t p = 0; p < 2; ++p) {
        const int replicas = status->pools[p].desired;
        if (replicas < e.min_replicas || replicas > e.max_replicas)
            return fail(ErrorCode::conflict,
                        deployment(config_, p) + " has " + std::to_string(replicas) +
                            " replicas, outside environment.min_replicas and max_replicas (" +
                            std::to_string(e.min_replicas) + " to " + std::to_string(e.max_replicas) +
                            "); change the bounds or scale it first");
    }
    if (config_.cluster.lease)
        if (auto held = workload_.acquire_lease(stop); !held) return held;
    for (const cluster::Pool pool : {cluster::Pool::gpu, cluster::Pool::cpu}) {
        const int replicas = status->pools[static_cast<std::size_t>(pool)].desired;
        if (auto accepted = workload_.preflight(pool, replicas, stop); !accepted) {
            release();
            return accepted;
        }
        ours_[static_cast<std::size_t>(pool)] = {replicas};
    }
    in_control_ = true;
    return {};
}

Expected<void> ReplicaWriter::keep_journal(const cluster::Allocation& before,
                                           const cluster::Allocation& wanted, StopToken stop) {
    const bool first = !entry_;
    JournalEntry entry = entry_.value_or(JournalEntry{});
    if (first) {
        entry.cluster = workload_.cluster();
        entry.context = workload_.context();
        entry.namespace_ = config_.environment.namespace_;
        entry.gpu_deployment = config_.cluster.gpu_deployment;
        entry.cpu_deployment = config_.cluster.cpu_deployment;
        entry.replicas_gpu = before.replicas_gpu;
        entry.replicas_cpu = before.replicas_cpu;
        entry.holder = workload_.holder();
        if (config_.cluster.placement != config::PlacementMethod::none) {
            auto original = workload_.read_placement(stop);
            if (!original) return Unexpected<Error>(original.error());
            entry.placement = *original;
        }
    }
    entry.utc_s = utc_now_s();
    entry.ours_gpu = {before.replicas_gpu, wanted.replicas_gpu};
    entry.ours_cpu = {before.replicas_cpu, wanted.replicas_cpu};
    if (auto stored = journal_.store(entry); !stored) return stored;
    entry_ = entry;
    if (annotated_) return {};
    auto annotated = workload_.annotate(encode_journal(entry), stop);
    annotated_ = annotated.has_value();
    return annotated;
}

Expected<void> ReplicaWriter::scale(cluster::Pool pool, int expected, int replicas, StopToken stop) {
    const auto p = static_cast<std::size_t>(pool);
    // Until the answer is there, both counts may be ours.
    ours_[p] = {expected, replicas};
    auto scaled = workload_.scale(pool, expected, replicas, stop);
    if (!scaled) {
        // The answer may have been lost on its way back: what counts is what the server says now.
        const auto now = workload_.read({});
        if (!now || now->pools[p].desired != replicas) return scaled;
    }
    ours_[p] = {replicas};
    ++writes_;
    return {};
}

Expected<void> ReplicaWriter::write(const cluster::Allocation& before, const cluster::Allocation& wanted,
                                    StopToken stop) {
    if (!in_control_) return fail(ErrorCode::internal, "a change was to be written before control was taken");
    if (config_.cluster.lease && !workload_.holds_lease())
        return fail(ErrorCode::conflict, "the Lease was lost: " + workload_.lease_text());
    if (auto kept = keep_journal(before, wanted, stop); !kept) return kept;
    if (wanted.replicas_gpu != before.replicas_gpu)
        if (auto scaled = scale(cluster::Pool::gpu, before.replicas_gpu, wanted.replicas_gpu, stop); !scaled)
            return scaled;
    if (wanted.replicas_cpu != before.replicas_cpu)
        if (auto scaled = scale(cluster::Pool::cpu, before.replicas_cpu, wanted.replicas_cpu, stop); !scaled)
            return scaled;
    if (wanted.placement != before.placement) {
        if (auto placed = workload_.place(wanted.placement, stop); !placed) return placed;
        ++writes_;
    }
    return {};
}

std::string ReplicaWriter::foreign_change() const {
    if (!in_control_) return {};
    const WorkloadStatus status = workload_.status();
    std::string text;
    for (std::size_t p = 0; p < 2; ++p) {
        const int now = status.pools[p].desired;
        if (now >= 0 && !ours_[p].empty() && !contains(ours_[p], now))
            append(text, "somebody else changed " + arrow(deployment(config_, p), ours_[p].back(), now));
    }
    return text;
}

void ReplicaWriter::accept_present() {
    const WorkloadStatus status = workload_.status();
    for (std::size_t p = 0; p < 2; ++p)
        if (status.pools[p].desired >= 0) ours_[p] = {status.pools[p].desired};
}

Expected<RestoreReport> ReplicaWriter::restore() {
    if (!entry_) return RestoreReport{};
    JournalEntry entry = *entry_;
    entry.ours_gpu = ours_[0];
    entry.ours_cpu = ours_[1];
    auto report = restore_entry(workload_, journal_, entry, false, pacer_, {});
    if (report) entry_.reset();
    return report;
}

void ReplicaWriter::release() {
    in_control_ = false;
    if (config_.cluster.lease) workload_.release_lease({});
}

namespace {

/// One try; what failed first, or the report.
Expected<RestoreReport> try_restore(Workload& workload, const JournalEntry& entry, bool force,
                                    StopToken stop) {
    const auto status = workload.read(stop);
    if (!status) return Unexpected<Error>(status.error());
    RestoreReport report;
    const std::array<int, 2> original = {entry.replicas_gpu, entry.replicas_cpu};
    const std::array<const std::vector<int>*, 2> ours = {&entry.ours_gpu, &entry.ours_cpu};
    const std::array<const std::string*, 2> names = {&entry.gpu_deployment, &entry.cpu_deployment};
    for (const cluster::Pool pool : {cluster::Pool::gpu, cluster::Pool::cpu}) {
        const auto p = static_cast<std::size_t>(pool);
        const int now = status->pools[p].desired;
        if (now == original[p]) {
            append(report.text, *names[p] + " has its " + std::to_string(now));
            continue;
        }
        if (!force && !ours[p]->empty() && !contains(*ours[p], now)) {
            append(report.left_alone, *names[p] + " stays at " + std::to_string(now) +
                                          ", which somebody else set; it was " + std::to_string(original[p]));
            continue;
        }
        if (auto scaled = workload.scale(pool, now, original[p], stop); !scaled)
            return Unexpected<Error>(scaled.error());
        report.changed = true;
        append(report.text, arrow(*names[p], now, original[p]));
    }
    if (!entry.placement.empty()) {
        if (auto placed = workload.restore_placement(entry.placement, stop); !placed)
            return Unexpected<Error>(placed.error());
        report.changed = true;
    }
    if (auto removed = workload.remove_annotation(entry.holder, stop); !removed)
        return Unexpected<Error>(removed.error());
    return report;
}

}  // namespace

Expected<RestoreReport> restore_entry(Workload& workload, Journal& journal, const JournalEntry& entry,
                                      bool force, Pacer& pacer, StopToken stop) {
    double pause_s = first_pause_s;
    for (int attempt = 1;; ++attempt) {
        auto report = try_restore(workload, entry, force, stop);
        if (report) {
            if (auto removed = journal.remove(entry); !removed) return Unexpected<Error>(removed.error());
            return report;
        }
        if (attempt == restore_attempts || report.error().code == ErrorCode::cancelled) {
            report.error().message +=
                ". The original replicas are kept in the journal; run trimtab control "
                "--restore once the cluster answers";
            return report;
        }
        if (auto waited = pacer.wait(pause_s, stop, {}); !waited) return Unexpected<Error>(waited.error());
        pause_s *= 2;
    }
}

}  // namespace trimtab::cluster_api
