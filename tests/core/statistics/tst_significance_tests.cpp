// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>
#include <numeric>

#include "core/statistics/mann_whitney.h"
#include "core/statistics/t_test.h"
#include "core/statistics/wilcoxon_signed_rank.h"
#include "tests/core/statistics/golden_case.h"

using namespace trimtab;
using namespace trimtab::statistics;
using Sample = std::vector<double>;

class TestSignificanceTests : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void agree_with_scipy_data() {
        QTest::addColumn<QString>("name");
        const GoldenCase golden("significance_tests");
        for (const auto& [name, samples] : golden.input.items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    void agree_with_scipy() {
        QFETCH(QString, name);
        const GoldenCase golden("significance_tests");
        const auto& input = golden.input[name.toStdString()];
        const auto& expected = golden.expected[name.toStdString()];
        const auto first = input["first"].get<Sample>();
        const auto second = input["second"].get<Sample>();

        const auto welch = welch_t_test(first, second);
        QVERIFY(agrees(welch->statistic, expected["welch"]["statistic"]));
        QVERIFY(agrees(welch->degrees_of_freedom.value(), expected["welch"]["df"]));
        QVERIFY(agrees(welch->p_value, expected["welch"]["p"], 1e-8));

        const auto difference = welch_interval(first, second);
        QVERIFY(agrees(difference->interval->low, expected["welch"]["low"], 1e-8));
        QVERIFY(agrees(difference->interval->high, expected["welch"]["high"], 1e-8));

        const auto ranks = mann_whitney_u(first, second);
        QCOMPARE(ranks->statistic, expected["mann_whitney"]["statistic"].get<double>());
        QVERIFY(agrees(ranks->p_value, expected["mann_whitney"]["p"], 1e-8));

        if (!expected.contains("wilcoxon")) return;
        Sample differences(first.size());
        std::transform(first.begin(), first.end(), second.begin(), differences.begin(), std::minus<>());
        const auto student = one_sample_t_test(differences);
        QVERIFY(agrees(student->statistic, expected["one_sample_t"]["statistic"]));
        QVERIFY(agrees(student->p_value, expected["one_sample_t"]["p"], 1e-8));
        const auto interval = student_interval(differences);
        QVERIFY(agrees(interval->interval->low, expected["one_sample_t"]["low"], 1e-8));
        QVERIFY(agrees(interval->interval->high, expected["one_sample_t"]["high"], 1e-8));
        const auto signed_rank = wilcoxon_signed_rank(differences);
        QCOMPARE(signed_rank->statistic, expected["wilcoxon"]["statistic"].get<double>());
        QVERIFY(agrees(signed_rank->p_value, expected["wilcoxon"]["p"], 1e-8));
    }

    void the_exact_method_is_for_few_values_without_ties() {
        QCOMPARE(mann_whitney_u(Sample{1, 2, 3}, Sample{4, 5, 6})->method, std::string("exact"));
        QCOMPARE(mann_whitney_u(Sample{1, 2, 3}, Sample{3, 5, 6})->method, std::string("asymptotic"));
        QVERIFY(agrees(mann_whitney_u(Sample{1, 2, 3}, Sample{4, 5, 6})->p_value, 2.0 / 20.0));
        QCOMPARE(wilcoxon_signed_rank(Sample{1, 2, 3, 4, 5})->p_value, 0.0625);
        QCOMPARE(wilcoxon_signed_rank(Sample{1, 2, 0, 4, 5})->method, std::string("asymptotic"));
    }

    void an_exact_test_of_very_many_values_stays_a_probability() {
        Sample many(5000);
        std::iota(many.begin(), many.end(), 0.5);
        const auto middle = mann_whitney_u(Sample{1, 5000, 2000, 3000, 1500, 3500, 2500, 2600}, many);
        QCOMPARE(middle->method, std::string("exact"));
        QVERIFY(middle->p_value > 0.5 && middle->p_value <= 1);
        const auto low = mann_whitney_u(Sample{-1, -2, -3, -4, -5, -6, -7, -8}, many);
        QVERIFY(low->p_value > 0 && low->p_value < 1e-20);
    }

    void samples_that_a_test_cannot_use_are_errors() {
        QVERIFY(!welch_t_test(Sample{1}, Sample{1, 2}));
        QCOMPARE(welch_t_test(Sample{3, 3}, Sample{3, 3}).error().code, ErrorCode::numeric_error);
        QVERIFY(!one_sample_t_test(Sample{2, 2, 2}));
        QVERIFY(!mann_whitney_u(Sample{}, Sample{1}));
        QVERIFY(!mann_whitney_u(Sample(20, 1.0), Sample(20, 1.0)));
        QVERIFY(!mann_whitney_u(Sample{NAN}, Sample{1}));
        QVERIFY(!wilcoxon_signed_rank(Sample{0, 0, 0}));
    }

    void one_value_gives_no_interval_and_says_so() {
        const auto one = student_interval(Sample{5.0});
        QCOMPARE(one->value, 5.0);
        QVERIFY(!one->interval);
        QVERIFY(!one->no_interval.empty());
        QVERIFY(!welch_interval(Sample{5.0}, Sample{1, 2})->interval);
    }
};

QTEST_APPLESS_MAIN(TestSignificanceTests)
#include "tst_significance_tests.moc"
