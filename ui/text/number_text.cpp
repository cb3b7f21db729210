// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/number_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <cmath>

namespace trimtab::ui {
namespace {

const QChar narrow_space(0x202F);
const QChar en_dash(0x2013);
constexpr double longest_s = 1e9;

struct NumberTexts {
    Q_DECLARE_TR_FUNCTIONS(NumberTexts)
};

QString twoDigits(qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); }

}  // namespace

QString numberText(double value, int decimals, const QLocale& locale) {
    return std::isfinite(value) ? locale.toString(value, 'f', decimals) : QString(en_dash);
}

QString quantityText(double value, int decimals, const QString& unit, const QLocale& locale) {
    const QString number = numberText(value, decimals, locale);
    return unit.isEmpty() ? number : number + narrow_space + unit;
}

QString shareText(double share, int decimals, const QLocale& locale) {
    return quantityText(100 * share, decimals, QStringLiteral("%"), locale);
}

QString durationText(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0 || seconds > longest_s) return QString(en_dash);
    const qint64 whole = std::llround(seconds);
    if (whole < 60) return NumberTexts::tr("%1 s").arg(whole);
    if (whole < 3600)
        return NumberTexts::tr("%1 min %2 s").arg(QString::number(whole / 60), twoDigits(whole % 60));
    return NumberTexts::tr("%1 h %2 min").arg(QString::number(whole / 3600), twoDigits(whole / 60 % 60));
}

QString groupedNumbers(const QString& text, const QLocale& locale) {
    static const QRegularExpression number(
        QStringLiteral("(?<![\\w./:+-])(?<!\\d,)\\d{4,18}(?![\\w/:-])(?![.,]\\d)"));
    QString out;
    qsizetype copied = 0;
    for (auto it = number.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        out += text.mid(copied, match.capturedStart() - copied);
        out += locale.toString(match.captured().toLongLong());
        copied = match.capturedEnd();
    }
    return out + text.mid(copied);
}

QString bytesText(double bytes, const QLocale& locale) {
    if (!std::isfinite(bytes) || bytes < 0) return QString(en_dash);
    return locale.formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

}  // namespace trimtab::ui
