// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/play/probability_bars.h"

#include <QPainter>
#include <algorithm>

#include "core/environment/action.h"
#include "ui/settings/theme.h"
#include "ui/text/number_text.h"

namespace trimtab::ui {
namespace {

QString headName(std::size_t head) {
    switch (head) {
        case 0:
            return ProbabilityBars::tr("GPU");
        case 1:
            return ProbabilityBars::tr("CPU");
        default:
            return ProbabilityBars::tr("Prefer");
    }
}

QString choiceName(std::size_t head, std::size_t choice) {
    const auto& values = environment::action_table()[std::min<std::size_t>(head, 2)].values;
    return choice < values.size() ? QString::fromStdString(values[choice]) : QString();
}

}  // namespace

ProbabilityBars::ProbabilityBars(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Probabilities of the policy"));
    setProbabilities({});
}

void ProbabilityBars::setProbabilities(std::vector<std::vector<double>> probabilities) {
    probabilities_ = std::move(probabilities);
    QStringList parts;
    for (std::size_t head = 0; head < probabilities_.size(); ++head)
        for (std::size_t i = 0; i < probabilities_[head].size(); ++i)
            parts.append(
                QStringLiteral("%1 %2: %3")
                    .arg(headName(head), choiceName(head, i), shareText(probabilities_[head][i], 0)));
    setAccessibleDescription(parts.isEmpty() ? tr("This policy has no probabilities")
                                             : parts.join(QStringLiteral(", ")));
    update();
}

void ProbabilityBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeColors& colors = themeColors();
    painter.fillRect(rect(), colors.base);
    painter.setPen(colors.mutedText);
    if (probabilities_.empty()) {
        painter.drawText(rect().adjusted(spacing, spacing, -spacing, -spacing),
                         Qt::AlignCenter | Qt::TextWordWrap, accessibleDescription());
        return;
    }
    const int name = fontMetrics().horizontalAdvance(tr("Prefer")) + spacing;
    const int row = (height() - spacing) / static_cast<int>(probabilities_.size());
    const int text = fontMetrics().height();
    for (std::size_t head = 0; head < probabilities_.size(); ++head) {
        const int top = spacing / 2 + static_cast<int>(head) * row;
        painter.setPen(colors.mutedText);
        painter.drawText(QRect(spacing / 2, top, name, row), Qt::AlignVCenter | Qt::AlignLeft,
                         headName(head));
        const auto& p = probabilities_[head];
        if (p.empty()) continue;
        const int cell = (width() - name - 2 * spacing) / static_cast<int>(p.size());
        const auto best = std::ranges::max_element(p) - p.begin();
        for (std::size_t i = 0; i < p.size(); ++i) {
            const QRect box(name + spacing + static_cast<int>(i) * cell, top, cell - 4, row - 4);
            const int room = std::max(4, box.height() - text - 2);
            const int filled = static_cast<int>(room * std::clamp(p[i], 0.0, 1.0));
            const bool chosen = static_cast<std::ptrdiff_t>(i) == best;
            painter.fillRect(QRect(box.left(), box.top(), box.width(), room), tint(colors.border, 0.5));
            painter.fillRect(QRect(box.left(), box.top() + room - filled, box.width(), filled),
                             chosen ? colors.accent : tint(colors.accent, 0.45));
            painter.setPen(chosen ? colors.text : colors.mutedText);
            painter.drawText(
                QRect(box.left() - 2, box.top() + room, box.width() + 4, text + 2), Qt::AlignCenter,
                fontMetrics().elidedText(choiceName(head, i) + QStringLiteral(": ") + shareText(p[i], 0),
                                         Qt::ElideRight, box.width() + 4));
        }
    }
}

}  // namespace trimtab::ui
