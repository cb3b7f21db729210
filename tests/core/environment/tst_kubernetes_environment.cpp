// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <map>

#include "core/environment/baseline_table.h"
#include "core/environment/kubernetes_environment.h"
#include "core/environment/make_environment.h"
#include "core/telemetry/metric_registry.h"

using namespace trimtab;
using namespace trimtab::environment;
using cluster::Allocation;
using cluster::Placement;

namespace {

std::unique_ptr<KubernetesEnvironment> make(const config::Config& config = {}) {
    return std::move(make_environment(config)).value();
}

const EpisodeSpec ramp_1{1, "ramp", 0};

/// Rewards and inputs of an episode under a fixed list of actions.
struct Trace {
    std::vector<double> rewards;
    std::vector<float> inputs;
    friend bool operator==(const Trace&, const Trace&) = default;
};

Trace play(KubernetesEnvironment& environment, const EpisodeSpec& spec) {
    Trace trace;
    std::vector<float> input(static_cast<std::size_t>(environment.spaces().observation_size));
    if (!environment.reset(spec, input)) return trace;
    trace.inputs = input;
    for (int step = 0;; ++step) {
        const std::array<int, 3> action = {(step * 7) % 5, (step * 3) % 5, step % 3};
        const auto result = environment.step(action, input);
        if (!result) return trace;
        trace.rewards.push_back(result->reward);
        trace.inputs.insert(trace.inputs.end(), input.begin(), input.end());
        if (result->truncated) return trace;
    }
}

}  // namespace

class TestKubernetesEnvironment : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void spacesAreTheContract() {
        QCOMPARE(make()->spaces().observation_size, 10);
        QCOMPARE(make()->spaces().action_sizes, (std::vector<int>{5, 5, 3}));
        config::Config config;
        config.environment.extended_observation = true;
        QCOMPARE(make(config)->spaces().observation_size, 31);
    }

    void equalSeedsGiveEqualEpisodes() {
        const auto one = make();
        const auto other = make();
        const Trace first = play(*one, ramp_1);
        QCOMPARE(first.rewards.size(), std::size_t(10));
        QVERIFY(first == play(*other, ramp_1));
        QVERIFY(first == play(*one, ramp_1));
        QVERIFY(!(first == play(*one, {2, "ramp", 0})));
        QVERIFY(!(first == play(*one, {1, "spike", 0})));
    }

    void theTimeLimitIsTruncatedNeverTerminated() {
        const auto environment = make();
        std::vector<float> input(10);
        QVERIFY(environment->reset(ramp_1, input).has_value());
        const std::array<int, 3> keep = {2, 2, 1};
        for (int step = 1; step <= 10; ++step) {
            const auto result = environment->step(keep, input);
            QVERIFY(result.has_value());
            QVERIFY(!result->terminated);
            QCOMPARE(result->truncated, step == 10);
        }
        // The final observation is the last window's: the episode's time is over in it.
        QCOMPARE(environment->observation()[9], 1.0F);
        QCOMPARE(input[9], 1.0F);
        const auto after = environment->step(keep, input);
        QVERIFY(!after);
        QCOMPARE(after.error().code, ErrorCode::invalid_argument);
    }

    void steppingBeforeResetIsAnError() { QVERIFY(!make()->step(Action{})); }

    void firstObservationFollowsTheWarmUp() {
        const auto environment = make();
        QVERIFY(environment->reset_at(ramp_1, {3, 3, Placement::balanced}).has_value());
        const StepInfo& info = environment->info();
        QCOMPARE(info.step, 0);
        QCOMPARE(info.time_s, 0.0);
        QCOMPARE(info.reward.total, 0.0);
        QCOMPARE(info.metrics.duration_s, 30.0);
        QVERIFY(info.metrics.throughput_rps > 3 && info.metrics.throughput_rps < 9);  // ten users
        QCOMPARE(environment->observation()[5], 3.0F);
        QCOMPARE(environment->observation()[9], 0.0F);
    }

    void clampedActionsAreExecutedAndTheProposalShown() {
        const auto environment = make();
        QVERIFY(environment->reset_at(ramp_1, {9, 2, Placement::balanced}).has_value());
        QVERIFY(environment->step(Action{4, 2, Placement::balanced}).has_value());
        QCOMPARE(environment->info().executed, (Allocation{10, 2, Placement::balanced}));
        QCOMPARE(environment->info().proposed.value(), (Action{4, 2, Placement::balanced}));
        QVERIFY(environment->step(Action{1, 2, Placement::prefer_gpu}).has_value());
        QCOMPARE(environment->info().executed, (Allocation{9, 2, Placement::prefer_gpu}));
        QVERIFY(!environment->info().proposed.has_value());
    }

    void staticAllocationsMayLieOutsideTheBounds() {
        const auto environment = make();
        QVERIFY(environment->reset_at(ramp_1, {3, 0, Placement::prefer_gpu}).has_value());
        QVERIFY(environment->step(Action{2, 2, Placement::prefer_gpu}).has_value());
        QCOMPARE(environment->info().executed.replicas_cpu, 0);
        QCOMPARE(environment->info().metrics.ready_cpu, 0);
    }

    void flapsAndStabilityOfAStep() {
        const auto environment = make();
        QVERIFY(environment->reset_at(ramp_1, {3, 3, Placement::balanced}).has_value());
        QVERIFY(environment->step(Action{3, 2, Placement::balanced}).has_value());
        QCOMPARE(environment->info().flaps, 0);
        QCOMPARE(environment->info().reward.stability_bonus, 0.75);
        QVERIFY(environment->step(Action{1, 1, Placement::balanced}).has_value());
        QCOMPARE(environment->info().flaps, 1);
        QCOMPARE(environment->info().reward.stability_bonus, 0.0);
    }

    void rewardIsTheWeightedSumOfTheComponents() {
        const auto environment = make();
        QVERIFY(environment->reset_at(ramp_1, {2, 1, Placement::balanced}).has_value());
        const auto result = environment->step(Action{3, 2, Placement::balanced});
        const RewardComponents& reward = environment->info().reward;
        QCOMPARE(result->reward, reward.total);
        QVERIFY(std::abs(reward.total -
                         (0.4 * reward.latency_improvement + 0.3 * reward.throughput_improvement +
                          0.2 * reward.resource_efficiency + 0.1 * reward.stability_bonus)) < 1e-12);
    }

    void maskFollowsTheAllocation() {
        const auto environment = make();
        QVERIFY(environment->reset_at(ramp_1, {10, 1, Placement::balanced}).has_value());
        std::vector<std::uint8_t> mask(13);
        environment->action_mask(mask);
        QCOMPARE(mask, (std::vector<std::uint8_t>{1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1}));
    }

    void controllersAreAskedWithinTheStepAndAreNotLimitedToTwo() {
        const auto environment = make();
        QVERIFY(environment->reset_at(ramp_1, {3, 3, Placement::balanced}).has_value());
        std::vector<int> asked;
        const auto result = environment->step_with(
            [&](int second) -> Expected<std::optional<Allocation>> {
                asked.push_back(second);
                if (second == 0) return std::optional(Allocation{9, 3, Placement::prefer_gpu});
                return std::optional(Allocation{8, 4, Placement::prefer_gpu});
            },
            15);
        QVERIFY(result.has_value());
        QCOMPARE(asked, (std::vector<int>{0, 15}));
        QCOMPARE(environment->info().executed, (Allocation{8, 4, Placement::prefer_gpu}));
        // The reward sees the net change of +5 and +1: 1 - 0.25 x 6 = -0.5.
        QCOMPARE(environment->info().reward.stability_bonus, -0.5);
        QCOMPARE(environment->info().flaps, 0);
    }

    void aFailingControllerFailsTheStep() {
        const auto environment = make();
        QVERIFY(environment->reset_at(ramp_1, {3, 3, Placement::balanced}).has_value());
        const auto result = environment->step_with(
            [](int) -> Expected<std::optional<Allocation>> {
                return fail(ErrorCode::unavailable, "no metric");
            },
            0);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::unavailable);
    }

    void controllerThatKeepsEqualsTheKeepAction() {
        const auto one = make();
        const auto other = make();
        QVERIFY(one->reset_at(ramp_1, {3, 3, Placement::balanced}).has_value());
        QVERIFY(other->reset_at(ramp_1, {3, 3, Placement::balanced}).has_value());
        const auto a = one->step(Action{});
        const auto b = other->step_with([](int) { return std::optional<Allocation>(); }, 10);
        QCOMPARE(a->reward, b->reward);
        QCOMPARE(one->observation(), other->observation());
    }

    void aCloneHasItsOwnFuture() {
        const auto environment = make();
        QVERIFY(environment->reset_at({7, "spike", 0}, {3, 3, Placement::balanced}).has_value());
        for (int i = 0; i < 3; ++i) QVERIFY(environment->step(Action{}).has_value());
        const auto copy = environment->clone();
        QVERIFY(copy != nullptr);
        QCOMPARE(copy->observation(), environment->observation());

        // Different actions in the copy leave the original alone...
        const auto untouched = environment->clone();
        for (int i = 0; i < 3; ++i) QVERIFY(copy->step(Action{4, 4, Placement::prefer_cpu}).has_value());
        // ... and equal actions give equal futures.
        for (int i = 0; i < 7; ++i) {
            const auto a = environment->step(Action{3, 2, Placement::balanced});
            const auto b = untouched->step(Action{3, 2, Placement::balanced});
            QCOMPARE(a->reward, b->reward);
            QCOMPARE(environment->observation(), untouched->observation());
        }
    }

    void aLateStartIsTheRestOfTheEpisode() {
        const auto environment = make();
        QVERIFY(environment->reset_at({3, "ramp", 210}, {3, 3, Placement::balanced}).has_value());
        QCOMPARE(environment->observation()[9], 0.7F);
        QCOMPARE(environment->info().time_s, 210.0);
        QVERIFY(environment->info().metrics.mean_users > 50);  // the ramp is well under way
        for (int step = 1; step <= 3; ++step) {
            const auto result = environment->step(Action{});
            QCOMPARE(environment->info().step, step);
            QCOMPARE(result->truncated, step == 3);
        }
        QVERIFY(!environment->reset_at({3, "ramp", 300}, {3, 3, Placement::balanced}));
    }

    void withoutAPatternTheConfiguredOnesRotate() {
        const auto environment = make();
        std::vector<std::string> met;
        for (int i = 0; i < 5; ++i) {
            QVERIFY(environment->reset_at({1, "", 0}, {3, 3, Placement::balanced}).has_value());
            met.push_back(environment->info().pattern);
        }
        QCOMPARE(met, (std::vector<std::string>{"ramp", "spike", "periodic", "random", "ramp"}));
    }

    void anUnknownPatternIsAnError() {
        QVERIFY(!make()->reset_at({1, "sawtooth", 0}, {3, 3, Placement::balanced}));
    }

    void theExtendedObservationKeepsTheTenAndRemembers() {
        config::Config config;
        config.environment.extended_observation = true;
        const auto environment = make(config);
        const auto plain = make();
        QVERIFY(environment->reset_at(ramp_1, {3, 3, Placement::balanced}).has_value());
        QVERIFY(plain->reset_at(ramp_1, {3, 3, Placement::balanced}).has_value());
        const std::vector<float>& seen = environment->observation();
        for (int lag = 24; lag < 27; ++lag)
            QCOMPARE(seen[static_cast<std::size_t>(lag)], seen[4]);  // the warm-up's
        QCOMPARE(seen[16], 2.0F);  // last action: keep, keep, the initial placement
        QCOMPARE(seen[19], 1.0F);
        QCOMPARE(seen[30], 0.0F);  // no window before the warm-up
        QVERIFY(environment->step(Action{4, 0, Placement::prefer_gpu}).has_value());
        QVERIFY(plain->step(Action{4, 0, Placement::prefer_gpu}).has_value());
        for (std::size_t i = 0; i < 10; ++i) QCOMPARE(seen[i], plain->observation()[i]);
        QCOMPARE(seen[16], 4.0F);
        QCOMPARE(seen[17], 0.0F);
        QCOMPARE(seen[18], 1.0F);
        QCOMPARE(seen[21], 1.0F);   // GPU went up,
        QCOMPARE(seen[22], -1.0F);  // CPU down
        QCOMPARE(seen[27], seen[4]);
    }

    void noStepEarnsMoreThanItsBound() {
        const auto environment = make();
        double closest = 1;
        for (const char* pattern : {"ramp", "spike", "random"}) {
            QVERIFY(environment->reset_at({5, pattern, 0}, {3, 3, Placement::balanced}).has_value());
            for (int step = 0; step < 10; ++step) {
                const Action action{(step * 3 + 1) % 5, (step * 2 + 2) % 5, Placement::balanced};
                const double bound = environment->reward_bound(action);
                const double reward = environment->step(action)->reward;
                QVERIFY(reward <= bound);
                closest = std::min(closest, bound - reward);
            }
        }
        QVERIFY(closest < 0.1);  // and it is of use
    }

    void aStopCancelsAStep() {
        const auto environment = make();
        RunControl control;
        environment->set_stop_token(StopToken(control));
        QVERIFY(environment->reset_at(ramp_1, {3, 3, Placement::balanced}).has_value());
        control.request_stop();
        const auto result = environment->step(Action{});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::cancelled);
    }

    void metricsOfStepAndEpisodeAgree() {
        const auto environment = make();
        QVERIFY(environment->reset_at({4, "random", 0}, {3, 3, Placement::balanced}).has_value());
        std::map<int, double> sums;
        for (int step = 0; step < 10; ++step) {
            QVERIFY(environment->step(Action{step % 5, 2, Placement::balanced}).has_value());
            MetricValues values;
            environment->append_step_metrics(values);
            std::map<int, double> row(values.begin(), values.end());
            QCOMPARE(row.size(), values.size());  // no metric twice
            QCOMPARE(row.at(telemetry::metric::current_replicas_gpu), row.at(telemetry::metric::desired_gpu));
            for (const auto& [id, value] : values) sums[id] += value;
        }
        MetricValues values;
        environment->append_episode_metrics(values);
        const std::map<int, double> row(values.begin(), values.end());
        QCOMPARE(row.at(telemetry::metric::cost_usd), sums.at(telemetry::metric::cost_usd));
        QCOMPARE(row.at(telemetry::metric::stability_bonus), sums.at(telemetry::metric::stability_bonus));
        QVERIFY(std::abs(row.at(telemetry::metric::mean_window_p95_ms) -
                         sums.at(telemetry::metric::latency_p95_ms) / 10) < 1e-9);
        QVERIFY(row.at(telemetry::metric::flaps) > 0);
    }
};

QTEST_APPLESS_MAIN(TestKubernetesEnvironment)
#include "tst_kubernetes_environment.moc"
