// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cluster/doctor_panel.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/settings/theme.h"
#include "ui/text/core_sentence.h"
#include "ui/text/core_text.h"
#include "ui/text/number_text.h"
#include "ui/views/cluster/query_box.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/inline_message.h"

namespace trimtab::ui {

using namespace cluster_api;

namespace {

constexpr int fix_role = Qt::UserRole;
constexpr int time_column = 2;
constexpr int found_column = 3;

QString timeText(const DoctorFinding& finding) {
    if (finding.utc_s <= 0) return {};
    const auto time = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(finding.utc_s * 1000));
    return QLocale().toString(time.time(), QStringLiteral("HH:mm:ss"));
}

}  // namespace

DoctorPanel::DoctorPanel(ClusterSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      stack_(new QStackedWidget(this)),
      tree_(new QTreeWidget(this)),
      again_(new QPushButton(themedIcon(QStringLiteral("doctor")), tr("Examine again"), this)),
      copy_(new QPushButton(themedIcon(QStringLiteral("copy")), tr("Copy the remedy"), this)),
      save_(new QPushButton(themedIcon(QStringLiteral("save")), tr("Save a report …"), this)),
      message_(new InlineMessage(this)),
      query_(new QueryBox(this)) {
    auto* empty =
        new EmptyState(QStringLiteral("doctor"),
                       tr("The connections have not been examined. Each is checked step by step, with "
                          "the remedy for what fails."),
                       stack_);
    empty->setAction(tr("Examine"), [this] { Q_EMIT examineWanted(); });
    tree_->setObjectName(QStringLiteral("doctorFindings"));
    tree_->setAccessibleName(tr("Findings"));
    tree_->setHeaderLabels({tr("Service"), tr("Step"), tr("Time"), tr("Found")});
    tree_->header()->setStretchLastSection(true);
    tree_->setWordWrap(true);
    tree_->setFrameShape(QFrame::NoFrame);
    again_->setObjectName(QStringLiteral("doctorAgain"));
    copy_->setObjectName(QStringLiteral("doctorCopy"));
    copy_->setEnabled(false);
    save_->setObjectName(QStringLiteral("doctorSave"));
    save_->setToolTip(tr(
        "Findings, configuration, versions, log and the newest session, without secrets, as a file to send"));
    auto* page = new QWidget(stack_);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(spacing, spacing / 2, spacing, 0);
    row->addWidget(again_);
    row->addWidget(copy_);
    row->addWidget(save_);
    row->addStretch(1);
    auto* inside = new QVBoxLayout(page);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(spacing / 2);
    inside->addLayout(row);
    inside->addWidget(message_);
    inside->addWidget(tree_, 1);
    stack_->addWidget(empty);
    stack_->addWidget(page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(stack_, 1);
    column->addWidget(query_);
    connect(tree_->header(), &QHeaderView::sectionResized, tree_, &QTreeWidget::doItemsLayout,
            Qt::QueuedConnection);
    connect(again_, &QPushButton::clicked, this, &DoctorPanel::examineWanted);
    connect(save_, &QPushButton::clicked, this, &DoctorPanel::saveWanted);
    connect(&session_, &ClusterSession::reportSaved, this, &DoctorPanel::showSaved);
    connect(copy_, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(remedy()); });
    connect(tree_, &QTreeWidget::currentItemChanged, this,
            [this] { copy_->setEnabled(!remedy().isEmpty()); });
    connect(&session_, &ClusterSession::findingsChanged, this, &DoctorPanel::refresh);
    connect(&session_, &ClusterSession::queryTried, query_, &QueryBox::showAnswer);
}

QString DoctorPanel::remedy() const {
    const QTreeWidgetItem* item = tree_->currentItem();
    return item == nullptr ? QString() : item->data(0, fix_role).toString();
}

void DoctorPanel::showSaved(const Expected<QString>& file) {
    stack_->setCurrentIndex(1);
    if (!file) return message_->showError(file.error());
    message_->showMessage(
        MessageTone::good, tr("Report saved"),
        tr("%1. No secret is in it, but names and addresses are: look through it before you "
           "send it.")
            .arg(*file));
}

void DoctorPanel::refresh() {
    const auto& findings = session_.findings();
    if (findings.size() < shown_ || findings.empty()) {
        tree_->clear();
        shown_ = 0;
        failed_ = false;
    }
    for (; shown_ < findings.size(); ++shown_) add(findings[shown_]);
    // Long texts take the lines that the width of their column asks for.
    tree_->doItemsLayout();
    again_->setEnabled(!session_.examining());
    stack_->setCurrentIndex(session_.examining() || shown_ > 0 ? 1 : 0);
}

void DoctorPanel::add(const DoctorFinding& finding) {
    const QString fix = QString::fromStdString(finding.fix);
    const QString text = coreSentence(finding.text);
    auto* item = new QTreeWidgetItem(
        tree_, {coreText(finding.connection), coreText(finding.step), timeText(finding), text});
    const ThemeColors& colors = themeColors();
    const bool failed = finding.result == DoctorResult::failed;
    item->setIcon(0, finding.result == DoctorResult::passed ? themedIcon(QStringLiteral("check"), colors.good)
                     : failed ? themedIcon(QStringLiteral("error"), colors.danger)
                              : themedIcon(QStringLiteral("minus"), colors.mutedText));
    item->setData(0, Qt::AccessibleTextRole,
                  finding.result == DoctorResult::passed ? tr("passed")
                  : failed                               ? tr("failed")
                                                         : tr("skipped"));
    item->setToolTip(time_column, tr("took %1").arg(quantityText(finding.wall_s, 2, QStringLiteral("s"))));
    item->setToolTip(found_column, text);
    item->setData(0, fix_role, fix);
    const auto detail = [&](const QString& title, const QString& words) {
        if (words.isEmpty()) return;
        auto* child = new QTreeWidgetItem(item, {QString(), title, QString(), words});
        child->setData(0, fix_role, fix);
    };
    detail(tr("Cause"), coreSentence(finding.cause));
    detail(tr("Remedy"), fix);
    item->setExpanded(failed);
    tree_->resizeColumnToContents(0);
    tree_->resizeColumnToContents(1);
    tree_->resizeColumnToContents(time_column);
    if (!failed || failed_) return;
    failed_ = true;
    tree_->setCurrentItem(item);
    // The remedy stands below.
    tree_->scrollToItem(item, QAbstractItemView::PositionAtTop);
}

}  // namespace trimtab::ui
