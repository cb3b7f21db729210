// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace trimtab::ui {

/// How a picture is seen. grey: by a grey printer; the others: by people without green or red cones.
enum class ColorVision { normal, grey, deuteranopia, protanopia };

/// The picture as it is seen. The two dichromacies follow Machado, Oliveira and Fernandes (IEEE TVCG 15(6),
/// 2009), severity 1, on linear RGB; grey is the Rec. 601 luma that grey figures are drawn in.
[[nodiscard]] QImage seenWith(ColorVision vision, const QImage& image);

}  // namespace trimtab::ui
