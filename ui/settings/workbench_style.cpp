// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/workbench_style.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <algorithm>

#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

constexpr int control_height = 28;
constexpr double corner = 4;

struct Face {
    QColor fill, border;
};

Face buttonFace(const QStyleOption& option, bool isDefault) {
    const ThemeColors& colors = themeColors();
    const bool enabled = (option.state & QStyle::State_Enabled) != 0;
    const bool down = (option.state & (QStyle::State_Sunken | QStyle::State_On)) != 0;
    const bool hovered = (option.state & QStyle::State_MouseOver) != 0;
    if (!enabled) return {colors.window, tint(colors.border, 0.7)};
    if (down) return {tint(colors.accent, 0.22), colors.accent};
    return {hovered ? tint(colors.accent, 0.10) : colors.base,
            isDefault || hovered ? colors.accent : colors.border};
}

void drawFace(QPainter& painter, const QRect& rect, const Face& face, double radius = corner) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(face.fill);
    painter.setPen(face.border.isValid() ? QPen(face.border, 1) : QPen(Qt::NoPen));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

void drawChevron(QPainter& painter, const QPointF& centre, const QColor& colour, bool up) {
    const double rise = up ? -1.8 : 1.8;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{{centre.x() - 3.5, centre.y() - rise},
                                   {centre.x(), centre.y() + rise},
                                   {centre.x() + 3.5, centre.y() - rise}});
    painter.restore();
}

/// An edge that is seen on either ground: the box is all that there is of an unchecked one. Its corners are
/// sharp enough for nobody to take it for a radio button.
void drawCheckBox(QPainter& painter, const QStyleOption& option) {
    const ThemeColors& colors = themeColors();
    const bool enabled = (option.state & QStyle::State_Enabled) != 0;
    const bool on = (option.state & QStyle::State_On) != 0;
    const bool partly = (option.state & QStyle::State_NoChange) != 0;
    const bool marked = (option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus)) != 0;
    const QColor accent = enabled ? colors.accent : tint(colors.mutedText, 0.6);
    const QRect box = option.rect.adjusted(1, 1, -1, -1);
    drawFace(painter, box,
             {on || partly ? accent : colors.base,
              on || partly || (marked && enabled) ? accent : tint(colors.mutedText, enabled ? 0.9 : 0.5)},
             corner / 2);
    if (!on && !partly) return;
    const QRectF inside = QRectF(box).adjusted(3, 3, -3, -3);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.onAccent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (on)
        painter.drawPolyline(QPolygonF{{inside.left(), inside.center().y()},
                                       {inside.center().x() - 1, inside.bottom()},
                                       {inside.right(), inside.top()}});
    else
        painter.drawLine(QPointF(inside.left(), inside.center().y()),
                         QPointF(inside.right(), inside.center().y()));
    painter.restore();
}

Face fieldFace(const QStyleOption& option) {
    const ThemeColors& colors = themeColors();
    const bool enabled = (option.state & QStyle::State_Enabled) != 0;
    const bool focused = (option.state & QStyle::State_HasFocus) != 0;
    return {enabled ? colors.base : colors.window, focused ? colors.accent : colors.border};
}

QColor inkOf(const QStyleOption& option) {
    return (option.state & QStyle::State_Enabled) != 0 ? themeColors().text : themeColors().mutedText;
}

}  // namespace

WorkbenchStyle::WorkbenchStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void WorkbenchStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                   const QWidget* widget) const {
    switch (element) {
        case PE_PanelButtonCommand: {
            const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
            const bool flat = button != nullptr && (button->features & QStyleOptionButton::Flat) != 0 &&
                              (option->state & (State_MouseOver | State_Sunken | State_On)) == 0;
            const bool isDefault =
                button != nullptr && (button->features & QStyleOptionButton::DefaultButton) != 0;
            if (!flat) drawFace(*painter, option->rect, buttonFace(*option, isDefault));
            return;
        }
        case PE_PanelButtonTool: {
            const ThemeColors& colors = themeColors();
            const bool on = (option->state & State_On) != 0;
            const bool down = (option->state & State_Sunken) != 0;
            const bool raised = (option->state & State_AutoRaise) == 0;
            if (on || down)
                drawFace(*painter, option->rect, {tint(colors.accent, down ? 0.24 : 0.16), {}});
            else if (raised)
                drawFace(*painter, option->rect, buttonFace(*option, false));
            else if ((option->state & State_Enabled) != 0 && (option->state & State_MouseOver) != 0)
                drawFace(*painter, option->rect, {tint(colors.accent, 0.10), {}});
            return;
        }
        case PE_IndicatorCheckBox:
            drawCheckBox(*painter, *option);
            return;
        case PE_PanelLineEdit: {
            const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            if (frame != nullptr && frame->lineWidth > 0)
                drawFace(*painter, option->rect, fieldFace(*option));
            else
                painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
            return;
        }
        case PE_FrameLineEdit:
            return;  // the panel has drawn it
        case PE_FrameTabBarBase: {
            const auto* base = qstyleoption_cast<const QStyleOptionTabBarBase*>(option);
            if (base == nullptr || base->shape != QTabBar::RoundedNorth) break;
            painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                              themeColors().border);
            return;
        }
        default:
            break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void WorkbenchStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                        QPainter* painter, const QWidget* widget) const {
    if (control == CC_ComboBox) {
        const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (box != nullptr && box->frame) {
            drawFace(*painter, option->rect, box->editable ? fieldFace(*option) : buttonFace(*option, false));
            const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
            drawChevron(*painter, QRectF(arrow).center(), inkOf(*option), false);
            if ((option->state & State_HasFocus) != 0 && !box->editable)
                drawFace(*painter, option->rect, {QColor(Qt::transparent), themeColors().accent});
            return;
        }
    }
    if (control == CC_SpinBox) {
        const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if (box != nullptr && box->frame) {
            drawFace(*painter, option->rect, fieldFace(*option));
            if (box->buttonSymbols == QAbstractSpinBox::NoButtons) return;
            for (const auto part : {SC_SpinBoxUp, SC_SpinBoxDown}) {
                const bool up = part == SC_SpinBoxUp;
                const QRect rect = subControlRect(CC_SpinBox, option, part, widget);
                const bool active =
                    option->activeSubControls == part && (option->state & State_MouseOver) != 0;
                const bool possible = (box->stepEnabled & (up ? QAbstractSpinBox::StepUpEnabled
                                                              : QAbstractSpinBox::StepDownEnabled)) != 0;
                if (active && possible)
                    painter->fillRect(rect.adjusted(0, 1, -1, -1), tint(themeColors().accent, 0.12));
                drawChevron(*painter, QRectF(rect).center(),
                            possible ? inkOf(*option) : tint(themeColors().mutedText, 0.5), up);
            }
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void WorkbenchStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
    if (element == CE_ShapedFrame) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame != nullptr && frame->frameShape == QFrame::StyledPanel) {
            drawFace(*painter, option->rect, {QColor(Qt::transparent), themeColors().border});
            return;
        }
    }
    if (element == CE_ProgressBarGroove) {
        drawFace(*painter, option->rect, {themeColors().raised, themeColors().border});
        return;
    }
    if (element == CE_ProgressBarContents) {
        const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
        const bool busy = bar == nullptr || bar->maximum <= bar->minimum;
        if (!busy && (bar->state & State_Horizontal) != 0) {
            const double share =
                static_cast<double>(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
            QRect done = option->rect;
            done.setWidth(static_cast<int>(done.width() * std::clamp(share, 0.0, 1.0)));
            if (done.width() > 1) drawFace(*painter, done, {themeColors().accent, {}});
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

QSize WorkbenchStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                       const QWidget* widget) const {
    QSize made = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
        case CT_PushButton:
            made.setWidth(std::max(made.width() + spacing, 9 * spacing));
            made.setHeight(std::max(made.height(), control_height));
            break;
        case CT_LineEdit:
        case CT_ComboBox:
        case CT_SpinBox:
            made.setHeight(std::max(made.height(), control_height));
            break;
        case CT_ToolButton:
            made += QSize(spacing / 2, 0);
            break;
        case CT_MenuItem:
            made.setHeight(std::max(made.height(), 0) + (made.height() > spacing ? 4 : 0));
            break;
        default:
            break;
    }
    return made;
}

QIcon WorkbenchStyle::standardIcon(StandardPixmap icon, const QStyleOption* option,
                                   const QWidget* widget) const {
    switch (icon) {
        case SP_TitleBarNormalButton:
            return themedIcon(QStringLiteral("dock-float"), themeColors().mutedText);
        case SP_TitleBarCloseButton:
        case SP_DockWidgetCloseButton:
        case SP_LineEditClearButton:
            return themedIcon(QStringLiteral("close"), themeColors().mutedText);
        default:
            return QProxyStyle::standardIcon(icon, option, widget);
    }
}

QRect WorkbenchStyle::subElementRect(SubElement element, const QStyleOption* option,
                                     const QWidget* widget) const {
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element != SE_LineEditContents) return rect;
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    const bool framed = frame != nullptr && frame->lineWidth > 0;
    return framed ? rect.adjusted(spacing / 2, 0, -spacing / 2, 0) : rect;
}

int WorkbenchStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* data) const {
    switch (hint) {
        case SH_DialogButtonBox_ButtonsHaveIcons:
            return 0;
        case SH_ItemView_ShowDecorationSelected:
            return 1;
        case SH_EtchDisabledText:
            return 0;
        default:
            return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

int WorkbenchStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
        case PM_ButtonShiftHorizontal:
        case PM_ButtonShiftVertical:
            return 0;
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
            return 16;
        case PM_ScrollBarExtent:
            return 12;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

}  // namespace trimtab::ui
