// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_font.h"

#include <QFontDatabase>
#include <QGuiApplication>

namespace trimtab::ui {

Expected<FigureFont> FigureFont::load(int size_pt) {
    if (qGuiApp == nullptr)
        return fail(ErrorCode::internal,
                    "a figure needs a QGuiApplication (platform offscreen without a display)");
    const QStringList families = QFontDatabase::families();
    if (families.isEmpty())
        return fail(ErrorCode::unavailable, "no font is installed; install fonts-dejavu-core and try again");
    QString family = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    for (const char* wanted : {"DejaVu Sans", "Liberation Sans", "Arial", "Helvetica"})
        if (families.contains(QLatin1String(wanted))) {
            family = QLatin1String(wanted);
            break;
        }
    QFont font(family);
    font.setPixelSize(size_pt);
    // Hinted advances are whole pixels of the screen: labels would be spaced as on a screen of 72 dpi.
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(
        QFont::StyleStrategy(QFont::PreferOutline | QFont::PreferAntialias | QFont::PreferMatch));
    font.setKerning(true);
    return FigureFont(font, size_pt);
}

FigureFont::FigureFont(QFont font, int size) : font_(font), metrics_(font), size_(size) {}

QFont FigureFont::bold() const {
    QFont font = font_;
    font.setBold(true);
    return font;
}

QString FigureFont::elided(const QString& text, double width) const {
    return metrics_.elidedText(text, Qt::ElideMiddle, width);
}

QStringList FigureFont::wrapped(const QString& text, double width) const {
    QStringList lines;
    QString line;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
        if (!line.isEmpty() && this->width(longer) > width) {
            lines.append(line);
            line = word;
        } else {
            line = longer;
        }
    }
    if (!line.isEmpty()) lines.append(line);
    return lines;
}

}  // namespace trimtab::ui
