// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_export.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <cmath>
#include <functional>

#include "core/results/atomic_file.h"
#include "core/results/figure_csv.h"
#include "core/results/figure_tex.h"
#include "ui/figures/figure_painter.h"

namespace trimtab::ui {
namespace {

using namespace results;

/// A checked and arranged figure, ready for any painter.
struct Prepared {
    FigureSpec figure;
    FigureOptions options;
    FigurePreset preset;
    FigureFont font;
    FigureGeometry geometry;

    /// pixels_per_pt: of the painter's device.
    void paint(QPaintDevice& device, double pixels_per_pt) const {
        QPainter painter(&device);
        painter.scale(pixels_per_pt, pixels_per_pt);
        paintFigure(painter, figure, geometry, preset, font, {.grey = options.grey});
    }
    [[nodiscard]] QString title() const { return QString::fromStdString(figure.title); }
    [[nodiscard]] QString caption() const { return QString::fromStdString(figure.caption); }
    [[nodiscard]] QString provenance() const { return QString::fromStdString(figure.provenance.text()); }
};

Expected<Prepared> prepare(const FigureSpec& figure, const FigureOptions& options) {
    if (auto checked = check_figure(figure); !checked) return Unexpected(checked.error());
    const auto preset = find_preset(options.preset);
    if (!preset) return Unexpected(preset.error());
    const auto font = FigureFont::load(preset->text_pt);
    if (!font) return Unexpected(font.error());
    FigureSpec shown = options.anonymous ? anonymized(figure) : figure;
    FigureGeometry geometry = layoutFigure(shown, *preset, options, *font);
    return Prepared{std::move(shown), options, *preset, *font, std::move(geometry)};
}

}  // namespace

Expected<QImage> render_figure_image(const FigureSpec& figure, const FigureOptions& options) {
    const auto p = prepare(figure, options);
    if (!p) return Unexpected(p.error());
    if (options.png_dpi < 36 || options.png_dpi > 2400)
        return fail(ErrorCode::invalid_argument, "a picture has 36 to 2400 dots per inch");
    const double scale = options.png_dpi / 72.0;
    QImage image(static_cast<int>(std::lround(p->geometry.width * scale)),
                 static_cast<int>(std::lround(p->geometry.height * scale)), QImage::Format_RGB32);
    if (image.isNull())
        return fail(ErrorCode::io_error,
                    "there is not enough memory for the picture; use fewer dots per inch");
    image.fill(Qt::white);
    p->paint(image, scale);
    const int dots_per_meter = static_cast<int>(std::lround(options.png_dpi / 0.0254));
    image.setDotsPerMeterX(dots_per_meter);
    image.setDotsPerMeterY(dots_per_meter);
    image.setText(QStringLiteral("Title"), p->title());
    image.setText(QStringLiteral("Description"), p->caption());
    if (!p->provenance().isEmpty()) image.setText(QStringLiteral("Source"), p->provenance());
    return image;
}

Expected<QByteArray> render_figure_svg(const FigureSpec& figure, const FigureOptions& options) {
    const auto p = prepare(figure, options);
    if (!p) return Unexpected(p.error());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setResolution(72);
        generator.setSize(
            QSize(static_cast<int>(std::ceil(p->geometry.width)), static_cast<int>(p->geometry.height)));
        generator.setViewBox(QRectF(0, 0, p->geometry.width, p->geometry.height));
        generator.setTitle(p->title());
        generator.setDescription(p->caption() + (p->provenance().isEmpty()
                                                     ? QString()
                                                     : QStringLiteral(" [") + p->provenance() + u']'));
        p->paint(generator, 1);
    }
    return bytes;
}

Expected<QByteArray> render_figure_pdf(const FigureSpec& figure, const FigureOptions& options) {
    const auto p = prepare(figure, options);
    if (!p) return Unexpected(p.error());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QSizeF(p->geometry.width, p->geometry.height), QPageSize::Point,
                                     QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        writer.setResolution(1200);
        writer.setTitle(p->title());
        writer.setCreator(p->provenance());
        p->paint(writer, 1200 / 72.0);
    }
    return bytes;
}

Expected<void> render_figure(const FigureSpec& figure, const FigureOptions& options,
                             const std::filesystem::path& file) {
    const std::string extension = file.extension().string();
    const auto write = [&](const auto& bytes) -> Expected<void> {
        if (!bytes) return Unexpected(bytes.error());
        return write_file_atomically(file, {bytes->data(), static_cast<std::size_t>(bytes->size())});
    };
    if (extension == ".pdf") return write(render_figure_pdf(figure, options));
    if (extension == ".svg") return write(render_figure_svg(figure, options));
    if (extension == ".tex") return write(figure_to_tex(figure, options));
    if (extension == ".csv") return write(figure_to_csv(figure, options));
    if (extension != ".png")
        return fail(ErrorCode::unsupported,
                    "a figure can be written as pdf, svg, png, tex or csv, not as '" + extension + "'",
                    file.string());
    const auto image = render_figure_image(figure, options);
    if (!image) return Unexpected(image.error());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image->save(&buffer, "PNG"))
        return fail(ErrorCode::io_error, "the picture could not be encoded", file.string());
    return write_file_atomically(file, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

}  // namespace trimtab::ui
