// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/log_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/settings/theme.h"

namespace trimtab::ui {
namespace {

/// Messages of a level and above that contain a text.
class ShownMessages final : public QSortFilterProxyModel {
  public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setLevel(int level) {
        level_ = level;
        invalidateFilter();
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        const auto level =
            static_cast<LogLevel>(QSortFilterProxyModel::data(index, MessageLog::levelRole).toInt());
        if (role == Qt::ForegroundRole && index.column() == MessageLog::levelColumn) {
            if (level == LogLevel::error) return themeColors().danger;
            if (level == LogLevel::warning) return themeColors().warning;
            return themeColors().mutedText;
        }
        if (role == Qt::ForegroundRole && index.column() != MessageLog::textColumn)
            return themeColors().mutedText;
        if (role == Qt::FontRole && index.column() == MessageLog::timeColumn) return numberFont();
        return QSortFilterProxyModel::data(index, role);
    }

  protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        const QModelIndex first = sourceModel()->index(row, 0, parent);
        if (first.data(MessageLog::levelRole).toInt() < level_) return false;
        return QSortFilterProxyModel::filterAcceptsRow(row, parent);
    }

  private:
    int level_ = static_cast<int>(LogLevel::info);
};

QToolButton* button(const QString& name, const QString& icon, const QString& text, QWidget* parent) {
    auto* made = new QToolButton(parent);
    made->setObjectName(name);
    made->setIcon(themedIcon(icon));
    made->setAccessibleName(text);
    made->setToolTip(text);
    made->setAutoRaise(true);
    return made;
}

}  // namespace

LogPanel::LogPanel(MessageLog& log, OpenRequests& requests, QWidget* parent)
    : QWidget(parent),
      log_(log),
      requests_(requests),
      shown_(new ShownMessages(this)),
      table_(new QTableView(this)),
      level_(new QComboBox(this)),
      filter_(new QLineEdit(this)) {
    setObjectName(QStringLiteral("logPanel"));
    shown_->setSourceModel(&log_);
    shown_->setFilterKeyColumn(-1);
    shown_->setFilterCaseSensitivity(Qt::CaseInsensitive);

    level_->setObjectName(QStringLiteral("logLevel"));
    level_->setAccessibleName(tr("Lowest level shown"));
    for (const LogLevel level : {LogLevel::debug, LogLevel::info, LogLevel::warning, LogLevel::error})
        level_->addItem(tr("%1 and above").arg(logLevelText(level)), static_cast<int>(level));
    level_->setItemText(0, tr("Everything"));
    level_->setItemText(3, tr("Errors only"));
    level_->setCurrentIndex(1);
    filter_->setObjectName(QStringLiteral("logFilter"));
    filter_->setAccessibleName(tr("Filter the messages"));
    filter_->setPlaceholderText(tr("Filter"));
    filter_->setClearButtonEnabled(true);
    QToolButton* copy = button(QStringLiteral("logCopy"), QStringLiteral("copy"),
                               tr("Copies the selected messages, or all that are shown"), this);
    QToolButton* clear =
        button(QStringLiteral("logClear"), QStringLiteral("trash"), tr("Removes all messages"), this);

    table_->setObjectName(QStringLiteral("logTable"));
    table_->setAccessibleName(tr("Messages"));
    table_->setModel(shown_);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setFrameShape(QFrame::NoFrame);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(3 * spacing);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->setColumnWidth(MessageLog::timeColumn, 10 * spacing);
    table_->setColumnWidth(MessageLog::levelColumn, 10 * spacing);
    table_->setColumnWidth(MessageLog::sourceColumn, 16 * spacing);

    auto* row = new QHBoxLayout;
    row->setContentsMargins(spacing, spacing / 2, spacing, spacing / 2);
    row->setSpacing(spacing);
    row->addWidget(level_);
    row->addWidget(filter_, 1);
    row->addWidget(copy);
    row->addWidget(clear);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(table_, 1);

    connect(level_, &QComboBox::currentIndexChanged, this,
            [this] { static_cast<ShownMessages*>(shown_)->setLevel(level_->currentData().toInt()); });
    connect(filter_, &QLineEdit::textChanged, shown_, &QSortFilterProxyModel::setFilterFixedString);
    connect(copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(shownText()); });
    connect(clear, &QToolButton::clicked, this, [this] { log_.clear(); });
    connect(table_, &QTableView::activated, this, &LogPanel::openAt);
    // New messages scroll in only where the person has not scrolled away.
    connect(shown_, &QAbstractItemModel::rowsInserted, this, [this] {
        const QScrollBar* bar = table_->verticalScrollBar();
        if (bar->value() >= bar->maximum() - 1)
            QMetaObject::invokeMethod(table_, &QTableView::scrollToBottom, Qt::QueuedConnection);
    });
}

QString LogPanel::shownText() const {
    QModelIndexList rows = table_->selectionModel()->selectedRows();
    if (rows.isEmpty())
        for (int row = 0; row < shown_->rowCount(); ++row) rows.append(shown_->index(row, 0));
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QString text;
    for (const QModelIndex& row : rows) {
        const LogMessage& message = log_.message(shown_->mapToSource(row).row());
        text += QStringLiteral("%1 %2 %3: %4\n")
                    .arg(message.time.toString(Qt::ISODate), logLevelText(message.level), message.source,
                         message.text);
    }
    return text;
}

void LogPanel::openAt(const QModelIndex& shown) {
    requests_.openPlace(log_.message(shown_->mapToSource(shown).row()).place);
}

}  // namespace trimtab::ui
