// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_surface.h"

#include <QChart>
#include <QChartView>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QVBoxLayout>
#include <QValueAxis>
#include <cmath>
#include <vector>

#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

/// The largest of 1, 2, 5 times a power of ten that still gives about `ticks` intervals.
double niceInterval(double range, int ticks) {
    if (!(range > 0)) return 1;
    const double raw = range / ticks;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    const double lead = raw / power;
    return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
}

QString labelFormat(double interval, double largest) {
    if (largest >= 1e9) return QStringLiteral("%.3g");
    const int decimals = interval >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(interval) - 1e-9));
    return QStringLiteral("%.%1f").arg(std::min(decimals, 6));
}

void setNiceRange(QValueAxis& axis, double minimum, double maximum, int ticks) {
    const double interval = niceInterval(maximum - minimum, ticks);
    // Whichever comes first is drawn with the other's old value: a wide range with a small interval would
    // make millions of ticks.
    if (interval > axis.tickInterval()) axis.setTickInterval(interval);
    axis.setRange(minimum, maximum);
    axis.setTickInterval(interval);
    axis.setLabelFormat(labelFormat(interval, std::max(std::abs(minimum), std::abs(maximum))));
}

QList<QPointF> stepped(const QList<QPointF>& points) {
    QList<QPointF> out;
    out.reserve(2 * points.size());
    for (qsizetype i = 0; i < points.size(); ++i) {
        if (i > 0) out.append({points[i].x(), points[i - 1].y()});
        out.append(points[i]);
    }
    return out;
}

}  // namespace

struct PlotSurface::State {
    // Qt Charts cannot interrupt a line, so a curve owns one line a segment; spare ones stay, empty.
    struct Curve {
        CurveStyle style;
        std::vector<QLineSeries*> lines;
    };
    QChart* chart = nullptr;
    QChartView* view = nullptr;
    QValueAxis* x = nullptr;
    QValueAxis* y = nullptr;
    QLogValueAxis* logY = nullptr;
    bool logarithmic = false;
    QPointF minimum{0, 0};
    QPointF maximum{1, 1};
    std::vector<Curve> curves;

    [[nodiscard]] QAbstractAxis* yAxis() const { return logarithmic ? static_cast<QAbstractAxis*>(logY) : y; }

    QLineSeries* newLine(const CurveStyle& style, bool inLegend) {
        auto* line = new QLineSeries(chart);
        QPen pen(style.color, style.width, style.dash);
        pen.setCosmetic(true);
        line->setPen(pen);
        line->setName(style.name);
        chart->addSeries(line);
        line->attachAxis(x);
        line->attachAxis(yAxis());
        for (QLegendMarker* marker : chart->legend()->markers(line)) marker->setVisible(inLegend);
        return line;
    }
};

PlotSurface::PlotSurface(QWidget* parent) : QWidget(parent), state_(std::make_unique<State>()) {
    state_->chart = new QChart;
    state_->chart->setMargins({0, 0, 0, 0});
    state_->chart->setBackgroundRoundness(0);
    state_->chart->setAnimationOptions(QChart::NoAnimation);
    state_->chart->legend()->setAlignment(Qt::AlignTop);
    state_->chart->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    state_->x = new QValueAxis(state_->chart);
    state_->y = new QValueAxis(state_->chart);
    state_->logY = new QLogValueAxis(state_->chart);
    state_->logY->setBase(10);
    state_->logY->setMinorTickCount(-1);
    for (QValueAxis* axis : {state_->x, state_->y}) axis->setTickType(QValueAxis::TicksDynamic);
    state_->chart->addAxis(state_->x, Qt::AlignBottom);
    state_->chart->addAxis(state_->y, Qt::AlignLeft);
    state_->view = new QChartView(state_->chart, this);
    state_->view->setFrameShape(QFrame::NoFrame);
    state_->view->setRenderHint(QPainter::Antialiasing);
    state_->view->setAttribute(Qt::WA_TransparentForMouseEvents);
    state_->view->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(state_->view);
    connect(state_->chart, &QChart::plotAreaChanged, this, &PlotSurface::plotRectChanged);
    setXRange(0, 1);
    setYRange(0, 1);
    restyle();
}

PlotSurface::~PlotSurface() = default;

int PlotSurface::addCurve(const CurveStyle& style) {
    state_->curves.push_back({style, {state_->newLine(style, style.inLegend)}});
    return static_cast<int>(state_->curves.size()) - 1;
}

void PlotSurface::clearCurves() {
    state_->chart->removeAllSeries();
    state_->curves.clear();
}

void PlotSurface::setCurve(int curve, const Segments& segments) {
    State::Curve& target = state_->curves[static_cast<std::size_t>(curve)];
    while (target.lines.size() < static_cast<std::size_t>(segments.size()))
        target.lines.push_back(state_->newLine(target.style, false));
    for (std::size_t i = 0; i < target.lines.size(); ++i) {
        const auto index = static_cast<qsizetype>(i);
        if (index >= segments.size()) {
            if (target.lines[i]->count() > 0) target.lines[i]->clear();
        } else {
            // replace() is one repaint; append() on a shown series is quadratic.
            target.lines[i]->replace(target.style.stepped ? stepped(segments[index]) : segments[index]);
        }
    }
}

void PlotSurface::setCurveColor(int curve, const QColor& color) {
    State::Curve& target = state_->curves[static_cast<std::size_t>(curve)];
    target.style.color = color;
    for (QLineSeries* line : target.lines) {
        QPen pen = line->pen();
        pen.setColor(color);
        line->setPen(pen);
    }
}

void PlotSurface::setTitles(const QString& xTitle, const QString& yTitle) {
    state_->x->setTitleText(xTitle);
    state_->y->setTitleText(yTitle);
    state_->logY->setTitleText(yTitle);
}

void PlotSurface::setXRange(double minimum, double maximum) {
    state_->minimum.setX(minimum);
    state_->maximum.setX(maximum);
    setNiceRange(*state_->x, minimum, maximum, std::max(2, width() / 110));
}

void PlotSurface::setYRange(double minimum, double maximum) {
    state_->minimum.setY(minimum);
    state_->maximum.setY(maximum);
    if (state_->logarithmic)
        state_->logY->setRange(minimum, maximum);
    else
        setNiceRange(*state_->y, minimum, maximum, std::max(2, height() / 50));
}

void PlotSurface::setLogarithmic(bool logarithmic) {
    if (logarithmic == state_->logarithmic) return;
    QAbstractAxis* old = state_->yAxis();
    state_->logarithmic = logarithmic;
    for (State::Curve& curve : state_->curves)
        for (QLineSeries* line : curve.lines) line->detachAxis(old);
    state_->chart->removeAxis(old);
    state_->chart->addAxis(state_->yAxis(), Qt::AlignLeft);
    for (State::Curve& curve : state_->curves)
        for (QLineSeries* line : curve.lines) line->attachAxis(state_->yAxis());
}

void PlotSurface::setLegendVisible(bool visible) { state_->chart->legend()->setVisible(visible); }

void PlotSurface::restyle() {
    const ThemeColors& colors = themeColors();
    state_->chart->setBackgroundBrush(colors.base);
    state_->view->setBackgroundBrush(colors.base);
    state_->chart->legend()->setLabelColor(colors.text);
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.9);
    state_->chart->legend()->setFont(small);
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
}

QRectF PlotSurface::plotRect() const {
    return state_->view->mapFromScene(state_->chart->mapToScene(state_->chart->plotArea())).boundingRect();
}

QPointF PlotSurface::toPixel(QPointF value) const {
    const QRectF plot = plotRect();
    const auto share = [](double v, double low, double high) {
        return high > low ? (v - low) / (high - low) : 0.0;
    };
    const double y = state_->logarithmic ? share(std::log10(value.y()), std::log10(state_->minimum.y()),
                                                 std::log10(state_->maximum.y()))
                                         : share(value.y(), state_->minimum.y(), state_->maximum.y());
    return {plot.left() + share(value.x(), state_->minimum.x(), state_->maximum.x()) * plot.width(),
            plot.bottom() - y * plot.height()};
}

QPointF PlotSurface::toValue(QPointF pixel) const {
    const QRectF plot = plotRect();
    if (plot.isEmpty()) return {};
    const double x = (pixel.x() - plot.left()) / plot.width();
    const double y = (plot.bottom() - pixel.y()) / plot.height();
    const double low = state_->minimum.y();
    const double high = state_->maximum.y();
    return {state_->minimum.x() + x * (state_->maximum.x() - state_->minimum.x()),
            state_->logarithmic ? low * std::pow(high / low, y) : low + y * (high - low)};
}

}  // namespace trimtab::ui
