// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>
#include <memory>
#include <optional>

#include "core/results/figure_spec.h"
#include "core/runtime/background_task.h"

namespace trimtab::ui {

struct FigureDrawing;

/// A figure on the screen: the same data and the same painter as the exported file, in the window's colours
/// and at the widget's size. Drawn in a thread; the last picture stands until the next is ready. Zoom along
/// x (wheel, + and -), pan (drag, arrows), reset (double click, 0) where x is continuous; the value under
/// the pointer as a tool tip. GUI thread.
class FigureCanvas final : public QWidget {
    Q_OBJECT

  public:
    /// name: what a screen reader calls it.
    explicit FigureCanvas(const QString& name, QWidget* parent = nullptr);
    ~FigureCanvas() override;

    /// The zoom stays where the range of x is the same as before.
    void setFigure(results::FigureSpec figure);
    /// Shows this instead: the cause, and what to do.
    void setEmpty(const QString& reason);
    [[nodiscard]] bool hasFigure() const { return figure_ != nullptr; }
    /// As it was set, whatever the zoom. Only where hasFigure().
    [[nodiscard]] const results::FigureSpec& figure() const { return *figure_; }
    [[nodiscard]] bool zoomed() const { return view_.has_value(); }
    void resetView();
    /// Puts the figure on the clipboard as a picture on white, at the size of a screen.
    void copyFigure();

    [[nodiscard]] QSize sizeHint() const override { return {420, 300}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 160}; }

  Q_SIGNALS:
    void drawn();
    void copied();
    void dataTableRequested();
    void exportRequested();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

  private:
    void draw();
    [[nodiscard]] std::optional<std::pair<double, double>> fullRange() const;
    void zoom(double factor, double at);
    void pan(double share);
    /// x in data units under a pixel; nothing outside of the plots.
    [[nodiscard]] std::optional<double> dataX(QPointF pixel) const;

    std::shared_ptr<const results::FigureSpec> figure_;
    std::shared_ptr<const FigureDrawing> drawing_;
    QString empty_;
    std::optional<std::pair<double, double>> view_;
    std::optional<double> dragFrom_;
    runtime::BackgroundTask drawer_;
    runtime::BackgroundTask copier_;
};

}  // namespace trimtab::ui
