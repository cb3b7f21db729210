// SPDX-License-Identifier: GPL-3.0-or-later
// The policy tables of SIMULATOR 8 and 9, played again with their seeds.
#include <QtTest>

#include "core/agent/hpa_policy.h"
#include "core/agent/policy_factory.h"
#include "core/agent/rule_policy.h"
#include "core/agent/static_policy.h"
#include "tests/core/agent/policy_bench.h"

using namespace trimtab;
using namespace trimtab::agent;
using cluster::Allocation;
using cluster::Placement;

namespace {

std::unique_ptr<Policy> named(const std::string& name, const config::Config& config = {}) {
    return std::move(make_policy(name, config)).value();
}

std::unique_ptr<Policy> fixed(Allocation allocation) {
    return std::make_unique<StaticPolicy>("static", allocation);
}

std::unique_ptr<Policy> calibrated_hpa(config::Config config, int cpu_target, double tolerance,
                                       int down_window_s) {
    config.policies.hpa_cpu_target = cpu_target;
    config.policies.hpa_gpu_target = 90;
    config.policies.hpa_tolerance_up = config.policies.hpa_tolerance_down = tolerance;
    config.policies.hpa_down_window_s = down_window_s;
    config.policies.hpa_placement = Placement::prefer_gpu;
    return std::make_unique<HpaPolicy>("hpa-calibrated", hpa_options(config));
}

std::unique_ptr<Policy> tuned_rule() {
    const std::map<std::string, RuleOptions> by_pattern = {
        {"ramp", {0.5, 0.7, 1.5, 1, 1, Placement::prefer_gpu}},
        {"spike", {1, 0.5, 0, 3, 1, Placement::balanced}},
        {"periodic", {2, 0.5, 0.7, 1, 1, Placement::balanced}},
        {"random", {1, 0.5, 0, 1, 1, Placement::balanced}}};
    return std::make_unique<RulePolicy>("rule-tuned", RuleOptions{}, by_pattern);
}

/// A row of the default table: the policy, the means of ramp, spike, periodic and random, dollars, a floor of
/// tolerance.
struct Row {
    std::shared_ptr<Policy> policy;
    std::array<double, 4> returns;
    double cost_usd;
    double tolerance;
};

Row row(std::unique_ptr<Policy> policy, std::array<double, 4> returns, double cost_usd, double tolerance) {
    return {std::move(policy), returns, cost_usd, tolerance};
}

}  // namespace
Q_DECLARE_METATYPE(Row)

class TestPolicyTable : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void defaultProfile_data() {
        QTest::addColumn<Row>("expected");
        const auto add = [](const char* name, Row r) { QTest::newRow(name) << r; };
        add("static-gpu", row(named("static-gpu"), {4.296, 3.302, 3.739, 4.046}, 0.132, 0.3));
        add("static-cpu", row(named("static-cpu"), {-1.973, 1.806, -1.942, -2.307}, 0.043, 0.03));
        add("best static, balanced",
            row(fixed({4, 1, Placement::balanced}), {4.70, 5.09, 4.83, 4.84}, 0.190, 0.03));
        add("best static, prefer GPU",
            row(fixed({4, 1, Placement::prefer_gpu}), {4.70, 5.09, 4.83, 4.84}, 0.190, 0.03));
        add("hold", row(named("hold"), {4.460, 4.096, 4.375, 4.436}, 0.174, 0.03));
        add("always-max", row(named("always-max"), {3.876, 4.626, 4.051, 4.078}, 0.580, 0.03));
        add("always-min", row(named("always-min"), {-0.141, 2.160, -0.193, -0.664}, 0.058, 0.03));
        add("random", row(named("random"), {1.92, 2.31, 1.72, 1.62}, 0.216, 0.05));
        add("hpa 70/70", row(named("hpa"), {4.418, 4.351, 4.118, 4.178}, 0.289, 0.15));
        add("hpa, calibrated",
            row(calibrated_hpa({}, 70, 0.2, 300), {4.573, 4.545, 4.283, 4.519}, 0.200, 0.15));
        add("rule, one setting", row(named("rule"), {4.79, 4.40, 4.17, 4.46}, 0.177, 0.05));
        add("rule, tuned a pattern", row(tuned_rule(), {5.155, 4.736, 4.354, 4.546}, 0.178, 0.05));
    }
    // Within three combined standard errors (own times sqrt 2) or the stated floor.
    void defaultProfile() {
        QFETCH(Row, expected);
        const std::array<std::string, 4> patterns = {"ramp", "spike", "periodic", "random"};
        double cost = 0;
        for (std::size_t i = 0; i < patterns.size(); ++i) {
            const test::Score score = test::score({}, *expected.policy, patterns[i], 200);
            const double allowed = std::max(3 * score.se * std::sqrt(2.0), expected.tolerance);
            qInfo("%-9s %7.3f (expected %7.3f, allowed +-%.3f)", patterns[i].c_str(), score.mean,
                  expected.returns[i], allowed);
            QVERIFY(std::abs(score.mean - expected.returns[i]) <= allowed);
            cost += score.cost_usd / 4;
        }
        QVERIFY2(std::abs(cost - expected.cost_usd) < 0.005, qPrintable(QString::number(cost)));
    }

    void dayProfile_data() {
        QTest::addColumn<Row>("expected");
        const config::Config day = test::day_config();
        const auto add = [](const char* name, std::unique_ptr<Policy> policy, double mean, double cost) {
            QTest::newRow(name) << row(std::move(policy), {mean}, cost, 0.15);
        };
        add("best static (7,1)", fixed({7, 1, Placement::balanced}), 56.59, 3.85);
        add("static (8,1), prefer GPU", fixed({8, 1, Placement::prefer_gpu}), 55.74, 4.38);
        add("always-max", named("always-max", day), 44.47, 13.92);
        add("always-min", named("always-min", day), 21.82, 0.70);
        add("hpa 70/70", named("hpa", day), 57.09, 4.98);
        add("hpa, calibrated", calibrated_hpa(day, 50, 0.1, 15), 64.00, 2.57);
        add("rule", named("rule", day), 67.46, 2.56);
    }
    void dayProfile() {
        QFETCH(Row, expected);
        const test::Score score = test::score(test::day_config(), *expected.policy, "day", 100);
        const double allowed = std::max(3 * score.se * std::sqrt(2.0), expected.tolerance);
        qInfo("day %7.3f (expected %7.3f, allowed +-%.3f), $ %.2f", score.mean, expected.returns[0], allowed,
              score.cost_usd);
        QVERIFY(std::abs(score.mean - expected.returns[0]) <= allowed);
        // The table's twin missed no samples and so kept some pods longer.
        QVERIFY(std::abs(score.cost_usd - expected.cost_usd) < 0.05 * expected.cost_usd);
    }
};

QTEST_APPLESS_MAIN(TestPolicyTable)
#include "tst_policy_table.moc"
