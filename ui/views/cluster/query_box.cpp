// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cluster/query_box.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/settings/theme.h"
#include "ui/text/core_sentence.h"

namespace trimtab::ui {

QueryBox::QueryBox(QWidget* parent)
    : QGroupBox(tr("Try a query"), parent),
      name_(new QComboBox(this)),
      text_(new QLineEdit(this)),
      try_(new QPushButton(themedIcon(QStringLiteral("search")), tr("Try"), this)),
      use_(new QPushButton(themedIcon(QStringLiteral("check")), tr("Use it"), this)),
      answer_(new QLabel(this)) {
    name_->setObjectName(QStringLiteral("queryName"));
    name_->setAccessibleName(tr("Which number"));
    for (const config::ClusterQuery& query : config::cluster_queries()) {
        name_->addItem(QString::fromStdString(query.name));
        name_->setItemData(name_->count() - 1, QString::fromStdString(query.meaning), Qt::ToolTipRole);
    }
    text_->setObjectName(QStringLiteral("queryText"));
    text_->setAccessibleName(tr("Query in PromQL"));
    text_->setPlaceholderText(
        tr("PromQL; $namespace, $gpu_deployment, $cpu_deployment, $window are filled in"));
    try_->setObjectName(QStringLiteral("queryTry"));
    try_->setToolTip(tr("Asks Prometheus once; nothing is saved"));
    use_->setObjectName(QStringLiteral("queryUse"));
    use_->setToolTip(
        tr("Makes it the query of this number from the next session on. Save the configuration to "
           "keep it in a file."));
    answer_->setObjectName(QStringLiteral("queryAnswer"));
    answer_->setAccessibleName(tr("What the query gives"));
    answer_->setTextFormat(Qt::PlainText);
    answer_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    answer_->setWordWrap(true);
    answer_->hide();
    auto* row = new QHBoxLayout;
    row->addWidget(name_);
    row->addWidget(text_, 1);
    row->addWidget(try_);
    row->addWidget(use_);
    auto* column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(answer_);
    connect(name_, &QComboBox::currentIndexChanged, this, &QueryBox::choose);
    connect(text_, &QLineEdit::textChanged, this, [this] { use_->setEnabled(false); });
    connect(text_, &QLineEdit::returnPressed, this, &QueryBox::tryText);
    connect(try_, &QPushButton::clicked, this, &QueryBox::tryText);
    connect(use_, &QPushButton::clicked, this, [this] {
        queries_[chosen()] = tried_.toStdString();
        use_->setEnabled(false);
        Q_EMIT useWanted(name_->currentText(), tried_);
    });
    choose();
}

std::size_t QueryBox::chosen() const { return static_cast<std::size_t>(name_->currentIndex()); }

void QueryBox::setQueries(const config::QueryTexts& queries) {
    const bool typed = text_->text() != QString::fromStdString(queries_[chosen()]);
    queries_ = queries;
    if (!typed) choose();
}

void QueryBox::choose() {
    text_->setText(QString::fromStdString(queries_[chosen()]));
    text_->setCursorPosition(0);
    answer_->hide();
    use_->setEnabled(false);
}

void QueryBox::tryText() {
    tried_ = text_->text().trimmed();
    if (tried_.isEmpty()) return;
    answer_->setText(tr("Asking Prometheus ..."));
    answer_->show();
    try_->setEnabled(false);
    Q_EMIT tryWanted(tried_);
}

void QueryBox::showAnswer(const Expected<std::string>& answer) {
    try_->setEnabled(true);
    answer_->setText(answer ? QString::fromStdString(*answer) : errorSentence(answer.error()));
    answer_->show();
    use_->setEnabled(answer.has_value() && text_->text().trimmed() == tried_);
}

}  // namespace trimtab::ui
