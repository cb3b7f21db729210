// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/command_palette.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

constexpr int row_height = 4 * spacing;
constexpr int widest = 76 * spacing;
constexpr int rows_shown = 11;

/// Title, then the menu it stands in, and the shortcut at the right.
class EntryDelegate final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const ThemeColors& colors = themeColors();
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        painter->save();
        if (selected) painter->fillRect(option.rect, colors.accent);
        QRect text = option.rect.adjusted(2 * spacing, 0, -2 * spacing, 0);
        const QString shortcut = index.data(CommandModel::shortcutRole).toString();
        painter->setPen(selected ? colors.onAccent : colors.mutedText);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight, shortcut);
        text.setRight(text.right() - option.fontMetrics.horizontalAdvance(shortcut) - 2 * spacing);
        painter->setPen(selected ? colors.onAccent : colors.text);
        const QString title = index.data().toString();
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft, title);
        text.setLeft(text.left() + option.fontMetrics.horizontalAdvance(title) + 2 * spacing);
        painter->setPen(selected ? colors.onAccent : colors.mutedText);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                          option.fontMetrics.elidedText(index.data(CommandModel::detailRole).toString(),
                                                        Qt::ElideMiddle, text.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {10 * spacing, row_height};
    }
};

QString plain(const QString& text) { return QString(text).remove(QLatin1Char('&')); }

}  // namespace

CommandPalette::CommandPalette(const ActionRegistry& actions, QWidget* window)
    : QFrame(window), actions_(actions), typed_(new QLineEdit(this)), list_(new QListView(this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    typed_->setObjectName(QStringLiteral("paletteInput"));
    typed_->setAccessibleName(tr("Command"));
    typed_->setPlaceholderText(tr("Type what you want to do"));
    typed_->setMinimumHeight(row_height);
    list_->setObjectName(QStringLiteral("paletteList"));
    list_->setAccessibleName(tr("Commands"));
    list_->setModel(&model_);
    list_->setItemDelegate(new EntryDelegate(list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing, spacing, spacing, spacing);
    column->setSpacing(spacing);
    column->addWidget(typed_);
    column->addWidget(list_);
    connect(typed_, &QLineEdit::textChanged, this, [this](const QString& text) {
        model_.setTyped(text);
        list_->setCurrentIndex(model_.index(0));
        list_->scrollToTop();
    });
    connect(list_, &QListView::clicked, this, &CommandPalette::runCurrent);
    typed_->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

void CommandPalette::open(std::vector<PaletteEntry> more) {
    std::vector<PaletteEntry> entries;
    for (const auto& [spec, action] : actions_.commands()) {
        if (!action->isEnabled()) continue;
        entries.push_back({plain(action->text()), plain(commandGroupTitle(spec.group)),
                           action->shortcut().toString(QKeySequence::NativeText),
                           [action = action] { action->trigger(); }});
    }
    std::ranges::move(more, std::back_inserter(entries));
    typed_->clear();
    model_.setEntries(std::move(entries));
    model_.setTyped({});
    list_->setCurrentIndex(model_.index(0));
    place();
    show();
    raise();
    typed_->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::place() {
    const int width = std::min(widest, parentWidget()->width() - 4 * spacing);
    setGeometry((parentWidget()->width() - width) / 2, 6 * spacing, width,
                std::min(parentWidget()->height() - 10 * spacing, (rows_shown + 2) * row_height));
}

void CommandPalette::runCurrent() {
    const int row = list_->currentIndex().row();
    hide();
    model_.run(row);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) place();
    if (watched != typed_) return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && !isAncestorOf(QApplication::focusWidget())) hide();
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) return false;
    auto* key = static_cast<QKeyEvent*>(event);
    const int current = list_->currentIndex().row();
    int wanted = current;
    switch (key->key()) {
        case Qt::Key_Down:
            wanted = current + 1;
            break;
        case Qt::Key_Up:
            wanted = current - 1;
            break;
        case Qt::Key_PageDown:
            wanted = current + rows_shown - 1;
            break;
        case Qt::Key_PageUp:
            wanted = current - rows_shown + 1;
            break;
        case Qt::Key_Escape:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            break;
        default:
            return false;
    }
    event->accept();
    if (event->type() == QEvent::ShortcutOverride) return true;
    if (key->key() == Qt::Key_Escape)
        hide();
    else if (wanted == current)
        runCurrent();
    else
        list_->setCurrentIndex(model_.index(std::clamp(wanted, 0, std::max(model_.rowCount() - 1, 0))));
    return true;
}

}  // namespace trimtab::ui
