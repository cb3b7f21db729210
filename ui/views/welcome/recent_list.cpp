// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/welcome/recent_list.h"

#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "ui/settings/theme.h"
#include "ui/widgets/empty_state.h"

namespace trimtab::ui {
namespace {

constexpr int path_role = Qt::UserRole;
constexpr int detail_role = Qt::UserRole + 1;

class TwoLineDelegate final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const ThemeColors& colors = themeColors();
        painter->save();
        if ((option.state & QStyle::State_MouseOver) != 0)
            painter->fillRect(option.rect, tint(colors.accent, 0.08));
        if ((option.state & QStyle::State_HasFocus) != 0)
            painter->fillRect(option.rect, tint(colors.accent, 0.16));
        const QRect area = option.rect.adjusted(spacing, spacing / 2, -spacing, -spacing / 2);
        const QFontMetrics& metrics = option.fontMetrics;
        painter->setPen(colors.text);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignTop,
                          metrics.elidedText(index.data().toString(), Qt::ElideMiddle, area.width()));
        painter->setPen(colors.mutedText);
        painter->drawText(
            area, Qt::AlignLeft | Qt::AlignBottom,
            metrics.elidedText(index.data(detail_role).toString(), Qt::ElideMiddle, area.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {20 * spacing, 2 * option.fontMetrics.lineSpacing() + spacing + spacing / 2};
    }
};

}  // namespace

RecentList::RecentList(const QString& objectName, const QString& title, EmptyState* empty, QWidget* parent)
    : QWidget(parent), list_(new QListWidget(this)), stack_(new QStackedLayout) {
    setObjectName(objectName + QStringLiteral("Panel"));
    auto* heading = new QLabel(title, this);
    heading->setObjectName(objectName + QStringLiteral("Heading"));
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    list_->setObjectName(objectName);
    list_->setAccessibleName(title);
    list_->setItemDelegate(new TwoLineDelegate(list_));
    list_->setMouseTracking(true);
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setFrameShape(QFrame::NoFrame);
    stack_->addWidget(empty);
    stack_->addWidget(list_);
    auto* frame = new QFrame(this);
    frame->setObjectName(objectName + QStringLiteral("Frame"));
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setBackgroundRole(QPalette::Base);
    frame->setAutoFillBackground(true);
    frame->setLayout(stack_);
    frame->setMaximumHeight(52 * spacing);
    stack_->setContentsMargins(1, 1, 1, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addWidget(heading);
    column->addWidget(frame, 1000);
    column->addStretch(1);
    const auto choose = [this](const QListWidgetItem* item) {
        Q_EMIT chosen(item->data(path_role).toString());
    };
    connect(list_, &QListWidget::itemClicked, this, choose);
    connect(list_, &QListWidget::itemActivated, this, choose);
}

void RecentList::setEntries(const std::vector<Entry>& entries) {
    list_->clear();
    for (const Entry& entry : entries) {
        auto* item = new QListWidgetItem(entry.name, list_);
        item->setData(path_role, entry.path);
        item->setData(detail_role, entry.detail);
        item->setToolTip(entry.path);
        item->setData(Qt::AccessibleDescriptionRole, entry.detail);
    }
    stack_->setCurrentIndex(entries.empty() ? 0 : 1);
}

int RecentList::count() const { return list_->count(); }

}  // namespace trimtab::ui
