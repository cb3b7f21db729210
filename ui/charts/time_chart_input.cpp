// SPDX-License-Identifier: GPL-3.0-or-later
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>
#include <QWheelEvent>
#include <cmath>
#include <utility>

#include "ui/charts/time_chart_state.h"
#include "ui/settings/theme.h"

namespace trimtab::ui {

void TimeChart::buildHeader() {
    state_->header = new QWidget(this);
    auto* row = new QHBoxLayout(state_->header);
    row->setContentsMargins(spacing, spacing / 2, spacing / 2, 0);
    row->setSpacing(spacing);
    state_->heading = new QLabel(state_->header);
    setUnit(state_->unit);
    QFont bold = font();
    bold.setBold(true);
    state_->heading->setFont(bold);
    state_->legend = new ChartLegend(state_->header);
    auto* menu = new QToolButton(state_->header);
    menu->setText(QStringLiteral("\u22EF"));
    menu->setAutoRaise(true);
    menu->setObjectName(objectName() + QStringLiteral("_menu"));
    menu->setAccessibleName(tr("Menu of %1").arg(state_->title));
    menu->setToolTip(tr("Table, picture, axis of this chart"));
    connect(menu, &QToolButton::clicked, this, [this, menu] {
        QMenu popup(this);
        fillMenu(popup);
        popup.exec(menu->mapToGlobal(QPoint(0, menu->height())));
    });
    row->addWidget(state_->heading);
    row->addWidget(state_->legend, 1);
    row->addWidget(menu);
}

void TimeChart::setUnit(const QString& unit) {
    state_->unit = unit;
    state_->heading->setText(unit.isEmpty() ? state_->title : tr("%1 (%2)").arg(state_->title, unit));
}

/// What a person does; setView() is what another chart did.
void TimeChart::look(double xMin, double xMax) {
    setView(xMin, xMax);
    Q_EMIT viewChanged();
}

void TimeChart::pan(double share) {
    const auto [low, high] = view();
    look(low + share * (high - low), high + share * (high - low));
}

void TimeChart::zoom(double factor) {
    const auto [low, high] = view();
    zoomAt((low + high) / 2, factor);
}

void TimeChart::zoomAt(double x, double factor) {
    const auto [low, high] = state_->view.xRange();
    look(x - (x - low) * factor, x + (high - x) * factor);
}

void TimeChart::wheelEvent(QWheelEvent* event) {
    const QPointF at = event->position() - state_->surface->pos();
    zoomAt(state_->surface->toValue(at).x(), event->angleDelta().y() > 0 ? 0.8 : 1.25);
    event->accept();
}

void TimeChart::mousePressEvent(QMouseEvent* event) {
    Q_EMIT activated();
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
        look(low + shift, high + shift);
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
    look(std::min(a, b), std::max(a, b));
}

void TimeChart::mouseDoubleClickEvent(QMouseEvent*) {
    resetView();
    Q_EMIT viewChanged();
}

void TimeChart::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    Q_EMIT activated();
}

void TimeChart::leaveEvent(QEvent*) {
    if (state_->group != nullptr) state_->group->moveTo(std::nullopt);
}

void TimeChart::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
            pan(-0.1);
            break;
        case Qt::Key_Right:
            pan(0.1);
            break;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoom(0.8);
            break;
        case Qt::Key_Minus:
            zoom(1.25);
            break;
        case Qt::Key_0:
            resetView();
            Q_EMIT viewChanged();
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

void TimeChart::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    fillMenu(menu);
    menu.exec(event->globalPos());
}

void TimeChart::fillMenu(QMenu& menu) {
    menu.addAction(tr("Reset view"), this, [this] {
        resetView();
        Q_EMIT viewChanged();
    });
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
}

}  // namespace trimtab::ui
