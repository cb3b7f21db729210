// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <memory>
#include <string>

#include "core/base/expected.h"

using namespace trimtab;

namespace {

Expected<int> half(int n) {
    if (n % 2 != 0) return fail(ErrorCode::invalid_argument, "The number is odd; use an even one.", "half");
    return n / 2;
}

Expected<void> check(bool ok) {
    if (!ok) return fail(ErrorCode::io_error, "It failed; try again.");
    return {};
}

}  // namespace

class ExpectedTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void holds_a_value_or_an_error() {
        const auto good = half(4);
        QVERIFY(good);
        QCOMPARE(*good, 2);
        const auto bad = half(3);
        QVERIFY(!bad);
        QVERIFY(bad.error().code == ErrorCode::invalid_argument);
        QCOMPARE(bad.error().to_string(), std::string("half: The number is odd; use an even one."));
        QCOMPARE(bad.value_or(-1), -1);
    }

    void holds_success_without_a_value() {
        QVERIFY(check(true));
        const auto bad = check(false);
        QVERIFY(!bad);
        QCOMPARE(bad.error().to_string(), std::string("It failed; try again."));
    }

    void hands_over_values_that_cannot_be_copied() {
        Expected<std::unique_ptr<int>> made = std::make_unique<int>(5);
        const std::unique_ptr<int> taken = *std::move(made);
        QCOMPARE(*taken, 5);
    }

    void reading_the_value_of_an_error_throws() {
        const auto bad = half(1);
        QVERIFY_EXCEPTION_THROWN((void)bad.value(), std::bad_variant_access);
    }
};

QTEST_APPLESS_MAIN(ExpectedTest)
#include "tst_expected.moc"
