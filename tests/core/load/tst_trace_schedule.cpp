// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <numeric>
#include <set>

#include "core/load/load_pattern.h"
#include "core/load/trace_schedule.h"

using namespace trimtab;
using config::LoadConfig;
using config::TracePart;
using load::LoadKind;
using load::Trace;

namespace {

/// 1000 s whose value is the second.
Trace counting(LoadKind kind = LoadKind::open) {
    Trace trace;
    trace.kind = kind;
    trace.step_s = 10;
    trace.format = "csv";
    for (int i = 0; i < 100; ++i) trace.values.push_back(i * 10);
    return trace;
}

Trace flat(LoadKind kind, double value, std::size_t seconds) {
    Trace trace;
    trace.kind = kind;
    trace.values.assign(seconds, value);
    return trace;
}

}  // namespace

class TraceScheduleTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void parts_are_cut_by_time_and_do_not_overlap() {
        LoadConfig config;
        const auto range = [&config](TracePart part) {
            config.trace_part = part;
            const auto r = load::trace_range(config, counting()).value();
            return std::pair(r.begin_s, r.end_s);
        };
        QCOMPARE(range(TracePart::all), std::pair(0, 1000));
        QCOMPARE(range(TracePart::train), std::pair(0, 600));
        QCOMPARE(range(TracePart::validation), std::pair(600, 800));
        QCOMPARE(range(TracePart::test), std::pair(800, 1000));
        config.trace_train_share = 0.8;
        config.trace_validation_share = 0.5;
        QVERIFY(!load::trace_range(config, counting()));
        config.trace_validation_share = 0.2;
        config.trace_part = TracePart::test;
        QVERIFY(!load::trace_range(config, counting()));
    }

    void the_seed_picks_the_offset_within_the_part() {
        LoadConfig config;
        config.trace_part = TracePart::validation;
        std::set<double> firsts;
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            const auto schedule = load::schedule_from_trace(config, counting(), seed, 100).value();
            QCOMPARE(schedule.values.size(), std::size_t{100});
            QVERIFY(schedule.values.front() >= 600 && schedule.values.back() < 800);
            QCOMPARE(schedule.values, load::schedule_from_trace(config, counting(), seed, 100)->values);
            firsts.insert(schedule.values.front());
        }
        QVERIFY(firsts.size() > 5);
        QCOMPARE(load::schedule_from_trace(config, counting(), 3, 200)->values.front(), 600.0);
        QVERIFY(!load::schedule_from_trace(config, counting(), 3, 201));
    }

    void amplitude_multiplies() {
        LoadConfig config;
        config.trace_amplitude = 0.25;
        QCOMPARE(load::schedule_from_trace(config, flat(LoadKind::open, 10, 5), 1, 5)->values,
                 std::vector<double>(5, 2.5));
        QCOMPARE(load::schedule_from_trace(config, flat(LoadKind::closed, 10, 5), 1, 5)->values,
                 std::vector<double>(5, 3.0));
        config.trace_amplitude = 1e9;
        QVERIFY(!load::schedule_from_trace(config, flat(LoadKind::open, 10, 5), 1, 5));
    }

    void thinning_keeps_the_share_and_splits_at_random_data() {
        QTest::addColumn<double>("rate");
        QTest::newRow("each request drawn") << 40.5;
        QTest::newRow("normal approximation") << 5000.0;
    }
    void thinning_keeps_the_share_and_splits_at_random() {
        QFETCH(double, rate);
        LoadConfig config;
        config.trace_keep_share = 0.3;
        const auto kept =
            load::schedule_from_trace(config, flat(LoadKind::open, rate, 4000), 1, 4000)->values;
        const double mean = std::accumulate(kept.begin(), kept.end(), 0.0) / 4000;
        double squares = 0;
        for (const double k : kept) squares += (k - mean) * (k - mean);
        const double variance = rate * 0.3 * 0.7;
        QVERIFY(std::abs(mean - 0.3 * rate) < 4 * std::sqrt(variance / 4000));
        QVERIFY(std::abs(squares / 4000 / variance - 1) < 0.1);
        QCOMPARE(kept, load::schedule_from_trace(config, flat(LoadKind::open, rate, 4000), 1, 4000)->values);
        QVERIFY(kept != load::schedule_from_trace(config, flat(LoadKind::open, rate, 4000), 2, 4000)->values);
    }

    void a_user_is_kept_or_not_for_the_whole_episode() {
        LoadConfig config;
        config.trace_keep_share = 0.5;
        const auto kept = load::schedule_from_trace(config, flat(LoadKind::closed, 200, 50), 1, 50)->values;
        QVERIFY(std::abs(kept.front() - 100) < 30);
        QCOMPARE(kept, std::vector<double>(50, kept.front()));
    }

    void what_was_used_can_be_told() {
        LoadConfig config;
        config.trace = "day.csv";
        config.trace_part = TracePart::test;
        config.trace_amplitude = 1.5;
        config.trace_keep_share = 0.5;
        Trace trace = counting();
        trace.comments = "licence: CC0-1.0\n";
        const auto text = load::describe_trace(config, trace).value();
        for (const char* part : {"day.csv", "csv", "req/s", "test", "800", "1.5", "50 %", "CC0-1.0"})
            QVERIFY2(text.find(part) != std::string::npos, text.c_str());
    }

    void a_changed_file_is_read_again() {
        QTemporaryDir folder;
        LoadConfig config;
        config.trace = (folder.path() + "/a.csv").toStdString();
        QVERIFY(!load::make_schedule(config, "trace", 1, 2));
        std::ofstream(config.trace) << "t_s,rps\n0,1\n1,1\n";
        QCOMPARE(load::make_schedule(config, "trace", 1, 2)->values, (std::vector<double>{1, 1}));
        std::ofstream(config.trace) << "t_s,rps\n0,7\n1,7\n";
        std::filesystem::last_write_time(
            config.trace, std::filesystem::file_time_type::clock::now() + std::chrono::hours(1));
        QCOMPARE(load::make_schedule(config, "trace", 1, 2)->values, (std::vector<double>{7, 7}));
    }
};

QTEST_APPLESS_MAIN(TraceScheduleTest)
#include "tst_trace_schedule.moc"
