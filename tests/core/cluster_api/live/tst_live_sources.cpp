// SPDX-License-Identifier: GPL-3.0-or-later
// Where a session's numbers come from and where its placement goes, over HTTP against the test cluster.
#include <QTest>
#include <cmath>

#include "core/cluster_api/live/audit_log.h"
#include "tests/core/cluster_api/live/live_bench.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using cluster::Placement;
using config::ControlMode;
using config::QueryId;

namespace {

config::Config live_config(ControlMode mode) {
    config::Config config;
    config.cluster.mode = mode;
    config.cluster.lease = false;  // of the wall clock; see the tests of processes
    config.cluster.shield_cooldown_down_s = 0;
    config.cluster.drive_load = true;
    config.load.patterns = {"constant"};
    config.cluster.rate_window_s = 60;
    return config;
}

test_cluster::TestClusterOptions busy() {
    test_cluster::TestClusterOptions options;
    options.load = {"constant", load::LoadKind::closed, {40}};
    return options;
}

/// The same move at every step; the placement wanders.
class Moving final : public agent::Policy {
  public:
    Moving(int gpu, std::vector<Placement> placements) : gpu_(gpu), placements_(std::move(placements)) {}
    std::string name() const override { return "moving"; }
    void begin_episode(const environment::KubernetesEnvironment&, std::uint64_t) override {}
    Expected<agent::Decision> decide(const environment::KubernetesEnvironment&) override {
        agent::Decision decision;
        decision.action = environment::Action{gpu_, 2, placements_[turn_++ % placements_.size()]};
        return decision;
    }
    std::unique_ptr<agent::Policy> clone() const override { return nullptr; }

  private:
    int gpu_;
    std::vector<Placement> placements_;
    std::size_t turn_ = 0;
};

/// What stands in an object, without what every write changes.
test_cluster::Json content_of(LiveBench& bench, const std::string& resource, const std::string& name) {
    const auto* stored = bench.cluster->store().find({resource, "workloads", name});
    if (stored == nullptr) return {};
    test_cluster::Json object = stored->json();
    for (const char* field : {"resourceVersion", "generation", "managedFields"})
        object["metadata"].erase(field);
    // What removing the last one leaves.
    if (object["metadata"].contains("annotations") && object["metadata"]["annotations"].empty())
        object["metadata"].erase("annotations");
    return object;
}

int calls_of(const LiveBench& bench, const std::string& part) {
    int count = 0;
    for (const auto& call : bench.cluster->faults().calls())
        count += call.target.find(part) != std::string::npos ? 1 : 0;
    return count;
}

double mean_observed(const std::filesystem::path& folder, std::size_t index) {
    const auto audit = read_audit_log(folder / "audit.jsonl");
    double sum = 0;
    int count = 0;
    for (const DecisionEntry& entry : audit->entries) {
        if (entry.observation.size() <= index) continue;
        sum += entry.observation[index];
        ++count;
    }
    return count > 0 ? sum / count : std::nan("");
}

}  // namespace

class TestLiveSources : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void metrics_server_gives_the_use_of_cpu_and_memory() {
        std::array<double, 2> cpu{};
        std::array<double, 2> memory{};
        for (const bool metrics_server : {false, true}) {
            auto config = live_config(ControlMode::shadow);
            config.cluster.usage_source =
                metrics_server ? config::UsageSource::metrics_server : config::UsageSource::prometheus;
            LiveBench bench(config, busy());
            Moving policy(2, {Placement::balanced});
            const auto summary = bench.run(&policy, 6);
            QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
            QCOMPARE(summary->missing_samples, std::int64_t{0});
            QCOMPARE(summary->held_decisions, std::int64_t{0});
            QCOMPARE(calls_of(bench, "/apis/metrics.k8s.io/") > 0, metrics_server);
            cpu[metrics_server ? 1 : 0] = mean_observed(bench.options().recording, 0);
            memory[metrics_server ? 1 : 0] = mean_observed(bench.options().recording, 1);
        }
        QVERIFY(cpu[0] > 5 && memory[0] > 5);
        // metrics-server tells of the last moment, the query of its window of a minute.
        QVERIFY2(std::abs(cpu[1] - cpu[0]) < 8, qPrintable(QString("%1 %2").arg(cpu[0]).arg(cpu[1])));
        QVERIFY2(std::abs(memory[1] - memory[0]) < 5,
                 qPrintable(QString("%1 %2").arg(memory[0]).arg(memory[1])));
    }

    void without_metrics_server_its_numbers_are_missing() {
        auto config = live_config(ControlMode::automatic);
        config.cluster.usage_source = config::UsageSource::metrics_server;
        LiveBench bench(config, busy());
        bench.cluster->kubernetes().installed().metrics = false;
        Moving policy(4, {Placement::balanced});
        const auto summary = bench.run(&policy, 3);
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QCOMPARE(summary->held_decisions, std::int64_t{3});
        QVERIFY(bench.cluster->replicaHistory().empty() || summary->writes == 0);
        const auto audit = read_audit_log(bench.options().recording / "audit.jsonl");
        QVERIFY(audit->entries.front().why.find("cpu_utilization, memory_utilization") != std::string::npos);
    }

    void placement_reaches_the_cluster_and_comes_back_data() {
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("resource");
        using config::PlacementMethod;
        QTest::newRow("annotation of an Ingress")
            << static_cast<int>(PlacementMethod::annotation) << "ingress"
            << "ingresses.networking.k8s.io";
        QTest::newRow("annotation of a Service") << static_cast<int>(PlacementMethod::annotation) << "service"
                                                 << "services";
        QTest::newRow("selector of a Service")
            << static_cast<int>(PlacementMethod::service_selector) << "service"
            << "services";
        QTest::newRow("weights of an HTTPRoute") << static_cast<int>(PlacementMethod::httproute) << "ingress"
                                                 << "httproutes.gateway.networking.k8s.io";
    }

    void placement_reaches_the_cluster_and_comes_back() {
        QFETCH(int, method);
        QFETCH(QString, kind);
        QFETCH(QString, resource);
        auto config = live_config(ControlMode::automatic);
        config.cluster.placement = static_cast<config::PlacementMethod>(method);
        config.cluster.placement_kind = kind.toStdString();
        config.cluster.placement_object = "inference";
        LiveBench bench(config, busy());
        const auto original = content_of(bench, resource.toStdString(), "inference");
        QVERIFY(!original.is_null());
        std::vector<Placement> wanted;
        std::vector<Placement> served;
        bench.desk.set_listener([&](const ControlEvent& event) {
            const auto* entry = std::get_if<DecisionEntry>(&event);
            if (entry == nullptr || entry->outcome != DecisionOutcome::executed) return;
            wanted.push_back(entry->executed.placement);
            served.push_back(bench.cluster->workload().cluster().desired().placement);
        });
        Moving policy(
            2, {Placement::prefer_gpu, Placement::prefer_cpu, Placement::balanced, Placement::prefer_cpu});
        const auto summary = bench.run(&policy, 4);
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QVERIFY(wanted == std::vector<Placement>({Placement::prefer_gpu, Placement::prefer_cpu,
                                                  Placement::balanced, Placement::prefer_cpu}));
        QVERIFY(served == wanted);
        QVERIFY(summary->restored);
        QCOMPARE(content_of(bench, resource.toStdString(), "inference").dump(), original.dump());
        QCOMPARE(bench.cluster->workload().cluster().desired().placement, Placement::balanced);
    }

    void failures_that_nobody_counts_are_unknown_data() {
        QTest::addColumn<bool>("counted");
        QTest::newRow("no query") << false;
        QTest::newRow("a query") << true;
    }

    void failures_that_nobody_counts_are_unknown() {
        QFETCH(bool, counted);
        auto config = live_config(ControlMode::shadow);
        config.cluster.traffic_source = config::TrafficSource::prometheus;
        config.cluster.queries[static_cast<std::size_t>(QueryId::latency_p95)] = "the_p95";
        config.cluster.queries[static_cast<std::size_t>(QueryId::throughput)] = "the_rate";
        config.cluster.queries[static_cast<std::size_t>(QueryId::users)] = "the_users";
        if (counted) config.cluster.queries[static_cast<std::size_t>(QueryId::failures)] = "the_failures";
        LiveBench bench(config, busy());
        bench.cluster->prometheus().set("the_p95", 180);
        bench.cluster->prometheus().set("the_rate", 12);
        bench.cluster->prometheus().set("the_users", 40);
        bench.cluster->prometheus().set("the_failures", 0.5);
        std::vector<std::int64_t> failures;
        std::vector<double> arrivals;
        bench.desk.set_listener([&](const ControlEvent& event) {
            const auto* view = std::get_if<std::shared_ptr<const ClusterView>>(&event);
            if (view == nullptr || (*view)->step < 1) return;
            failures.push_back((*view)->metrics.failures);
            arrivals.push_back((*view)->metrics.arrivals_rps);
        });
        Moving policy(2, {Placement::balanced});
        const auto summary = bench.run(&policy, 3);
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QCOMPARE(summary->held_decisions, std::int64_t{0});
        QVERIFY(!failures.empty());
        for (const std::int64_t count : failures) QCOMPARE(count, std::int64_t{counted ? 15 : -1});
        for (const double rate : arrivals) QCOMPARE(rate, counted ? 12.5 : 12.0);
    }

    /// A session that begins at the same moment, without a Lease: its journal has the true counts.
    void the_journal_of_another_session_is_not_overwritten() {
        LiveBench bench(live_config(ControlMode::automatic), busy());
        JournalEntry other;
        other.cluster = bench.workload->cluster();
        other.namespace_ = "workloads";
        other.gpu_deployment = "inference-gpu";
        other.cpu_deployment = "inference-cpu";
        other.replicas_gpu = other.replicas_cpu = 2;
        other.holder = "other@elsewhere/1-1";
        const std::string theirs = encode_journal(other);
        const test_cluster::ObjectKey key{"deployments.apps", "workloads", "inference-gpu"};
        bool there = false;
        std::vector<std::string> errors;
        bench.desk.set_listener([&](const ControlEvent& event) {
            if (const auto* entry = std::get_if<DecisionEntry>(&event);
                entry != nullptr && entry->outcome == DecisionOutcome::failed)
                errors.push_back(entry->error);
            const auto* view = std::get_if<std::shared_ptr<const ClusterView>>(&event);
            if (view == nullptr || (*view)->phase != ControlPhase::running || there) return;
            there = true;
            test_cluster::Json object = bench.cluster->store().find(key)->json();
            object["metadata"]["annotations"][journal_annotation] = theirs;
            bench.cluster->store().put(key, object, "2026-01-01T00:00:00Z");
        });
        Moving policy(4, {Placement::balanced});
        const auto summary = bench.run(&policy, 2);
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QCOMPARE(summary->writes, std::int64_t{0});
        QCOMPARE(errors.size(), std::size_t{2});
        QVERIFY2(errors[0].find("other@elsewhere") != std::string::npos, errors[0].c_str());
        const auto left = bench.cluster->store().find(key)->json();
        QCOMPARE(left["metadata"]["annotations"][journal_annotation].get<std::string>(), theirs);
        QVERIFY(Journal(bench.options().journal_folder).all().empty());
    }

    void the_first_seconds_say_why_they_are_held() {
        auto config = live_config(ControlMode::automatic);
        config.environment.warm_up = 0;
        LiveBench bench(config, busy());
        Moving policy(2, {Placement::balanced});
        const auto summary = bench.run(&policy, 2);
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QCOMPARE(summary->held_decisions, std::int64_t{1});
        const auto audit = read_audit_log(bench.options().recording / "audit.jsonl");
        QVERIFY(audit->entries.size() >= 2);
        const std::string& why = audit->entries[0].why;
        QVERIFY2(why.find("load_trend") != std::string::npos &&
                     why.find("30 s after the start") != std::string::npos,
                 why.c_str());
        QVERIFY(audit->entries[1].why.find("not asked") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestLiveSources)
#include "tst_live_sources.moc"
