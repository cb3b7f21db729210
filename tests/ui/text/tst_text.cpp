// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>
#include <limits>

#include "ui/text/error_text.h"
#include "ui/text/number_text.h"

using namespace trimtab;
using namespace trimtab::ui;

class TestText : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void every_error_code_has_its_own_words() {
        QSet<QString> titles;
        for (int code = 0; code <= static_cast<int>(ErrorCode::internal); ++code) {
            const ErrorText text = errorText(static_cast<ErrorCode>(code));
            QVERIFY(!text.title.isEmpty());
            QVERIFY(text.advice.endsWith('.'));
            titles.insert(text.title);
        }
        QCOMPARE(titles.size(), static_cast<int>(ErrorCode::internal) + 1);
    }

    void numbers_follow_the_locale() {
        const QLocale german(QLocale::German, QLocale::Germany);
        QCOMPARE(numberText(1234.5, 1, german), QString("1.234,5"));
        QCOMPARE(numberText(1234.5, 1, QLocale::c()), QString("1234.5"));
        QCOMPARE(numberText(std::numeric_limits<double>::quiet_NaN(), 1, german), QString(QChar(0x2013)));
    }

    void whole_numbers_of_a_text_are_grouped_and_names_are_not() {
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        const QLocale german(QLocale::German, QLocale::Germany);
        const QString text = QStringLiteral("57344 steps, 186 episodes, 3100 steps/s");
        QCOMPARE(groupedNumbers(text, english), QString("57,344 steps, 186 episodes, 3,100 steps/s"));
        QCOMPARE(groupedNumbers(text, german), QString("57.344 steps, 186 episodes, 3.100 steps/s"));
        QCOMPARE(groupedNumbers("1234567.", english), QString("1,234,567."));
        for (const char* name : {"training_20260101_120000", "/rl/1234/a", "2026-01-01", "1234.5 ms", "a1234",
                                 "1,234 of 12,000", "localhost:18400", "v1.2345"})
            QCOMPARE(groupedNumbers(name, english), QString(name));
    }

    void units_stand_behind_a_narrow_space() {
        QCOMPARE(quantityText(412, 0, "ms", QLocale::c()), QString("412") + QChar(0x202F) + "ms");
        QCOMPARE(quantityText(3, 0, "", QLocale::c()), QString("3"));
        QCOMPARE(shareText(0.125, 1, QLocale::c()), QString("12.5") + QChar(0x202F) + "%");
    }

    void durations_and_sizes_are_short() {
        QCOMPARE(durationText(45), QString("45 s"));
        QCOMPARE(durationText(200), QString("3 min 20 s"));
        QCOMPARE(durationText(7500), QString("2 h 05 min"));
        QCOMPARE(durationText(-1), QString(QChar(0x2013)));
        QCOMPARE(bytesText(3400000, QLocale::c()), QString("3.4 MB"));
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
