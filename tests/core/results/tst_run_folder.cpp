// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "core/results/evaluation_document.h"
#include "core/results/evaluation_folder.h"
#include "core/results/manifest.h"
#include "core/results/run_folder.h"

using namespace trimtab;
using namespace trimtab::results;
namespace fs = std::filesystem;

namespace {

/// JSON is easier to read with single quotes here.
std::string quoted(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

training::EvaluationResult two_policies() {
    training::EvaluationResult result;
    result.patterns = {"ramp", "spike"};
    result.runs = 2;
    for (const char* name : {"ppo", "static-gpu"}) {
        auto& policy = result.policies.emplace_back();
        policy.policy = name;
        policy.training_seed = 3;
        int i = 0;
        for (const char* pattern : {"ramp", "ramp", "spike", "spike"}) {
            auto& e = policy.episodes.emplace_back();
            e.pattern = pattern;
            e.seed = static_cast<std::uint64_t>(i);
            e.episode_return = 1 + i++;
            e.cost_usd = 0.25;
            e.scaling_actions = 4;
            e.latencies.add(100, 95);
            e.latencies.add(1000, 5);
        }
    }
    return result;
}

}  // namespace

class TestRunFolder : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> temporary_;
    fs::path dir() const { return temporary_->path().toStdString(); }
    fs::path folder(const std::string& name) const {
        fs::create_directories(dir() / name);
        return dir() / name;
    }

  private Q_SLOTS:
    void init() { temporary_ = std::make_unique<QTemporaryDir>(); }

    void what_is_no_run_is_said_so() {
        QCOMPARE(open_run(dir() / "none").error().code, ErrorCode::not_found);
        QCOMPARE(open_run(folder("photos")).error().code, ErrorCode::not_found);
        std::ofstream(dir() / "file") << "x";
        QCOMPARE(open_run(dir() / "file").error().code, ErrorCode::not_found);
    }

    void missing_files_are_listed_in_words() {
        const auto run = open_run(folder("training_20260101_120000"));
        QVERIFY(run.has_value());
        QCOMPARE(run->kind, std::string("training"));
        QCOMPARE(run->problems.size(), std::size_t{3});
        QCOMPARE(open_run(dir() / "training_20260101_120000/")->kind, std::string("training"));
    }

    void a_damaged_manifest_is_named_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("cut off") << QString("{\"state\": \"run");
        QTest::newRow("a list") << QString("[1, 2]");
        QTest::newRow("no state") << QString("{}");
        QTest::newRow("wrong types") << QString::fromStdString(
            quoted("{'state': 3, 'seeds': 'x', 'summary': [], 'program': 1, 'artefacts': 5}"));
    }
    void a_damaged_manifest_is_named() {
        QFETCH(QString, text);
        const auto path = folder("training_20260101_120000");
        std::ofstream(path / "manifest.json") << text.toStdString();
        const auto run = open_run(path);
        QVERIFY(run.has_value());
        QVERIFY(!run->manifest);
        QVERIFY(run->problems.front().find("manifest.json") != std::string::npos);
    }

    void strange_values_in_a_manifest_are_left_out() {
        const auto m =
            decode_manifest(quoted("{'state': 'finished', 'seeds': [1, 'x', -3], 'summary': {'a': 1, 'b': "
                                   "'c'}, 'program': 1, 'artefacts': {'f': 5}, 'started': 7}"));
        QVERIFY(m.has_value());
        QCOMPARE(m->seeds, std::vector<std::uint64_t>{1});
        QCOMPARE(m->summary.size(), std::size_t{1});
        QVERIFY(m->artefacts.empty());
    }

    void damaged_lines_of_metrics_are_left_out_and_counted() {
        const auto path = folder("training_20260101_120000");
        std::ofstream(path / "metrics.jsonl")
            << quoted("{'kind':'episode','step':10,'episode':1,'episode_return':null,'unknown_metric':4}")
            << "\n"
            << "garbage\n"
            << "[]\n\n"
            << quoted("{'kind':'update','step':20,'entropy':1.5}") << "\n"
            << quoted("{'kind':'update','step':30,'entro");
        const auto data = read_metrics(path);
        QVERIFY(data.has_value());
        QCOMPARE(data->rows.size(), std::size_t{2});
        QCOMPARE(data->damaged_lines, std::int64_t{3});
        QVERIFY(data->torn_end);
        QVERIFY(data->problems.front().find("metrics.jsonl:2") != std::string::npos);
        QVERIFY(std::isnan(data->rows[0].values.at(0).second));
        const auto updates = read_metrics(path, {telemetry::RowKind::update});
        QCOMPARE(updates->rows.size(), std::size_t{1});
    }

    void runs_are_listed_newest_first() {
        for (const char* name : {"training_20260101_120000", "evaluation_20260301_120000",
                                 "comparison_20260201_120000", "other"})
            folder(name);
        const auto runs = list_runs(dir());
        QCOMPARE(runs.size(), std::size_t{3});
        QCOMPARE(runs[0].kind, std::string("evaluation"));
        QCOMPARE(runs[2].kind, std::string("training"));
        QVERIFY(list_runs(dir() / "none").empty());
    }

    void a_folder_means_its_best_model() {
        const auto path = folder("training_20260101_120000");
        QVERIFY(!resolve_model(path));
        std::ofstream(path / "last.pt") << "x";
        QCOMPARE(resolve_model(path)->filename().string(), std::string("last.pt"));
        std::ofstream(path / "best_model.pt") << "x";
        QCOMPARE(resolve_model(path)->filename().string(), std::string("best_model.pt"));
        QCOMPARE(resolve_model(path / "last.pt")->filename().string(), std::string("last.pt"));
        QCOMPARE(resolve_model(dir() / "none.pt").error().code, ErrorCode::not_found);
    }

    void an_evaluation_survives_its_document() {
        const auto result = two_policies();
        const auto written = write_evaluation(dir(), {}, result, "trimtab evaluate");
        QVERIFY(written.has_value());
        QVERIFY(written->filename().string().starts_with("evaluation_"));
        const auto back = read_evaluation(*written);
        QVERIFY(back.has_value());
        QCOMPARE(back->patterns, result.patterns);
        QCOMPARE(back->policies.size(), std::size_t{2});
        QCOMPARE(back->policies[1].policy, std::string("static-gpu"));
        QCOMPARE(back->policies[0].episodes[3].episode_return, 4.0);
        QCOMPARE(back->policies[0].episodes[3].scaling_actions, 4);
        QVERIFY(!result.policies[0].episodes[3].latencies.empty());
        QVERIFY(back->policies[0].episodes[3].latencies.bins() ==
                result.policies[0].episodes[3].latencies.bins());
        QVERIFY(open_run(*written)->problems.empty());
        QVERIFY(verify_artefacts(*written)->empty());
    }

    void the_document_has_the_promised_keys() {
        const auto json =
            QJsonDocument::fromJson(QByteArray::fromStdString(evaluation_to_json(two_policies(), 1)))
                .object();
        const auto ramp = json["patterns"].toObject()["ramp"].toObject();
        const auto returns = ramp["episode_return"].toObject();
        QCOMPARE(returns["mean"].toDouble(), 1.5);
        QVERIFY(std::abs(returns["std"].toDouble() - std::sqrt(0.5)) < 1e-12);
        QCOMPARE(returns["min"].toDouble(), 1.0);
        QCOMPARE(returns["max"].toDouble(), 2.0);
        QVERIFY(std::abs(returns["se"].toDouble() - 0.5) < 1e-12);
        QCOMPARE(returns["n"].toInt(), 2);
        QVERIFY(std::abs(ramp["latency_p95_ms"].toDouble() / 100 - 1) < 0.01);
        QCOMPARE(ramp["cost_usd"].toDouble(), 0.25);
        QVERIFY(ramp.contains("slo_violations"));
        QCOMPARE(json["policies"].toObject()["ppo"].toObject()["episodes"].toArray().size(), 4);
    }

    void a_foreign_document_is_a_clear_error_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("a list") << QString("[]");
        QTest::newRow("no policies") << QString("{}");
        QTest::newRow("a policy that is not there")
            << QString::fromStdString(quoted("{'policy_order': ['a'], 'policies': {}}"));
        QTest::newRow("episodes of the wrong type")
            << QString::fromStdString(quoted("{'policy_order': ['a'], 'policies': {'a': {'episodes': 3}}}"));
        QTest::newRow("an episode without a pattern") << QString::fromStdString(
            quoted("{'policy_order': ['a'], 'policies': {'a': {'episodes': [{}]}}}"));
        for (const char* histogram : {"1200", "0:3", "1200:3 ", "1200:3 -1:2", "many"})
            QTest::addRow("histogram '%s'", histogram) << QString::fromStdString(quoted(
                std::string("{'policy_order': ['a'], 'policies': {'a': {'episodes': [{'pattern': 'ramp', "
                            "'latency_histogram_us': '") +
                histogram + "'}]}}}"));
    }
    void a_foreign_document_is_a_clear_error() {
        QFETCH(QString, text);
        const auto read = evaluation_from_json(text.toStdString(), "x.json");
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::parse_error);
    }

    void a_spread_of_nothing_is_nothing() {
        QVERIFY(std::isnan(spread({}).mean));
        QCOMPARE(spread({2.0}).mean, 2.0);
        QVERIFY(std::isnan(spread({2.0}).std));
    }
};

QTEST_GUILESS_MAIN(TestRunFolder)
#include "tst_run_folder.moc"
