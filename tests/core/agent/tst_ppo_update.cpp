// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>

#include "core/agent/checkpoint.h"
#include "core/agent/ppo_update.h"
#include "tests/core/agent/ppo_fixture.h"

using namespace trimtab;
using namespace trimtab::agent;

namespace {

PpoAgent make_agent(const config::AgentConfig& config, std::uint64_t seed = 1) {
    return std::move(PpoAgent::create(config, test::kubernetes_spaces(), seed).value());
}

std::string state_of(const PpoAgent& agent) { return encode_checkpoint(agent, {}, true).value(); }

}  // namespace

class TestPpoUpdate : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void learnsWhichActionPays_data();
    void learnsWhichActionPays();
    void anEqualRunGivesEqualBits_data();
    void anEqualRunGivesEqualBits();
    void annealsLinearly();
    void targetKlEndsTheEpochs();
    void clipsTheGlobalNorm();
    void aRemainderIsAMinibatchToo();
    void nanStopsWithTheWeightsBefore_data();
    void nanStopsWithTheWeightsBefore();
    void aStopLeavesTheWeightsBefore();
    void anEmptyBufferIsRefused();
    void explainsVariance();
    void normalisesByRunningMoments();
};

void TestPpoUpdate::learnsWhichActionPays_data() {
    QTest::addColumn<bool>("shared");
    QTest::addColumn<bool>("masking");
    QTest::addColumn<bool>("normalise");
    QTest::addColumn<double>("valueClip");
    QTest::newRow("shared") << true << false << false << 0.0;
    QTest::newRow("separate") << false << false << false << 0.0;
    QTest::newRow("masked") << true << true << false << 0.0;
    QTest::newRow("normalised observations, clipped value") << true << false << true << 0.2;
}

// Reward 1 for GPU index 4 and, apart from it, for placement 0: both heads find out.
void TestPpoUpdate::learnsWhichActionPays() {
    QFETCH(bool, shared);
    QFETCH(bool, masking);
    QFETCH(bool, normalise);
    QFETCH(double, valueClip);
    config::AgentConfig config = test::small_agent();
    config.shared_network = shared;
    config.action_masking = masking;
    config.normalize_observation = normalise;
    config.value_clip = valueClip;
    config.learning_rate = config.learning_rate_final = 3e-3;
    PpoAgent agent = make_agent(config);
    UpdateStatistics first, last;
    for (int iteration = 0; iteration < 15; ++iteration) {
        RolloutBuffer buffer = test::noise_rollout(agent, 16, 8, static_cast<std::uint64_t>(iteration));
        for (std::size_t row = 0; row < 128; ++row) {
            buffer.rewards[row] = static_cast<float>((buffer.actions[3 * row] == 4 ? 1 : 0) +
                                                     (buffer.actions[3 * row + 2] == 0 ? 1 : 0));
            buffer.next_values[row] = 0;
            buffer.episode_end[row] = 1;
        }
        compute_advantages(buffer, config.gamma, config.gae_lambda);
        const auto statistics = agent.update(buffer, 0);
        QVERIFY(statistics.has_value());
        (iteration == 0 ? first : last) = *statistics;
    }
    std::vector<float> probabilities(13);
    agent.probabilities(std::vector<float>(10, 0.1F), {}, probabilities);
    QVERIFY2(probabilities[4] > 0.6F && probabilities[10] > 0.6F,
             qPrintable(QString("%1 %2").arg(probabilities[4]).arg(probabilities[10])));
    QVERIFY(last.value_loss < first.value_loss);
    QVERIFY(last.entropy < first.entropy);
    QVERIFY(first.entropy <= std::log(75.0) + 1e-6);
    QVERIFY(first.approx_kl >= 0 && first.clip_fraction >= 0 && first.clip_fraction <= 1);
    QCOMPARE(first.epochs, 4);
}

void TestPpoUpdate::anEqualRunGivesEqualBits_data() {
    QTest::addColumn<int>("threads");
    QTest::newRow("one thread") << 1;
    QTest::newRow("two threads") << 2;
}

void TestPpoUpdate::anEqualRunGivesEqualBits() {
    QFETCH(int, threads);
    config::AgentConfig config = test::small_agent();
    config.normalize_observation = true;
    std::string states[2];
    for (std::string& state : states) {
        PpoAgent agent = make_agent(config);
        agent.set_update_threads(threads);
        for (std::uint64_t i = 0; i < 3; ++i) {
            RolloutBuffer buffer = test::noise_rollout(agent, 16, 3, i);
            QVERIFY(agent.update(buffer, 0.1 * static_cast<double>(i)).has_value());
        }
        state = state_of(agent);
    }
    QVERIFY(states[0] == states[1]);
    QVERIFY(states[0] != state_of(make_agent(config)));
}

void TestPpoUpdate::annealsLinearly() {
    config::AgentConfig config = test::small_agent();
    config.learning_rate = 1e-3;
    config.learning_rate_final = 0;
    config.entropy_coef = 0.03;
    config.entropy_coef_final = 0.01;
    PpoAgent agent = make_agent(config);
    RolloutBuffer buffer = test::noise_rollout(agent, 8, 4, 1);
    const auto quarter = agent.update(buffer, 0.25);
    QCOMPARE(quarter->learning_rate, 7.5e-4);
    QCOMPARE(quarter->entropy_coef, 0.025);
    const auto end = agent.update(buffer, 1.0);
    QCOMPARE(end->learning_rate, 0.0);
    QCOMPARE(end->entropy_coef, 0.01);
}

void TestPpoUpdate::targetKlEndsTheEpochs() {
    config::AgentConfig config = test::small_agent();
    config.ppo_epochs = 10;
    config.learning_rate = config.learning_rate_final = 0.01;
    PpoAgent without = make_agent(config);
    RolloutBuffer buffer = test::noise_rollout(without, 32, 4, 1);
    const auto all = without.update(buffer, 0);
    QCOMPARE(all->epochs, 10);
    config.target_kl = 0.01;
    PpoAgent with = make_agent(config);
    RolloutBuffer same = test::noise_rollout(with, 32, 4, 1);
    const auto stopped = with.update(same, 0);
    QVERIFY2(stopped->epochs < 10, qPrintable(QString::number(stopped->epochs)));
    QVERIFY(stopped->approx_kl < all->approx_kl);
}

void TestPpoUpdate::clipsTheGlobalNorm() {
    // Adam alone forgets a gradient's scale; its epsilon does not: a clipped gradient far below it hardly
    // moves weights.
    config::AgentConfig config = test::small_agent();
    config.adam_epsilon = 1e-2;
    const auto movement = [&](double max_norm) {
        config.max_grad_norm = max_norm;
        PpoAgent agent = make_agent(config);
        std::vector<float> before(1), after(1);
        const std::vector<float> input(10, 0.3F);
        agent.evaluate_values(input, before);
        RolloutBuffer buffer = test::noise_rollout(agent, 16, 4, 1);
        if (!agent.update(buffer, 0)) return std::nan("");
        agent.evaluate_values(input, after);
        return std::abs(static_cast<double>(after[0] - before[0]));
    };
    QVERIFY(movement(1e-6) < 0.01 * movement(10));
}

void TestPpoUpdate::aRemainderIsAMinibatchToo() {
    config::AgentConfig config = test::small_agent();  // minibatches of 16
    config.ppo_epochs = 1;
    for (const int rows : {1, 15, 17, 33}) {
        PpoAgent agent = make_agent(config);
        RolloutBuffer buffer = test::noise_rollout(agent, rows, 1, 1);
        const auto statistics = agent.update(buffer, 0);
        QVERIFY(statistics.has_value());
        QVERIFY(std::isfinite(statistics->gradient_norm));
    }
}

void TestPpoUpdate::nanStopsWithTheWeightsBefore_data() {
    QTest::addColumn<QString>("column");
    QTest::newRow("a return") << "returns";
    QTest::newRow("an advantage") << "advantages";
    QTest::newRow("an input") << "inputs";
    QTest::newRow("an infinite return") << "infinite";
}

void TestPpoUpdate::nanStopsWithTheWeightsBefore() {
    QFETCH(QString, column);
    PpoAgent agent = make_agent(test::small_agent());
    RolloutBuffer buffer = test::noise_rollout(agent, 32, 4, 1);
    const std::string before = state_of(agent);
    if (column == "returns") buffer.returns[100] = NAN;
    if (column == "advantages") buffer.advantages[100] = NAN;
    if (column == "inputs") buffer.inputs[1000] = NAN;
    if (column == "infinite") buffer.returns[100] = INFINITY;
    const auto statistics = agent.update(buffer, 0);
    QVERIFY(!statistics.has_value());
    QCOMPARE(statistics.error().code, ErrorCode::numeric_error);
    QVERIFY(state_of(agent) == before);
}

void TestPpoUpdate::aStopLeavesTheWeightsBefore() {
    PpoAgent agent = make_agent(test::small_agent());
    RolloutBuffer buffer = test::noise_rollout(agent, 32, 4, 1);
    const std::string before = state_of(agent);
    RunControl control;
    control.request_stop();
    const auto statistics = agent.update(buffer, 0, StopToken(control));
    QVERIFY(!statistics.has_value());
    QCOMPARE(statistics.error().code, ErrorCode::cancelled);
    QVERIFY(state_of(agent) == before);
}

void TestPpoUpdate::anEmptyBufferIsRefused() {
    PpoAgent agent = make_agent(test::small_agent());
    RolloutBuffer buffer(4, 2, agent.spaces(), false);
    const auto statistics = agent.update(buffer, 0);
    QVERIFY(!statistics.has_value());
    QCOMPARE(statistics.error().code, ErrorCode::invalid_argument);
}

void TestPpoUpdate::explainsVariance() {
    RolloutBuffer buffer(4, 1, test::kubernetes_spaces(), false);
    buffer.steps = 4;
    buffer.returns = {1, 2, 3, 4};
    buffer.values = {1, 2, 3, 4};
    QCOMPARE(explained_variance(buffer), 1.0);
    buffer.values = {7, 7, 7, 7};
    QCOMPARE(explained_variance(buffer), 0.0);
    buffer.values = {2, 2, 3, 3};  // errors -1 0 0 1: 1 - .5 / 1.25
    QCOMPARE(explained_variance(buffer), 0.6);
    buffer.returns = {2, 2, 2, 2};
    QVERIFY(std::isnan(explained_variance(buffer)));
}

void TestPpoUpdate::normalisesByRunningMoments() {
    ObservationNormalizer normalizer(2);
    const std::vector<float> first{1, 10, 3, 10}, second{5, 40};
    std::vector<float> out(2);
    normalizer.apply(std::vector<float>{0.5F, -20}, out);
    QCOMPARE(out, (std::vector<float>{0.5F, -10}));  // mean 0, variance 1, clipped
    normalizer.fold(first);
    normalizer.fold(second);
    QCOMPARE(normalizer.count, 3.0);
    QCOMPARE(normalizer.mean, (std::vector<double>{3, 20}));
    QVERIFY(std::abs(normalizer.variance[0] - 8.0 / 3) < 1e-12);
    QVERIFY(std::abs(normalizer.variance[1] - 200.0) < 1e-9);
    normalizer.apply(std::vector<float>{3, 20}, out);
    QCOMPARE(out, (std::vector<float>{0, 0}));
}

QTEST_APPLESS_MAIN(TestPpoUpdate)
#include "tst_ppo_update.moc"
