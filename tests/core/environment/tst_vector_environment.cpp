// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/base/seeded_draw.h"
#include "core/environment/baseline_table.h"
#include "core/environment/make_environment.h"
#include "core/environment/seed_plan.h"
#include "core/environment/vector_environment.h"

using namespace trimtab;
using namespace trimtab::environment;

namespace {

/// Counts: the input is (seed, steps so far), the reward the sum of both actions; episodes last 2 + seed % 3
/// steps.
class CountingEnvironment final : public Environment {
  public:
    [[nodiscard]] const Spaces& spaces() const override { return spaces_; }
    [[nodiscard]] Expected<void> reset(const EpisodeSpec& episode, std::span<float> input) override {
        seed_ = episode.seed;
        steps_ = 0;
        write(input);
        return {};
    }
    [[nodiscard]] Expected<StepResult> step(std::span<const int> action, std::span<float> input) override {
        if (action[0] == 3) return fail(ErrorCode::unavailable, "the cluster is gone");
        ++steps_;
        write(input);
        return StepResult{static_cast<double>(action[0] + action[1]), false,
                          steps_ == 2 + static_cast<int>(seed_ % 3)};
    }
    void action_mask(std::span<std::uint8_t> mask) const override {
        for (std::size_t i = 0; i < mask.size(); ++i) mask[i] = static_cast<int>(i) != steps_;
    }
    void append_step_metrics(MetricValues& out) const override { out.emplace_back(1, steps_); }
    void append_episode_metrics(MetricValues& out) const override { out.emplace_back(2, 10 * steps_); }

  private:
    void write(std::span<float> input) const {
        input[0] = static_cast<float>(seed_);
        input[1] = static_cast<float>(steps_);
    }
    Spaces spaces_{2, {4, 2}};
    std::uint64_t seed_ = 0;
    int steps_ = 0;
};

EpisodeSpec counted(int env, std::int64_t k) { return {static_cast<std::uint64_t>(100 * env + k), "", 0}; }

VectorEnvironment counting(int n, int threads = 1) {
    std::vector<std::unique_ptr<Environment>> environments;
    for (int i = 0; i < n; ++i) environments.push_back(std::make_unique<CountingEnvironment>());
    return {std::move(environments), counted, threads};
}

config::Config simulated_config() {
    config::Config config;
    config.environment.extended_observation = true;
    return config;
}

std::unique_ptr<VectorEnvironment> simulated(int n, int threads) {
    const config::Config config = simulated_config();
    const BaselineSet baselines = baselines_for(config).value();
    std::vector<std::unique_ptr<Environment>> environments;
    for (int i = 0; i < n; ++i)
        environments.push_back(std::move(make_environment(config, baselines)).value());
    return std::make_unique<VectorEnvironment>(std::move(environments), training_plan(config), threads);
}

std::vector<int> drawn_actions(int n, int step) {
    std::vector<int> actions;
    DrawSequence draws(99, DrawStream::action, static_cast<std::uint64_t>(step));
    for (int env = 0; env < n; ++env)
        for (const std::uint64_t size : {5, 5, 3})
            actions.push_back(static_cast<int>(draws.next_below(size)));
    return actions;
}

/// All numbers of a batch in a row, to compare runs bit for bit.
std::vector<double> numbers(const VectorEnvironment::Batch& batch) {
    std::vector<double> out(batch.inputs.begin(), batch.inputs.end());
    out.insert(out.end(), batch.rewards.begin(), batch.rewards.end());
    out.insert(out.end(), batch.truncated.begin(), batch.truncated.end());
    out.insert(out.end(), batch.masks.begin(), batch.masks.end());
    for (const FinishedEpisode& episode : batch.finished) {
        out.push_back(episode.episode_return);
        for (const auto& [id, value] : episode.metrics) out.push_back(value);
    }
    for (const auto& [id, value] : batch.first_env_metrics) out.push_back(value);
    return out;
}

}  // namespace

class TestVectorEnvironment : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyRowBelongsToItsEnvironment() {
        VectorEnvironment vector = counting(3);
        QVERIFY(vector.reset().has_value());
        QCOMPARE(vector.size(), 3);
        const std::vector<float> first = {0, 0, 100, 0, 200, 0};
        QVERIFY(std::equal(first.begin(), first.end(), vector.batch().inputs.begin()));
        QVERIFY(vector.step(std::vector<int>{0, 0, 1, 0, 2, 1}).has_value());
        const auto batch = vector.batch();
        QVERIFY(std::equal(batch.rewards.begin(), batch.rewards.end(), std::vector<double>{0, 1, 3}.begin()));
        QCOMPARE(batch.inputs[3], 1.0F);
        QCOMPARE(batch.masks.size(), std::size_t(18));
        QCOMPARE(static_cast<int>(batch.masks[1]), 0);  // after one step, index 1 is forbidden
        QVERIFY(batch.finished.empty());
        QCOMPARE(batch.first_env_metrics.front().second, 1.0);
    }

    // Seeds 0, 100 and 200 make episodes of 2, 3 and 4 steps.
    void anEndedEpisodeIsResetInTheSameStep() {
        VectorEnvironment vector = counting(3);
        QVERIFY(vector.reset().has_value());
        const std::vector<int> action = {1, 1, 1, 0, 0, 0};
        QVERIFY(vector.step(action).has_value());
        QVERIFY(vector.step(action).has_value());
        auto batch = vector.batch();
        QCOMPARE(static_cast<int>(batch.truncated[0]), 1);
        QCOMPARE(static_cast<int>(batch.truncated[1]), 0);
        QCOMPARE(static_cast<int>(batch.terminated[0]), 0);
        QCOMPARE(batch.final_inputs[1], 2.0F);  // two steps into seed 0
        QCOMPARE(batch.inputs[0], 1.0F);        // the first input of seed 1
        QCOMPARE(batch.inputs[1], 0.0F);
        QCOMPARE(batch.finished.size(), std::size_t(1));
        QCOMPARE(batch.finished[0].env, 0);
        QCOMPARE(batch.finished[0].k, std::int64_t(0));
        QCOMPARE(batch.finished[0].length, 2);
        QCOMPARE(batch.finished[0].episode_return, 4.0);
        QCOMPARE(batch.finished[0].metrics.front().second, 20.0);
        QCOMPARE(batch.first_env_metrics.front().second, 2.0);  // before the reset
        QVERIFY(vector.step(action).has_value());
        batch = vector.batch();
        QCOMPARE(batch.finished.size(), std::size_t(1));
        QCOMPARE(batch.finished[0].env, 1);
        QCOMPARE(batch.finished[0].spec.seed, std::uint64_t(100));
    }

    void wrongNumbersOfActionsAreAnError() {
        VectorEnvironment vector = counting(2);
        QVERIFY(vector.reset().has_value());
        QVERIFY(!vector.step(std::vector<int>{0, 0}));
    }

    void anEnvironmentsErrorIsTheSteps_data() {
        QTest::addColumn<int>("threads");
        QTest::newRow("alone") << 1;
        QTest::newRow("in threads") << 3;
    }
    void anEnvironmentsErrorIsTheSteps() {
        QFETCH(int, threads);
        VectorEnvironment vector = counting(4, threads);
        QVERIFY(vector.reset().has_value());
        const auto result = vector.step(std::vector<int>{0, 0, 0, 0, 3, 0, 0, 0});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::unavailable);
        QVERIFY(vector.reset().has_value());
        QVERIFY(vector.step(std::vector<int>(8, 0)).has_value());
    }

    void theResultDoesNotDependOnTheNumberOfThreads() {
        const auto reference = simulated(6, 1);
        const auto threaded = simulated(6, 3);
        QVERIFY(reference->reset().has_value());
        QVERIFY(threaded->reset().has_value());
        for (int step = 0; step < 24; ++step) {
            const std::vector<int> actions = drawn_actions(6, step);
            QVERIFY(reference->step(actions).has_value());
            QVERIFY(threaded->step(actions).has_value());
            QCOMPARE(numbers(reference->batch()), numbers(threaded->batch()));
        }
    }

    void restoringGoesOnLikeTheUninterrupted_data() {
        QTest::addColumn<int>("steps");
        for (const int steps : {0, 1, 9, 10, 17}) QTest::addRow("after %d steps", steps) << steps;
    }
    void restoringGoesOnLikeTheUninterrupted() {
        QFETCH(int, steps);
        const auto whole = simulated(5, 2);
        QVERIFY(whole->reset().has_value());
        for (int step = 0; step < steps; ++step) QVERIFY(whole->step(drawn_actions(5, step)).has_value());
        const std::vector<EnvironmentPosition> positions = whole->positions();

        const auto restored = simulated(5, 2);
        QVERIFY(restored->restore(positions).has_value());
        QVERIFY(std::equal(whole->batch().inputs.begin(), whole->batch().inputs.end(),
                           restored->batch().inputs.begin()));
        QVERIFY(std::equal(whole->batch().masks.begin(), whole->batch().masks.end(),
                           restored->batch().masks.begin()));
        for (int step = steps; step < steps + 12; ++step) {
            QVERIFY(whole->step(drawn_actions(5, step)).has_value());
            QVERIFY(restored->step(drawn_actions(5, step)).has_value());
            QCOMPARE(numbers(whole->batch()), numbers(restored->batch()));
        }
    }

    void foreignPositionsAreRefused() {
        VectorEnvironment vector = counting(2);
        QVERIFY(!vector.restore(std::vector<EnvironmentPosition>(3)));
        // Seed 0 lasts two steps: a checkpoint cannot be at its third.
        std::vector<EnvironmentPosition> positions(2);
        positions[0].actions = {0, 0, 0, 0, 0, 0};
        QVERIFY(!vector.restore(positions));
    }
};

QTEST_APPLESS_MAIN(TestVectorEnvironment)
#include "tst_vector_environment.moc"
