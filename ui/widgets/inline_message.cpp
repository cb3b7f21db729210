// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/inline_message.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>
#include <utility>

#include "ui/settings/theme.h"
#include "ui/text/core_sentence.h"
#include "ui/text/error_text.h"

namespace trimtab::ui {
namespace {

constexpr int good_news_ms = 30000;
constexpr int narrow_text = 300;    // a button beside leaves the text at least so much
constexpr int tallest_asked = 240;  // a panel keeps room for what the message is about

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
      grid_(new QGridLayout(this)),
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
    grid_->setContentsMargins(2 * spacing, spacing, spacing, spacing);
    grid_->setSpacing(spacing);
    grid_->setColumnStretch(1, 1);
    grid_->addWidget(icon_, 0, 0, Qt::AlignTop);
    grid_->addWidget(label_, 0, 1);
    grid_->addWidget(action_, 0, 2, Qt::AlignVCenter);
    grid_->addWidget(close_, 0, 3, Qt::AlignTop);
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
    arrange();
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
    arrange();
}

void InlineMessage::arrange() {
    const bool below = width() < narrow_text + action_->sizeHint().width();
    if (below != below_) {
        below_ = below;
        grid_->removeWidget(action_);
        if (below)
            grid_->addWidget(action_, 1, 1, Qt::AlignLeft);
        else
            grid_->addWidget(action_, 0, 2, Qt::AlignVCenter);
    }
    setMinimumHeight(std::min(grid_->heightForWidth(width()), tallest_asked));
}

void InlineMessage::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    arrange();
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
