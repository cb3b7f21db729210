// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/figure_preview.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPixmap>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/figures/figure_export.h"
#include "ui/settings/theme.h"
#include "ui/text/core_sentence.h"

namespace trimtab::ui {
namespace {

constexpr double mm_per_inch = 25.4;

}  // namespace

struct FigurePreview::Pictures {
    std::map<ColorVision, QImage> images;
    std::vector<PreflightCheck> checks;
};

FigurePreview::FigurePreview(QWidget* parent)
    : QWidget(parent),
      visions_(new QButtonGroup(this)),
      picture_(new QLabel(this)),
      size_(new QLabel(this)),
      rules_(new QListWidget(this)) {
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    const std::pair<ColorVision, QString> kinds[] = {{ColorVision::normal, tr("Colour")},
                                                     {ColorVision::grey, tr("Grey")},
                                                     {ColorVision::deuteranopia, tr("Deuteranopia")},
                                                     {ColorVision::protanopia, tr("Protanopia")}};
    for (const auto& [vision, text] : kinds) {
        auto* button = new QToolButton(this);
        button->setText(text);
        button->setCheckable(true);
        button->setChecked(vision == ColorVision::normal);
        button->setObjectName(QStringLiteral("vision%1").arg(static_cast<int>(vision)));
        button->setAccessibleName(tr("Preview: %1").arg(text));
        visions_->addButton(button, static_cast<int>(vision));
        row->addWidget(button);
    }
    row->addStretch();
    row->addWidget(size_);
    size_->setAccessibleName(tr("Size in print"));
    picture_->setAlignment(Qt::AlignCenter);
    picture_->setAccessibleName(tr("Preview at the size in print"));
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(picture_);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(picture_->accessibleName());
    rules_->setObjectName(QStringLiteral("preflight"));
    rules_->setAccessibleName(tr("Rules for figures in print"));
    rules_->setSelectionMode(QAbstractItemView::NoSelection);
    rules_->setFocusPolicy(Qt::TabFocus);
    rules_->setIconSize(QSize(16, 16));
    rules_->setFixedHeight(6 * (std::max(16, fontMetrics().height()) + 6) + 4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addLayout(row);
    column->addWidget(scroll, 1);
    column->addWidget(rules_);
    connect(visions_, &QButtonGroup::idClicked, this, [this](int id) { show(static_cast<ColorVision>(id)); });
}

void FigurePreview::clear() {
    drawer_.cancel();
    images_.clear();
    checks_.clear();
    rules_->clear();
    size_->clear();
    picture_->setPixmap({});
    picture_->setText(tr("No figure is chosen."));
}

void FigurePreview::setFigure(const results::FigureSpec& figure, const results::FigureOptions& options) {
    // As many dots as the screen says it has: the figure is then as large as on paper.
    const double ratio = devicePixelRatioF();
    const int dots = std::clamp(static_cast<int>(logicalDpiX() * ratio), 36, 600);
    drawer_.run<Pictures>(
        [figure, options, dots, ratio](StopToken) -> Expected<Pictures> {
            results::FigureOptions on_screen = options;
            on_screen.png_dpi = dots;
            auto image = render_figure_image(figure, on_screen);
            if (!image) return Unexpected<Error>(image.error());
            const auto pdf = render_figure_pdf(figure, options);
            if (!pdf) return Unexpected<Error>(pdf.error());
            Pictures out;
            for (const ColorVision vision : {ColorVision::normal, ColorVision::grey,
                                             ColorVision::deuteranopia, ColorVision::protanopia}) {
                out.images[vision] = seenWith(vision, *image);
                out.images[vision].setDevicePixelRatio(ratio);
            }
            out.checks = preflight(figure, options, *pdf);
            return out;
        },
        [this](Expected<Pictures> pictures) {
            if (!pictures) {
                clear();
                picture_->setText(coreSentence(pictures.error().message));
                return;
            }
            images_ = std::move(pictures->images);
            checks_ = std::move(pictures->checks);
            rules_->clear();
            for (const PreflightCheck& check : checks_) {
                auto* item = new QListWidgetItem(
                    themedIcon(check.passed ? QStringLiteral("check") : QStringLiteral("warning"),
                               check.passed ? themeColors().good : themeColors().warning),
                    QStringLiteral("%1: %2 \u2013 %3")
                        .arg(check.passed ? tr("Passed") : tr("Look"), check.rule, check.detail),
                    rules_);
                item->setToolTip(check.detail);
            }
            show(vision_);
            Q_EMIT drawn();
        });
}

void FigurePreview::show(ColorVision vision) {
    vision_ = vision;
    const auto found = images_.find(vision);
    if (found == images_.end()) return;
    picture_->setPixmap(QPixmap::fromImage(found->second));
    const double inches =
        static_cast<double>(found->second.width()) / found->second.devicePixelRatio() / logicalDpiX();
    const double high =
        static_cast<double>(found->second.height()) / found->second.devicePixelRatio() / logicalDpiY();
    size_->setText(
        tr("%1 × %2 mm in print").arg(inches * mm_per_inch, 0, 'f', 0).arg(high * mm_per_inch, 0, 'f', 0));
}

QImage FigurePreview::shownImage() const {
    const auto found = images_.find(vision_);
    return found == images_.end() ? QImage() : found->second;
}

}  // namespace trimtab::ui
