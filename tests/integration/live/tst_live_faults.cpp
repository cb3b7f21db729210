// SPDX-License-Identifier: GPL-3.0-or-later
// Each fault at each call of a control session: whatever happens, the replicas stay within their bounds and
// are put back, the journal can be read, and the audit log has every write. Tried are an eighth of all pairs,
// every call and every fault among them; with TRIMTAB_ALL_FAULTS=1 all pairs (many minutes).
// TRIMTAB_SHARD=2/3 tries the second third of the faults.
#include <QTest>

#include "core/cluster_api/live/audit_log.h"
#include "core/cluster_api/live/journal.h"
#include "tests/integration/live/session_bench.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using namespace trimtab::test_cluster;
using cluster::Pool;
using tests::SessionBench;

namespace {

constexpr int original = 3;
constexpr int least = 1;
constexpr int most = 5;
constexpr std::int64_t steps = 2;

/// Pushes both pools towards, and then against, their bounds.
class PushingPolicy final : public agent::Policy {
  public:
    std::string name() const override { return "pushing"; }
    void begin_episode(const environment::KubernetesEnvironment&, std::uint64_t) override {}
    Expected<agent::Decision> decide(const environment::KubernetesEnvironment&) override {
        agent::Decision decision;
        decision.action = environment::Action{4, 0, cluster::Placement::balanced};
        return decision;
    }
    std::unique_ptr<agent::Policy> clone() const override { return std::make_unique<PushingPolicy>(); }
};

struct NamedFault {
    const char* name;
    Fault fault;
    int calls;  ///< in a row; -1: until the session is over
};

const NamedFault faults[] = {{"401 once", {FaultKind::status, 401}, 1},
                             {"401 from then on", {FaultKind::status, 401}, -1},
                             {"403", {FaultKind::status, 403}, -1},
                             {"404", {FaultKind::status, 404}, 1},
                             {"409", {FaultKind::status, 409}, 1},
                             {"410", {FaultKind::status, 410}, 1},
                             {"422", {FaultKind::status, 422}, 1},
                             {"429 with Retry-After", {FaultKind::status, 429, 1}, 2},
                             {"500", {FaultKind::status, 500}, 4},
                             {"503 once", {FaultKind::status, 503}, 1},
                             {"503 from then on", {FaultKind::status, 503}, -1},
                             {"504", {FaultKind::status, 504}, 2},
                             {"latency", {FaultKind::latency, 0, 0, 30}, 3},
                             {"hang", {FaultKind::hang}, 1},
                             {"reset once", {FaultKind::reset}, 1},
                             {"reset from then on", {FaultKind::reset}, -1},
                             {"carried out, then reset", {FaultKind::applied_then_reset}, 8},
                             {"half a chunk", {FaultKind::half_body}, 3},
                             {"not JSON", {FaultKind::not_json}, 1},
                             {"another type", {FaultKind::wrong_type}, 1},
                             {"huge body", {FaultKind::huge_body, 0, 0, 100'000'000}, 1},
                             {"wrong authority", {FaultKind::wrong_ca}, 1},
                             {"expired certificate", {FaultKind::expired_certificate}, 4},
                             {"clock ahead", {FaultKind::clock_skew, 0, 0, 600}, 1},
                             {"clock behind", {FaultKind::clock_skew, 0, 0, -600}, 1}};

TestClusterOptions small() {
    TestClusterOptions options;
    options.initial = {original, original, cluster::Placement::balanced};
    return options;
}

/// The audit entries of sessions that had one.
std::vector<DecisionEntry> audited(const SessionBench& bench, std::initializer_list<const char*> names,
                                   bool& whole) {
    std::vector<DecisionEntry> all;
    for (const char* name : names) {
        const std::filesystem::path file = bench.folder(name) / "audit.jsonl";
        if (!std::filesystem::exists(file)) continue;
        const auto log = read_audit_log(file);
        whole = whole && log.has_value() && log->damaged_lines == 0;
        if (log) all.insert(all.end(), log->entries.begin(), log->entries.end());
    }
    return all;
}

/// What is wrong after the sessions; empty: nothing.
std::string damage(const SessionBench& bench) {
    for (const Pool pool : {Pool::gpu, Pool::cpu})
        if (bench.cluster->replicas(pool) != original)
            return "the replicas are " + std::to_string(bench.cluster->replicas(pool)) + " afterwards";
    bool whole = true;
    const std::vector<DecisionEntry> audit = audited(bench, {"faulty", "next"}, whole);
    if (!whole) return "the audit log is damaged";
    for (const ReplicaWrite& write : bench.cluster->replicaHistory()) {
        if (write.dry_run) continue;
        if (write.after < least || write.after > most)
            return "replicas went to " + std::to_string(write.after);
        const bool gpu = write.deployment == bench.config.cluster.gpu_deployment;
        const bool known = std::any_of(audit.begin(), audit.end(), [&](const DecisionEntry& entry) {
            return (gpu ? entry.executed.replicas_gpu : entry.executed.replicas_cpu) == write.after ||
                   (gpu ? entry.proposed.replicas_gpu : entry.proposed.replicas_cpu) == write.after;
        });
        if (!known) return "a write of " + std::to_string(write.after) + " is not in the audit log";
    }
    std::vector<std::string> problems;
    const auto left = Journal(bench.journal_folder()).all(&problems);
    if (!problems.empty()) return "the journal cannot be read: " + problems.front();
    if (!left.empty()) return "a journal is left";
    return {};
}

}  // namespace

class TestLiveFaults : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        auto made = Certificates::create();
        if (!made) QSKIP(made.error().message.c_str());
        certificates_ = *made;
        SessionBench bench(small(), certificates_);
        bench.config.environment.min_replicas = least;
        bench.config.environment.max_replicas = most;
        bench.config.cluster.drive_load = true;
        PushingPolicy policy;
        const auto summary = bench.run(&policy, config::ControlMode::automatic, steps, "faulty");
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QVERIFY(summary->writes >= 2);
        QVERIFY(summary->restored);
        QCOMPARE(damage(bench), std::string());
        for (const FaultPlan::Call& call : bench.cluster->faults().calls())
            calls_.push_back(call.service + " " + call.method + " " + call.target.substr(0, 100));
        qInfo("A session makes %zu calls; %zu kinds of faults.", calls_.size(), std::size(faults));
        QVERIFY(calls_.size() * std::size(faults) / 8 >= 200);
    }

    void each_fault_at_each_call_data() {
        QTest::addColumn<int>("index");
        const QList<QByteArray> shard = qgetenv("TRIMTAB_SHARD").split('/');
        const int shards = shard.size() == 2 ? std::max(1, shard[1].toInt()) : 1;
        const int first = shard.size() == 2 ? shard[0].toInt() - 1 : 0;
        for (int i = first; i < static_cast<int>(std::size(faults)); i += shards)
            QTest::addRow("%s", faults[i].name) << i;
    }

    void each_fault_at_each_call() {
        QFETCH(int, index);
        const NamedFault& named = faults[index];
        QStringList failures;
        int restored_later = 0;
        int cases = 0;
        for (std::size_t call = 0; call < calls_.size(); ++call) {
            if (!all_pairs_ && (call + static_cast<std::size_t>(index)) % 8 != 0) continue;
            ++cases;
            SessionBench bench(small(), certificates_);
            bench.config.environment.min_replicas = least;
            bench.config.environment.max_replicas = most;
            bench.config.cluster.drive_load = true;
            bench.cluster->faults().add({"", "", "", static_cast<int>(call) + 1, named.calls, named.fault});
            PushingPolicy policy;
            const auto summary = bench.run(&policy, config::ControlMode::automatic, steps, "faulty");
            bench.cluster->faults().clear();
            bench.cluster->clock().setSkew(0);
            if (!Journal(bench.journal_folder()).all().empty()) {
                ++restored_later;
                bench.cluster->advance(60);  // the Lease of the one that failed runs out
                // A busy machine may make even a sound server late for our swift deadlines.
                auto next = bench.run(nullptr, config::ControlMode::observe, 1, "next");
                for (int again = 0; again < 3 && !next; ++again)
                    next = bench.run(nullptr, config::ControlMode::observe, 1, "next");
                if (!next)
                    failures << QStringLiteral("call %1: the next start fails: %2")
                                    .arg(call + 1)
                                    .arg(QString::fromStdString(next.error().to_string()));
            }
            if (const std::string wrong = damage(bench); !wrong.empty())
                failures << QStringLiteral("call %1 (%2): %3; %4")
                                .arg(call + 1)
                                .arg(QString::fromStdString(calls_[call]), QString::fromStdString(wrong),
                                     summary ? QStringLiteral("the session ended well")
                                             : QString::fromStdString(summary.error().to_string()));
        }
        qInfo("%s: %d cases, %d restored by the next start", named.name, cases, restored_later);
        QVERIFY2(failures.isEmpty(), qPrintable(failures.join('\n')));
    }

  private:
    std::shared_ptr<Certificates> certificates_;
    std::vector<std::string> calls_;
    const bool all_pairs_ = qEnvironmentVariableIntValue("TRIMTAB_ALL_FAULTS") != 0;
};

QTEST_GUILESS_MAIN(TestLiveFaults)
#include "tst_live_faults.moc"
