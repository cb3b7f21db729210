// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/train/yaml_highlighter.h"

#include <QRegularExpression>

#include "ui/settings/theme.h"

namespace trimtab::ui {

void YamlHighlighter::highlightBlock(const QString& text) {
    static const QRegularExpression section(QStringLiteral("^[A-Za-z_]+(?=\\s*:)"));
    static const QRegularExpression number(
        QStringLiteral("(?<![\\w.])[-+]?\\d+\\.?\\d*([eE][-+]?\\d+)?(?![\\w.])"));
    static const QRegularExpression quoted(QStringLiteral("\"[^\"]*\"|'[^']*'"));
    static const QRegularExpression comment(QStringLiteral("(^|\\s)#.*$"));
    const ThemeColors& colors = themeColors();
    const auto color = [this, &text](const QRegularExpression& pattern, const QTextCharFormat& format) {
        for (auto it = pattern.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()),
                      format);
        }
    };
    QTextCharFormat bold;
    bold.setFontWeight(QFont::Bold);
    QTextCharFormat value;
    value.setForeground(colors.accent);
    QTextCharFormat literal;
    literal.setForeground(colors.good);
    QTextCharFormat muted;
    muted.setForeground(colors.mutedText);
    muted.setFontItalic(true);
    color(section, bold);
    color(number, value);
    color(quoted, literal);
    color(comment, muted);
}

}  // namespace trimtab::ui
