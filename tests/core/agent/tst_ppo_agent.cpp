// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>
#include <numeric>

#include "core/agent/actor_critic_torch.h"
#include "core/agent/blas.h"
#include "core/agent/checkpoint.h"
#include "core/agent/initialization.h"
#include "tests/core/agent/ppo_fixture.h"

using namespace trimtab;
using namespace trimtab::agent;

namespace {

PpoAgent make_agent(config::AgentConfig config = test::small_agent(), std::uint64_t seed = 1) {
    return std::move(PpoAgent::create(config, test::kubernetes_spaces(), seed).value());
}

std::vector<float> random_inputs(int rows) {
    std::vector<float> inputs(static_cast<std::size_t>(rows * 10));
    test::Numbers(4).fill_normal(inputs);
    return inputs;
}

/// Everything an agent is.
std::string state_of(const PpoAgent& agent) { return encode_checkpoint(agent, {}, true).value(); }

}  // namespace

class TestPpoAgent : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void freshWeightsAreOrthogonal_data();
    void freshWeightsAreOrthogonal();
    void samplesFollowTheProbabilities();
    void anActionDependsOnSeedRowAndCallOnly();
    void logProbabilitiesAndValuesBelongToTheAction();
    void greedyTakesTheMostProbable();
    void maskedActionsAreNeverTaken();
    void aCopyIsIndependent();
    void copyingWeightsNeedsEqualSizes();
    void refusesSettings_data();
    void refusesSettings();
    void cudaIsRefusedWhereThereIsNone();
    void saysWhichLibrariesAreLoaded();
};

void TestPpoAgent::freshWeightsAreOrthogonal_data() {
    QTest::addColumn<int>("inputs");
    QTest::addColumn<int>("hidden");
    QTest::newRow("tall") << 10 << 40;
    QTest::newRow("wide") << 40 << 24;
}

void TestPpoAgent::freshWeightsAreOrthogonal() {
    QFETCH(int, inputs);
    QFETCH(int, hidden);
    config::AgentConfig config;
    config.hidden_size = hidden;
    const NetworkLayout layout(config, test::kubernetes_spaces(inputs));
    const Parameters parameters = initial_parameters(layout, 5);
    for (const NamedParameter& p : layout.parameters) {
        if (p.inputs == 0) {
            QCOMPARE(parameters.weights[p.index(0, 0)], 0.0F);
            continue;
        }
        const double gain = p.name == "policy.weight"  ? 0.01
                            : p.name == "value.weight" ? 1.0
                                                       : std::sqrt(2.0);
        const bool tall = p.outputs >= p.inputs;
        const int count = tall ? p.inputs : p.outputs;
        const int length = tall ? p.outputs : p.inputs;
        for (int a = 0; a < count; ++a) {
            for (int b = 0; b <= a; ++b) {
                double product = 0;
                for (int e = 0; e < length; ++e) {
                    product += static_cast<double>(parameters.weights[tall ? p.index(e, a) : p.index(a, e)]) *
                               static_cast<double>(parameters.weights[tall ? p.index(e, b) : p.index(b, e)]);
                }
                QVERIFY(std::abs(product - (a == b ? gain * gain : 0.0)) < 1e-6);
            }
        }
    }
    QVERIFY(initial_parameters(layout, 5).weights == parameters.weights);
    QVERIFY(initial_parameters(layout, 6).weights != parameters.weights);
}

void TestPpoAgent::samplesFollowTheProbabilities() {
    PpoAgent agent = make_agent();
    RolloutBuffer buffer = test::noise_rollout(agent, 32, 4, 1);
    for (int i = 0; i < 10; ++i) QVERIFY(agent.update(buffer, 0).has_value());  // away from uniform
    const int rows = 20000;
    const std::vector<float> input = random_inputs(1);
    std::vector<float> inputs;
    for (int i = 0; i < rows; ++i) inputs.insert(inputs.end(), input.begin(), input.end());
    std::vector<float> expected(13);
    agent.probabilities(input, {}, expected);
    ActOutput out;
    agent.act(inputs, {}, out);
    std::vector<double> counts(13);
    const int offsets[] = {0, 5, 10};
    for (int i = 0; i < rows; ++i) {
        for (int h = 0; h < 3; ++h)
            ++counts[static_cast<std::size_t>(offsets[h] + out.actions[static_cast<std::size_t>(3 * i + h)])];
    }
    for (std::size_t i = 0; i < 13; ++i) {
        const auto p = static_cast<double>(expected[i]);
        const double standard_error = std::sqrt(p * (1 - p) / rows);
        QVERIFY2(std::abs(counts[i] / rows - p) < 4.5 * standard_error, qPrintable(QString::number(i)));
    }
    for (int h = 0; h < 3; ++h) {
        const int size = h == 2 ? 3 : 5;
        QVERIFY(std::abs(std::accumulate(expected.begin() + offsets[h], expected.begin() + offsets[h] + size,
                                         0.0) -
                         1) < 1e-6);
    }
}

void TestPpoAgent::anActionDependsOnSeedRowAndCallOnly() {
    const std::vector<float> inputs = random_inputs(64);
    PpoAgent wide = make_agent(), narrow = make_agent(), other = make_agent(test::small_agent(), 2);
    ActOutput a, b, c;
    for (int call = 0; call < 3; ++call) {
        wide.act(inputs, {}, a);
        narrow.act(std::span(inputs).first(10 * 7), {}, b);
        other.act(inputs, {}, c);
        QVERIFY(std::equal(b.actions.begin(), b.actions.end(), a.actions.begin()));
        QVERIFY(c.actions != a.actions);
    }
    const std::vector<std::int32_t> third = a.actions;
    wide.act(inputs, {}, a);
    QVERIFY(a.actions != third);
}

void TestPpoAgent::logProbabilitiesAndValuesBelongToTheAction() {
    PpoAgent agent = make_agent();
    const std::vector<float> inputs = random_inputs(9);
    ActOutput out;
    agent.act(inputs, {}, out);
    std::vector<float> values(9), probabilities(13);
    agent.evaluate_values(inputs, values);
    for (std::size_t i = 0; i < 9; ++i) {
        agent.probabilities(std::span(inputs).subspan(10 * i, 10), {}, probabilities);
        const double expected =
            std::log(static_cast<double>(probabilities[static_cast<std::size_t>(out.actions[3 * i])])) +
            std::log(
                static_cast<double>(probabilities[5 + static_cast<std::size_t>(out.actions[3 * i + 1])])) +
            std::log(
                static_cast<double>(probabilities[10 + static_cast<std::size_t>(out.actions[3 * i + 2])]));
        QVERIFY(std::abs(static_cast<double>(out.log_probs[i]) - expected) < 1e-5);
        QVERIFY(std::abs(out.values[i] - values[i]) < 1e-6F);
    }
}

void TestPpoAgent::greedyTakesTheMostProbable() {
    PpoAgent agent = make_agent();
    const std::vector<float> inputs = random_inputs(6);
    ActOutput out;
    const std::string before = state_of(agent);
    agent.act_greedy(inputs, {}, out);
    QCOMPARE(state_of(agent), before);  // draws nothing
    QCOMPARE(out.probabilities.size(), std::size_t{6 * 13});
    for (std::size_t i = 0; i < 6; ++i) {
        const float* p = out.probabilities.data() + 13 * i;
        QCOMPARE(out.actions[3 * i], static_cast<std::int32_t>(std::max_element(p, p + 5) - p));
        QCOMPARE(out.actions[3 * i + 2],
                 static_cast<std::int32_t>(std::max_element(p + 10, p + 13) - (p + 10)));
    }
}

void TestPpoAgent::maskedActionsAreNeverTaken() {
    PpoAgent agent = make_agent();
    const std::vector<float> inputs = random_inputs(1);
    //                                        GPU            CPU            placement: nothing allowed counts
    //                                        as all
    const std::vector<std::uint8_t> mask{0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0};
    ActOutput out;
    bool placements[3] = {};
    for (int i = 0; i < 200; ++i) {
        agent.act(inputs, mask, out);
        QVERIFY(out.actions[0] == 2 || out.actions[0] == 3);
        QCOMPARE(out.actions[1], 4);
        placements[out.actions[2]] = true;
    }
    QVERIFY(placements[0] && placements[1] && placements[2]);
    std::vector<float> probabilities(13);
    agent.probabilities(inputs, mask, probabilities);
    QCOMPARE(probabilities[0], 0.0F);
    QCOMPARE(probabilities[9], 1.0F);
    agent.act_greedy(inputs, mask, out);
    QCOMPARE(out.actions[1], 4);
}

void TestPpoAgent::aCopyIsIndependent() {
    PpoAgent agent = make_agent();
    PpoAgent copy = std::move(agent.copy().value());
    QCOMPARE(state_of(copy), state_of(agent));
    const std::string before = state_of(copy);
    RolloutBuffer buffer = test::noise_rollout(agent, 16, 2, 1);
    QVERIFY(agent.update(buffer, 0).has_value());
    QCOMPARE(state_of(copy), before);
    QVERIFY(copy.copy_weights(agent).has_value());
    const std::vector<float> inputs = random_inputs(1);
    std::vector<float> a(1), b(1);
    agent.evaluate_values(inputs, a);
    copy.evaluate_values(inputs, b);
    QCOMPARE(a, b);
}

void TestPpoAgent::copyingWeightsNeedsEqualSizes() {
    PpoAgent agent = make_agent();
    config::AgentConfig larger = test::small_agent();
    larger.hidden_size = 21;
    const auto copied = agent.copy_weights(make_agent(larger));
    QVERIFY(!copied.has_value());
    QCOMPARE(copied.error().code, ErrorCode::invalid_argument);
    QVERIFY(copied.error().message.find("hidden_size") != std::string::npos);
}

void TestPpoAgent::refusesSettings_data() {
    QTest::addColumn<int>("hidden");
    QTest::addColumn<int>("layers");
    QTest::addColumn<double>("learningRate");
    QTest::addColumn<int>("actions");
    QTest::newRow("no hidden units") << 0 << 2 << 1e-3 << 5;
    QTest::newRow("no layers") << 8 << 0 << 1e-3 << 5;
    QTest::newRow("NaN learning rate") << 8 << 2 << std::nan("") << 5;
    QTest::newRow("an empty head") << 8 << 2 << 1e-3 << 0;
}

void TestPpoAgent::refusesSettings() {
    QFETCH(int, hidden);
    QFETCH(int, layers);
    QFETCH(double, learningRate);
    QFETCH(int, actions);
    config::AgentConfig config;
    config.hidden_size = hidden;
    config.num_layers = layers;
    config.learning_rate = learningRate;
    const auto agent = PpoAgent::create(config, {4, {actions}}, 1);
    QVERIFY(!agent.has_value());
    QCOMPARE(agent.error().code, ErrorCode::invalid_argument);
}

void TestPpoAgent::cudaIsRefusedWhereThereIsNone() {
    if (cuda_available()) QSKIP("this machine has a CUDA device");
    config::AgentConfig config = test::small_agent();
    config.device = config::Device::cuda;
    const auto agent = PpoAgent::create(config, test::kubernetes_spaces(), 1);
    QVERIFY(!agent.has_value());
    QCOMPARE(agent.error().code, ErrorCode::unsupported);
    QVERIFY(agent.error().message.find("agent.device") != std::string::npos);
    config.device = config::Device::automatic;
    QCOMPARE(QString::fromStdString(make_agent(config).device()), QString("cpu"));
}

void TestPpoAgent::saysWhichLibrariesAreLoaded() {
    QVERIFY(!blas_name().empty());
    QCOMPARE(blas_warning().empty(), blas_name() != "reference");
    QVERIFY(torch_version().find('.') != std::string::npos);
}

QTEST_APPLESS_MAIN(TestPpoAgent)
#include "tst_ppo_agent.moc"
