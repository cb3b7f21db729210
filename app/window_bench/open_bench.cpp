// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_bench/open_bench.h"

#include <QDialog>
#include <QTabWidget>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>

#include "app/window_bench/event_loop_probe.h"
#include "ui/charts/time_chart.h"
#include "ui/settings/shared_files.h"

namespace trimtab::app {
namespace {

namespace fs = std::filesystem;

constexpr int settle_ms = 3000;
constexpr int page_ms = 400;
constexpr int reading_timeout_ms = 60000;
constexpr int overlaid = 20;
constexpr std::int64_t long_run_steps = 1000000;

/// The longest wait while `work` is done and for settle_ms after it.
double worst_during(WorkbenchAssembly& assembly, const std::function<void()>& work) {
    const EventLoopProbe probe(assembly.workbench().runs);
    run_event_loop([] { return false; }, 50);
    work();
    run_event_loop([] { return false; }, settle_ms);
    return std::ranges::max(probe.latencies_ms());
}

/// The first sample folder of a kind; empty: there is none.
fs::path sample(const std::string& kind) {
    const fs::path samples = ui::sharedFile(QStringLiteral("resources/samples")).toStdString();
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(samples, error))
        if (entry.path().filename().string().starts_with(kind)) return entry.path();
    return {};
}

/// The sample training's rows again and again with rising steps, until a million.
void make_long_run(const fs::path& from, const fs::path& to) {
    fs::copy(from, to, fs::copy_options::recursive);
    std::ifstream in(from / "metrics.jsonl");
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    const std::string key = "\"step\":";
    const auto step_of = [&](const std::string& line) {
        return std::stoll(line.substr(line.find(key) + key.size()));
    };
    const std::int64_t length = lines.empty() ? long_run_steps : step_of(lines.back());
    std::ofstream out(to / "metrics.jsonl");
    for (std::int64_t base = 0; base < long_run_steps; base += std::max<std::int64_t>(1, length))
        for (const std::string& line : lines) {
            const auto at = line.find(key) + key.size();
            out << line.substr(0, at) << base + step_of(line) << line.substr(line.find(',', at)) << '\n';
        }
}

/// Up to which step the curves of Train reach.
double shown_steps(const ui::MainWindow& window) {
    double steps = 0;
    for (const auto* chart : window.findChildren<ui::TimeChart*>())
        if (chart->isVisible() && !chart->curves().empty()) steps = std::max(steps, chart->view().second);
    return steps;
}

}  // namespace

Expected<OpeningTimes> measure_openings(WorkbenchAssembly& assembly, const QString& dir) {
    const fs::path comparison = sample("comparison_"), training = sample("training_");
    if (comparison.empty() || training.empty())
        return fail(ErrorCode::not_found, "the sample results are not installed");
    const fs::path place = dir.toStdString();
    const fs::path long_run = place / "long" / "training_20260101_000000";
    std::error_code error;
    fs::create_directories(place / "many", error);
    fs::create_directories(place / "long", error);
    make_long_run(training, long_run);
    QStringList many;
    for (int i = 0; i < overlaid; ++i) {
        const fs::path copy = place / "many" / ("training_20260101_0000" + std::to_string(10 + i));
        fs::copy(training, copy, fs::copy_options::recursive, error);
        many << QString::fromStdString(copy.string());
    }

    ui::MainWindow& window = assembly.window();
    ui::OpenRequests& requests = assembly.workbench().requests;
    OpeningTimes times;
    window.showMode(QStringLiteral("compare"));
    run_event_loop([] { return false; }, settle_ms / 3);
    times.comparison_ms = worst_during(assembly, [&] {
        requests.openPath(QString::fromStdString(comparison.string()));
        auto* pages = window.findChild<QTabWidget*>(QStringLiteral("comparisonTabs"));
        run_event_loop([pages] { return pages->count() > 0; }, settle_ms);
        for (int i = 0; i < pages->count(); ++i) {
            pages->setCurrentIndex(i);
            run_event_loop([] { return false; }, page_ms);
        }
    });
    times.export_ms = worst_during(
        assembly, [&] { Q_EMIT requests.exportRequested(QString::fromStdString(comparison.string())); });
    if (auto* dialog = window.findChild<QDialog*>(QStringLiteral("exportDialog"))) dialog->close();
    times.overlay_ms = worst_during(assembly, [&] { Q_EMIT requests.comparisonRequested(many); });
    times.long_run_ms = worst_during(assembly, [&] {
        Q_EMIT requests.chartsRequested(QString::fromStdString(long_run.string()));
        run_event_loop([&] { return shown_steps(window) >= long_run_steps; }, reading_timeout_ms);
    });
    if (shown_steps(window) < long_run_steps)
        return fail(ErrorCode::internal, "the long run did not reach the charts in time");
    return times;
}

}  // namespace trimtab::app
