// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/agent/policy_factory.h"
#include "core/config/config_reader.h"
#include "core/environment/make_environment.h"
#include "core/training/episode_player.h"
#include "core/training/hand_played_episode.h"

using namespace trimtab;
using namespace trimtab::training;

namespace {

config::Config shortConfig() {
    config::Config config = *config::profile_defaults("default");
    config.environment.baseline = config::BaselineTable::published;
    return config;
}

HandPlayedEpisode begun(std::uint64_t seed = 3) {
    auto environment = environment::make_environment(shortConfig());
    return std::move(*HandPlayedEpisode::begin(std::move(*environment), {seed, "spike"}));
}

constexpr environment::Action up{3, 2, cluster::Placement::prefer_gpu};
constexpr environment::Action keep{2, 2, cluster::Placement::balanced};

}  // namespace

class TestHandPlayedEpisode : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void it_plays_to_the_end_and_then_refuses() {
        HandPlayedEpisode episode = begun();
        while (!episode.over()) QVERIFY(episode.step(keep));
        QCOMPARE(static_cast<int>(episode.steps().size()), episode.step_count());
        const auto refused = episode.step(keep);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.find("over") != std::string::npos);
    }

    void a_step_that_is_taken_back_leaves_no_trace() {
        HandPlayedEpisode plain = begun(), wavering = begun();
        QVERIFY(!wavering.undo());
        for (int i = 0; i < 4; ++i) {
            QVERIFY(plain.step(keep));
            QVERIFY(wavering.step(up));
            QVERIFY(wavering.undo());
            QVERIFY(wavering.step(keep));
        }
        QCOMPARE(wavering.episode_return(), plain.episode_return());
        QCOMPARE(wavering.now().observation(), plain.now().observation());
        wavering.restart();
        QVERIFY(wavering.steps().empty());
        QCOMPARE(wavering.now().observation(), begun().now().observation());
    }

    void the_score_is_what_was_seen_while_playing() {
        HandPlayedEpisode episode = begun();
        while (!episode.over()) QVERIFY(episode.step(episode.steps().size() % 2 == 0 ? up : keep));
        const auto score = score_hand_played(episode);
        QVERIFY(score);
        QCOMPARE(score->episode_return, episode.episode_return());
        QCOMPARE(static_cast<int>(score->steps.size()), episode.step_count());
    }

    void advice_without_a_word_is_what_the_policy_itself_would_have_played_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"rule", "static-gpu"}) QTest::newRow(name) << QString::fromLatin1(name);
    }
    void advice_without_a_word_is_what_the_policy_itself_would_have_played() {
        QFETCH(QString, name);
        const auto policy = agent::make_policy(name.toStdString(), shortConfig());
        QVERIFY(policy);
        HandPlayedEpisode episode = begun();
        const auto advice = advise(**policy, episode.states(), episode.episode());
        QVERIFY(advice);
        const auto player = (*policy)->clone();
        auto state = episode.now().clone();
        player->begin_episode(*state, episode.episode().seed);
        QVERIFY(agent::play_step(*player, *state));
        QVERIFY(advice->allocation == state->info().executed);
        // The person's own episode has not moved.
        QVERIFY(episode.steps().empty());
        QCOMPARE(episode.now().info().step, 0);
    }

    void the_planner_promises_at_least_what_the_rule_gets_from_here() {
        config::Config config = shortConfig();
        config.policies.planner_beam = 4;
        const auto planner = agent::make_policy("planner", config);
        QVERIFY(planner);
        HandPlayedEpisode episode = begun();
        while (static_cast<int>(episode.steps().size()) < episode.step_count() - 2)
            QVERIFY(episode.step(keep));
        const auto advice = advise(**planner, episode.states(), episode.episode());
        QVERIFY(advice);
        QVERIFY(advice->clairvoyant);
        QVERIFY(std::isfinite(advice->reward));
    }

    void a_stop_withdraws_the_question() {
        RunControl control;
        control.request_stop();
        const auto policy = agent::make_policy("rule", shortConfig());
        HandPlayedEpisode episode = begun();
        const auto advice = advise(**policy, episode.states(), episode.episode(), StopToken(control));
        QVERIFY(!advice);
        QVERIFY(advice.error().code == ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestHandPlayedEpisode)
#include "tst_hand_played_episode.moc"
