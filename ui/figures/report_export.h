// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/base/expected.h"
#include "core/results/figure_style.h"
#include "core/results/report_document.h"

namespace trimtab::ui {

/// Writes a report in the format of the file's name: txt, html (self-contained, figures as SVG inside) or pdf
/// (A4, figures as vectors, fonts embedded), atomically. html and pdf need a QGuiApplication. `options` gives
/// preset (of html; the pdf uses ieee-page) and anonymity of the figures.
[[nodiscard]] Expected<void> write_report(const results::Report& report,
                                          const results::FigureOptions& options,
                                          const std::filesystem::path& file);

}  // namespace trimtab::ui
