// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QList>
#include <QObject>
#include <QPointer>

namespace trimtab::ui {

class TimeChart;

/// Charts that have long series to read take turns: one curve an event, so that the window answers in between
/// however many charts a run of a million steps is shown in. GUI thread.
class ReadingTurns final : public QObject {
    Q_OBJECT

  public:
    /// The application's.
    static ReadingTurns& instance();

    /// Has no effect for a chart that waits already.
    void add(TimeChart* chart);

  protected:
    void timerEvent(QTimerEvent* event) override;

  private:
    QList<QPointer<TimeChart>> waiting_;
    QBasicTimer timer_;
};

}  // namespace trimtab::ui
