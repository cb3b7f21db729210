// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/results/report_document.h"
#include "core/results/sweep_folder.h"
#include "core/results/sweep_report.h"
#include "core/results/sweep_result.h"

using namespace trimtab;
using namespace trimtab::results;

/// Records of rows and what a sweep makes of them.
class TestSweepResult : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void the_best_is_chosen_by_its_interval_and_not_by_its_maximum() {
        // Lucky: the highest single run and the highest mean, but hardly repeatable. Steady: a bit lower,
        // always.
        const auto plan = make(2, 3);
        const auto result = summarize_sweep(plan, records(plan, {{9.0, 5.0, 4.6}, {6.0, 6.1, 6.05}}));
        QVERIFY(result.has_value());
        QVERIFY(result->cases[0].overall->value > result->cases[1].overall->value);
        QCOMPARE(result->best, std::optional<int>(1));
        QCOMPARE(result->cases[0].verdict, Verdict::no_difference);
        QCOMPARE(ranked_cases(*result), (std::vector<int>{1, 0}));
        QVERIFY(!result->partial());
    }

    void a_clear_difference_is_worse() {
        const auto plan = make(2, 3);
        const auto result = summarize_sweep(plan, records(plan, {{3.0, 3.1, 2.9}, {6.0, 6.1, 6.05}}));
        QCOMPARE(result->best, std::optional<int>(1));
        QCOMPARE(result->cases[0].verdict, Verdict::worse);
        QVERIFY(result->cases[0].difference->interval->high < 0);
        // Student's interval over three values: 3 +- 4.30265 x 0.1 / sqrt 3.
        QVERIFY(std::abs(result->cases[0].overall->interval->low - (3 - 0.248414)) < 1e-5);
    }

    void lower_can_be_better() {
        const auto plan = make(2, 2, "latency_p95_ms");
        const auto result = summarize_sweep(plan, records(plan, {{300, 301}, {200, 201}}));
        QCOMPARE(result->best, std::optional<int>(1));
        QCOMPARE(result->cases[0].verdict, Verdict::worse);
    }

    void equal_seeds_are_no_difference() {
        const auto plan = make(2, 2);
        const auto result = summarize_sweep(plan, records(plan, {{4, 4}, {4, 4}}));
        QVERIFY(result->best.has_value());
        QCOMPARE(result->cases[1 - *result->best].verdict, Verdict::no_difference);
    }

    void partial_results_are_counted_as_partial() {
        const auto plan = make(3, 3);
        auto rows = records(plan, {{5, 5.1, 5.2}, {6, 6.1, 6.2}, {7, 8, 9}});
        mark(plan, rows, 0, 2, SweepRowState::failed);
        mark(plan, rows, 2, 1, SweepRowState::missing);
        mark(plan, rows, 2, 2, SweepRowState::started);
        const auto result = summarize_sweep(plan, rows);
        QVERIFY(result->partial());
        QCOMPARE(result->finished, 6);
        QCOMPARE(result->failed, 1);
        QCOMPARE(result->cases[0].seeds, 2);
        QVERIFY(!result->cases[2].overall->interval.has_value());  // one seed has no interval
        QCOMPARE(result->best, std::optional<int>(1));
        QCOMPARE(result->cases[2].verdict, Verdict::not_judged);
        QVERIFY(result->notes.front().starts_with("Partial: 6 of 9 runs are finished, 1 failed"));
    }

    void patterns_count_the_same_and_a_seed_needs_them_all() {
        const auto plan = make(1, 2, "episode_return", "[ramp, spike]");
        std::vector<SweepRowRecord> rows(4);
        for (int i = 0; i < 4; ++i) {
            const auto row = plan.row(i);
            rows[static_cast<std::size_t>(i)].state = SweepRowState::finished;
            rows[static_cast<std::size_t>(i)].scores["episode_return"] =
                (row.pattern == "ramp" ? 2.0 : 6.0) + static_cast<double>(row.seed);
        }
        const auto all = summarize_sweep(plan, rows);
        QCOMPARE(all->cases[0].overall->value, 5.5);
        QCOMPARE(all->cases[0].patterns[0]->value, 3.5);
        rows[0].state = SweepRowState::missing;
        const auto some = summarize_sweep(plan, rows);
        QCOMPARE(some->cases[0].seeds, 1);
        QCOMPARE(some->cases[0].overall->value, 6.0);
    }

    void nothing_finished_is_no_best() {
        const auto plan = make(2, 2);
        const auto result = summarize_sweep(plan, std::vector<SweepRowRecord>(4));
        QVERIFY(!result->best.has_value());
        QVERIFY(!sweep_to_json(*result).empty());
        QVERIFY(report_to_text(sweep_report(*result, "p")).find("no best configuration") !=
                std::string::npos);
    }

    void a_metric_without_better_and_worse_is_refused() {
        QVERIFY(!check_sweep_metric(make(1, 1, "gpu_share")).has_value());
        QVERIFY(!check_sweep_metric(make(1, 1, "speed")).has_value());
        QVERIFY(check_sweep_metric(make(1, 1, "cost_usd")).has_value());
    }

    void returns_under_several_rewards_are_not_comparable() {
        const auto plan = make_text(
            "sweep:\n  configs: [a.yaml]\n  seeds: 1..2\n"
            "grid:\n  environment.reward: [default, kisim]\n");
        const auto result = summarize_sweep(plan, records(plan, {{5, 5}, {6, 6}}));
        QVERIFY(!result->notes.empty());
        QVERIFY(result->notes.front().find("cannot be compared") != std::string::npos);
    }

    void json_and_csv_hold_the_same_numbers() {
        const auto plan = make(2, 3);
        const auto result = summarize_sweep(plan, records(plan, {{5, 5.1, 5.2}, {6, 6.1, 6.2}}));
        const auto document = nlohmann::json::parse(sweep_to_json(*result));
        QCOMPARE(document["best"].get<std::string>(), plan.case_at(1).name);
        QCOMPARE(document["runs"]["finished"].get<int>(), 6);
        const auto& first = document["configurations"][0];
        QCOMPARE(first["mean"]["value"].get<double>(), 6.1);
        QCOMPARE(first["mean"]["n"].get<int>(), 3);
        const QList<QByteArray> lines =
            QByteArray::fromStdString(sweep_to_csv(*result)).trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0].split(',').size(), lines[1].split(',').size());
        QVERIFY(lines[1].endsWith("best"));
    }

    void records_survive_their_file() {
        SweepRowRecord record;
        record.key = "0123456789abcdef";
        record.state = SweepRowState::failed;
        record.training = "training_20260101_120000";
        record.error = "line one\n\"two\"";
        record.failures = 2;
        record.version = "trimtab 1";
        record.scores = {{"episode_return", 0.1 + 0.2}};
        QVERIFY(write_sweep_row(root(), record).has_value());
        const auto read = read_sweep_row(root(), record.key);
        QVERIFY(read.has_value());
        QCOMPARE(read->state, record.state);
        QCOMPARE(read->error, record.error);
        QCOMPARE(read->failures, 2);
        QCOMPARE(read->scores, record.scores);
        QCOMPARE(read_sweep_row(root(), "other")->state, SweepRowState::missing);
    }

    void damaged_records_are_told_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{\"state\": ");
        QTest::newRow("other types") << QByteArray("{\"state\": 3}");
        QTest::newRow("a way out of the folder") << QByteArray(
            "{\"state\":\"started\",\"training\":\"../x\",\"error\":\"\",\"failures\":0,\"version\":"
            "\"\",\"scores\":{}}");
    }

    void damaged_records_are_told() {
        QFETCH(QByteArray, text);
        const auto folder = sweep_row_folder(root(), "damaged");
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "row.json") << text.toStdString();
        const auto read = read_sweep_row(root(), "damaged");
        QVERIFY(!read.has_value());
        QVERIFY(read.error().message.find("remove it") != std::string::npos);
    }

    void one_holder_of_a_folder_at_a_time() {
        auto first = FolderLock::take(root(), 0);
        QVERIFY(first.has_value());
        const auto second = FolderLock::take(root(), 0.1);
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().code, ErrorCode::conflict);
        { const FolderLock gone = std::move(*first); }
        QVERIFY(FolderLock::take(root(), 0).has_value());
    }

  private:
    std::filesystem::path root() const { return folder_.path().toStdString(); }

    training::SweepPlan make_text(const std::string& text) const {
        std::ofstream(root() / "a.yaml") << "agent:\n  gamma: 0.9\n";
        std::ofstream(root() / "s.yaml") << text;
        auto file = training::read_sweep_file(root() / "s.yaml");
        if (!file) qFatal("%s", file.error().to_string().c_str());
        auto plan = training::SweepPlan::make(std::move(*file));
        if (!plan) qFatal("%s", plan.error().to_string().c_str());
        return std::move(*plan);
    }

    training::SweepPlan make(int cases, int seeds, const std::string& metric = "episode_return",
                             const std::string& patterns = "[all]") const {
        std::string values;
        for (int i = 1; i <= cases; ++i) values += (i > 1 ? ", " : "") + std::to_string(i);
        return make_text("sweep:\n  configs: [a.yaml]\n  seeds: 1.." + std::to_string(seeds) +
                         "\n  metric: " + metric + "\n  patterns: " + patterns +
                         "\ngrid:\n  agent.num_layers: [" + values + "]\n");
    }

    /// Finished records with scores[case][seed - 1].
    static std::vector<SweepRowRecord> records(const training::SweepPlan& plan,
                                               const std::vector<std::vector<double>>& scores) {
        std::vector<SweepRowRecord> out(static_cast<std::size_t>(plan.rows()));
        for (int i = 0; i < plan.rows(); ++i) {
            const auto row = plan.row(i);
            out[static_cast<std::size_t>(i)].state = SweepRowState::finished;
            out[static_cast<std::size_t>(i)].scores[plan.file().metric] =
                scores[static_cast<std::size_t>(row.case_index)][row.seed - 1];
        }
        return out;
    }

    static void mark(const training::SweepPlan& plan, std::vector<SweepRowRecord>& rows, int one, int seed,
                     SweepRowState state) {
        for (int i = 0; i < plan.rows(); ++i)
            if (plan.row(i).case_index == one && plan.row(i).seed == static_cast<std::uint64_t>(seed + 1))
                rows[static_cast<std::size_t>(i)].state = state;
    }

    QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(TestSweepResult)
#include "tst_sweep_result.moc"
