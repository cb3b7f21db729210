// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/inline_message.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <utility>

#include "ui/settings/theme.h"
#include "ui/text/core_sentence.h"
#include "ui/text/error_text.h"

namespace trimtab::ui {
namespace {

constexpr int good_news_ms = 30000;

QColor toneColor(MessageTone tone) {
    const ThemeColors& colors = themeColors();
    switch (tone) {
        case MessageTone::info:
            return colors.accent;
        case MessageTone::good:
            return colors.good;
        case MessageTone::warning:
            return colors.warning;
        case MessageTone::error:
            return colors.danger;
    }
    return colors.accent;
}

QString toneIcon(MessageTone tone) {
    switch (tone) {
        case MessageTone::info:
            return QStringLiteral("info");
        case MessageTone::good:
            return QStringLiteral("check");
        case MessageTone::warning:
            return QStringLiteral("warning");
        case MessageTone::error:
            return QStringLiteral("error");
    }
    return {};
}

}  // namespace

InlineMessage::InlineMessage(QWidget* parent)
    : QFrame(parent),
      icon_(new QLabel(this)),
      label_(new QLabel(this)),
      action_(new QPushButton(this)),
      close_(new QToolButton(this)) {
    setObjectName(QStringLiteral("inlineMessage"));
    label_->setObjectName(QStringLiteral("inlineMessageText"));
    label_->setWordWrap(true);
    label_->setTextFormat(Qt::RichText);
    label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label_->setAccessibleName(tr("Message"));
    icon_->setObjectName(QStringLiteral("inlineMessageIcon"));
    action_->setObjectName(QStringLiteral("inlineMessageAction"));
    action_->setAccessibleName(tr("Next step"));
    action_->hide();
    close_->setObjectName(QStringLiteral("inlineMessageClose"));
    close_->setAccessibleName(tr("Close the message"));
    close_->setToolTip(tr("Close the message"));
    close_->setAutoRaise(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * spacing, spacing, spacing, spacing);
    row->setSpacing(spacing);
    row->addWidget(icon_, 0, Qt::AlignTop);
    row->addWidget(label_, 1);
    row->addWidget(action_, 0, Qt::AlignVCenter);
    row->addWidget(close_, 0, Qt::AlignTop);
    connect(close_, &QToolButton::clicked, this, &QWidget::hide);
    connect(action_, &QPushButton::clicked, this, [this] {
        hide();
        if (run_) run_();
    });
    leaving_.setSingleShot(true);
    leaving_.setInterval(good_news_ms);
    connect(&leaving_, &QTimer::timeout, this, [this] {
        if (underMouse() || isAncestorOf(QApplication::focusWidget()))
            leaving_.start();
        else
            hide();
    });
    hide();
}

void InlineMessage::showMessage(MessageTone tone, const QString& title, const QString& text) {
    tone_ = tone;
    title_ = title;
    body_ = text;
    run_ = {};
    action_->hide();
    restyle();
    setAccessibleName(this->text());
    if (tone == MessageTone::good)
        leaving_.start();
    else
        leaving_.stop();
    show();
}

void InlineMessage::showError(const Error& error) {
    const ErrorText words = errorText(error.code);
    showMessage(error.code == ErrorCode::cancelled ? MessageTone::info : MessageTone::error, words.title,
                errorSentence(error) + QLatin1Char('\n') + words.advice);
}

void InlineMessage::setAction(const QString& text, std::function<void()> run) {
    run_ = std::move(run);
    action_->setText(text);
    action_->setAccessibleName(text);
    action_->show();
}

void InlineMessage::restyle() {
    const QColor tone = toneColor(tone_);
    icon_->setPixmap(themedIcon(toneIcon(tone_), tone).pixmap(20, 20));
    close_->setIcon(themedIcon(QStringLiteral("close")));
    QString body = body_.toHtmlEscaped();
    body.replace(QLatin1Char('\n'), QLatin1String("<br>"));
    label_->setText(
        QStringLiteral("<b>%1</b>%2%3")
            .arg(title_.toHtmlEscaped(), body.isEmpty() ? QString() : QStringLiteral("<br>"), body));
}

void InlineMessage::paintEvent(QPaintEvent*) {
    // Painted, not styled: a style sheet set here would change the palette, which restyles, without end.
    QPainter painter(this);
    const QColor tone = toneColor(tone_);
    painter.fillRect(rect(), tint(tone, 0.12));
    painter.fillRect(QRect(0, 0, spacing / 2, height()), tone);
}

QString InlineMessage::text() const { return body_.isEmpty() ? title_ : title_ + QLatin1Char('\n') + body_; }

void InlineMessage::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
}

}  // namespace trimtab::ui
