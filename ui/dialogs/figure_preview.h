// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>
#include <map>

#include "core/results/figure_style.h"
#include "core/runtime/background_task.h"
#include "ui/figures/color_vision.h"
#include "ui/figures/preflight.h"

class QButtonGroup;
class QLabel;
class QListWidget;
class QScrollArea;

namespace trimtab::ui {

/// One figure at the size that it is printed at, in colour, in grey and as it looks without green or red
/// cones, and how it stands to the rules for figures. Drawn in a thread. GUI thread.
class FigurePreview final : public QWidget {
    Q_OBJECT

  public:
    explicit FigurePreview(QWidget* parent = nullptr);

    void setFigure(const results::FigureSpec& figure, const results::FigureOptions& options);
    void clear();
    [[nodiscard]] const std::vector<PreflightCheck>& checks() const { return checks_; }
    [[nodiscard]] QImage shownImage() const;

  Q_SIGNALS:
    void drawn();

  private:
    struct Pictures;
    void show(ColorVision vision);

    QButtonGroup* visions_;
    QLabel* picture_;
    QLabel* size_;
    QListWidget* rules_;
    ColorVision vision_ = ColorVision::normal;
    std::map<ColorVision, QImage> images_;
    std::vector<PreflightCheck> checks_;
    runtime::BackgroundTask drawer_;
};

}  // namespace trimtab::ui
