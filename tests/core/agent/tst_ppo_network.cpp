// SPDX-License-Identifier: GPL-3.0-or-later
// The network written by hand against LibTorch's autograd: outputs, loss, gradient and a whole update agree.
#include <QTest>
#include <cmath>

#include "core/agent/actor_critic_torch.h"
#include "core/agent/cpu_actor_critic.h"
#include "core/agent/initialization.h"
#include "core/agent/ppo_update.h"
#include "tests/core/agent/ppo_fixture.h"

using namespace trimtab;
using namespace trimtab::agent;

namespace {

/// Weights large enough that every layer, every clip and the entropy matter.
Parameters random_parameters(const NetworkLayout& layout) {
    Parameters parameters = initial_parameters(layout, 3);
    test::Numbers numbers(11);
    for (const NamedParameter& parameter : layout.parameters) {
        for (int o = 0; o < parameter.outputs; ++o) {
            for (int i = 0; i < std::max(1, parameter.inputs); ++i) {
                parameters.weights[parameter.index(o, i)] += 0.2F * numbers.normal();
            }
        }
    }
    return parameters;
}

struct Batch {
    std::vector<float> inputs, log_probs, values, advantages, returns;
    std::vector<std::uint8_t> masks;
    std::vector<std::int32_t> actions;
    Minibatch view;
};

Batch random_batch(const NetworkLayout& layout, int rows, bool masked) {
    test::Numbers numbers(5);
    const auto n = static_cast<std::size_t>(rows);
    Batch batch;
    batch.inputs.resize(n * static_cast<std::size_t>(layout.input_size()));
    numbers.fill_normal(batch.inputs);
    for (std::vector<float>* column : {&batch.log_probs, &batch.values, &batch.advantages, &batch.returns}) {
        column->resize(n);
        numbers.fill_normal(*column);
    }
    for (float& log_prob : batch.log_probs) log_prob = -3.5F + 0.5F * log_prob;
    for (std::size_t row = 0; row < n; ++row) {
        for (const int size : layout.spaces.action_sizes) batch.actions.push_back(numbers.below(size));
    }
    if (masked) {
        std::size_t next_action = 0;
        for (std::size_t row = 0; row < n; ++row) {
            for (const int size : layout.spaces.action_sizes) {
                const int taken = batch.actions[next_action++];
                for (int i = 0; i < size; ++i)
                    batch.masks.push_back(i == taken || numbers.below(2) == 0 ? 1 : 0);
            }
        }
    }
    batch.view = {rows,
                  batch.inputs.data(),
                  masked ? batch.masks.data() : nullptr,
                  batch.actions.data(),
                  batch.log_probs.data(),
                  batch.values.data(),
                  batch.advantages.data(),
                  batch.returns.data()};
    return batch;
}

double largest_difference(const FloatVector& a, const FloatVector& b) {
    double largest = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        largest = std::max(largest, static_cast<double>(std::abs(a[i] - b[i])));
    }
    return largest;
}

}  // namespace

class TestPpoNetwork : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void agreesWithAutograd_data();
    void agreesWithAutograd();
    void wholeUpdateAgreesWithAutograd();
    void gradientIsTheSlopeOfTheLoss();
    void threadsShareAMinibatch_data();
    void threadsShareAMinibatch();
    void paddingStaysZero();
    void everyInstructionSetComputesTheSame_data();
    void everyInstructionSetComputesTheSame();
};

void TestPpoNetwork::agreesWithAutograd_data() {
    QTest::addColumn<bool>("shared");
    QTest::addColumn<bool>("masked");
    QTest::addColumn<int>("layers");
    QTest::addColumn<int>("hidden");
    QTest::addColumn<double>("valueClip");
    QTest::newRow("shared trunk") << true << false << 2 << 64 << 0.0;
    QTest::newRow("separate networks") << false << false << 2 << 64 << 0.0;
    QTest::newRow("masked actions") << true << true << 2 << 64 << 0.0;
    QTest::newRow("clipped value") << true << false << 2 << 64 << 0.2;
    QTest::newRow("one odd layer") << true << false << 1 << 17 << 0.0;
    QTest::newRow("three odd layers, separate, all options") << false << true << 3 << 33 << 0.3;
}

void TestPpoNetwork::agreesWithAutograd() {
    QFETCH(bool, shared);
    QFETCH(bool, masked);
    QFETCH(int, layers);
    QFETCH(int, hidden);
    QFETCH(double, valueClip);
    config::AgentConfig config;
    config.shared_network = shared;
    config.num_layers = layers;
    config.hidden_size = hidden;
    const NetworkLayout layout(config, test::kubernetes_spaces(31));
    const Parameters parameters = random_parameters(layout);
    CpuActorCritic by_hand(layout, parameters);
    auto autograd = make_torch_actor_critic(layout, parameters, "cpu");
    QVERIFY(autograd.has_value());
    const int rows = 37;
    const Batch batch = random_batch(layout, rows, masked);

    const auto outputs = static_cast<std::size_t>(rows * layout.output_stride);
    FloatVector ours(outputs), theirs(outputs);
    by_hand.forward(batch.inputs.data(), rows, ours.data());
    (*autograd)->forward(batch.inputs.data(), rows, theirs.data());
    QVERIFY(largest_difference(ours, theirs) < 2e-5);

    const LossSettings settings{0.7, 0.5, 0.03, valueClip};
    const LossStatistics loss = by_hand.compute_gradient(batch.view, settings);
    const LossStatistics reference = (*autograd)->compute_gradient(batch.view, settings);
    QVERIFY(std::abs(loss.policy_loss - reference.policy_loss) < 2e-5);
    QVERIFY(std::abs(loss.value_loss - reference.value_loss) < 2e-5);
    QVERIFY(std::abs(loss.entropy - reference.entropy) < 2e-5);
    QVERIFY(std::abs(loss.approx_kl - reference.approx_kl) < 1e-4);
    QVERIFY(std::abs(loss.clip_fraction - reference.clip_fraction) < 1e-6);
    QVERIFY(loss.clip_fraction > 0.1 && loss.clip_fraction < 0.9);

    FloatVector gradient, reference_gradient;
    by_hand.read_gradient(gradient);
    (*autograd)->read_gradient(reference_gradient);
    const double norm = by_hand.gradient_norm();
    QVERIFY(norm > 0.1);
    QVERIFY(std::abs(norm - (*autograd)->gradient_norm()) < 1e-4 * norm);
    QVERIFY2(largest_difference(gradient, reference_gradient) < 1e-5 * std::max(1.0, norm),
             qPrintable(QString::number(largest_difference(gradient, reference_gradient))));
}

void TestPpoNetwork::wholeUpdateAgreesWithAutograd() {
    config::AgentConfig config = test::small_agent();
    config.hidden_size = 32;
    config.ppo_epochs = 3;
    config.learning_rate_final = 1e-4;
    auto agent = PpoAgent::create(config, test::kubernetes_spaces(), 7);
    QVERIFY(agent.has_value());
    const RolloutBuffer buffer = test::noise_rollout(*agent, 20, 5, 1);
    const NetworkLayout layout(config, test::kubernetes_spaces());
    const Parameters parameters = initial_parameters(layout, 7);
    CpuActorCritic by_hand(layout, parameters);
    auto autograd = make_torch_actor_critic(layout, parameters, "cpu");
    QVERIFY(autograd.has_value());

    PpoUpdate::Context context;
    context.progress = 0.5;
    context.seed = 7;
    const auto ours = PpoUpdate().run(by_hand, config, buffer, context);
    const auto theirs = PpoUpdate().run(**autograd, config, buffer, context);
    QVERIFY(ours.has_value() && theirs.has_value());
    QCOMPARE(ours->learning_rate, 2e-4);
    QVERIFY(std::abs(ours->policy_loss - theirs->policy_loss) < 1e-5);
    QVERIFY(std::abs(ours->value_loss - theirs->value_loss) < 1e-4);
    Parameters after, reference;
    by_hand.save(after);
    (*autograd)->save(reference);
    QCOMPARE(after.adam_steps, std::int64_t{21});
    QVERIFY(largest_difference(after.weights, parameters.weights) > 1e-3);
    QVERIFY2(largest_difference(after.weights, reference.weights) < 2e-5,
             qPrintable(QString::number(largest_difference(after.weights, reference.weights))));
    QVERIFY(largest_difference(after.second_moment, reference.second_moment) < 1e-5);
}

// A check that shares no code with either: the loss moves by gradient . step for a small step.
void TestPpoNetwork::gradientIsTheSlopeOfTheLoss() {
    config::AgentConfig config;
    config.hidden_size = 16;
    const NetworkLayout layout(config, test::kubernetes_spaces());
    Parameters parameters = random_parameters(layout);
    const Batch batch = random_batch(layout, 24, false);
    const LossSettings settings{1e6, 0.5, 0.1, 0};  // without clipping the loss is smooth
    const auto loss_at = [&](const Parameters& at) {
        CpuActorCritic network(layout, at);
        const LossStatistics loss = network.compute_gradient(batch.view, settings);
        return loss.policy_loss + 0.5 * loss.value_loss - 0.1 * loss.entropy;
    };
    CpuActorCritic network(layout, parameters);
    network.compute_gradient(batch.view, settings);
    FloatVector gradient;
    network.read_gradient(gradient);
    const double norm = network.gradient_norm();
    const double step = 1e-3;
    Parameters ahead = parameters, behind = parameters;
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        ahead.weights[i] += static_cast<float>(step * static_cast<double>(gradient[i]) / norm);
        behind.weights[i] -= static_cast<float>(step * static_cast<double>(gradient[i]) / norm);
    }
    const double slope = (loss_at(ahead) - loss_at(behind)) / (2 * step);
    QVERIFY2(std::abs(slope - norm) < 0.01 * norm, qPrintable(QString("%1 %2").arg(slope).arg(norm)));
}

void TestPpoNetwork::threadsShareAMinibatch_data() {
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("rows");
    QTest::newRow("2 of 64") << 2 << 64;
    QTest::newRow("3 of 37") << 3 << 37;
    QTest::newRow("more threads than rows") << 4 << 2;
}

void TestPpoNetwork::threadsShareAMinibatch() {
    QFETCH(int, threads);
    QFETCH(int, rows);
    config::AgentConfig config;
    config.hidden_size = 48;
    const NetworkLayout layout(config, test::kubernetes_spaces());
    const Parameters parameters = random_parameters(layout);
    const Batch batch = random_batch(layout, rows, false);
    CpuActorCritic alone(layout, parameters), together(layout, parameters), again(layout, parameters);
    together.set_threads(threads);
    again.set_threads(threads);
    const LossStatistics loss = alone.compute_gradient(batch.view, {});
    const LossStatistics shared_loss = together.compute_gradient(batch.view, {});
    again.compute_gradient(batch.view, {});
    QVERIFY(std::abs(loss.policy_loss - shared_loss.policy_loss) < 1e-9);
    QVERIFY(std::abs(loss.entropy - shared_loss.entropy) < 1e-9);
    FloatVector gradient, shared_gradient, same_gradient;
    alone.read_gradient(gradient);
    together.read_gradient(shared_gradient);
    again.read_gradient(same_gradient);
    QVERIFY(largest_difference(gradient, shared_gradient) < 1e-5);
    QVERIFY(shared_gradient == same_gradient);
}

void TestPpoNetwork::paddingStaysZero() {
    config::AgentConfig config;
    config.hidden_size = 17;
    config.shared_network = false;
    const NetworkLayout layout(config, test::kubernetes_spaces());
    const Parameters start = random_parameters(layout);
    CpuActorCritic network(layout, start);
    const Batch batch = random_batch(layout, 9, false);
    for (int step = 0; step < 5; ++step) {
        network.compute_gradient(batch.view, {});
        AdamStep adam;
        adam.step_size = 0.01F;
        network.apply_gradient(adam);
    }
    Parameters end;
    network.save(end);
    std::vector<bool> used(layout.size, false);
    for (const NamedParameter& parameter : layout.parameters) {
        for (int o = 0; o < parameter.outputs; ++o) {
            for (int i = 0; i < std::max(1, parameter.inputs); ++i) used[parameter.index(o, i)] = true;
        }
    }
    QCOMPARE(std::count(used.begin(), used.end(), true),
             static_cast<std::ptrdiff_t>(layout.parameter_count()));
    for (std::size_t i = 0; i < layout.size; ++i) {
        if (!used[i]) QVERIFY(end.weights[i] == 0.0F && end.first_moment[i] == 0.0F);
    }
}

void TestPpoNetwork::everyInstructionSetComputesTheSame_data() {
    QTest::addColumn<int>("rows");
    QTest::newRow("one") << 1;
    QTest::newRow("a remainder") << 13;
    QTest::newRow("a minibatch") << 64;
}

void TestPpoNetwork::everyInstructionSetComputesTheSame() {
    QFETCH(int, rows);
    const Kernels& fastest = kernels();
    const Kernels& plain = generic_kernels();
    const int inner = 31;
    const int columns = 48;
    test::Numbers numbers(2);
    std::vector<float> a(static_cast<std::size_t>(rows * inner)),
        b(static_cast<std::size_t>(inner * columns)), bias(static_cast<std::size_t>(columns));
    numbers.fill_normal(a);
    numbers.fill_normal(b);
    numbers.fill_normal(bias);
    FloatVector x(static_cast<std::size_t>(rows * columns)), y(x.size());
    fastest.multiply(rows, columns, inner, a.data(), inner, 1, b.data(), columns, bias.data(), x.data(),
                     columns);
    plain.multiply(rows, columns, inner, a.data(), inner, 1, b.data(), columns, bias.data(), y.data(),
                   columns);
    QVERIFY(largest_difference(x, y) < 1e-4);
    double expected = static_cast<double>(bias[3]);
    for (int p = 0; p < inner; ++p) {
        expected += static_cast<double>(a[static_cast<std::size_t>(p)]) *
                    static_cast<double>(b[static_cast<std::size_t>(p * columns + 3)]);
    }
    QVERIFY(std::abs(static_cast<double>(x[3]) - expected) < 1e-4);

    for (float value : {0.0F, -0.0F, 1e-30F, 1e-4F, 0.3F, -0.7F, 2.0F, -9.5F, 50.0F, -1e30F}) {
        float ours = value;
        fastest.tanh(1, &ours);
        const double reference = std::tanh(static_cast<double>(value));
        QVERIFY(std::abs(static_cast<double>(ours) - reference) <= 3e-7 * std::abs(reference));
        float exponential = -std::abs(value);
        fastest.exp(1, &exponential);
        const double e = std::exp(-std::abs(static_cast<double>(value)));
        QVERIFY(std::abs(static_cast<double>(exponential) - e) <= 3e-7 * e + 1e-37);
    }
    float nan = NAN;
    fastest.tanh(1, &nan);
    QVERIFY(std::isnan(nan));
    const std::vector<float> with_nan{1.0F, 2.0F, NAN};
    QVERIFY(std::isnan(fastest.sum_of_squares(with_nan.size(), with_nan.data())));
}

QTEST_APPLESS_MAIN(TestPpoNetwork)
#include "tst_ppo_network.moc"
