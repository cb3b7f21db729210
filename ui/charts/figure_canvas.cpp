// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/figure_canvas.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/charts/figure_drawing.h"
#include "ui/figures/figure_export.h"
#include "ui/figures/figure_hit.h"
#include "ui/settings/theme.h"
#include "ui/text/core_sentence.h"

namespace trimtab::ui {

FigureCanvas::FigureCanvas(const QString& name, QWidget* parent) : QWidget(parent) {
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
}

FigureCanvas::~FigureCanvas() = default;

void FigureCanvas::setFigure(results::FigureSpec figure) {
    const auto before = fullRange();
    figure_ = std::make_shared<const results::FigureSpec>(std::move(figure));
    if (fullRange() != before) view_.reset();
    setAccessibleDescription(figureSummary(*figure_));
    draw();
}

void FigureCanvas::setEmpty(const QString& reason) {
    figure_.reset();
    drawing_.reset();
    drawer_.cancel();
    view_.reset();
    empty_ = reason;
    setAccessibleDescription(reason);
    update();
}

void FigureCanvas::resetView() {
    if (!view_) return;
    view_.reset();
    draw();
}

void FigureCanvas::draw() {
    if (!figure_ || width() < 40 || height() < 40) return;
    const ThemeColors& colors = themeColors();
    const DrawingRequest request{figure_,
                                 view_,
                                 size(),
                                 devicePixelRatioF(),
                                 std::clamp(QFontInfo(font()).pixelSize() - 1, 10, 40),
                                 {.screen = true, .paper = colors.base, .text = colors.text}};
    drawer_.run<FigureDrawing>([request](StopToken) { return drawFigure(request); },
                               [this](Expected<FigureDrawing> drawing) {
                                   if (drawing) {
                                       drawing_ = std::make_shared<FigureDrawing>(std::move(*drawing));
                                       update();
                                       Q_EMIT drawn();
                                   } else {
                                       setEmpty(coreSentence(drawing.error().message));
                                   }
                               });
}

void FigureCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeColors& colors = themeColors();
    painter.fillRect(rect(), colors.base);
    if (drawing_) {
        painter.drawImage(QPointF(0, 0), drawing_->image);
    } else if (!figure_) {
        painter.setPen(colors.mutedText);
        painter.drawText(rect().adjusted(2 * spacing, spacing, -2 * spacing, -spacing),
                         Qt::AlignCenter | Qt::TextWordWrap, empty_);
    }
    if (hasFocus()) {
        painter.setPen(colors.accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void FigureCanvas::resizeEvent(QResizeEvent*) { draw(); }

void FigureCanvas::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) draw();
}

std::optional<double> FigureCanvas::dataX(QPointF pixel) const {
    if (!drawing_ || drawing_->geometry.panels.empty()) return std::nullopt;
    const PanelGeometry& panel = drawing_->geometry.panels.front();
    const double share = (pixel.x() - panel.plot.left) / panel.plot.width();
    return panel.x.minimum + share * (panel.x.maximum - panel.x.minimum);
}

std::optional<std::pair<double, double>> FigureCanvas::fullRange() const {
    return figure_ ? continuousRange(*figure_) : std::nullopt;
}

void FigureCanvas::zoom(double factor, double at) {
    const auto full = fullRange();
    if (!full) return;
    const auto [low, high] = view_.value_or(*full);
    const double left = at - (at - low) * factor, right = at + (high - at) * factor;
    if (left <= full->first && right >= full->second)
        view_.reset();
    else if (right - left > 1e-6 * (full->second - full->first))
        view_ = {std::max(left, full->first), std::min(right, full->second)};
    draw();
}

void FigureCanvas::pan(double share) {
    const auto full = fullRange();
    if (!full || !view_) return;
    const double width = view_->second - view_->first;
    const double left = std::clamp(view_->first + share * width, full->first, full->second - width);
    view_ = {left, left + width};
    draw();
}

bool FigureCanvas::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || !drawing_) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto hit = nearestValue(drawing_->figure, drawing_->geometry, drawing_->font,
                                  {static_cast<double>(help->x()), static_cast<double>(help->y())}, 14);
    if (hit)
        QToolTip::showText(help->globalPos(), valueText(drawing_->figure, *hit), this);
    else
        QToolTip::hideText();
    return true;
}

void FigureCanvas::wheelEvent(QWheelEvent* event) {
    const auto at = dataX(event->position());
    if (!at || !fullRange()) {
        event->ignore();
        return;
    }
    zoom(std::pow(0.999, event->angleDelta().y()), *at);
    event->accept();
}

void FigureCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && view_) dragFrom_ = event->position().x();
}

void FigureCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (!dragFrom_ || !drawing_ || drawing_->geometry.panels.empty()) return;
    const double moved = *dragFrom_ - event->position().x();
    if (std::fabs(moved) < 2) return;
    pan(moved / drawing_->geometry.panels.front().plot.width());
    dragFrom_ = event->position().x();
}

void FigureCanvas::mouseReleaseEvent(QMouseEvent*) { dragFrom_.reset(); }

void FigureCanvas::mouseDoubleClickEvent(QMouseEvent*) { resetView(); }

void FigureCanvas::keyPressEvent(QKeyEvent* event) {
    const auto full = fullRange();
    const auto view = view_ ? view_ : full;
    const double middle = view ? (view->first + view->second) / 2 : 0;
    switch (event->key()) {
        case Qt::Key_Plus:
            return zoom(0.7, middle);
        case Qt::Key_Minus:
            return zoom(1 / 0.7, middle);
        case Qt::Key_0:
            return resetView();
        case Qt::Key_Left:
            return pan(-0.2);
        case Qt::Key_Right:
            return pan(0.2);
        default:
            if (event->matches(QKeySequence::Copy)) return copyFigure();
            QWidget::keyPressEvent(event);
    }
}

void FigureCanvas::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    QAction* copy = menu.addAction(tr("Copy figure"), this, &FigureCanvas::copyFigure);
    QAction* data = menu.addAction(tr("Show data table…"), this, &FigureCanvas::dataTableRequested);
    QAction* save = menu.addAction(tr("Export…"), this, &FigureCanvas::exportRequested);
    for (QAction* action : {copy, data, save}) action->setEnabled(hasFigure());
    menu.addAction(tr("Reset view"), this, &FigureCanvas::resetView)->setEnabled(zoomed());
    menu.exec(event->globalPos());
}

void FigureCanvas::copyFigure() {
    if (!figure_) return;
    copier_.run<QImage>(
        [figure = figure_](StopToken) {
            return render_figure_image(*figure, {.preset = "screen", .titled = true, .png_dpi = 144});
        },
        [this](const Expected<QImage>& image) {
            if (!image) return;
            QGuiApplication::clipboard()->setImage(*image);
            Q_EMIT copied();
        });
}

}  // namespace trimtab::ui
