// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QDateTime>
#include <QString>
#include <deque>

#include "core/base/error.h"

namespace trimtab::ui {

enum class LogLevel { debug, info, warning, error };

/// Where a message leads when it is clicked: what a path or a number is, and a line in it.
struct LogPlace {
    enum class Kind { none, job, run, checkpoint, config, sweep, trace, mode, help };
    Kind kind = Kind::none;
    QString target;  ///< a path, a job's number, a mode's id or a help page
    int line = 0;
};

/// One line of the log.
struct LogMessage {
    QDateTime time;
    LogLevel level = LogLevel::info;
    QString source;  ///< who says it: "Train", "Cluster" ...
    QString text;
    LogPlace place;
};

/// What happened in the window, newest last, at most 5,000 messages. GUI thread; other threads post through
/// QMetaObject::invokeMethod.
class MessageLog final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { timeColumn, levelColumn, sourceColumn, textColumn, columnTotal };
    static constexpr int messageRole = Qt::UserRole;    ///< index of the message
    static constexpr int levelRole = Qt::UserRole + 1;  ///< LogLevel as int

    using QAbstractTableModel::QAbstractTableModel;

    void add(LogLevel level, const QString& source, const QString& text, const LogPlace& place = {});
    /// An error with the advice of ui/text/error_text.
    void addError(const QString& source, const Error& error, const LogPlace& place = {});
    void clear();
    /// The last messages as lines: UTC, level, source, text. For a file that others read.
    [[nodiscard]] QString lastLines(int most) const;
    [[nodiscard]] const LogMessage& message(int row) const {
        return messages_[static_cast<std::size_t>(row)];
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  Q_SIGNALS:
    void added(const trimtab::ui::LogMessage& message);

  private:
    std::deque<LogMessage> messages_;
};

/// "Error", "Warning" ... for a person.
[[nodiscard]] QString logLevelText(LogLevel level);

}  // namespace trimtab::ui
