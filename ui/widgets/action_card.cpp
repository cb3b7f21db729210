// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/action_card.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>

#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

constexpr int icon_side = 4 * spacing;
constexpr int inset = 2 * spacing;
constexpr int corner = 6;

}  // namespace

ActionCard::ActionCard(const QString& icon, const QString& title, const QString& text, bool primary,
                       QWidget* parent)
    : QAbstractButton(parent), iconName_(icon), detail_(text), primary_(primary) {
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(text);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAttribute(Qt::WA_Hover);
}

int ActionCard::heightForWidth(int width) const {
    const int line = fontMetrics().lineSpacing();
    const QRect room(0, 0, std::max(1, width - 2 * inset), 100 * line);
    const int words = fontMetrics().boundingRect(room, Qt::TextWordWrap, detail_).height();
    return 2 * inset + icon_side + spacing + line + spacing / 2 + std::max(3 * line, words);
}

QSize ActionCard::sizeHint() const { return {34 * spacing, heightForWidth(34 * spacing)}; }

QSize ActionCard::minimumSizeHint() const { return {24 * spacing, sizeHint().height()}; }

void ActionCard::paintEvent(QPaintEvent*) {
    const ThemeColors& colors = themeColors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor back = primary_ ? colors.accent : colors.base;
    if (isDown())
        back = primary_ ? back.darker(112) : tint(colors.accent, 0.18);
    else if (underMouse())
        back = primary_ ? back.darker(106) : tint(colors.accent, 0.08);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setBrush(back);
    painter.setPen(QPen(primary_ ? back : underMouse() ? colors.accent : colors.border, 1));
    painter.drawRoundedRect(frame, corner, corner);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(primary_ ? colors.onAccent : colors.accent, 2));
        painter.drawRoundedRect(frame.adjusted(2.5, 2.5, -2.5, -2.5), corner - 2, corner - 2);
    }
    const QColor text = primary_ ? colors.onAccent : colors.text;
    QRect area = rect().adjusted(inset, inset, -inset, -inset);
    themedIcon(iconName_, primary_ ? colors.onAccent : colors.accent)
        .paint(&painter, QRect(area.topLeft(), QSize(icon_side, icon_side)));
    area.setTop(area.top() + icon_side + spacing);
    QFont title = font();
    title.setBold(true);
    painter.setFont(title);
    painter.setPen(text);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop, this->text());
    area.setTop(area.top() + QFontMetrics(title).lineSpacing() + spacing / 2);
    painter.setFont(font());
    painter.setPen(primary_ ? colors.onAccent : colors.mutedText);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, detail_);
}

bool ActionCard::event(QEvent* event) {
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) update();
    return QAbstractButton::event(event);
}

}  // namespace trimtab::ui
