// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/live_cluster.h"

#include <algorithm>
#include <cmath>

#include "core/cluster/window_statistics.h"

namespace trimtab::cluster_api {
namespace {

constexpr int bucket_s = 10;  // of the load's shape, and between two samples of the traffic
constexpr std::size_t buckets = 5;
constexpr std::size_t buckets_of_a_trend = 3;

/// The mean over a window's samples, each weighted by its seconds; NaN as soon as one is.
template <class Samples, class Value>
double weighted_mean(const Samples& samples, Value value) {
    double sum = 0;
    double seconds = 0;
    for (const auto& sample : samples) {
        sum += value(sample) * sample.seconds;
        seconds += sample.seconds;
    }
    return seconds > 0 ? sum / seconds : no_data;
}

std::int64_t whole_or_none(double count) { return std::isnan(count) ? -1 : std::llround(count); }

bool open_loop(const config::ClusterConfig& cluster) {
    return cluster.traffic_source == config::TrafficSource::prometheus &&
           cluster.queries[static_cast<std::size_t>(config::QueryId::users)].empty();
}

/// Locust counts failed requests; of Prometheus they must be asked for. Where nobody counts them their number
/// is unknown, and what arrives is what was answered.
bool counts_failures(const config::ClusterConfig& cluster) {
    return cluster.traffic_source == config::TrafficSource::locust ||
           !cluster.queries[static_cast<std::size_t>(config::QueryId::failures)].empty();
}

}  // namespace

LiveCluster::LiveCluster(const config::Config& config, Workload& workload, ObservationSource& source,
                         Pacer& pacer)
    : config_(config),
      workload_(workload),
      source_(source),
      pacer_(pacer),
      placement_(config.environment.initial_placement) {}

cluster::BackendDescription LiveCluster::describe() const {
    const std::string context = workload_.context();
    return {"live",
            (context.empty() ? workload_.cluster() : "context " + context) + ", namespace " +
                config_.environment.namespace_,
            false, false};
}

Expected<void> LiveCluster::reset(std::uint64_t, const load::LoadSchedule& load, const cluster::Allocation&,
                                  double warm_up_s, StopToken stop) {
    if (load.values.empty() && config_.cluster.drive_load)
        return fail(ErrorCode::invalid_argument, "The load has no values; give it at least one second.");
    if (config_.cluster.drive_load && load.kind != load::LoadKind::closed)
        return fail(
            ErrorCode::unsupported,
            "Locust is driven by users; this load is in requests a second. Use a pattern or a trace of "
            "users, or set cluster.drive_load to false");
    load_ = load;
    warm_up_s_ = static_cast<int>(std::lround(warm_up_s));
    clock_s_ = 0;
    begin_window();
    if (warm_up_s_ > 0) return advance(warm_up_s_, stop);
    if (auto driven = drive_load(stop); !driven) return driven;
    take_sample(0, stop);
    usage_ = source_.usage(stop);
    conclude();
    return {};
}

Expected<void> LiveCluster::apply(const cluster::Allocation& allocation) {
    if (!gate_)
        return fail(ErrorCode::internal, "a live cluster was asked to scale without a shield before it");
    return gate_(allocation);
}

void LiveCluster::begin_window() {
    users_before_ = window_.empty() ? no_data : window_.back().traffic.users;
    window_.clear();
}

Expected<void> LiveCluster::drive_load(StopToken stop) {
    if (!config_.cluster.drive_load) return {};
    const int users = static_cast<int>(std::lround(load_.at(clock_s_ - warm_up_s_)));
    if (users == driven_users_) return {};
    if (auto set = source_.set_users(users, config_.simulator.spawn_rate, stop); !set) return set;
    driven_users_ = users;
    return {};
}

Expected<void> LiveCluster::advance(int seconds, StopToken stop) {
    const int end_s = clock_s_ + seconds;
    while (clock_s_ < end_s) {
        const int next_sample_s = std::min(end_s, (clock_s_ / bucket_s + 1) * bucket_s);
        const int from_s = clock_s_;
        while (clock_s_ < next_sample_s) {
            // The pattern has a value for every second; without it the whole stretch is one pause.
            const int pause_s = config_.cluster.drive_load ? 1 : next_sample_s - clock_s_;
            if (auto driven = drive_load(stop); !driven) return driven;
            if (auto waited = pacer_.wait(pause_s, stop, idle_); !waited) return waited;
            clock_s_ += pause_s;
        }
        take_sample(clock_s_ - from_s, stop);
    }
    usage_ = source_.usage(stop);
    conclude();
    if (stop.stop_requested()) return fail(ErrorCode::cancelled, "Stopped while the cluster was observed.");
    return {};
}

void LiveCluster::take_sample(double seconds, StopToken stop) {
    Sample sample;
    sample.seconds = std::max(seconds, 1e-9);  // the sample of a reset has no time of its own
    sample.traffic = source_.traffic(stop);
    const WorkloadStatus status = workload_.status();
    for (std::size_t p = 0; p < 2; ++p)
        sample.ready[p] = status.pools[p].ready >= 0 ? status.pools[p].ready : no_data;
    for (const PodView& pod : status.pods)
        if (pod.phase == "Ready" || pod.phase == "Starting")
            ++sample.billed[static_cast<std::size_t>(pod.pool)];
    window_.push_back(sample);
    if (clock_s_ % bucket_s != 0 || seconds <= 0) return;
    arrivals_rps_.push_back(sample.traffic.throughput_rps +
                            (counts_failures(config_.cluster) ? sample.traffic.failures_rps : 0));
    if (arrivals_rps_.size() > buckets) arrivals_rps_.erase(arrivals_rps_.begin());
}

std::string LiveCluster::why_missing() const {
    if (arrivals_rps_.size() >= buckets_of_a_trend) return {};
    return "the load's trend is known " + std::to_string(buckets_of_a_trend * bucket_s) +
           " s after the start; environment.warm_up lets that time pass before the first decision";
}

std::string LiveCluster::missing_of(const cluster::WindowMetrics& m) const {
    std::string names;
    const auto check = [&names](const char* name, double value) {
        if (!std::isfinite(value)) names += (names.empty() ? "" : ", ") + std::string(name);
    };
    check("cpu_utilization", m.cpu_utilization);
    check("memory_utilization", m.memory_utilization);
    check("gpu_utilization", m.gpu_utilization);
    check("current_latency_p95", m.latency_p95_ms);
    check("current_throughput", m.throughput_rps);
    check("load_trend", m.load_trend);
    if (config_.environment.extended_observation && !m.open_loop) check("users", m.current_users);
    if (!workload_.status().known())
        check("replicas", no_data);
    else if (m.ready_gpu < 0 || m.ready_cpu < 0)
        check("ready_replicas", no_data);
    return names;
}

void LiveCluster::conclude() {
    observed_ = window();
    missing_ = missing_of(observed_);
    if (!missing_.empty()) missing_samples_ += 1 + std::ranges::count(missing_, ',');
}

cluster::WindowMetrics LiveCluster::window() const {
    cluster::WindowMetrics m;
    const WorkloadStatus status = workload_.status();
    m.desired_gpu = status.pools[0].desired;
    m.desired_cpu = status.pools[1].desired;
    m.ready_gpu = status.pools[0].ready;
    m.ready_cpu = status.pools[1].ready;
    m.pending_gpu = status.pools[0].pending();
    m.pending_cpu = status.pools[1].pending();
    m.open_loop = open_loop(config_.cluster);
    m.cpu_utilization = usage_.cpu_utilization;
    m.memory_utilization = usage_.memory_utilization;
    m.gpu_utilization = usage_.gpu_utilization;
    const TrafficSample last = window_.empty() ? TrafficSample{} : window_.back().traffic;
    // The source's own window ends now; percentiles of several windows are never averaged.
    m.latency_p95_ms = last.latency_p95_ms;
    m.throughput_rps = weighted_mean(window_, [](const Sample& s) { return s.traffic.throughput_rps; });
    const double failures_rps =
        weighted_mean(window_, [](const Sample& s) { return s.traffic.failures_rps; });
    m.arrivals_rps = m.throughput_rps + (counts_failures(config_.cluster) ? failures_rps : 0);
    if (!m.open_loop) {
        m.mean_users = weighted_mean(window_, [](const Sample& s) { return s.traffic.users; });
        m.current_users = last.users;
        const double before =
            std::isnan(users_before_) && !window_.empty() ? window_.front().traffic.users : users_before_;
        m.users_change = (last.users - before) / std::max(1.0, before);
    }
    for (const Sample& sample : window_) m.duration_s += sample.seconds;
    m.mean_ready_gpu = weighted_mean(window_, [](const Sample& s) { return s.ready[0]; });
    m.mean_ready_cpu = weighted_mean(window_, [](const Sample& s) { return s.ready[1]; });
    if (m.duration_s >= 1) {
        m.successes = whole_or_none(m.throughput_rps * m.duration_s);
        m.failures = whole_or_none(failures_rps * m.duration_s);
        add_usage_costs(m);
    } else {  // nothing adds up in the instant of a reset
        m.successes = m.failures = -1;
        m.cost_usd = m.energy_wh = no_data;
    }
    // Fewer than three buckets tell no trend: the first decision waits for them.
    const bool shaped = arrivals_rps_.size() >= buckets_of_a_trend &&
                        !std::ranges::any_of(arrivals_rps_, [](double x) { return std::isnan(x); });
    const cluster::LoadShape shape = cluster::load_shape(arrivals_rps_);
    m.load_trend = shaped ? shape.trend : no_data;
    m.load_variance = shaped ? shape.variance : no_data;
    return m;
}

void LiveCluster::add_usage_costs(cluster::WindowMetrics& m) const {
    cluster::WindowTotals totals;
    const std::array<double, 2> busy = {m.gpu_utilization / 100, m.cpu_utilization / 100};
    const std::array<int, 2> servers = {1, config_.simulator.cpu_servers_per_pod};
    bool known = true;
    for (std::size_t p = 0; p < 2; ++p) {
        double billed_s = 0;
        double ready_s = 0;
        for (const Sample& sample : window_) {
            billed_s += sample.billed[p] * sample.seconds;
            ready_s += sample.ready[p] * sample.seconds;
        }
        totals.billed_pod_s[p] = std::llround(billed_s);
        known = known && (ready_s == 0 || std::isfinite(busy[p] * ready_s));
        if (std::isfinite(busy[p] * ready_s))
            totals.busy_ticks[p] =
                std::llround(busy[p] * ready_s * servers[p] * static_cast<double>(cluster::ticks_per_second));
    }
    m.cost_usd = cluster::cost_usd(config_.simulator, totals);
    m.energy_wh = known ? cluster::energy_wh(config_.simulator, totals) : no_data;
}

cluster::PoolSnapshot LiveCluster::pool(cluster::Pool pool, int) const {
    const WorkloadStatus status = workload_.status();
    const PoolStatus& state = status.pools[static_cast<std::size_t>(pool)];
    const double percent = pool == cluster::Pool::gpu ? usage_.gpu_utilization : usage_.cpu_utilization;
    cluster::PoolSnapshot snapshot;
    snapshot.desired = std::max(0, state.desired);
    snapshot.ready = std::max(0, state.ready);
    snapshot.utilization = std::isfinite(percent) ? percent / 100 : 0;
    int serial = 0;
    for (const PodView& pod : status.pods) {
        if (pod.pool != pool) continue;
        if (pod.phase == "Terminating" || pod.phase == "Failed") {
            ++snapshot.draining;
            continue;
        }
        cluster::PodSnapshot shown;
        shown.serial = serial++;
        shown.phase = pod.phase == "Ready"      ? cluster::PodPhase::ready
                      : pod.phase == "Starting" ? cluster::PodPhase::starting
                                                : cluster::PodPhase::pending;
        shown.age_s = pod.age_s;
        shown.ready_for_s = shown.phase == cluster::PodPhase::ready ? pod.age_s : 0;
        shown.utilization = snapshot.utilization;
        shown.has_sample = std::isfinite(percent) && shown.phase == cluster::PodPhase::ready;
        snapshot.starting += shown.phase == cluster::PodPhase::starting ? 1 : 0;
        snapshot.pending += shown.phase == cluster::PodPhase::pending ? 1 : 0;
        snapshot.pods.push_back(shown);
    }
    return snapshot;
}

cluster::Allocation LiveCluster::desired() const {
    const WorkloadStatus status = workload_.status();
    return {std::max(0, status.pools[0].desired), std::max(0, status.pools[1].desired), placement_};
}

}  // namespace trimtab::cluster_api
