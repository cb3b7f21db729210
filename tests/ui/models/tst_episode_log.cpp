// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "core/results/metrics_line.h"
#include "core/telemetry/metric_registry.h"
#include "ui/models/live_series.h"
#include "ui/models/run_loader.h"

using namespace trimtab;
using namespace trimtab::ui;
namespace metric = trimtab::telemetry::metric;
using telemetry::RowKind;

namespace {

telemetry::Row step(std::int64_t at, double time_s, const char* pattern) {
    telemetry::Row row;
    row.kind = RowKind::step;
    row.step = at;
    row.time_s = time_s;
    row.label = pattern;
    row.values = {{metric::desired_gpu, 3}};
    return row;
}

telemetry::Row summary(RowKind kind, const char* label, int id, double value) {
    telemetry::Row row;
    row.kind = kind;
    row.step = 100;
    row.episode = 1;
    row.label = label;
    row.values = {{id, value}};
    return row;
}

}  // namespace

class TestEpisodeLog : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void an_episode_ends_where_time_goes_back() {
        EpisodeLog log;
        for (int i = 1; i <= 3; ++i) log.accept(step(64 * i, 30.0 * i, "ramp"));
        QVERIFY(log.latest() == nullptr);
        log.accept(step(256, 30, "spike"));
        QVERIFY(log.latest() != nullptr);
        QCOMPARE(log.latest()->pattern, std::string("ramp"));
        QCOMPARE(log.latest()->rows.size(), std::size_t{3});
        QCOMPARE(log.completed(), std::int64_t{1});
        QVERIFY(log.latest("spike") == nullptr);
        QVERIFY(log.find(2) != nullptr && !log.find(2)->complete);
        log.accept(summary(RowKind::episode, "spike", metric::episode_return, 1));
        QCOMPARE(log.episodes().size(), std::size_t{2});
    }

    void an_episode_with_missing_steps_is_not_shown_as_whole() {
        EpisodeLog log;
        log.accept(step(64, 30, "ramp"));
        log.accept(step(192, 90, "ramp"));
        log.accept(step(256, 30, "ramp"));
        log.accept(step(320, 60, "ramp"));
        log.accept(step(384, 30, "ramp"));
        QCOMPARE(log.latest()->number, std::int64_t{2});
        QVERIFY(log.find(1)->gap);
    }

    void only_the_newest_are_kept() {
        EpisodeLog log(4);
        for (int i = 0; i < 20; ++i) log.accept(step(i, 30, "ramp"));
        QCOMPARE(log.episodes().size(), std::size_t{4});
        QCOMPARE(log.episodes().front().number, std::int64_t{17});
        QVERIFY(log.find(3) == nullptr);
    }

    void evaluations_have_a_series_a_label_and_are_no_pattern() {
        LiveSeries series;
        series.accept(summary(RowKind::episode, "ramp", metric::episode_return, 2));
        series.accept(summary(RowKind::evaluation, "ramp", metric::evaluation_return, 3));
        series.accept(summary(RowKind::evaluation, "all", metric::evaluation_return, 4));
        QCOMPARE(series.patterns(), std::vector<std::string>{"ramp"});
        const telemetry::SeriesKey key{RowKind::evaluation, metric::evaluation_return};
        QCOMPARE(series.ofPattern("all")->snapshot(key).front().mean(), 4.0);
        QCOMPARE(series.ofPattern("ramp")->snapshot(key).front().mean(), 3.0);
    }

    void a_run_folder_is_read_and_damage_is_told() {
        QTemporaryDir dir;
        const std::filesystem::path folder =
            dir.filePath(QStringLiteral("training_20260101_120000")).toStdString();
        std::filesystem::create_directories(folder);
        std::string lines;
        for (int i = 1; i <= 5; ++i) results::append_metrics_line(lines, step(64 * i, 30.0 * i, "ramp"));
        lines += "{\"kind\": \"step\", broken\n";
        results::append_metrics_line(lines, step(384, 30, "spike"));
        std::ofstream(folder / "metrics.jsonl") << lines;
        const auto run = load_run(folder, {});
        QVERIFY2(run.has_value(), run ? "" : run.error().message.c_str());
        QCOMPARE(run->name, std::string("training_20260101_120000"));
        QCOMPARE(run->series->episodes().latest()->rows.size(), std::size_t{5});
        QVERIFY(!run->problems.empty());
        RunControl control;
        control.request_stop();
        QVERIFY(load_run(folder, StopToken(control)).error().code == ErrorCode::cancelled);
        QVERIFY(!load_run(dir.filePath(QStringLiteral("none")).toStdString(), {}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestEpisodeLog)
#include "tst_episode_log.moc"
