// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "core/agent/policy_factory.h"
#include "core/cluster_api/live/audit_log.h"
#include "core/cluster_api/live/control_session.h"
#include "core/results/run_folder.h"
#include "core/telemetry/metric_registry.h"
#include "tests/core/cluster_api/live/fake_cluster.h"

using namespace trimtab;
using namespace trimtab::cluster_api;
using config::ControlMode;

namespace {

/// Wants the same move at every step.
class MovingPolicy final : public agent::Policy {
  public:
    explicit MovingPolicy(environment::Action action) : action_(action) {}
    std::string name() const override { return "moving"; }
    void begin_episode(const environment::KubernetesEnvironment&, std::uint64_t) override {}
    Expected<agent::Decision> decide(const environment::KubernetesEnvironment&) override {
        ++asked;
        agent::Decision decision;
        decision.action = action_;
        decision.reason = "always";
        return decision;
    }
    std::unique_ptr<agent::Policy> clone() const override { return nullptr; }
    int asked = 0;

  private:
    environment::Action action_;
};

const environment::Action more_gpu{3, 2, cluster::Placement::balanced};

/// One session over fakes.
struct Bench {
    QTemporaryDir folder;
    FakeWorkload workload;
    FakeSource source;
    FakePacer pacer;
    ControlDesk desk;
    MovingPolicy policy{more_gpu};
    ControlOptions options;

    explicit Bench(ControlMode mode) {
        options.config.cluster.mode = mode;
        options.config.cluster.shield_cooldown_down_s = 0;
        options.config.environment.warm_up = 30;
        options.journal_folder = folder.filePath("journal").toStdString();
        options.recording = folder.filePath("run").toStdString();
        std::filesystem::create_directories(options.recording);
        options.max_steps = 4;
        options.user = "ann";
    }

    Expected<ControlSummary> run(StopToken stop = {}) {
        ControlSession session(options, {workload, source, pacer, &policy, desk});
        return session.run(stop);
    }

    std::vector<DecisionEntry> decisions() {
        std::vector<DecisionEntry> out;
        for (const ControlEvent& event : events())
            if (const auto* entry = std::get_if<DecisionEntry>(&event)) out.push_back(*entry);
        return out;
    }
    std::vector<ClusterView> views() {
        std::vector<ClusterView> out;
        for (const ControlEvent& event : events())
            if (const auto* view = std::get_if<std::shared_ptr<const ClusterView>>(&event))
                out.push_back(**view);
        return out;
    }
    const ClusterView& last_view() {
        for (const ControlEvent& event : events())
            if (const auto* view = std::get_if<std::shared_ptr<const ClusterView>>(&event))
                last_view_ = **view;
        return last_view_;
    }
    const std::vector<ControlEvent>& events() {
        for (ControlEvent& event : desk.drain()) events_.push_back(std::move(event));
        return events_;
    }
    bool was_told(const std::string& text) {
        return std::ranges::any_of(events(), [&text](const ControlEvent& event) {
            const auto* notice = std::get_if<ControlNotice>(&event);
            return notice != nullptr && notice->text == text;
        });
    }
    /// What the audit log says beside decisions.
    std::vector<std::string> noted() const {
        std::vector<std::string> out;
        const auto audit = read_audit_log(options.recording / "audit.jsonl");
        for (const DecisionEntry& entry : audit->entries)
            if (entry.outcome == DecisionOutcome::noted) out.push_back(entry.why);
        return out;
    }
    int count(const std::string& call) const {
        return static_cast<int>(std::ranges::count(workload.calls, call));
    }

  private:
    std::vector<ControlEvent> events_;
    ClusterView last_view_;
};

}  // namespace

class TestControlSession : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void observing_and_shadowing_change_nothing_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("asked");
        QTest::newRow("observe") << static_cast<int>(ControlMode::observe) << 0;
        QTest::newRow("shadow") << static_cast<int>(ControlMode::shadow) << 4;
    }
    void observing_and_shadowing_change_nothing() {
        QFETCH(int, mode);
        QFETCH(int, asked);
        Bench bench(static_cast<ControlMode>(mode));
        const auto summary = bench.run();
        QVERIFY(summary.has_value());
        QCOMPARE(summary->steps, std::int64_t{4});
        QCOMPARE(summary->writes, std::int64_t{0});
        QCOMPARE(bench.policy.asked, asked);
        for (const char* write : {"scale", "annotate", "place", "acquire_lease", "preflight"})
            QCOMPARE(bench.count(write), 0);
        const auto decisions = bench.decisions();
        QCOMPARE(static_cast<int>(decisions.size()), asked);
        for (const DecisionEntry& entry : decisions) {
            QCOMPARE(entry.outcome, DecisionOutcome::shadowed);
            QCOMPARE(entry.proposed.replicas_gpu, 4);
            QCOMPARE(entry.executed.replicas_gpu, 3);
        }
    }

    void observations_count_from_the_first_which_is_told_at_once() {
        Bench bench(ControlMode::observe);
        bench.options.config.environment.warm_up = 0;
        bench.options.max_steps = 0;
        bench.options.max_observations = 3;
        const auto summary = bench.run();
        QCOMPARE(summary->steps, std::int64_t{2});
        const double interval_s = bench.options.config.environment.action_interval;
        std::int64_t last = 0;
        for (const ClusterView& view : bench.views()) {
            QVERIFY(view.observations == last || view.observations == last + 1);
            if (view.observations == 0) QCOMPARE(view.metrics.duration_s, 0.0);
            if (view.observations == last + 1) QCOMPARE(view.time_s, interval_s * static_cast<double>(last));
            if (view.observations == 1) {
                QCOMPARE(view.metrics.throughput_rps, 20.0);
                QCOMPARE(view.metrics.failures, std::int64_t{-1});  // no time has passed to have any in
                QVERIFY(std::isnan(view.metrics.cost_usd));
            }
            last = view.observations;
        }
        QCOMPARE(last, std::int64_t{3});
        QCOMPARE(bench.last_view().metrics.failures, std::int64_t{0});
    }

    void rewards_are_recorded_only_relative_to_baselines_data() {
        QTest::addColumn<bool>("baselines");
        QTest::newRow("with baselines") << true;
        QTest::newRow("without") << false;
    }
    void rewards_are_recorded_only_relative_to_baselines() {
        QFETCH(bool, baselines);
        Bench bench(ControlMode::observe);
        if (baselines) bench.options.baselines = environment::BaselineSet{{"", {}}};
        QVERIFY(bench.run().has_value());
        const auto rows = results::read_metrics(bench.options.recording);
        QCOMPARE(rows->rows.size(), std::size_t{4});
        const auto holds = [&](int metric) {
            return std::ranges::all_of(rows->rows, [metric](const telemetry::Row& row) {
                return std::ranges::count(row.values, metric, [](const auto& value) { return value.first; }) >
                       0;
            });
        };
        QCOMPARE(holds(telemetry::metric::reward), baselines);
        QCOMPARE(holds(telemetry::metric::stability_bonus), baselines);
        QVERIFY(holds(telemetry::metric::latency_p95_ms));
        // The load is somebody else's: nobody knows a pattern of it.
        for (const telemetry::Row& row : rows->rows) QVERIFY(row.label.empty());
    }

    void auto_acts_within_its_bounds_and_restores() {
        Bench bench(ControlMode::automatic);
        bench.options.config.environment.max_replicas = 5;
        bench.options.max_steps = 6;
        const auto summary = bench.run();
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().to_string().c_str());
        QCOMPARE(summary->writes, std::int64_t{2});  // to 4, to 5
        QVERIFY(summary->restored);
        QCOMPARE(bench.workload.replicas, (std::array<int, 2>{3, 3}));
        for (const auto& [gpu, cpu] : bench.workload.history) QVERIFY(gpu >= 1 && gpu <= 5 && cpu == 3);
        QVERIFY(bench.workload.annotations[0].empty());
        QVERIFY(!bench.workload.lease_held);
        QVERIFY(Journal(bench.options.journal_folder).all().empty());

        const auto audit = read_audit_log(bench.options.recording / "audit.jsonl");
        QVERIFY(audit.has_value());
        int ordered = 0;
        int executed = 0;
        for (const DecisionEntry& entry : audit->entries) {
            ordered += entry.outcome == DecisionOutcome::ordered ? 1 : 0;
            executed += entry.outcome == DecisionOutcome::executed ? 1 : 0;
            if (entry.outcome != DecisionOutcome::restored) QCOMPARE(entry.who, std::string("moving (ann)"));
        }
        QCOMPARE(ordered, 2);
        QCOMPARE(executed, 2);
        QCOMPARE(audit->entries.back().outcome, DecisionOutcome::restored);
    }

    void the_journal_stands_before_the_first_write() {
        Bench bench(ControlMode::automatic);
        bool journalled = true;
        bench.workload.before_scale = [&] {
            const auto entries = Journal(bench.options.journal_folder).all();
            // The last scale is the restore, which still has its journal.
            journalled = journalled && entries.size() == 1 && entries[0].replicas_gpu == 3 &&
                         !bench.workload.annotations[1].empty();
        };
        QVERIFY(bench.run().has_value());
        QVERIFY(bench.count("scale") >= 2);
        QVERIFY(journalled);
    }

    void missing_data_holds_and_is_counted() {
        Bench bench(ControlMode::automatic);
        bench.source.usage_now.gpu_utilization = no_data;
        const auto summary = bench.run();
        QCOMPARE(summary->writes, std::int64_t{0});
        QCOMPARE(summary->held_decisions, std::int64_t{4});
        QCOMPARE(bench.policy.asked, 0);
        QCOMPARE(summary->missing_samples, std::int64_t{5});  // the warm-up's and one a step
        for (const DecisionEntry& entry : bench.decisions()) {
            QCOMPARE(entry.outcome, DecisionOutcome::held);
            QVERIFY(entry.shield.find("gpu_utilization") != std::string::npos);
        }
        QCOMPARE(bench.last_view().missing, std::vector<std::string>{"gpu_utilization"});
        const auto rows = results::read_metrics(bench.options.recording);
        QCOMPARE(rows->rows.size(), std::size_t{4});
    }

    void a_foreign_change_pauses_within_two_seconds_and_is_left_alone() {
        Bench bench(ControlMode::automatic);
        double paused_at_s = -1;
        bench.pacer.at.emplace(65, [&] { bench.workload.replicas[1] = 7; });
        for (int tenth = 650; tenth < 690; ++tenth)
            bench.pacer.at.emplace(tenth / 10.0, [&, tenth] {
                if (paused_at_s < 0 && bench.last_view().phase == ControlPhase::paused)
                    paused_at_s = tenth / 10.0;
            });
        const auto summary = bench.run();
        QVERIFY(summary.has_value());
        QVERIFY2(paused_at_s > 65 && paused_at_s <= 67, qPrintable(QString::number(paused_at_s)));
        QCOMPARE(bench.policy.asked, 2);
        QCOMPARE(bench.workload.replicas, (std::array<int, 2>{3, 7}));  // ours restored, theirs kept
        QVERIFY(summary->left_alone.find("inference-cpu") != std::string::npos);
    }

    void after_resume_control_goes_on_from_what_is_there() {
        Bench bench(ControlMode::automatic);
        bench.pacer.at.emplace(35, [&] { bench.workload.replicas[0] = 6; });
        bench.pacer.at.emplace(50, [&] { bench.desk.send(Resume{}); });
        QVERIFY(bench.run().has_value());
        bool continued = false;
        for (const DecisionEntry& entry : bench.decisions())
            continued =
                continued || (entry.outcome == DecisionOutcome::executed && entry.before.replicas_gpu == 6);
        QVERIFY(continued);
    }

    void confirm_waits_for_a_person_data() {
        QTest::addColumn<int>("answer");  // 1 yes, 0 no, -1 nobody
        QTest::addColumn<int>("writes");
        QTest::newRow("yes") << 1 << 1;
        QTest::newRow("no") << 0 << 0;
        QTest::newRow("nobody") << -1 << 0;
    }
    void confirm_waits_for_a_person() {
        QFETCH(int, answer);
        QFETCH(int, writes);
        Bench bench(ControlMode::confirm);
        bench.options.max_steps = 1;
        bench.pacer.at.emplace(32, [&] {
            const auto request = bench.last_view().confirm;
            QVERIFY(request.has_value());
            QCOMPARE(request->wanted.replicas_gpu, 4);
            bench.desk.send(AnswerConfirm{request->id + 1, true});  // of another request: ignored
            if (answer >= 0) bench.desk.send(AnswerConfirm{request->id, answer == 1});
        });
        const auto summary = bench.run();
        QCOMPARE(summary->writes, std::int64_t{writes});
        QCOMPARE(bench.decisions().front().outcome,
                 answer == 1 ? DecisionOutcome::executed : DecisionOutcome::declined);
        QVERIFY(!bench.last_view().confirm);
    }

    void control_is_refused_but_observing_allowed_data() {
        QTest::addColumn<QString>("call");
        for (const char* call : {"check_ownership", "acquire_lease", "preflight"})
            QTest::newRow(call) << call;
    }
    void control_is_refused_but_observing_allowed() {
        QFETCH(QString, call);
        Bench refused(ControlMode::automatic);
        refused.workload.errors[call.toStdString()] = make_error(ErrorCode::conflict, "an HPA scales it");
        const auto summary = refused.run();
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, ErrorCode::conflict);
        QCOMPARE(refused.count("scale"), 0);
        QCOMPARE(refused.last_view().phase, ControlPhase::failed);

        Bench observed(ControlMode::shadow);
        observed.workload.errors[call.toStdString()] = make_error(ErrorCode::conflict, "an HPA scales it");
        observed.pacer.at.emplace(40, [&] { observed.desk.send(SetMode{ControlMode::automatic}); });
        QVERIFY(observed.run().has_value());
        QCOMPARE(observed.last_view().mode, ControlMode::shadow);
        QVERIFY(observed.last_view().control_refused.find("HPA") != std::string::npos);
        QCOMPARE(observed.count("scale"), 0);
    }

    void replicas_outside_the_bounds_are_not_taken_over() {
        Bench bench(ControlMode::automatic);
        bench.workload.replicas = {12, 3};
        const auto summary = bench.run();
        QVERIFY(!summary);
        QVERIFY(summary.error().message.find("12") != std::string::npos);
        QCOMPARE(bench.workload.replicas, (std::array<int, 2>{12, 3}));
    }

    void an_answer_that_is_lost_counts_as_what_the_server_did() {
        Bench bench(ControlMode::automatic);
        bench.options.max_steps = 1;
        bench.workload.errors["scale"] = make_error(ErrorCode::unavailable, "connection reset");
        bench.workload.error_calls["scale"] = 1;
        bench.workload.applies_although_it_fails = true;
        QVERIFY(bench.run().has_value());
        QCOMPARE(bench.decisions().front().outcome, DecisionOutcome::executed);
        QCOMPARE(bench.workload.replicas, (std::array<int, 2>{3, 3}));
    }

    void a_refused_write_is_logged_and_the_session_goes_on() {
        Bench bench(ControlMode::automatic);
        bench.workload.errors["scale"] = make_error(ErrorCode::permission_denied, "forbidden");
        bench.workload.error_calls["scale"] = 1;
        const auto summary = bench.run();
        QVERIFY(summary.has_value());
        const auto decisions = bench.decisions();
        QCOMPARE(decisions[0].outcome, DecisionOutcome::failed);
        QCOMPARE(decisions[1].outcome, DecisionOutcome::executed);
        QCOMPARE(bench.workload.replicas, (std::array<int, 2>{3, 3}));
    }

    void the_next_start_restores_what_a_dead_session_left_data() {
        QTest::addColumn<bool>("on_disk");
        QTest::newRow("journal on this disk") << true;
        QTest::newRow("annotation only") << false;
    }
    void the_next_start_restores_what_a_dead_session_left() {
        QFETCH(bool, on_disk);
        Bench bench(ControlMode::shadow);
        JournalEntry entry{bench.workload.cluster(),
                           "fake",
                           "default",
                           "inference-gpu",
                           "inference-cpu",
                           2,
                           4,
                           "",
                           "dead",
                           {},
                           {},
                           1};
        if (on_disk)
            QVERIFY(Journal(bench.options.journal_folder).store(entry).has_value());
        else
            bench.workload.annotations = {encode_journal(entry), encode_journal(entry)};
        bench.workload.replicas = {5, 3};
        QVERIFY(bench.run().has_value());
        QCOMPARE(bench.workload.replicas, (std::array<int, 2>{2, 4}));
        QVERIFY(bench.workload.annotations[0].empty());
        QVERIFY(Journal(bench.options.journal_folder).all().empty());
        QCOMPARE(bench.decisions().front().outcome, DecisionOutcome::restored);
    }

    void restoring_tries_again_and_keeps_the_journal_where_it_fails() {
        Bench bench(ControlMode::automatic);
        bench.options.max_steps = 1;
        bench.pacer.at.emplace(50, [&] {
            bench.workload.errors["scale"] = make_error(ErrorCode::unavailable, "no answer");
            bench.workload.error_calls["scale"] = 2;
        });
        QVERIFY(bench.run().has_value());
        QCOMPARE(bench.workload.replicas, (std::array<int, 2>{3, 3}));

        Bench lost(ControlMode::automatic);
        lost.options.max_steps = 1;
        lost.pacer.at.emplace(
            50, [&] { lost.workload.errors["scale"] = make_error(ErrorCode::unavailable, "no answer"); });
        const auto summary = lost.run();
        QVERIFY(!summary);
        QVERIFY(summary.error().message.find("--restore") != std::string::npos);
        QCOMPARE(Journal(lost.options.journal_folder).all().size(), std::size_t{1});
    }

    void stop_and_restore_is_one_command() {
        Bench bench(ControlMode::automatic);
        bench.options.max_steps = 0;
        bench.pacer.at.emplace(100, [&] { bench.desk.send(StopAndRestore{}); });
        const auto summary = bench.run();
        QVERIFY(summary.has_value());
        QVERIFY(summary->restored);
        QCOMPARE(bench.workload.replicas, (std::array<int, 2>{3, 3}));
        QCOMPARE(bench.last_view().phase, ControlPhase::stopped);
    }

    void a_person_may_set_an_allocation_through_the_shield() {
        Bench bench(ControlMode::automatic);
        bench.policy = MovingPolicy(environment::Action{});
        bench.pacer.at.emplace(45, [&] {
            bench.desk.send(ManualAction{{9, 2, cluster::Placement::balanced}});
        });
        QVERIFY(bench.run().has_value());
        const auto decisions = bench.decisions();
        const auto manual = std::ranges::find_if(
            decisions, [](const DecisionEntry& entry) { return entry.who.starts_with("manual"); });
        QVERIFY(manual != decisions.end());
        QCOMPARE(manual->executed.replicas_gpu, 5);  // two a decision
        QCOMPARE(manual->executed.replicas_cpu, 2);
    }

    void a_lost_lease_pauses_and_says_why() {
        Bench bench(ControlMode::automatic);
        bench.pacer.at.emplace(45, [&] {
            bench.workload.lease_held = false;
            bench.workload.lease_loss = "'bob@lab/7' took it";
        });
        QVERIFY(bench.run().has_value());
        QCOMPARE(bench.policy.asked, 1);
        QCOMPARE(bench.workload.replicas, (std::array<int, 2>{3, 3}));
        const std::string reason = "the Lease was lost: 'bob@lab/7' took it";
        QVERIFY(bench.was_told("control is paused: " + reason));
        QCOMPARE(bench.noted(), std::vector<std::string>{"control is paused: " + reason});
    }

    void waiting_for_the_lease_of_another_is_told() {
        Bench bench(ControlMode::automatic);
        bench.workload.other_holder = "bob@lab/7";
        bench.options.max_steps = 1;
        QVERIFY(bench.run().has_value());
        QVERIFY(bench.was_told("waiting for bob@lab/7"));
        QCOMPARE(bench.noted(), std::vector<std::string>{"waiting for bob@lab/7"});
    }

    void the_load_follows_the_pattern_and_is_stopped() {
        Bench bench(ControlMode::observe);
        bench.options.config.cluster.drive_load = true;
        bench.options.config.load.patterns = {"spike"};
        bench.options.max_steps = 10;
        QVERIFY(bench.run().has_value());
        QCOMPARE(bench.source.users.size(), std::size_t{3});  // low, the spike, low again
        QVERIFY(bench.source.users[1] > 50);
        QVERIFY(bench.source.stopped);
        const auto rows = results::read_metrics(bench.options.recording);
        for (const telemetry::Row& row : rows->rows) QCOMPARE(row.label, std::string("spike"));
    }
};

QTEST_GUILESS_MAIN(TestControlSession)
#include "tst_control_session.moc"
