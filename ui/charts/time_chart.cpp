// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_chart.h"

#include <QEvent>
#include <QLocale>
#include <QPixmap>
#include <QVBoxLayout>
#include <cmath>

#include "ui/charts/reading_turns.h"
#include "ui/charts/time_chart_state.h"
#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

/// What a frame reads at once: some milliseconds' worth.
constexpr std::uint64_t points_at_once = 10000;

QString number(double value) {
    return std::abs(value) >= 1000 ? QLocale().toString(value, 'f', 0) : QLocale().toString(value, 'g', 4);
}

}  // namespace

TimeChart::TimeChart(const QString& title, const QString& unit, QWidget* parent)
    : QWidget(parent), state_(std::make_unique<State>()) {
    state_->title = title;
    state_->unit = unit;
    state_->surface = new PlotSurface(this);
    state_->overlay = new ChartOverlay(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setObjectName(QStringLiteral("chart_") +
                  title.simplified().replace(QLatin1Char(' '), QLatin1Char('_')).toLower());
    buildHeader();
    layout->addWidget(state_->header);
    layout->addWidget(state_->surface, 1);
    setMouseTracking(true);
    state_->surface->setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(220, 140);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("%1, chart").arg(title));
    state_->surface->setTitles(axisTitle(state_->view.xAxis()), {});
    connect(state_->surface, &PlotSurface::plotRectChanged, this, [this] {
        state_->overlay->setPlotRect(state_->surface->plotRect());
        showCrosshair();
        showEvents();
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
        style.above = true;
        average = state_->surface->addCurve(style);
    }
    state_->view.addCurve(curve, first, average);
    colourCurve(curves().size() - 1);
    updateLegend();
}

void TimeChart::updateLegend() {
    QList<CurveStyle> styles;
    for (const ChartCurve& curve : curves())
        if (curve.style.inLegend) styles.append(curve.style);
    state_->legend->setCurves(styles.size() > 1 ? styles : QList<CurveStyle>());
}

void TimeChart::clearCurves() {
    state_->surface->clearCurves();
    state_->view.clearCurves();
    updateLegend();
    // New curves mostly follow at once, and laying out the axes of an empty chart takes as long as theirs.
    QMetaObject::invokeMethod(this, &TimeChart::redraw, Qt::QueuedConnection);
}

void TimeChart::setCrosshairGroup(CrosshairGroup* group) {
    state_->group = group;
    if (group != nullptr) connect(group, &CrosshairGroup::moved, this, &TimeChart::showCrosshair);
}

void TimeChart::setXAxis(XAxis axis) {
    state_->view.setXAxis(axis);
    state_->surface->setTitles(xTitle(), {});
    redraw();
}

void TimeChart::setXTitle(const QString& title) {
    state_->xTitle = title;
    state_->surface->setTitles(title, {});
}

void TimeChart::setEvents(const QList<std::pair<double, QString>>& events) {
    state_->events = events;
    showEvents();
}

void TimeChart::setBands(const QList<ChartBand>& bands) { state_->surface->setBands(bands); }
void TimeChart::setLevels(const QList<ChartLevel>& levels) { state_->surface->setLevels(levels); }

void TimeChart::showEvents() {
    QList<std::pair<double, QString>> pixels;
    for (const auto& [x, text] : state_->events) pixels.append({state_->surface->toPixel({x, 1}).x(), text});
    state_->overlay->setEvents(pixels);
}

void TimeChart::setSmoothing(double weight) {
    state_->smoothing = weight;
    state_->view.setSmoothing(weight);
    for (std::size_t i = 0; i < curves().size(); ++i) colourCurve(i);
    redraw();
}

/// A raw curve pales beside its average.
void TimeChart::colourCurve(std::size_t index) {
    const QColor& color = curves()[index].style.color;
    if (curves()[index].smoothable)
        state_->surface->setCurveColor(state_->view.rawCurve(index),
                                       state_->smoothing > 0 ? tint(color, 0.35) : color);
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
    redraw();
}

bool TimeChart::paused() const { return state_->paused; }

void TimeChart::setEmptyHint(const QString& hint) {
    if (hint == state_->emptyHint) return;
    state_->emptyHint = hint;
    redraw();
}

void TimeChart::setWholeNumbers(bool whole) { state_->surface->setWholeNumbers(whole); }

void TimeChart::setFixedYRange(std::optional<std::pair<double, double>> range) {
    state_->view.setFixedYRange(range);
    redraw();
}

void TimeChart::resetView() {
    state_->view.resetView();
    redraw();
}

std::pair<double, double> TimeChart::view() const { return state_->view.xRange(); }

double TimeChart::smoothing() const { return state_->smoothing; }

void TimeChart::setView(double xMin, double xMax) {
    state_->view.setView(xMin, xMax);
    redraw();
}

bool TimeChart::zoomed() const { return state_->view.zoomed(); }

void TimeChart::refresh() {
    if (state_->paused || !isVisible()) return;
    if (state_->view.unread() > points_at_once) {
        ReadingTurns::instance().add(this);
    } else if (state_->view.readNew()) {
        showNew();
    }
}

bool TimeChart::readInTurn() {
    if (state_->paused || !isVisible()) return false;
    if (state_->view.readOne() && state_->view.unread() > 0) return true;
    showNew();
    return false;
}

void TimeChart::showNew() {
    redraw();
    // A screen reader needs no more than a word a second.
    if (!state_->described.isValid() || state_->described.hasExpired(1000)) describe();
}

void TimeChart::describe() {
    setAccessibleDescription(summary());
    state_->described.start();
}

void TimeChart::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
    redraw();
}

void TimeChart::redraw() {
    if (!isVisible()) return;
    const ChartFrame frame =
        state_->view.frame(std::max(1, static_cast<int>(state_->surface->plotRect().width())));
    state_->surface->setNumbersShown(state_->view.ownRange().has_value());
    state_->surface->setXRange(frame.xMin, frame.xMax);
    state_->surface->setYRange(frame.yMin, frame.yMax);
    for (const auto& [curve, segments] : frame.curves) state_->surface->setCurve(curve, segments);
    QString badge;
    if (frame.outside == 1) badge = tr("1 point outside the view");
    if (frame.outside > 1)
        badge =
            tr("%1 points outside the view").arg(QLocale().toString(static_cast<qulonglong>(frame.outside)));
    if (state_->paused) badge = badge.isEmpty() ? tr("paused") : tr("paused, %1").arg(badge);
    state_->overlay->setBadge(badge);
    state_->overlay->setEmptyHint(frame.empty ? state_->emptyHint : QString());
    showCrosshair();
    showEvents();
}

std::optional<std::pair<double, double>> TimeChart::ownRange() const { return state_->view.ownRange(); }

void TimeChart::setCommonRange(std::optional<std::pair<double, double>> range) {
    const auto before = state_->view.xRange();
    state_->view.setCommonRange(range);
    if (state_->view.xRange() != before) redraw();
}

double TimeChart::ownLeft() const { return state_->surface->ownLeft(); }
void TimeChart::alignLeft(double left) { state_->surface->alignLeft(left); }

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
                                  tr("%1 %2").arg(xTitle(), number(x)), readings);
}

void TimeChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    // While the chart is made there is no surface yet.
    if (event->type() == QEvent::PaletteChange && state_ && state_->overlay != nullptr) restyle();
}

void TimeChart::restyle() {
    state_->surface->restyle();
    state_->legend->update();
    state_->overlay->update();
}

QString TimeChart::title() const { return state_->title; }
QString TimeChart::badge() const { return state_->overlay->badge(); }
const std::vector<ChartCurve>& TimeChart::curves() const { return state_->view.curves(); }
XAxis TimeChart::xAxis() const { return state_->view.xAxis(); }
QString TimeChart::axisTitle(XAxis axis) {
    switch (axis) {
        case XAxis::step:
            return tr("step");
        case XAxis::episode:
            return tr("episode");
        case XAxis::wall:
            return tr("wall time (s)");
    }
    return {};
}

QString TimeChart::xTitle() const { return state_->xTitle.isEmpty() ? axisTitle(xAxis()) : state_->xTitle; }
QString TimeChart::unit() const { return state_->unit; }

QPixmap TimeChart::picture() {
    if (!state_->paused && state_->view.readNew()) showNew();
    return grab();
}

QString TimeChart::summary() const {
    QStringList parts;
    for (const CurveSummary& curve : state_->view.summaries()) {
        parts << (curve.points == 0
                      ? tr("%1: no data").arg(curve.name)
                      : tr("%1: %Ln point(s), last %2, smallest %3, largest %4", nullptr,
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

}  // namespace trimtab::ui
