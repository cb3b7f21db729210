// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <limits>

#include "core/base/seeded_draw.h"
#include "core/environment/shield.h"

using namespace trimtab;
using cluster::Allocation;
using cluster::Placement;
using environment::Shield;
using environment::ShieldInput;
using environment::ShieldRule;
using environment::ShieldVerdict;

namespace {

ShieldInput input(Allocation current, Allocation proposed, double time_s = 1000, double p95_ms = 100) {
    ShieldInput in;
    in.time_s = time_s;
    in.current = current;
    in.proposed = proposed;
    in.latency_p95_ms = p95_ms;
    return in;
}

config::Config plain() {
    config::Config config;
    config.cluster.shield_cooldown_down_s = 0;
    config.cluster.slo_guard_samples = 0;
    config.cluster.slo_fallback_samples = 0;
    return config;
}

bool speaks(const ShieldVerdict& verdict, ShieldRule rule) {
    for (const auto& reason : verdict.reasons)
        if (reason.rule == rule) return true;
    return false;
}

}  // namespace

class TestShield : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void limits_data() {
        QTest::addColumn<int>("current");
        QTest::addColumn<int>("proposed");
        QTest::addColumn<int>("allowed");
        QTest::addColumn<int>("rule");  // -1: none
        QTest::newRow("goes through") << 3 << 5 << 5 << -1;
        QTest::newRow("keeps") << 3 << 3 << 3 << -1;
        QTest::newRow("step up") << 3 << 9 << 5 << static_cast<int>(ShieldRule::max_step);
        QTest::newRow("step down") << 9 << 1 << 7 << static_cast<int>(ShieldRule::max_step);
        QTest::newRow("upper bound") << 9 << 11 << 10 << static_cast<int>(ShieldRule::bounds);
        QTest::newRow("lower bound") << 1 << 0 << 1 << static_cast<int>(ShieldRule::bounds);
        QTest::newRow("from far above, straight to the bound")
            << 15 << 14 << 10 << static_cast<int>(ShieldRule::bounds);
        QTest::newRow("outside, but kept") << 15 << 15 << 15 << -1;
    }
    void limits() {
        QFETCH(int, current);
        QFETCH(int, proposed);
        QFETCH(int, allowed);
        QFETCH(int, rule);
        Shield shield(plain());
        const auto verdict = shield.judge(input({3, current}, {3, proposed}));
        QCOMPARE(verdict.allowed.replicas_cpu, allowed);
        QCOMPARE(verdict.allowed.replicas_gpu, 3);
        QCOMPARE(verdict.reasons.empty(), rule < 0);
        if (rule >= 0) {
            QVERIFY(speaks(verdict, static_cast<ShieldRule>(rule)));
            QVERIFY(!verdict.text().empty());
        }
    }

    void the_gpu_quota_stops_more_but_removes_nothing() {
        auto config = plain();
        config.cluster.shield_gpu_quota = 4;
        Shield shield(config);
        QCOMPARE(shield.judge(input({3, 3}, {5, 3})).allowed.replicas_gpu, 4);
        QCOMPARE(shield.judge(input({6, 3}, {7, 3})).allowed.replicas_gpu, 6);
        QCOMPARE(shield.judge(input({6, 3}, {5, 3})).allowed.replicas_gpu, 5);
        QCOMPARE(shield.judge(input({3, 3}, {3, 5})).allowed.replicas_cpu, 5);
    }

    void the_cost_cap_refuses_what_is_added() {
        auto config = plain();
        config.cluster.shield_cost_cap_usd_per_hour = 3 * 0.526 + 5 * 0.17;
        Shield shield(config);
        const auto both = shield.judge(input({3, 3}, {5, 5}));
        QCOMPARE(both.allowed, (Allocation{3, 5}));
        QVERIFY(speaks(both, ShieldRule::cost_cap));
        QCOMPARE(shield.judge(input({3, 5}, {3, 6})).allowed, (Allocation{3, 5}));
        QCOMPARE(shield.judge(input({9, 9}, {8, 9})).allowed, (Allocation{8, 9}));
    }

    void cooldown_counts_a_direction_and_a_pool_of_its_own() {
        auto config = plain();
        config.cluster.shield_cooldown_up_s = 30;
        config.cluster.shield_cooldown_down_s = 120;
        Shield shield(config);
        shield.executed(1000, {3, 3}, {4, 3});
        QCOMPARE(shield.judge(input({4, 3}, {5, 3}, 1029)).allowed.replicas_gpu, 4);
        QCOMPARE(shield.judge(input({4, 3}, {5, 3}, 1030)).allowed.replicas_gpu, 5);
        QCOMPARE(shield.judge(input({4, 3}, {3, 2}, 1119)).allowed, (Allocation{4, 2}));
        QCOMPARE(shield.judge(input({4, 3}, {3, 2}, 1120)).allowed, (Allocation{3, 2}));
    }

    void the_flap_budget_stops_reversals_until_old_ones_are_forgotten() {
        auto config = plain();
        config.cluster.shield_flap_budget = 2;
        config.cluster.shield_flap_window_s = 100;
        Shield shield(config);
        shield.executed(0, {3, 3}, {4, 3});
        shield.executed(10, {4, 3}, {3, 3});  // first reversal
        shield.executed(20, {3, 3}, {4, 3});  // second
        const auto third = shield.judge(input({4, 3}, {3, 3}, 30));
        QCOMPARE(third.allowed.replicas_gpu, 4);
        QVERIFY(speaks(third, ShieldRule::flap_budget));
        QCOMPARE(shield.judge(input({4, 3}, {5, 3}, 30)).allowed.replicas_gpu, 5);  // goes on: no reversal
        QCOMPARE(shield.judge(input({4, 3}, {3, 3}, 111)).allowed.replicas_gpu, 3);
    }

    void without_data_everything_is_held() {
        Shield shield(plain());
        auto in = input({3, 4, Placement::balanced}, {5, 1, Placement::prefer_gpu});
        in.missing = "gpu_utilization";
        const auto verdict = shield.judge(in);
        QCOMPARE(verdict.allowed, in.current);
        QCOMPARE(verdict.reasons.size(), std::size_t{1});
        QVERIFY(verdict.text().find("gpu_utilization") != std::string::npos);
    }

    void the_slo_guard_blocks_scaling_down_then_falls_back() {
        auto config = plain();
        config.cluster.slo_guard_samples = 2;
        config.cluster.slo_fallback_samples = 4;
        Shield shield(config);
        const auto ask = [&](double p95_ms) {
            auto in = input({4, 4}, {3, 5}, 1000, p95_ms);
            in.fallback = Allocation{6, 3};
            return shield.judge(in);
        };
        QCOMPARE(ask(900).allowed, (Allocation{3, 5}));
        const auto guarded = ask(900);
        QCOMPARE(guarded.allowed, (Allocation{4, 5}));
        QVERIFY(speaks(guarded, ShieldRule::slo_guard));
        QVERIFY(!guarded.fell_back);
        static_cast<void>(ask(900));
        const auto fallen = ask(900);
        QVERIFY(fallen.fell_back);
        QCOMPARE(fallen.allowed, (Allocation{6, 4}));  // up as the HPA rule says, down never
        QVERIFY(ask(100).fell_back);                   // one good sample is not enough
        const auto back = ask(100);
        QVERIFY(!back.fell_back);
        QCOMPARE(back.allowed, (Allocation{3, 5}));
    }

    void missing_latency_neither_starts_nor_ends_the_guard() {
        auto config = plain();
        config.cluster.slo_guard_samples = 2;
        Shield shield(config);
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        static_cast<void>(shield.judge(input({4, 4}, {4, 4}, 0, 900)));
        static_cast<void>(shield.judge(input({4, 4}, {4, 4}, 0, nan)));
        QCOMPARE(shield.samples_above_slo(), 1);
        QVERIFY(speaks(shield.judge(input({4, 4}, {3, 4}, 0, 900)), ShieldRule::slo_guard));
    }

    void placement_is_masked_where_nothing_carries_it_out() {
        auto config = plain();
        const auto wish = input({3, 3, Placement::balanced}, {3, 3, Placement::prefer_gpu});
        QCOMPARE(Shield(config).judge(wish).allowed.placement, Placement::balanced);
        config.cluster.placement = config::PlacementMethod::httproute;
        QCOMPARE(Shield(config).judge(wish).allowed.placement, Placement::prefer_gpu);
    }

    /// Whatever is proposed, from wherever: a change never leads outside the bounds, is never larger than the
    /// step unless it leads back inside, and never costs more than the cap.
    void no_sequence_leads_outside() {
        auto config = plain();
        config.cluster.slo_guard_samples = 3;
        config.cluster.slo_fallback_samples = 6;
        config.cluster.shield_flap_budget = 3;
        config.cluster.shield_cost_cap_usd_per_hour = 4;
        config.environment.min_replicas = 2;
        config.environment.max_replicas = 8;
        Shield shield(config);
        std::uint64_t n = 0;
        const auto draw = [&](int below) {
            return static_cast<int>(draw_bits(7, DrawStream::random_policy, 0, n++) %
                                    static_cast<std::uint64_t>(below));
        };
        Allocation now{3, 3};
        int changes = 0;
        for (int i = 0; i < 20000; ++i) {
            auto in = input(now, {draw(30) - 10, draw(30) - 10}, 10.0 * i, draw(1000));
            in.fallback = Allocation{draw(30), draw(30)};
            const Allocation next = shield.judge(in).allowed;
            for (const auto& [before, after] :
                 {std::pair{now.replicas_gpu, next.replicas_gpu}, {now.replicas_cpu, next.replicas_cpu}}) {
                if (before == after) continue;
                ++changes;
                QVERIFY(after >= 2 && after <= 8);
                QVERIFY(std::abs(after - before) <= 2 || before < 2 || before > 8);
            }
            const auto cost = [](Allocation a) { return a.replicas_gpu * 0.526 + a.replicas_cpu * 0.17; };
            QVERIFY(cost(next) <= std::max(4.0, cost(now)) + 1e-9);
            shield.executed(in.time_s, now, next);
            now = next;
        }
        QVERIFY(changes > 100);
    }
};

QTEST_APPLESS_MAIN(TestShield)
#include "tst_shield.moc"
