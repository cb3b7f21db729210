// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_overlay.h"

#include <QPainter>
#include <algorithm>

#include "ui/settings/theme.h"

namespace trimtab::ui {

ChartOverlay::ChartOverlay(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
}

void ChartOverlay::setPlotRect(const QRectF& rect) {
    plot_ = rect;
    update();
}

void ChartOverlay::setCrosshair(std::optional<double> x, const QString& heading,
                                const QList<CrosshairReading>& readings) {
    if (!x && !crosshair_) return;
    crosshair_ = x;
    heading_ = heading;
    readings_ = readings;
    update();
}

void ChartOverlay::setZoomRect(const QRectF& rect) {
    zoom_ = rect;
    update();
}

void ChartOverlay::setBadge(const QString& text) {
    if (text == badge_) return;
    badge_ = text;
    update();
}

void ChartOverlay::setEmptyHint(const QString& text) {
    if (text == emptyHint_) return;
    emptyHint_ = text;
    update();
}

void ChartOverlay::setEvents(const QList<std::pair<double, QString>>& events) {
    if (events == events_) return;
    events_ = events;
    update();
}

void ChartOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeColors& colors = themeColors();
    painter.setFont(font());
    for (const auto& [x, text] : events_) {
        if (x < plot_.left() || x > plot_.right()) continue;
        painter.setPen(QPen(colors.mutedText, 1, Qt::DotLine));
        painter.drawLine(QPointF(x, plot_.top()), QPointF(x, plot_.bottom()));
        // Below the strip of bands.
        painter.drawText(QRectF(x + 3, plot_.top() + 16, plot_.width(), plot_.height()), Qt::AlignLeft, text);
    }
    if (!emptyHint_.isEmpty()) {
        painter.setPen(colors.mutedText);
        painter.drawText(plot_, Qt::AlignCenter | Qt::TextWordWrap, emptyHint_);
    }
    if (!badge_.isEmpty()) {
        const QRectF text = painter.fontMetrics().boundingRect(badge_);
        const QRectF box(plot_.right() - text.width() - 16, plot_.bottom() - text.height() - 10,
                         text.width() + 12, text.height() + 6);
        painter.setPen(colors.border);
        painter.setBrush(colors.raised);
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(colors.warning);
        painter.drawText(box, Qt::AlignCenter, badge_);
    }
    if (zoom_.isValid()) {
        painter.setPen(QPen(colors.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(zoom_.intersected(plot_));
    }
    if (crosshair_ && *crosshair_ >= plot_.left() && *crosshair_ <= plot_.right()) {
        painter.setPen(QPen(colors.mutedText, 1, Qt::DashLine));
        painter.drawLine(QPointF(*crosshair_, plot_.top()), QPointF(*crosshair_, plot_.bottom()));
        paintReadings(painter);
    }
}

void ChartOverlay::paintReadings(QPainter& painter) const {
    if (readings_.isEmpty()) return;
    const ThemeColors& colors = themeColors();
    const QFontMetricsF metrics(painter.font());
    double width = metrics.horizontalAdvance(heading_);
    for (const CrosshairReading& reading : readings_)
        width = std::max(width,
                         metrics.horizontalAdvance(reading.name + QStringLiteral("  ") + reading.value) + 14);
    const double line = metrics.height();
    QRectF box(*crosshair_ + 8, plot_.top() + 4, width + 12,
               line * static_cast<double>(readings_.size() + 1) + 8);
    if (box.right() > plot_.right()) box.moveRight(*crosshair_ - 8);
    painter.setPen(colors.border);
    painter.setBrush(colors.raised);
    painter.drawRoundedRect(box, 3, 3);
    double y = box.top() + 4 + metrics.ascent();
    painter.setPen(colors.mutedText);
    painter.drawText(QPointF(box.left() + 6, y), heading_);
    for (const CrosshairReading& reading : readings_) {
        y += line;
        painter.fillRect(QRectF(box.left() + 6, y - metrics.ascent() / 2 - 1, 8, 3), reading.color);
        painter.setPen(colors.text);
        painter.drawText(QPointF(box.left() + 20, y), reading.name);
        painter.drawText(QPointF(box.right() - 6 - metrics.horizontalAdvance(reading.value), y),
                         reading.value);
    }
}

}  // namespace trimtab::ui
