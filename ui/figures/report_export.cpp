// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/report_export.h"

#include "core/results/atomic_file.h"
#include "ui/figures/figure_export.h"
#include "ui/figures/report_pages.h"

namespace trimtab::ui {

using namespace results;

Expected<void> write_report(const Report& report, const FigureOptions& options,
                            const std::filesystem::path& file) {
    const std::string extension = file.extension().string();
    if (extension == ".txt") return write_file_atomically(file, report_to_text(report));
    if (extension == ".html") {
        const auto draw = [&](const FigureSpec& figure) -> Expected<std::string> {
            auto svg = render_figure_svg(figure, options);
            if (!svg) return Unexpected(svg.error());
            return svg->toStdString();
        };
        return write_file_atomically(file, report_to_html(report, draw));
    }
    if (extension == ".pdf") {
        const auto pdf = reportPages(report, options);
        if (!pdf) return Unexpected(pdf.error());
        return write_file_atomically(file, {pdf->constData(), static_cast<std::size_t>(pdf->size())});
    }
    return fail(ErrorCode::unsupported,
                "a report can be written as txt, html or pdf, not as '" + extension + "'", file.string());
}

}  // namespace trimtab::ui
