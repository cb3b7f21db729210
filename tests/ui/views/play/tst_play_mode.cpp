// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QtTest>

#include "tests/ui/views/workbench_fixture.h"
#include "ui/charts/figure_canvas.h"
#include "ui/views/play/move_panel.h"
#include "ui/views/play/play_mode.h"
#include "ui/views/play/play_tables.h"
#include "ui/views/play/watch_panel.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/table_view.h"

using namespace trimtab;
using namespace trimtab::ui;

namespace {

constexpr int job_ms = 120000;

}  // namespace

class TestPlayMode : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        checkpoint = bench.makeCheckpoint();
        QVERIFY(!checkpoint.isEmpty());
        mode = std::make_unique<PlayMode>(bench.workbench());
        mode->resize(1200, 700);
        mode->show();
        QVERIFY(QTest::qWaitForWindowExposed(mode.get()));
    }

    void init() {
        mode->moves().setCheckpoint(checkpoint);
        QSignalSpy started(&mode->session(), &PlaySession::started);
        QTest::mouseClick(button("playStart"), Qt::LeftButton);
        QVERIFY(started.wait(job_ms));
    }

    void every_policy_says_what_it_would_do_and_the_window_stays_free() {
        const auto& advisors = mode->session().advisors();
        QCOMPARE(advisors.size(), std::size_t(4));
        QCOMPARE(advisors.front().name, QStringLiteral("ppo"));
        QTRY_VERIFY_WITH_TIMEOUT(
            std::ranges::all_of(advisors, [](const auto& a) { return a.advice.has_value(); }), job_ms);
        for (const Advisor& advisor : advisors)
            QVERIFY2(advisor.advice->has_value(), qPrintable(advisor.name));
        QCOMPARE(advisors.front().advice->value().probabilities.size(), std::size_t(3));
        const QString text = mode->findChild<TableView*>(QStringLiteral("adviceTable"))->text();
        for (const char* name : {"ppo", "hpa", "rule", "planner (ceiling)"})
            QVERIFY2(text.contains(QLatin1String(name)), name);
    }

    void a_step_by_mouse_moves_the_cluster() {
        const auto before = mode->session().episode().now().info().executed;
        QTest::mouseClick(mode->moves().findChild<QAbstractButton*>(QStringLiteral("head0-3")),
                          Qt::LeftButton);
        QTest::mouseClick(button("playStep"), Qt::LeftButton);
        const auto& episode = mode->session().episode();
        QCOMPARE(episode.steps().size(), std::size_t(1));
        QCOMPARE(episode.now().info().executed.replicas_gpu, before.replicas_gpu + 1);
        QVERIFY(mode->findChild<FigureCanvas*>(QStringLiteral("playTimelineChart"))->hasFigure());
    }

    void the_keyboard_plays_and_undoes() {
        MovePanel& moves = mode->moves();
        QTest::keyClick(&moves, Qt::Key_Up);
        QTest::keyClick(&moves, Qt::Key_Up);
        QTest::keyClick(&moves, Qt::Key_Left);
        QTest::keyClick(&moves, Qt::Key_1);
        QVERIFY(moves.action() == (environment::Action{4, 1, cluster::Placement::prefer_gpu}));
        QTest::keyClick(&moves, Qt::Key_Space);
        QCOMPARE(mode->session().episode().steps().size(), std::size_t(1));
        const double first = mode->session().episode().episode_return();
        QTest::keyClick(&moves, Qt::Key_Space);
        QTest::keyClick(&moves, Qt::Key_Backspace);
        QCOMPARE(mode->session().episode().episode_return(), first);
        QTest::keyClick(&moves, Qt::Key_R);
        QVERIFY(mode->session().episode().steps().empty());
    }

    void the_reward_table_adds_up() {
        QTest::keyClick(&mode->moves(), Qt::Key_Space);
        const results::ReportTable table = rewardTable(mode->session());
        QCOMPARE(table.rows.size(), std::size_t(5));
        double sum = 0;
        for (std::size_t i = 0; i < 4; ++i) sum += QString::fromStdString(table.rows[i][3].text).toDouble();
        QVERIFY(std::abs(sum - mode->session().episode().steps().front().reward) < 0.003);
        QCOMPARE(observationTable(mode->session().episode().now()).rows.size(), std::size_t(10));
    }

    void the_end_gives_a_score_on_the_same_episode() {
        QSignalSpy scored(&mode->session(), &PlaySession::scored);
        while (!mode->session().episode().over()) QTest::keyClick(&mode->moves(), Qt::Key_Space);
        QVERIFY(!button("playStep")->isEnabled());
        QVERIFY(scored.wait(job_ms));
        const auto& scores = mode->session().scores();
        QCOMPARE(scores.size(), std::size_t(7));
        int persons = 0;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            if (i > 0) QVERIFY(scores[i - 1].result.episode_return >= scores[i].result.episode_return);
            QCOMPARE(scores[i].result.seed, mode->session().episode().episode().seed);
            persons += scores[i].person ? 1 : 0;
            if (scores[i].person)
                QCOMPARE(scores[i].result.episode_return, mode->session().episode().episode_return());
        }
        QCOMPARE(persons, 1);
        QTest::keyClick(&mode->moves(), Qt::Key_Backspace);
        QVERIFY(mode->session().scores().empty());
    }

    void a_broken_checkpoint_keeps_the_present_episode() {
        QTest::keyClick(&mode->moves(), Qt::Key_Space);
        mode->moves().setCheckpoint(bench.folder.filePath(QStringLiteral("missing.pt")));
        QSignalSpy failed(&mode->session(), &PlaySession::failed);
        QTest::mouseClick(button("playStart"), Qt::LeftButton);
        QVERIFY(failed.wait(job_ms));
        QCOMPARE(mode->session().episode().steps().size(), std::size_t(1));
        QVERIFY(mode->moves().findChild<InlineMessage*>()->isVisibleTo(&mode->moves()));
    }

    void a_checkpoint_can_be_watched_step_by_step() {
        QSignalSpy played(&mode->watching(), &WatchPanel::played);
        QSignalSpy asked(&bench.requests, &OpenRequests::modeRequested);
        Q_EMIT bench.requests.watchRequested(checkpoint);
        QVERIFY(played.wait(job_ms));
        QCOMPARE(asked.front().front().toString(), QStringLiteral("play"));
        const training::EpisodeResult& episode = *mode->watching().episode();
        QCOMPARE(episode.steps.size(), std::size_t(10));
        QCOMPARE(episode.steps.front().probabilities.size(), std::size_t(3));
        auto* facts = mode->watching().findChild<TableView*>(QStringLiteral("watchFacts"));
        const QString first = facts->text();
        QVERIFY2(first.contains(QStringLiteral("Value estimate")), qPrintable(first));
        mode->watching().findChild<QSlider*>(QStringLiteral("watchStep"))->setValue(5);
        QVERIFY(facts->text() != first);
    }

    void every_control_has_a_name() { QCOMPARE(namelessControls(*mode), QStringList()); }

    void cleanupTestCase() { mode.reset(); }

  private:
    QPushButton* button(const char* name) const { return mode->findChild<QPushButton*>(QLatin1String(name)); }

    WorkbenchFixture bench;
    std::unique_ptr<PlayMode> mode;
    QString checkpoint;
};

QTEST_MAIN(TestPlayMode)
#include "tst_play_mode.moc"
