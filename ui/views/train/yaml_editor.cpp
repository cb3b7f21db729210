// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/train/yaml_editor.h"

#include <QFontDatabase>
#include <QHelpEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>
#include <algorithm>

#include "ui/settings/theme.h"
#include "ui/text/core_sentence.h"
#include "ui/views/train/yaml_highlighter.h"

namespace trimtab::ui {
namespace {

constexpr int mark_width = 10;

}  // namespace

YamlEditor::YamlEditor(ExperimentDocument& document, QWidget* parent)
    : QPlainTextEdit(parent), document_(document), margin_(new QWidget(this)) {
    setObjectName(QStringLiteral("yamlEditor"));
    setAccessibleName(tr("Configuration as text"));
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    margin_->setObjectName(QStringLiteral("yamlMargin"));
    margin_->setAccessibleName(tr("Line numbers and mistakes"));
    margin_->installEventFilter(this);
    margin_->setMouseTracking(true);
    new YamlHighlighter(QPlainTextEdit::document());
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!taking_) document_.setText(toPlainText());
    });
    connect(this, &QPlainTextEdit::blockCountChanged, this, &YamlEditor::placeMargin);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& area, int dy) {
        if (dy != 0)
            margin_->scroll(0, dy);
        else
            margin_->update(0, area.y(), margin_->width(), area.height());
    });
    connect(&document_, &ExperimentDocument::changed, this, [this] {
        takeText();
        takeIssues();
    });
    takeText();
    takeIssues();
    placeMargin();
}

/// Replaces only what differs, so that cursor and scroll position stay where the person is.
void YamlEditor::takeText() {
    const QString before = toPlainText();
    const QString& after = document_.text();
    if (before == after) return;
    const auto ends = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto first = static_cast<int>(ends.first - before.begin());
    qsizetype tail = 0;
    while (tail < before.size() - first && tail < after.size() - first &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    taking_ = true;
    QTextCursor cursor(QPlainTextEdit::document());
    cursor.setPosition(first);
    cursor.setPosition(static_cast<int>(before.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(after.mid(first, after.size() - first - tail));
    taking_ = false;
}

void YamlEditor::takeIssues() {
    issues_.clear();
    for (const config::ConfigIssue& issue : document_.issues()) {
        const QString text = issue.key.empty() ? tr("This %1").arg(coreSentence(issue.message))
                                               : tr("%1 %2").arg(QString::fromStdString(issue.key),
                                                                 coreSentence(issue.message));
        QString& at = issues_[std::max(1, issue.line)];
        at += (at.isEmpty() ? QString() : QStringLiteral("\n")) + text;
    }
    QList<QTextEdit::ExtraSelection> marks;
    for (const auto& [line, text] : issues_) {
        QTextEdit::ExtraSelection mark;
        mark.format.setBackground(tint(themeColors().danger, 0.14));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        mark.cursor = QTextCursor(QPlainTextEdit::document()->findBlockByNumber(line - 1));
        marks.append(mark);
    }
    setExtraSelections(marks);
    margin_->update();
}

QString YamlEditor::issueAt(int line) const {
    const auto found = issues_.find(line);
    return found == issues_.end() ? QString() : found->second;
}

void YamlEditor::showLine(int line) {
    const QTextBlock block = QPlainTextEdit::document()->findBlockByNumber(line - 1);
    if (!block.isValid()) return;
    setTextCursor(QTextCursor(block));
    centerCursor();
    setFocus(Qt::OtherFocusReason);
}

int YamlEditor::marginWidth() const {
    const auto digits = static_cast<int>(QString::number(std::max(100, blockCount())).size());
    return fontMetrics().horizontalAdvance(QLatin1Char('9')) * digits + mark_width + spacing;
}

void YamlEditor::placeMargin() {
    setViewportMargins(marginWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    margin_->setGeometry(inside.left(), inside.top(), marginWidth(), inside.height());
}

int YamlEditor::lineAt(int y) const { return cursorForPosition(QPoint(0, y)).blockNumber() + 1; }

void YamlEditor::paintMargin() {
    QPainter painter(margin_);
    const ThemeColors& colors = themeColors();
    painter.fillRect(margin_->rect(), colors.window);
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    for (; block.isValid() && top <= margin_->height(); block = block.next()) {
        const double height = blockBoundingRect(block).height();
        const int line = block.blockNumber() + 1;
        const bool wrong = issues_.count(line) > 0;
        const QRectF box(0, top, margin_->width() - spacing / 2, height);
        if (wrong) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors.danger);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.drawEllipse(QPointF(mark_width / 2.0 + 1, box.center().y()), 3.5, 3.5);
        }
        painter.setPen(wrong ? colors.danger : colors.mutedText);
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
        top += height;
    }
}

void YamlEditor::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeMargin();
}

void YamlEditor::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo)) {
        event->ignore();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

bool YamlEditor::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        // The window's undo is the document's.
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return false;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = issueAt(lineAt(viewport()->mapFrom(this, help->pos()).y()));
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QPlainTextEdit::event(event);
}

void YamlEditor::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    takeIssues();
    if (auto* highlighter = QPlainTextEdit::document()->findChild<YamlHighlighter*>())
        highlighter->rehighlight();
}

bool YamlEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched == margin_ && event->type() == QEvent::Paint) {
        paintMargin();
        return true;
    }
    if (watched == margin_ && event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = issueAt(lineAt(help->pos().y()));
        if (!text.isEmpty()) QToolTip::showText(help->globalPos(), text, margin_);
        return true;
    }
    return QPlainTextEdit::eventFilter(watched, event);
}

}  // namespace trimtab::ui
