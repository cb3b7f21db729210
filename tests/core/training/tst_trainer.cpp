// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "core/agent/checkpoint.h"
#include "tests/core/training/training_fakes.h"

using namespace trimtab;
using namespace trimtab::training;
using namespace trimtab::training_fakes;

namespace {

std::size_t count(const MemoryOutput& output, telemetry::RowKind kind) {
    std::size_t n = 0;
    for (const auto& row : output.rows) n += row.kind == kind ? 1 : 0;
    return n;
}

/// Runs a setup to its end.
TrainingSummary train(TrainerSetup setup, MemoryOutput& output) {
    Trainer trainer(std::move(setup), output);
    auto summary = trainer.run({});
    if (!summary) qFatal("%s", summary.error().to_string().c_str());
    return *summary;
}

double value_of(const telemetry::Row& row, int id) {
    for (const auto& [metric, value] : row.values)
        if (metric == id) return value;
    return std::nan("");
}

}  // namespace

class TestTrainer : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void a_run_does_its_steps_and_ends_with_checkpoints() {
        MemoryOutput output;
        const auto summary = train(tiny_setup(), output);
        QVERIFY(summary.finished);
        QCOMPARE(summary.steps, std::int64_t{512});
        QCOMPARE(summary.updates, std::int64_t{8});
        QCOMPARE(count(output, telemetry::RowKind::update), std::size_t{8});
        QCOMPARE(static_cast<std::int64_t>(count(output, telemetry::RowKind::episode)), summary.episodes);
        QVERIFY(output.episode_checkpoints.count(summary.episodes) == 1);
        QVERIFY(agent::decode_checkpoint(output.best, "best").has_value());
        QVERIFY(agent::decode_checkpoint(output.last, "last").has_value());
    }

    void the_agent_learns_the_better_action() {
        auto setup = tiny_setup(4, 4096);
        MemoryOutput output;
        const auto summary = train(setup, output);
        QVERIFY2(summary.best_return > 0.8, qPrintable(QString::number(summary.best_return)));
    }

    void step_rows_are_of_environment_0_only() {
        MemoryOutput output;
        train(tiny_setup(), output);
        QCOMPARE(count(output, telemetry::RowKind::step), std::size_t{512 / 4});
        std::int64_t last_step = 0;
        double time = 0;
        for (const auto& row : output.rows) {
            if (row.kind != telemetry::RowKind::step) continue;
            QCOMPARE(row.step, last_step + 4);
            last_step = row.step;
            QVERIFY(row.time_s == time + 1 || row.time_s == 1);
            time = row.time_s;
        }
    }

    void equal_runs_give_equal_rows_and_weights() {
        MemoryOutput a, b, other;
        train(tiny_setup(), a);
        train(tiny_setup(), b);
        auto setup = tiny_setup();
        setup.training.seed = 8;
        train(setup, other);
        QCOMPARE(describe(a.rows), describe(b.rows));
        QVERIFY(a.episode_checkpoints == b.episode_checkpoints);
        QVERIFY(describe(a.rows) != describe(other.rows));
    }

    void collecting_threads_do_not_change_the_result() {
        MemoryOutput one, three;
        train(tiny_setup(6), one);
        auto setup = tiny_setup(6);
        setup.training.threads = 3;
        train(setup, three);
        QCOMPARE(describe(one.rows), describe(three.rows));
        QVERIFY(one.episode_checkpoints == three.episode_checkpoints);
    }

    void writing_last_pt_more_often_does_not_change_the_result() {
        MemoryOutput seldom, often;
        train(tiny_setup(), seldom);
        auto setup = tiny_setup();
        setup.last_checkpoint_interval_s = 0;
        train(setup, often);
        QCOMPARE(describe(seldom.rows), describe(often.rows));
        QVERIFY(seldom.episode_checkpoints == often.episode_checkpoints);
    }

    void a_stopped_and_resumed_run_equals_an_uninterrupted_one_data() {
        QTest::addColumn<int>("stop_at_row");
        QTest::addColumn<double>("last_interval");
        for (const int row : {1, 30, 61, 62, 63, 100, 150, 190})
            QTest::addRow("row %d, last.pt at every boundary", row) << row << 0.0;
        QTest::addRow("row 77, last.pt only at the stop") << 77 << 1000.0;
    }
    void a_stopped_and_resumed_run_equals_an_uninterrupted_one() {
        QFETCH(int, stop_at_row);
        QFETCH(double, last_interval);
        auto setup = tiny_setup();
        setup.last_checkpoint_interval_s = last_interval;
        setup.agent.normalize_observation = true;
        MemoryOutput whole;
        train(setup, whole);

        MemoryOutput first;
        RunControl control;
        first.after_row = [&] {
            if (static_cast<int>(first.rows.size()) == stop_at_row) control.request_stop();
        };
        Trainer stopped(setup, first);
        auto summary = stopped.run(StopToken(control));
        QVERIFY2(summary, summary ? "" : summary.error().message.c_str());
        QVERIFY(!summary->finished);

        MemoryOutput second;
        Trainer resumed(setup, second);
        const auto point = resumed.resume(first.last);
        QVERIFY2(point, point ? "" : point.error().message.c_str());
        QVERIFY(point->rows <= static_cast<std::int64_t>(first.rows.size()));
        QCOMPARE(point->steps, summary->steps);
        auto end = resumed.run({});
        QVERIFY(end && end->finished);

        auto rows = describe(first.rows, static_cast<std::size_t>(point->rows));
        for (const auto& row : describe(second.rows)) rows.push_back(row);
        QCOMPARE(rows, describe(whole.rows));
        QCOMPARE(second.episode_checkpoints.rbegin()->first, whole.episode_checkpoints.rbegin()->first);
        QVERIFY(second.episode_checkpoints.rbegin()->second == whole.episode_checkpoints.rbegin()->second);
    }

    void a_paused_run_waits_gives_signs_of_life_and_goes_on_to_the_same_end() {
        MemoryOutput straight, paused;
        train(tiny_setup(), straight);
        RunControl control;
        std::size_t rows_when_paused = 0;
        int signs = 0;
        QElapsedTimer whole, pause;
        double pause_s = 0;
        paused.after_row = [&] {
            if (paused.rows.size() == 50) control.set_paused(true);
        };
        paused.on_keep_alive = [&] {
            if (!control.paused()) return;
            if (++signs == 1) rows_when_paused = paused.rows.size();
            if (signs == 2) pause.start();
            if (signs < 3) return;
            pause_s = static_cast<double>(pause.nsecsElapsed()) * 1e-9;
            control.set_paused(false);
        };
        whole.start();
        auto summary = Trainer(tiny_setup(), paused).run(StopToken(control));
        const double whole_s = static_cast<double>(whole.nsecsElapsed()) * 1e-9;
        QVERIFY(summary && summary->finished);
        QCOMPARE(signs, 3);
        QVERIFY(rows_when_paused >= 50 && rows_when_paused < 60);
        QVERIFY(summary->wall_s <= whole_s - pause_s);
        QCOMPARE(describe(paused.rows), describe(straight.rows));
    }

    void a_run_can_be_stopped_many_times() {
        const auto setup = tiny_setup(3, 600);
        MemoryOutput whole;
        train(setup, whole);
        std::vector<std::string> rows;
        std::string last, final_weights;
        for (int part = 0; part < 60 && final_weights.empty(); ++part) {
            MemoryOutput output;
            RunControl control;
            output.after_row = [&] {
                if (output.rows.size() == 17U + static_cast<std::size_t>(part)) control.request_stop();
            };
            Trainer trainer(setup, output);
            if (!last.empty()) {
                const auto point = trainer.resume(last);
                QVERIFY(point);
                rows.resize(static_cast<std::size_t>(point->rows));
            }
            auto summary = trainer.run(StopToken(control));
            QVERIFY(summary);
            for (const auto& row : describe(output.rows)) rows.push_back(row);
            if (!output.last.empty()) last = output.last;
            if (summary->finished) final_weights = output.episode_checkpoints.rbegin()->second;
        }
        QCOMPARE(rows, describe(whole.rows));
        QVERIFY(final_weights == whole.episode_checkpoints.rbegin()->second);
    }

    void a_checkpoint_of_another_run_is_refused() {
        MemoryOutput output;
        train(tiny_setup(), output);
        auto other_seed = tiny_setup();
        other_seed.training.seed = 8;
        MemoryOutput unused;
        const auto seed = Trainer(other_seed, unused).resume(output.last);
        QVERIFY(!seed && seed.error().message.find("seed 7") != std::string::npos);
        const auto envs = Trainer(tiny_setup(5), unused).resume(output.last);
        QVERIFY(!envs && envs.error().message.find("4 environments") != std::string::npos);
        const auto weights_only = Trainer(tiny_setup(), unused).resume(output.best);
        QVERIFY(!weights_only && weights_only.error().code == ErrorCode::invalid_argument);
        const auto garbage = Trainer(tiny_setup(), unused).resume("not a checkpoint");
        QVERIFY(!garbage);
    }

    void evaluations_fire_once_where_several_multiples_were_crossed() {
        auto setup = tiny_setup();
        setup.training.evaluation_interval_episodes = 2;  // about nine episodes end in every rollout
        MemoryOutput output;
        const auto summary = train(setup, output);
        QCOMPARE(output.evaluations.size(), static_cast<std::size_t>(summary.updates));
        QCOMPARE(output.evaluations.back(), summary.episodes);
        QCOMPARE(count(output, telemetry::RowKind::evaluation), 2 * output.evaluations.size());
    }

    void best_is_the_highest_evaluation() {
        MemoryOutput output;
        const auto summary = train(tiny_setup(), output);
        double highest = -1;
        for (const auto& row : output.rows)
            if (row.kind == telemetry::RowKind::evaluation && row.label == "all")
                highest = std::max(highest, value_of(row, telemetry::metric::evaluation_return));
        QCOMPARE(summary.best_return, highest);
        const auto best = agent::decode_checkpoint(output.best, "best");
        QVERIFY(best.has_value());
    }

    void updates_after_so_many_episodes_use_a_partly_filled_buffer() {
        auto setup = tiny_setup(1, 0);
        setup.training.total_episodes = 20;
        setup.agent.buffer_size = 2048;
        setup.agent.update_interval_episodes = 5;
        MemoryOutput output;
        const auto summary = train(setup, output);
        QCOMPARE(summary.episodes, std::int64_t{20});
        QCOMPARE(summary.updates, std::int64_t{4});
    }

    void a_run_that_would_make_no_update_is_refused() {
        auto setup = tiny_setup(1, 0);
        setup.training.total_episodes = 100;
        setup.episode_steps = 10;
        setup.agent.buffer_size = 2048;
        MemoryOutput output;
        auto refused = Trainer(setup, output).run({});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::invalid_argument);
        QVERIFY(refused.error().message.find("no update") != std::string::npos);
        QVERIFY(output.rows.empty());
        auto too_short = Trainer(tiny_setup(4, 60), output).run({});
        QVERIFY(!too_short && too_short.error().message.find("60 steps") != std::string::npos);
    }

    void a_leftover_below_a_minibatch_is_collected_but_not_learnt_from() {
        MemoryOutput output;
        const auto summary = train(tiny_setup(4, 64 + 12), output);
        QCOMPARE(summary.steps, std::int64_t{76});
        QCOMPARE(summary.updates, std::int64_t{1});
        MemoryOutput larger;
        QCOMPARE(train(tiny_setup(4, 64 + 16), larger).updates, std::int64_t{2});
    }

    void a_reward_that_is_not_a_number_stops_the_run_and_keeps_the_last_checkpoint() {
        auto setup = tiny_setup();
        setup.last_checkpoint_interval_s = 0;
        setup.make_environment = [](int) -> Expected<std::unique_ptr<environment::Environment>> {
            return std::unique_ptr<environment::Environment>(std::make_unique<TinyEnvironment>(0.004));
        };
        MemoryOutput output;
        auto summary = Trainer(setup, output).run({});
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, ErrorCode::numeric_error);
        auto last = agent::decode_checkpoint(output.last, "last.pt");
        QVERIFY(last.has_value());
        std::vector<float> probabilities(5);
        last->agent.probabilities(std::vector<float>(4, 0.5F), {}, probabilities);
        for (const float p : probabilities) QVERIFY(std::isfinite(p));
    }

    void an_error_of_the_output_stops_the_run() {
        MemoryOutput output;
        output.fail_at_row = 40;
        auto summary = Trainer(tiny_setup(), output).run({});
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, ErrorCode::io_error);
        QCOMPARE(output.rows.size(), std::size_t{40});
    }

    void a_cancelled_evaluation_is_done_after_resuming() {
        auto setup = tiny_setup();
        MemoryOutput whole;
        train(setup, whole);
        RunControl control;
        auto cancelling = setup;
        cancelling.evaluate = [&](agent::PpoAgent&, StopToken) -> Expected<EvaluationResult> {
            control.request_stop();
            return fail(ErrorCode::cancelled, "stopped");
        };
        MemoryOutput first;
        auto stopped = Trainer(cancelling, first).run(StopToken(control));
        QVERIFY(stopped && !stopped->finished);
        MemoryOutput second;
        Trainer resumed(setup, second);
        const auto point = resumed.resume(first.last);
        QVERIFY(point);
        QVERIFY(resumed.run({}));
        auto rows = describe(first.rows, static_cast<std::size_t>(point->rows));
        for (const auto& row : describe(second.rows)) rows.push_back(row);
        QCOMPARE(rows, describe(whole.rows));
    }
};

QTEST_APPLESS_MAIN(TestTrainer)
#include "tst_trainer.moc"
