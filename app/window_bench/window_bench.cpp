// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_bench/window_bench.h"

#include <unistd.h>

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QEvent>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <algorithm>
#include <ctime>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/window_bench/chart_bench.h"
#include "app/window_bench/event_loop_probe.h"
#include "app/window_bench/open_bench.h"
#include "app/workbench_assembly.h"
#include "core/config/config_reader.h"
#include "core/runtime/jobs.h"

namespace trimtab::app {
namespace {

constexpr int timeout_ms = 120000;

/// Since the process began, from /proc: what a person waits, loading of libraries included.
double process_age_ms() {
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly)) return 0;
    const QByteArray text = stat.readAll();
    // The 22nd field; the second, in brackets, may hold spaces.
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    const double started_s = fields.value(19).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return 1000 * (static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec) - started_s);
}

double resident_mb() {
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly)) return 0;
    return statm.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

/// Notes when something has been painted for the first time. Of the whole application: a widget that is
/// covered by others is not painted itself.
class PaintWatch final : public QObject {
  public:
    bool painted = false;

  protected:
    bool eventFilter(QObject*, QEvent* event) override {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }
};

double quantile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

/// The reference experiment, long enough not to end by itself, on one thread: its core is saturated, and the
/// window has another.
Expected<config::Config> endless_config() {
    return config::parse_config(
        "environment: {extended_observation: true}\n"
        "training: {total_steps: 2000000000, n_envs: 64, threads: 1, evaluation_runs: 0}\n",
        "bench");
}

/// Steps a second of `trimtab train` with the same configuration.
Expected<double> command_line_rate(const std::string& program, double steps, const QString& dir) {
    QProcess process;
    process.start(QString::fromStdString(program),
                  {QStringLiteral("train"), QStringLiteral("--json"), QStringLiteral("--results-dir"), dir,
                   QStringLiteral("--set"), QStringLiteral("environment.extended_observation=true"),
                   QStringLiteral("--set"), QStringLiteral("training.total_steps=%1").arg(steps, 0, 'f', 0),
                   QStringLiteral("--set"), QStringLiteral("training.n_envs=64"), QStringLiteral("--set"),
                   QStringLiteral("training.threads=1"), QStringLiteral("--set"),
                   QStringLiteral("training.evaluation_runs=0")});
    run_event_loop([&] { return process.state() == QProcess::NotRunning; }, 10 * timeout_ms);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return fail(ErrorCode::internal,
                    "trimtab train: " + process.readAllStandardError().right(400).toStdString());
    const auto summary = nlohmann::json::parse(
        process.readAllStandardOutput().split('\n').value(0).toStdString(), nullptr, false);
    if (summary.is_discarded()) return fail(ErrorCode::internal, "trimtab train printed no summary");
    return summary.value("steps", 0.0) / summary.value("wall_s", 1.0);
}

class WindowBench {
  public:
    explicit WindowBench(const WindowBenchOptions& options) : options_(options) {}

    Expected<std::vector<Measurement>> run() {
        start();
        curves_move();
        if (auto watched = watch_training(); !watched) return Unexpected<Error>(watched.error());
        if (auto opened = open_things(); !opened) return Unexpected<Error>(opened.error());
        const PanZoomTimes frames = measure_million_points();
        at_most("million_points_frame_median_ms", frames.median_ms, 33);
        at_most("million_points_frame_worst_ms", frames.worst_ms, 100);
        at_most("eight_charts_core_share", measure_live_charts(10), 0.60);
        if (options_.soak_s > 0) {
            if (auto soaked = soak(); !soaked) return Unexpected<Error>(soaked.error());
        }
        return measurements_;
    }

  private:
    void at_most(const char* name, double value, double limit) {
        measurements_.push_back({name, value, limit, false});
    }
    void at_least(const char* name, double value, double limit) {
        measurements_.push_back({name, value, limit, true});
    }

    void start() {
        WorkbenchOptions options;
        options.settings_file = dir_.filePath(QStringLiteral("settings.ini")).toStdString();
        options.results_dir = dir_.filePath(QStringLiteral("rl")).toStdString();
        assembly_ = std::make_unique<WorkbenchAssembly>(options);
        PaintWatch watch;
        QCoreApplication::instance()->installEventFilter(&watch);
        assembly_->start();
        run_event_loop([&] { return watch.painted; }, timeout_ms);
        at_most("start_to_first_paint_ms", process_age_ms(), 1500);
    }

    /// From the click on the demo until rows of finished episodes have been drawn twice.
    void curves_move() {
        run_event_loop([] { return false; }, 500);
        auto* demo = assembly_->window().findChild<QAbstractButton*>(QStringLiteral("welcomeDemo"));
        int frames = 0;
        const auto connection = QObject::connect(&pump(), &ui::TelemetryPump::framed, &assembly_->window(),
                                                 [&frames] { ++frames; });
        QElapsedTimer timer;
        timer.start();
        demo->click();
        run_event_loop([&] { return frames >= 2; }, timeout_ms);
        at_most("click_to_moving_curves_ms", static_cast<double>(timer.elapsed()), 5000);
        QObject::disconnect(connection);
        stop_all();
    }

    Expected<runtime::JobId> submit_training() {
        auto config = endless_config();
        if (!config) return Unexpected<Error>(config.error());
        results::TrainingRequest request;
        request.config = std::move(*config);
        request.results_dir = dir_.filePath(QStringLiteral("rl")).toStdString();
        const runtime::JobId id = runs().submit(runtime::train_job(std::move(request), {}));
        Q_EMIT assembly_->workbench().requests.modeRequested(QStringLiteral("train"));
        Q_EMIT assembly_->workbench().requests.jobRequested(id);
        run_event_loop([&] { return pump().series(id).step() > 0; }, timeout_ms);
        return id;
    }

    Expected<void> watch_training() {
        const auto id = submit_training();
        if (!id) return Unexpected<Error>(id.error());
        std::vector<double> latencies;
        {
            const EventLoopProbe probe(runs());
            run_event_loop([] { return false; }, static_cast<int>(1000 * options_.seconds));
            latencies = probe.latencies_ms();
        }
        stop_all();
        const auto* job = runs().find(*id);
        if (!job->result->has_value()) return Unexpected<Error>(job->result->error());
        const auto& summary = std::any_cast<const results::TrainingRunResult&>(job->result->value()).summary;
        const double within = static_cast<double>(summary.steps) / summary.wall_s;
        at_most("event_loop_latency_median_ms", quantile(latencies, 0.5), 16);
        at_most("event_loop_latency_p99_ms", quantile(latencies, 0.99), 50);
        at_most("event_loop_latency_worst_ms", quantile(latencies, 1), 200);
        const auto alone = command_line_rate(options_.trimtab, within * std::min(options_.seconds, 30.0),
                                             dir_.filePath(QStringLiteral("command_line")));
        if (!alone) return Unexpected<Error>(alone.error());
        at_least("training_rate_share_of_command_line", within / *alone, 0.85);
        return {};
    }

    Expected<void> open_things() {
        const auto times = measure_openings(*assembly_, dir_.path());
        if (!times) return Unexpected<Error>(times.error());
        at_most("open_comparison_worst_ms", times->comparison_ms, 50);
        at_most("open_export_worst_ms", times->export_ms, 50);
        at_most("overlay_of_20_runs_worst_ms", times->overlay_ms, 50);
        at_most("open_million_steps_worst_ms", times->long_run_ms, 50);
        return {};
    }

    /// Growth between the end of the first fifth, when the series of episodes and steps have their full
    /// length, and the end. What may grow still is recorded history: the series of updates, a row every few
    /// thousand steps, up to their bound (TelemetryPump), and 14 bytes an episode
    /// (results::TrainingProgress).
    Expected<void> soak() {
        const auto id = submit_training();
        if (!id) return Unexpected<Error>(id.error());
        run_event_loop([] { return false; }, static_cast<int>(1000 * options_.soak_s / 5));
        const double before_mb = resident_mb();
        run_event_loop([] { return false; }, static_cast<int>(1000 * options_.soak_s * 4 / 5));
        at_most("soak_memory_growth_mb", resident_mb() - before_mb, 64);
        stop_all();
        return {};
    }

    void stop_all() {
        runs().stopAll();
        run_event_loop([this] { return !runs().busy(); }, timeout_ms);
    }

    runtime::RunService& runs() { return assembly_->workbench().runs; }
    ui::TelemetryPump& pump() { return assembly_->workbench().pump; }

    WindowBenchOptions options_;
    QTemporaryDir dir_;
    std::unique_ptr<WorkbenchAssembly> assembly_;
    std::vector<Measurement> measurements_;
};

}  // namespace

Expected<std::vector<Measurement>> run_window_bench(const WindowBenchOptions& options) {
    return WindowBench(options).run();
}

std::string window_bench_text(const std::vector<Measurement>& measurements) {
    std::string text;
    for (const Measurement& m : measurements)
        text += QString::asprintf("%-8s%-40s%10.2f   (%s %.2f)\n", m.reached() ? "ok" : "MISSED",
                                  m.name.c_str(), m.value, m.at_least ? "at least" : "at most", m.limit)
                    .toStdString();
    return text;
}

std::string window_bench_json(const std::vector<Measurement>& measurements) {
    nlohmann::ordered_json numbers;
    for (const Measurement& m : measurements)
        numbers[m.name] = {
            {"value", m.value}, {m.at_least ? "at_least" : "at_most", m.limit}, {"reached", m.reached()}};
    return nlohmann::ordered_json{{"platform", QGuiApplication::platformName().toStdString()},
                                  {"measurements", numbers}}
        .dump(2);
}

}  // namespace trimtab::app
