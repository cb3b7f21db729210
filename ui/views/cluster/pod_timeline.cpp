// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cluster/pod_timeline.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/models/control_text.h"
#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

constexpr int row_height = 18;
constexpr int axis_height = 20;
constexpr int event_height = 14;
constexpr int name_width = 170;
constexpr int near_px = 5;
constexpr double shortest_span_s = 60;
constexpr double longest_span_s = 3600;

QBrush brushOf(const std::string& phase) {
    const ThemeColors& colors = themeColors();
    // A pattern beside the colour, so that the phases can be told apart without it.
    if (phase == "Ready") return tint(colors.good, 0.75);
    if (phase == "Starting") return {colors.accent, Qt::Dense4Pattern};
    if (phase == "Pending") return {colors.warning, Qt::BDiagPattern};
    if (phase == "Failed") return colors.danger;
    return {colors.mutedText, Qt::Dense6Pattern};
}

/// The first of 1, 2, 5, 10, 15, 30, 60 ... that leaves room between two labels.
double tickStep(double span_s, int width) {
    const double least = span_s * 70 / std::max(1, width);
    for (const double step : {10, 15, 30, 60, 120, 300, 600, 900})
        if (step >= least) return step;
    return 1800;
}

}  // namespace

PodTimeline::PodTimeline(ClusterSession& session, QWidget* parent)
    : QAbstractScrollArea(parent), session_(session) {
    setObjectName(QStringLiteral("podTimeline"));
    setAccessibleName(tr("Timeline of the pods"));
    setAccessibleDescription(tr("The table below says the same in words"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setSingleStep(row_height);
    setMinimumHeight(axis_height + event_height + 2 * row_height);
    follow();
}

void PodTimeline::follow() {
    now_s_ = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
    const int rows = static_cast<int>(session_.podHistory().tracks().size());
    const int room = viewport()->height() - axis_height - event_height;
    verticalScrollBar()->setRange(0, std::max(0, rows * row_height - room));
    verticalScrollBar()->setPageStep(std::max(1, room));
    viewport()->update();
}

double PodTimeline::xOf(double utc_s) const {
    const double width = viewport()->width() - name_width - spacing;
    return name_width + width * (1 - (now_s_ - utc_s) / span_s_);
}

int PodTimeline::rowTop(int row) const {
    return axis_height + event_height + row * row_height - verticalScrollBar()->value();
}

void PodTimeline::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), themeColors().base);
    const auto& tracks = session_.podHistory().tracks();
    painter.setClipRect(QRect(0, axis_height + event_height, viewport()->width(), viewport()->height()));
    for (int row = 0; row < static_cast<int>(tracks.size()); ++row) {
        const int top = rowTop(row);
        if (top + row_height < axis_height || top > viewport()->height()) continue;
        paintTrack(painter, tracks[static_cast<std::size_t>(row)], top);
    }
    painter.setClipping(false);
    paintAxis(painter);
    paintEvents(painter);
}

void PodTimeline::paintAxis(QPainter& painter) const {
    const ThemeColors& colors = themeColors();
    const double step = tickStep(span_s_, viewport()->width() - name_width);
    for (double at = std::floor(now_s_ / step) * step; at > now_s_ - span_s_; at -= step) {
        const int x = static_cast<int>(xOf(at));
        painter.setPen(colors.border);
        painter.drawLine(x, axis_height, x, viewport()->height());
        const QRect label(x - 40, 0, 80, axis_height);
        if (label.left() < name_width || label.right() > viewport()->width()) continue;
        painter.setPen(colors.mutedText);
        painter.drawText(label, Qt::AlignCenter, clockText(at));
    }
    painter.setPen(colors.mutedText);
    painter.drawText(QRect(spacing, 0, name_width - spacing, axis_height), Qt::AlignVCenter | Qt::AlignLeft,
                     tr("Pods"));
    painter.drawText(QRect(spacing, axis_height, name_width - spacing, event_height),
                     Qt::AlignVCenter | Qt::AlignLeft, tr("Events"));
}

void PodTimeline::paintEvents(QPainter& painter) const {
    const ThemeColors& colors = themeColors();
    const TimelineModel& model = session_.timeline();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double middle = axis_height + event_height / 2.0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const TimelineEntry& entry = model.entry(row);
        if (entry.source == TimelineEntry::Source::pod) continue;
        const double x = xOf(entry.utc_s);
        if (x < name_width) break;
        painter.setBrush(entry.warning ? colors.warning : colors.accent);
        if (entry.warning)
            painter.drawPolygon(QPolygonF{{x - 5, middle + 4}, {x + 5, middle + 4}, {x, middle - 5}});
        else
            painter.drawEllipse(QPointF(x, middle), 3.5, 3.5);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void PodTimeline::paintTrack(QPainter& painter, const PodTrack& track, int top) const {
    const ThemeColors& colors = themeColors();
    painter.setPen(track.gone ? colors.mutedText : colors.text);
    const QRect name(spacing, top, name_width - 2 * spacing, row_height);
    painter.drawText(
        name, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(QString::fromStdString(track.name), Qt::ElideMiddle, name.width()));
    const int middle = top + row_height / 2;
    const int watched = std::max(name_width, static_cast<int>(xOf(track.spans.front().from_s)));
    const int born = std::max(name_width, static_cast<int>(xOf(track.created_s)));
    painter.setPen(QPen(colors.mutedText, 1, Qt::DotLine));
    if (born < watched) painter.drawLine(born, middle, watched, middle);
    for (std::size_t i = 0; i < track.spans.size(); ++i) {
        const PodSpan& span = track.spans[i];
        const bool last = i + 1 == track.spans.size();
        // Without a gap until the next phase, and a living pod's last phase goes on.
        const double until =
            last ? (track.gone || !session_.running() ? span.until_s : now_s_) : track.spans[i + 1].from_s;
        const int left = std::max(name_width, static_cast<int>(xOf(span.from_s)));
        const int right = std::max(left + 1, static_cast<int>(xOf(until)));
        if (xOf(until) < name_width) continue;
        const QRect bar(left, top + 3, right - left, row_height - 6);
        painter.setPen(colors.border);
        painter.setBrush(brushOf(span.phase));
        painter.drawRect(bar);
    }
}

QString PodTimeline::textAt(const QPoint& place) const {
    if (place.y() < axis_height + event_height) {
        const TimelineModel& model = session_.timeline();
        QStringList lines;
        for (int row = 0; row < model.rowCount() && lines.size() < 6; ++row) {
            const TimelineEntry& entry = model.entry(row);
            if (entry.source == TimelineEntry::Source::pod ||
                std::abs(xOf(entry.utc_s) - place.x()) > near_px)
                continue;
            lines << clockText(entry.utc_s) + QLatin1Char(' ') + entry.object + QLatin1Char(' ') + entry.text;
        }
        return lines.join(QLatin1Char('\n'));
    }
    const auto& tracks = session_.podHistory().tracks();
    const int row = (place.y() - rowTop(0)) / row_height;
    if (row < 0 || row >= static_cast<int>(tracks.size())) return {};
    const PodTrack& track = tracks[static_cast<std::size_t>(row)];
    QString text = QString::fromStdString(track.name);
    for (const PodSpan& span : track.spans) {
        if (xOf(span.from_s) > place.x()) break;
        text = QString::fromStdString(track.name) + QLatin1Char('\n') +
               tr("%1 since %2").arg(podPhaseText(span.phase), clockText(span.from_s));
        if (!span.reason.empty()) text += QLatin1Char('\n') + QString::fromStdString(span.reason);
    }
    return text;
}

bool PodTimeline::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), textAt(help->pos()), viewport());
    return true;
}

void PodTimeline::wheelEvent(QWheelEvent* event) {
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    span_s_ = std::clamp(span_s_ * (event->angleDelta().y() > 0 ? 0.5 : 2), shortest_span_s, longest_span_s);
    follow();
}

void PodTimeline::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    follow();
}

}  // namespace trimtab::ui
