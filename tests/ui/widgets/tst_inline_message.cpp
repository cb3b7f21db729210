// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtTest>

#include "ui/widgets/inline_message.h"

using namespace trimtab;
using namespace trimtab::ui;

/// A message at its place: what stays, what goes by itself.
class TestInlineMessage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void good_news_goes_and_all_else_stays_data() {
        QTest::addColumn<MessageTone>("tone");
        QTest::addColumn<bool>("goes");
        QTest::newRow("good") << MessageTone::good << true;
        QTest::newRow("info") << MessageTone::info << false;
        QTest::newRow("warning") << MessageTone::warning << false;
        QTest::newRow("error") << MessageTone::error << false;
    }
    void good_news_goes_and_all_else_stays() {
        QFETCH(MessageTone, tone);
        QFETCH(bool, goes);
        QWidget window;
        QLineEdit elsewhere(&window);
        InlineMessage message(&window), goodOne(&window);
        // Neither the pointer nor the focus is on them.
        window.resize(400, 300);
        for (InlineMessage* each : {&message, &goodOne}) each->setGeometry(0, 200, 400, 100);
        QCursor::setPos(window.mapToGlobal(QPoint(10, 100)));
        window.show();
        elsewhere.setFocus();
        message.setGoodNewsTime(1);
        goodOne.setGoodNewsTime(1);
        message.showMessage(MessageTone::good, "Saved", {});
        message.showMessage(tone, "The run has finished", "rl/training_1");
        goodOne.showMessage(MessageTone::good, "Saved", {});
        // The other one's time is over: so is this one's.
        QTRY_VERIFY(goodOne.isHidden());
        QTest::qWait(20);
        QCOMPARE(message.isHidden(), goes);
    }

    void good_news_waits_for_who_is_about_to_use_it() {
        QWidget window;
        InlineMessage message(&window);
        message.setGoodNewsTime(1);
        bool used = false;
        message.showMessage(MessageTone::good, "The run has finished", {});
        message.setAction("See the run", [&used] { used = true; });
        message.setGeometry(0, 200, 400, 100);
        window.show();
        auto* action = message.findChild<QPushButton*>("inlineMessageAction");
        action->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::qWait(50);
        QVERIFY(!message.isHidden());
        QTest::keyClick(action, Qt::Key_Space);
        QVERIFY(used);
        QVERIFY(message.isHidden());
    }

    void where_it_is_narrow_the_button_goes_below_and_the_text_stays_whole_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("below");
        QTest::newRow("as a window's") << 900 << false;
        QTest::newRow("as a panel's") << 310 << true;
    }

    void where_it_is_narrow_the_button_goes_below_and_the_text_stays_whole() {
        QFETCH(const int, width);
        QFETCH(const bool, below);
        QWidget panel;
        auto* column = new QVBoxLayout(&panel);
        auto* form = new QPlainTextEdit(&panel);
        auto* message = new InlineMessage(&panel);
        column->addWidget(form);
        column->addWidget(message);
        panel.resize(width, 300);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        message->showError({ErrorCode::not_found,
                            "There is no kubeconfig: KUBECONFIG is not set, and this does not run within a "
                            "pod. Put the cluster's kubeconfig there.",
                            ""});
        message->setAction("Examine", [] {});
        const auto* text = message->findChild<QLabel*>(QStringLiteral("inlineMessageText"));
        const auto* action = message->findChild<QPushButton*>(QStringLiteral("inlineMessageAction"));
        QTRY_COMPARE(action->y() >= text->geometry().bottom(), below);
        QTRY_VERIFY(text->height() >= text->heightForWidth(text->width()));
    }

    void an_error_tells_what_to_do() {
        InlineMessage message;
        message.showError({ErrorCode::io_error, "the disk is full", "rl/training_1"});
        QVERIFY(message.text().contains("rl/training_1: the disk is full"));
        QVERIFY(message.text().count(u'\n') >= 2);
        QCOMPARE(message.accessibleName(), message.text());
    }
};

QTEST_MAIN(TestInlineMessage)
#include "tst_inline_message.moc"
