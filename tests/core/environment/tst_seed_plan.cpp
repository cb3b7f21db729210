// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <map>
#include <set>

#include "core/environment/seed_plan.h"
#include "core/load/load_pattern.h"

using namespace trimtab::environment;
namespace config = trimtab::config;

class TestSeedPlan : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void referenceSeeds() {
        QCOMPARE(planned_episode(SeedUse::test, "ramp", 0).seed, 0u);
        QCOMPARE(planned_episode(SeedUse::test, "random", 199).seed, 3199u);
        QCOMPARE(planned_episode(SeedUse::test, "day", 0).seed, 5000u);
        QCOMPARE(planned_episode(SeedUse::baseline, "spike", 0).seed, 6000u);
        QCOMPARE(planned_episode(SeedUse::baseline, "day", 39).seed, 10039u);
        QCOMPARE(planned_episode(SeedUse::calibration, "ramp", 5).seed, 10005u);
    }

    void noTwoUsesOfAPatternShareASeed() {
        for (const std::string& pattern : trimtab::load::pattern_names()) {
            std::map<std::uint64_t, int> owner;
            int use_number = 0;
            for (const SeedUse use :
                 {SeedUse::test, SeedUse::baseline, SeedUse::calibration, SeedUse::validation}) {
                for (int run = 0; run < max_runs; ++run) {
                    const std::uint64_t seed = planned_episode(use, pattern, run).seed;
                    QVERIFY(seed < first_training_seed);
                    const auto [at, fresh] = owner.emplace(seed, use_number);
                    QVERIFY2(fresh || at->second == use_number, pattern.c_str());
                }
                ++use_number;
            }
            QCOMPARE(owner.size(), std::size_t(4 * max_runs));
        }
    }

    void trainingSeedsStartAtAMillionAndDependOnTheRunsSeed() {
        config::Config config;
        const EpisodePlan plan = training_plan(config);
        config.training.seed = 2;
        const EpisodePlan other = training_plan(config);
        std::set<std::uint64_t> seeds;
        for (int env = 0; env < 64; ++env)
            for (int k = 0; k < 100; ++k) {
                const std::uint64_t seed = plan(env, k).seed;
                QVERIFY(seed >= first_training_seed);
                QVERIFY(seed != other(env, k).seed);
                seeds.insert(seed);
            }
        QCOMPARE(seeds.size(), std::size_t(6400));
    }

    void trainingRotatesThePatterns() {
        const EpisodePlan plan = training_plan(config::Config{});
        QCOMPARE(plan(0, 0).pattern, std::string("ramp"));
        QCOMPARE(plan(0, 1).pattern, std::string("spike"));
        QCOMPARE(plan(1, 0).pattern, std::string("spike"));
        QCOMPARE(plan(3, 2).pattern, std::string("spike"));
    }

    void staggeredStartsAreWholeStepsOfTheFirstEpisodeOnly() {
        config::Config config;
        config.training.stagger_starts = true;
        const EpisodePlan plan = training_plan(config);
        std::set<int> offsets;
        for (int env = 0; env < 64; ++env) {
            const int offset = plan(env, 0).start_offset_s;
            QVERIFY(offset >= 0 && offset < 300 && offset % 30 == 0);
            offsets.insert(offset);
            QCOMPARE(plan(env, 1).start_offset_s, 0);
        }
        QVERIFY(offsets.size() > 5);
        QCOMPARE(training_plan(config::Config{})(5, 0).start_offset_s, 0);
    }
};

QTEST_APPLESS_MAIN(TestSeedPlan)
#include "tst_seed_plan.moc"
