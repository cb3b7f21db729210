// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/environment/action.h"

using namespace trimtab;
using namespace trimtab::environment;
using cluster::Allocation;
using cluster::Placement;

class TestAction : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void tableMatchesTheSizes() {
        QCOMPARE(action_table().size(), action_sizes.size());
        for (std::size_t head = 0; head < action_sizes.size(); ++head)
            QCOMPARE(static_cast<int>(action_table()[head].values.size()), action_sizes[head]);
    }

    void resultsAreClampedToTheBounds() {
        const Action most{4, 0, Placement::prefer_cpu};
        QCOMPARE(apply_action({9, 2, Placement::balanced}, most, 1, 10),
                 (Allocation{10, 1, Placement::prefer_cpu}));
    }

    void aStaticOutsideTheBoundsStaysWhileItsDeltaIsZero() {
        const Action keep{2, 2, Placement::prefer_gpu};
        QCOMPARE(apply_action({3, 0, Placement::prefer_gpu}, keep, 1, 10),
                 (Allocation{3, 0, Placement::prefer_gpu}));
        const Action less{2, 1, Placement::prefer_gpu};
        QCOMPARE(apply_action({3, 0, Placement::prefer_gpu}, less, 1, 10).replicas_cpu, 1);
    }

    void maskForbidsWhatTheClampWouldUndo() {
        std::vector<std::uint8_t> mask(13);
        fill_action_mask({9, 1, Placement::balanced}, 1, 10, mask);
        const std::vector<std::uint8_t> expected = {1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1};
        QCOMPARE(mask, expected);
    }

    void wrongIndicesAreExplained_data() {
        QTest::addColumn<QVector<int>>("indices");
        QTest::newRow("two") << QVector<int>{2, 2};
        QTest::newRow("five") << QVector<int>{5, 2, 1};
        QTest::newRow("negative") << QVector<int>{2, -1, 1};
        QTest::newRow("placement") << QVector<int>{2, 2, 3};
    }
    void wrongIndicesAreExplained() {
        QFETCH(QVector<int>, indices);
        const auto made =
            make_action(std::span<const int>(indices.constData(), static_cast<std::size_t>(indices.size())));
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::invalid_argument);
    }

    void indicesAreTheirOwnInverse() {
        const std::array<int, 3> indices = {0, 4, 2};
        const auto made = make_action(indices);
        QVERIFY(made.has_value());
        QCOMPARE(made->indices(), indices);
        QCOMPARE(made->delta_gpu(), -2);
        QCOMPARE(made->delta_cpu(), 2);
        QCOMPARE(made->placement, Placement::prefer_cpu);
    }
};

QTEST_APPLESS_MAIN(TestAction)
#include "tst_action.moc"
