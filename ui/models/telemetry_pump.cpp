// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/telemetry_pump.h"

namespace trimtab::ui {

TelemetryPump::TelemetryPump(runtime::RunService& service, QObject* parent)
    : QObject(parent), service_(service) {
    timer_.setInterval(40);
    connect(&timer_, &QTimer::timeout, this, &TelemetryPump::drain);
    timer_.start();
}

LiveSeries& TelemetryPump::series(runtime::JobId job) {
    auto& series = series_[job];
    if (!series) series = std::make_unique<LiveSeries>();
    return *series;
}

void TelemetryPump::drain() {
    rows_ = service_.display().drain();
    if (rows_.empty()) return;
    for (const runtime::TelemetryMessage& message : rows_) series(message.job).accept(message.row);
    Q_EMIT framed();
}

}  // namespace trimtab::ui
