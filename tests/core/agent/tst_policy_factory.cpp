// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/agent/calibration.h"
#include "core/agent/keda_policy.h"
#include "core/agent/policy_factory.h"
#include "core/agent/random_policy.h"
#include "core/agent/static_policy.h"
#include "core/config/config_table.h"
#include "tests/core/agent/policy_bench.h"

using namespace trimtab;
using namespace trimtab::agent;
using namespace trimtab::environment;
using cluster::Allocation;
using cluster::Placement;

namespace {

/// A small search over one pattern.
SearchSetup small_search() {
    SearchSetup setup;
    setup.config.policies.calibration_candidates = 12;
    setup.baselines = baselines_for(setup.config).value();
    setup.patterns = {"ramp"};
    setup.runs = 5;
    return setup;
}

double play(Policy& policy, KubernetesEnvironment& environment, std::uint64_t seed) {
    const Allocation start = policy.initial_allocation().value_or(Allocation{3, 3, Placement::balanced});
    if (!environment.reset_at({seed, "random", 0}, start)) std::abort();
    policy.begin_episode(environment, seed);
    double sum = 0;
    for (bool running = true; running;) {
        const auto result = play_step(policy, environment);
        if (!result) std::abort();
        sum += result->reward;
        running = !result->truncated;
    }
    return sum;
}

}  // namespace

class TestPolicyFactory : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyListedPolicyCanBeMadeAndPlayed_data() {
        QTest::addColumn<QString>("name");
        for (const PolicyEntry& entry : policy_table())
            QTest::newRow(entry.name.c_str()) << entry.name.c_str();
    }
    void everyListedPolicyCanBeMadeAndPlayed() {
        QFETCH(QString, name);
        config::Config config;
        config.policies.calibration_candidates = 4;
        config.policies.planner_beam = 2;
        config.environment.max_replicas = 4;
        config.evaluation.calibration_runs = 1;
        config.load.patterns = {"random"};
        const auto policy = make_policy(name.toStdString(), config);
        QVERIFY2(policy.has_value(), policy ? "" : policy.error().message.c_str());
        QCOMPARE((*policy)->name(), name.toStdString());
        QCOMPARE((*policy)->clairvoyant(), name == "planner");
        auto environment = std::move(make_environment(config)).value();
        const auto copy = (*policy)->clone();
        const double first = play(**policy, *environment, 3);
        QCOMPARE(play(*copy, *environment, 3), first);
        QCOMPARE(play(**policy, *environment, 3), first);  // nothing is left over from the episode before
    }

    void theConfigurationNamesTheSamePolicies() {
        const config::ConfigKey* key = config::find_key("evaluation.policies");
        QVERIFY(key != nullptr);
        std::vector<std::string> names;
        for (const PolicyEntry& entry : policy_table()) names.push_back(entry.name);
        std::vector<std::string> allowed = key->choices;
        std::sort(names.begin(), names.end());
        std::sort(allowed.begin(), allowed.end());
        QCOMPARE(allowed, names);
    }

    void anUnknownNameListsTheKnownOnes() {
        const auto policy = make_policy("hpaa", config::Config{});
        QVERIFY(!policy);
        QCOMPARE(policy.error().code, ErrorCode::not_found);
        QVERIFY(policy.error().message.find("hpa-calibrated") != std::string::npos);
    }

    void staticsKeepTheirAllocationAndPlacement() {
        auto environment = std::move(make_environment(config::Config{})).value();
        const auto policy = std::move(make_policy("static-cpu", config::Config{})).value();
        play(*policy, *environment, 1);
        QCOMPARE(environment->info().executed, (Allocation{0, 3, Placement::prefer_cpu}));
    }

    void theAutoscalerIsAskedTwiceAStep() {
        config::Config config;
        config.policies.hpa_gpu_target = 30;
        auto environment = std::move(make_environment(config)).value();
        const auto policy = std::move(make_policy("hpa", config)).value();
        QCOMPARE(policy->decision_interval_s(), 15);
        QVERIFY(environment->reset_at({1000, "spike", 0}, {3, 3, Placement::balanced}).has_value());
        policy->begin_episode(*environment, 1000);
        int jump = 0;
        for (int step = 0; step < 10; ++step) {
            const int before = environment->info().executed.replicas_gpu;
            Decision last;
            QVERIFY(play_step(*policy, *environment, &last).has_value());
            QVERIFY(last.allocation.has_value());
            QVERIFY(!last.reason.empty());
            jump = std::max(jump, environment->info().executed.replicas_gpu - before);
        }
        QVERIFY(jump > 2);  // not limited to an agent's moves
    }

    void randomActionsComeFromTheEpisodesSeed() {
        auto environment = std::move(make_environment(config::Config{})).value();
        RandomPolicy policy;
        const double first = play(policy, *environment, 11);
        QCOMPARE(play(policy, *environment, 11), first);
        QVERIFY(play(policy, *environment, 12) != first);
    }

    void searchFindsTheBestOfACraftedList() {
        const SearchSetup setup = small_search();
        const std::vector<Allocation> candidates = {
            {1, 1, Placement::balanced}, {4, 1, Placement::prefer_gpu}, {10, 10, Placement::balanced}};
        const auto found = search_best(setup, 3, [&](int i) {
            return std::make_unique<StaticPolicy>("candidate", candidates[static_cast<std::size_t>(i)]);
        });
        QCOMPARE(found->best, 1);
        QCOMPARE(found->episodes, std::int64_t(3 * 5));
        QVERIFY(found->mean_return > 4 && found->mean_return < 5);
        QVERIFY(found->budget.find("3 candidates") != std::string::npos);
    }

    void searchDoesNotDependOnThreads() {
        SearchSetup setup = small_search();
        setup.threads = 1;
        const auto one = calibrate_rule(setup, true);
        setup.threads = 3;
        const auto three = calibrate_rule(setup, true);
        QCOMPARE(one->by_pattern.at("ramp"), three->by_pattern.at("ramp"));
        QCOMPARE(one->search.mean_return, three->search.mean_return);
    }

    void aStopEndsASearch() {
        RunControl control;
        control.request_stop();
        MakePolicyOptions options;
        options.stop = StopToken(control);
        const auto policy = make_policy("hpa-calibrated", config::Config{}, options);
        QVERIFY(!policy);
        QCOMPARE(policy.error().code, ErrorCode::cancelled);
    }

    // SIMULATOR 8: the best static allocation is (4, 1), prefer GPU and balanced being equal within 0.03.
    void bestStaticOfTheDefaultProfile() {
        SearchSetup setup = small_search();
        setup.patterns = setup.config.load.patterns;
        setup.runs = 20;
        const auto found = calibrate_static(setup);
        QCOMPARE(found->allocation.replicas_gpu, 4);
        QCOMPARE(found->allocation.replicas_cpu, 1);
        QVERIFY(found->allocation.placement != Placement::prefer_cpu);
    }
};

QTEST_APPLESS_MAIN(TestPolicyFactory)
#include "tst_policy_factory.moc"
