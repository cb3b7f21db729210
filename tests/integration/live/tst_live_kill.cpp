// SPDX-License-Identifier: GPL-3.0-or-later
// SIGKILL at random moments of `trimtab control`: afterwards `control --restore` puts the replicas back, no
// count was ever outside its bounds, the journal can be read, and the audit log has every write. Ten moments;
// TRIMTAB_KILLS sets another number
// (and QTEST_FUNCTION_TIMEOUT the milliseconds that Qt allows it).
#include <QElapsedTimer>
#include <QTest>
#include <algorithm>
#include <array>

#include "core/base/seeded_draw.h"
#include "core/cluster_api/live/journal.h"
#include "tests/integration/live/kill_lane.h"

using namespace trimtab;
using cluster_api::Journal;
using tests::KillLane;

namespace {

constexpr int lanes_at_once = 10;
constexpr double early_share = 0.2;
// A session has no trend of the load, and so decides nothing, for its first 30 s.
constexpr double early_s = 30;
constexpr double late_s = 4;  // of a step a second
constexpr double patience_s = 240;

/// When a session is killed: so long after its start, or after its first write.
struct Moment {
    bool early = false;
    double after_s = 0;
};

/// The sessions of all lanes, each killed at its moment. False where one never writes.
bool kill_all(std::array<KillLane, lanes_at_once>& lanes, const std::array<Moment, lanes_at_once>& moments) {
    std::array<qsizetype, lanes_at_once> before{};
    std::array<double, lanes_at_once> kill_at_s{};
    std::array<bool, lanes_at_once> killed{};
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        before[i] = lanes[i].writes().size();
        kill_at_s[i] = moments[i].early ? moments[i].after_s : -1;
        lanes[i].startControl();
    }
    QElapsedTimer clock;
    clock.start();
    while (std::ranges::count(killed, false) > 0) {
        QTest::qWait(50);
        const double now_s = static_cast<double>(clock.elapsed()) / 1000;
        if (now_s > patience_s) return false;
        for (std::size_t i = 0; i < lanes.size(); ++i) {
            if (killed[i]) continue;
            if (kill_at_s[i] < 0 && lanes[i].writes().size() > before[i])
                kill_at_s[i] = now_s + moments[i].after_s;
            if (kill_at_s[i] < 0 || now_s < kill_at_s[i]) continue;
            lanes[i].killControl();
            killed[i] = true;
        }
    }
    return true;
}

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
        int with_other_replicas = 0;
        for (int round = 0; round < rounds; ++round) {
            std::array<Moment, lanes_at_once> chosen;
            std::array<qsizetype, lanes_at_once> before{};
            for (std::size_t i = 0; i < lanes.size(); ++i) {
                chosen[i].early = moments.next_uniform() < early_share;
                chosen[i].after_s = moments.next_uniform() * (chosen[i].early ? early_s : late_s);
                before[i] = lanes[i].writes().size();
            }
            QVERIFY2(kill_all(lanes, chosen), "a session has written nothing for minutes");
            for (std::size_t i = 0; i < lanes.size(); ++i) {
                KillLane& lane = lanes[i];
                std::vector<std::string> problems;
                const auto left = Journal(lane.journalFolder()).all(&problems);
                QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().c_str());
                if (lane.writes().size() > before[i]) ++with_writes;
                if (!left.empty()) ++with_journal;
                if (lane.moved()) {
                    ++with_other_replicas;
                    QVERIFY2(!left.empty(), "replicas were changed and no journal says so");
                }
                const std::string failed = lane.restore();
                QVERIFY2(failed.empty(), failed.c_str());
                QVERIFY2(!lane.moved(),
                         qPrintable(QStringLiteral("after a kill %1 s after %2")
                                        .arg(chosen[i].after_s)
                                        .arg(chosen[i].early ? "the start" : "the first write")));
                QVERIFY(Journal(lane.journalFolder()).all().empty());
            }
        }
        long long writes = 0;
        for (KillLane& lane : lanes) {
            const std::string wrong = lane.damage();
            QVERIFY2(wrong.empty(), wrong.c_str());
            writes += lane.writes().size();
        }
        const int kills = rounds * lanes_at_once;
        qInfo("%d kills: %d sessions had written, %d left a journal, %d other replicas; %lld writes in all",
              kills, with_writes, with_journal, with_other_replicas, writes);
        QVERIFY2(with_writes > kills / 2, "most sessions had not written when they were killed");
    }
};

QTEST_GUILESS_MAIN(TestLiveKill)
#include "tst_live_kill.moc"
