// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/reading_turns.h"

#include "ui/charts/time_chart.h"

namespace trimtab::ui {

ReadingTurns& ReadingTurns::instance() {
    static ReadingTurns turns;
    return turns;
}

void ReadingTurns::add(TimeChart* chart) {
    if (waiting_.contains(chart)) return;
    waiting_.append(chart);
    timer_.start(0, this);
}

void ReadingTurns::timerEvent(QTimerEvent*) {
    // Each chart is brought to its end before the next: the first is complete while the others still wait.
    const QPointer<TimeChart> chart = waiting_.isEmpty() ? nullptr : waiting_.first();
    if (chart.isNull() || !chart->readInTurn()) waiting_.removeOne(chart);
    if (waiting_.isEmpty()) timer_.stop();
}

}  // namespace trimtab::ui
