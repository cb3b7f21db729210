// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/telemetry_pump.h"

#include <QElapsedTimer>
#include <limits>
#include <utility>

namespace trimtab::ui {
namespace {

/// What a frame may spend on new rows; after a stall the rest comes with the next frames.
constexpr qint64 frame_budget_ms = 10;
constexpr std::size_t rows_between_looks = 256;

}  // namespace

TelemetryPump::TelemetryPump(runtime::RunService& service, QObject* parent)
    : QObject(parent), service_(service) {
    timer_.setInterval(40);
    connect(&timer_, &QTimer::timeout, this, [this] { take(frame_budget_ms); });
    timer_.start();
    connect(&service_, &runtime::RunService::jobFinished, this, &TelemetryPump::thinOldRuns);
}

void TelemetryPump::thinOldRuns(runtime::JobId ended) {
    const runtime::JobStatus* job = service_.find(ended);
    if (job == nullptr || job->lane != runtime::JobLane::compute) return;
    ended_.push_back(ended);
    for (; ended_.size() > full_runs; ended_.pop_front())
        if (const auto old = series_.find(ended_.front()); old != series_.end())
            old->second->thin(thinned_buckets);
}

LiveSeries& TelemetryPump::series(runtime::JobId job) {
    auto& series = series_[job];
    if (!series) series = std::make_unique<LiveSeries>();
    return *series;
}

void TelemetryPump::drain() { take(std::numeric_limits<qint64>::max()); }

void TelemetryPump::take(qint64 budget_ms) {
    if (next_ == waiting_.size()) {
        waiting_ = service_.display().drain();
        next_ = 0;
    }
    rows_.clear();
    QElapsedTimer clock;
    clock.start();
    while (next_ < waiting_.size()) {
        rows_.push_back(std::move(waiting_[next_++]));
        series(rows_.back().job).accept(rows_.back().row);
        if (rows_.size() % rows_between_looks == 0 && clock.elapsed() >= budget_ms) break;
    }
    if (!rows_.empty()) Q_EMIT framed();
}

}  // namespace trimtab::ui
