// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_chart.h"

#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <cmath>

#include "ui/charts/chart_view_state.h"
#include "ui/charts/crosshair_group.h"
#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

QString axisTitle(XAxis axis) {
    switch (axis) {
        case XAxis::step:
            return TimeChart::tr("step");
        case XAxis::episode:
            return TimeChart::tr("episode");
        case XAxis::wall:
            return TimeChart::tr("wall time (s)");
    }
    return {};
}

QString number(double value) {
    return std::abs(value) >= 1000 ? QLocale().toString(value, 'f', 0) : QLocale().toString(value, 'g', 4);
}

}  // namespace

struct TimeChart::State {
    QLabel* heading = nullptr;
    PlotSurface* surface = nullptr;
    ChartOverlay* overlay = nullptr;
    CrosshairGroup* group = nullptr;
    QString title;
    QString unit;
    QString emptyHint;
    ChartViewState view;
    bool paused = false;
    QElapsedTimer described;
    std::optional<QPointF> dragFrom;
    std::optional<QPointF> panFrom;
};

TimeChart::TimeChart(const QString& title, const QString& unit, QWidget* parent)
    : QWidget(parent), state_(std::make_unique<State>()) {
    state_->title = title;
    state_->unit = unit;
    state_->heading = new QLabel(unit.isEmpty() ? title : tr("%1 (%2)").arg(title, unit), this);
    state_->heading->setContentsMargins(spacing, spacing / 2, spacing, 0);
    QFont bold = font();
    bold.setBold(true);
    state_->heading->setFont(bold);
    state_->surface = new PlotSurface(this);
    state_->overlay = new ChartOverlay(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(state_->heading);
    layout->addWidget(state_->surface, 1);
    setMouseTracking(true);
    state_->surface->setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(220, 140);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(title);
    setObjectName(QStringLiteral("chart_") +
                  title.simplified().replace(QLatin1Char(' '), QLatin1Char('_')).toLower());
    state_->surface->setTitles(axisTitle(state_->view.xAxis()), {});
    connect(state_->surface, &PlotSurface::plotRectChanged, this, [this] {
        state_->overlay->setPlotRect(state_->surface->plotRect());
        showCrosshair();
    });
}

TimeChart::~TimeChart() = default;

void TimeChart::addCurve(const ChartCurve& curve) {
    const int first = state_->surface->addCurve(curve.style);
    int average = -1;
    if (curve.smoothable) {
        CurveStyle style = curve.style;
        style.width = 2;
        style.inLegend = false;
        average = state_->surface->addCurve(style);
    }
    state_->view.addCurve(curve, first, average);
    state_->surface->setLegendVisible(state_->view.curves().size() > 1);
}

void TimeChart::clearCurves() {
    state_->surface->clearCurves();
    state_->view.clearCurves();
}

void TimeChart::setCrosshairGroup(CrosshairGroup* group) {
    state_->group = group;
    if (group != nullptr) connect(group, &CrosshairGroup::moved, this, &TimeChart::showCrosshair);
}

void TimeChart::setXAxis(XAxis axis) {
    state_->view.setXAxis(axis);
    state_->surface->setTitles(axisTitle(axis), {});
    redraw();
}

void TimeChart::setSmoothing(double weight) {
    state_->view.setSmoothing(weight);
    for (std::size_t i = 0; i < curves().size(); ++i) {
        const QColor& color = curves()[i].style.color;
        if (curves()[i].smoothable)
            state_->surface->setCurveColor(state_->view.rawCurve(i), weight > 0 ? tint(color, 0.35) : color);
    }
    redraw();
}

void TimeChart::setLogarithmic(bool logarithmic) {
    state_->view.setLogarithmic(logarithmic);
    state_->surface->setLogarithmic(logarithmic);
    redraw();
}

bool TimeChart::logarithmic() const { return state_->view.logarithmic(); }

void TimeChart::setSlidingWindow(std::optional<double> width) {
    state_->view.setSlidingWindow(width);
    redraw();
}

void TimeChart::setPaused(bool paused) {
    state_->paused = paused;
    if (!paused) refresh();
}

bool TimeChart::paused() const { return state_->paused; }

void TimeChart::setEmptyHint(const QString& hint) {
    state_->emptyHint = hint;
    redraw();
}

void TimeChart::setFixedYRange(std::optional<std::pair<double, double>> range) {
    state_->view.setFixedYRange(range);
    redraw();
}

void TimeChart::resetView() {
    state_->view.resetView();
    redraw();
}

void TimeChart::setView(double xMin, double xMax) {
    state_->view.setView(xMin, xMax);
    redraw();
}

bool TimeChart::zoomed() const { return state_->view.zoomed(); }

void TimeChart::refresh() {
    if (state_->paused || !isVisible()) return;
    if (!state_->view.readNew()) return;
    redraw();
    // A screen reader needs no more than a word a second.
    if (!state_->described.isValid() || state_->described.hasExpired(1000)) {
        setAccessibleDescription(summary());
        state_->described.start();
    }
}

void TimeChart::redraw() {
    const ChartFrame frame =
        state_->view.frame(std::max(1, static_cast<int>(state_->surface->plotRect().width())));
    state_->surface->setXRange(frame.xMin, frame.xMax);
    state_->surface->setYRange(frame.yMin, frame.yMax);
    for (const auto& [curve, segments] : frame.curves) state_->surface->setCurve(curve, segments);
    QString badge;
    if (frame.outside > 0) badge = tr("%n point(s) outside the view", nullptr, frame.outside);
    if (state_->paused) badge = badge.isEmpty() ? tr("paused") : tr("paused, %1").arg(badge);
    state_->overlay->setBadge(badge);
    state_->overlay->setEmptyHint(frame.empty ? state_->emptyHint : QString());
    showCrosshair();
}

void TimeChart::showCrosshair() {
    if (state_->group == nullptr || !state_->group->position()) {
        state_->overlay->setCrosshair(std::nullopt, {}, {});
        return;
    }
    const double x = *state_->group->position();
    QList<CrosshairReading> readings;
    for (const CurveReading& reading : state_->view.readingsAt(x))
        readings.append({reading.curve->style.name, number(reading.value), reading.curve->style.color});
    state_->overlay->setCrosshair(state_->surface->toPixel({x, 1}).x() + state_->surface->x(),
                                  tr("%1 %2").arg(axisTitle(xAxis()), number(x)), readings);
}

void TimeChart::zoomAt(double x, double factor) {
    const auto [low, high] = state_->view.xRange();
    setView(x - (x - low) * factor, x + (high - x) * factor);
}

void TimeChart::restyle() {
    state_->surface->restyle();
    state_->overlay->update();
}

QString TimeChart::title() const { return state_->title; }
QString TimeChart::badge() const { return state_->overlay->badge(); }
const std::vector<ChartCurve>& TimeChart::curves() const { return state_->view.curves(); }
XAxis TimeChart::xAxis() const { return state_->view.xAxis(); }

QString TimeChart::summary() const {
    QStringList parts;
    for (const CurveSummary& curve : state_->view.summaries()) {
        parts << (curve.points == 0
                      ? tr("%1: no data").arg(curve.name)
                      : tr("%1: %n point(s), last %2, smallest %3, largest %4", nullptr,
                           static_cast<int>(curve.points))
                            .arg(curve.name, number(curve.last), number(curve.low), number(curve.high)));
    }
    return parts.join(QStringLiteral("; "));
}

void TimeChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    state_->overlay->setGeometry(state_->surface->geometry());
    state_->overlay->raise();
    state_->overlay->setPlotRect(state_->surface->plotRect());
    redraw();
}

void TimeChart::wheelEvent(QWheelEvent* event) {
    const QPointF at = event->position() - state_->surface->pos();
    zoomAt(state_->surface->toValue(at).x(), event->angleDelta().y() > 0 ? 0.8 : 1.25);
    event->accept();
}

void TimeChart::mousePressEvent(QMouseEvent* event) {
    const QPointF at = event->position() - state_->surface->pos();
    if (event->button() == Qt::MiddleButton || (event->modifiers() & Qt::ShiftModifier) != 0)
        state_->panFrom = at;
    else if (event->button() == Qt::LeftButton)
        state_->dragFrom = at;
}

void TimeChart::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position() - state_->surface->pos();
    if (state_->panFrom) {
        const double shift =
            state_->surface->toValue(*state_->panFrom).x() - state_->surface->toValue(at).x();
        const auto [low, high] = state_->view.xRange();
        state_->panFrom = at;
        setView(low + shift, high + shift);
    } else if (state_->dragFrom) {
        const QRectF plot = state_->surface->plotRect();
        state_->overlay->setZoomRect(
            QRectF(QPointF(state_->dragFrom->x(), plot.top()), QPointF(at.x(), plot.bottom())).normalized());
    }
    if (state_->group != nullptr) {
        const bool inside = state_->surface->plotRect().contains(at);
        state_->group->moveTo(inside ? std::optional(state_->surface->toValue(at).x()) : std::nullopt);
    }
}

void TimeChart::mouseReleaseEvent(QMouseEvent* event) {
    const QPointF at = event->position() - state_->surface->pos();
    const auto from = std::exchange(state_->dragFrom, std::nullopt);
    state_->panFrom.reset();
    state_->overlay->setZoomRect({});
    if (!from || std::abs(at.x() - from->x()) < 6) return;
    const double a = state_->surface->toValue(*from).x();
    const double b = state_->surface->toValue(at).x();
    setView(std::min(a, b), std::max(a, b));
}

void TimeChart::mouseDoubleClickEvent(QMouseEvent*) { resetView(); }

void TimeChart::leaveEvent(QEvent*) {
    if (state_->group != nullptr) state_->group->moveTo(std::nullopt);
}

void TimeChart::keyPressEvent(QKeyEvent* event) {
    const auto [low, high] = state_->view.xRange();
    const double step = (high - low) / 10;
    switch (event->key()) {
        case Qt::Key_Left:
            setView(low - step, high - step);
            break;
        case Qt::Key_Right:
            setView(low + step, high + step);
            break;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoomAt((low + high) / 2, 0.8);
            break;
        case Qt::Key_Minus:
            zoomAt((low + high) / 2, 1.25);
            break;
        case Qt::Key_0:
            resetView();
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

void TimeChart::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    menu.addAction(tr("Reset view"), this, &TimeChart::resetView);
    QAction* log = menu.addAction(tr("Logarithmic axis"));
    log->setCheckable(true);
    log->setChecked(logarithmic());
    connect(log, &QAction::toggled, this, &TimeChart::setLogarithmic);
    QAction* pause = menu.addAction(tr("Pause this chart"));
    pause->setCheckable(true);
    pause->setChecked(paused());
    connect(pause, &QAction::toggled, this, &TimeChart::setPaused);
    menu.addSeparator();
    menu.addAction(tr("Show as table"), this, &TimeChart::dataTableRequested);
    menu.addAction(tr("Copy as picture"), this, &TimeChart::copyRequested);
    menu.exec(event->globalPos());
}

}  // namespace trimtab::ui
