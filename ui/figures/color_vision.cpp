// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/color_vision.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace trimtab::ui {
namespace {

using Matrix = std::array<double, 9>;

constexpr Matrix deuteranopia = {0.367322, 0.860646,  -0.227968, 0.280085, 0.672501,
                                 0.047413, -0.011820, 0.042940,  0.968881};
constexpr Matrix protanopia = {0.152286, 1.052583,  -0.204868, 0.114503, 0.786281,
                               0.099216, -0.003882, -0.048116, 1.051998};

/// sRGB (IEC 61966-2-1) to linear light.
const std::array<double, 256>& linearTable() {
    static const auto table = [] {
        std::array<double, 256> out{};
        for (std::size_t i = 0; i < out.size(); ++i) {
            const double c = static_cast<double>(i) / 255;
            out[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        }
        return out;
    }();
    return table;
}

int encoded(double linear) {
    const double c = std::clamp(linear, 0.0, 1.0);
    const double s = c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
    return static_cast<int>(std::lround(255 * s));
}

QRgb transformed(QRgb pixel, const Matrix& m) {
    const auto& linear = linearTable();
    const double r = linear[static_cast<std::size_t>(qRed(pixel))];
    const double g = linear[static_cast<std::size_t>(qGreen(pixel))];
    const double b = linear[static_cast<std::size_t>(qBlue(pixel))];
    return qRgb(encoded(m[0] * r + m[1] * g + m[2] * b), encoded(m[3] * r + m[4] * g + m[5] * b),
                encoded(m[6] * r + m[7] * g + m[8] * b));
}

QRgb greyed(QRgb pixel) {
    const int luma =
        static_cast<int>(std::lround(0.299 * qRed(pixel) + 0.587 * qGreen(pixel) + 0.114 * qBlue(pixel)));
    return qRgb(luma, luma, luma);
}

}  // namespace

QImage seenWith(ColorVision vision, const QImage& image) {
    if (vision == ColorVision::normal) return image;
    QImage out = image.convertToFormat(QImage::Format_RGB32);
    // Figures have few colours in long runs.
    QRgb last = 0, seen = 0;
    bool known = false;
    for (int y = 0; y < out.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(out.scanLine(y));
        for (int x = 0; x < out.width(); ++x) {
            if (!known || line[x] != last) {
                last = line[x];
                seen =
                    vision == ColorVision::grey
                        ? greyed(last)
                        : transformed(last, vision == ColorVision::deuteranopia ? deuteranopia : protanopia);
                known = true;
            }
            line[x] = seen;
        }
    }
    return out;
}

}  // namespace trimtab::ui
