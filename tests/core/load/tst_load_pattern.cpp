// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>

#include "core/load/load_pattern.h"

using namespace trimtab;
using config::LoadConfig;
using config::LoadJitter;
using config::LoadProfile;
using load::LoadKind;

namespace {

QVector<double> at(const load::LoadSchedule& schedule, const std::vector<int>& seconds) {
    QVector<double> values;
    for (const int t : seconds) values.push_back(schedule.at(t));
    return values;
}

load::LoadSchedule schedule(const LoadConfig& config, const std::string& pattern, std::uint64_t seed,
                            int duration_s = 300) {
    return load::make_schedule(config, pattern, seed, duration_s).value();
}

}  // namespace

/// SIMULATOR 3 and 9: users at given seconds.
class LoadPatternTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void golden_users_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<int>("jitter");
        QTest::addColumn<QVector<double>>("users");
        const int none = static_cast<int>(LoadJitter::none), mild = static_cast<int>(LoadJitter::mild);
        QTest::newRow("canonical ramp")
            << "ramp" << none << QVector<double>{10, 15, 19, 28, 33, 40, 51, 55, 60, 73, 73, 78, 85, 100};
        QTest::newRow("canonical spike")
            << "spike" << none
            << QVector<double>{10, 10, 10, 10, 10, 100, 100, 100, 100, 100, 10, 10, 10, 10};
        QTest::newRow("canonical periodic")
            << "periodic" << none
            << QVector<double>{10, 15, 29, 69, 87, 100, 75, 55, 35, 12, 12, 23, 55, 100};
        QTest::newRow("seed 1 ramp") << "ramp" << mild << QVector<double>{10, 10, 14, 23, 28, 36, 47,
                                                                          52, 57, 71, 71, 76, 84, 99};
        QTest::newRow("seed 1 spike")
            << "spike" << mild << QVector<double>{10, 10, 10, 10, 10, 93, 93, 93, 93, 93, 10, 10, 10, 10};
        QTest::newRow("seed 1 periodic")
            << "periodic" << mild << QVector<double>{10, 15, 27, 61, 76, 87, 67, 50, 32, 11, 11, 19, 45, 87};
        QTest::newRow("seed 1 random")
            << "random" << mild << QVector<double>{25, 25, 25, 25, 51, 51, 51, 62, 62, 62, 62, 30, 30, 30};
    }
    void golden_users() {
        QFETCH(QString, pattern);
        QFETCH(int, jitter);
        QFETCH(QVector<double>, users);
        LoadConfig config;
        config.jitter = static_cast<LoadJitter>(jitter);
        const auto made = schedule(config, pattern.toStdString(), 1);
        QCOMPARE(made.values.size(), std::size_t{300});
        QVERIFY(made.kind == LoadKind::closed);
        QCOMPARE(at(made, {0, 15, 30, 60, 75, 100, 135, 150, 165, 209, 210, 225, 250, 299}), users);
    }

    void day_is_a_working_day_in_an_hour_data() {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<QVector<double>>("users");
        QTest::newRow("seed 1") << quint64{1}
                                << QVector<double>{10, 10, 76, 59, 172, 159, 167, 83, 12, 10, 10, 87, 10};
        QTest::newRow("seed 5000") << quint64{5000}
                                   << QVector<double>{10, 10, 12, 87, 133, 121, 119, 88, 10, 80, 10, 10, 10};
    }
    void day_is_a_working_day_in_an_hour() {
        QFETCH(quint64, seed);
        QFETCH(QVector<double>, users);
        std::vector<int> seconds;
        for (int t = 0; t < 3600; t += 300) seconds.push_back(t);
        seconds.push_back(3599);
        QCOMPARE(at(schedule({}, "day", seed, 3600), seconds), users);
    }

    void wide_jitter_keeps_to_its_ranges() {
        LoadConfig config;
        config.jitter = LoadJitter::wide;
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            const auto spike = schedule(config, "spike", seed);
            const double peak = *std::max_element(spike.values.begin(), spike.values.end());
            QVERIFY(peak >= 64 && peak <= 100);
            const auto high = std::count(spike.values.begin(), spike.values.end(), peak);
            QVERIFY(high >= 59 && high <= 136);
            const auto begin =
                std::find(spike.values.begin(), spike.values.end(), peak) - spike.values.begin();
            QVERIFY(begin >= 45 && begin <= 136);
        }
    }

    void profiles_decide_about_users() {
        LoadConfig config;
        config.jitter = LoadJitter::none;
        config.profile = LoadProfile::published;
        QCOMPARE(schedule(config, "ramp", 1).values.back(), 45.0);
        QCOMPARE(schedule(config, "spike", 1).at(100), 47.0);
        QCOMPARE(schedule(config, "periodic", 1).at(100), 20.0);
        const auto random = schedule(config, "random", 3).values;
        QVERIFY(*std::max_element(random.begin(), random.end()) <= 71);

        config.profile = LoadProfile::kisim;
        config.jitter = LoadJitter::wide;
        QCOMPARE(schedule(config, "ramp", 1).values.back(), 100.0);
        QCOMPARE(at(schedule(config, "periodic", 1), {0, 25, 50, 75, 100}),
                 (QVector<double>{55, 100, 55, 10, 55}));
        const auto held = schedule(config, "random", 1).values;
        QCOMPARE(held[0], held[29]);
        QVERIFY(held[29] != held[30]);
    }

    void constant_is_users_or_a_rate() {
        LoadConfig config;
        config.constant_users = 17;
        QCOMPARE(schedule(config, "constant", 1, 5).values, std::vector<double>(5, 17.0));
        config.constant_rps = 2.5;
        const auto open = schedule(config, "constant", 1, 3);
        QVERIFY(open.kind == LoadKind::open);
        QCOMPARE(open.values, std::vector<double>(3, 2.5));
    }

    void names_stand_at_their_index() {
        QCOMPARE(load::pattern_index("ramp").value(), 0);
        QCOMPARE(load::pattern_index("random").value(), 3);
        QCOMPARE(load::pattern_index("day").value(), 5);
        QVERIFY(!load::pattern_index("sawtooth"));
    }

    void nonsense_is_refused() {
        LoadConfig config;
        QVERIFY(load::make_schedule(config, "sawtooth", 1, 300).error().message.find("ramp, spike") !=
                std::string::npos);
        QVERIFY(!load::make_schedule(config, "ramp", 1, 0));
        config.max_users = 5;
        QVERIFY(!load::make_schedule(config, "ramp", 1, 300));
        config.max_users = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(!load::make_schedule(config, "ramp", 1, 300));
    }
};

QTEST_APPLESS_MAIN(LoadPatternTest)
#include "tst_load_pattern.moc"
