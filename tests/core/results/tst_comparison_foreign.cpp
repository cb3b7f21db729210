// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <fstream>

#include "core/results/comparison.h"
#include "core/results/comparison_foreign.h"
#include "tests/core/results/made_evaluation.h"

using namespace trimtab;
using namespace trimtab::results;

namespace {

std::string line(const std::string& pattern, int seed, double episode_return, const std::string& more = {}) {
    return R"({"pattern": ")" + pattern + R"(", "seed": )" + std::to_string(seed) +
           R"(, "episode_return": )" + std::to_string(episode_return) +
           R"(, "latency_p95_ms": 431.5, "throughput_rps": 27, "served_share": 1, "slo_violations": 0.1,)"
           R"( "cost_usd": 0.19, "energy_wh": 31, "scaling_actions": 4, "flaps": 0)" +
           more + "}\n";
}

}  // namespace

class TestComparisonForeign : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_recorded_policy_joins_the_comparison() {
        auto evaluation = made::evaluation({{.name = "rule", .level = 4.0}}, {"ramp"}, 12);
        std::string text;
        for (const auto& episode : evaluation.policies[0].episodes)
            text += line(
                "ramp", static_cast<int>(episode.seed), episode.episode_return + 0.5,
                R"(, "policy": "sb3", "training_seed": 7, "latency_histogram": [[100, 90], [431.5, 10]])");
        const QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "recorded.jsonl";
        std::ofstream(file) << text << "\n";
        const auto policy = read_foreign_policy(file);
        QVERIFY(policy.has_value());
        QCOMPARE(policy->policy, std::string("sb3"));
        QCOMPARE(policy->training_seed, std::uint64_t{7});
        QCOMPARE(policy->episodes[0].latencies.count(), std::uint64_t{100});
        QVERIFY(std::isnan(policy->episodes[0].gpu_share));
        evaluation.policies.push_back(*policy);
        const auto result = compare(evaluation, {.candidates = {"sb3"}});
        QVERIFY(result.has_value());
        QCOMPARE(result->pairs[0].patterns[0].verdict, Verdict::better);
        QVERIFY(std::abs(result->pairs[0].patterns[0].metrics[0].difference->value - 0.5) < 1e-4);
    }

    void other_seeds_are_not_compared() {
        auto evaluation = made::evaluation({{.name = "rule"}}, {"ramp"}, 2);
        evaluation.policies.push_back(
            *parse_foreign_policy(line("ramp", 0, 4) + line("ramp", 77, 4), "sb3.jsonl"));
        const auto result = compare(evaluation);
        QVERIFY(!result);
        QVERIFY(result.error().message.find("'rule' and 'sb3' did not meet the same episodes") !=
                std::string::npos);
    }

    void errors_name_the_line_data() {
        QTest::addColumn<QString>("second_line");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* name, const std::string& text, const char* part) {
            QTest::newRow(name) << QString::fromStdString(text) << part;
        };
        std::string good = line("ramp", 1, 4);
        const auto with = [&](const std::string& from, const std::string& to) {
            std::string text = good;
            return text.replace(text.find(from), from.size(), to);
        };
        row("not JSON", "{\"pattern\": ", "not valid JSON");
        row("NaN", with("0.19", "NaN"), "not valid JSON");
        row("no object", "[1, 2]\n", "not a JSON object");
        row("missing key", with("\"cost_usd\": 0.19, ", ""), "'cost_usd' is missing");
        row("missing count", with(", \"flaps\": 0", ""), "'flaps' is missing");
        row("text for a number", with("0.19", "\"cheap\""), "'cost_usd' is not a number");
        row("percent", with("\"served_share\": 1", "\"served_share\": 99"), "share, not percent");
        row("negative cost", with("0.19", "-1"), "cannot be negative");
        row("fractional seed", with("\"seed\": 1", "\"seed\": 1.5"), "'seed'");
        row("misspelt key", with("\"flaps\": 0", "\"flaps\": 0, \"gpu_shar\": 0.5"),
            "'gpu_shar' is not known");
        row("bad histogram", with("\"flaps\": 0", "\"flaps\": 0, \"latency_histogram\": [[1]]"),
            "latency_histogram");
        row("twice", line("ramp", 0, 3), "occurs twice");
        row("two policies", with("\"flaps\": 0", "\"flaps\": 0, \"policy\": \"b\""), "'policy' differs");
    }
    void errors_name_the_line() {
        QFETCH(QString, second_line);
        QFETCH(QString, part);
        const auto result = parse_foreign_policy(
            line("ramp", 0, 4, R"(, "policy": "a")") + second_line.toStdString(), "runs/a.jsonl");
        QVERIFY(!result);
        QCOMPARE(result.error().context, std::string("runs/a.jsonl:2"));
        QVERIFY2(result.error().message.find(part.toStdString()) != std::string::npos,
                 result.error().message.c_str());
    }

    void an_empty_or_missing_file_is_an_error() {
        QVERIFY(!parse_foreign_policy("\n\n", "a.jsonl"));
        QVERIFY(!read_foreign_policy("does/not/exist.jsonl"));
    }
};

QTEST_APPLESS_MAIN(TestComparisonForeign)
#include "tst_comparison_foreign.moc"
