// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_surface.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLegend>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QPainter>
#include <QPixmap>
#include <QValueAxis>
#include <cmath>
#include <utility>
#include <vector>

#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

constexpr double band_height = 14;

/// The largest of 1, 2, 5 times a power of ten that still gives about `ticks` intervals.
double niceInterval(double range, int ticks) {
    if (!(range > 0)) return 1;
    const double raw = range / ticks;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    const double lead = raw / power;
    return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
}

QString labelFormat(double interval, double largest) {
    if (largest >= 1e9 || (largest > 0 && largest < 1e-4)) return QStringLiteral("%.3g");
    const int decimals = interval >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(interval) - 1e-9));
    return QStringLiteral("%.%1f").arg(std::min(decimals, 6));
}

void setNiceRange(QValueAxis& axis, double minimum, double maximum, int ticks, bool whole = false) {
    double interval = niceInterval(maximum - minimum, ticks);
    if (whole) interval = std::max(1.0, interval);
    // Whichever comes first is drawn with the other's old value: a wide range with a small interval would
    // make millions of ticks.
    if (interval > axis.tickInterval()) axis.setTickInterval(interval);
    axis.setRange(minimum, maximum);
    axis.setTickInterval(interval);
    axis.setLabelFormat(labelFormat(interval, std::max(std::abs(minimum), std::abs(maximum))));
}

}  // namespace

struct PlotSurface::State {
    struct Curve {
        CurveStyle style;
        Segments segments;
    };
    QGraphicsScene scene;
    QChart* chart = nullptr;  // owned by the scene; lays out and draws the axes, never a curve
    QLineSeries* anchor = nullptr;
    QValueAxis* x = nullptr;
    QValueAxis* y = nullptr;
    QLogValueAxis* logY = nullptr;
    bool logarithmic = false;
    bool whole = false;
    QPointF minimum{0, 0};
    QPointF maximum{1, 1};
    QRectF plot;
    std::vector<Curve> curves;
    QList<ChartBand> bands;
    QList<ChartLevel> levels;
    bool laidOut = false;
    int indent = 0;  // added to what the numbers of y take
    QPixmap axes;    // null: to be drawn
    QPixmap frame;   // axes and curves; null: to be drawn

    [[nodiscard]] PixelMap pixelMap() const { return {plot, minimum, maximum, logarithmic}; }
    [[nodiscard]] QAbstractAxis* yAxis() const { return logarithmic ? static_cast<QAbstractAxis*>(logY) : y; }
};

PlotSurface::PlotSurface(QWidget* parent) : QWidget(parent), state_(std::make_unique<State>()) {
    state_->chart = new QChart;
    state_->chart->setMargins({0, 0, 0, 0});
    state_->chart->layout()->setContentsMargins(0, 0, 0, 0);
    state_->chart->setBackgroundRoundness(0);
    state_->chart->setAnimationOptions(QChart::NoAnimation);
    state_->chart->legend()->setVisible(false);
    state_->chart->setLocalizeNumbers(true);
    state_->x = new QValueAxis(state_->chart);
    state_->y = new QValueAxis(state_->chart);
    state_->logY = new QLogValueAxis(state_->chart);
    state_->logY->setBase(10);
    state_->logY->setMinorTickCount(-1);
    for (QValueAxis* axis : {state_->x, state_->y}) axis->setTickType(QValueAxis::TicksDynamic);
    state_->anchor = new QLineSeries(state_->chart);
    state_->chart->addSeries(state_->anchor);
    state_->chart->addAxis(state_->x, Qt::AlignBottom);
    state_->chart->addAxis(state_->y, Qt::AlignLeft);
    state_->anchor->attachAxis(state_->x);
    state_->anchor->attachAxis(state_->y);
    state_->scene.addItem(state_->chart);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setXRange(0, 1);
    setYRange(0, 1);
    restyle();
}

PlotSurface::~PlotSurface() = default;

int PlotSurface::addCurve(const CurveStyle& style) {
    state_->curves.push_back({style, {}});
    return static_cast<int>(state_->curves.size()) - 1;
}

void PlotSurface::clearCurves() {
    state_->curves.clear();
    curvesChanged();
}

void PlotSurface::setCurve(int curve, const Segments& segments) {
    state_->curves[static_cast<std::size_t>(curve)].segments = segments;
    curvesChanged();
}

void PlotSurface::setCurveColor(int curve, const QColor& color) {
    state_->curves[static_cast<std::size_t>(curve)].style.color = color;
    curvesChanged();
}

void PlotSurface::setBands(const QList<ChartBand>& bands) {
    if (bands == state_->bands) return;
    state_->bands = bands;
    curvesChanged();
}

void PlotSurface::setLevels(const QList<ChartLevel>& levels) {
    if (levels == state_->levels) return;
    state_->levels = levels;
    curvesChanged();
}

void PlotSurface::setTitles(const QString& xTitle, const QString& yTitle) {
    state_->x->setTitleText(xTitle);
    state_->y->setTitleText(yTitle);
    state_->logY->setTitleText(yTitle);
    axesChanged();
}

void PlotSurface::setXRange(double minimum, double maximum) {
    if (minimum == state_->minimum.x() && maximum == state_->maximum.x() && state_->laidOut) return;
    state_->minimum.setX(minimum);
    state_->maximum.setX(maximum);
    setNiceRange(*state_->x, minimum, maximum, std::max(2, width() / 110));
    axesChanged();
}

void PlotSurface::setYRange(double minimum, double maximum) {
    if (minimum == state_->minimum.y() && maximum == state_->maximum.y() && state_->laidOut) return;
    state_->minimum.setY(minimum);
    state_->maximum.setY(maximum);
    if (state_->logarithmic)
        state_->logY->setRange(minimum, maximum);
    else
        setNiceRange(*state_->y, minimum, maximum, std::max(2, height() / 50), state_->whole);
    axesChanged();
}

void PlotSurface::setNumbersShown(bool shown) {
    if (shown == state_->x->labelsVisible()) return;
    for (QAbstractAxis* axis :
         {static_cast<QAbstractAxis*>(state_->x), static_cast<QAbstractAxis*>(state_->y),
          static_cast<QAbstractAxis*>(state_->logY)}) {
        axis->setLabelsVisible(shown);
        axis->setTitleVisible(shown);
    }
    axesChanged();
}

void PlotSurface::setWholeNumbers(bool whole) {
    state_->whole = whole;
    setNiceRange(*state_->y, state_->minimum.y(), state_->maximum.y(), std::max(2, height() / 50), whole);
    axesChanged();
}

void PlotSurface::setLogarithmic(bool logarithmic) {
    if (logarithmic == state_->logarithmic) return;
    QAbstractAxis* old = state_->yAxis();
    state_->logarithmic = logarithmic;
    state_->anchor->detachAxis(old);
    state_->chart->removeAxis(old);
    state_->chart->addAxis(state_->yAxis(), Qt::AlignLeft);
    state_->anchor->attachAxis(state_->yAxis());
    axesChanged();
}

void PlotSurface::restyle() {
    const ThemeColors& colors = themeColors();
    state_->chart->setBackgroundBrush(colors.base);
    state_->chart->setBackgroundPen(Qt::NoPen);
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.9);
    for (QAbstractAxis* axis :
         {static_cast<QAbstractAxis*>(state_->x), static_cast<QAbstractAxis*>(state_->y),
          static_cast<QAbstractAxis*>(state_->logY)}) {
        axis->setLabelsFont(small);
        axis->setTitleFont(small);
        axis->setLabelsColor(colors.mutedText);
        axis->setTitleBrush(colors.mutedText);
        axis->setGridLineColor(tint(colors.border, 0.6));
        axis->setLinePenColor(colors.border);
    }
    axesChanged();
}

void PlotSurface::axesChanged() {
    state_->laidOut = false;
    state_->axes = {};
    curvesChanged();
}

void PlotSurface::curvesChanged() {
    state_->frame = {};
    update();
}

void PlotSurface::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // How many ticks there is room for.
    setNiceRange(*state_->x, state_->minimum.x(), state_->maximum.x(), std::max(2, width() / 110));
    if (!state_->logarithmic)
        setNiceRange(*state_->y, state_->minimum.y(), state_->maximum.y(), std::max(2, height() / 50),
                     state_->whole);
    axesChanged();
    layOut();
}

void PlotSurface::layOut() {
    if (state_->laidOut || size().isEmpty()) return;
    state_->laidOut = true;
    state_->chart->resize(size());
    state_->scene.setSceneRect(QRectF(QPointF(), QSizeF(size())));
    state_->chart->layout()->activate();
    const QRectF plot = state_->chart->mapToScene(state_->chart->plotArea()).boundingRect();
    if (std::exchange(state_->plot, plot) != plot) Q_EMIT plotRectChanged();
}

void PlotSurface::drawAxes() {
    state_->axes = QPixmap(size() * devicePixelRatioF());
    state_->axes.setDevicePixelRatio(devicePixelRatioF());
    state_->axes.fill(themeColors().base);
    QPainter painter(&state_->axes);
    state_->scene.render(&painter, QRectF(QPointF(), QSizeF(size())), state_->scene.sceneRect());
}

void PlotSurface::drawFrame() {
    if (state_->axes.isNull()) drawAxes();
    const ThemeColors& colors = themeColors();
    state_->frame = state_->axes;
    QPainter painter(&state_->frame);
    painter.setFont(font());
    painter.setClipRect(state_->plot.adjusted(-1, -1, 1, 1));
    for (const ChartBand& band : state_->bands) {
        const double left = toPixel({band.from, 1}).x();
        const QRectF box(left, state_->plot.top(), toPixel({band.to, 1}).x() - left, band_height);
        painter.fillRect(box, band.color);
        painter.setPen(colors.text);
        if (painter.fontMetrics().horizontalAdvance(band.text) + 4 < box.width())
            painter.drawText(box, Qt::AlignCenter, band.text);
    }
    for (const ChartLevel& level : state_->levels) {
        const double y = toPixel({state_->minimum.x(), level.y}).y();
        painter.setPen(QPen(colors.mutedText, 1, Qt::DashLine));
        painter.drawLine(QPointF(state_->plot.left(), y), QPointF(state_->plot.right(), y));
        painter.drawText(QPointF(state_->plot.left() + 4, y - 3), level.text);
    }
    const PixelMap map = state_->pixelMap();
    for (const bool above : {false, true})
        for (const State::Curve& curve : state_->curves)
            if (curve.style.above == above) paintCurve(painter, curve.style, curve.segments, map);
}

void PlotSurface::paintEvent(QPaintEvent*) {
    layOut();
    if (state_->frame.isNull() || state_->frame.deviceIndependentSize() != QSizeF(size())) drawFrame();
    QPainter painter(this);
    painter.drawPixmap(0, 0, state_->frame);
}

double PlotSurface::ownLeft() {
    layOut();
    return state_->plot.left() - state_->indent;
}

void PlotSurface::alignLeft(double left) {
    const int indent = std::max(0, static_cast<int>(std::lround(left - ownLeft())));
    if (indent == state_->indent) return;
    state_->indent = indent;
    state_->chart->setMargins({indent, 0, 0, 0});
    axesChanged();
    layOut();
}

QRectF PlotSurface::plotRect() {
    layOut();
    return state_->plot;
}

QPointF PlotSurface::toPixel(QPointF value) const { return state_->pixelMap().toPixel(value); }
QPointF PlotSurface::toValue(QPointF pixel) const { return state_->pixelMap().toValue(pixel); }

}  // namespace trimtab::ui
