// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/preflight.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <cmath>
#include <cstdlib>

#include "core/results/figure_axis.h"

namespace trimtab::ui {
namespace {

using namespace results;

constexpr double width_tolerance_pt = 1;
constexpr int least_line_art_dpi = 600;
constexpr int grey_step = 40;  // of 255: apart on a laser printer

struct PreflightTexts {
    Q_DECLARE_TR_FUNCTIONS(PreflightTexts)
};

PreflightCheck check_width(const QByteArray& pdf, const FigurePreset& preset) {
    static const QRegularExpression box(
        QStringLiteral("/MediaBox\\s*\\[\\s*[-0-9.]+\\s+[-0-9.]+\\s+([0-9.]+)\\s+([0-9.]+)"));
    const auto match = box.match(QString::fromLatin1(pdf));
    const double width = match.hasMatch() ? match.captured(1).toDouble() : 0;
    return {PreflightTexts::tr("Width of the page"), std::fabs(width - preset.width_pt) <= width_tolerance_pt,
            PreflightTexts::tr("%1 pt, the preset has %2 pt")
                .arg(width, 0, 'f', 1)
                .arg(preset.width_pt, 0, 'f', 1)};
}

PreflightCheck check_text(const FigurePreset& preset) {
    return {PreflightTexts::tr("Text of 8 pt or more"), preset.text_pt >= 8,
            PreflightTexts::tr("%1 pt at final size").arg(preset.text_pt)};
}

/// Qt writes dictionaries as plain text; only streams are compressed.
PreflightCheck check_fonts(const QByteArray& pdf) {
    const auto fonts = pdf.count("/FontDescriptor ");
    const auto embedded = pdf.count("/FontFile2") + pdf.count("/FontFile3") + pdf.count("/FontFile ");
    const bool bitmap = pdf.contains("/Type3");
    const bool passed = fonts > 0 && embedded >= pdf.count("/Type /FontDescriptor") && !bitmap;
    return {PreflightTexts::tr("Fonts embedded, none of Type 3"), passed,
            bitmap   ? PreflightTexts::tr("a font is of Type 3")
            : passed ? PreflightTexts::tr("font files in the PDF: %1").arg(embedded)
                     : PreflightTexts::tr("a font is not embedded")};
}

bool told_apart(const SeriesStyle& a, const SeriesStyle& b, SeriesKind kind) {
    if (std::abs(a.color.grey().red - b.color.grey().red) >= grey_step) return true;
    if (kind == SeriesKind::bars) return a.hatch != b.hatch;
    return a.marker != b.marker || a.dash != b.dash;
}

PreflightCheck check_grey(const FigureSpec& figure) {
    for (const FigurePanel& panel : figure.panels)
        for (std::size_t i = 0; i < panel.series.size(); ++i)
            for (std::size_t k = i + 1; k < panel.series.size(); ++k) {
                const FigureSeries &a = panel.series[i], &b = panel.series[k];
                if (a.name == b.name || a.emphasis != SeriesEmphasis::normal ||
                    b.emphasis != SeriesEmphasis::normal)
                    continue;
                if (!told_apart(style_in_panel(panel, i), style_in_panel(panel, k), a.kind))
                    return {PreflightTexts::tr("Series told apart in grey"), false,
                            PreflightTexts::tr("%1 and %2 look the same")
                                .arg(QString::fromStdString(a.name), QString::fromStdString(b.name))};
            }
    return {PreflightTexts::tr("Series told apart in grey"), true,
            PreflightTexts::tr("by dash, marker, hatching or lightness")};
}

PreflightCheck check_outside(const FigureSpec& figure) {
    QStringList notes;
    for (const FigurePanel& panel : figure.panels)
        for (const std::string& note : panel_notes(panel)) notes.append(QString::fromStdString(note));
    return {PreflightTexts::tr("Nothing outside of the plot"), notes.isEmpty(),
            notes.isEmpty() ? PreflightTexts::tr("every value is inside") : notes.join(QStringLiteral("; "))};
}

PreflightCheck check_dpi(const FigureOptions& options) {
    return {PreflightTexts::tr("600 dpi where it is a picture"), options.png_dpi >= least_line_art_dpi,
            PreflightTexts::tr("PNG at %1 dpi; PDF, SVG and TikZ are vectors").arg(options.png_dpi)};
}

}  // namespace

std::vector<PreflightCheck> preflight(const FigureSpec& figure, const FigureOptions& options,
                                      const QByteArray& pdf) {
    const auto preset = find_preset(options.preset);
    if (!preset)
        return {{PreflightTexts::tr("Preset"), false, QString::fromStdString(preset.error().message)}};
    return {check_width(pdf, *preset), check_text(*preset),   check_fonts(pdf),
            check_grey(figure),        check_outside(figure), check_dpi(options)};
}

}  // namespace trimtab::ui
