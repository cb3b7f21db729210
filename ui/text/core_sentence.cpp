// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/core_sentence.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <optional>
#include <vector>

#include "ui/text/translations.h"

namespace trimtab::ui {
namespace {

constexpr int most_depth = 4;  // a row's mistake is a key's, whose allowed values are a sentence again

struct Template {
    const char* english;
    QRegularExpression pattern;
};

std::vector<Template> makeTemplates() {
    static const QRegularExpression placeholder(QStringLiteral("%[1-9]"));
    std::vector<Template> templates;
    for (const char* english : coreSentences()) {
        const QString text = QString::fromUtf8(english);
        QString pattern;
        qsizetype end = 0;
        for (auto it = placeholder.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            pattern += QRegularExpression::escape(text.mid(end, match.capturedStart() - end)) +
                       QStringLiteral("(.*?)");
            end = match.capturedEnd();
        }
        pattern = QRegularExpression::anchoredPattern(pattern + QRegularExpression::escape(text.mid(end)));
        templates.push_back({english, QRegularExpression(pattern)});
    }
    return templates;
}

QString translated(const char* english) { return QCoreApplication::translate("CoreTexts", english); }

std::optional<QString> told(const QString& sentence, int depth);

/// `text` with what stands for %1 and so on: nothing of an argument is taken for a placeholder.
QString filled(const QString& text, const QStringList& arguments) {
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int number = text[i] == QLatin1Char('%') && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (number < 1 || number > arguments.size()) {
            out += text[i];
            continue;
        }
        out += arguments[number - 1];
        ++i;
    }
    return out;
}

/// The sentence by the first template that fits the whole of it.
std::optional<QString> told(const QString& sentence, int depth) {
    static const std::vector<Template> templates = makeTemplates();
    if (sentence.isEmpty() || depth > most_depth) return std::nullopt;
    const QByteArray bytes = sentence.toUtf8();
    if (QString exact = translated(bytes.constData()); exact != sentence) return exact;
    for (const Template& each : templates) {
        const auto match = each.pattern.match(sentence);
        if (!match.hasMatch()) continue;
        QStringList arguments = match.capturedTexts().mid(1);
        for (QString& argument : arguments)
            if (!argument.contains(QLatin1Char(' ')))
                continue;  // a name, a number
            else if (const auto inner = told(argument, depth + 1))
                argument = *inner;
        return filled(translated(each.english), arguments);
    }
    return std::nullopt;
}

/// A line, or what is behind its file, line and key.
QString line(const QString& english) {
    static const QRegularExpression keyed(
        QStringLiteral("^(the file|the text|(?:grid: |set: )?[\\w.]+) (.+)$"));
    for (qsizetype begin = 0; begin >= 0;) {
        const QString rest = english.mid(begin);
        if (const auto whole = told(rest, 0)) return english.left(begin) + *whole;
        if (const auto match = keyed.match(rest); match.hasMatch()) {
            const QString key = match.captured(1);
            if (const auto behind = told(match.captured(2), 0))
                return english.left(begin) + told(key, 0).value_or(key) + QLatin1Char(' ') + *behind;
        }
        const qsizetype colon = english.indexOf(QLatin1String(": "), begin);
        begin = colon < 0 ? -1 : colon + 2;
    }
    return english;
}

}  // namespace

QString coreSentence(std::string_view english) {
    const QString said = QString::fromUtf8(english.data(), static_cast<qsizetype>(english.size()));
    if (spokenLanguage() == QLatin1String("en")) return said;
    QStringList lines = said.split(QLatin1Char('\n'));
    for (QString& each : lines) each = line(each);
    return lines.join(QLatin1Char('\n'));
}

QString errorSentence(const Error& error) {
    const QString sentence = coreSentence(error.message);
    return error.context.empty() ? sentence
                                 : QString::fromStdString(error.context) + QStringLiteral(": ") + sentence;
}

}  // namespace trimtab::ui
