// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>
#include <sys/resource.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "core/base/sha256.h"
#include "core/results/atomic_file.h"
#include "core/results/metrics_line.h"
#include "core/results/run_folder.h"
#include "core/results/run_names.h"
#include "core/results/run_recorder.h"
#include "core/telemetry/metric_registry.h"

using namespace trimtab;
using namespace trimtab::results;
namespace fs = std::filesystem;
namespace metric = telemetry::metric;

namespace {

telemetry::Row episode_row(std::int64_t episode, double value, const std::string& pattern = "ramp") {
    telemetry::Row row;
    row.kind = telemetry::RowKind::episode;
    row.step = episode * 10;
    row.episode = episode;
    row.wall_s = 0.5;
    row.label = pattern;
    row.values = {{metric::episode_return, value}, {metric::episode_length, 10}};
    return row;
}

std::string read(const fs::path& file) { return read_file(file).value_or(std::string("(missing)")); }

/// Lowers the largest size of a file that this process may write, as a disk that is about to be full.
class SmallDisk {
  public:
    explicit SmallDisk(rlim_t bytes) {
        previous_ = ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &limit_);
        const rlimit small{bytes, limit_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() {
        ::setrlimit(RLIMIT_FSIZE, &limit_);
        ::signal(SIGXFSZ, previous_);
    }

  private:
    rlimit limit_{};
    void (*previous_)(int) = nullptr;
};

}  // namespace

class TestRunRecorder : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> temporary_;
    fs::path dir() const { return temporary_->path().toStdString(); }

    std::unique_ptr<RunRecorder> new_run(const config::Config& config = {}) {
        const auto folder = create_run_folder(dir(), "training");
        auto recorder = RunRecorder::create(*folder, config, "trimtab train --seed 1");
        if (!recorder) qFatal("%s", recorder.error().to_string().c_str());
        return std::move(*recorder);
    }

  private Q_SLOTS:
    void init() { temporary_ = std::make_unique<QTemporaryDir>(); }

    void runs_of_one_second_get_folders_of_their_own() {
        const std::time_t now = 1767225600;
        const auto first = create_run_folder(dir() / "new" / "deep", "training", now);
        const auto second = create_run_folder(dir() / "new" / "deep", "training", now);
        QVERIFY(first && second);
        QVERIFY(*first != *second);
        QVERIFY(QRegularExpression("^training_\\d{8}_\\d{6}$")
                    .match(QString::fromStdString(first->filename()))
                    .hasMatch());
        QCOMPARE(second->filename().string(), first->filename().string() + "_2");
    }

    void a_results_folder_that_cannot_be_made_is_a_clear_error() {
        std::ofstream(dir() / "file") << "x";
        const auto folder = create_run_folder(dir() / "file" / "rl", "training");
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, ErrorCode::io_error);
        QVERIFY(folder.error().message.find("--results-dir") != std::string::npos);
    }

    void a_row_survives_its_line() {
        auto row = episode_row(3, 0.1);
        row.label = "a \"quoted\"\nlabel";
        row.values.emplace_back(metric::latency_p95_ms, std::nan(""));
        std::string line;
        append_metrics_line(line, row);
        QCOMPARE(std::count(line.begin(), line.end(), '\n'), 1);
        const auto back = parse_metrics_line(line);
        QVERIFY(back.has_value());
        QCOMPARE(back->label, row.label);
        QCOMPARE(back->step, row.step);
        QCOMPARE(back->values.size(), row.values.size());
        std::string again;
        telemetry::Row ordered = *back;
        ordered.values = row.values;
        append_metrics_line(again, ordered);
        QCOMPARE(again, line);
        for (const auto& [id, value] : back->values)
            if (id == metric::episode_return) QCOMPARE(value, 0.1);
    }

    void rows_reach_the_file_within_a_second() {
        auto recorder = new_run();
        QVERIFY(recorder->row(episode_row(1, 2.0)));
        QTest::qWait(600);
        QVERIFY(recorder->keep_alive());
        QVERIFY(read(recorder->folder() / "metrics.jsonl").find("\"episode_return\":2") != std::string::npos);
    }

    void a_run_ends_with_a_manifest_that_hashes_every_file() {
        auto recorder = new_run();
        const fs::path folder = recorder->folder();
        QCOMPARE(open_run(folder)->state, RunState::running);
        for (int i = 1; i <= 3; ++i) QVERIFY(recorder->row(episode_row(i, i)));
        QVERIFY(recorder->checkpoint(training::CheckpointKind::best, 3, "best"));
        QVERIFY(recorder->finish(RunState::finished, "", {{"steps", 30}}));
        const auto run = open_run(folder);
        QVERIFY(run && run->problems.empty());
        QCOMPARE(run->state, RunState::finished);
        const Manifest& m = *run->manifest;
        QCOMPARE(m.command_line, std::string("trimtab train --seed 1"));
        QCOMPARE(m.artefacts.at("best_model.pt").sha256, sha256_hex("best"));
        for (const char* name : {"metrics.jsonl", "config.yaml", "training_progress.json"})
            QVERIFY(m.artefacts.count(name) == 1);
        QVERIFY(m.ended >= m.started && m.summary.at("steps") == 30);
        QVERIFY(!m.version.empty() && !m.compiler.empty() && !m.machine.at("cores").empty());
        QVERIFY(verify_artefacts(folder)->empty());
        std::ofstream(folder / "best_model.pt") << "changed";
        QCOMPARE(verify_artefacts(folder)->size(), std::size_t{1});
    }

    void a_running_run_with_an_old_heartbeat_is_dead() {
        Manifest m = new_manifest("training", "training_x");
        QCOMPARE(m.state_at(m.heartbeat + 10), RunState::running);
        QCOMPARE(m.state_at(m.heartbeat + 31), RunState::dead);
        m.state = RunState::stopped;
        QCOMPARE(m.state_at(m.heartbeat + 31), RunState::stopped);
        const auto back = decode_manifest(encode_manifest(m));
        QVERIFY(back && std::abs(back->heartbeat - m.heartbeat) < 0.002);
    }

    void training_progress_has_the_original_keys() {
        auto recorder = new_run();
        QVERIFY(recorder->row(episode_row(1, 1.5, "ramp")));
        QVERIFY(recorder->row(episode_row(2, -2, "spike")));
        QVERIFY(recorder->finish(RunState::finished, "", {}));
        const auto json = QJsonDocument::fromJson(
                              QByteArray::fromStdString(read(recorder->folder() / "training_progress.json")))
                              .object();
        QCOMPARE(json["episode_rewards"].toArray(), (QJsonArray{1.5, -2.0}));
        QCOMPARE(json["episode_lengths"].toArray(), (QJsonArray{10, 10}));
        QCOMPARE(json["episode_summaries"].toArray().at(1).toObject()["load_pattern"].toString(), "spike");
        for (const char* key : {"timestamp", "training_metrics", "agent_stats"}) QVERIFY(json.contains(key));
    }

    void resuming_cuts_the_rows_after_the_checkpoint_and_rebuilds_the_progress() {
        fs::path folder;
        {
            auto recorder = new_run();
            folder = recorder->folder();
            for (int i = 1; i <= 5; ++i) QVERIFY(recorder->row(episode_row(i, i)));
        }
        std::ofstream(folder / "metrics.jsonl", std::ios::app)
            << "{\"kind\":\"epis";  // killed in the middle of a line
        QVERIFY(read_metrics(folder)->torn_end);
        {
            auto recorder = RunRecorder::resume(folder, {}, 3, 30);
            QVERIFY(recorder.has_value());
            QCOMPARE((*recorder)->progress().episode_rewards(), (std::deque<double>{1, 2, 3}));
            QVERIFY((*recorder)->row(episode_row(4, 40)));
            QVERIFY((*recorder)->finish(RunState::finished, "", {}));
        }
        const auto rows = read_metrics(folder)->rows;
        QCOMPARE(rows.size(), std::size_t{4});
        for (const auto& [id, value] : rows[3].values)
            if (id == metric::episode_return) QCOMPARE(value, 40.0);
        QCOMPARE(open_run(folder)->manifest->resumed, 1);
        QCOMPARE(open_run(folder)->manifest->command_line, std::string("trimtab train --seed 1"));
    }

    void resuming_behind_the_end_of_the_rows_is_refused() {
        auto recorder = new_run();
        const fs::path folder = recorder->folder();
        QVERIFY(recorder->row(episode_row(1, 1)));
        recorder.reset();
        const auto resumed = RunRecorder::resume(folder, {}, 2, 20);
        QVERIFY(!resumed);
        QCOMPARE(resumed.error().code, ErrorCode::parse_error);
        QCOMPARE(read_metrics(folder)->rows.size(), std::size_t{1});
    }

    void a_run_is_written_by_one_process_at_a_time() {
        auto recorder = new_run();
        const auto second = RunRecorder::resume(recorder->folder(), {}, 0, 0);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::conflict);
    }

    void only_the_newest_checkpoints_are_kept() {
        config::Config config;
        config.training.keep_checkpoints = 2;
        auto recorder = new_run(config);
        for (const int episode : {9, 10, 100, 20})
            QVERIFY(recorder->checkpoint(training::CheckpointKind::episode, episode, "x"));
        for (const auto& [name, kept] :
             std::map<std::string, bool>{{"9", false}, {"10", false}, {"20", true}, {"100", true}})
            QCOMPARE(fs::exists(recorder->folder() / ("model_episode_" + name + ".pt")), kept);
    }

    void a_full_disk_is_an_error_and_the_last_good_files_stay() {
        auto recorder = new_run();
        const fs::path folder = recorder->folder();
        QVERIFY(recorder->checkpoint(training::CheckpointKind::last, 1, "good checkpoint"));
        QVERIFY(recorder->row(episode_row(1, 1)));
        QVERIFY(recorder->checkpoint(training::CheckpointKind::last, 1, "good checkpoint"));
        const std::string good_rows = read(folder / "metrics.jsonl");
        {
            const SmallDisk disk(2000);
            const auto written =
                recorder->checkpoint(training::CheckpointKind::last, 2, std::string(5000, 'x'));
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::io_error);
            QVERIFY(written.error().message.find("free some space") != std::string::npos);
            Expected<void> row;
            for (int i = 2; i < 5000 && row; ++i) row = recorder->row(episode_row(i, i));
            QVERIFY(!row);
        }
        QCOMPARE(read(folder / "last.pt"), std::string("good checkpoint"));
        QCOMPARE(read(folder / "metrics.jsonl"), good_rows);
        for (const auto& entry : fs::directory_iterator(folder))
            QVERIFY(!entry.path().filename().string().starts_with('.'));
        QVERIFY(recorder->finish(RunState::failed, "the disk is full", {}));
        QCOMPARE(open_run(folder)->state, RunState::failed);
        QVERIFY(open_run(folder)->problems.front().find("the disk is full") != std::string::npos);
    }

    void a_device_without_room_leaves_the_old_file() {
        if (!fs::exists("/dev/full")) QSKIP("this system has no /dev/full");
        QVERIFY(write_file_atomically(dir() / "a.json", "old"));
        fs::create_symlink("/dev/full", dir() / ".a.json.tmp");
        const auto written = write_file_atomically(dir() / "a.json", "new");
        QVERIFY(!written);
        QVERIFY(written.error().message.find("No space left") != std::string::npos);
        QCOMPARE(read(dir() / "a.json"), std::string("old"));
        QVERIFY(!fs::exists(dir() / ".a.json.tmp"));
    }
};

QTEST_GUILESS_MAIN(TestRunRecorder)
#include "tst_run_recorder.moc"
