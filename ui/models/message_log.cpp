// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/message_log.h"

#include <QLocale>
#include <algorithm>
#include <array>

#include "ui/text/core_sentence.h"
#include "ui/text/error_text.h"

namespace trimtab::ui {
namespace {

constexpr std::size_t most_messages = 5000;
constexpr int removed_at_once = 500;

}  // namespace

QString logLevelText(LogLevel level) {
    switch (level) {
        case LogLevel::debug:
            return MessageLog::tr("Detail");
        case LogLevel::info:
            return MessageLog::tr("Note");
        case LogLevel::warning:
            return MessageLog::tr("Warning");
        case LogLevel::error:
            return MessageLog::tr("Error");
    }
    return {};
}

void MessageLog::add(LogLevel level, const QString& source, const QString& text, const LogPlace& place) {
    if (messages_.size() >= most_messages) {
        beginRemoveRows({}, 0, removed_at_once - 1);
        messages_.erase(messages_.begin(), messages_.begin() + removed_at_once);
        endRemoveRows();
    }
    const int row = static_cast<int>(messages_.size());
    beginInsertRows({}, row, row);
    messages_.push_back({QDateTime::currentDateTime(), level, source, text, place});
    endInsertRows();
    Q_EMIT added(messages_.back());
}

void MessageLog::addError(const QString& source, const Error& error, const LogPlace& place) {
    const LogLevel level = error.code == ErrorCode::cancelled ? LogLevel::info : LogLevel::error;
    add(level, source, errorSentence(error) + QLatin1Char(' ') + errorText(error.code).advice, place);
}

void MessageLog::clear() {
    beginResetModel();
    messages_.clear();
    endResetModel();
}

QString MessageLog::lastLines(int most) const {
    static constexpr std::array<const char*, 4> levels = {"debug", "info", "warning", "error"};
    QString text;
    for (int row = std::max(0, rowCount() - most); row < rowCount(); ++row) {
        const LogMessage& each = message(row);
        text += each.time.toUTC().toString(Qt::ISODate) + QLatin1Char(' ') +
                QLatin1String(levels[static_cast<std::size_t>(each.level)]) + QLatin1Char(' ') + each.source +
                QStringLiteral(": ") + each.text + QLatin1Char('\n');
    }
    return text;
}

int MessageLog::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(messages_.size());
}

int MessageLog::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columnTotal; }

QVariant MessageLog::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const LogMessage& message = this->message(index.row());
    if (role == messageRole) return index.row();
    if (role == levelRole) return static_cast<int>(message.level);
    if (role == Qt::ToolTipRole && index.column() == textColumn) return message.text;
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case timeColumn:
            return message.time.toString(QStringLiteral("HH:mm:ss"));
        case levelColumn:
            return logLevelText(message.level);
        case sourceColumn:
            return message.source;
        case textColumn:
            return message.text;
        default:
            return {};
    }
}

QVariant MessageLog::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case timeColumn:
            return tr("Time");
        case levelColumn:
            return tr("Level");
        case sourceColumn:
            return tr("From");
        case textColumn:
            return tr("Message");
        default:
            return {};
    }
}

}  // namespace trimtab::ui
