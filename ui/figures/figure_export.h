// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <filesystem>

#include "core/base/expected.h"
#include "core/results/figure_style.h"

namespace trimtab::ui {

/// Writes a figure in the format of the file's name: pdf, svg, png, tex or csv, atomically. The first three
/// need a QGuiApplication (platform offscreen without a display), not a QApplication; any thread. Errors:
/// unsupported format, a figure without data (check_figure), no font, or a file that cannot be written.
[[nodiscard]] Expected<void> render_figure(const results::FigureSpec& figure,
                                           const results::FigureOptions& options,
                                           const std::filesystem::path& file);

/// The same in memory: a PNG file's picture at options.png_dpi, the bytes of an SVG or PDF file.
[[nodiscard]] Expected<QImage> render_figure_image(const results::FigureSpec& figure,
                                                   const results::FigureOptions& options);
[[nodiscard]] Expected<QByteArray> render_figure_svg(const results::FigureSpec& figure,
                                                     const results::FigureOptions& options);
[[nodiscard]] Expected<QByteArray> render_figure_pdf(const results::FigureSpec& figure,
                                                     const results::FigureOptions& options);

}  // namespace trimtab::ui
