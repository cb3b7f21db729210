// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "core/training/training_state.h"

using namespace trimtab;
using namespace trimtab::training;

class TestTrainingState : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void a_state_survives_its_text_bit_for_bit() {
        TrainingState state;
        state.seed = ~0ULL;
        state.steps = 1LL << 40;
        state.episodes = 12;
        state.updates = 3;
        state.rows = 456;
        state.best_return = 0.1 + 0.2;
        state.wall_s = 1e-300;
        state.positions = {{7, {1, 2, 0, 4, 4, 2}}, {8, {}}};
        const auto read = decode_state(encode_state(state), 3);
        QVERIFY(read.has_value());
        QCOMPARE(read->seed, state.seed);
        QCOMPARE(read->steps, state.steps);
        QCOMPARE(read->rows, state.rows);
        QVERIFY(read->best_return == state.best_return && read->wall_s == state.wall_s);
        QCOMPARE(read->positions.size(), std::size_t{2});
        QCOMPARE(read->positions[0].k, std::int64_t{7});
        QVERIFY(read->positions[0].actions == state.positions[0].actions);
        QVERIFY(std::isnan(decode_state(encode_state(TrainingState{}), 3)->best_return));
    }

    void damaged_text_is_an_error_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << "";
        QTest::newRow("another format") << "something-else 1 2 3";
        QTest::newRow("cut off") << "trimtab-training-state-1\n1 2 3";
        QTest::newRow("negative steps") << "trimtab-training-state-1\n1 -2 3 4 5 6 7 8 9 10\n0\n";
        QTest::newRow("too many environments")
            << "trimtab-training-state-1\n1 2 3 4 5 6 7 8 9 10\n99999999999\n";
        QTest::newRow("half an action") << "trimtab-training-state-1\n1 2 3 4 5 6 7 8 9 10\n1\n0 2 1 1\n";
        QTest::newRow("missing actions") << "trimtab-training-state-1\n1 2 3 4 5 6 7 8 9 10\n1\n0 3 1 1\n";
    }
    void damaged_text_is_an_error() {
        QFETCH(QString, text);
        const auto read = decode_state(text.toStdString(), 3);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::parse_error);
    }
};

QTEST_APPLESS_MAIN(TestTrainingState)
#include "tst_training_state.moc"
