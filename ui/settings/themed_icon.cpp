// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

/// Draws an SVG of resources/icons in the colours of the theme at the time of drawing, so that an icon
/// follows a change of the theme by itself and is sharp at every scale.
class ThemedIconEngine final : public QIconEngine {
  public:
    ThemedIconEngine(QString name, QByteArray svg, QColor colour)
        : name_(std::move(name)), svg_(std::move(svg)), colour_(std::move(colour)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const double scale = painter->device() != nullptr ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override {
        const ThemeColors& colors = themeColors();
        QColor colour = colour_.isValid() ? colour_ : colors.text;
        if (mode == QIcon::Disabled) colour = tint(colors.mutedText, 0.5);
        if (mode == QIcon::Selected) colour = colors.onAccent;
        const QString key =
            QStringLiteral("icon/%1/%2/%3x%4").arg(name_, colour.name()).arg(size.width()).arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap)) return pixmap;
        QByteArray svg = svg_;
        svg.replace("currentColor", colour.name().toLatin1());
        QSvgRenderer renderer(svg);
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        const double side = std::min(size.width(), size.height());
        renderer.render(&painter, QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side));
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new ThemedIconEngine(name_, svg_, colour_); }
    bool isNull() override { return false; }

  private:
    QString name_;
    QByteArray svg_;
    QColor colour_;
};

}  // namespace

QIcon themedIcon(const QString& name, const QColor& colour) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QIcon(new ThemedIconEngine(name, file.readAll(), colour));
}

}  // namespace trimtab::ui
