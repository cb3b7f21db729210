// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include "core/base/expected.h"
#include "core/results/figure_style.h"
#include "core/results/report_document.h"

namespace trimtab::ui {

/// A report as an A4 PDF file: text and tables laid out in pt, wide tables at a smaller size, long ones
/// continued on the next page with their header, figures as vectors, page numbers.
[[nodiscard]] Expected<QByteArray> reportPages(const results::Report& report,
                                               const results::FigureOptions& options);

}  // namespace trimtab::ui
