// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QTest>
#include <clocale>
#include <limits>
#include <locale>
#include <nlohmann/json.hpp>

#include "core/results/comparison.h"
#include "core/results/comparison_json.h"
#include "core/results/comparison_report.h"
#include "core/results/number_text.h"
#include "tests/core/results/made_evaluation.h"

using namespace trimtab;
using namespace trimtab::results;

namespace {

ComparisonResult full_result() {
    const auto evaluation =
        made::evaluation({{.name = "static-cpu", .level = 2, .cost_usd = 0.1, .p95_ms = 1000},
                          {.name = "best-static", .level = 4.8, .cost_usd = 0.22},
                          {.name = "ppo", .level = 5, .cost_usd = 0.18, .source = "a.pt"},
                          {.name = "planner", .level = 5.4, .clairvoyant = true}});
    ComparisonResult result = *compare(evaluation);
    result.expected_improvements = *judge_improvements(evaluation);
    return result;
}

class DecimalComma : public std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
};

}  // namespace

class TestComparisonDocuments : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void the_document_holds_every_estimate_with_its_interval() {
        const auto document = nlohmann::json::parse(comparison_to_json(full_result()));
        const auto& mean =
            document["contenders"]["ppo"]["patterns"]["all"]["episode_return"]["mean_estimate"];
        QVERIFY(mean["low"] < mean["value"] && mean["value"] < mean["high"]);
        const auto& pair = document["comparisons"][1];
        QCOMPARE(pair["policy"].get<std::string>(), std::string("ppo"));
        const auto& metric = pair["patterns"]["all"]["metrics"]["episode_return"];
        QCOMPARE(metric["verdict"].get<std::string>(), std::string("better"));
        QVERIFY(metric["difference"].contains("low"));
        QVERIFY(metric["tests"]["welch_t"]["p_holm"] >= metric["tests"]["welch_t"]["p_value"]);
        QVERIFY(document["gap_closed"][0]["share"].contains("high"));
        QVERIFY(document["contenders"]["ppo"]["return_profile"]["share"].size() == 101);
    }

    void the_report_says_what_it_rests_on() {
        const QString report = QString::fromStdString(comparison_report(full_result()));
        for (const char* part :
             {"unit of inference is the episode", "95 % intervals", "Verdicts by return", "better",
              "Expected improvements", "At equal cost", "ceiling", "share closed", "[USD]", "[ms]"})
            QVERIFY2(report.contains(part), part);
        QVERIFY(!report.contains("nan"));
    }

    void every_claim_of_better_stands_beside_an_interval() {
        const auto lines = QString::fromStdString(comparison_report(full_result())).split('\n');
        bool details = false;
        int claims = 0;
        for (const QString& line : lines) {
            details = details || line.startsWith("Paired differences");
            if (!details || !line.contains(QRegularExpression("  (better|worse)( |$)"))) continue;
            ++claims;
            QVERIFY2(line.contains(QRegularExpression("\\[-?[0-9.]+, -?[0-9.]+\\]")), qPrintable(line));
        }
        QVERIFY(claims > 4);
    }

    void a_single_run_is_reported_without_intervals() {
        const auto result = compare(made::evaluation({{.name = "a"}, {.name = "b"}}, {"ramp"}, 1));
        const QString report = QString::fromStdString(comparison_report(*result));
        QVERIFY(report.contains("not judged"));
        QVERIFY(report.contains("no interval: a single value has no spread"));
        QVERIFY(!comparison_to_json(*result).empty());
    }

    void missing_numbers_do_not_become_null() {
        auto evaluation = made::evaluation({{.name = "a"}, {.name = "b"}});
        evaluation.policies[0].episodes[0].cost_usd = std::numeric_limits<double>::quiet_NaN();
        const std::string text = comparison_to_json(*compare(evaluation));
        QVERIFY(text.find("null") == std::string::npos);
        QVERIFY(text.find("cost_usd of policy 'a' is not a number in pattern 'ramp', seed 0") !=
                std::string::npos);
        QVERIFY(comparison_report(*compare(evaluation)).find("seed 0: repeat that evaluation") !=
                std::string::npos);
    }

    void decimal_points_in_every_locale() {
        const std::string before = comparison_to_json(full_result()) + comparison_report(full_result());
        // Both of the program's locales: the C library's, where one with a comma is installed, and the
        // streams'.
        const std::locale streams = std::locale::global(std::locale(std::locale(), new DecimalComma));
        for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8"})
            if (std::setlocale(LC_ALL, name) != nullptr) break;
        const std::string after = comparison_to_json(full_result()) + comparison_report(full_result());
        std::locale::global(streams);
        std::setlocale(LC_ALL, "C");
        QCOMPARE(after, before);
    }

    void numbers_for_readers_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << "0";
        QTest::newRow("small") << 0.00123 << "0.001230";
        QTest::newRow("one") << 4.8756 << "4.876";
        QTest::newRow("hundreds") << 421.26 << "421.3";
        QTest::newRow("large") << 123456.7 << "123457";
        QTest::newRow("negative zero") << -1e-12 << "0.000000";
        QTest::newRow("nan") << std::numeric_limits<double>::quiet_NaN() << "not a number";
    }
    void numbers_for_readers() {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(number_text(value)), text);
    }
};

QTEST_APPLESS_MAIN(TestComparisonDocuments)
#include "tst_comparison_documents.moc"
