// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>
#include <optional>

namespace trimtab::ui {

/// What stands at the crosshair: one line a curve, in the curve's colour.
struct CrosshairReading {
    QString name;
    QString value;
    QColor color;
};

/// Drawn over a chart: crosshair with readings, the zoom rectangle, event markers, the badge for points
/// outside the view. Takes no mouse. Repaints alone, so a moving crosshair does not redraw the curves.
class ChartOverlay final : public QWidget {
    Q_OBJECT

  public:
    explicit ChartOverlay(QWidget* parent);

    void setPlotRect(const QRectF& rect);
    /// x in pixels; nothing hides it.
    void setCrosshair(std::optional<double> x, const QString& heading,
                      const QList<CrosshairReading>& readings);
    void setZoomRect(const QRectF& rect);
    /// "12 points above, 3 left of the view"; empty hides it.
    void setBadge(const QString& text);
    [[nodiscard]] QString badge() const { return badge_; }
    /// A hint in the middle of an empty chart.
    void setEmptyHint(const QString& text);
    /// Vertical lines at x in pixels with a word beside them.
    void setEvents(const QList<std::pair<double, QString>>& events);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void paintReadings(QPainter& painter) const;

    QRectF plot_;
    std::optional<double> crosshair_;
    QString heading_;
    QList<CrosshairReading> readings_;
    QRectF zoom_;
    QString badge_;
    QString emptyHint_;
    QList<std::pair<double, QString>> events_;
};

}  // namespace trimtab::ui
