// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <fstream>

#include "core/results/atomic_file.h"
#include "core/results/sweep_reading.h"
#include "core/results/sweep_report.h"
#include "core/results/sweep_session.h"

using namespace trimtab;
using namespace trimtab::results;

/// A sweep as the window reads it: from its folder, and from its file.
class TestSweepReading : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        std::ofstream(root() / "a.yaml") << "agent:\n  gamma: 0.9\n";
        std::ofstream(root() / "s.yaml") << "sweep:\n  configs: [a.yaml]\n  seeds: 1..3\n"
                                            "grid:\n  agent.num_layers: [1, 2]\n";
    }

    void a_plan_without_a_run_is_all_pending() {
        const auto reading = read_sweep_plan(root() / "s.yaml", root() / "rl");
        QVERIFY2(reading.has_value(), reading ? "" : reading.error().to_string().c_str());
        QCOMPARE(reading->planned, 6);
        QCOMPARE(reading->finished, 0);
        QVERIFY(!reading->result);
        QVERIFY(reading->comparison.empty());
        QCOMPARE(reading->folder, root() / "rl" / "sweep_s");
        QCOMPARE(reading->runs.rows.size(), std::size_t(6));
        QCOMPARE(cell(*reading, 0, "state"), std::string("pending"));
        QCOMPARE(cell(*reading, 5, "agent.num_layers"), std::string("2"));
        QVERIFY(!is_sweep_folder(reading->folder));
    }

    void folder_and_file_say_the_same() {
        collect();
        const auto by_file = read_sweep_plan(root() / "s.yaml", root() / "rl");
        const auto by_folder = read_sweep(sweep() / "");
        QVERIFY2(by_folder.has_value(), by_folder ? "" : by_folder.error().to_string().c_str());
        QVERIFY(by_file.has_value());
        for (const SweepReading& reading : {*by_file, *by_folder}) {
            QCOMPARE(reading.name, std::string("s"));
            QCOMPARE(reading.planned, 6);
            QCOMPARE(reading.finished, 5);
            QCOMPARE(reading.failed, 1);
            QVERIFY(reading.result.has_value());
            QCOMPARE(reading.trainings[1], std::string("training_1"));
            QCOMPARE(cell(reading, 5, "error"), std::string("out of \"memory\", twice\nand again"));
            QCOMPARE(cell(reading, 5, "state"), std::string("failed"));
        }
        QCOMPARE(report_to_text(sweep_report(*by_folder->result, "p")),
                 report_to_text(sweep_report(*by_file->result, "p")));
    }

    void the_result_survives_its_document() {
        const std::string written = collect();
        const auto read = sweep_from_json(written);
        QVERIFY(read.has_value());
        QCOMPARE(read->best, std::optional<int>(0));  // in the order of the document
        QCOMPARE(sweep_to_json(*read), written);
    }

    void a_run_that_has_ended_since_is_seen() {
        collect();
        auto keys = training::plan_keys(plan());
        SweepRowRecord record = *read_sweep_row(sweep(), keys->back());
        record.state = SweepRowState::finished;
        QVERIFY(write_sweep_row(sweep(), record).has_value());
        const auto reading = read_sweep(sweep());
        QCOMPARE(reading->finished, 6);
        QCOMPARE(reading->result->finished, 5);  // as it was collected
    }

    void rows_without_a_table_are_listed() {
        collect();
        std::filesystem::remove(sweep() / "sweep_table.csv");
        const auto reading = read_sweep(sweep());
        QVERIFY(reading.has_value());
        QCOMPARE(reading->planned, 6);
        QCOMPARE(reading->failed, 1);
    }

    void the_comparison_is_found_where_it_exists() {
        collect();
        std::ofstream(sweep() / "comparison.json") << R"({"signature":"x","folder":"comparison_1"})";
        QVERIFY(read_sweep(sweep())->comparison.empty());
        std::filesystem::create_directory(sweep() / "comparison_1");
        QCOMPARE(read_sweep(sweep())->comparison, sweep() / "comparison_1");
        std::ofstream(sweep() / "comparison.json") << R"({"signature":"x","folder":"../rl"})";
        QVERIFY(read_sweep(sweep())->comparison.empty());
    }

    void damaged_documents_are_told_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("table of something else") << "sweep_table.csv" << QByteArray("t_s,rps\n0,1\n");
        QTest::newRow("cut table") << "sweep_table.csv" << QByteArray("row,key,state,a\n0,1\n");
        QTest::newRow("cut result") << "sweep_result.json" << QByteArray("{\"sweep\":");
        QTest::newRow("another result") << "sweep_result.json" << QByteArray("{\"sweep\": 3}");
    }
    void damaged_documents_are_told() {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        collect();
        std::ofstream(sweep() / name.toStdString()) << text.toStdString();
        const auto reading = read_sweep(sweep());
        QVERIFY(!reading.has_value());
        QCOMPARE(reading.error().code, ErrorCode::parse_error);
        QVERIFY(reading.error().to_string().find(name.toStdString()) != std::string::npos);
    }

    void a_folder_without_a_sweep_is_told() {
        QVERIFY(!is_sweep_folder(root()));
        QCOMPARE(read_sweep(root()).error().code, ErrorCode::not_found);
    }

  private:
    std::filesystem::path root() const { return folder_->path().toStdString(); }
    std::filesystem::path sweep() const { return root() / "rl" / "sweep_s"; }
    training::SweepPlan plan() const {
        return *training::SweepPlan::make(*training::read_sweep_file(root() / "s.yaml"));
    }
    static std::string cell(const SweepReading& reading, std::size_t row, const std::string& column) {
        const auto it = std::ranges::find(reading.runs.header, column);
        return reading.runs.rows[row][static_cast<std::size_t>(it - reading.runs.header.begin())].text;
    }

    /// Five of six rows finished and one failed; returns sweep_result.json.
    std::string collect() const {
        const auto sweep_plan = plan();
        const auto keys = *training::plan_keys(sweep_plan);
        std::vector<SweepRowRecord> records;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            SweepRowRecord record;
            record.key = keys[i];
            record.training = "training_" + std::to_string(i);
            record.state = i == 5 ? SweepRowState::failed : SweepRowState::finished;
            if (i == 5) record.error = "out of \"memory\", twice\nand again";
            record.scores["episode_return"] = static_cast<double>(i % 2) + 0.01 * static_cast<double>(i);
            if (!write_sweep_row(sweep(), record)) qFatal("cannot write a row");
            records.push_back(record);
        }
        if (!write_sweep_result(sweep_plan, records, sweep())) qFatal("cannot write the result");
        std::string text = *read_file(sweep() / sweep_result_file);
        text.pop_back();
        return text;
    }

    std::unique_ptr<QTemporaryDir> folder_;
};

QTEST_GUILESS_MAIN(TestSweepReading)
#include "tst_sweep_reading.moc"
