// SPDX-License-Identifier: GPL-3.0-or-later
// SIGKILL at random moments of `trimtab control`: afterwards `control --restore` puts the replicas back, no
// count was ever outside its bounds, the journal can be read, and the audit log has every write. Ten moments;
// TRIMTAB_KILLS sets another number
// (and QTEST_FUNCTION_TIMEOUT the milliseconds that Qt allows it).
#include <QElapsedTimer>
#include <QTest>

#include "core/base/seeded_draw.h"
#include "core/cluster_api/live/journal.h"
#include "tests/integration/live/kill_lane.h"

using namespace trimtab;
using cluster_api::Journal;
using tests::KillLane;

namespace {

constexpr int lanes_at_once = 10;
// A session has no trend of the load, and so decides nothing, for its first 30 s.
constexpr double first_decision_s = 32;
constexpr double latest_kill_s = 45;

}  // namespace

class TestLiveKill : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void killed_at_any_moment_everything_is_put_back() {
        const int asked = qEnvironmentVariableIntValue("TRIMTAB_KILLS");
        const int rounds = ((asked > 0 ? asked : 10) + lanes_at_once - 1) / lanes_at_once;
        std::array<KillLane, lanes_at_once> lanes;
        for (KillLane& lane : lanes) QVERIFY(lane.start());
        DrawSequence moments(7, DrawStream::random_policy);
        int with_writes = 0;
        int with_journal = 0;
        for (int round = 0; round < rounds; ++round) {
            std::array<double, lanes_at_once> kill_at_s{};
            std::array<qsizetype, lanes_at_once> before{};
            for (std::size_t i = 0; i < lanes.size(); ++i) {
                const bool early = moments.next_uniform() < 0.2;
                const double u = moments.next_uniform();
                kill_at_s[i] =
                    early ? u * first_decision_s : first_decision_s + u * (latest_kill_s - first_decision_s);
                before[i] = lanes[i].writes().size();
                lanes[i].startControl();
            }
            QElapsedTimer clock;
            clock.start();
            std::array<bool, lanes_at_once> killed{};
            while (std::ranges::count(killed, false) > 0) {
                QTest::qWait(10);
                for (std::size_t i = 0; i < lanes.size(); ++i)
                    if (!killed[i] && static_cast<double>(clock.elapsed()) / 1000 >= kill_at_s[i]) {
                        lanes[i].killControl();
                        killed[i] = true;
                    }
            }
            for (std::size_t i = 0; i < lanes.size(); ++i) {
                KillLane& lane = lanes[i];
                std::vector<std::string> problems;
                const auto left = Journal(lane.journalFolder()).all(&problems);
                QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().c_str());
                if (lane.writes().size() > before[i]) ++with_writes;
                if (!left.empty()) ++with_journal;
                if (lane.moved()) QVERIFY2(!left.empty(), "replicas were changed and no journal says so");
                const std::string failed = lane.restore();
                QVERIFY2(failed.empty(), failed.c_str());
                QVERIFY2(!lane.moved(), qPrintable(QStringLiteral("after a kill at %1 s").arg(kill_at_s[i])));
                QVERIFY(Journal(lane.journalFolder()).all().empty());
            }
        }
        long long writes = 0;
        for (KillLane& lane : lanes) {
            const std::string wrong = lane.damage();
            QVERIFY2(wrong.empty(), wrong.c_str());
            writes += lane.writes().size();
        }
        qInfo("%d kills: %d sessions had written, %d left a journal; %lld writes in all",
              rounds * lanes_at_once, with_writes, with_journal, writes);
        QVERIFY2(with_writes > 0, "no session had written when it was killed: the moments are too early");
    }
};

QTEST_GUILESS_MAIN(TestLiveKill)
#include "tst_live_kill.moc"
